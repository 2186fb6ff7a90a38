"""Moves: what went together is one move, and both its ends say so."""

from itertools import count

from success_desktop.documents.redline.alignment import Key, Step
from success_desktop.documents.redline.blocks import Row, Table
from success_desktop.documents.redline.manners import IN_PLACE, Manner, whole_ink
from success_desktop.documents.redline.moves import Moves, Strays
from success_desktop.documents.redline.signed import Fate, Signature
from success_desktop.documents.redline.tracked import FIRST_TRACKED_ID, Ink, TrackedXml
from tests.documents.redline.woven import AT, SignerByKind, show

WIPA, ANN = Signature("วิภา", AT), Signature("Ann", AT)


class Movers(SignerByKind):
    """Signs moves by who is known to have moved it."""

    def __init__(self, movers: dict[str, Signature]) -> None:
        super().__init__()
        self._movers = movers

    def sign_whole(self, anchor: str, fate: Fate) -> Signature:
        return self._movers[anchor] if fate == "moved" else super().sign_whole(anchor, fate)


def moves_of(*steps: Step, movers: str = "") -> Moves:
    """Moves by Wipa, of what stood at the places in `movers` by Ann."""
    signer = Movers({str(place): ANN if str(place) in movers else WIPA for place in range(9)})
    xml = TrackedXml(count(FIRST_TRACKED_ID))
    return Moves(signer, xml, steps, lambda step: str(step.old))


def ranges(moves: Moves, *steps: Step) -> list[str]:
    return show("".join(moves.open(step) + moves.close(step) for step in steps))


def departure(old: int, new: int) -> Step:
    return Step(old, new, "from")


def arrival(old: int, new: int) -> Step:
    return Step(old, new, "to")


def test_one_thing_moved_has_a_range_at_either_end():
    moves = moves_of(departure(0, 4))
    assert ranges(moves, departure(0, 4)) == ["moveFromRangeStart move1", "moveFromRangeEnd"]
    assert ranges(moves, arrival(0, 4)) == ["moveToRangeStart move1", "moveToRangeEnd"]


def test_neighbours_that_stay_neighbours_share_a_range():
    steps = [departure(0, 4), departure(1, 5), departure(2, 6)]
    moves = moves_of(*steps)
    assert ranges(moves, *steps) == ["moveFromRangeStart move1", "moveFromRangeEnd"]
    assert moves.open(steps[1]) == moves.close(steps[0]) == ""


def test_neighbours_that_part_or_were_moved_by_two_people_do_not():
    parted = [departure(0, 4), departure(1, 6)]
    assert len(ranges(moves_of(*parted), *parted)) == 4
    others = [departure(0, 4), departure(1, 5)]
    assert len(ranges(moves_of(*others, movers="1"), *others)) == 4


def test_a_move_is_written_in_the_manner_of_its_end():
    moves = moves_of(departure(0, 4))
    assert moves.manner(arrival(0, 4)) == Manner("to", WIPA)
    assert moves.manner(departure(0, 4)) == Manner("from", WIPA)
    assert moves.knows(arrival(0, 4))
    assert not moves.knows(Step(0, 4))
    assert not moves.knows(arrival(0, 5))


def test_the_inks_of_each_manner():
    there, here = Manner("from", WIPA), Manner("to", WIPA)
    assert (IN_PLACE.kept_ink, there.kept_ink, here.kept_ink) == (None, None, Ink("moveTo", WIPA))
    assert IN_PLACE.gone_ink(ANN) == Ink("del", ANN)
    assert there.gone_ink(ANN) == Ink("moveFrom", WIPA)
    assert here.gone_ink(ANN) is None


def test_what_one_document_has_alone_is_signed_by_who_brought_or_took_it():
    signer = SignerByKind()
    assert whole_ink(signer, "f_a", IN_PLACE, is_new=True) == Ink("ins", Signature("added", AT))
    assert whole_ink(signer, "f_a", IN_PLACE, is_new=False) == Ink("del", Signature("removed", AT))
    assert whole_ink(signer, "f_a", Manner("from", WIPA), is_new=False) == Ink("moveFrom", WIPA)
    assert whole_ink(signer, "", IN_PLACE, is_new=True).signature.author == "computed"


def table(*names: str, spans: int = 1) -> Table:
    cell = '<w:tc><w:tcPr><w:tcW w:w="9" w:type="dxa"/></w:tcPr><w:p></w:p></w:tc>' * spans
    rows = [Row(f"<w:tr>{cell}</w:tr>", Key(name), name) for name in names]
    return Table(Key("", "table"), "", "", rows)


def strays_of(*tables: tuple[Table | None, Table | None]) -> Strays:
    signer = Movers(dict.fromkeys("abcdef", WIPA))
    return Strays(signer, TrackedXml(count(FIRST_TRACKED_ID)), tables)


def test_a_row_in_another_table_is_a_move():
    first, second = (table("a", "b"), table("a")), (table("c"), table("c", "b"))
    strays = strays_of(first, second)
    found = strays.find(first[0].rows[1], is_new=False)
    assert found is not None
    step, old, new = found
    assert (old, new, step.end) == (first[0].rows[1], second[1].rows[1], "from")
    other = strays.find(second[1].rows[1], is_new=True)
    assert other is not None
    assert other[0] == step._replace(end="to")
    assert strays.moves.knows(step)


def test_a_row_that_only_one_document_has_is_none():
    strays = strays_of((table("a"), table("b")), (table("c"), None), (None, table("d")))
    assert all(strays.find(table(name).rows[0], is_new=False) is None for name in "abcd")


def test_rows_that_moved_together_from_table_to_table_share_a_move():
    old = table("a", "b", "c")
    strays = strays_of((old, table("a")), (None, table("b", "c")))
    steps = [found[0] for row in old.rows[1:] if (found := strays.find(row, is_new=False))]
    assert ranges(strays.moves, *steps) == ["moveFromRangeStart move1", "moveFromRangeEnd"]


def test_rows_of_two_tables_share_none():
    first, second = table("a"), table("b")
    strays = strays_of((first, None), (second, None), (None, table("a", "b")))
    steps = [found[0] for one in (first, second) if (found := strays.find(one.rows[0], is_new=False))]
    assert len(ranges(strays.moves, *steps)) == 4


def test_a_row_of_another_number_of_cells_is_not_moved():
    strays = strays_of((table("a"), None), (None, table("a", spans=2)))
    assert strays.find(table("a").rows[0], is_new=False) is None
