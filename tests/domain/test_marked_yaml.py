"""Files that people write by hand are read with their mistakes named by line, in the reader's language."""

from typing import Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field

from success_desktop.domain.marked_yaml import Mistake, dotted, find_line, parse_marked
from success_desktop.errors import UserError


class Shelf(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str
    wood: Literal["teak", "pine", "oak"] = "teak"
    room: str = Field(default="hall", pattern="^[a-z]+$")
    books: tuple[int, ...] = ()
    text: str = ""


def mistake_in(text: str) -> Mistake:
    with pytest.raises(Mistake) as refusal:
        parse_marked(text, Shelf, "a shelf is a list of entries")
    return refusal.value


def test_a_right_text_becomes_the_model_and_is_kept() -> None:
    text = "name: ตู้\nbooks: [1, 2]\n"
    assert parse_marked(text, Shelf, "") == Shelf(name="ตู้", books=(1, 2), text=text)


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("name: ตู้\nbooks: [1, two]\n", 2, "books.1"),
        ("books:\n  - 1\nname: x\nboks: []\n", 4, "boks"),
        ("# a shelf\nbooks: []\n", 1, "name"),
        ("name: x\nbooks: [1\n", 3, "expected"),
        ("just words", 1, "a shelf is a list"),
        ("name: 2569-99-99", 1, "month"),
        ("name: \u0000", 1, ""),
    ],
)
def test_a_mistake_says_where_and_what(text: str, line: int, word: str) -> None:
    mistake = mistake_in(text)
    assert mistake.line == line
    assert word in str(mistake.problem)


def test_the_commonest_slips_are_worded_in_both_languages() -> None:
    said = []
    for text in (
        "books: []",
        "name: x\nboks: []",
        "name: x\nwood: tin",
        "name: x\nroom: ครัว",
        "name: x\nbooks: [two]",
    ):
        problem = mistake_in(text).problem
        assert isinstance(problem, UserError)
        said.append(problem.spoken("en"))
    assert said == [
        "name is missing",
        "there is no entry called boks",
        "wood must be one of: teak, pine, oak",
        "room may hold only small letters from a to z, figures, - and _",
        "books.0 must be a number",
    ]


def test_the_line_of_an_entry_is_found_or_that_of_the_nearest_above_it() -> None:
    text = "name: x\nbooks:\n  - 1\n  - 2\n"
    assert find_line(text, ("books", 1)) == 4
    assert find_line(text, ("books", 7)) == 2
    assert find_line(text, ("books", "seven")) == 2
    assert find_line(text, ("name", "first")) == 1
    assert find_line(text, ("nothing",)) == 1


def test_a_path_is_written_with_dots() -> None:
    assert dotted(("forms", "p02", "columns", 3)) == "forms.p02.columns.3"
