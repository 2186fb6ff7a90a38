"""Comparisons to look at: of two plans, or of an open plan with one of its revisions."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint

from success_desktop.domain.authorship import Authorship
from success_desktop.domain.comparison import compare_plans
from success_desktop.domain.edits import Edit, apply
from success_desktop.domain.plan import Plan
from success_desktop.services.comparing import PRESENT, Compared, Point
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import take_revision
from success_desktop.ui.compare.card import Card, Line, Place
from success_desktop.ui.compare.card_list import CardList
from success_desktop.ui.compare.card_writer import CardWriter
from success_desktop.ui.compare.row_stack import GAP
from success_desktop.ui.work_view import LanguageMode

MOST = 40
"""More cards than there is room for on the screen."""


def keep(editor: PlanEditor, label: str = "ร่างที่ 1") -> Point:
    """Keep the plan as it is now; the point to compare with."""
    revision = take_revision(editor, "", label)
    return Point(revision.id, revision)


def compare(old: Plan, new: Plan) -> Compared:
    """Two plans compared, of which nobody knows who edited them."""
    return Compared(compare_plans(old, new), Authorship((), ()), PRESENT, PRESENT)


def edited(plan: Plan, *edits: Iterable[Edit]) -> Compared:
    """A plan compared with what some edits made of it."""
    new = plan
    for step in edits:
        new = apply(new, step)
    return compare(plan, new)


def writer_of(compared: Compared, mode: LanguageMode = "both") -> CardWriter:
    """A writer of cards that names nodes in English."""
    return CardWriter(compared, compared.comparison.new, mode, "en")


def cards_of(compared: Compared, mode: LanguageMode = "both") -> list[Card]:
    """All cards in words."""
    writer = writer_of(compared, mode)
    return [writer.write(place) for place in writer.list_places()]


def card_about(compared: Compared, node_id: str, field: str = "", mode: LanguageMode = "both") -> Card:
    """The card about a field, or about what became of a node."""
    return writer_of(compared, mode).write(Place(node_id, field))


def told(line: Line, kind: str) -> str:
    """What a line tells of one kind: "same", "deleted" or "inserted"."""
    return "".join(piece.text for piece in line.pieces if piece.kind == kind)


def swaps(lines: Sequence[Line]) -> list[tuple[str, str, str]]:
    """The label, the old and the new value of each line."""
    return [(line.label, told(line, "deleted"), told(line, "inserted")) for line in lines]


def in_sight(cards: CardList) -> list[int]:
    """The rows on the screen, whole or in part."""
    view = cards.viewport().rect()
    current = max(cards.indexAt(QPoint(20, y)).row() for y in (1, GAP + 2))
    rows = range(max(current - MOST, 0), min(max(current, 0) + MOST, cards.model().rowCount()))
    return [row for row in rows if cards.visualRect(cards.model().index(row, 0)).intersects(view)]


def middle_of(cards: CardList, row: int, part: str) -> QPoint:
    """Where on the screen a part of a card is: "name" or "restore"."""
    layout = cards.stack.layout(row)
    rect = layout.name_rect if part == "name" else layout.restore_rect
    return cards.visualRect(cards.model().index(row, 0)).topLeft() + rect.center()
