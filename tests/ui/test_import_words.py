"""The columns of a file are called as the plan calls its fields."""

import pytest

from success_desktop.i18n import use_language
from success_desktop.ui.dialogs.import_words import field_name, list_fields
from tests.plans import template


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("objective", "วัตถุประสงค์"),
        ("objective:en", "วัตถุประสงค์ (อังกฤษ)"),
        ("budget:2569", "งบประมาณ 2569"),
        ("source", "แหล่งงบประมาณ"),
        ("", "— ไม่นำเข้า —"),
        ("unheard_of", "unheard_of"),
    ],
)
def test_fields_are_called_as_the_template_calls_them(field, words):
    assert field_name(template(), field, "th") == words


def test_years_are_told_in_the_language_of_the_reader():
    use_language("en")
    assert field_name(template(), "budget:2569", "en") == "Budget 2026"


def test_columns_can_go_into_every_field_of_a_project():
    fields = list_fields(template())
    assert {"name", "name:en", "budget:2568", "budget:2572", "lead_agencies", "source", "strategy"} <= set(
        fields
    )
    assert len(fields) == len(set(fields))


def test_no_field_is_called_by_its_code_in_either_language():
    for field in list_fields(template()):
        assert field_name(template(), field, "th") != field
