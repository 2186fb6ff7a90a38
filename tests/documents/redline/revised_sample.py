"""The sample plan as it was, and as it stands after some months of work: what a mayor would be sent as a redline."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from success_desktop.documents.outline_blocks import DocumentLanguage
from success_desktop.domain.edits import (
    AddNode,
    Edit,
    MoveNode,
    SetValue,
    apply,
    place_among,
    remove_branch,
    set_value,
)
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.values import Atom
from tests.documents.redline.redline_pairs import Pair
from tests.documents.word_plans import sample_plan

NEW_PROJECT = "โครงการประตูน้ำชุมชนคลองสาขาที่ 2"
NEW_GOAL = "เด็กและเยาวชนรู้ทันภัยจากภูมิอากาศ"
REMOVED_PROJECT = "ลอกท่อและรางระบายน้ำก่อนฤดูฝน"
MOVED_PROJECT = "ขยายท่อลอดถนนและสะพานที่ขวางทางน้ำ 6 จุด"


def revised_sample(language: DocumentLanguage = "th") -> Pair:
    """The sample plan and the same after words, sums, projects and whole branches have changed."""
    plan = sample_plan()
    for change in (_reword, _reckon, _add, _remove, _move):
        plan = apply(plan, change(plan))
    return Pair(sample_plan(), plan, language, has_thai_digits=False, is_one_deed=True)


def find(plan: Plan, kind: str, beginning: str) -> Node:
    """The first node of a kind whose name begins so in Thai."""
    return next(
        node for node in plan.walk() if node.kind == kind and node.text("name", "th").startswith(beginning)
    )


def _reword(plan: Plan) -> Iterator[Edit]:
    """A word of the title, a sentence more, one less, a name that is printed in many places."""
    yield from _replace(plan, plan.root, "title", ("การเตรียมความพร้อม", "การเสริมความพร้อม"))
    history = find(plan, "section", "ความเป็นมา")
    body = history.text("body", "th")
    first, *others = body.split("\n")
    more = "คณะกรรมการพัฒนาเทศบาลเห็นชอบให้ทบทวนแผนฉบับนี้เมื่อวันที่ 12 กุมภาพันธ์ 2567"
    yield from set_value(
        plan, history.id, "body", "th", "\n".join([f"{first} และทุกชุมชนเห็นพ้องกัน", more, *others])
    )
    yield from _replace(plan, find(plan, "vision", ""), "name", ("ทุก", "และทุก"))
    yield from _replace(plan, find(plan, "agency", "กองช่าง"), "name", ("กองช่าง", "สำนักช่าง"))
    project = find(plan, "project", "โครงการขุดลอกและฟื้นฟูคลองสายหลัก")
    yield from _replace(plan, project, "name", ("ขุดลอกและ", ""))


def _replace(plan: Plan, node: Node, field: str, change: tuple[str, str]) -> tuple[Edit, ...]:
    text = node.text(field, "th")
    old, new = change
    assert old in text, f"no {old!r} in {text!r}"
    return set_value(plan, node.id, field, "th", text.replace(old, new, 1))


def _reckon(plan: Plan) -> Iterator[Edit]:
    """A budget of 1,200,000 becomes 1,500,000."""
    project = find(plan, "project", "ก่อสร้างสถานีสูบน้ำ")
    yield from set_value(plan, project.id, "budget", "2569:ordinance", Decimal(1500000))


def _add(plan: Plan) -> Iterator[Edit]:
    approach = find(plan, "approach", "ฟื้นสายคลอง")
    first = plan.children_of(approach.id)[0]
    place = place_among(plan, approach.id, plan.children_of(approach.id)[1].id)
    project: Mapping[tuple[str, str], Atom] = {
        ("name", "th"): NEW_PROJECT,
        ("objective", "th"): "เพื่อกั้นน้ำเค็มและเก็บน้ำไว้ใช้ในฤดูแล้ง",
        ("budget", "2569:ordinance"): Decimal(750000),
    }
    yield from _put(f"{first.id[:-1]}P", "project", (approach.id, place), project)
    issue = find(plan, "strategic_issue", "ระบบข้อมูล")
    goal: Mapping[tuple[str, str], Atom] = {
        ("name", "th"): NEW_GOAL,
        ("description", "th"): "โรงเรียนทุกแห่งสอนเรื่องน้ำ ความร้อน และการเตือนภัย\nครูและผู้ปกครองเรียนไปพร้อมกัน",
    }
    yield from _put(f"{first.id[:-1]}G", "goal", (issue.id, place_among(plan, issue.id)), goal)


def _put(
    node_id: str, kind: str, place: tuple[str, str], values: Mapping[tuple[str, str], Atom]
) -> Iterator[Edit]:
    yield AddNode(node_id, kind, *place)
    for (field, part), atom in values.items():
        yield SetValue(node_id, field, part, None, atom)


def _remove(plan: Plan) -> Iterator[Edit]:
    """A project, and a goal with all that stands below it."""
    yield from remove_branch(plan, find(plan, "project", REMOVED_PROJECT).id)
    yield from remove_branch(plan, find(plan, "goal", "ผู้สูงอายุและคนทำงานกลางแจ้ง").id)


def _move(plan: Plan) -> Iterator[Edit]:
    """A project goes to another approach, an approach before its neighbour."""
    project = find(plan, "project", MOVED_PROJECT)
    goal_id = find(plan, "approach", "ลดน้ำสูญเสีย").id
    yield MoveNode(project.id, project.parent_id or "", project.position, goal_id, place_among(plan, goal_id))
    approach = find(plan, "approach", "ดูแลปากคลอง")
    parent_id = approach.parent_id or ""
    before = find(plan, "approach", "ตั้งกติกา")
    place = place_among(plan, parent_id, before.id, moving_id=approach.id)
    yield MoveNode(approach.id, parent_id, approach.position, parent_id, place)
