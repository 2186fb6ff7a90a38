"""The tree of tags as objects of a file."""

from success_desktop.documents.pdf.book import BookNumbers
from success_desktop.documents.pdf.structure import write_structure
from success_desktop.documents.pdf.tags import Tagger

NUMBERS = BookNumbers(100, 1, 0, [11, 12], [21])


def write(tags: Tagger) -> dict[int, str]:
    """The objects of a tree by their numbers, in a file of two pages and a link."""
    return {number: body.decode("ascii") for number, body in write_structure(tags, NUMBERS)}


def test_an_empty_document_has_a_root_and_a_document():
    objects = write(Tagger([]))
    assert list(objects) == [100, 101, 102]
    assert "/K 102 0 R/ParentTree 101 0 R" in objects[100]
    assert objects[102] == "<</S/Document/P 100 0 R>>"


def test_marks_name_their_page_once_when_it_is_the_elements():
    tags = Tagger([])
    paragraph = tags.element("P")
    tags.begin(paragraph)
    tags.begin(paragraph)
    tags.turn([])
    tags.begin(paragraph)
    objects = write(tags)
    assert objects[103] == "<</S/P/P 102 0 R/Pg 11 0 R/K[0 1 <</Type/MCR/Pg 12 0 R/MCID 0>>]>>"
    assert "0[103 0 R 103 0 R] 1[103 0 R]" in objects[101]


def test_an_element_below_marks_stands_between_them():
    tags = Tagger([])
    heading = tags.element("H2")
    tags.begin(heading)
    span = tags.element("Span", heading, language="en")
    tags.begin(span)
    objects = write(tags)
    assert objects[103] == "<</S/H2/P 102 0 R/Pg 11 0 R/K[0 104 0 R]>>"
    assert objects[104] == "<</S/Span/P 103 0 R/Pg 11 0 R/K[1]/Lang(en)>>"


def test_attributes_and_what_a_figure_shows_are_written():
    tags = Tagger([])
    tags.element("TH", attributes="/O /Table /Scope /Column")
    tags.element("Figure").alternative = "ก😀"
    objects = write(tags)
    assert objects[103].endswith("/A<</O /Table /Scope /Column>>>>")
    assert objects[104].endswith("/Alt<FEFF0e01d83dde00>>>")


def test_a_link_finds_the_tag_that_owns_it():
    tags = Tagger([])
    link = tags.element("Link")
    tags.begin(link)
    link.kids.append(0)
    objects = write(tags)
    assert objects[103].endswith("/K[0 <</Type/OBJR/Obj 21 0 R>>]>>")
    assert "1000000 103 0 R" in objects[101]
    assert "/ParentTreeNextKey 1000001" in objects[100]
