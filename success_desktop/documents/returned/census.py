"""An independent count of what a returned Word file holds: plain iteration over its raw XML, to hold a reading against.

It shares nothing with the reader but the opening of the package: what the reader loses, the sums show.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from success_desktop.documents.returned.package_in import Package, open_package

SORTS = (
    *("comment", "reply", "insertion", "deletion", "move_from", "move_to"),
    *("row_insertion", "row_deletion", "mark_insertion", "mark_deletion", "mark_move_from", "mark_move_to"),
    *("cell_insertion", "cell_deletion", "cell_merge", "formatting"),
)
"""What is counted: remarks and answers; tracked text, rows, paragraph marks and cells; changes of looks alone."""

_SORT_OF = {"ins": "insertion", "del": "deletion", "moveFrom": "move_from", "moveTo": "move_to"}
_SORT_OF_CELL = {"cellIns": "cell_insertion", "cellDel": "cell_deletion", "cellMerge": "cell_merge"}
_STORY_KINDS = ("header", "footer", "footnotes", "endnotes", "comments")


class Census(NamedTuple):
    """How many there are of each sort; sorts of which there are none are left out."""

    counts: dict[str, int]

    def differences(self, read: dict[str, int]) -> dict[str, tuple[int, int]]:
        """The sorts whose numbers disagree with those `read`: how many the file holds, how many were read."""
        sorts = sorted(self.counts.keys() | read.keys())
        pairs = {sort: (self.counts.get(sort, 0), read.get(sort, 0)) for sort in sorts}
        return {sort: pair for sort, pair in pairs.items() if pair[0] != pair[1]}


def count_elements(path: Path) -> Census:
    """Count what the Word file at `path` holds. Raises UserError as `read_returned` does."""
    package = open_package(path)
    counts: Counter[str] = Counter()
    for part in _list_stories(package):
        for element in package.parse(part).iter("{*}*"):
            sort = _sort_of(element)
            if sort and not _is_passed_over(element):
                counts[sort] += 1
    counts["reply"] = _count_replies(package)
    counts["comment"] -= counts["reply"]
    return Census(dict(+counts))


def _list_stories(package: Package) -> Iterator[str]:
    """The parts that hold text, each once."""
    related = package.related(package.main, *_STORY_KINDS)
    yield from dict.fromkeys([package.main, *(relation.target for relation in related)])


def _sort_of(element: etree._Element) -> str:
    """What an element counts as; "" for nothing."""
    name = _word_name(element)
    if name in _SORT_OF:
        return _sort_by_place(_SORT_OF[name], element)
    if name == "comment":
        return name
    is_of_looks = name.endswith("Change") or (name.startswith("customXml") and name.endswith("RangeStart"))
    return "formatting" if is_of_looks else _SORT_OF_CELL.get(name, "")


def _sort_by_place(sort: str, element: etree._Element) -> str:
    """Tracked text counts as such; in properties the same element is about a mark, a row, or the looks of something."""
    holders = [_word_name(holder) for holder in islice(element.iterancestors(), 2)]
    if holders == ["rPr", "pPr"]:
        return f"mark_{sort}"
    if holders[:1] == ["trPr"]:
        return f"row_{sort}"
    return "formatting" if holders[:1] in (["rPr"], ["numPr"]) else sort


def _is_passed_over(element: etree._Element) -> bool:
    """Whether an element stands in old properties, or in one of several forms of some content that is not the first."""
    for holder in element.iterancestors():
        if _word_name(holder).endswith("Change"):
            return True
        above = holder.getparent()
        if above is not None and etree.QName(above).localname == "AlternateContent":
            forms = [form for form in above if etree.QName(form).localname == "Choice"] or list(above)
            if forms[0] is not holder:
                return True
    return False


def _count_replies(package: Package) -> int:
    """The comments whose last paragraph another part says to answer the last paragraph of another comment."""
    known: set[str] = set()
    for relation in package.related(package.main, "comments")[:1]:
        for comment in package.parse(relation.target):
            known.update(one for one in list(_paragraph_ids(comment))[-1:] if one)
    answers: set[str] = set()
    for relation in package.related(package.main, "commentsExtended"):
        for one in package.parse(relation.target):
            values = {etree.QName(str(key)).localname: str(value).upper() for key, value in one.items()}
            answer, answered = values.get("paraId", ""), values.get("paraIdParent", "")
            if answer != answered and {answer, answered} <= known:
                answers.add(answer)
    return len(answers)


def _paragraph_ids(comment: etree._Element) -> Iterator[str]:
    for paragraph in comment.iter("{*}p"):
        ids = [str(value) for key, value in paragraph.items() if str(key).endswith("}paraId")]
        yield ids[0].upper() if ids else ""


def _word_name(element: etree._Element) -> str:
    """The name of an element of WordprocessingML; "" for one of another vocabulary."""
    name = etree.QName(element)
    return name.localname if str(name.namespace).endswith("/wordprocessingml/2006/main") else ""
