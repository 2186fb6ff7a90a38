"""Weaving tables: rows and cells, sums, columns, moves from group to group and from table to table."""

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import count

from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.outline_blocks import DocumentLanguage
from success_desktop.documents.redline.tracked import FIRST_TRACKED_ID, TrackedXml
from success_desktop.documents.word_body import BodyWriter
from success_desktop.documents.word_layout import lay_out
from success_desktop.domain.edits import AddNode, Edit, MoveNode, apply, place_among, remove_branch, set_value
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.schema import Seed
from success_desktop.domain.values import money_part
from tests.documents.redline.revised_plans import find_node
from tests.documents.redline.woven import SignerByKind, show, weave_pieces
from tests.documents.word_plans import branch, plan_of, project, root

OTHER = "01j_other_00000000000000000"


def sections(plan: Plan, language: DocumentLanguage) -> list[list[str]]:
    outline = build_outline(plan, OutlineOptions(language))
    return [list(pieces) for pieces in BodyWriter(outline, lay_out(outline)).write()][2:]


def weave_tables(
    old: Plan, new: Plan, language: DocumentLanguage = "th", signer: SignerByKind | None = None
) -> str:
    """All sections of both plans, section by section."""
    pairs = zip(sections(old, language), sections(new, language), strict=True)
    xml = TrackedXml(count(FIRST_TRACKED_ID))
    return "".join(weave_pieces(before, after, signer, xml) for before, after in pairs)


def tracked(xml: str) -> list[str]:
    """The lines in which something is tracked."""
    return [line for line in show(xml) if re.search(r"\{\+|\[-|<<|>>|¶|row ins|row del|Range", line)]


def rows_with(lines: Iterable[str], word: str) -> list[str]:
    return [line for line in lines if line.startswith("row") and word in line]


def named(plan: Plan, name: str) -> Node:
    return find_node(plan, "project", name)


def move(plan: Plan, node: Node, parent_id: str, before_id: str | None = None) -> Plan:
    position = place_among(plan, parent_id, before_id, node.id)
    assert node.parent_id is not None
    return apply(plan, [MoveNode(node.id, node.parent_id, node.position, parent_id, position)])


def add_project(plan: Plan, name: str, before_id: str | None = None) -> Plan:
    parent_id = find_node(plan, "approach").id
    edits: list[Edit] = [AddNode(OTHER, "project", parent_id, place_among(plan, parent_id, before_id))]
    plan = apply(plan, edits)
    return apply(plan, set_value(plan, OTHER, "name", "th", name))


def three_projects() -> Plan:
    amounts: dict[int, dict[str, object]] = {2568: {"ordinance": 1000}, 2569: {"ordinance": 2000}}
    return plan_of(root(branch(*(project(name, amounts) for name in ("ถนน", "สะพาน", "เขื่อน")))))


def test_a_cell_that_changed_is_tracked_and_its_neighbours_are_not():
    plan = three_projects()
    signer = SignerByKind()
    new = apply(plan, set_value(plan, named(plan, "สะพาน").id, "name", "th", "สะพานไม้"))
    lines = tracked(weave_tables(plan, new, signer=signer))
    assert lines
    assert all("สะพาน{+ไม้+}" in line for line in lines)
    assert all(line.startswith("row: 1.1.2 | สะพาน{+ไม้+} |") for line in rows_with(lines, "1.1.2"))
    assert {kind for kind, *_ in signer.asked} <= {"cell 1", "value"}


def test_an_amount_that_changed_changes_the_sums_which_the_program_signs():
    plan = three_projects()
    part = money_part(2568, "ordinance")
    new = apply(plan, set_value(plan, named(plan, "ถนน").id, "budget", part, Decimal(5000)))
    xml = weave_tables(plan, new)
    sums = [line for line in tracked(xml) if "[-3,000-]{+7,000+}" in line]
    assert sums
    assert "computed" in set(re.findall('w:author="([^"]*)"', xml))


def test_a_row_that_came_is_inserted_and_the_numbers_behind_it_move_up():
    plan = three_projects()
    lines = tracked(weave_tables(plan, add_project(plan, "ท่าเรือ", named(plan, "สะพาน").id)))
    came = rows_with(lines, "ท่าเรือ")
    assert came
    assert all(line.startswith("row ins: {+") for line in came)
    assert any(line.startswith("row: [-1.1.2-]{+1.1.3+} | สะพาน |") for line in lines)
    assert not any("ถนน" in line for line in lines)


def test_a_row_that_went_is_deleted():
    plan = three_projects()
    lines = tracked(weave_tables(plan, apply(plan, remove_branch(plan, named(plan, "สะพาน").id))))
    went = rows_with(lines, "สะพาน")
    assert went
    assert all(line.startswith("row del: [-") for line in went)
    assert any(line.startswith("row: [-1.1.3-]{+1.1.2+} | เขื่อน |") for line in lines)


def test_every_paragraph_of_a_deleted_row_but_the_last_of_a_cell_is_marked():
    plan = plan_of(root(branch(project("ถนน\nสายใต้"), project("สะพาน"))))
    lines = tracked(weave_tables(plan, apply(plan, remove_branch(plan, named(plan, "ถนน\nสายใต้").id))))
    assert any("[-ถนน-] ¶del / [-สายใต้-] |" in line for line in rows_with(lines, "ถนน"))


