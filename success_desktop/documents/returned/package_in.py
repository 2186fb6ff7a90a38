"""A Word file that comes from outside, opened with care: nothing in it is followed, run, unpacked to disk or believed.

A package is a zip of parts that refer to each other (ECMA-376 part 2). Only parts inside it are read, each up to a limit.
"""

import io
import posixpath
import zipfile
import zlib
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

from success_desktop.documents.returned import refusals

LARGEST_FILE_BYTES = 100_000_000
LARGEST_PART_BYTES = 150_000_000
"""A plan of 5,000 projects has a body of 42 million bytes."""
MOST_BYTES = 300_000_000
"""What the parts that are read may come to."""
MOST_PARTS = 20_000
HARMLESS_BYTES = 10_000_000
MOST_PACKED = 150
"""How many times its packed size the XML of a part above that may be: those of real plans are 30 times at the most.

What is packed tighter is the same element over and over, whose tree would take all the memory there is.
"""

_ZIP = b"PK"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# All that zipfile raises over packages that are broken, encrypted or packed in a way it does not know.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, NotImplementedError)
_STRICT = {
    b'"http://purl.oclc.org/ooxml/wordprocessingml/main"': (
        b'"http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ),
    b'"http://purl.oclc.org/ooxml/officeDocument/math"': (
        b'"http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ),
    b'"http://purl.oclc.org/ooxml/officeDocument/relationships"': (
        b'"http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ),
}
"""The names of the strict variant (ECMA-376 part 1) and of the transitional one (part 4), which all programs write."""


class Relation(NamedTuple):
    """A reference from one part to another: its id, the last word of its type ("header") and the part's name."""

    id: str
    kind: str
    target: str


class Package:
    """The parts of a Word file, read when asked for. Names are as in the zip, without a leading slash."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._file_name = name
        self._left = MOST_BYTES
        self._real_names = {_plain(real).lower(): real for real in archive.namelist()}
        self.main = self._find_main()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, as they stand in the zip."""
        return tuple(self._archive.namelist())

    def holds(self, part: str) -> bool:
        """Whether there is a part of that name; case does not matter."""
        return _plain(part).lower() in self._real_names

    def read(self, part: str) -> bytes:
        """The bytes of a part. Raises UserError when it is missing, broken or too large."""
        real = self._real_names.get(_plain(part).lower())
        if real is None:
            raise refusals.damaged(self._file_name)
        limit = min(self._left, LARGEST_PART_BYTES)
        if self._archive.getinfo(real).file_size > limit:
            raise refusals.too_large(self._file_name)
        try:
            with self._archive.open(real) as stream:
                data = stream.read(limit + 1)
        except _BROKEN as error:
            raise refusals.damaged(self._file_name) from error
        if len(data) > limit:
            raise refusals.too_large(self._file_name)
        self._left -= len(data)
        return data

    def parse(self, part: str) -> etree._Element:
        """The tree of a part, in the names of the transitional variant. Raises UserError when it is no clean XML."""
        if self._is_bomb(part):
            raise refusals.hostile(self._file_name)
        data = self.read(part)
        for strict, transitional in _STRICT.items():
            if strict in data:
                data = data.replace(strict, transitional)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise refusals.damaged(self._file_name) from error
        if has_definitions(root):
            raise refusals.hostile(self._file_name)
        return root

    def _is_bomb(self, part: str) -> bool:
        """Whether a part is packed so tightly that it can only be one thing over and over."""
        real = self._real_names.get(_plain(part).lower())
        entry = None if real is None else self._archive.getinfo(real)
        return entry is not None and entry.file_size > max(HARMLESS_BYTES, MOST_PACKED * entry.compress_size)

    def related(self, part: str, *kinds: str) -> tuple[Relation, ...]:
        """What a part refers to, of some kinds, inside the package. What lies outside is left out and never fetched."""
        folder, base = posixpath.split(_plain(part))
        listing = posixpath.join(folder, "_rels", f"{base}.rels")
        if not self.holds(listing):
            return ()
        found = []
        for one in self.parse(listing):
            kind = str(one.get("Type", "")).rsplit("/", 1)[-1]
            if kind in kinds and one.get("TargetMode") != "External":
                target = _plain(posixpath.join("/", folder, unquote(one.get("Target", ""))))
                found.append(Relation(one.get("Id", ""), kind, target))
        return tuple(one for one in found if self.holds(one.target))

    def _find_main(self) -> str:
        """The main part: whatever the package itself refers to as such, under whatever name."""
        for relation in self.related("", "officeDocument"):
            return relation.target
        raise refusals.no_document(self._file_name, self.names)


def open_package(path: Path) -> Package:
    """Open the Word file at `path`, which may be moved or changed as soon as this returns.

    Raises UserError, with the reason and advice, for what is no Word file, protected by a password, broken or too large.
    """
    data = _read_file(path)
    if data.startswith(_OLE):
        # A compound file (MS-CFB): a package behind a password (MS-OFFCRYPTO), or a document of Word 97 to 2003.
        raise refusals.encrypted(path.name) if _ENCRYPTED in data else refusals.old_word(path.name)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        is_zip = data.startswith(_ZIP)
        raise refusals.damaged(path.name) if is_zip else refusals.no_word_file(path.name) from error
    if len(archive.namelist()) > MOST_PARTS:
        raise refusals.too_large(path.name)
    return Package(archive, path.name)


def _read_file(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE_BYTES:
            raise refusals.too_large(path.name)
        return path.read_bytes()
    except OSError as error:
        raise refusals.unreadable(path.name) from error


def has_definitions(root: etree._Element) -> bool:
    """Whether a part begins with a document type, which no part may have (ECMA-376 part 2, 8.1.1.3)."""
    return bool(root.getroottree().docinfo.internalDTD)


def _plain(name: str) -> str:
    """A part's name without a leading slash; "" for the package itself."""
    return posixpath.normpath(f"/{name}".replace("\\", "/")).lstrip("/")
