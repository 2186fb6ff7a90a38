"""A redline of ours that came back: which of the changes in it somebody accepted, which they rejected, which they left."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from success_desktop.documents.returned.bearings import Bearings, HomeText
from success_desktop.documents.returned.found_remarks import NO_REMARK, Found
from success_desktop.documents.returned.homes import Home, HomeFinder
from success_desktop.documents.returned.placing import take_bearings
from success_desktop.documents.returned.returned_file import ReturnedFile
from success_desktop.documents.returned.row_texts import row_texts
from success_desktop.documents.returned.sendings import Sending
from success_desktop.documents.returned.sent_map import SentField, SentText
from success_desktop.documents.returned.text_pieces import pieces_of, rejected_text, stamps_in
from success_desktop.documents.returned.value_places import Target, ValuePlace
from success_desktop.documents.returned.wordings import is_other
from success_desktop.domain.feedback import Anchor, Remark
from success_desktop.domain.plan import Plan
from success_desktop.domain.proposals import AddedRow, read_proposal, write_proposal
from success_desktop.services.receipts import Decision, Verdict

_Place = tuple[str, str, str]
_GRACE = timedelta(minutes=1)


@dataclass(frozen=True)
class SentRedline:
    """A redline as it was sent: the plan it starts from and what was printed of that."""

    old_plan: Plan
    old: Sending


def list_ours(file: ReturnedFile, sent_at: datetime) -> frozenset[str]:
    """The tracked elements that were in a redline already when it was sent (an instant in UTC)."""
    return frozenset(
        key for key, stamp in file.stamps.items() if stamp.at is not None and stamp.at <= sent_at + _GRACE
    )


class DecisionReader:
    """Reads what became of each change. `bearings` are those of the file with our own open changes settled."""

    def __init__(
        self,
        bearings: Bearings,
        original: ReturnedFile,
        ours: frozenset[str],
        redline: SentRedline,
        present: Plan,
    ) -> None:
        self._bearings = bearings
        self._original = original
        self._ours = ours
        self._present = present
        self._old_plan = redline.old_plan
        self._old_revision_id = redline.old.sent.revision_id
        self._old_bearings = take_bearings(bearings.file, redline.old, redline.old_plan)
        self._old_homes = _homes_by_place(redline.old, redline.old_plan)
        self._new_homes = _homes_by_place(bearings.sending, bearings.plan)
        self._old_texts = frozenset(_texts_of(redline.old))
        self._old_margins = {line for margin in (*redline.old.heads, *redline.old.feet) for line in margin}
        self._rows_back: dict[str, str] = {}
        self.decisions: dict[_Place, Verdict] = {}

    def read(self, found: Iterable[Found]) -> list[Found]:
        """The remarks of a file with what was decided on our changes told as proposals against the plan as it is now."""
        self._read_rows()
        extra = list(self._read_new())
        for place, home in self._new_homes.items():
            old = self._old_printed(place)
            if place in self.decisions or old == home.printed or home.sort == "computed":
                continue
            self.decisions[place] = "accepted" if not home.printed else "mixed" if old else "rejected"
            if not old:
                extra.append(Found(self._proposal(home, "")))
        kept = [one for one in map(self._as_decided, found) if one is not None]
        return [*self._without_twins(kept), *extra]

    def list_decisions(self) -> tuple[Decision, ...]:
        """What was decided, in the order of the document."""
        return tuple(Decision(*place, verdict) for place, verdict in self.decisions.items())

    def _read_new(self) -> Iterator[Found]:
        """What the new draft says otherwise than the old one."""
        for place in self._bearings.places.values:
            for text in self._bearings.read(place):
                home = text.home
                key = _place_of(home)
                if home.sort == "computed" or self._old_printed(key) == home.printed:
                    continue
                verdict = self._verdict(text, self._old_printed(key))
                self.decisions.setdefault(key, verdict)
                if verdict == "accepted" and self._present_reads_old(home):
                    yield Found(self._proposal(home, _held(home)))

    def _verdict(self, text: HomeText, old: str) -> Verdict:
        reads = rejected_text(text.pieces)
        if reads == text.home.printed:
            return "open" if self._is_open(text.place) else "accepted"
        return "mixed" if is_other(reads, old) else "rejected"

    def _is_open(self, place: ValuePlace) -> bool:
        """Whether changes of ours are still to be decided on in a place."""
        return any(key in self._ours for key in stamps_in(pieces_of(self._original, place.spans)))

    def _old_printed(self, place: _Place) -> str:
        home = self._old_homes.get(place)
        return home.printed if home else ""

    def _present_reads_old(self, home: Home) -> bool:
        """Whether the plan as it is now reads as the old draft did, so that what was accepted is still to be done."""
        node_id, field, part = _place_of(home)
        now, before, sent = (
            plan.nodes[node_id].parts(field).get(part) if node_id in plan.nodes else None
            for plan in (self._present, self._old_plan, self._bearings.plan)
        )
        return now == before != sent

    def _proposal(self, home: Home, proposed: str) -> Remark:
        """A decision as the wording of a part, against what the plan said where the decision was taken."""
        place = _place_of(home)
        sent = _held(self._new_homes.get(place))
        seen = sent if sent != proposed else _held(self._old_homes.get(place))
        return replace(
            NO_REMARK,
            author=self._bearings.author,
            sort="wording",
            trace="tracked",
            anchor=Anchor(*place, self._bearings.revision_id, seen, 0, len(seen)),
            placed_by="bookmark",
            proposed=proposed,
            quote=home.printed,
            source=f"decision|{':'.join(place)}|{self._bearings.author}|",
        )

    def _as_decided(self, one: Found) -> Found | None:
        """A silent edit that only takes our change back is a decision on it; what was computed with it is no word."""
        remark = one.remark
        if remark.trace != "untracked":
            return one
        if remark.sort == "comment":
            return None if self._only_reads_old(remark) else one
        if remark.sort in ("added", "removed"):
            is_ours = (
                remark.sort == "added" or self.decisions.get((remark.anchor.node_id, "", "")) == "rejected"
            )
            return one._replace(remark=replace(remark, trace="tracked")) if is_ours else one
        if self.decisions.get(remark.anchor.place) == "rejected":
            before = _held(self._old_homes.get(remark.anchor.place))
            return one._replace(remark=replace(remark, trace="tracked", proposed=before))
        return one

    def _only_reads_old(self, remark: Remark) -> bool:
        """Whether a remark only says that something that the program words reads as it did in the old draft."""
        sort, name, *_rest = remark.source.split("|")
        if sort == "missing":
            home = self._bearings.homes.homes_of(Target(name))[0]
            return self._old_printed(_place_of(home)) != home.printed
        if sort == "margin":
            return self._old_margins.issuperset(remark.quote.split("\n"))
        return (remark.quote if sort == "silent" else remark.context).strip() in self._old_texts

    def _read_rows(self) -> None:
        """Rows that only one of the drafts has: whether they still stand."""
        new, old = self._bearings, self._old_bearings
        for name, (_table, row) in new.sending.sent.row_by_name.items():
            if row.node_id not in self._old_plan.nodes:
                is_there = name in new.found.rows
                is_open = is_there and self._is_row_open(new.found.rows[name].paragraph)
                self._decide_node(row.node_id, "open" if is_open else "accepted" if is_there else "rejected")
        for name, (_table, row) in old.sending.sent.row_by_name.items():
            if row.node_id not in new.plan.nodes:
                paragraph = old.found.rows[name].paragraph if name in old.found.rows else -1
                is_back = paragraph >= 0 and not self._is_row_open(paragraph)
                verdict: Verdict = "rejected" if is_back else "open" if paragraph >= 0 else "accepted"
                self._decide_node(row.node_id, verdict)
                if is_back:
                    self._rows_back["\t".join(row_texts(row))] = row.node_id

    def _decide_node(self, node_id: str, verdict: Verdict) -> None:
        self.decisions.setdefault((node_id, "", ""), verdict)

    def _is_row_open(self, number: int) -> bool:
        place = self._original.paragraphs[number].place
        marks = self._original.row_of(place).marks if place else ()
        return any(mark.change_id in self._ours for mark in marks)

    def _without_twins(self, found: Sequence[Found]) -> Iterator[Found]:
        """Of the rows of one node that came back, in several tables, only the one with the most cells."""
        twins: dict[str, list[Found]] = {}
        for one in found:
            node_id = self._rows_back.get(one.remark.quote, "") if one.remark.sort == "added" else ""
            if node_id:
                twins.setdefault(node_id, []).append(one)
            else:
                yield one
        for node_id, family in twins.items():
            yield self._wanted_back(max(family, key=lambda one: len(one.remark.proposed)), node_id)

    def _wanted_back(self, one: Found, node_id: str) -> Found:
        """A row that came back is the node that the old draft had, not a new one that reads the same."""
        row = read_proposal(one.remark.proposed)
        assert isinstance(row, AddedRow)  # only rows that came have twins
        back = replace(row, old_id=node_id, old_revision_id=self._old_revision_id)
        return one._replace(remark=replace(one.remark, proposed=write_proposal(back)))


def _texts_of(sending: Sending) -> Iterator[str]:
    """Everything that was printed of a draft."""
    yield from sending.furniture
    yield from sending.fixtures
    for field in sending.sent.fields:
        yield from (field.label, field.value.shown)
    for _table, row in sending.sent.row_by_name.values():
        yield from row_texts(row)


def join_sendings(new: Sending, old: Sending) -> Sending:
    """What was sent in a redline: the new draft, with blank values where only the old one said something."""
    fields = list(new.sent.fields)
    places = {field.name: place for place, field in enumerate(fields)}
    blanks: dict[int, list[SentField]] = {}
    before = -1
    for field, above in zip(old.sent.fields, (None, *old.sent.fields), strict=False):
        if field.name in places:
            before = places[field.name]
            continue
        is_shared = above is not None and (above.node_id, above.label) == (field.node_id, field.label)
        label = fields[before].label if is_shared and before >= 0 else field.label
        blanks.setdefault(before, []).append(field._replace(label=label, value=SentText("")))
    joined = [*blanks.get(-1, ())]
    for place, field in enumerate(fields):
        joined += [field, *blanks.get(place, ())]
    return replace(new, sent=replace(new.sent, fields=tuple(joined)))


def _homes_by_place(sending: Sending, plan: Plan) -> dict[_Place, Home]:
    """Every home of what was sent, by node, field and part; the first of those that are printed more than once."""
    finder = HomeFinder(sending, plan)
    targets = [Target(field.name) for field in sending.sent.fields]
    for name, (table, _row) in sending.sent.row_by_name.items():
        targets.extend(Target(name, column) for column in range(len(table.sources)))
    homes: dict[_Place, Home] = {}
    for target in targets:
        for home in finder.homes_of(target):
            homes.setdefault(_place_of(home), home)
    return homes


def _place_of(home: Home) -> _Place:
    """The part that a home stands for in the document; a stand-in for a missing translation stands for that."""
    return home.node_id, home.field, home.language if home.mark else home.part


def _held(home: Home | None) -> str:
    """What the plan held in the part that a home stands for."""
    return "" if home is None or home.mark else home.seen
