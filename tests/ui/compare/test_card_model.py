"""The cards as an item model: worded once when seen, found by what they are about."""

import pytest
from PySide6.QtCore import QModelIndex, Qt

from success_desktop.domain.edits import SetValue
from success_desktop.ui.compare.card import Place
from success_desktop.ui.compare.card_model import CardModel
from success_desktop.ui.compare.card_writer import CardWriter
from tests.plans import named, small_plan
from tests.ui.compare.comparisons import edited

PLAN = small_plan()
DREDGE, GAUGE = named(PLAN, "Project dredge"), named(PLAN, "Project gauge")
COMPARED = edited(
    PLAN,
    [SetValue(DREDGE, "place", "en", None, "the canal")],
    [SetValue(DREDGE, "objective", "en", None, "less flooding")],
    [SetValue(GAUGE, "place", "en", None, "the bridge")],
)


class CountingWriter(CardWriter):
    """Remembers what it has worded."""

    def __init__(self) -> None:
        super().__init__(COMPARED, COMPARED.comparison.new, "both", "en")
        self.written: list[Place] = []

    def write(self, place: Place):
        self.written.append(place)
        return super().write(place)


@pytest.fixture
def writer() -> CountingWriter:
    return CountingWriter()


@pytest.fixture
def model(qapp, writer) -> CardModel:
    model = CardModel()
    model.show(writer)
    return model


def test_listing_words_nothing(model, writer):
    assert model.rowCount() == 3
    assert [model.place(row).node_id for row in range(3)] == [DREDGE, DREDGE, GAUGE]
    assert writer.written == []


def test_a_card_is_worded_once_however_often_it_is_seen(model, writer):
    for _time in range(3):
        model.card(1)
        model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert writer.written == [model.place(1)]


def test_other_differences_are_worded_anew(model, writer):
    model.card(0)
    other = CountingWriter()
    model.show(other)
    model.card(0)
    assert other.written == [model.place(0)]


def test_a_card_is_read_out_as_it_is_shown(model):
    heard = model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == model.index(2).data() == model.card(2).spoken()
    assert "the bridge" in heard
    assert model.index(2).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None


def test_rows_are_found_by_node_and_by_place(model):
    assert model.first_row_of(DREDGE) == 0
    assert model.first_row_of(GAUGE) == 2
    assert model.first_row_of("nowhere") == -1
    assert model.place(3) is None
    assert model.place(-1) is None


def test_from_a_row_on_come_those_behind_it_then_those_before_the_nearest_first(model):
    first, second, third = (model.place(row) for row in range(3))
    assert model.places_from(1) == [second, third, first]
    assert model.places_from(2) == [third, second, first]
    assert model.places_from(-1) == []


def test_of_places_that_went_the_next_one_left_is_found(model):
    gone = Place("nowhere", "place")
    assert model.first_left([gone, Place(GAUGE, "place")]) == 2
    assert model.first_left([gone]) == 0
    assert model.first_left([]) == 0


def test_with_nothing_to_show_there_is_no_card(model):
    model.show(None)
    assert model.rowCount() == 0
    assert model.first_left([Place(GAUGE, "place")]) == -1
    with pytest.raises(IndexError):
        model.card(0)


def test_no_card_has_cards_below_it(model):
    assert model.rowCount(model.index(0)) == 0
