"""Weaving whole plans: blocks that came, went and moved; and both documents, character for character."""

import re
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from success_desktop.documents.outline import OutlineOptions
from success_desktop.documents.outline_blocks import DocumentLanguage
from success_desktop.domain.edits import MoveNode, apply, place_among, remove_branch, set_value
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import Seed
from tests.documents.redline.redline_pairs import short_sample
from tests.documents.redline.resolver import (
    Blocks,
    Reading,
    W,
    accept_all,
    read_document,
    read_parts,
    reject_all,
)
from tests.documents.redline.revised_plans import find_node
from tests.documents.redline.woven import Woven, show, weave_pieces, weave_plans
from tests.documents.word_plans import (
    HARD_TEXT,
    branch,
    issue_plan,
    plan_of,
    project,
    root,
    sample_plan,
    strategy_plan,
)
from tests.random_plans import random_pair

Revise = Callable[[Plan], Plan]


def text_of(reading: Reading) -> Blocks:
    return tuple(block for pages in reading for block in pages.blocks)


def differences(woven: Woven) -> list[str]:
    """Where rejecting or accepting all does not come to the one document or the other."""
    sides = ((reject_all(woven.redline), woven.old), (accept_all(woven.redline), woven.new))
    return [path.name for made, path in sides if text_of(made) != text_of(read_document(path))]


def tracked(woven: Woven) -> list[str]:
    """The lines of a woven plan in which something is tracked."""
    (tree,) = read_parts(woven.redline).values()
    body = tree.find(f"{W}body")
    assert body is not None
    lines = [line for element in body for line in show(etree.tostring(element, encoding="unicode"))]
    return [line for line in lines if re.search(r"\{\+|\[-|<<|>>|¶|Range", line)]


def set_text(plan: Plan, kind: str, field: str, text: str | None, language: str = "th") -> Plan:
    return apply(plan, set_value(plan, find_node(plan, kind).id, field, language, text))


def move_first(plan: Plan, kind: str) -> Plan:
    """The first node of a kind goes behind its last sibling."""
    node = find_node(plan, kind)
    assert node.parent_id is not None
    position = place_among(plan, node.parent_id, None, node.id)
    return apply(plan, [MoveNode(node.id, node.parent_id, node.position, node.parent_id, position)])


_HARD = f"{HARD_TEXT}\n\n\n{HARD_TEXT}\x0b"


def translate(plan: Plan, kind: str, name: str) -> Plan:
    """A name in English alone."""
    return set_text(set_text(plan, kind, "name", None), kind, "name", name, "en")


