"""What an edition is: its number, year, clause and reasons, kept as they are typed."""

import pytest

from success_desktop.domain.office import read_office
from tests.ui.acting import type_text


def edition_of(editor, edition_id):
    return read_office(editor.plan).edition(edition_id)


def test_number_year_and_clause_are_kept_as_they_are_typed(change, view, editor):
    about = view.page.about
    for line, text in ((about.number, "๒"), (about.year, "2567"), (about.clause, "ข้อ 22/1")):
        line.selectAll()
        type_text(line, text)
        line.commit()
    edition = edition_of(editor, change)
    assert (edition.number, edition.year_be, edition.clause) == (2, 2567, "ข้อ 22/1")


@pytest.mark.parametrize(("name", "text"), [("number", "สอง"), ("number", "0"), ("year", "ปีหน้า")])
def test_what_cannot_be_read_is_told_below_the_fields(change, view, editor, name, text):
    before = editor.plan
    line = getattr(view.page.about, name)
    line.selectAll()
    type_text(line, text)
    line.commit()
    assert view.page.about.note.text()
    assert editor.plan is before


def test_the_reasons_of_an_edition_are_kept_in_both_languages(change, view, editor):
    reasons = view.page.about.reasons
    type_text(reasons.edits["th"], "ฝนหนัก")
    type_text(reasons.edits["en"], "Heavy rain")
    view.commit_pending()
    assert edition_of(editor, change).reasons == {"th": "ฝนหนัก", "en": "Heavy rain"}


def test_only_the_languages_of_the_page_are_asked_for(change, view):
    view.page.tabs.setCurrentWidget(view.page.about)
    seen = []
    for mode in ("th", "en", "both"):
        view.set_language_mode(mode)
        seen.append([edit.isVisible() for edit in view.page.about.reasons.edits.values()])
    assert seen == [[True, False], [False, True], [True, True]]


def test_the_day_of_announcement_follows_the_adoption(adopted, view, editor):
    day = view.page.about.announced
    assert day.isEnabled()
    type_text(day, "31 ธ.ค. 2580")
    day.commit()
    assert edition_of(editor, adopted).announced_on.year == 2037
    day.selectAll()
    type_text(day, "วันหน้า")
    day.commit()
    assert view.page.about.note.text()
