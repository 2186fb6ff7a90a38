"""Form sets are data: right ones load, wrong ones are refused with the line of the mistake, in the reader's language."""

import pytest

from success_desktop.domain.forms.form_set_text import parse_form_set
from success_desktop.errors import UserError
from tests.form_plans import FORM_SETS, OLD_FORMS, form_set, form_set_text

GOOD = form_set_text(OLD_FORMS)


def complaint(text: str) -> UserError:
    with pytest.raises(UserError) as refusal:
        parse_form_set(text, "ของเรา.yaml")
    return refusal.value


def line_of(text: str, fragment: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if fragment in line)


@pytest.mark.parametrize("name", FORM_SETS)
def test_every_shipped_form_set_loads_and_keeps_its_text(name: str) -> None:
    assert form_set(name).id == name
    assert form_set(name).text == form_set_text(name)


@pytest.mark.parametrize(
    ("right", "wrong", "word"),
    [
        ("levels: [strategy, tactic, programme]", "levels: [strategy, tactik, programme]", "tactik"),
        ("subtotals: [programme]", "subtotals: [goal]", "goal"),
        ("alignment: [national_strategy,", "alignment: [provincial,", "provincial"),
        ("{show: number, head: {th: ที่,", "{show: line, head: {th: ที่,", "line"),
        (
            "{show: number, head: {th: ที่,",
            "{show: numbers, head: {th: ที่,",
            "p02.columns.0.show must be one of: number, fields",
        ),
        (
            "{show: fields, fields: [name], head: {th: โครงการ,",
            "{show: fields, head: {th: โครงการ,",
            "fields",
        ),
        ("{show: level, level: tactic,", "{show: level, head: {th: x, en: x}, width: 1}  # {", "level"),
        ("{show: level, level: tactic,", "{show: level, level: tictac,", "tictac"),
        ("{show: alignment, alignment: sdg,", "{show: alignment, alignment: sdgs,", "sdgs"),
        ("width: 13}", "width: 0}", "width"),
        ("      thesaban: [executive]", "      thesaban: [mayor]", "mayor"),
        ("stamp: {th: แบบ ผ.01, en: Form ผ.01}", "stemp: {th: แบบ ผ.01, en: Form ผ.01}", "stemp"),
        ("id: ldp-2566", "id: [unclosed", ""),
        ("id: ldp-2566", "id: แบบของเรา", "id may hold only small letters"),
        ("  pd02:\n    name:", "  ../pd02:\n    name:", "small letters"),
    ],
)
def test_a_mistake_is_named_with_its_line(right: str, wrong: str, word: str) -> None:
    assert right in GOOD
    bad = GOOD.replace(right, wrong, 1)
    error = complaint(bad)
    line = error.places["line"]
    assert isinstance(line, int)
    assert abs(line - line_of(bad, wrong.splitlines()[0])) <= 6
    assert word in error.sentence("en")
    assert "ของเรา.yaml" in error.sentence("th")
    assert error.remedy("en").startswith("Correct the form set")


def test_a_summary_without_levels_is_refused() -> None:
    bad = GOOD.replace("    levels: [strategy, tactic, programme]\n    subtotals: [strategy]\n", "", 1)
    assert "needs levels" in complaint(bad).sentence("en")


def test_what_is_no_form_set_is_refused_in_the_first_line() -> None:
    for text in ("just words", "", "- a\n- b\n"):
        assert complaint(text).places["line"] == 1


def test_what_is_missing_is_said() -> None:
    assert "version is missing" in complaint(GOOD.replace("\nversion: 1\n", "\n", 1)).sentence("en")


@pytest.mark.parametrize("name", FORM_SETS)
def test_what_a_copy_may_change_loads_again(name: str) -> None:
    text = form_set_text(name)
    changed = (
        text.replace("stamp: {th: แบบ ผ.02,", "stamp: {th: แบบ ผ.02 (ประสาน),")
        .replace("width: 14}", "width: 7.5}")
        .replace("# years: {first_be: 25", "years: {first_be: 25")
        .replace("subtotals: [programme]", "subtotals: []")
        .replace("orientation: landscape", "orientation: portrait")
    )
    again = parse_form_set(changed, "ของเรา.yaml")
    assert again.forms["p02"].stamp.th == "แบบ ผ.02 (ประสาน)"
    assert 7.5 in [column.width for column in again.forms["p02"].columns]
    assert again.years is not None
    assert again.years.count == 5


def test_a_mistake_in_a_shared_entry_is_named_where_the_entry_is_written() -> None:
    """Columns that several forms share are written once."""
    bad = GOOD.replace("- &kpi {show: fields,", "- &kpi {show: feelds,", 1)
    assert complaint(bad).places["line"] == line_of(bad, "feelds")
