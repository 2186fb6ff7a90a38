"""The fields that the reviewers write about, by names that say what they are."""

from collections.abc import Mapping

from tests.documents.returned.making.marking import Person
from tests.documents.returned.making.must_come_out import Place

ARPHA = Person("รศ.ดร.อาภา ตัวอย่าง", "อต")
BUNMEE = Person("ดร.บุญมี สมมุติ", "บส")
CAROL = Person("Dr. Carol Example", "CE")
"""Three reviewers."""

_NUMBERS: Mapping[str, int] = {
    "plan": 1,
    "background": 2,
    "framework": 3,
    "vision": 4,
    "mission_1": 5,
    "mission_2": 6,
    "water": 7,
    "safe_canals": 8,
    "flooded": 9,
    "restore": 10,
    "dredge": 11,
    "walk": 12,
    "sago": 13,
    "room": 14,
    "pump": 15,
    "park": 16,
    "data": 17,
    "decisions": 18,
    "updated": 19,
    "collect": 20,
    "database": 21,
    "mappers": 22,
    "driving": 23,
    "monitoring": 24,
    "engineering": 26,
    "water_group": 27,
    "council": 28,
    "foundation": 29,
    "mayor": 31,
    "vulnerability": 36,
    "exposure": 37,
}


def node(name: str) -> str:
    """The id of a node of the plan."""
    return f"01j{_NUMBERS[name]:023}"


def place(name: str, field: str = "", part: str = "") -> Place:
    """A part of a field of a node; the node itself without a field."""
    return Place(node(name), field, part)


def thai(name: str, field: str = "name") -> Place:
    """The Thai part of a text."""
    return Place(node(name), field, "th")


def english(name: str, field: str = "name") -> Place:
    """The English part of a text."""
    return Place(node(name), field, "en")
