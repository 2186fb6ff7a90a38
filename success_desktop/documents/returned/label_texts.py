"""Labels whose bookmarks are gone, found by what they say and by what stands behind them, in the order of the document."""

import itertools
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from rapidfuzz import fuzz

from success_desktop.documents.returned.returned_file import Paragraph, ReturnedFile
from success_desktop.documents.returned.sendings import Sending
from success_desktop.documents.returned.sent_map import SentField

_GAP = "  "
_NAME = "name"
_ALIKE = 70
"""How much of two first lines must agree (per cent) for one to be taken for the other."""
_MOST_COLUMNS = 2


class TextPlace(NamedTuple):
    """A paragraph that begins with a label's text ("label"), or with another, behind which the value stands ("quote").

    `lead` is what stands before the value in its line.
    """

    paragraph: int
    lead: str
    placed_by: Literal["label", "quote"]


class _Line(NamedTuple):
    """A paragraph as it was before any tracked change, with the one behind it."""

    number: int
    text: str
    following: str


class LabelUnit(NamedTuple):
    """The fields behind one label: a name, and under it a text that has no label of its own; mostly just one field."""

    fields: tuple[SentField, ...]

    @property
    def label(self) -> str:
        """What the label says."""
        return self.fields[0].label

    @property
    def value(self) -> str:
        """The first line of the value."""
        return self.fields[0].value.shown.partition("\n")[0]

    @property
    def keys(self) -> tuple[str, ...]:
        """How a label and the beginning of its value may stand: in one line, or one below the other."""
        if not self.value:
            return (f"{self.label}\n",) if self.label else ()
        if not self.label:
            return (self.value,)
        return f"{self.label}{_GAP}{self.value}", f"{self.label}\n{self.value}"


class _Gap(NamedTuple):
    """Units that are looked for between two paragraphs that are known."""

    units: Sequence[LabelUnit]
    lines: Sequence[_Line]


def find_by_text(file: ReturnedFile, sending: Sending, known: Mapping[str, int]) -> dict[str, TextPlace]:
    """Places for the fields that are not in `known` (paragraphs by the names of labels)."""
    units = list(units_of(sending.sent.fields))
    if all(unit.fields[0].name in known for unit in units):
        return {}
    taken = set(known.values())
    lines = [line for line in _lines_of(file) if line.number not in taken]
    found: dict[str, TextPlace] = {}
    for gap in _gaps(units, lines, known):
        for unit, place in _search(gap):
            found.update({field.name: place for field in unit.fields})
    return found


def units_of(fields: Sequence[SentField]) -> Iterator[LabelUnit]:
    """The fields in printed order, those behind one label together."""
    place = 0
    while place < len(fields):
        first, *others = fields[place : place + 2]
        is_shared = (
            bool(others)
            and first.field == _NAME != others[0].field
            and (first.node_id, first.label, first.language)
            == (others[0].node_id, others[0].label, others[0].language)
        )
        yield LabelUnit((first, *others) if is_shared else (first,))
        place += 2 if is_shared else 1


def _lines_of(file: ReturnedFile) -> list[_Line]:
    body = [one for one in file.paragraphs if one.story == "body" and _may_hold_label(file, one)]
    texts = [paragraph.text("rejected") for paragraph in body]
    return [
        _Line(paragraph.number, text, following)
        for paragraph, text, following in zip(body, texts, [*texts, ""][1:], strict=True)
    ]


def _may_hold_label(file: ReturnedFile, paragraph: Paragraph) -> bool:
    """Fields stand in running text, in lines across a table, and in tables of two columns; not in the contents."""
    if file.style_name(paragraph).startswith("toc"):
        return False
    return paragraph.place is None or len(file.row_of(paragraph.place).cells) <= _MOST_COLUMNS


