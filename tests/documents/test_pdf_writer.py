"""Plans as PDF files, read as others read them."""

import functools
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.outline_blocks import (
    CoverLine,
    DocumentLanguage,
    Outline,
    PartHeading,
    Seal,
    Section,
)
from success_desktop.documents.pdf_writer import PdfOptions, lay_out_pages, write_pdf
from tests.documents.pdf.pdf_outlines import (
    SEAL,
    anchor,
    en,
    heading,
    letter,
    outline,
    paragraph,
    passage,
    picture,
    table,
    th,
    whole_book,
)
from tests.documents.pdf.pdf_reading import (
    POPPLER,
    list_bookmarks,
    list_tags,
    read_pages,
    read_with_poppler,
    squeeze,
)
from tests.documents.pdf.printed_text import list_missing
from tests.documents.word_plans import sample_plan

LANGUAGES: tuple[DocumentLanguage, ...] = ("th", "en", "both")


@functools.cache
def sample(language: DocumentLanguage, *, has_thai_digits: bool = False) -> Outline:
    """The sample plan in one language or both."""
    return build_outline(sample_plan(), OutlineOptions(language, has_thai_digits, "r1"))


@pytest.fixture(scope="module", params=LANGUAGES)
def printed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Outline, Path]:
    """The sample in each language: its outline and its file."""
    path = tmp_path_factory.mktemp("pdf") / "แผน.pdf"
    write_pdf(sample(request.param), path)
    return sample(request.param), path


def test_every_text_of_the_plan_is_printed_as_pdfium_reads_it(printed):
    plan, path = printed
    assert list_missing(plan, read_pages(path)) == []


@pytest.mark.skipif(POPPLER is None, reason="poppler is not installed")
def test_every_text_of_the_plan_is_printed_as_poppler_reads_it(printed):
    plan, path = printed
    assert list_missing(plan, read_with_poppler(path)) == []


def test_every_kind_of_block_is_printed_whole(tmp_path):
    book = whole_book(seal=SEAL, watermark=(th("ร่าง"),))
    write_pdf(book, tmp_path / "book.pdf")
    pages = read_pages(tmp_path / "book.pdf")
    assert list_missing(replace(book, origin=th("")), pages) == []
    assert SEAL.code in squeeze(pages[-1])


def test_the_contents_name_the_pages_that_the_headings_stand_on(printed):
    plan, path = printed
    places = lay_out_pages(plan)
    with pikepdf.open(path) as pdf:
        bookmarks = list_bookmarks(pdf)
    front = places.page_count - places.last_page
    assert [mark.page - front + 1 for mark in bookmarks] == list(places.heading_pages)
    pages = read_pages(path)
    for mark in bookmarks:
        assert squeeze(mark.title.split("  ")[-1]) in squeeze(pages[mark.page])


def test_each_line_of_the_contents_shows_its_page_and_leads_there(printed):
    plan, path = printed
    places = lay_out_pages(plan)
    front = places.page_count - places.last_page
    with pikepdf.open(path) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        links = [mark for page in pdf.pages for mark in page.obj.get("/Annots", ())]
        targets = [numbers[link.Dest[0].objgen] - front + 1 for link in links]
        titles = [str(link.Contents) for link in links]
    contents = squeeze("".join(read_pages(path)[:front]))
    assert links
    for title, target in zip(titles, targets, strict=True):
        assert f"{squeeze(title)}{target}" in contents


def test_page_numbers_are_printed_where_the_places_say(printed):
    plan, path = printed
    places = lay_out_pages(plan)
    front = places.page_count - places.last_page
    word = plan.page_word.text
    for number, page in enumerate(read_pages(path)[front:], start=1):
        assert squeeze(f"{word} {number}") in squeeze(page)


def test_a_row_is_on_the_page_that_the_places_name(tmp_path):
    rows = outline(table(120))
    places = write_pdf(rows, tmp_path / "rows.pdf")
    pages = read_pages(tmp_path / "rows.pdf")
    assert places.page_count == len(pages) > 2
    for number in range(1, 121):
        assert f"โครงการลำดับ {number}" in pages[places.page_of_row[f"p{number}"] - 1]
        assert places.page_of[f"r_{number}"] == places.page_of_row[f"p{number}"]


def test_laying_out_finds_the_same_places_as_printing(tmp_path):
    book = whole_book(seal=SEAL)
    assert lay_out_pages(book) == write_pdf(book, tmp_path / "book.pdf")


def test_the_same_outline_makes_the_same_bytes(tmp_path):
    for name in ("one.pdf", "two.pdf"):
        write_pdf(whole_book(seal=SEAL, watermark=(th("ร่าง"),)), tmp_path / name)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_another_text_makes_other_bytes_and_another_id(tmp_path):
    ids = []
    for text in ("ก", "ข"):
        write_pdf(outline(passage(text)), tmp_path / "one.pdf")
        with pikepdf.open(tmp_path / "one.pdf") as pdf:
            ids.append(bytes(pdf.trailer.ID[0]))
    assert ids[0] != ids[1]


def test_pages_count_from_the_first_page_that_is_asked_for(tmp_path):
    places = write_pdf(outline(table(80), first_page=41), tmp_path / "part.pdf")
    pages = read_pages(tmp_path / "part.pdf")
    assert places.page_of_row["p1"] == 41
    assert places.last_page == 40 + len(pages)
    assert "หน้า 41" in pages[0]


def test_a_letter_is_numbered_above_from_its_second_page(tmp_path):
    write_pdf(letter(has_thai_digits=True), tmp_path / "letter.pdf")
    first, second, *_others = read_pages(tmp_path / "letter.pdf")
    assert "- ๒ -" in second
    assert "- ๑ -" not in first
    assert "หน้า" not in second.replace("หน้าที่", "")
    assert letter().owner.text not in second


