"""Three reviewers and a meeting on the sample plan: what their files and the minutes would have brought in."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime

from success_desktop.domain.edits import Edit, SetValue, apply
from success_desktop.domain.feedback import Anchor, Remark, Reply, Round
from success_desktop.domain.feedback_edits import add_remarks, add_round
from success_desktop.domain.feedback_kinds import derive_feedback_id
from success_desktop.domain.plan import Plan
from success_desktop.domain.proposals import RemovedRow, write_proposal
from success_desktop.services.plan_editor import PlanEditor

FIRST, SECOND, THIRD = "ผู้ทรงคุณวุฒิ ก", "ผู้ทรงคุณวุฒิ ข", "Anchalee Wong"
OBJECTIVE = "เพื่อลดความเสียหายจากน้ำท่วม ฟื้นระบบนิเวศตลิ่ง และให้ชุมชนใช้ข้อมูลระดับครัวเรือน"
"""What the projects of the small plan are for, while tests remark on it."""
SENT_AT = datetime(2026, 3, 8, 3, 30, tzinfo=UTC)

MEETING = Round(
    id=derive_feedback_id("round", "meeting"),
    number=0,
    sort="meeting",
    name="ประชุม 9 มี.ค. 2569",
    on=date(2026, 3, 9),
    place="Zoom",
    attendees="คณะกรรมการที่ปรึกษา",
    received_at=SENT_AT,
)
TRACKED = Round(
    id=derive_feedback_id("round", "tracked"),
    number=0,
    sort="file",
    reviewer=FIRST,
    file_name="ร่าง-ผู้ทรงคุณวุฒิ ก.docx",
    received_at=SENT_AT,
)
UNTRACKED = Round(
    id=derive_feedback_id("round", "untracked"),
    number=0,
    sort="file",
    reviewer=SECOND,
    file_name="ร่าง-แก้แล้ว.docx",
    received_at=SENT_AT,
)
ROUNDS = (TRACKED, UNTRACKED, MEETING)


def projects_of(plan: Plan) -> list[str]:
    """The ids of the plan's projects, in its order."""
    return [node.id for node in plan.walk() if node.kind == "project"]


def anchor_on(plan: Plan, node_id: str, field: str, part: str, quote: str = "") -> Anchor:
    """An anchor on a passage of a text as it reads now; on the whole text without a quote."""
    seen = str(plan.nodes[node_id].parts(field).get(part, ""))
    start = seen.index(quote) if quote else 0
    return Anchor(node_id, field, part, "", seen, start, start + len(quote) if quote else len(seen))


def remark_id(words: str) -> str:
    """The id of the sample's remark that goes by `words`."""
    return derive_feedback_id("remark", words)


