"""The Word file for reviewers: sound, tracking, with a note, and every remark as a comment on the words it is about."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from openxml_audit import FileFormat, OpenXmlValidator

from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.outline_blocks import DocumentLanguage
from success_desktop.documents.returned.reading import read_returned
from success_desktop.documents.word_review import SentThread, write_note
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import Seed
from success_desktop.domain.thai_clusters import cluster_borders
from tests.documents.review_files import (
    AT,
    NOTE,
    NOTE_STYLES,
    read_lines,
    read_ranges,
    thread,
    word,
    write_for_review,
)
from tests.documents.word_lint import lint
from tests.documents.word_plans import (
    HARD_TEXT,
    TWO_PARAGRAPHS,
    branch,
    issue_plan,
    plan_of,
    project,
    root,
    sample_plan,
    strategy_plan,
)
from tests.documents.word_reading import read_body, read_part, read_text, style_of, write_plan

PLANS: dict[str, Callable[[], Plan]] = {
    "sample": sample_plan,
    "2566": strategy_plan,
    "2571": issue_plan,
    "empty": lambda: plan_of(Seed(kind="plan")),
}
LONG = 8


def values(plan: Plan) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Every part of every field with its text."""
    for node in plan.walk():
        for field in plan.kind_of(node.id).fields:
            for part, atom in node.parts(field).items():
                yield (node.id, field, part), str(atom)


def threads_everywhere(plan: Plan) -> list[SentThread]:
    """A remark with a reply on every value; on a few characters of the long ones."""
    return [
        thread(
            word(number, f"ข้อ {number}\n& <b>"),
            word(100_000 + number, author="ผู้วางแผน"),
            place=place,
            start=2 if len(text) > LONG else 0,
            end=6 if len(text) > LONG else 0,
        )
        for number, (place, text) in enumerate(values(plan), start=1)
    ]


@pytest.mark.parametrize(
    ("plan", "language"), [("sample", "both"), ("2566", "th"), ("2571", "both"), ("empty", "th")]
)
def test_a_file_full_of_remarks_is_valid_lint_free_and_loses_none(
    plan: str, language: DocumentLanguage, tmp_path: Path
):
    everywhere = threads_everywhere(PLANS[plan]())[::25]
    path = write_for_review(PLANS[plan](), everywhere, tmp_path / "review.docx", language)
    result = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(path))
    assert [str(error) for error in result.errors] == []
    assert lint(path) == []
    assert set(read_ranges(path)) == set(range(2 * len(everywhere)))


@pytest.mark.parametrize("language", ["en", "both"])
def test_remarks_alter_no_letter_of_the_plan(language: DocumentLanguage, tmp_path: Path):
    plan = sample_plan()
    plain = write_plan(plan, tmp_path, OutlineOptions(language, revision_id="r1"))
    path = write_for_review(plan, threads_everywhere(plan)[::2], tmp_path / "review.docx", language)
    assert read_lines(path) == read_lines(plain)


def whole_letters(text: str, start: int, end: int) -> str:
    """Characters of a text, with what belongs to the letters at their ends."""
    borders = cluster_borders(text)
    return text[max(one for one in borders if one <= start) : min(one for one in borders if one >= end)]


def test_a_remark_stands_on_its_very_words_wherever_they_are_printed(tmp_path):
    """Headings, passages, cells and cover, Thai and English side by side: what is printed as it stands is found exactly."""
    plan = sample_plan()
    everywhere = threads_everywhere(plan)
    ranges = read_ranges(write_for_review(plan, everywhere, tmp_path / "review.docx", "both"))
    exact = {
        place
        for number, (place, text) in enumerate(values(plan))
        if ranges[2 * number] == (whole_letters(text, 2, 6) if len(text) > LONG else text)
    }
    printed = {
        "title",
        "rationale",
        "description",
        "objective",
        "kpi",
        "expected_result",
        "verification",
        "body",
    }
    wanted = {
        place
        for place, _text in values(plan)
        if place[1] in printed and plan.nodes[place[0]].kind != "action_item"
    }
    assert len(wanted) > 400
    assert wanted <= exact


def test_a_reply_has_a_range_and_a_sign_of_its_own_beside_its_remark(tmp_path):
    plan = strategy_plan()
    node = next(one for one in plan.walk() if one.kind == "project")
    one = thread(word(1), word(2), word(3), place=(node.id, "name", "th"))
    path = write_for_review(plan, [one], tmp_path / "review.docx")
    ranges = read_ranges(path)
    assert ranges[0] == ranges[1] == ranges[2] == node.text("name", "th")
    first, second, third = read_returned(path).comments
    assert (first.parent_id, second.parent_id, third.parent_id) == ("", first.id, first.id)


