"""Fields of Word while a story is read: between its beginning and its separator stands a code, which nobody sees."""

from typing import Literal

from lxml import etree

from success_desktop.documents.returned.returned_file import Holding
from success_desktop.documents.returned.word_names import W

_PAGE_FIELDS = frozenset(("PAGE", "PAGEREF", "NUMPAGES", "SECTIONPAGES"))
"""Fields whose result whoever opens the document counts anew."""

_Phase = Literal["code", "result", "page"]


class FieldCodes:
    """Knows at each run of a story whether it is text, a field's code or a page's number (ECMA-376 part 1, 17.16.18)."""

    def __init__(self) -> None:
        self._codes: list[str] = []
        self._phases: list[_Phase] = []
        self.is_hidden = False
        self.holding: Holding = ""

    def turn(self, mark: etree._Element) -> None:
        """Pass a ``w:fldChar``."""
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            self._codes.append("")
            self._phases.append("code")
        elif kind == "separate" and self._phases:
            self._phases[-1] = "page" if _is_of_page(self._codes[-1]) else "result"
        elif kind == "end" and self._phases:
            self._codes.pop()
            self._phases.pop()
        self._settle()

    def add_code(self, text: str) -> None:
        """More of the code of the innermost field."""
        if self._codes:
            self._codes[-1] += text

    def begin_simple(self, code: str) -> None:
        """A ``w:fldSimple`` begins: all inside it is result."""
        self._codes.append(code)
        self._phases.append("page" if _is_of_page(code) else "result")
        self._settle()

    def end_simple(self) -> None:
        """A ``w:fldSimple`` ends."""
        self._codes.pop()
        self._phases.pop()
        self._settle()

    def end_paragraph(self) -> None:
        """A code that its paragraph does not end is broken: what follows counts as text, so that none is lost."""
        if self.is_hidden:
            self._phases = ["result" if phase == "code" else phase for phase in self._phases]
            self._settle()

    def _settle(self) -> None:
        self.is_hidden = "code" in self._phases
        self.holding = "page" if "page" in self._phases else ""


def _is_of_page(code: str) -> bool:
    words = code.split(maxsplit=1)
    return bool(words) and words[0].upper() in _PAGE_FIELDS
