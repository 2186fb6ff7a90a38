"""The facts of a pack as fields: in which languages, which are lacking, what is handed in."""

from typing import Literal

import pytest

from success_desktop.domain.letters.stated_facts import AskedFact
from success_desktop.domain.schema import Wording
from success_desktop.i18n import Language
from success_desktop.ui.documents.facts_form import FactsForm
from tests.ui.acting import type_text
from tests.ui.documents.conftest import fields_in_sight
from tests.ui.faults import nameless


def fact(
    name: str, kind: Literal["text", "plain", "date"] = "text", *, th: str = "", en: str = ""
) -> AskedFact:
    spoken: dict[Language, str] = {"th": th, "en": en}
    texts = {language: text for language, text in spoken.items() if text}
    lacks = tuple(language for language in spoken if language not in texts)
    label, hint = Wording(th=f"ช่อง {name}", en=f"Field {name}"), Wording(th="เช่น ก", en="such as a")
    return AskedFact(name, "o-office", "office", "", kind, label, hint, texts, lacks, ("memo",))


@pytest.fixture
def form(application, qtbot):
    """A form without a field, on the screen."""
    form = FactsForm()
    qtbot.addWidget(form)
    form.show()
    return form


def shown(form: FactsForm) -> list[str]:
    return [field.fact.name for field in fields_in_sight(form)]


def test_facts_that_are_lacking_stand_on_top_the_others_in_their_order(form):
    facts = [fact("ก", th="มี"), fact("ข"), fact("ค", th="มี"), fact("ง", en="only")]
    form.show_facts(facts, ("th",))
    assert shown(form) == ["ข", "ง", "ก", "ค"]


def test_how_many_are_lacking_is_counted_as_they_are_filled(form):
    counts: list[int] = []
    form.counted.connect(counts.append)
    form.show_facts([fact("ก"), fact("ข")], ("th",))
    line = form.fields[0].lines["th"]
    type_text(line, "นายสมชาย")
    form.commit()
    assert counts == [2, 1]
    line.selectAll()
    line.del_()
    form.commit()
    assert counts[-1] == 2


def test_a_fact_of_two_languages_lacks_until_both_are_there(form):
    form.show_facts([fact("ก", th="มี")], ("th", "en"))
    (field,) = form.fields
    assert field.is_lacking
    type_text(field.lines["en"], "There")
    field.commit()
    assert not field.is_lacking
    assert not field.badge.isVisible()


@pytest.mark.parametrize("kind", ["plain", "date"])
def test_a_fact_without_a_language_is_asked_for_once(form, kind):
    form.show_facts([fact("ก", kind)], ("th", "en"))
    assert list(form.fields[0].lines) == ["th"]


def test_what_is_handed_in_keeps_the_language_that_is_not_shown(form):
    told = []
    form.typed.connect(lambda one, said, field: told.append((one.name, said, field)))
    form.show_facts([fact("ก", en="Mayor")], ("th",))
    type_text(form.fields[0].lines["th"], " นายก ")
    form.commit()
    assert told == [("ก", {"en": "Mayor", "th": "นายก"}, form.fields[0])]


def test_facts_shown_anew_replace_those_before(form):
    form.show_facts([fact("ก")], ("th",))
    form.show_facts([fact("ข"), fact("ค")], ("th",))
    assert [field.fact.name for field in form.fields] == ["ข", "ค"]


def test_papers_that_ask_for_nothing_say_so(form):
    form.show_facts([], ("th",))
    assert form.fields == []
    assert form.widget().layout().itemAt(0).widget().text() == "เอกสารที่เลือกไม่ต้องกรอกอะไรเพิ่ม"


def test_every_field_has_a_name_and_a_hint_of_its_language(form):
    form.show_facts([fact("ก"), fact("ข", "date")], ("th", "en"))
    assert nameless(form) == []
    names = [line.accessibleName() for field in form.fields for line in field.lines.values()]
    assert names == ["ช่อง ก (ไทย)", "ช่อง ก (อังกฤษ)", "ช่อง ข"]
    assert form.fields[0].lines["en"].placeholderText() == "อังกฤษ: เช่น ก"
    assert form.fields[1].lines["th"].placeholderText() == "เช่น ก"


def test_a_refusal_stands_below_the_field_until_it_is_taken_away(form):
    form.show_facts([fact("ก")], ("th",))
    field = form.fields[0]
    assert not field.note.isVisible()
    field.refuse("อ่านไม่ออก")
    assert field.note.isVisible()
    field.refuse("")
    assert not field.note.isVisible()
