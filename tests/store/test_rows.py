"""What the store promises about single values: they come back equal, and equal ones are spelt alike."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.domain.edits import AddNode, Edit, MoveNode, RemoveNode, SetValue
from success_desktop.domain.values import Atom, Parts
from success_desktop.store.rows import (
    VALUE_ROWS,
    batches,
    canonical,
    change_of,
    edit_of,
    join_money,
    join_year,
    read_satang,
    write_number,
    write_satang,
)

names = st.text(st.characters(exclude_characters="\x00", codec="utf-8"), min_size=1, max_size=8)
numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15)
amounts = st.integers(-(2**63) + 1, 2**63 - 1).map(lambda satang: Decimal(satang).scaleb(-2))
years = st.integers(2400, 2700).map(str)
cells = st.one_of(
    st.tuples(st.sampled_from(["th", "en"]), names),
    st.tuples(st.just(""), names),
    st.tuples(st.one_of(st.just(""), years), numbers),
    st.tuples(st.just(""), st.dates()),
    st.tuples(st.one_of(st.just(":"), st.tuples(years, names).map(":".join)), amounts),
    st.tuples(names.filter(lambda part: part not in ("th", "en")), names),
)
nodes = st.tuples(names, names, st.one_of(st.none(), names), names)
edits = st.one_of(
    st.tuples(names, names, cells).map(lambda cell: SetValue(cell[0], cell[1], cell[2][0], None, cell[2][1])),
    nodes.map(lambda node: AddNode(*node)),
    nodes.map(lambda node: RemoveNode(*node)),
    st.tuples(names, names, names, names, names).map(lambda move: MoveNode(*move)),
)


@given(edits)
def test_every_edit_comes_back_from_its_step(edit: Edit):
    for told in (edit, edit.inverse()):
        entity, node_id, field, part, old, new = change_of("plan", told).step
        assert None not in (entity, node_id, field, part)
        assert edit_of((str(entity), str(node_id), str(field), str(part), old, new)) == told


@given(edits)
def test_an_edit_and_its_inverse_touch_the_same_row(edit: Edit):
    assert change_of("plan", edit).row == change_of("plan", edit.inverse()).row


@given(numbers)
def test_a_number_comes_back_equal_and_without_an_exponent(number: Decimal):
    text = write_number(number)
    assert Decimal(text) == number
    assert "E" not in text
    assert write_number(Decimal(text)) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("3.50", "3.5"),
        ("100", "100"),
        ("1E+3", "1000"),
        ("-0", "0"),
        ("-0.00", "0"),
        ("0.0010", "0.001"),
        ("5.", "5"),
    ],
)
def test_equal_numbers_are_spelt_alike(number: str, text: str):
    assert write_number(Decimal(number)) == text


@given(amounts)
def test_money_comes_back_to_the_satang(baht: Decimal):
    assert read_satang(write_satang(baht)) == baht


@pytest.mark.parametrize("baht", ["0.001", "NaN", "-Infinity", "92233720368547758.08", "1E+30"])
def test_money_that_does_not_fit_is_refused(baht: str):
    with pytest.raises(ValueError, match="stored"):
        write_satang(Decimal(baht))


@given(cells)
def test_a_part_comes_back_from_its_columns(cell: tuple[str, Atom]):
    part, atom = cell
    if isinstance(atom, Decimal) and ":" in part:
        year_be, source = VALUE_ROWS["money"].split(part)
        assert join_money(int(year_be), str(source)) == part
    elif isinstance(atom, Decimal):
        assert join_year(int(VALUE_ROWS["number"].split(part)[0])) == part


def test_batches_never_touch_a_row_twice_and_lose_nothing():
    changes = [
        change_of("plan", SetValue("n", "name", part, None, "x")) for part in ("th", "en", "th", "th", "en")
    ]
    found = [values for batch in batches(changes) for rows in batch.values() for values in rows]
    assert found == [change.values for change in changes]
    assert [len(batch["insert text"]) for batch in batches(changes)] == [2, 1, 2]


def test_equal_fields_have_one_spelling():
    one: dict[str, Parts] = {
        "budget": {"2568:loan": Decimal("1.50")},
        "on": {"": date(2026, 1, 2)},
        "baseline": {"": Decimal("2.0")},
    }
    other: dict[str, Parts] = {
        "budget": {"2568:loan": Decimal("1.5")},
        "on": {"": date(2026, 1, 2)},
        "baseline": {"": Decimal(2)},
    }
    assert canonical(one) == canonical(other)
    assert canonical(one) == {"budget": {"2568:loan": 150}, "on": {"": "2026-01-02"}, "baseline": {"": "2"}}
