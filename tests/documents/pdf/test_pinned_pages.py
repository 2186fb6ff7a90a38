"""Every kind of page looks, and reads, as it was last agreed on.

Pictures and texts lie in tests/documents/pdf/pictures/. Where pages have changed for good, look at what a failing test
leaves in out/pages/, then pin the new looks: ``.venv/bin/python -m pytest tests/documents/pdf --update-pictures``.
"""

import functools
import platform
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.outline_blocks import Outline
from success_desktop.documents.pdf_writer import write_pdf
from tests.documents.pdf.pdf_outlines import SEAL, cover, en, every_block, letter, outline, th, whole_book
from tests.documents.pdf.pdf_reading import read_pages
from tests.documents.word_plans import sample_plan

ROOT = Path(__file__).resolve().parents[3]
PICTURES = Path(__file__).resolve().parent / "pictures"
LEFT_BEHIND = ROOT / "out" / "pages"
LARGEST = 90_000
"""Bytes of a picture."""
_DOTS = 80
_SHADES = 16
_ENOUGH = 48
"""A pixel differs when its grey is further off than this, of 255."""
_TOLERATED = 0.0005
_BREAK = "\n=== page {number} ===\n"


def sealed_book() -> Outline:
    """Every kind of page in Thai, with a seal and a watermark."""
    return whole_book(seal=SEAL, watermark=(th("ร่าง"),), has_thai_digits=True)


def english_book() -> Outline:
    """Cover, contents and blocks with English margins on long paper."""
    book = outline(*every_block(), cover=cover(), contents_title=(en("Contents"),), page_word=en("Page"))
    return replace(book, language="en", paper="F4", title=en("Test plan 2025–2029"))


def sample_in_both() -> Outline:
    """The sample plan in both languages."""
    return build_outline(sample_plan(), OutlineOptions("both", revision_id="r1"))


BOOKS = {
    "book": sealed_book,
    "letter": lambda: letter(seal=SEAL),
    "english": english_book,
    "both": sample_in_both,
}
PAGES = [
    *(("book", number) for number in range(1, 8)),
    ("letter", 1),
    ("letter", 2),
    ("english", 2),
    ("english", 3),
    ("both", 1),
    ("both", 3),
    ("both", 5),
]


@functools.cache
def print_book(name: str, folder: Path) -> Path:
    """The file of a book, printed once."""
    path = folder / f"{name}.pdf"
    write_pdf(BOOKS[name](), path)
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Where the files of this module lie."""
    return tmp_path_factory.mktemp("pages")


def photograph(path: Path, number: int) -> Image.Image:
    """A page in few shades of grey."""
    with pypdfium2.PdfDocument(path) as pdf:
        seen: Image.Image = pdf[number - 1].render(scale=_DOTS / 72, grayscale=True).to_pil().convert("L")
    step = 255 // (_SHADES - 1)
    return seen.point(lambda shade: round(shade / step) * step)


def share_of_difference(seen: Image.Image, pinned: Image.Image) -> float:
    """The share of pixels that differ; pictures of different sizes differ everywhere."""
    if seen.size != pinned.size:
        return 1.0
    histogram = ImageChops.difference(seen, pinned.convert("L")).histogram()
    return sum(histogram[_ENOUGH:]) / (seen.width * seen.height)


@pytest.mark.skipif(platform.system() != "Linux", reason="letters are drawn a little otherwise elsewhere")
@pytest.mark.parametrize(("name", "number"), PAGES)
def test_a_page_looks_as_it_was_agreed_on(name, number, folder, request):
    seen = photograph(print_book(name, folder), number)
    path = PICTURES / f"{name}-{number}.png"
    if request.config.getoption("--update-pictures"):
        path.parent.mkdir(exist_ok=True)
        seen.quantize(_SHADES).save(path, optimize=True)
    share = share_of_difference(seen, Image.open(path)) if path.exists() else 1.0
    if share > _TOLERATED:
        LEFT_BEHIND.mkdir(parents=True, exist_ok=True)
        seen.save(LEFT_BEHIND / path.name)
    assert share <= _TOLERATED, f"{path.name} differs in {share:.3%} of its pixels; see out/pages/{path.name}"


@pytest.mark.parametrize("name", ["book", "english"])
def test_pages_read_as_it_was_agreed_on(name, folder, request):
    pages = read_pages(print_book(name, folder))
    text = "".join(
        _BREAK.format(number=number) + page.replace("\r\n", "\n")
        for number, page in enumerate(pages, start=1)
    )
    path = PICTURES / f"{name}.txt"
    if request.config.getoption("--update-pictures"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


def test_pinned_pictures_are_small_and_belong_to_a_page():
    kept = {path.name: path.stat().st_size for path in PICTURES.glob("*.png")}
    assert set(kept) == {f"{name}-{number}.png" for name, number in PAGES}
    assert max(kept.values()) < LARGEST


def test_a_missing_word_is_noticed(folder):
    seen = photograph(print_book("letter", folder), 1)
    written = ImageChops.invert(seen).getbbox()
    assert written is not None
    changed = seen.copy()
    changed.paste(255, (0, written[1], seen.width, written[1] + 20))
    assert share_of_difference(changed, seen) > _TOLERATED


def test_pictures_of_another_size_differ_everywhere(folder):
    seen = photograph(print_book("letter", folder), 1)
    assert share_of_difference(seen, seen.resize((10, 10))) == 1.0
