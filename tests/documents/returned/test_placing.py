"""What was sent, laid over what came back: labels, values, hands, rows and strays, by files small enough to be read."""

from dataclasses import replace

import pytest

from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.returned.homes import Home, HomeFinder, as_held
from success_desktop.documents.returned.placing import place_remarks, take_bearings
from success_desktop.documents.returned.reading import read_returned
from success_desktop.documents.returned.returned_file import Comment, ReturnedFile, Run, Spot, Stamp
from success_desktop.documents.returned.sendings import Sending, sending_of
from success_desktop.documents.returned.settling import settle
from success_desktop.documents.returned.text_pieces import Piece
from success_desktop.documents.returned.value_places import Target
from success_desktop.documents.returned.wordings import split_by_home
from success_desktop.documents.word_writer import write_word
from tests.documents.test_sent_and_read_back import SENDINGS
from tests.documents.word_plans import sample_plan

ANN = Stamp("ins", "Ann", None, "body:1", "2026-11-20T10:00:00Z")
BOB = Stamp("del", "Bob", None, "body:2", "2026-11-20T11:00:00Z")


@pytest.fixture(scope="module", params=["sample-th", "sample-both", "strategy-th", "hard-th", "hard-both"])
def draft(request, tmp_path_factory):
    """A plan, what was sent of it, and the file as it went out."""
    plan, language, has_thai_digits = SENDINGS[request.param]
    outline = build_outline(plan, OutlineOptions(language, has_thai_digits, "01jrevision"))
    path = tmp_path_factory.mktemp("draft") / "draft.docx"
    write_word(outline, path)
    return plan, sending_of(outline), read_returned(path)


@pytest.fixture(scope="module")
def thai(tmp_path_factory):
    """The sample plan in Thai."""
    plan = sample_plan()
    outline = build_outline(plan, OutlineOptions("th"))
    path = tmp_path_factory.mktemp("thai") / "draft.docx"
    write_word(outline, path)
    return plan, sending_of(outline), read_returned(path)


def found_in(plan, sending, file, author=""):
    return place_remarks(take_bearings(file, sending, plan, author, "01jrevision")).found


def edited(file: ReturnedFile, number: int, *runs: Run, **more) -> ReturnedFile:
    """The file with the runs of one paragraph replaced."""
    paragraphs = list(file.paragraphs)
    paragraphs[number] = paragraphs[number]._replace(runs=runs, **more)
    stamps = {mark.change_id: mark for run in runs for mark in run.marks}
    return replace(file, paragraphs=tuple(paragraphs), stamps={**file.stamps, **stamps})


def number_of(file: ReturnedFile, text: str) -> int:
    """The only paragraph that reads so."""
    (number,) = (one.number for one in file.paragraphs if one.whole == text)
    return number


def test_a_file_that_nobody_touched_says_nothing(draft):
    plan, sending, file = draft
    assert found_in(plan, sending, file) == ()
    assert found_in(plan, Sending(sending.sent), file) == ()


def test_what_the_map_in_a_file_tells_is_what_the_outline_tells(draft):
    _plan, sending, file = draft
    assert file.sent == sending.sent


def test_without_a_single_bookmark_every_value_is_found_by_its_text(draft):
    plan, sending, file = draft
    bare = replace(file, paragraphs=tuple(one._replace(labels=()) for one in file.paragraphs))
    bearings = take_bearings(bare, sending, plan)
    assert {one.placed_by for one in bearings.found.fields.values()} <= {"label", "quote"}
    assert not bearings.found.missing_rows
    assert len(bearings.found.missing_fields) <= len(sending.sent.fields) // 10


def test_every_sent_value_can_be_asked_for_its_home(draft):
    plan, sending, _file = draft
    finder = HomeFinder(sending, plan)
    for field in sending.sent.fields:
        (home,) = finder.homes_of(Target(field.name))
        assert home.node_id == field.node_id
        assert as_held(home, home.printed)[1] == home.seen or home.sort != "text" or home.mark


def test_a_tracked_word_and_a_silent_one_in_one_value_are_two_proposals(thai):
    plan, sending, file = thai
    field = next(one for one in sending.sent.fields if one.field == "rationale")
    first = field.value.text.split("\n")[0]
    number = number_of(file, first)
    words = first.split(" ")
    silent = " ".join(["คำใหม่", *words[1:]])
    changed = edited(file, number, Run(silent), Run(" ท้าย", (ANN,)))
    one, two = found_in(plan, sending, changed, "ข")
    assert [(item.remark.trace, item.remark.author) for item in (one, two)] == [
        ("untracked", "ข"),
        ("tracked", "Ann"),
    ]
    assert one.remark.proposed.startswith("คำใหม่")
    assert two.remark.proposed.split("\n")[0] == f"{first} ท้าย"
    assert two.claims == {"body:1"}
    assert (
        one.remark.anchor.seen == two.remark.anchor.seen == plan.nodes[field.node_id].text("rationale", "th")
    )


