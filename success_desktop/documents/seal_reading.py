"""Reading the seal out of a file that a document was printed to: out of its properties, and off its pages."""

import zipfile
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from lxml import etree

from success_desktop.domain.seal import find_seal_codes, read_seal_payload

_PACKAGES = (".docx", ".xlsx")
_CORE = "docProps/core.xml"
_LINES = frozenset(("p", "br", "tab", "si", "v", "oddFooter"))
"""The elements with which a line ends, in Word and in workbooks."""
_MOST_BYTES = 64_000_000
"""Of one part of a package: what is larger is no document of ours."""


class UnreadableCopyError(Exception):
    """A file that is damaged, locked by a password, or no document at all."""


@dataclass(frozen=True, slots=True)
class SealsFound:
    """What a file says of itself: plan and fingerprint in its properties (None: nothing), and the codes on its pages."""

    properties: tuple[str, str] | None = None
    codes: tuple[str, ...] = ()


def read_seals(path: Path) -> SealsFound:
    """The seals in a Word file, a workbook or a PDF. Raises UnreadableCopyError, or OSError when it is not there."""
    return _read_package(path) if path.suffix.lower() in _PACKAGES else _read_pdf(path)


def _read_package(path: Path) -> SealsFound:
    try:
        with zipfile.ZipFile(path) as package:
            names = [info.filename for info in package.infolist() if info.file_size <= _MOST_BYTES]
            core = _text_of(package.read(_CORE)) if _CORE in names else ""
            texts = [
                _text_of(package.read(name)) for name in names if name.endswith(".xml") and name != _CORE
            ]
    except (zipfile.BadZipFile, etree.XMLSyntaxError, RuntimeError, NotImplementedError) as error:
        raise UnreadableCopyError(str(error)) from error
    codes = (code for text in texts for code in find_seal_codes(text))
    return SealsFound(read_seal_payload(core), tuple(dict.fromkeys(codes)))


def _text_of(part: bytes) -> str:
    """The text of a part of a package: paragraphs apart, runs together, for Word may part a word into several."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    pieces: list[str] = []
    walk = etree.iterwalk(etree.fromstring(part, parser), events=("start", "end"), tag="{*}*")
    for event, element in walk:
        if event == "start":
            pieces.append(element.text or "")
        else:
            ends_line = etree.QName(element).localname in _LINES
            pieces.append("\n" if ends_line else "")
            pieces.append(element.tail or "")
    return "".join(pieces)


def _read_pdf(path: Path) -> SealsFound:
    try:
        with pikepdf.open(path) as document:
            said = [str(value) for value in document.docinfo.values()]
            metadata = document.Root.get("/Metadata")
            if isinstance(metadata, pikepdf.Stream):
                said.append(metadata.read_bytes().decode("utf-8", "replace"))
    except (pikepdf.PdfError, pikepdf.PasswordError) as error:
        raise UnreadableCopyError(str(error)) from error
    return SealsFound(next((found for text in said if (found := read_seal_payload(text))), None))
