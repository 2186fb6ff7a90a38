"""Who did what between two points: the last who touched a thing, and for each word who brought or took it."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.domain.authorship import Authorship, Stamp, Wording, attribute
from success_desktop.domain.compare_text import Piece, compare_texts
from success_desktop.domain.edits import AddNode, Edit, MoveNode, RemoveNode, SetValue
from success_desktop.domain.revision import Transaction
from success_desktop.domain.thai_clusters import cluster_borders
from tests.random_plans import random_wording, sample_plan

START = datetime(2024, 2, 12, 3, 0, tzinfo=UTC)
REAL = [name for node in sample_plan().walk() if isinstance(name := node.parts("name").get("th"), str)]


def instant(number: int) -> datetime:
    return START + timedelta(minutes=number)


def history(
    *steps: tuple[str, Edit],
    continues: dict[int, int] | None = None,
    undoes: dict[int, int] | None = None,
    is_backwards: bool = False,
) -> Authorship:
    """One transaction for each edit, numbered from 1, a minute apart."""
    undone, continued = undoes or {}, continues or {}
    transactions = [
        Transaction(
            number,
            f"uid-{number}",
            author,
            instant(number),
            "Edit",
            undone.get(number),
            continued.get(number),
        )
        for number, (author, _edit) in enumerate(steps, 1)
    ]
    return Authorship(
        transactions, [(number, edit) for number, (_author, edit) in enumerate(steps, 1)], is_backwards
    )


def stamp(author: str, number: int) -> Stamp:
    return Stamp(author, instant(number))


def text(old: str | None, new: str | None, part: str = "th") -> SetValue:
    return SetValue("n", "objective", part, old, new)


def test_nobody_did_anything_between_a_point_and_itself():
    nothing = Authorship([], [])
    assert nothing.latest is None
    assert nothing.stamp_of("n", "objective", "th") is None
    assert nothing.wordings_of("n", "objective", "th") == ()


def test_the_last_who_set_a_part_signs_it_and_the_last_of_any_part_the_field():
    done = history(
        ("ก้อย", text(None, "หนึ่ง")), ("แก้ว", text(None, "one", "en")), ("ก้อย", text("one", "two", "en"))
    )
    assert done.stamp_of("n", "objective", "th") == stamp("ก้อย", 1)
    assert done.stamp_of("n", "objective", "en") == stamp("ก้อย", 3)
    assert done.stamp_of("n", "objective") == stamp("ก้อย", 3)
    assert done.stamp_of("n", "budget") is None
    assert done.latest == stamp("ก้อย", 3)


@pytest.mark.parametrize(
    "edit",
    [
        AddNode("n", "project", "p", "V"),
        RemoveNode("n", "project", "p", "V"),
        MoveNode("n", "p", "V", "q", "V"),
    ],
)
def test_who_added_removed_or_moved_a_node_signs_the_node_but_no_field(edit: Edit):
    done = history(("ก้อย", edit), ("แก้ว", text(None, "หนึ่ง")))
    assert done.stamp_of("n") == stamp("ก้อย", 1)
    assert done.stamp_of("n", "objective") == stamp("แก้ว", 2)


def test_who_added_a_node_signs_it_though_somebody_moved_it_afterwards():
    done = history(
        ("ก้อย", AddNode("n", "project", "p", "V")),
        ("แก้ว", MoveNode("n", "p", "V", "q", "V")),
        ("กล้า", MoveNode("m", "p", "W", "q", "W")),
    )
    assert (done.stamp_of("n"), done.stamp_of("m")) == (stamp("ก้อย", 1), stamp("กล้า", 3))


def test_what_was_taken_back_counts_for_nothing():
    done = history(("ก้อย", text("ก", "ข")), ("แก้ว", text("ข", "ค")), ("กล้า", text("ค", "ข")), undoes={3: 2})
    assert done.stamp_of("n", "objective", "th") == done.latest == stamp("ก้อย", 1)
    assert done.wordings_of("n", "objective", "th") == (Wording("ข", "ก้อย", instant(1)),)


def test_what_was_done_again_is_signed_by_who_did_it_first():
    done = history(
        ("ก้อย", text("ก", "ข")), ("แก้ว", text("ข", "ก")), ("กล้า", text("ก", "ข")), undoes={2: 1, 3: 2}
    )
    assert done.stamp_of("n", "objective") == stamp("ก้อย", 1)


def test_taking_back_a_step_takes_back_all_of_it():
    done = history(
        ("ก้อย", text(None, "ก")),
        ("ก้อย", text("ก", "กข")),
        ("แก้ว", text("กข", None)),
        continues={2: 1},
        undoes={3: 1},
    )
    assert done.latest is None


def test_taking_back_what_was_done_before_the_points_is_an_edit_of_its_own():
    done = history(("แก้ว", text("ข", "ก")), undoes={1: 0})
    assert done.stamp_of("n", "objective") == stamp("แก้ว", 1)


def test_the_one_part_of_a_single_value_is_the_field():
    done = history(("ก้อย", SetValue("n", "status", "", None, "completed")))
    assert done.stamp_of("n", "status", "") == stamp("ก้อย", 1)


def test_the_wordings_of_a_text_are_told_oldest_first_and_a_cleared_one_is_blank():
    done = history(("ก้อย", text("ก", "ข")), ("แก้ว", text("ข", None)), ("ก้อย", text(None, "ค")))
    assert done.wordings_of("n", "objective", "th") == (
        Wording("ข", "ก้อย", instant(1)),
        Wording("", "แก้ว", instant(2)),
        Wording("ค", "ก้อย", instant(3)),
    )


def test_backwards_the_wordings_lead_from_the_last_to_the_first():
    done = history(("ก้อย", text("ก", "ข")), ("แก้ว", text("ข", None)), is_backwards=True)
    assert done.wordings_of("n", "objective", "th") == (
        Wording("ข", "แก้ว", instant(2)),
        Wording("ก", "ก้อย", instant(1)),
    )


@pytest.mark.parametrize(("is_backwards", "wordings"), [(False, ["กขค", "ง"]), (True, ["กขค", ""])])
def test_what_was_typed_in_one_go_is_one_wording(is_backwards: bool, wordings: list[str]):
    done = history(
        ("ก้อย", text(None, "ก")),
        ("ก้อย", text("ก", "กข")),
        ("ก้อย", text("กข", "กขค")),
        ("แก้ว", text("กขค", "ง")),
        continues={2: 1, 3: 1},
        is_backwards=is_backwards,
    )
    assert [wording.text for wording in done.wordings_of("n", "objective", "th")] == wordings


def test_other_values_are_worded_as_they_are_written():
    done = history(("ก้อย", SetValue("n", "budget", "2568:loan", None, Decimal("1.50"))))
    assert [wording.text for wording in done.wordings_of("n", "budget", "2568:loan")] == ["1.50"]


def blame(old: str, *wordings: tuple[str, str]) -> list[tuple[str, str, str]]:
    """What differs between `old` and the last wording: kind, text, author."""
    lined = [Wording(text, author, instant(number)) for number, (author, text) in enumerate(wordings, 1)]
    pieces = compare_texts(old, lined[-1].text)
    return [(piece.kind, piece.text, signed.author) for piece, signed in attribute(pieces, lined) if signed]


def test_each_word_is_laid_to_whose_edit_brought_it():
    old = "ขุดลอกคลองสายหลัก"
    assert blame(old, ("ก้อย", "ขุดลอกคลองสายหลักและป่าสาคู"), ("แก้ว", "ร่วมกันขุดลอกคลองสายหลักและป่าสาคู")) == [
        ("inserted", "ร่วมกัน", "แก้ว"),
        ("inserted", "และป่าสาคู", "ก้อย"),
    ]


def test_each_word_is_laid_to_whose_edit_took_it():
    old = "ร่วมกันขุดลอกคลองสายหลักและป่าสาคู"
    assert blame(old, ("ก้อย", "ขุดลอกคลองสายหลักและป่าสาคู"), ("แก้ว", "ขุดลอกคลองสายหลัก")) == [
        ("deleted", "ร่วมกัน", "ก้อย"),
        ("deleted", "และป่าสาคู", "แก้ว"),
    ]


def test_words_that_two_people_put_side_by_side_are_told_apart():
    told = blame("คลอง", ("ก้อย", "คลองสายหลัก"), ("แก้ว", "คลองสายหลักของเทศบาล"))
    assert told == [("inserted", "สายหลัก", "ก้อย"), ("inserted", "ของเทศบาล", "แก้ว")]


def test_what_came_and_went_again_is_nobodys():
    assert blame("คลอง", ("ก้อย", "คลองสายหลัก"), ("แก้ว", "คลอง")) == []


def test_what_cannot_be_traced_is_laid_to_the_last():
    pieces = compare_texts("คลอง", "ถนนสายหลัก")
    stray = [Wording("คลองสายหลัก", "ก้อย", instant(1)), Wording("อื่น", "แก้ว", instant(2))]
    assert {signed.author for _piece, signed in attribute(pieces, stray) if signed} == {"แก้ว"}


def test_a_word_that_stayed_on_its_way_but_not_in_the_end_is_laid_to_the_last():
    pieces = (Piece("deleted", "น้ำ"), Piece("inserted", "น้ำ"))
    assert [signed for _piece, signed in attribute(pieces, [Wording("น้ำ", "ก้อย", instant(1))])] == [
        stamp("ก้อย", 1)
    ] * 2


def test_without_any_wording_nobody_is_named():
    pieces = compare_texts("คลอง", "ถนน")
    assert list(attribute(pieces, [])) == [(piece, None) for piece in pieces]


def wordings_from(old: str, seed: int, count: int) -> list[Wording]:
    rng, wordings = Random(seed), [Wording(old, "", START)]
    for number in range(count):
        new = random_wording(wordings[-1].text, rng)
        wordings.append(Wording(new, rng.choice(("ก้อย", "แก้ว", "กล้า")), instant(number)))
    return wordings[1:]


def merged(pieces: Sequence[Piece]) -> list[tuple[str, str]]:
    """Pieces with neighbours of one kind made one."""
    told: list[tuple[str, str]] = []
    for piece in pieces:
        if told and told[-1][0] == piece.kind:
            told[-1] = (piece.kind, told[-1][1] + piece.text)
        else:
            told.append((piece.kind, piece.text))
    return told


@given(st.sampled_from(REAL), st.integers(0, 2**32 - 1), st.integers(1, 5))
def test_signing_alters_no_text_names_only_authors_and_tears_no_cluster(old: str, seed: int, count: int):
    wordings = wordings_from(old, seed, count)
    pieces = compare_texts(old, wordings[-1].text)
    signed = list(attribute(pieces, wordings))
    assert merged([piece for piece, _stamp in signed]) == [tuple(piece) for piece in pieces]
    known = {Stamp(wording.author, wording.at) for wording in wordings}
    assert all((who is None) == (piece.kind == "same") for piece, who in signed)
    assert {who for _piece, who in signed if who} <= known
    for text, left_out in ((old, "inserted"), (wordings[-1].text, "deleted")):
        borders, place = set(cluster_borders(text)), 0
        for piece, _stamp in signed:
            if piece.kind != left_out:
                place += len(piece.text)
                assert place in borders


def test_a_long_text_with_many_edits_is_signed_whole():
    old = "ขุดลอกคลองสายหลัก " * 3000
    new = old.replace("สายหลัก ", "สายรอง\n")
    signed = list(attribute(compare_texts(old, new), [Wording(new, "ก้อย", START)]))
    assert "".join(piece.text for piece, _who in signed if piece.kind != "deleted") == new
    assert {who for piece, who in signed if piece.kind != "same"} == {Stamp("ก้อย", START)}


@given(st.sampled_from(REAL), st.integers(0, 2**32 - 1))
def test_a_single_edit_signs_all(old: str, seed: int):
    wordings = wordings_from(old, seed, 1)
    signed = attribute(compare_texts(old, wordings[0].text), wordings)
    assert {who for _piece, who in signed if who} <= {Stamp(wordings[0].author, wordings[0].at)}
