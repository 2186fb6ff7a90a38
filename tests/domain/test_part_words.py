"""Parts of fields in words: labels, years, sources and values as a reader of the page knows them."""

from datetime import date
from decimal import Decimal

import pytest

from success_desktop.domain.part_words import PartWords
from success_desktop.domain.values import Atom
from success_desktop.i18n import use_language
from tests.plans import template

THAI, ENGLISH = PartWords(template(), "th"), PartWords(template(), "en")


def test_a_field_goes_by_its_label_and_an_unknown_one_by_its_id():
    assert (THAI.field_label("project", "budget"), ENGLISH.field_label("project", "budget")) == (
        "งบประมาณ (บาท)",
        "Budget (baht)",
    )
    assert ENGLISH.field_label("project", "unheard_of") == "unheard_of"


def test_a_known_word_goes_by_what_it_is():
    assert THAI.field_label("plan", "known_word:พะตง") == "คำในพจนานุกรมของแผน"


def test_a_kind_goes_by_its_name():
    assert (THAI.kind_name("project"), ENGLISH.kind_name("project")) == ("โครงการ", "Project")


def test_the_parts_of_a_text_are_languages():
    use_language("en")
    assert (ENGLISH.language_label("th"), ENGLISH.language_label("en")) == ("Thai", "English")


@pytest.mark.parametrize(
    ("part", "label"),
    [
        ("", ""),
        (":", ""),
        ("2568", "2025"),
        ("2568:loan", "2025 · Loan"),
        ("2568:unheard_of", "2025 · unheard_of"),
    ],
)
def test_the_parts_of_yearly_values_are_years_and_sources(part: str, label: str):
    assert ENGLISH.year_label(part) == label


@pytest.mark.parametrize(
    ("field", "part", "atom", "words"),
    [
        ("status", "", None, ""),
        ("status", "", "completed", "แล้วเสร็จ"),
        ("status", "", "unheard_of", "unheard_of"),
        ("start_on", "", date(2024, 10, 1), "1 ต.ค. 2567"),
        ("budget", "2568:loan", Decimal("1200000.50"), "1,200,000.50"),
        ("unheard_of", "", Decimal("12.50"), "12.50"),
        ("unheard_of", "", "ก", "ก"),
    ],
)
def test_a_value_reads_as_on_the_page(field: str, part: str, atom: Atom | None, words: str):
    assert THAI.atom_text(THAI.spec("project", field), part, atom) == words


def test_a_fiscal_year_is_a_year_of_the_language():
    spec = THAI.spec("indicator", "baseline_year")
    assert [words.atom_text(spec, "", Decimal(2567)) for words in (THAI, ENGLISH)] == ["2567", "2024"]
