"""The facts of a pack, filled in where the pack is asked for."""

from success_desktop.domain.office import read_office
from success_desktop.ui.documents.facts_form import FactField
from success_desktop.ui.documents.pack_dialog import PackDialog
from tests.ui.acting import type_text
from tests.ui.documents.conftest import fields_in_sight


def first_lacking(dialog: PackDialog) -> FactField:
    return next(field for field in dialog.facts.fields if field.is_lacking and field.fact.source == "office")


def test_a_fact_typed_is_kept_at_once_and_counted(with_dialog, editor, open_desk):
    def look(dialog: PackDialog) -> None:
        field = first_lacking(dialog)
        before = dialog.tabs.tabText(0)
        for line in field.lines.values():
            type_text(line, "กองช่าง")
            line.commit()
        seen.append((field.fact.name, field.badge.isVisible(), before != dialog.tabs.tabText(0)))

    seen: list[tuple[str, bool, bool]] = []
    with_dialog(look)
    name, has_badge, is_recounted = seen[0]
    assert (has_badge, is_recounted) == (False, True)
    assert "กองช่าง" in read_office(editor.plan).facts[name].values()
    open_desk.steps.undo()
    open_desk.steps.undo()
    assert name not in read_office(editor.plan).facts


def test_a_fact_in_one_language_has_one_field(with_dialog):
    def look(dialog: PackDialog) -> None:
        dialog.how.languages.button(0).setChecked(True)
        seen.append({len(field.lines) for field in dialog.facts.fields})
        dialog.how.languages.button(2).setChecked(True)
        seen.append({len(field.lines) for field in dialog.facts.fields})

    seen: list[set[int]] = []
    with_dialog(look)
    assert seen == [{1}, {1, 2}]


def test_what_is_lacking_stands_on_top(with_dialog):
    def look(dialog: PackDialog) -> None:
        seen.extend(field.is_lacking for field in fields_in_sight(dialog.facts))

    seen: list[bool] = []
    with_dialog(look)
    assert seen == sorted(seen, reverse=True)
    assert True in seen


def test_a_fact_that_cannot_be_kept_is_told_below_its_field(application, qtbot, with_dialog):
    def look(dialog: PackDialog) -> None:
        field = dialog.facts.fields[0]
        field.refuse("อ่านวันที่ไม่ออก")
        seen.append((field.note.isVisible(), field.note.text()))
        field.refuse("")
        seen.append((field.note.isVisible(), field.note.text()))

    seen: list[tuple[bool, str]] = []
    with_dialog(look)
    assert seen == [(True, "อ่านวันที่ไม่ออก"), (False, "")]


def test_what_is_told_of_an_edition_that_nobody_has_begun_begins_it(with_dialog, editor):
    def look(dialog: PackDialog) -> None:
        told = [field for field in dialog.facts.fields if field.fact.source == "edition" and field.is_lacking]
        for field in told[:2]:
            line = field.lines["th"]
            type_text(line, "12 ก.พ. 2567")
            line.commit()
        seen.append(dialog.chosen().edition.id)

    seen: list[str] = []
    with_dialog(look)
    (edition,) = read_office(editor.plan).editions
    assert (edition.kind, edition.id) == ("first", seen[0])
    assert [list(wordings.values()) for wordings in edition.facts.values()] == [["12 ก.พ. 2567"]] * 2
