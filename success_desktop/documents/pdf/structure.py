"""The tree of tags as objects of a PDF file."""

from collections.abc import Iterator

from success_desktop.documents.pdf.book import FIRST_LINK_KEY, BookNumbers
from success_desktop.documents.pdf.tags import Element, Tagger


def write_structure(tags: Tagger, numbers: BookNumbers) -> list[tuple[int, bytes]]:
    """The objects of the tree, numbered from `numbers.free` on: its root, the way back from marks to tags, the tags."""
    bodies = _Tree(tags, numbers).write()
    return [(number, body.encode("ascii")) for number, body in enumerate(bodies, start=numbers.free)]


class _Tree:
    """A tree of tags whose elements have numbers, each a lower one than its kids."""

    def __init__(self, tags: Tagger, numbers: BookNumbers) -> None:
        self._tags = tags
        self._pages = numbers.pages
        self._links = numbers.links
        self._root = numbers.free
        self._places = {
            element: place for place, element in enumerate(_walk(tags.root), start=self._root + 2)
        }
        self._owners_of_links = [0] * len(numbers.links)

    def write(self) -> Iterator[str]:
        """The body of each object in the order of their numbers."""
        elements = [self._element(element) for element in self._places]
        yield (
            f"<</Type/StructTreeRoot/K {self._root + 2} 0 R/ParentTree {self._root + 1} 0 R"
            f"/ParentTreeNextKey {FIRST_LINK_KEY + len(self._links)}>>"
        )
        yield self._way_back()
        yield from elements

    def _way_back(self) -> str:
        """For each page the owners of its marks, for each link its owner; a page's key is its number as drawn."""
        rows = [
            f"{page}[{' '.join(f'{self._places[owner]} 0 R' for owner in owners)}]"
            for page, owners in enumerate(self._tags.owners[: len(self._pages)])
        ]
        rows += [f"{FIRST_LINK_KEY + link} {owner} 0 R" for link, owner in enumerate(self._owners_of_links)]
        return f"<</Nums[{' '.join(rows)}]>>"

    def _element(self, element: Element) -> str:
        parent = self._places[element.parent] if element.parent else self._root
        page = next((kid[0] for kid in element.kids if isinstance(kid, tuple)), -1)
        entries = [f"/S/{element.role}/P {parent} 0 R"]
        if page >= 0:
            entries.append(f"/Pg {self._pages[page]} 0 R")
        if element.kids:
            entries.append(f"/K[{' '.join(self._kid(element, kid, page) for kid in element.kids)}]")
        if element.attributes:
            entries.append(f"/A<<{element.attributes}>>")
        if element.language:
            entries.append(f"/Lang({element.language})")
        if element.alternative:
            entries.append(f"/Alt<FEFF{element.alternative.encode('utf-16-be', 'replace').hex()}>")
        return f"<<{''.join(entries)}>>"

    def _kid(self, element: Element, kid: Element | tuple[int, int] | int, page: int) -> str:
        if isinstance(kid, Element):
            return f"{self._places[kid]} 0 R"
        if isinstance(kid, int):
            self._owners_of_links[kid] = self._places[element]
            return f"<</Type/OBJR/Obj {self._links[kid]} 0 R>>"
        if kid[0] == page:
            return str(kid[1])
        return f"<</Type/MCR/Pg {self._pages[kid[0]]} 0 R/MCID {kid[1]}>>"


def _walk(element: Element) -> Iterator[Element]:
    """An element and all below it, each before its kids."""
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _walk(kid)