def test_a_row_that_was_moved_is_no_stranger():
    plan = three_projects()
    new = move(plan, named(plan, "ถนน"), find_node(plan, "approach").id)
    lines = tracked(weave_tables(plan, new))
    first = next(place for place, line in enumerate(lines) if line.startswith("moveFromRangeStart"))
    assert lines[first + 1].startswith("row del: <<1.1.1<< | <<ถนน<<")
    assert lines[first + 2] == "moveFromRangeEnd"
    assert any(line.startswith("row ins: {+1.1.3+} | >>ถนน>>") for line in lines)
    assert not rows_with(lines, "[-ถนน")
    names = re.findall(r"RangeStart (\S+)", "\n".join(lines))
    assert {names.count(name) for name in names} == {2}


def test_a_row_edited_on_its_way_shows_its_new_words():
    plan = three_projects()
    road = named(plan, "ถนน")
    new = move(plan, road, find_node(plan, "approach").id)
    lines = tracked(weave_tables(plan, apply(new, set_value(new, road.id, "name", "th", "ถนนใหม่"))))
    assert any("| >>ถนน>>{+ใหม่+} |" in line for line in rows_with(lines, "row ins"))
    assert any("| <<ถนน<< |" in line for line in rows_with(lines, "row del"))


def two_approaches() -> Plan:
    def approach(name: str, *projects: Seed) -> Seed:
        return Seed(kind="approach", fields={"name": {"th": name}}, children=projects)

    approaches = (
        approach("แนวทางหนึ่ง", project("ถนน"), project("สะพาน")),
        approach("แนวทางสอง", project("เขื่อน")),
    )
    goal = Seed(kind="goal", fields={"name": {"th": "เป้าหมาย"}}, children=approaches)
    issue = Seed(kind="strategic_issue", fields={"name": {"th": "ประเด็น"}}, children=(goal,))
    return plan_of(root(issue))


def test_a_row_that_went_to_another_table_was_moved():
    plan = two_approaches()
    target = find_node(plan, "approach", "แนวทางสอง")
    lines = tracked(weave_tables(plan, move(plan, named(plan, "สะพาน"), target.id)))
    assert any(line.startswith("row del: <<") for line in rows_with(lines, "สะพาน"))
    assert any("| >>สะพาน>> |" in line for line in rows_with(lines, "row ins"))
    assert not rows_with(lines, "[-สะพาน-]")


def test_a_table_whose_last_row_went_gives_way_to_nothing():
    plan = two_approaches()
    new = apply(plan, remove_branch(plan, named(plan, "เขื่อน").id))
    lines = show(weave_tables(plan, new))
    gone = next(place for place, line in enumerate(lines) if line.startswith("row del: ") and "เขื่อน" in line)
    assert lines[gone - 1].startswith("row del: [-ที่-] |")
    assert lines[gone - 2].endswith(" ¶del")
    assert lines[gone + 1] == " ¶del"


def test_a_table_of_other_columns_is_replaced_as_a_whole():
    plan = three_projects()
    new = apply(plan, set_value(plan, plan.root_id, "last_year", "", Decimal(2571)))
    xml = weave_tables(plan, new)
    grids = [len(re.findall("<w:gridCol ", grid)) for grid in re.findall("<w:tblGrid>.*?</w:tblGrid>", xml)]
    for grid, table in zip(grids, re.findall("<w:tbl>.*?</w:tbl>", xml), strict=True):
        for row in re.findall("<w:tr>.*?</w:tr>", table):
            spans = [int(span) for span in re.findall(r'<w:gridSpan w:val="(\d+)"/>', row)]
            assert row.count("<w:tc>") - len(spans) + sum(spans) == grid
    assert not re.search("</w:tbl><w:tbl>", xml)
    assert rows_with(tracked(xml), "row del: [-ที่-]")
    assert rows_with(tracked(xml), "row ins: {+ที่+}")


def test_a_deleted_row_is_as_wide_as_the_new_table():
    plan = three_projects()
    part = money_part(2568, "ordinance")
    cheap, dear = named(plan, "ถนน"), named(plan, "สะพาน")
    new = apply(plan, remove_branch(plan, cheap.id))
    new = apply(new, set_value(new, dear.id, "budget", part, Decimal(10**10)))
    for table in re.findall("<w:tbl>.*?</w:tbl>", weave_tables(plan, new)):
        grid = sum(map(int, re.findall(r'<w:gridCol w:w="(\d+)"', table)))
        for row in re.findall("<w:tr>.*?</w:tr>", table):
            assert sum(map(int, re.findall(r'<w:tcW w:w="(\d+)"', row))) == grid


def test_values_side_by_side_are_those_of_the_labels_above_them():
    plan = plan_of(root(branch(project("ถนน"), issue="น้ำ")))
    issue = find_node(plan, "strategic_issue")
    old = apply(plan, set_value(plan, issue.id, "rationale", "th", "เหตุ"))
    old = apply(old, set_value(old, issue.id, "rationale", "en", "Why"))
    new = apply(old, set_value(old, issue.id, "rationale", "en", "Why not"))
    signer = SignerByKind()
    lines = tracked(weave_tables(old, new, "both", signer))
    assert lines == ["row: เหตุ | Why{+ not+}"]
    ((kind, anchor, before, after),) = signer.asked
    assert (kind, before, after) == ("value", "Why", "Why not")
    assert anchor.startswith(f"f_{issue.id}")


def test_a_pair_of_values_that_came_brings_its_labels():
    plan = plan_of(root(branch(project("ถนน"), issue="น้ำ")))
    issue = find_node(plan, "strategic_issue")
    new = apply(plan, set_value(plan, issue.id, "rationale", "th", "เหตุ"))
    lines = tracked(weave_tables(plan, new, "both"))
    assert any(line == "row ins: {+เหตุ+} | " for line in lines)
    assert all("{+" in line or "¶ins" in line for line in lines)
