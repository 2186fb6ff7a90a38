"""Whether what was read from a returned file is what its list says: remark by remark, each used once."""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from success_desktop.domain.feedback import Remark
from success_desktop.domain.proposals import read_proposal

Listed = Mapping[str, Any]
_WHOLE_NUMBERS = ("budget", "target", "baseline")


class Verdict(NamedTuple):
    """How many listed remarks there are, those that stand where they should, and what is wrong: a sentence each.

    `lost` are listed and nowhere to be found; `misplaced` are there, on another field or with another wording; `more` are
    remarks that nobody made.
    """

    listed: int
    right: int
    lost: tuple[str, ...]
    misplaced: tuple[str, ...]
    more: tuple[str, ...]


def read_list(path: Path) -> Listed:
    """The list beside a returned file."""
    found: Listed = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return found


def judge(listed: Listed, remarks: Iterable[Remark]) -> Verdict:
    """Compare. Exact matches are taken first, so that what is wrong is told of the remark that it is wrong of."""
    left = list(remarks)
    waiting = [wanted for wanted in listed["remarks"] if _take(left, wanted, _is_right) is None]
    lost: list[str] = []
    misplaced: list[str] = []
    for wanted in waiting:
        made = _take(left, wanted, _is_meant)
        if made is None:
            lost.append(_tell(wanted))
        else:
            misplaced.append(f"{_tell(wanted)} came out as {_tell_made(made)}")
    strays = [wanted for wanted in listed["remarks"] if wanted["sort"] == "stray"]
    more = [
        made
        for made in left
        if not any(_has_words(one, made) for one in strays) and not _may_be(listed, made)
    ]
    total = len(listed["remarks"])
    told = () if listed.get("more") else tuple(map(_tell_made, more))
    return Verdict(total, total - len(waiting), tuple(lost), tuple(misplaced), told)


def _may_be(listed: Listed, made: Remark) -> bool:
    """Whether a remark that is not listed is none too many."""
    allowed = listed.get("may", ())
    return any(one["author"] == made.author and _is_there(one["place"], made) for one in allowed)


def _take(left: list[Remark], wanted: Listed, fits: Callable[[Listed, Remark], bool]) -> Remark | None:
    """The first remark that fits, which is then used up."""
    for made in left:
        if fits(wanted, made):
            left.remove(made)
            return made
    return None


def _is_right(wanted: Listed, made: Remark) -> bool:
    return _is_meant(wanted, made) and _stands_right(wanted, made) and _says_right(wanted, made)


def _is_meant(wanted: Listed, made: Remark) -> bool:
    """Whether a remark can be the listed one, wherever it stands."""
    if wanted["sort"] == "stray":
        return _has_words(wanted, made)
    if wanted["sort"] != made.sort or not _is_signed(wanted, made):
        return False
    if wanted["sort"] == "comment":
        return bool(_plain(" ".join(made.text.values())) == _plain(wanted["text"]))
    if wanted["sort"] == "wording":
        return bool(made.anchor.node_id == wanted["place"]["node"] or _proposes(wanted, made))
    return _row_is_meant(wanted, made)


def _row_is_meant(wanted: Listed, made: Remark) -> bool:
    if wanted["sort"] == "added":
        return all(text in made.proposed for text in wanted["cells"])
    return bool(made.anchor.node_id == wanted["place"]["node"])


def _is_signed(wanted: Listed, made: Remark) -> bool:
    if wanted["sort"] == "comment":
        return bool(made.author == wanted["author"])
    return bool(made.trace == wanted["trace"]) and (not wanted["author"] or made.author == wanted["author"])


def _stands_right(wanted: Listed, made: Remark) -> bool:
    places = [wanted["place"], *wanted.get("others", ())]
    return any(_is_there(place, made) for place in places)


def _is_there(place: Mapping[str, str], made: Remark) -> bool:
    node_id, field, part = made.anchor.place
    if not place["node"]:
        return not node_id
    if place["field"] in _WHOLE_NUMBERS:
        return (node_id, field) == (place["node"], place["field"]) and _same_year(place["part"], part)
    return (node_id, field, part) == (place["node"], place["field"], place["part"]) or (
        (node_id, field) == (place["node"], place["field"]) and place["part"] == ""
    )


def _same_year(wanted: str, part: str) -> bool:
    return not wanted or part.partition(":")[0] == wanted.partition(":")[0]


def _says_right(wanted: Listed, made: Remark) -> bool:
    if wanted["sort"] == "wording":
        return _proposes(wanted, made)
    if wanted["sort"] == "comment":
        return _is_answered(wanted, made) and _is_told(wanted, made)
    if wanted["sort"] == "moved":
        return bool(getattr(read_proposal(made.proposed), "parent_id", "") == wanted["into"])
    return True


def _is_told(wanted: Listed, made: Remark) -> bool:
    """Whether a comment is ticked, timed and signed as in the file."""
    at = made.at.isoformat() if made.at else ""
    told = {"resolved": made.is_resolved, "at": at, "initials": made.initials}
    return all(wanted.get(name, value) == value for name, value in told.items())


def _proposes(wanted: Listed, made: Remark) -> bool:
    return made.proposed in (wanted["proposed"], *wanted.get("or_proposed", ()))


def _is_answered(wanted: Listed, made: Remark) -> bool:
    replies = [(reply.author, _plain(reply.text)) for reply in made.replies]
    return replies == [(reply["author"], _plain(reply["text"])) for reply in wanted["replies"]]


def _has_words(wanted: Listed, made: Remark) -> bool:
    """Whether the words of an edit of what is no field are somewhere in a remark, and who wrote them is known."""
    said = (*made.text.values(), made.quote, made.context, made.proposed, made.anchor.seen)
    return any(_plain(wanted["words"]) in _plain(text) for text in said)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _tell(wanted: Listed) -> str:
    words = wanted.get("text") or wanted.get("proposed") or wanted.get("words") or ""
    place = "/".join(wanted["place"].values())[-30:]
    return f"{wanted['sort']} {wanted.get('trace', '')} by {wanted['author']!r} at {place}: {_short(words)}"


def _tell_made(made: Remark) -> str:
    said = _short(" ".join(made.text.values()) or made.proposed)
    place = "/".join(made.anchor.place)[-30:]
    about = f"{made.sort} {made.trace} by {made.author!r} at {place} ({made.placed_by or 'unplaced'}, {made.attention})"
    return f"{about}: {said} [{_short(made.quote)}]{'' if not made.replies else f' +{len(made.replies)}'}"


def _short(text: str) -> str:
    return text if len(text) < 90 else f"{text[:60]}…{text[-28:]}"