def _gaps(units: Sequence[LabelUnit], lines: Sequence[_Line], known: Mapping[str, int]) -> Iterator[_Gap]:
    """The units without a place, run by run, each with the lines between the places of its neighbours."""
    numbers = [line.number for line in lines]
    run: list[LabelUnit] = []
    after = -1
    for unit in units:
        paragraph = known.get(unit.fields[0].name)
        if paragraph is None:
            run.append(unit)
            continue
        if run:
            yield _Gap(run, lines[bisect_left(numbers, after) : bisect_left(numbers, paragraph)])
            run = []
        after = max(after, paragraph)
    if run:
        yield _Gap(run, lines[bisect_left(numbers, after) :])


def _search(gap: _Gap) -> Iterator[tuple[LabelUnit, TextPlace]]:
    """First what is told beyond doubt by label and value together; then, in between, by either of them alone."""
    sure = _sure_pairs(gap)
    for unit, line in sure:
        yield gap.units[unit], _place(gap.lines[line], gap.units[unit])
    bounds = [(-1, -1), *sure, (len(gap.units), len(gap.lines))]
    for (unit, line), (next_unit, next_line) in itertools.pairwise(bounds):
        yield from _search_between(_Gap(gap.units[unit + 1 : next_unit], gap.lines[line + 1 : next_line]))


def _sure_pairs(gap: _Gap) -> list[tuple[int, int]]:
    """Units and lines that say the same, as often in the file as it was sent, in an order that both keep."""
    wanted: dict[str, list[int]] = defaultdict(list)
    present: dict[str, list[int]] = defaultdict(list)
    for place, unit in enumerate(gap.units):
        for key in unit.keys:
            wanted[key].append(place)
    for place, line in enumerate(gap.lines):
        for key in (line.text, f"{line.text}\n{line.following}"):
            present[key].append(place)
    pairs = {
        unit: line
        for key, units in wanted.items()
        if len(units) == len(present[key])
        for unit, line in zip(units, present[key], strict=True)
    }
    return longest_rise(sorted(pairs.items()))


def longest_rise(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most pairs whose second numbers rise, too."""
    ends: list[int] = []
    heads: list[int] = []
    before: list[int | None] = []
    for place, (_first, second) in enumerate(pairs):
        at = bisect_left(ends, second)
        ends[at : at + 1] = [second]
        heads[at : at + 1] = [place]
        before.append(heads[at - 1] if at else None)
    chosen: list[tuple[int, int]] = []
    last = heads[-1] if heads else None
    while last is not None:
        chosen.append(pairs[last])
        last = before[last]
    return chosen[::-1]


def _search_between(gap: _Gap) -> Iterator[tuple[LabelUnit, TextPlace]]:
    """By label alone, by a value behind another label, by a value that reads almost as it did: each in the file's order."""
    left = list(gap.units)
    lines = list(gap.lines)
    for fits in (_has_label, _ends_in_value, _is_alike):
        start = 0
        for unit in tuple(left):
            place = next((at for at in range(start, len(lines)) if fits(unit, lines[at])), None)
            if place is not None:
                line = lines.pop(place)
                start = place
                left.remove(unit)
                yield unit, _place(line, unit)


def _has_label(unit: LabelUnit, line: _Line) -> bool:
    return bool(unit.label) and (line.text == unit.label or line.text.startswith(unit.label + " "))


def _ends_in_value(unit: LabelUnit, line: _Line) -> bool:
    return bool(unit.label and unit.value) and (
        line.text == unit.value or line.text.endswith(f" {unit.value}")
    )


def _is_alike(unit: LabelUnit, line: _Line) -> bool:
    if not unit.value:
        return False
    # On the cover nothing stands before a value: there what was written behind or before it does not count.
    compare = fuzz.ratio if unit.label else fuzz.partial_ratio
    return bool(line.text) and compare(unit.value, line.text) >= _ALIKE


def _place(line: _Line, unit: LabelUnit) -> TextPlace:
    if _has_label(unit, line):
        return TextPlace(line.number, unit.label, "label")
    lead = line.text.removesuffix(unit.value) if _ends_in_value(unit, line) else ""
    return TextPlace(line.number, lead.rstrip(" "), "quote")