def test_a_computed_cell_is_never_lost_but_told(thai):
    plan, sending, file = thai
    table = next(one for one in sending.sent.tables if "number" in one.sources)
    row = table.rows[0]
    label = next(one for one in file.paragraphs if any(mark.name == row.name for mark in one.labels))
    (found,) = found_in(plan, sending, edited(file, label.number, Run("9.9.9")), "ข")
    assert found.remark.sort == "comment"
    assert "9.9.9" in found.remark.text["en"]
    assert found.remark.anchor.node_id == row.node_id


def test_words_typed_where_no_field_stands_are_told_with_what_stands_around(thai):
    plan, sending, file = thai
    blank = next(one for one in reversed(file.paragraphs) if file.style_name(one) == "after table")
    (silent,) = found_in(plan, sending, edited(file, blank.number, Run("ข้อความแถม"), style="Normal"), "ข")
    assert (silent.remark.trace, silent.remark.quote) == ("untracked", "ข้อความแถม")
    (tracked,) = found_in(plan, sending, edited(file, blank.number, Run("ข้อความแถม", (ANN,))))
    assert tracked.remark.text["en"] == "Text was added here: ข้อความแถม"
    assert tracked.remark.placed_by == "position"


def test_the_contents_are_the_programs_and_set_aside(thai):
    plan, sending, file = thai
    line = next(one for one in file.paragraphs if file.style_name(one).startswith("toc"))
    placement = place_remarks(
        take_bearings(edited(file, line.number, *line.runs, Run("9", (ANN,))), sending, plan)
    )
    assert placement.found == ()
    assert dict(placement.aside) == {"body:1": "contents"}


def test_a_tracked_element_without_any_effect_is_set_aside(thai):
    plan, sending, file = thai
    blank = next(one for one in reversed(file.paragraphs) if file.style_name(one) == "after table")
    both = (ANN, Stamp("del", "Ann", None, "body:3", ""))
    placement = place_remarks(take_bearings(edited(file, blank.number, Run("ก", both)), sending, plan))
    assert placement.found == ()
    assert set(placement.aside.values()) == {"no_effect"}


def test_elements_that_stand_nowhere_are_answered_for(thai):
    plan, sending, file = thai
    lost = replace(file, stamps={**file.stamps, "body:9": BOB._replace(change_id="body:9")})
    placement = place_remarks(take_bearings(lost, sending, plan))
    answered = {claim for found in placement.found for claim in found.claims} | placement.aside.keys()
    assert answered == {"body:9"}


def test_a_comment_on_the_head_of_a_table_stands_on_what_its_rows_share(thai):
    plan, sending, file = thai
    head = next(one for one in file.paragraphs if file.style_name(one).startswith("table head") and one.whole)
    comment = Comment(
        number=0, id="1", author="Ann", text="?", start=Spot(head.number, 0), end=Spot(head.number, 2)
    )
    (found,) = found_in(plan, sending, replace(file, comments=(comment,)))
    assert found.remark.placed_by == "position"
    assert found.remark.anchor.node_id in plan.nodes


def test_a_comment_that_begins_at_the_end_of_a_paragraph_is_about_the_next(thai):
    plan, sending, file = thai
    field = next(one for one in sending.sent.fields if one.field == "rationale")
    number = number_of(file, field.value.text.split("\n")[0])
    before = file.paragraphs[number - 1]
    comment = Comment(
        number=0,
        id="1",
        author="Ann",
        text="?",
        start=Spot(before.number, len(before.whole)),
        end=Spot(number, 5),
    )
    (found,) = found_in(plan, sending, replace(file, comments=(comment,)))
    assert found.remark.anchor.place == (field.node_id, "rationale", "th")
    assert found.remark.anchor[-2:] == (0, 5)


def test_a_comment_that_lost_its_place_is_found_by_the_only_words_that_it_quotes(thai):
    plan, sending, file = thai
    field = next(one for one in sending.sent.fields if one.field == "rationale")
    note = edited(file, len(file.paragraphs) - 1, Run(field.value.text[10:60]))
    last = len(file.paragraphs) - 1
    comment = Comment(number=0, id="1", author="Ann", text="?", start=Spot(last, 0), end=Spot(last, 50))
    (found,) = (
        one for one in found_in(plan, sending, replace(note, comments=(comment,))) if one.comment >= 0
    )
    assert found.remark.placed_by == "quote"
    assert found.remark.anchor.quote == field.value.text[10:60].strip()


