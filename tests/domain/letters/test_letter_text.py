"""Mistakes in letters and facts are told by line, in plain words."""

import pytest

from success_desktop.domain.letters.letter_text import parse_facts, parse_letter
from success_desktop.errors import UserError
from tests.domain.letters.letter_samples import FACTS, LETTER, book, shipped_book, shipped_letters


def line_of(text: str, words: str) -> int:
    """The line in which some words stand first."""
    return next(number for number, line in enumerate(text.splitlines(), start=1) if words in line)


def refused_letter(text: str) -> str:
    with pytest.raises(UserError) as refused:
        parse_letter(text, "memo.yaml", book())
    assert "memo.yaml" in str(refused.value)
    return str(refused.value)


def refused_facts(text: str) -> str:
    with pytest.raises(UserError) as refused:
        parse_facts(text, "facts.yaml")
    return str(refused.value)


def test_all_that_ships_can_be_read():
    assert len(shipped_letters()) == 11
    assert "organisation" in shipped_book().facts


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{clause}", "{clawse}"),
        ("{met_on}", "{met_on:huge}"),
        ("{mayor}", "{mayor:long}"),
        ("only_with: met_on", "only_with: nothing"),
        ("style: title", "style: huge"),
        ("ตาม{clause}", "**ตาม{clause}"),
        ("editions: [addition]", "editions: [another]"),
    ],
)
def test_a_slip_in_a_letter_is_told_with_its_line(old, new):
    text = LETTER.replace(old, new, 1)
    assert text != LETTER
    assert f" {line_of(text, new)}" in refused_letter(text)


def test_a_paragraph_in_one_language_only_is_refused():
    assert "บรรทัด" in refused_letter(LETTER.replace(', en: "Under {clause}"', ""))


def test_a_block_that_is_both_a_paragraph_and_a_table_is_refused():
    table = (
        "table: {rows: 2, columns: [{head: {th: ก, en: A}, share: 1}, {head: {th: ข, en: B}, share: 1}]}, "
    )
    refused_letter(LETTER.replace("- {style: title, ", "- {style: title, " + table))


def test_a_table_alone_is_a_block():
    table = "  - table: {rows: 2, columns: [{head: {th: ก, en: A}, share: 1}, {head: {th: ข, en: B}, share: 1}]}\n"
    assert parse_letter(LETTER + table, "memo.yaml", book()).blocks[-1].table is not None


@pytest.mark.parametrize("text", ["", "- list", "id: [", "id: 2024-13-45", "id: memo"])
def test_what_is_no_letter_is_refused(text):
    refused_letter(text)


def test_an_id_that_could_be_no_file_name_is_refused():
    refused_letter(LETTER.replace("id: memo", "id: ../memo"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("project_count: {source: computed", "project_sum: {source: computed"),
        ("source: plan, field: organisation", "source: plan"),
        ("field: announced_on", "field: announced_by"),
        ('th: "นายก{organisation}"', 'th: "นายก{nobody}"'),
        ('th: "นายก{organisation}"', 'th: "นายก{clause}"'),
        ("type: plain", "type: number"),
    ],
)
def test_a_slip_in_the_facts_is_told_with_its_line(old, new):
    text = FACTS.replace(old, new, 1)
    assert text != FACTS
    assert f" {line_of(text, new)}" in refused_facts(text)


@pytest.mark.parametrize("text", ["", "facts: 3", "facts: {a: {}}", "{"])
def test_what_is_no_book_of_facts_is_refused(text):
    assert "facts.yaml" in refused_facts(text)
