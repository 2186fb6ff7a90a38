"""A receipt in sentences, for the window, the feedback panel and the command line."""

from collections.abc import Callable, Iterator, Mapping

from success_desktop.i18n import N_, Language, translate
from success_desktop.services.receipts import Receipt, Standing

_STANDINGS: Mapping[Standing, str] = {
    "sent": "",
    "older": N_(
        "The file speaks of an earlier draft than the one sent last. Its remarks are placed in the plan as it is now."
    ),
    "unknown_revision": N_(
        "The draft that the file speaks of is not in this plan’s history. It was compared with the texts inside the file."
    ),
    "no_ids": N_(
        "The file no longer tells which draft it is. It was compared by its text, so look at every place before you accept."
    ),
    "other_plan": N_("The file belongs to another plan. Only what reads the same was placed."),
}
_SORTS: Mapping[str, str] = {
    "comment": N_("comments"),
    "reply": N_("replies"),
    "insertion": N_("insertions"),
    "deletion": N_("deletions"),
    "move_from": N_("moved from"),
    "move_to": N_("moved to"),
    "row_insertion": N_("rows added"),
    "row_deletion": N_("rows deleted"),
    "mark_insertion": N_("paragraphs added"),
    "mark_deletion": N_("paragraphs joined"),
    "mark_move_from": N_("paragraphs moved from"),
    "mark_move_to": N_("paragraphs moved to"),
    "cell_insertion": N_("cells added"),
    "cell_deletion": N_("cells deleted"),
    "cell_merge": N_("cells merged"),
    "formatting": N_("changes of looks"),
}
_MEANS: Mapping[str, str] = {
    "bookmark": N_("{count} by their bookmarks"),
    "label": N_("{count} by their labels"),
    "quote": N_("{count} by the words quoted"),
    "position": N_("{count} by where they stand"),
}
_ASIDE: Mapping[str, str] = {
    "looks": N_("{count} changes of looks"),
    "no_effect": N_("{count} that leave the text as it was"),
    "contents": N_("{count} in the table of contents"),
    "comment_text": N_("{count} inside comments"),
    "ours": N_("{count} that we had sent ourselves"),
}
_VERDICTS: Mapping[str, str] = {
    "accepted": N_("{count} accepted"),
    "rejected": N_("{count} rejected"),
    "mixed": N_("{count} partly accepted or worded anew"),
    "open": N_("{count} left open"),
}


def sort_word(sort: str, language: Language) -> str:
    """What a line of a receipt counts, in words."""
    return translate(_SORTS[sort], language) if sort in _SORTS else sort


def receipt_sentences(receipt: Receipt, language: Language) -> tuple[str, ...]:
    """What an import made of a file, a sentence for each thing worth telling."""
    return tuple(sentence for sentence in _sentences(receipt, language) if sentence)


def _sentences(receipt: Receipt, language: Language) -> Iterator[str]:
    def say(message: str, **places: object) -> str:
        return translate(message, language).format(**places) if message else ""

    yield say(_STANDINGS[receipt.standing])
    there = [f"{line.in_file} {sort_word(line.sort, language)}" for line in receipt.lines if line.in_file]
    yield (
        say(N_("In the file: {things}."), things=", ".join(there))
        if there
        else say(N_("The file holds no comments and no tracked changes."))
    )
    yield say(
        N_("Remarks: {new} new, {updated} amended, {known} known already."),
        new=receipt.remarks_new,
        updated=receipt.remarks_updated,
        known=receipt.remarks_known,
    )
    if receipt.replies_new:
        yield say(N_("New replies: {count}."), count=receipt.replies_new)
    if receipt.untracked:
        yield say(N_("Changes made without tracking, found by comparing: {count}."), count=receipt.untracked)
    means = [say(_MEANS[sort], count=count) for sort, count in receipt.placed_by.items() if count]
    if means:
        yield say(N_("Placed: {means}."), means=", ".join(means))
    aside = [say(_ASIDE[reason], count=count) for reason, count in receipt.aside.items() if reason in _ASIDE]
    if aside:
        yield say(N_("Set aside, because there is nothing to decide: {things}."), things=", ".join(aside))
    yield from _warnings(receipt, say)


def _warnings(receipt: Receipt, say: Callable[..., str]) -> Iterator[str]:
    """What a person should look at."""
    if receipt.unplaced:
        yield say(
            N_("Without a place in the plan yet: {count}. Drag them onto a field."),
            count=len(receipt.unplaced),
        )
    if receipt.attention:
        yield say(
            N_("To be looked at, because a label was changed or is missing: {count}."),
            count=len(receipt.attention),
        )
    if receipt.reworded:
        yield say(
            N_("Decided before, and amended in this copy: {count}. The decisions stay; look at them again."),
            count=len(receipt.reworded),
        )
    if receipt.remarks_gone:
        yield say(
            N_("In an earlier copy of the file, and not in this one: {count}. They stay."),
            count=receipt.remarks_gone,
        )
    if receipt.embedded:
        yield say(
            N_("The file has {count} other documents embedded in it. They were not read."),
            count=receipt.embedded,
        )
    counts = {verdict: sum(one.verdict == verdict for one in receipt.decisions) for verdict in _VERDICTS}
    if receipt.decisions:
        told = [say(_VERDICTS[verdict], count=count) for verdict, count in counts.items() if count]
        yield say(N_("Of the changes that we had sent: {verdicts}."), verdicts=", ".join(told))