def test_only_open_changes_of_ours_are_settled(thai):
    _plan, _sending, file = thai
    number = number_of(file, "วิสัยทัศน์") if any(one.whole == "วิสัยทัศน์" for one in file.paragraphs) else 2
    gone = Stamp("del", "เรา", None, "body:5")
    changed = edited(file, number, Run("ก", (ANN,)), Run("ข", (gone,)), Run("ค", (BOB,)))
    settled = settle(changed, {"body:1", "body:5"})
    paragraph = settled.paragraphs[number]
    assert (paragraph.text("rejected"), paragraph.text("accepted"), paragraph.whole) == ("กค", "ก", "กขค")
    assert set(settled.stamps) == {"body:2"}
    assert settle(changed, ()) is changed


@pytest.mark.parametrize(
    ("parents", "threads"),
    [
        ({"1": "0", "2": "1"}, {"0": ["1", "2"]}),
        ({"1": "2", "2": "0"}, {"0": ["1", "2"]}),
        ({"0": "1", "1": "0"}, {"0": ["1"], "2": []}),
        ({"0": "2", "1": "2", "2": "1"}, {"1": ["0", "2"]}),
        ({"1": "nobody"}, {"0": [], "1": [], "2": []}),
    ],
    ids=[
        "in order",
        "an answer before what it answers",
        "a circle",
        "a way into a circle",
        "an answer to nothing",
    ],
)
def test_every_comment_is_a_remark_or_a_reply_whatever_answers_what(thai, parents, threads):
    plan, sending, file = thai
    comments = tuple(
        Comment(
            number=number,
            id=str(number),
            author="Ann",
            text=str(number),
            parent_id=parents.get(str(number), ""),
        )
        for number in range(3)
    )
    found = [one for one in found_in(plan, sending, replace(file, comments=comments)) if one.comment >= 0]
    assert {str(one.comment): [reply.text for reply in one.remark.replies] for one in found} == threads


def heading_of(file: ReturnedFile, field) -> int:
    """The paragraph in which a field's label and the beginning of its value stand side by side."""
    return number_of(file, f"{field.label}  {field.value.text}")


def a_named(sending: Sending):
    """A node whose name stands behind its number in a heading."""
    return next(one for one in sending.sent.fields if one.field == "name" and one.label[:1].isdigit())


def test_a_number_typed_over_with_tracking_is_about_the_label_and_the_name_stands(thai):
    plan, sending, file = thai
    field = a_named(sending)
    old, new = BOB._replace(author="Ann"), ANN._replace(change_id="body:3")
    runs = (Run(field.label, (old,)), Run("9.9", (new,)), Run(f"  {field.value.text}"))
    found = found_in(plan, sending, edited(file, heading_of(file, field), *runs))
    assert [(one.remark.sort, one.remark.trace, one.remark.attention) for one in found] == [
        ("comment", "tracked", "label_altered")
    ]
    assert found[0].remark.anchor.node_id == field.node_id
    assert found[0].claims == {"body:2", "body:3"}


@pytest.mark.parametrize(("added", "sorts"), [("", ["comment"]), (" ใหม่", ["comment", "wording"])])
def test_a_value_that_came_with_its_label_was_moved_and_nobody_emptied_it_silently(thai, added, sorts):
    plan, sending, file = thai
    field = a_named(sending)
    runs = (Run(f"{field.label}  {field.value.text}{added}", (ANN._replace(sort="moveTo"),)),)
    found = found_in(plan, sending, edited(file, heading_of(file, field), *runs))
    assert sorted({one.remark.sort for one in found}) == sorts
    assert {one.remark.trace for one in found} == {"tracked"}
    wordings = [
        (one.remark.anchor.seen, one.remark.proposed) for one in found if one.remark.sort == "wording"
    ]
    assert wordings == ([(field.value.text, field.value.text + added)] if added else [])


def test_the_languages_of_a_cell_are_told_apart_also_where_all_of_it_came():
    homes = [
        Home("n", "name", "th", "text", "ขุดลอกคลอง", "ขุดลอกคลอง"),
        Home("n", "name", "en", "text", "Dredging", "Dredging", language="en"),
    ]
    lines = ("ขุดลอกคลอง", "\n"), ("Dredging", "\n")
    for marks in ((), (ANN,)):
        pieces = [Piece(text, marks, paragraph, 0) for paragraph, line in enumerate(lines) for text in line]
        thai_pieces, english_pieces = split_by_home(pieces, homes)
        assert [piece.text for piece in thai_pieces] == ["ขุดลอกคลอง", "\n"]
        assert [piece.text for piece in english_pieces] == ["Dredging", "\n"]