REVISIONS: dict[str, tuple[Callable[[], Plan], Revise]] = {
    "nothing": (short_sample, lambda plan: plan),
    "the title": (short_sample, lambda plan: set_text(plan, "plan", "title", "แผนใหม่ของเมือง และลุ่มน้ำทั้งหมด พ.ศ. 2570")),
    "the name of an issue": (short_sample, lambda plan: set_text(plan, "strategic_issue", "name", "น้ำ\nทั้งลุ่ม")),
    "a text without its paragraphs": (short_sample, lambda plan: set_text(plan, "strategic_issue", "rationale", None)),
    "hard signs": (short_sample, lambda plan: set_text(plan, "strategic_issue", "rationale", _HARD)),
    "a text in English alone": (strategy_plan, lambda plan: translate(plan, "tactic", "Flood")),
    "an issue moved": (short_sample, lambda plan: move_first(plan, "strategic_issue")),
    "an issue gone": (short_sample, lambda plan: apply(plan, remove_branch(plan, find_node(plan, "strategic_issue").id))),
    "a strategy gone": (strategy_plan, lambda plan: apply(plan, remove_branch(plan, find_node(plan, "strategy").id))),
    "a tactic moved": (strategy_plan, lambda plan: move_first(plan, "tactic")),
    "a project gone": (issue_plan, lambda plan: apply(plan, remove_branch(plan, find_node(plan, "project").id))),
    "a project moved": (issue_plan, lambda plan: move_first(plan, "project")),
    "one year less": (issue_plan, lambda plan: apply(plan, set_value(plan, plan.root_id, "last_year", "", Decimal(2574)))),
    "all one year later": (
        strategy_plan,
        lambda plan: apply(plan, (
            *set_value(plan, plan.root_id, "first_year", "", Decimal(2567)),
            *set_value(plan, plan.root_id, "last_year", "", Decimal(2571)),
        )),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("language", "is_back"), [("th", False), ("both", True), ("en", False)])
@pytest.mark.parametrize("revision", REVISIONS)
def test_a_revision_is_undone_and_done_to_the_letter(
    revision: str, language: DocumentLanguage, is_back: bool, tmp_path: Path
):
    make, revise = REVISIONS[revision]
    plans = (make(), revise(make()))
    old, new = plans[::-1] if is_back else plans
    woven = weave_plans(old, new, tmp_path, OutlineOptions(language))
    assert differences(woven) == []
    assert bool(tracked(woven)) == (text_of(read_document(woven.old)) != text_of(read_document(woven.new)))


@pytest.mark.parametrize("seed", range(5000, 5006))
def test_much_at_once_is_undone_and_done_to_the_letter(seed: int, tmp_path: Path):
    language: DocumentLanguage = ("th", "both")[seed % 2]
    woven = weave_plans(*random_pair(short_sample(), seed, 30), tmp_path, OutlineOptions(language))
    assert differences(woven) == []


@pytest.mark.parametrize("revision", REVISIONS)
def test_ids_and_names_are_used_once_and_every_bookmark_is_closed(revision: str, tmp_path: Path):
    make, revise = REVISIONS[revision]
    redline = weave_plans(make(), revise(make()), tmp_path).redline
    (tree,) = read_parts(redline).values()
    starts = list(tree.iter(f"{W}bookmarkStart"))
    ends = [mark.get(f"{W}id") for mark in tree.iter(f"{W}bookmarkEnd")]
    names = Counter(mark.get(f"{W}name") for mark in starts)
    assert [name for name, times in names.items() if times > 1] == []
    assert sorted(map(str, ends)) == sorted(str(mark.get(f"{W}id")) for mark in starts)
    changes = [
        one.get(f"{W}id")
        for one in tree.iter(*(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo")))
    ]
    assert len(changes) == len(set(changes))
    assert not set(changes) & set(ends)


def test_every_label_of_the_new_document_is_where_it_was(tmp_path: Path):
    old, new = random_pair(sample_plan(), 77, 20)
    woven = weave_plans(old, new, tmp_path)
    wanted, found = (
        {str(mark.get(f"{W}name")) for mark in read_parts(path)["document.xml"].iter(f"{W}bookmarkStart")}
        for path in (woven.new, woven.redline)
    )
    assert wanted <= found


def test_a_branch_that_moved_is_one_move(tmp_path: Path):
    plan = sample_plan()
    lines = tracked(weave_plans(plan, move_first(plan, "strategic_issue"), tmp_path))
    begun = [line for line in lines if "RangeStart" in line]
    texts = [line for line in lines if line.startswith((">>", "<<"))]
    assert len(texts) > 20
    assert len(begun) < 10
    assert not [
        line for line in lines if line.startswith(("[-เป้าประสงค์", "{+เป้าประสงค์")) and "\t" not in line
    ]


def test_a_moved_table_brings_its_new_rows_and_leaves_its_old_ones(tmp_path: Path):
    def issue(name: str, *projects: Seed) -> Seed:
        return branch(*projects, issue=name)

    plan = plan_of(
        root(
            issue("น้ำ", project("ถนน"), project("สะพาน")),
            issue("ป่า", project("สวน")),
            issue("เมือง", project("ตลาด")),
        )
    )
    road = find_node(plan, "project", "ถนน")
    bridge = find_node(plan, "project", "สะพาน")
    new = apply(plan, set_value(plan, bridge.id, "name", "th", "สะพานไม้"))
    new = move_first(apply(new, remove_branch(new, road.id)), "strategic_issue")
    for before, after in ((plan, new), (new, plan)):
        assert differences(weave_plans(before, after, tmp_path)) == []
    lines = tracked(weave_plans(plan, new, tmp_path))
    assert any(line.startswith("row ins: ") and ">>สะพาน>>{+ไม้+}" in line for line in lines)
    assert any(line.startswith("row del: ") and "<<ถนน<<" in line for line in lines)


def test_equal_pieces_are_not_touched():
    pieces = ['<w:p><w:pPr><w:pStyle w:val="BodyThai"/></w:pPr><w:r><w:anything/></w:r></w:p>']
    assert weave_pieces(pieces, pieces) == pieces[0]
    assert weave_pieces([], []) == ""
