"""Reading PDF files in tests as others read them: pdfium and poppler for the text, pikepdf for what lies below it."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pypdfium2

POPPLER = shutil.which("pdftotext")
_BLANKS = re.compile(r"\s+")


def read_pages(path: Path, password: str | None = None) -> list[str]:
    """The text of each page as pdfium gives it."""
    with pypdfium2.PdfDocument(path, password=password) as pdf:
        return [page.get_textpage().get_text_bounded() for page in pdf]


def read_with_poppler(path: Path) -> list[str]:
    """The text of each page as poppler gives it, in the order of the page's operators."""
    assert POPPLER is not None
    done = subprocess.run(
        [POPPLER, "-raw", "-enc", "UTF-8", path, "-"], capture_output=True, check=True, timeout=60
    )
    return done.stdout.decode().split("\f")[:-1]


def squeeze(text: str) -> str:
    """A text without its blanks: lines and wide gaps are no part of what is said."""
    return _BLANKS.sub("", text)


class Tag(NamedTuple):
    """A tag of a file: role, depth below the root, page (from 0) of its first mark (-1: none), and its entries."""

    role: str
    depth: int
    page: int
    entries: pikepdf.Object


def list_tags(pdf: pikepdf.Pdf) -> list[Tag]:
    """All tags in the order of reading."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    return list(_walk(pdf.Root.StructTreeRoot.K, 0, pages))


def _walk(entries: pikepdf.Object, depth: int, pages: dict[tuple[int, int], int]) -> Iterator[Tag]:
    page = pages[entries.Pg.objgen] if "/Pg" in entries else -1
    yield Tag(str(entries.S)[1:], depth, page, entries)
    for kid in entries.get("/K", ()):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _walk(kid, depth + 1, pages)


def list_marks(pdf: pikepdf.Pdf, page: int) -> list[tuple[str, int]]:
    """The outermost marks of a page as role and number, in the order of drawing; artifacts have the number -1.

    Fails when marks nest that must not, or are left open.
    """
    marks, depth, inside = [], 0, False
    for step in pikepdf.parse_content_stream(pdf.pages[page]):
        operands, name = step.operands, str(step.operator)
        if name in ("BDC", "BMC"):
            role = str(operands[0])[1:]
            if depth == 0:
                number = int(operands[1].get("/MCID", -1)) if name == "BDC" else -1
                marks.append((role, number))
                inside = True
            else:
                assert role == "Span", f"{role} inside a mark on page {page}"
                assert "/MCID" not in operands[1]
            depth += 1
        elif name == "EMC":
            depth -= 1
            inside = depth > 0
        elif name in ("Tj", "TJ", "f", "S", "Do", "re"):
            assert inside, f"{name} on page {page} belongs to nothing"
    assert depth == 0
    return marks


class Bookmark(NamedTuple):
    """An entry of the outline: its title, its depth, and the page (from 0) it leads to."""

    title: str
    depth: int
    page: int


def list_bookmarks(pdf: pikepdf.Pdf) -> list[Bookmark]:
    """The outline of a file."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    with pdf.open_outline() as outline:
        return list(_walk_outline(outline.root, 0, pages))


def _walk_outline(
    items: list[pikepdf.OutlineItem], depth: int, pages: dict[tuple[int, int], int]
) -> Iterator[Bookmark]:
    for item in items:
        target = item.destination
        assert isinstance(target, pikepdf.Array)
        yield Bookmark(item.title, depth, pages[target[0].objgen])
        yield from _walk_outline(item.children, depth + 1, pages)


def list_kids(entries: pikepdf.Object) -> list[Any]:
    """What a tag holds: numbers of marks, marks on other pages, links and tags."""
    return list(entries.K)


def list_labels(path: Path) -> list[str]:
    """What viewers call the pages of a file."""
    with pikepdf.open(path) as pdf:
        return [str(page.label) for page in pdf.pages]
