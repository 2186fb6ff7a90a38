"""What the shipped form sets say, to the word: heads, stamps, titles, who takes part, what is of substance."""

import pytest

from success_desktop.domain.forms.form_set import AUTHORITIES
from tests.form_plans import FORM_SETS, NEW_FORMS, OLD_FORMS, TEMPLATES, form_set
from tests.plans import template

STAMPS = {"p01": "ผ.01", "p02": "ผ.02", "p02-1": "ผ.02/1", "p02-2": "ผ.02/2", "p03": "ผ.03", "pd02": "ผด.02"}


@pytest.mark.parametrize("name", FORM_SETS)
def test_every_form_is_there_with_its_stamp(name: str) -> None:
    forms = form_set(name).forms
    assert list(forms) == [*STAMPS, "alignment"]
    for form, stamp in STAMPS.items():
        assert forms[form].stamp.th == f"แบบ {stamp}"
        assert forms[form].stamp.en == f"Form {stamp}"


@pytest.mark.parametrize("name", FORM_SETS)
def test_every_form_has_three_title_lines_that_name_plan_years_and_authority(name: str) -> None:
    for key, form in form_set(name).forms.items():
        assert len(form.titles) == 3, key
        assert "{fiscal_year}" in form.titles[1].th or "{first_year}" in form.titles[1].th, key
        assert "{organisation}" in form.titles[2].th, key


@pytest.mark.parametrize("name", FORM_SETS)
def test_the_widths_of_a_form_without_the_reason_make_up_the_whole(name: str) -> None:
    for key, form in form_set(name).forms.items():
        assert sum(column.width for column in form.columns if column.when == "always") == pytest.approx(
            100
        ), key


@pytest.mark.parametrize("name", FORM_SETS)
def test_every_wording_is_there_in_both_languages(name: str) -> None:
    for form in form_set(name).forms.values():
        for column in form.columns:
            for wording in (column.head, column.over, column.unit, column.count_head, column.counted):
                assert bool(wording.th) == bool(wording.en)


@pytest.mark.parametrize("name", FORM_SETS)
def test_every_template_has_the_rows_and_fields_that_the_forms_read(name: str) -> None:
    """What no template knows would be a slip of the pen in the form set."""
    known = {field for one in TEMPLATES for kind in template(one).kinds.values() for field in kind.fields}
    kinds = {kind for one in TEMPLATES for kind in template(one).kinds}
    chosen = form_set(name)
    for form in chosen.forms.values():
        assert set(form.rows) <= kinds
        for column in form.columns:
            assert set(column.fields) <= known
            assert column.children in {"", *kinds}
    for level in chosen.levels.values():
        assert set(level.kinds) <= kinds
        assert set(level.fields) <= known
    for spec in chosen.alignment.values():
        assert {spec.field, spec.reference} <= known
    for kind, fields in chosen.substance.items():
        assert set(fields) <= set(
            template().kinds.get(kind, template("ldp-2566-strategy").kinds[kind]).fields
        )


@pytest.mark.parametrize("name", FORM_SETS)
def test_each_kind_of_edition_says_who_takes_part_and_which_clause_it_cites(name: str) -> None:
    editions = form_set(name).editions
    assert list(editions) == ["first", "addition", "change", "correction"]
    for edition in editions.values():
        assert set(edition.clauses) == set(edition.steps) == set(AUTHORITIES)
    clauses = [edition.clauses["thesaban"].th for edition in editions.values()]
    assert clauses == ["ข้อ 17 (4)", "ข้อ 22", "ข้อ 22/1", "ข้อ 21"]
    assert [edition.has_reasons for edition in editions.values()] == [False, True, True, False]


@pytest.mark.parametrize("name", FORM_SETS)
def test_only_the_council_of_a_subdistrict_authority_approves(name: str) -> None:
    chosen = form_set(name)
    for kind, edition in chosen.editions.items():
        assert ("council" in edition.steps["obt"]) is (kind != "correction")
        assert "council" not in edition.steps["thesaban"] + edition.steps["obj"]
        assert all(steps[-1] == "executive" for steps in edition.steps.values())
    assert chosen.bodies["council"].names["obt"].th == "สภาองค์การบริหารส่วนตำบล"


def test_the_older_forms_group_by_strategy_and_have_alignment_and_indicators() -> None:
    old, new = form_set(OLD_FORMS).forms["p02"], form_set(NEW_FORMS).forms["p02"]
    assert old.levels == ("strategy", "tactic", "programme")
    assert [form_set(OLD_FORMS).alignment[name].label.th for name in old.alignment] == [
        "ก.",
        "ข.",
        "ค.",
        "ง.",
        "จ.",
    ]
    assert new.levels == ("issue",)
    assert not new.alignment
    assert [
        "kpi" in [field for column in form.columns for field in column.fields] for form in (old, new)
    ] == [
        True,
        False,
    ]
