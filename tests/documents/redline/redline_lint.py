"""What Word and its readers demand of tracked changes and validators do not see. Each finding is one line."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from lxml import etree

from success_desktop.documents.word_dates import W16DU
from tests.documents.redline.resolver import ARRIVED, GONE, W, read_parts

_CHANGES = ARRIVED | GONE
_TRACKED = _CHANGES | {f"{W}pPrChange", f"{W}sectPrChange", f"{W}moveFromRangeStart", f"{W}moveToRangeStart"}
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_TEXTS = (f"{W}t", f"{W}delText", f"{W}tab", f"{W}br")
_MOMENT = f"{{{W16DU}}}dateUtc"
_AHEAD = timedelta(hours=7)
_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_SARA_AM = "\u0e33"


def lint_changes(path: Path) -> list[str]:
    """Every finding in the tracked changes of a Word file; an empty list when they are sound."""
    trees = list(read_parts(path).values())
    return [
        *_signatures(trees),
        *(
            f"{tree.tag} does not say that moments may be passed over"
            for tree in trees
            if not _may_pass_over(tree)
        ),
        *(
            line
            for tree in trees
            for line in (*_moves(tree), *_contents(tree), *_arrived_rows(tree), *_torn_letters(tree))
        ),
    ]


def _signatures(trees: list[etree._Element]) -> Iterator[str]:
    tracked = [change for tree in trees for change in tree.iter(*_TRACKED)]
    for change in tracked:
        name = etree.QName(change).localname
        if not change.get(f"{W}author"):
            yield f"a {name} has no author"
        if not _INSTANT.fullmatch(change.get(f"{W}date", "")):
            yield f"a {name} has the date {change.get(f'{W}date')}"
        elif _moment(change.get(f"{W}date", "")) - _moment(change.get(_MOMENT, "")) != _AHEAD:
            yield f"a {name} does not show Thai time: {change.get(f'{W}date')}, {change.get(_MOMENT)}"
    ids = Counter(change.get(f"{W}id") for change in tracked)
    yield from (
        f"the id {name} of a change is used {times} times" for name, times in ids.items() if times > 1
    )


def _may_pass_over(tree: etree._Element) -> bool:
    """Whether a part with moments tells older programs, which do not know them, to pass them over."""
    has_moments = any(change.get(_MOMENT) for change in tree.iter(*_TRACKED))
    prefixes = (tree.get(_IGNORABLE) or "").split()
    return not has_moments or W16DU in [tree.nsmap.get(prefix) for prefix in prefixes]


def _moment(written: str) -> datetime:
    return (
        datetime.fromisoformat(written)
        if _INSTANT.fullmatch(written)
        else datetime.fromisoformat("0001-01-01T00:00:00Z")
    )


def _moves(tree: etree._Element) -> Iterator[str]:
    """A name has one place of departure and one of arrival, and every range an end behind its start."""
    names = {side: _range_names(tree, side) for side in ("From", "To")}
    for side, other in (("From", "To"), ("To", "From")):
        yield from (
            f"the move {name} has {times} ends {side}" for name, times in names[side].items() if times > 1
        )
        yield from (f"the move {name} has no end {other}" for name in names[side] if name not in names[other])
        open_ids: list[str | None] = []
        for mark in tree.iter(f"{W}move{side}RangeStart", f"{W}move{side}RangeEnd"):
            if str(mark.tag).endswith("Start"):
                open_ids.append(mark.get(f"{W}id"))
            elif mark.get(f"{W}id") in open_ids:
                open_ids.remove(mark.get(f"{W}id"))
            else:
                yield f"the end of a range move{side} has no start"
        yield from (f"the range move{side} {number} has no end" for number in open_ids)


def _range_names(tree: etree._Element, side: str) -> Counter[str]:
    return Counter(str(mark.get(f"{W}name")) for mark in tree.iter(f"{W}move{side}RangeStart"))


def _contents(tree: etree._Element) -> Iterator[str]:
    """What is deleted is called so, nothing else is, and no change holds nothing."""
    for name in ("delText", "delInstrText"):
        for text in tree.iter(f"{W}{name}"):
            if next(text.iterancestors(f"{W}del"), None) is None:
                yield f"a {name} is not deleted"
    for change in tree.iter(f"{W}del"):
        for text in change.iter(f"{W}t", f"{W}instrText"):
            yield f"a deleted text is no delText: {text.text}"
    for change in tree.iter(*_CHANGES):
        holder = change.getparent()
        assert holder is not None
        if holder.tag not in (f"{W}rPr", f"{W}trPr") and len(change) == 0:
            yield f"a change of nothing: {etree.QName(change).localname}"


def _arrived_rows(tree: etree._Element) -> Iterator[str]:
    """Rows that came and hold what went: LibreOffice keeps them when all is rejected."""
    for row in tree.iter(f"{W}tr"):
        if row.find(f"{W}trPr/{W}ins") is not None and next(row.iter(f"{W}delText"), None) is not None:
            yield f"a row that came holds what went: {''.join(map(str, row.itertext()))[:40]}"


def _torn_letters(tree: etree._Element) -> Iterator[str]:
    """Runs that begin with a mark of the letter before them, in the old text or in the new one."""
    for paragraph in tree.iter(f"{W}p"):
        for left_out in (ARRIVED, GONE):
            before = " "
            for text in paragraph.iter(*_TEXTS):
                if any(above.tag in left_out for above in text.iterancestors()):
                    continue
                written = text.text or " "
                if _is_mark(written[0]) and not before.isspace():
                    yield f"a run begins with a mark: {before}|{written[:20]}"
                before = written[-1]


def _is_mark(letter: str) -> bool:
    return letter == _SARA_AM or unicodedata.category(letter) == "Mn"
