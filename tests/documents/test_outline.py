"""What a printed plan says: numbers, sums, words and years, before any file format comes in."""

import pytest

from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.outline_blocks import (
    Heading,
    PartHeading,
    Passage,
    SideBySide,
)
from success_desktop.documents.outline_passages import list_printed_fields, list_rows, list_tables
from success_desktop.domain.schema import Seed
from tests.documents.outline_reading import find_blocks, find_table, read_cells
from tests.documents.word_plans import branch, plan_of, project, root, sample_plan, strategy_plan


def test_parts_are_numbered_in_the_language_of_the_document():
    outline = build_outline(sample_plan(), OutlineOptions("en"))
    first = find_blocks(outline, PartHeading)[0]
    assert [title.text for title in first.titles] == ["Part 1 Context and risk"]


def test_an_appendix_has_no_number():
    titles = [block.titles[0].text for block in find_blocks(build_outline(strategy_plan()), PartHeading)]
    assert titles[-1] == "ภาคผนวก"
    assert "1" in titles[0]


def test_headings_carry_the_number_and_the_word_of_their_kind():
    outline = build_outline(plan_of(root(branch(project("ขุดคลอง")))))
    labels = {
        line.label.phrase.text: line.value.text
        for block in find_blocks(outline, Heading)
        for line in block.lines
    }
    assert labels["ประเด็นยุทธศาสตร์ที่ 1"] == "น้ำ"
    assert labels["เป้าประสงค์ที่ 1.1"] == "คลองปลอดภัย"
    assert labels["แนวทางการพัฒนา"] == "ฟื้นสายคลอง"


def test_a_number_of_one_figure_stands_with_a_full_stop():
    sections = Seed(
        kind="section",
        fields={"part": "context", "name": {"th": "ความเป็นมา"}},
        children=(Seed(kind="section", fields={"name": {"th": "เมือง"}}),),
    )
    headings = find_blocks(build_outline(plan_of(root(sections))), Heading)
    assert [block.lines[0].label.phrase.text for block in headings[:2]] == ["1.", "1.1"]


def test_a_section_that_belongs_to_no_part_is_printed_in_the_first():
    stray = Seed(kind="section", fields={"name": {"th": "หลงทาง"}})
    outline = build_outline(plan_of(root(stray)))
    first = outline.sections[0]
    assert any(isinstance(block, Heading) and block.lines[0].value.text == "หลงทาง" for block in first.blocks)


def test_years_are_buddhist_in_thai_and_common_in_english():
    plan = plan_of(root(branch(project("ขุดคลอง"))))
    thai, english, both = (
        [
            [phrase.text for phrase in cell.phrases]
            for cell in find_table(build_outline(plan, OutlineOptions(one)), "projects").head[1]
        ]
        for one in ("th", "en", "both")
    )
    assert thai[0] == ["2568"]
    assert english[0] == ["2025"]
    assert both[0] == ["2568", "2025"]


def test_a_missing_translation_prints_the_other_language_with_a_mark():
    plan = plan_of(root(branch(project("ขุดคลอง"))))
    cell = next(list_rows(find_table(build_outline(plan, OutlineOptions("en")), "projects"))).cells[1]
    assert [(phrase.text, phrase.language, phrase.mark) for phrase in cell] == [("ขุดคลอง", "th", "[Thai]")]


def test_a_bilingual_document_needs_no_stand_ins():
    plan = plan_of(root(branch(project("ขุดคลอง"))))
    cell = next(list_rows(find_table(build_outline(plan, OutlineOptions("both")), "projects"))).cells[1]
    assert [(phrase.text, phrase.mark) for phrase in cell] == [("ขุดคลอง", "")]


def test_agencies_are_named_in_the_language_and_stand_ins_are_marked():
    named = Seed(kind="agency", key="a", fields={"name": {"th": "กองช่าง", "en": "Public Works"}})
    short = Seed(
        kind="agency", key="b", fields={"name": {"th": "สำนักปลัดเทศบาล"}, "short_name": {"th": "สำนักปลัดฯ"}}
    )
    register = Seed(kind="agency_register", children=(named, short))
    plan = plan_of(root(branch(project("ขุดคลอง", lead_agencies=["a", "b"])), register))
    assert read_cells(find_table(build_outline(plan), "projects"))[0][-1] == "กองช่าง\nสำนักปลัดฯ"
    assert (
        read_cells(find_table(build_outline(plan, OutlineOptions("en")), "projects"))[0][-1]
        == "Public Works\n[Thai] สำนักปลัดเทศบาล"
    )


