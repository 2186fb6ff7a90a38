"""The marks in front of the points of minutes: 1. 1.1 ข้อ ๑ (ก) a) iv. • and how one of them follows another."""

import re
from typing import NamedTuple

from success_desktop.domain.thai_digits import arabic_digits

_WORDS = r"(?:ข้อเสนอแนะ|ข้อคิดเห็น|ข้อสังเกต|ประเด็น|ข้อ|recommendation|comment|item|point|no\.?)"
_NUMBER = r"[1-9]\d?"
_PATH = rf"{_NUMBER}(?:\.{_NUMBER})*"
_LETTER = r"[ก-ฮ]|[a-z]{1,4}"
_QUANTITY = (
    r"(?!\s*(?:(?:พัน|หมื่น|แสน)?(?:ล้าน(?!นา)|บาท(?!วิถี))|แสน|หมื่น|ไร่|กม\.|กิโล|เมตร|ตร\.|%|million|percent|per cent"
    r"|km\b|ha\b|(?:คน|ปี|เดือน|น\.)(?![ก-๎])))"
)
"""Behind a number with a point in it: what makes it an amount. People and years are counted only by the word alone."""
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("word", re.compile(rf"{_WORDS}\s*(?:ที่)?\s*(?P<path>{_PATH})[.):]*(?:\s*[-–—]\s|\s+|$)", re.IGNORECASE)),
    ("()", re.compile(rf"\(\s*(?P<path>{_PATH})\s*\)\s*")),
    (")", re.compile(rf"(?P<path>{_PATH})\s*\)\s*")),
    (".", re.compile(rf"(?P<path>{_NUMBER})\s?\.(?!\d)\s*")),
    ("1.1", re.compile(rf"(?P<path>{_NUMBER}(?:\.{_NUMBER})+)\.?(?!\d){_QUANTITY}\s*")),
    ("tab", re.compile(rf"(?P<path>{_NUMBER})\t\s*")),
    ("(ก)", re.compile(rf"\((?P<letter>{_LETTER})\)\s*", re.IGNORECASE)),
    ("ก)", re.compile(rf"(?P<letter>{_LETTER})\)\s*", re.IGNORECASE)),
    ("ก.", re.compile(rf"(?P<letter>{_LETTER})\.(?:\s+|$)", re.IGNORECASE)),
    ("•", re.compile(r"(?P<bullet>[-–—•●○◦▪■□*·➢✓])(?:\s+|$)")),
)
_THAI_ORDER = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_LATIN_ORDER = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_MOST_SKIPPED = 2
"""Numbers that may be missing between two points: one struck out of the minutes."""


class Mark(NamedTuple):
    """A mark found in front of a line.

    `style` tells marks of one list from those of another; `path` is its number, (1, 2) for 1.2, empty for a bullet; `end`
    how many characters it takes.
    """

    style: str
    path: tuple[int, ...]
    end: int

    @property
    def is_dotted(self) -> bool:
        """Whether the number says where it belongs: 1.2, but not 1) or ก."""
        return len(self.path) > 1

    @property
    def is_number(self) -> bool:
        """Whether it is a number in digits: not a letter, not a bullet."""
        return bool(self.path) and not self.style.startswith(("(ก)", "ก)", "ก."))

    def follows(self, earlier: "Mark") -> bool:
        """Whether this mark goes on, or begins anew, the list in which `earlier` stands."""
        if self.path[:-1] != earlier.path[:-1] or not self.path:
            return False
        return self.path[-1] == 1 or 0 < self.path[-1] - earlier.path[-1] <= 1 + _MOST_SKIPPED

    def is_next_to(self, earlier: "Mark") -> bool:
        """Whether its number is the very next one of a list of plain numbers, whatever signs are around the two."""
        return len(self.path) == len(earlier.path) == 1 and self.path[0] == earlier.path[0] + 1

    def opens_section_after(self, earlier: "Mark") -> bool:
        """Whether a dotted number begins the section after that of `earlier` without a point of its own: 2.1 after 1.3."""
        if len(self.path) != len(earlier.path):
            return False
        return self.path == (*earlier.path[:-2], earlier.path[-2] + 1, 1)


def read_marks(line: str) -> tuple[Mark, ...]:
    """What the beginning of a line may be taken for as a mark, likeliest first; none as a rule.

    A letter may be one of the alphabet or a Roman number: i) follows h) or begins a list.
    """
    plain = arabic_digits(line)
    indent = len(plain) - len(plain.lstrip())
    for style, form in _FORMS:
        found = form.match(plain, indent)
        if found is None:
            continue
        groups = found.groupdict()
        if groups.get("path"):
            return (Mark(style, tuple(map(int, groups["path"].split("."))), found.end()),)
        if groups.get("bullet"):
            return (Mark(f"{groups['bullet']}{indent}", (), found.end()),)
        return _letter_marks(style, groups["letter"].lower(), found.end())
    return ()


def _letter_marks(style: str, letter: str, end: int) -> tuple[Mark, ...]:
    orders = (("ก", tuple(_THAI_ORDER)), ("a", tuple(_LATIN_ORDER)), ("i", _ROMAN))
    return tuple(
        Mark(f"{style}{name}", (order.index(letter) + 1,), end) for name, order in orders if letter in order
    )
