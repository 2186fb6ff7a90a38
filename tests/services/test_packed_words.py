"""No paper of any pack reads like a program: no place left open, no name of a field, no id."""

import re

import pytest

from success_desktop.domain.office import FormatSwitches
from success_desktop.services import editing
from success_desktop.services.packing import prepare_pack
from success_desktop.services.papers import list_papers
from tests.editions import LAMP, ROAD, SCHOOL, delete, pay, write
from tests.services.packs import UNBEGUN, amend, choice
from tests.services.printed_words import words_in

CODE = re.compile(r"[{}]|[a-z]{3,}_[a-z]+|\b01[0-9a-z]{22,}|\bo-[0-9a-z]{8,}")
"""What no clerk may ever read: a place left open, the name of a field, an id."""


@pytest.mark.parametrize("authority", ["thesaban", "obt", "obj"])
@pytest.mark.parametrize("kind", ["first", "addition", "change", "correction"])
def test_no_paper_of_any_pack_prints_a_place_a_field_or_an_id(town, authority, kind):
    """Though nothing is told: no title, no authority, no facts."""
    edition = UNBEGUN
    if kind != "first":
        edition = amend(town, kind)
        write(town, ROAD, "name", f"{ROAD} ๑")
        pay(town, LAMP, {2568: 1})
        delete(town, SCHOOL)
    for name in ("title", "organisation", "area"):
        editing.set_text(town, (town.plan.root_id, name, "th"), "")
    paper_ids = tuple(paper.id for paper in list_papers(authority, kind))
    for language in ("th", "en", "both"):
        switches = FormatSwitches(language=language)
        wanted = choice(*paper_ids, edition=edition, authority=authority, switches=switches)
        packed = prepare_pack(town, wanted).papers
        assert len(packed) == len(paper_ids)
        for paper in packed:
            printed = list(words_in(paper.printout.outline()))
            assert printed
            assert not [text for text in printed if CODE.search(text)], (paper.paper.id, language)


def test_the_plan_in_a_pack_is_known_by_its_seal_and_not_by_ids(town):
    (paper,) = prepare_pack(town, choice("plan")).papers
    outline = paper.printout.outline()
    assert outline.seal is not None
    assert outline.origin.text == ""
    assert outline.revision_id