def test_thai_digits_reach_every_thai_text_but_not_the_ids():
    plan = plan_of(root(branch(project("คลองที่ 3", {2568: {"ordinance": 1234}}))))
    outline = build_outline(plan, OutlineOptions(has_thai_digits=True, revision_id="rev-9"))
    row = read_cells(find_table(outline, "projects"))[0]
    assert row[:2] == ["๑.๑.๑", "คลองที่ ๓"]
    assert row[4] == "๑,๒๓๔"
    assert plan.root_id in outline.origin.text
    assert "rev-9" in outline.origin.text


def test_english_documents_never_turn_thai_digits_on():
    plan = plan_of(root(branch(project("คลองที่ 3", {2568: {"ordinance": 1234}}))))
    outline = build_outline(plan, OutlineOptions("en", has_thai_digits=True))
    assert not outline.has_thai_digits
    assert read_cells(find_table(outline, "projects"))[0][4] == "1,234"


def test_fields_that_are_blank_or_not_for_print_are_left_out():
    section = Seed(kind="section", fields={"part": "context", "name": {"th": "ความเป็นมา"}})
    outline = build_outline(plan_of(root(section)))
    assert find_blocks(outline, Passage) == []


def test_both_languages_stand_side_by_side_even_where_one_is_missing():
    section = Seed(
        kind="section", fields={"part": "context", "name": {"th": "ก", "en": "A"}, "body": {"th": "เนื้อความ"}}
    )
    outline = build_outline(plan_of(root(section)), OutlineOptions("both"))
    (block,) = find_blocks(outline, SideBySide)
    ((thai, english),) = block.pairs
    assert (thai.value.text, english.value.text) == ("เนื้อความ", "")
    assert thai.label.anchors[0].language == "th"
    assert english.label.anchors[0].language == "en"
    heading = find_blocks(outline, Heading)[0]
    assert [line.value.text for line in heading.lines] == ["ก", "A"]


def test_the_name_of_a_single_kind_stands_below_the_word_for_it():
    vision = Seed(kind="vision", fields={"name": {"th": "เมืองน่าอยู่", "en": "A good town"}})
    plan = plan_of(root(vision))
    thai = build_outline(plan)
    assert [line.label.phrase.text for block in find_blocks(thai, Heading)[:1] for line in block.lines] == [
        "วิสัยทัศน์"
    ]
    fields = {
        (printed.anchor.field, printed.anchor.language): printed.value.text
        for printed in list_printed_fields(thai)
    }
    assert fields["name", "th"] == "เมืองน่าอยู่"
    both = build_outline(plan, OutlineOptions("both"))
    (block,) = find_blocks(both, SideBySide)
    assert [side.value.text for side in block.pairs[0]] == ["เมืองน่าอยู่", "A good town"]


@pytest.mark.parametrize("language", ["th", "en", "both"])
def test_every_text_of_a_narrative_is_printed_under_an_anchor_character_for_character(language):
    plan = sample_plan()
    printed = {
        (one.anchor.node_id, one.anchor.field, str(one.anchor.language)): one.value.text
        for one in list_printed_fields(build_outline(plan, OutlineOptions(language)))
    }
    languages = ["th", "en"] if language == "both" else [language]
    for node in plan.walk():
        if node.kind in ("section", "strategic_issue", "goal", "approach", "vision"):
            for field, parts in node.fields.items():
                if plan.template.field(node.kind, field).type == "text":
                    for one in languages:
                        assert printed[node.id, field, one] == parts[one]


@pytest.mark.parametrize("language", ["th", "en", "both"])
def test_anchor_names_are_unique_short_and_the_same_every_time(language):
    def names() -> list[str]:
        outline = build_outline(sample_plan(), OutlineOptions(language))
        rows = [row.anchor.name for table in list_tables(outline) for row in list_rows(table)]
        return rows + [printed.anchor.name for printed in list_printed_fields(outline)]

    first = names()
    assert len(first) == len(set(first))
    assert max(map(len, first)) <= 40
    assert first == names()


def test_the_cover_shows_the_fields_that_are_filled():
    outline = build_outline(plan_of(root(edition={"th": "ร่างที่ 1"})))
    assert [(line.field, line.values[0][1].text) for line in outline.cover] == [
        ("title", "แผนทดสอบ พ.ศ. 2568–2572"),
        ("edition", "ร่างที่ 1"),
    ]