def _middle_words(text: str) -> str:
    """Some words from a text, to be remarked on."""
    words = text.split()
    return words[len(words) // 2]


def list_sample(plan: Plan) -> Iterator[Remark]:
    """The remarks of the sample: comments, wordings that clash, a row to be struck, sub-points, one without a place."""
    first, second, third = projects_of(plan)[:3]
    objective = anchor_on(plan, first, "objective", "th")
    words = _middle_words(objective.seen)
    yield Remark(
        id=remark_id("data"),
        round_id=TRACKED.id,
        parent_id=TRACKED.id,
        number="",
        author=FIRST,
        initials="ก",
        at=SENT_AT,
        nature="recommendation",
        weight="major",
        text={"th": "ควรใช้ข้อมูลถึงระดับลุ่มน้ำ และระบุช่องทางแบ่งปันข้อมูลให้หน่วยงาน"},
        anchor=anchor_on(plan, first, "objective", "th", words),
        placed_by="bookmark",
        replies=(Reply(id=derive_feedback_id("reply"), author=SECOND, at=SENT_AT, text="เห็นด้วยครับ"),),
    )
    yield _wording("first wording", TRACKED, FIRST, objective, f"{objective.seen} และลุ่มน้ำ")
    yield _wording("second wording", UNTRACKED, SECOND, objective, f"{objective.seen} ทั้งเมือง")
    place = anchor_on(plan, second, "name", "th")
    yield _wording("name", UNTRACKED, SECOND, place, f"{place.seen} ระยะที่ 2")
    yield from _list_bare(third)
    yield from _list_minutes()


def _list_bare(project_id: str) -> Iterator[Remark]:
    """A row to be struck, and a question that has found no place."""
    yield Remark(
        id=remark_id("strike"),
        round_id=UNTRACKED.id,
        parent_id=UNTRACKED.id,
        number="",
        author=SECOND,
        at=SENT_AT,
        sort="removed",
        trace="tracked",
        anchor=Anchor(project_id),
        placed_by="bookmark",
        proposed=write_proposal(RemovedRow(project_id)),
    )
    yield Remark(
        id=remark_id("nowhere"),
        round_id=UNTRACKED.id,
        parent_id=UNTRACKED.id,
        number="",
        author=SECOND,
        at=SENT_AT,
        text={"th": "ตัวเลขนี้มาจากไหน"},
        quote="ร้อยละ 80 ของครัวเรือน",
        context="ครัวเรือนริมคลองร้อยละ 80 ของครัวเรือนทั้งหมดได้รับการเตือนภัยก่อนน้ำมา",
    )


def _list_minutes() -> Iterator[Remark]:
    point = Remark(
        id=remark_id("proud"),
        round_id=MEETING.id,
        parent_id=MEETING.id,
        number="",
        author=THIRD,
        at=SENT_AT,
        nature="recommendation",
        text={"th": "นำเสนอผลลัพธ์ให้ชัดเจนและตรงประเด็น", "en": "Present the results clearly and to the point."},
    )
    yield point
    for words, text in (("results", "ผลลัพธ์ที่น่าภาคภูมิใจ"), ("improve", "สิ่งที่ต้องปรับปรุงแก้ไขและยกระดับ")):
        yield Remark(
            id=remark_id(words),
            round_id=MEETING.id,
            parent_id=point.id,
            number="",
            author=THIRD,
            at=SENT_AT,
            text={"th": text},
        )


def _wording(words: str, came_in: Round, author: str, anchor: Anchor, proposed: str) -> Remark:
    return Remark(
        id=remark_id(words),
        round_id=came_in.id,
        parent_id=came_in.id,
        number="",
        author=author,
        at=SENT_AT,
        sort="wording",
        trace="tracked" if came_in is TRACKED else "untracked",
        anchor=anchor,
        placed_by="bookmark",
        proposed=proposed,
    )


def objective_edits(plan: Plan) -> list[Edit]:
    """The edits that give every project the objective that the sample remarks on."""
    return [SetValue(node_id, "objective", "th", None, OBJECTIVE) for node_id in projects_of(plan)]


def review_edits(plan: Plan, remarks: Sequence[Remark], rounds: Sequence[Round] = ROUNDS) -> list[Edit]:
    """The edits that bring rounds with their remarks into a plan."""
    edits: list[Edit] = []
    for item in rounds:
        fresh = add_round(plan, item)
        plan = apply(plan, fresh)
        edits.extend(fresh)
    return [*edits, *add_remarks(plan, remarks)]


def sample_edits(plan: Plan) -> list[Edit]:
    """The edits that bring the whole sample into a plan."""
    return review_edits(plan, list(list_sample(plan)))


def bring_in_sample(editor: PlanEditor) -> None:
    """Bring the whole sample into an open plan, as one step."""
    editor.edit("Import", sample_edits(editor.plan))


def make_many(plan: Plan, count: int) -> list[Remark]:
    """So many remarks by twelve people, spread over the plan's projects."""
    projects = projects_of(plan)
    return [
        Remark(
            id=remark_id(f"many {place}"),
            round_id=TRACKED.id,
            parent_id=TRACKED.id,
            number="",
            author=f"ผู้อ่าน {place % 12}",
            at=SENT_AT,
            text={"th": f"ข้อสังเกตที่ {place} " + "ควรระบุหน่วยงานให้ชัดเจน " * (place % 9)},
            anchor=anchor_on(plan, projects[place % len(projects)], "objective", "th"),
            placed_by="bookmark",
        )
        for place in range(count)
    ]
