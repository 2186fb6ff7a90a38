"""Lines above and between the rows of a table that name the group of the rows below: "1.1 กลยุทธ์…", "(2) แผนงาน…"."""

import re
from typing import NamedTuple

from success_desktop.documents.tables_in_names import LEVELS
from success_desktop.domain.thai_search import search_key


class GroupLine(NamedTuple):
    """The name of a group of rows, and which of LEVELS it belongs to."""

    level: str
    name: str


_WORDS = {
    "strategy": r"ยุทธศาสตร์|ประเด็น(?:การพัฒนา|ยุทธศาสตร์)(?: ?\(?ท้องถิ่น\)?)?|strateg(?:y|ic issue)|development issue",
    "goal": r"เป้าประสงค์|goal",
    "tactic": r"กลยุทธ์|tactic",
    "approach": r"แนวทาง(?:การพัฒนา)?|(?:development )?approach",
    "programme": r"แผนงาน|(?:budget )?programme?",
}
_DIGITS = r"[0-9๐-๙]+"
_NUMBER = rf"\(?\s*{_DIGITS}(?:[./-]{_DIGITS})*\s*[.)]*"
_LABEL_NUMBER = rf"(?:ที่)?\s*{_NUMBER}(?=[\s:：-]|$)"
_LINES = [
    (
        level,
        re.compile(
            rf"(?:{_NUMBER})?\s*[-•]?\s*(?P<name>(?P<word>{words})(?P<label>\s*{_LABEL_NUMBER}\s*[:：–-]?|\s*[:：]|\s+)?"
            r"(?P<rest>.*))",
            re.IGNORECASE | re.DOTALL,
        ),
    )
    for level, words in _WORDS.items()
]
_LEVEL_WORD = {
    level: re.compile(rf"(?:{_NUMBER})?\s*(?:{words})\s*(?:{_LABEL_NUMBER})?[\s:：]*", re.IGNORECASE)
    for level, words in _WORDS.items()
}
_LABEL_WORDS = {"goal", "tactic", "approach"}
"""Levels whose word before a space is a label; a strategy or a programme bears the word in its name."""

# The alignment lines ก. to จ., and the plans above this one that they name.
_ALIGNMENT = re.compile(
    r"[ก-ฮ]\s*[.)]|ยุทธศาสตร์(?:ชาติ|จังหวัด|กลุ่มจังหวัด|การพัฒนาจังหวัด|การพัฒนาขององค์กร|การพัฒนาของ\s*อปท)|strategy of the ",
    re.IGNORECASE,
)


def read_groups(text: str) -> tuple[GroupLine, ...]:
    """The groups that a line names, one for each of its own lines; none when the text is something else.

    Numbers ("1.1", "(2)") and labels ("กลยุทธ์ที่ 1", "ประเด็นการพัฒนา:") are left out, the name itself stays whole.
    """
    groups: list[GroupLine] = []
    for line in text.split("\n"):
        if group := _read_group(" ".join(line.split())):
            groups.append(group)
        elif groups and line.strip():
            groups[-1] = GroupLine(groups[-1].level, f"{groups[-1].name} {' '.join(line.split())}")
        elif line.strip():
            return ()
    return tuple(groups)


def is_alignment(text: str) -> bool:
    """Whether a line ties the table to the plans above it (ก. ยุทธศาสตร์ชาติ … จ. …)."""
    return _ALIGNMENT.match(text) is not None


def level_of(name: str) -> str:
    """Which of LEVELS a word such as "ประเด็นยุทธศาสตร์" or "Goal" stands for; "" for none."""
    return next((level for level, pattern in _LINES if pattern.fullmatch(name)), "")


def group_key(level: str, name: str) -> str:
    """What groups are compared by: without numbers, spaces and the word of the level before the name."""
    key = " ".join(search_key(name).split())
    bare = (
        _LEVEL_WORD[level].sub("", key, count=1) if level in LEVELS and _LEVEL_WORD[level].match(key) else key
    )
    return (bare or key).replace(" ", "")


def _read_group(line: str) -> GroupLine | None:
    if is_alignment(line):
        return None
    for level, pattern in _LINES:
        if found := pattern.fullmatch(line):
            return GroupLine(level, _bare_name(level, found)) if found["rest"] else None
    return None


def _bare_name(level: str, found: re.Match[str]) -> str:
    label = found["label"] or ""
    is_label = bool(label.strip()) or (bool(label) and level in _LABEL_WORDS)
    return (found["rest"] if is_label else found["name"]).strip()