def test_comments_are_read_back_as_they_went_out(tmp_path):
    plan = strategy_plan()
    place = (plan.root_id, "title", "th")
    said = thread(word(0x1234, "บรรทัดแรก\nบรรทัดที่สอง\tแท็บ & <b>"), word(2, at=None), place=place)
    first, second = read_returned(write_for_review(plan, [said], tmp_path / "review.docx")).comments
    assert (first.author, first.initials, first.durable_id) == ("ดร.สมชาย", "สช", "00001234")
    assert first.text == "บรรทัดแรก\nบรรทัดที่สอง\tแท็บ & <b>"
    assert first.at == AT
    assert first.written_at == "2024-02-12T10:30:00Z"  # the time on a Thai wall, which Word shows as it is
    assert second.at is None


def test_what_the_document_does_not_print_is_marked_at_its_node(tmp_path):
    plan = strategy_plan()
    node = next(one for one in plan.walk() if one.kind == "project")
    path = write_for_review(plan, [thread(word(1), place=(node.id, "note", "th"))], tmp_path / "review.docx")
    assert read_ranges(path)[0] == "1"


def test_words_of_another_language_are_not_cut_into(tmp_path):
    """The Thai document prints the name in Thai; characters of the English one mean nothing in it."""
    plan = sample_plan()
    node = next(one for one in plan.walk() if one.kind == "goal")
    said = thread(word(1), place=(node.id, "name", "en"), start=2, end=6)
    assert read_ranges(write_for_review(plan, [said], tmp_path / "review.docx"))[0] == node.text("name", "th")


def test_a_remark_without_a_place_stands_on_the_note(tmp_path):
    plan = strategy_plan()
    said = [thread(word(1)), thread(word(2), place=("gone", "name", "th"))]
    path = write_for_review(plan, said, tmp_path / "review.docx")
    assert read_ranges(path) == {0: NOTE[0][0], 1: NOTE[0][0]}
    assert lint(path) == []


def test_hard_texts_and_paragraphs_are_found_across_runs(tmp_path):
    budget: dict[int, dict[str, object]] = {2568: {"ordinance": 1_250_000, "codi": 50_000}}
    plan = plan_of(
        root(branch(project("ก", budget, objective={"th": HARD_TEXT}, target={"th": TWO_PARAGRAPHS})))
    )
    node = next(one for one in plan.walk() if one.kind == "project")
    across = TWO_PARAGRAPHS.index("แรก"), TWO_PARAGRAPHS.index("ที่สอง")
    tab = HARD_TEXT.index("\t")
    said = [
        thread(word(1), place=(node.id, "target", "th"), start=across[0], end=across[1]),
        thread(word(2), place=(node.id, "objective", "th"), start=tab - 3, end=tab + 4),
        thread(word(3), place=(node.id, "objective", "th"), start=0, end=3),
        thread(word(4), place=(node.id, "budget", "2568:codi")),
    ]
    path = write_for_review(plan, said, tmp_path / "review.docx")
    assert read_ranges(path) == {
        0: "แรกย่อหน้า",
        1: HARD_TEXT[tab - 3 : tab + 4],
        2: HARD_TEXT[:3],
        3: "1,300,000",
    }
    assert lint(path) == []


def test_the_file_tracks_what_is_typed_and_begins_with_the_note(tmp_path):
    path = write_for_review(strategy_plan(), [], tmp_path / "review.docx")
    assert read_part(path, "word/settings.xml").find(qn("w:trackRevisions")) is not None
    first = list(read_body(path).iter(qn("w:p")))[: sum(map(len, NOTE))]
    assert [read_text(one) for one in first] == [line for part in NOTE for line in part]
    assert {style_of(one) for one in first} == set(NOTE_STYLES)


def test_the_map_tells_who_said_what_for_programs_that_drop_ids(tmp_path):
    said = [thread(word(1, "ก & ข"), word(2, at=None))]
    sent = read_returned(write_for_review(strategy_plan(), said, tmp_path / "review.docx")).sent
    assert sent is not None
    assert [tuple(one) for one in sent.remarks] == [
        ("f-1", "ดร.สมชาย", "2024-02-12T10:30:00Z", "ก & ข"),
        ("f-2", "ดร.สมชาย", "", "ข้อ 2"),
    ]
    assert sent.note == tuple(line for part in NOTE for line in part)


def test_equal_files_go_out_as_equal_bytes(tmp_path):
    plan = strategy_plan()
    one, two = (
        write_for_review(plan, threads_everywhere(plan), tmp_path / name) for name in ("a.docx", "b.docx")
    )
    assert one.read_bytes() == two.read_bytes()


def test_the_note_stands_above_the_contents_of_a_plan_without_a_cover(tmp_path):
    outline = build_outline(plan_of(Seed(kind="plan")))
    assert not outline.cover
    path = write_for_review(plan_of(Seed(kind="plan")), [], tmp_path / "review.docx")
    assert read_text(next(read_body(path).iter(qn("w:p")))) == NOTE[0][0]


def test_a_note_without_comments_has_no_marks():
    assert "w:comment" not in write_note(NOTE)
