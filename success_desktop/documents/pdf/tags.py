"""The tags of a PDF: what each mark on its pages is (a heading, a paragraph, a cell), in the order of reading."""

from collections.abc import Iterator
from contextlib import contextmanager

ARTIFACT = "/Artifact BMC"
"""Opens what is drawn on a page without being part of its text: rules, shades, heads and feet, heads said again."""
END = "EMC"
"""Closes what `ARTIFACT` or a mark opened."""


class Element:
    """A node of the tree of tags: its role (`P`, `H1`, `TD` …), what it holds, and attributes as PDF syntax.

    A kid is an element, or the number of a page (from 0, as drawn) with the number of a mark on it, or a link's number.
    """

    __slots__ = ("alternative", "attributes", "kids", "language", "parent", "role")

    def __init__(self, role: str, parent: "Element | None", attributes: str = "", language: str = "") -> None:
        self.role = role
        self.parent = parent
        self.attributes = attributes
        self.language = language
        self.alternative = ""
        self.kids: list[Element | tuple[int, int] | int] = []


class Tagger:
    """Builds the tree while pages are drawn: elements in the order of reading, marks in the order of drawing.

    `code` is the list of operators of the page in hand, which `turn` exchanges. Marks never nest and end on their page.
    """

    def __init__(self, code: list[str]) -> None:
        self.root = Element("Document", None)
        self.page = 0
        self._code = code
        self._here = self.root
        self._owners: list[list[Element]] = [[]]

    @property
    def owners(self) -> list[list[Element]]:
        """For each page drawn the elements that its marks belong to, by the number of the mark."""
        return self._owners

    def turn(self, code: list[str]) -> None:
        """Go to the next page, whose operators are gathered in `code`."""
        self.page += 1
        self._code = code
        self._owners.append([])

    def element(
        self, role: str, parent: Element | None = None, attributes: str = "", language: str = ""
    ) -> Element:
        """A new last kid of `parent`, or of the part of the document in hand.

        `attributes` are the entries of an attribute dictionary (`/O /Table /Scope /Column`); `language` is set where it
        differs from the document's.
        """
        above = parent or self._here
        made = Element(role, above, attributes, language)
        above.kids.append(made)
        return made

    @contextmanager
    def inside(self, element: Element) -> Iterator[Element]:
        """While this lasts, elements without a parent of their own are put into `element`."""
        before, self._here = self._here, element
        try:
            yield element
        finally:
            self._here = before

    def mark(self, element: Element) -> str:
        """The operator that opens a mark of `element` on this page; to be put among the page's, and closed by `END`."""
        owners = self._owners[-1]
        number = len(owners)
        owners.append(element)
        element.kids.append((self.page, number))
        return f"/{element.role} <</MCID {number}>> BDC"

    def begin(self, element: Element) -> None:
        """What is drawn from here to `end` belongs to `element`."""
        self._code.append(self.mark(element))

    def begin_artifact(self) -> None:
        """What is drawn from here to `end` is no part of the text."""
        self._code.append(ARTIFACT)

    def end(self) -> None:
        """Close what was begun."""
        self._code.append(END)