def test_progress_grows_to_one(tmp_path):
    told: list[float] = []
    write_pdf(outline(table(300)), tmp_path / "rows.pdf", progress=told.append)
    assert told == sorted(told)
    assert len(told) > 5
    assert told[-1] == 1.0


class Stopped(Exception):
    """Someone does not want the file any more."""


def test_printing_stops_when_progress_raises(tmp_path):
    def stop(share: float) -> None:
        if share > 0.3:
            raise Stopped

    with pytest.raises(Stopped):
        write_pdf(outline(table(300)), tmp_path / "rows.pdf", progress=stop)
    with pytest.raises(Stopped):
        lay_out_pages(outline(table(300)), stop)
    assert not (tmp_path / "rows.pdf").exists()


def test_a_folder_that_is_not_there_is_an_error_of_the_disk(tmp_path):
    with pytest.raises(OSError, match=r"nowhere"):
        write_pdf(outline(passage("ก")), tmp_path / "nowhere" / "plan.pdf")


def test_a_document_of_nothing_is_an_empty_page(tmp_path):
    places = write_pdf(outline(), tmp_path / "empty.pdf")
    assert (places.page_count, places.last_page, dict(places.page_of)) == (1, 1, {})
    assert "หน้า 1" in read_pages(tmp_path / "empty.pdf")[0]


def test_contents_of_a_document_without_headings_are_a_title(tmp_path):
    places = write_pdf(outline(passage("ก"), contents_title=(th("สารบัญ"),)), tmp_path / "plan.pdf")
    first, second = read_pages(tmp_path / "plan.pdf")
    assert places.page_count == 2
    assert "สารบัญ" in first
    assert "หน้า ก" in first
    assert "หน้า 1" in second


def test_parts_begin_pages_even_inside_a_section(tmp_path):
    parts = [PartHeading((th(f"ส่วนที่ {number}"),)) for number in (1, 2, 3)]
    places = write_pdf(outline(parts[0], passage("ก"), parts[1], parts[2]), tmp_path / "parts.pdf")
    assert places.heading_pages == (1, 2, 3)
    assert places.page_count == 3


def test_a_heading_deeper_than_its_outline_allows_takes_the_next_level(tmp_path):
    write_pdf(outline(heading("ลึก", 4), heading("สูง", 2), heading("ลึกอีก", 4)), tmp_path / "plan.pdf")
    with pikepdf.open(tmp_path / "plan.pdf") as pdf:
        depths = [(mark.title, mark.depth) for mark in list_bookmarks(pdf)]
    assert [depth for _title, depth in depths] == [0, 1, 2]


def test_places_know_headings_by_the_anchors_of_their_labels(tmp_path):
    places = write_pdf(outline(heading("ความเป็นมา"), passage("ก"), heading("พันธกิจ")), tmp_path / "plan.pdf")
    assert places.page_of[anchor("f_ความเป็นมา").name] == 1
    assert len(places.heading_pages) == 2


def test_the_paper_and_its_turning_are_as_the_sections_say(tmp_path):
    sections = (Section("portrait", (), (passage("ก"),)), Section("landscape", (th("แบบ"),), (passage("ข"),)))
    for paper, short, long in (("A4", 595.3, 841.9), ("F4", 612.3, 935.45), ("A3", 841.9, 1190.55)):
        write_pdf(outline(sections=sections, paper=paper), tmp_path / "plan.pdf")
        with pikepdf.open(tmp_path / "plan.pdf") as pdf:
            sizes = [tuple(map(float, page.mediabox[2:])) for page in pdf.pages]
        assert sizes == [pytest.approx((short, long)), pytest.approx((long, short))]


def test_two_languages_of_a_title_stand_below_each_other(tmp_path):
    book = outline(heading("ความเป็นมา", 2, "Background"), contents_title=(th("สารบัญ"), en("Contents")))
    write_pdf(book, tmp_path / "plan.pdf")
    with pikepdf.open(tmp_path / "plan.pdf") as pdf:
        span = next(tag for tag in list_tags(pdf) if tag.role == "Span")
        assert str(span.entries.Lang) == "en"
        assert str(span.entries.P.S) == "/H2"
        assert [mark.title for mark in list_bookmarks(pdf)] == ["1.  ความเป็นมา"]


ODD = "ก\x00ข\ud800ค\tง\u2028จ\ufffe 😀 ລາວ 中文 \u200b( ]"


def test_text_that_no_file_can_hold_stops_nothing_anywhere(tmp_path):
    odd = th(ODD)
    book = outline(
        PartHeading((odd, odd)),
        heading(ODD, 2, ODD),
        passage(ODD, ODD, is_inline=True),
        paragraph(ODD, "boxed"),
        picture(alt=(odd,)),
        title=odd,
        owner=odd,
        page_word=odd,
        contents_title=(odd,),
        cover=(CoverLine("title", ((anchor("f_title"), odd),)),),
        seal=Seal("X" * 200, "X", (odd,)),
        watermark=(odd,),
    )
    write_pdf(book, tmp_path / "odd.pdf", PdfOptions(author=ODD))
    with pikepdf.open(tmp_path / "odd.pdf") as pdf:
        assert pdf.check_pdf_syntax() == []
        assert len(list_bookmarks(pdf)) == 2
        assert "ລາວ 中文" in str(pdf.docinfo["/Title"])
    for page in read_pages(tmp_path / "odd.pdf"):
        assert "ລາວ 中文" in page
