"""What a PDF says of itself: its tags, title, language, labels and lock."""

from dataclasses import replace

import pikepdf
import pytest

from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.pdf_writer import PdfOptions, write_pdf
from tests.documents.pdf.pdf_outlines import (
    SEAL,
    outline,
    passage,
    th,
    whole_book,
)
from tests.documents.pdf.pdf_reading import (
    list_bookmarks,
    list_kids,
    list_labels,
    list_marks,
    list_tags,
    read_pages,
)
from tests.documents.word_plans import sample_plan


def test_the_tree_of_tags_holds_every_mark_of_every_page_once(tmp_path):
    write_pdf(whole_book(seal=SEAL, watermark=(th("ร่าง"),)), tmp_path / "book.pdf")
    with pikepdf.open(tmp_path / "book.pdf") as pdf:
        root = pdf.Root.StructTreeRoot
        ways = {
            int(root.ParentTree.Nums[at]): root.ParentTree.Nums[at + 1]
            for at in range(0, len(root.ParentTree.Nums), 2)
        }
        for number, page in enumerate(pdf.pages):
            owners = ways[int(page.obj.StructParents)]
            marks = [mark for mark in list_marks(pdf, number) if mark[1] >= 0]
            assert sorted(mark for _role, mark in marks) == list(range(len(owners)))
            for role, mark in marks:
                assert str(owners[mark].S) == f"/{role}"
                assert mark in _marks_of(owners[mark], page)


def _marks_of(entries: pikepdf.Object, page: pikepdf.Page) -> list[int]:
    """The marks on a page that a tag says to hold."""
    marks = []
    for kid in list_kids(entries):
        if isinstance(kid, int):
            if entries.Pg.objgen == page.obj.objgen:
                marks.append(kid)
        elif "/MCID" in kid and kid.Pg.objgen == page.obj.objgen:
            marks.append(int(kid.MCID))
    return marks


def test_tags_follow_the_order_of_reading(tmp_path):
    write_pdf(whole_book(), tmp_path / "book.pdf")
    with pikepdf.open(tmp_path / "book.pdf") as pdf:
        tags = list_tags(pdf)
        pages = [tag.page for tag in tags if tag.page >= 0]
        figure = next(tag for tag in tags if tag.role == "Figure")
        assert str(figure.entries.Alt) == "แผนที่ชุมชน ริมคลอง / Map"
    roles = [tag.role for tag in tags]
    assert pages == sorted(pages)
    assert roles[0] == "Document"
    assert roles.count("Sect") == 3
    order = [role for role in roles if role in ("H1", "H2", "H3", "H4", "Table", "Figure")]
    assert order == ["H1", "H2", "H3", "H4", "Table", "Table", "Figure", "H1", "H1", "Table"]
    assert (roles.count("TR"), roles.count("TH"), roles.count("TD")) == (2 + 4 + 41, 2 + 3 + 3, 2 + 3 * 43)


def test_a_link_of_the_contents_knows_its_tag(tmp_path):
    write_pdf(whole_book(), tmp_path / "book.pdf")
    with pikepdf.open(tmp_path / "book.pdf") as pdf:
        nums = pdf.Root.StructTreeRoot.ParentTree.Nums
        ways = {int(nums[at]): nums[at + 1] for at in range(0, len(nums), 2)}
        links = [mark for page in pdf.pages for mark in page.obj.get("/Annots", ())]
        assert links
        for link in links:
            owner = ways[int(link.StructParent)]
            assert str(owner.S) == "/Link"
            assert [kid.Obj.objgen for kid in list_kids(owner) if not isinstance(kid, int)] == [link.objgen]


@pytest.mark.parametrize(("language", "name"), [("th", "th-TH"), ("en", "en-US"), ("both", "th-TH")])
def test_a_file_says_its_title_and_its_language(language, name, tmp_path):
    plan = build_outline(sample_plan(), OutlineOptions(language))
    write_pdf(plan, tmp_path / "plan.pdf")
    with pikepdf.open(tmp_path / "plan.pdf") as pdf:
        assert str(pdf.Root.Lang) == name
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.docinfo["/Title"]) == plan.title.text
        assert str(pdf.docinfo["/Subject"]) == plan.owner.text
        assert set(pdf.docinfo.keys()) == {"/Title", "/Subject", "/Creator", "/Producer"}
        with pdf.open_metadata() as properties:
            assert properties["dc:title"] == plan.title.text
            assert properties["dc:language"] == {name}
            assert not [key for key in properties if "pdfaid" in key or "Date" in key]


def test_an_author_is_named_only_when_given(tmp_path):
    author = "สมหญิง ผู้จัดทำ"
    write_pdf(outline(passage("ก")), tmp_path / "plan.pdf", PdfOptions(author=author))
    with pikepdf.open(tmp_path / "plan.pdf") as pdf:
        assert str(pdf.docinfo["/Author"]) == author
        with pdf.open_metadata() as properties:
            assert properties["dc:creator"] == [author]
    write_pdf(outline(passage("ก")), tmp_path / "plan.pdf")
    with pikepdf.open(tmp_path / "plan.pdf") as pdf:
        assert "/Author" not in pdf.docinfo
        with pdf.open_metadata() as properties:
            assert "dc:creator" not in properties


def test_the_seal_is_found_in_the_properties_without_a_camera(tmp_path):
    write_pdf(outline(passage("ก"), seal=SEAL), tmp_path / "plan.pdf")
    with pikepdf.open(tmp_path / "plan.pdf") as pdf:
        assert str(pdf.docinfo["/Keywords"]) == SEAL.payload
        with pdf.open_metadata() as properties:
            assert properties["pdf:Keywords"] == SEAL.payload


def test_a_password_locks_the_file_with_aes_of_256_bits(tmp_path):
    path = tmp_path / "locked.pdf"
    write_pdf(whole_book(), path, PdfOptions(password="กุญแจ-1"))
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path)
    with pikepdf.open(path, password="กุญแจ-1") as pdf:
        assert (pdf.encryption.R, pdf.encryption.bits) == (6, 256)
        assert list_tags(pdf)[0].role == "Document"
        assert list_bookmarks(pdf)
    assert "ความเป็นมา" in "".join(read_pages(path, "กุญแจ-1"))


def test_pages_are_labelled_as_they_are_numbered(tmp_path):
    write_pdf(whole_book(has_thai_digits=True), tmp_path / "book.pdf")
    labels = list_labels(tmp_path / "book.pdf")
    assert labels[:5] == ["", "ก", "๑", "๒", "๓"]


def test_arabic_page_labels_count_by_themselves(tmp_path):
    write_pdf(replace(whole_book(), language="en", first_page=7), tmp_path / "book.pdf")
    with pikepdf.open(tmp_path / "book.pdf") as pdf:
        assert len(pdf.Root.PageLabels.Nums) == 6
    labels = list_labels(tmp_path / "book.pdf")
    assert labels == ["", "i", *(str(number) for number in range(7, 5 + len(labels)))]
