"""Accepting and rejecting tracked changes with LibreOffice: one process, without a window, for any number of files."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, NamedTuple

from lxml import etree

from tests.documents.redline.resolver import (
    PAGE,
    Block,
    Blocks,
    Change,
    Reading,
    Table,
    W,
    accept_all,
    reject_all,
)

Deed = Literal["accept", "reject", "read"]
DEEDS: Mapping[Deed, Callable[[Path, Change], Reading]] = {"reject": reject_all, "accept": accept_all}
"""What LibreOffice can do with all changes of a file, and what the standard says that this makes of it."""

_PYTHON = Path("/usr/bin/python3")
_WORKER = Path(__file__).with_name("libreoffice_worker.py")
_COMMANDS: Mapping[Deed, str] = {
    "accept": "AcceptAllTrackedChanges",
    "reject": "RejectAllTrackedChanges",
    "read": "",
}
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_SIGNS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n", f"{_TEXT}page-number": PAGE}
_KEPT_EMPTY_ROW = "\u200d"
"""LibreOffice puts this into a row without any text whose change it has undone."""

_PAGE_OF_ENTRY = re.compile(r"(?<=\t)\w+$")
"""In the contents LibreOffice keeps the number and forgets the field."""


class Pages(NamedTuple):
    """The text of a document as LibreOffice has it, and the different heads and feet of its pages."""

    blocks: Blocks
    margins: frozenset[Blocks]


class LibreOffice:
    """An office at work; the files it makes go to `folder`."""

    def __init__(self, process: "subprocess.Popen[str]", folder: Path) -> None:
        self._process = process
        self._folder = folder

    def read(self, path: Path, deed: Deed) -> Pages:
        """The text of a Word file once all its changes are accepted or rejected, or as it is."""
        target = self._folder / "done.fodt"
        target.unlink(missing_ok=True)
        job = {"source": str(path), "target": str(target), "command": _COMMANDS[deed]}
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()
        fault = json.loads(self._process.stdout.readline() or '"LibreOffice ended"')
        assert not fault, fault
        return _read_flat(target)


class NoLibreOffice(Exception):
    """LibreOffice cannot be driven here; the message says why."""


def _require_libreoffice() -> None:
    if shutil.which("soffice") is None:
        raise NoLibreOffice(
            "LibreOffice (soffice) is not installed: nothing but the resolver resolves changes"
        )
    probe = [str(_PYTHON), "-c", "import uno"]
    if not _PYTHON.exists() or subprocess.run(probe, capture_output=True, check=False).returncode:
        raise NoLibreOffice("the bridge to LibreOffice is not installed (python3-uno)")


@contextmanager
def open_libreoffice(folder: Path, seconds_to_start: float = 30) -> Iterator[LibreOffice]:
    """LibreOffice with a profile of its own in `folder`. Raises NoLibreOffice where it is missing or does not start."""
    _require_libreoffice()
    command = [str(_PYTHON), str(_WORKER), str(folder / "profile"), str(seconds_to_start)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        if process.stdout.readline() != "ready\n":
            raise NoLibreOffice("LibreOffice (soffice) does not start")
        try:
            yield LibreOffice(process, folder)
        finally:
            process.stdin.close()
            process.wait(60)


def untrack_marks_before_tables(tree: etree._Element) -> None:
    """Take a tree of a Word file as LibreOffice 7.4 does: a paragraph right before a table keeps its mark."""
    for paragraph in tree.iter(f"{W}p"):
        following = next((one for one in paragraph.itersiblings() if one.tag in (f"{W}p", f"{W}tbl")), None)
        if following is not None and following.tag == f"{W}tbl":
            for marks in paragraph.iterfind(f"{W}pPr/{W}rPr"):
                for mark in marks.findall("*"):
                    marks.remove(mark)


def as_libreoffice_reads(reading: Reading) -> Pages:
    """The same text as LibreOffice has it: an empty paragraph that only ends a section is none for it."""
    *others, last = [pages.blocks for pages in reading]
    inner = (block for blocks in others for block in (blocks[:-1] if blocks[-1:] == ("",) else blocks))
    margins = (side for pages in reading for side in pages.margins)
    return Pages((*inner, *last), frozenset(blocks for blocks in margins if blocks))


def _read_flat(path: Path) -> Pages:
    root = etree.parse(path, etree.XMLParser(huge_tree=True)).getroot()
    text = root.find(f"{_OFFICE}body/{_OFFICE}text")
    assert text is not None, "a file without text"
    assert root.find(f".//{_TEXT}changed-region") is None, "changes are left"
    margins = (tuple(_read_blocks(side)) for page in root.iter(f"{_STYLE}master-page") for side in page)
    return Pages(tuple(_read_blocks(text)), frozenset(blocks for blocks in margins if blocks))


def _read_blocks(holder: etree._Element) -> Iterator[Block]:
    for element in holder:
        if element.tag in (f"{_TEXT}p", f"{_TEXT}h"):
            text = "".join(_read_text(element))
            yield _PAGE_OF_ENTRY.sub(PAGE, text) if holder.tag == f"{_TEXT}index-body" else text
        elif element.tag == f"{_TABLE}table":
            yield _read_table(element)
        elif element.tag != f"{_TEXT}tracked-changes":
            yield from _read_blocks(element)


def _read_table(table: etree._Element) -> Table:
    rows = [
        row for row in table.iter(f"{_TABLE}table-row") if next(row.iterancestors(f"{_TABLE}table")) is table
    ]
    read = (tuple(tuple(_read_blocks(cell)) for cell in row.findall(f"{_TABLE}table-cell")) for row in rows)
    return Table(tuple(_without_filler(row) for row in read))


def _without_filler(row: tuple[Blocks, ...]) -> tuple[Blocks, ...]:
    texts = [block for cell in row for block in cell if isinstance(block, str)]
    is_empty = "".join(texts) == _KEPT_EMPTY_ROW
    return tuple(tuple("" for _block in cell) for cell in row) if is_empty else row


def _read_text(element: etree._Element) -> Iterator[str]:
    if element.tag in _SIGNS:
        yield _SIGNS[str(element.tag)]
    elif element.tag == f"{_TEXT}s":
        yield " " * int(element.get(f"{_TEXT}c", "1"))
    elif element.get(f"{_TEXT}reference-format") == "page":
        yield PAGE
    else:
        yield element.text or ""
        for child in element:
            yield from _read_text(child)
            yield child.tail or ""
