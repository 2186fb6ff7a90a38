"""The tree of tags, as it grows while pages are drawn."""

import pytest

from success_desktop.documents.pdf.tags import ARTIFACT, END, Tagger


def test_marks_are_numbered_on_each_page_from_nought():
    first: list[str] = []
    second: list[str] = []
    tags = Tagger(first)
    heading, paragraph = tags.element("H1"), tags.element("P")
    tags.begin(heading)
    tags.end()
    tags.begin(paragraph)
    tags.end()
    tags.turn(second)
    tags.begin(paragraph)
    tags.end()

    assert first == ["/H1 <</MCID 0>> BDC", END, "/P <</MCID 1>> BDC", END]
    assert second == ["/P <</MCID 0>> BDC", END]
    assert paragraph.kids == [(0, 1), (1, 0)]
    assert tags.owners == [[heading, paragraph], [paragraph]]


def test_elements_stand_in_the_order_of_their_making_below_the_part_in_hand():
    tags = Tagger([])
    front, body = tags.element("Sect"), tags.element("Sect")
    with tags.inside(body):
        heading = tags.element("H1")
    with tags.inside(front):
        title = tags.element("P")
    last = tags.element("P")

    assert tags.root.kids == [front, body, last]
    assert body.kids == [heading]
    assert front.kids == [title]


def test_the_part_in_hand_is_left_when_printing_is_stopped():
    tags = Tagger([])
    with pytest.raises(InterruptedError), tags.inside(tags.element("Sect")):
        raise InterruptedError
    assert tags.element("P").parent is tags.root


def test_an_element_may_have_a_parent_of_its_own():
    tags = Tagger([])
    table = tags.element("Table")
    row = tags.element("TR", table)
    cell = tags.element("TH", row, "/O /Table /Scope /Column", "en")

    assert table.kids == [row]
    assert row.kids == [cell]
    assert (cell.attributes, cell.language) == ("/O /Table /Scope /Column", "en")


def test_an_artifact_belongs_to_nothing():
    code: list[str] = []
    tags = Tagger(code)
    tags.begin_artifact()
    tags.end()
    assert code == [ARTIFACT, END]
    assert tags.owners == [[]]
