"""Remarks as they are made of what is in a file, and which of its tracked elements each of them answers for."""

from collections.abc import Iterable
from typing import NamedTuple

from success_desktop.documents.returned.homes import is_mostly
from success_desktop.domain.feedback import Remark
from success_desktop.domain.thai_clusters import cluster_borders
from success_desktop.i18n import LANGUAGES, N_, Language, translate

SHORTENED = 300
"""How many characters of a passage are quoted in a sentence of the program's own."""

COMPUTED = N_(
    "In the file “{before}” was changed to “{after}”. The program works this out: look at what it is worked out from."
)
LABEL_CHANGED = N_("In the file the label “{before}” was changed to “{after}”.")
LABEL_MISSING = N_("The label “{label}” is no longer in the file. See there what became of it.")
TEXT_ADDED = N_("Text was added here: {after}")
TEXT_STRUCK = N_("Text was struck here: {before}")
TEXT_CHANGED = N_("Text was changed here: “{before}” became “{after}”.")


class Found(NamedTuple):
    """A remark and what it was made of: the ids of tracked elements, the number of its comment in the file (-1: none).

    Its round, its id and its place among others are given when it comes into the plan.
    """

    remark: Remark
    claims: frozenset[str] = frozenset()
    comment: int = -1

    @property
    def is_placed(self) -> bool:
        """Whether it stands on a node."""
        return self.remark.is_placed


NO_REMARK = Remark(id="", round_id="", parent_id="", number="")


def shorten(text: str) -> str:
    """A passage as a sentence quotes it: no letter is torn, and what is left out is shown."""
    if len(text) <= SHORTENED:
        return text
    return (
        f"{text[: max(border for border in cluster_borders(text[: SHORTENED + 20]) if border <= SHORTENED)]}…"
    )


def said_by_program(message: str, **places: str) -> dict[Language, str]:
    """A catalogue entry in both languages, its places filled."""
    return {language: translate(message, language).format(**places) for language in LANGUAGES}


def said_by_person(text: str) -> dict[Language, str]:
    """What somebody wrote, under the language in whose script it is."""
    if not text:
        return {}
    return {"th" if is_mostly(text, "th") else "en": text}


def say_change(before: str, after: str) -> dict[Language, str]:
    """A sentence, in both languages, on text that belongs to no field and was changed. What is new is told whole."""
    message = TEXT_ADDED if not before else TEXT_STRUCK if not after else TEXT_CHANGED
    return said_by_program(message, before=shorten(before), after=after)


def merge_equal(found: Iterable[Found]) -> list[Found]:
    """The remarks, those made one that propose the same for the same part: a value may be printed more than once."""
    kept: dict[tuple[object, ...], Found] = {}
    for one in found:
        remark = one.remark
        key: tuple[object, ...] = (
            remark.anchor.place,
            remark.sort,
            remark.trace,
            remark.author,
            remark.proposed,
        )
        if remark.sort == "comment" or not remark.is_placed:
            key = (remark.source, len(kept))
        if key in kept:
            one = kept[key]._replace(claims=kept[key].claims | one.claims)
        kept[key] = one
    return list(kept.values())
