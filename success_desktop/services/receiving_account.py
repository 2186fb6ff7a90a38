"""The sums of a receipt: each thing that a file holds is placed, unplaced or set aside, once, and the census agrees."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from success_desktop.documents.returned.placing import Placement
from success_desktop.services.receipts import Receipt, SortLine
from success_desktop.services.receiving_files import OpenedFile, require_all_read
from success_desktop.services.receiving_matches import KnownRemarks, Match

_REMARKS = ("comment", "reply")
_LOOKS = "formatting"


def account_for(
    blank: Receipt, opened: OpenedFile, placement: Placement, matches: Sequence[Match], known: KnownRemarks
) -> Receipt:
    """`blank` with its sums. Raises UserError when they do not agree with what was counted in the file."""
    fates = _fates_of_elements(opened, placement)
    fates.update(_fates_of_comments(opened, matches))
    looks = opened.counts.get(_LOOKS, 0)
    fates[_LOOKS, "set_aside"] += looks
    sorts = dict.fromkeys((*_REMARKS, *(sort for sort, _fate in fates), *opened.counts))
    lines = tuple(
        SortLine(
            sort,
            opened.counts.get(sort, 0),
            fates[sort, "placed"],
            fates[sort, "unplaced"],
            fates[sort, "set_aside"],
        )
        for sort in sorts
        if opened.counts.get(sort, 0)
        or any(fates[sort, fate] for fate in ("placed", "unplaced", "set_aside"))
    )
    receipt = replace(_count_remarks(blank, matches, known), lines=lines)
    wrong = {
        line.sort: (line.in_file, line.placed + line.unplaced + line.set_aside)
        for line in lines
        if line.in_file != line.placed + line.unplaced + line.set_aside
    }
    require_all_read(opened.name, wrong)
    return replace(receipt, aside=_reasons(placement, looks))


def _fates_of_elements(opened: OpenedFile, placement: Placement) -> Counter[tuple[str, str]]:
    """What became of each tracked element, by what the census counts it as."""
    fates: Counter[tuple[str, str]] = Counter()
    sorts = {key: entry.sort for key, entry in placement.ledger.items()}
    for one in placement.found:
        fate = "placed" if one.is_placed else "unplaced"
        fates.update((sorts[claim], fate) for claim in one.claims)
    fates.update((sorts[key], "set_aside") for key in placement.aside)
    return fates


def _fates_of_comments(opened: OpenedFile, matches: Iterable[Match]) -> Counter[tuple[str, str]]:
    """What became of comments and of the replies in their threads. A reply to nothing in the file is a remark of its own."""
    fates: Counter[tuple[str, str]] = Counter()
    comments = opened.file.comments
    for match in matches:
        if match.found.comment < 0:
            continue
        is_placed = match.known.is_placed if match.known else match.remark.is_placed
        fate = "placed" if is_placed else "unplaced"
        fates["reply" if comments[match.found.comment].parent_id else "comment", fate] += 1
        fates["reply", fate] += len(match.remark.replies)
    return fates


def _count_remarks(blank: Receipt, matches: Sequence[Match], known: KnownRemarks) -> Receipt:
    placed = (match.remark for match in matches if match.remark.is_placed)
    return replace(
        blank,
        placed_by=dict(Counter(remark.placed_by for remark in placed)),
        untracked=sum(match.remark.trace == "untracked" for match in matches),
        remarks_new=sum(match.known is None for match in matches),
        remarks_updated=sum(match.is_updated for match in matches),
        remarks_known=sum(match.known is not None and not match.is_updated for match in matches),
        replies_new=sum(len(known.new_replies(match)) for match in matches),
        attention=tuple((one.remark.id, one.remark.attention) for one in matches if one.remark.attention),
        unplaced=tuple(match.remark.id for match in matches if not match.remark.is_placed),
        reworded=tuple(
            one.known.id for one in matches if one.known and one.is_updated and not one.known.is_open
        ),
    )


def _reasons(placement: Placement, looks: int) -> dict[str, int]:
    reasons = Counter(placement.aside.values())
    if looks:
        reasons["looks"] = looks
    return dict(reasons)
