"""Feedback to test with: the round of a returned file and that of a meeting, small enough to count."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from success_desktop.domain.edits import Edit, apply
from success_desktop.domain.feedback import Anchor, Remark, Reply, Round
from success_desktop.domain.feedback_edits import add_remarks, add_round
from success_desktop.domain.feedback_kinds import derive_feedback_id
from success_desktop.domain.plan import Plan

SENT_AT = datetime(2024, 2, 12, 2, 30, tzinfo=UTC)
FILE = Round(
    id=derive_feedback_id("file"),
    number=1,
    sort="file",
    name="ร่าง-แก้แล้ว.docx",
    reviewer="ผู้ทรงคุณวุฒิ ข",
    on=date(2024, 2, 13),
    file_name="ร่าง-แก้แล้ว.docx",
    received_at=SENT_AT,
)
MEETING = Round(
    id=derive_feedback_id("meeting"),
    number=2,
    sort="meeting",
    name="คณะกรรมการที่ปรึกษา ครั้งที่ 1",
    on=date(2024, 2, 12),
    place="Zoom",
    attendees="ผู้ทรงคุณวุฒิ ก, ผู้ทรงคุณวุฒิ ข",
    agenda="3 พิจารณาร่างแผน",
)


def remark(name: str, parent: Round | Remark, **fields: Any) -> Remark:
    """A remark below a round or another remark, known by `name`, with any fields."""
    round_id = parent.id if isinstance(parent, Round) else parent.round_id
    bare = Remark(id=derive_feedback_id(name), round_id=round_id, parent_id=parent.id, number="")
    return replace(bare, **fields)


def remark_on(plan: Plan, place: tuple[str, str, str], quote: str, **fields: Any) -> Remark:
    """A remark of the returned file on some words of a text field, which must be there."""
    node_id, field, part = place
    seen = str(plan.nodes[node_id].parts(field)[part])
    start = seen.index(quote)
    anchor = Anchor(node_id, field, part, "", seen, start, start + len(quote))
    name = "/".join((*place, quote))
    return remark(name, FILE, **{"anchor": anchor, "placed_by": "bookmark", **fields})


def small_feedback(plan: Plan) -> tuple[Edit, ...]:
    """The edits that bring both rounds into a plan with a title: three remarks of the file, three of the meeting."""
    title = (plan.root_id, "title", "th")
    said = remark_on(
        plan,
        title,
        "แผน",
        author="ผู้ทรงคุณวุฒิ ข",
        initials="ผข",
        at=SENT_AT,
        text={"th": "ควรระบุปีให้ชัด"},
        replies=(
            Reply(id=derive_feedback_id("reply"), author="สมหญิง", at=SENT_AT, text="รับทราบ", source="7"),
        ),
    )
    proposed = remark_on(
        plan,
        title,
        "เมือง",
        sort="wording",
        trace="untracked",
        proposed="แผนชุมชนทดสอบ พ.ศ. 2568–2572",
    )
    lost = remark("lost", FILE, text={"th": "หน้านี้อ่านยาก"}, quote="หน้านี้", context="ท้ายกระดาษ")
    first = remark(
        "1", MEETING, nature="recommendation", text={"th": "ผลลัพธ์และก้าวต่อไป", "en": "Results and next step"}
    )
    below = [remark(f"1.{n}", first, text={"th": text}) for n, text in ((1, "ที่ภาคภูมิใจ"), (2, "ที่ต้องปรับปรุง"))]
    return bring(plan, ((FILE, (said, proposed, lost)), (MEETING, (first, *below))))


def bring(plan: Plan, rounds: Iterable[tuple[Round, Iterable[Remark]]]) -> tuple[Edit, ...]:
    """The edits that bring rounds with their remarks into a plan, one after the other."""
    edits: list[Edit] = []
    for new, remarks in rounds:
        brought = add_round(plan, new)
        brought += add_remarks(apply(plan, brought), remarks)
        plan = apply(plan, brought)
        edits.extend(brought)
    return tuple(edits)
