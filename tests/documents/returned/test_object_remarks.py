"""Pictures that somebody put in cannot become wordings; they are told all the same, once each."""

from dataclasses import replace

import pytest

from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.returned.found_remarks import SHORTENED, say_change, shorten
from success_desktop.documents.returned.object_remarks import OBJECT_ADDED
from success_desktop.documents.returned.placing import place_remarks, take_bearings
from success_desktop.documents.returned.reading import read_returned
from success_desktop.documents.returned.returned_file import Run, Spot, Stamp
from success_desktop.documents.returned.sendings import sending_of
from success_desktop.documents.word_writer import write_word
from tests.documents.word_plans import sample_plan

PLAN = sample_plan()
CAME = Stamp("ins", "Ann", None, "body:1", "2026-11-20T10:00:00Z")
WENT = Stamp("del", "Bob", None, "body:2", "2026-11-20T11:00:00Z")


@pytest.fixture(scope="module")
def draft(tmp_path_factory):
    """What was sent of the sample plan, and the file as it went out."""
    outline = build_outline(PLAN, OutlineOptions("th"))
    path = tmp_path_factory.mktemp("pictures") / "draft.docx"
    write_word(outline, path)
    return sending_of(outline), read_returned(path)


def told(draft, number, *runs, **more):
    """The remarks on the draft with further runs at the end of a paragraph."""
    sending, file = draft
    paragraphs = list(file.paragraphs)
    paragraphs[number] = paragraphs[number]._replace(runs=(*paragraphs[number].runs, *runs), **more)
    stamps = {mark.change_id: mark for run in runs for mark in run.marks}
    returned = replace(file, paragraphs=tuple(paragraphs), stamps=stamps)
    placement = place_remarks(take_bearings(returned, sending, PLAN, "อ.อารีย์"))
    return placement, [one.remark for one in placement.found]


def a_value(draft):
    """A field whose text has a paragraph of its own."""
    sending, file = draft
    texts = {one.value.text: one for one in sending.sent.fields if one.field == "body"}
    return next((one.number, texts[one.whole]) for one in file.paragraphs if one.whole in texts)


@pytest.mark.parametrize(
    ("marks", "author", "trace"), [((CAME,), "Ann", "tracked"), ((), "อ.อารีย์", "untracked")]
)
def test_a_picture_in_a_text_is_told_on_its_field(draft, marks, author, trace):
    number, field = a_value(draft)
    placement, (remark,) = told(draft, number, Run("", marks, "object"))
    assert (remark.author, remark.trace, remark.placed_by) == (author, trace, "bookmark")
    assert (remark.anchor.node_id, remark.anchor.field) == (field.node_id, field.field)
    assert remark.text["en"] == OBJECT_ADDED
    assert set(placement.aside) == {mark.change_id for mark in marks}


def test_a_picture_that_was_taken_out_again_is_no_remark(draft):
    number, _field = a_value(draft)
    placement, remarks = told(draft, number, Run("", (CAME, WENT), "object"))
    assert remarks == []
    assert set(placement.aside) == {"body:1", "body:2"}


def test_a_box_whose_text_is_read_is_told_by_its_text(draft):
    sending, file = draft
    number, _field = a_value(draft)
    host = file.paragraphs[number]
    boxed = file.paragraphs[-1]._replace(
        number=len(file.paragraphs), runs=(Run("ในกล่อง"),), box=Spot(number, len(host.whole)), labels=()
    )
    paragraphs = [*file.paragraphs, boxed]
    paragraphs[number] = host._replace(runs=(*host.runs, Run("", (), "object")))
    found = place_remarks(take_bearings(replace(file, paragraphs=tuple(paragraphs)), sending, PLAN)).found
    assert OBJECT_ADDED not in [one.remark.text.get("en") for one in found]


def test_a_picture_near_a_node_or_in_a_note_is_told_too(draft):
    _sending, file = draft
    head = next(one.number for one in file.paragraphs if one.story.startswith("header"))
    _placement, (remark,) = told(draft, head, Run("", (), "object"))
    assert (remark.anchor.node_id, remark.placed_by) == (PLAN.root_id, "position")
    _placement, (remark,) = told(draft, head, Run("", (), "object"), story="footnotes")
    assert (remark.anchor.node_id, remark.placed_by) == ("", "")


def test_what_was_typed_is_told_whole_and_what_it_took_the_place_of_is_shortened_by_whole_letters():
    said = say_change("น้ำ" * 300, "ใหม่" * 300)
    assert "ใหม่" * 300 in said["th"]
    assert f"“{'น้ำ' * (SHORTENED // 3)}…”" in said["th"]
    assert shorten("สั้น") == "สั้น"
    assert shorten("x" + "น้ำ" * 300).endswith("น้ำ…")
