"""Office matters that people set themselves: each verb one step of undo, and none where nothing differs."""

from dataclasses import replace

import pytest

from success_desktop.domain.office import FormatSwitches, read_office
from success_desktop.services.library import new_sample
from success_desktop.services.offices import has_switches, keep_switches, read_switches, set_authority

USUAL = FormatSwitches(language="en", font="TH Niramit", has_thai_digits=True)
CHOSEN = FormatSwitches(language="both", font="Sarabun", paper="F4", is_draft=True, shows_alignment=False)


@pytest.fixture
def editor(tmp_path):
    editor = new_sample(tmp_path / "แผน.success", "ผู้วางแผน")
    yield editor
    editor.close(publish=False)


def test_a_plan_that_remembers_nothing_is_printed_as_usual(editor):
    assert not has_switches(editor.plan)
    assert read_switches(editor.plan, USUAL) == USUAL


def test_a_plan_remembers_how_it_is_printed_as_one_step(editor):
    keep_switches(editor, CHOSEN)
    assert has_switches(editor.plan)
    assert read_switches(editor.plan, USUAL) == CHOSEN
    editor.undo()
    assert not has_switches(editor.plan)


def test_switches_of_no_font_are_printed_in_the_usual_one(editor):
    keep_switches(editor, replace(CHOSEN, font=""))
    assert read_switches(editor.plan, USUAL) == replace(CHOSEN, font="TH Niramit")


def test_a_plan_of_other_office_matters_remembers_no_switches(editor):
    set_authority(editor, "obt")
    assert not has_switches(editor.plan)
    assert read_switches(editor.plan, USUAL) == USUAL


def test_the_same_again_is_no_step(editor):
    keep_switches(editor, CHOSEN)
    set_authority(editor, "obj")
    before = editor.plan
    keep_switches(editor, CHOSEN)
    set_authority(editor, "obj")
    assert editor.plan is before


def test_a_municipality_is_what_a_plan_is_of_without_a_word(editor):
    before = editor.plan
    set_authority(editor, "thesaban")
    assert editor.plan is before


def test_the_kind_of_authority_is_undone_by_one_step(editor):
    set_authority(editor, "obt")
    assert read_office(editor.plan).authority == "obt"
    editor.undo()
    assert read_office(editor.plan).authority == "thesaban"
