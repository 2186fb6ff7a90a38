"""Fields in two columns."""

from pathlib import Path

import pikepdf
import pytest

from success_desktop.documents.outline_blocks import Anchor, Label, Phrase, Section, SideBySide, Titled
from success_desktop.documents.pdf.tables_sides import SideBySideBox
from success_desktop.documents.pdf_writer import write_pdf
from tests.documents.pdf.pdf_outlines import outline
from tests.documents.pdf.pdf_reading import list_tags, read_pages
from tests.documents.pdf.printed_tables import EDGE, HEIGHT, ROOM, WIDTH, find_text, print_boxes, read_letters


def side(language, label: str, value: str) -> Titled:
    anchor = Anchor(f"f_{label}", "n1", "name", language)
    return Titled(Label(Phrase(label, language), (anchor,)), Phrase(value, language))


def block(*values: tuple[str, str]) -> SideBySide:
    return SideBySide(
        tuple(
            (side("th", f"T{number}", thai), side("en", f"E{number}", english))
            for number, (thai, english) in enumerate(values)
        )
    )


def box(*values: tuple[str, str]) -> SideBySideBox:
    return SideBySideBox(block(*values), WIDTH - 2 * EDGE, "both")


def test_labels_stand_above_values_in_two_equal_columns(tmp_path: Path):
    path = tmp_path / "sides.pdf"
    print_boxes([box(("AAA", "BBB"))], path)
    thai, english, left, right = (
        find_text(read_letters(path), text)[0] for text in ("T0", "E0", "AAA", "BBB")
    )

    assert thai.top == pytest.approx(english.top, abs=1)
    assert left.top < thai.bottom
    assert left.top == pytest.approx(right.top, abs=1)
    assert left.left < WIDTH / 2 < right.left
    assert thai.top > HEIGHT - EDGE - 20


def test_labels_are_kept_with_the_first_lines_of_their_values():
    least = box(("ก\n" * 20, "x")).least

    assert box(("ก\nข", "x")).least == pytest.approx(least)
    piece = box(("ก\n" * 20, "x")).take(least, is_fresh=False)
    assert piece is not None
    assert piece.height == pytest.approx(least)


@pytest.mark.parametrize("fields", range(1, 9))
def test_no_label_stands_alone_at_the_foot_of_a_page(tmp_path: Path, fields: int):
    path = tmp_path / "sides.pdf"
    print_boxes([box(*(("ก", f"V{number}") for number in range(fields)), ("a\nb", "V9"))], path)
    letters = read_letters(path)

    for number in range(fields):
        assert find_text(letters, f"E{number}")[0].page == find_text(letters, f"V{number}")[0].page


def test_long_values_go_on_overleaf_whole(tmp_path: Path):
    path = tmp_path / "sides.pdf"
    thai = " ".join(f"t{number:03}" for number in range(400))
    english = " ".join(f"e{number:03}" for number in range(200))

    assert print_boxes([box((thai, english), ("last", "end"))], path) > 1
    text = "\n".join(read_pages(path))
    assert [f"t{number:03}" in text for number in range(400)] == [True] * 400
    assert [text.count(f"e{number:03}") for number in range(200)] == [1] * 200


def test_labels_are_places_to_lead_to():
    piece = box(("ก", "x"), ("ข", "y")).take(ROOM, is_fresh=True)

    assert piece is not None
    assert [place.name for place in piece.places] == ["f_T0", "f_E0", "f_T1", "f_E1"]
    downs = [place.down for place in piece.places]
    assert downs[0] == downs[1] == 0
    assert downs[2] == downs[3] > 0


def test_labels_are_heads_of_the_columns_below_them(tmp_path: Path):
    path = tmp_path / "plan.pdf"
    write_pdf(outline(sections=(Section("portrait", (), (block(("ก", "x")),)),), language="both"), path)

    with pikepdf.open(path) as pdf:
        tags = list_tags(pdf)
        cells = [tag.role for tag in tags if tag.role in ("Table", "TR", "TH", "TD")]
        scopes = {str(tag.entries.A.Scope) for tag in tags if tag.role == "TH"}
    assert cells == ["Table", "TR", "TH", "TH", "TR", "TD", "TD"]
    assert scopes == {"/Column"}


def test_a_value_that_is_missing_leaves_its_side_empty(tmp_path: Path):
    path = tmp_path / "sides.pdf"
    assert print_boxes([box(("", ""), ("ก", ""))], path) == 1
    assert "E1" in read_pages(path)[0]
