"""Response matrices of the small plan to test with, and what their cells say."""

from datetime import UTC, datetime

from success_desktop.documents.matrix_outline import build_matrix_outline
from success_desktop.documents.outline import OutlineOptions
from success_desktop.documents.outline_blocks import DataRow, GroupRow, Outline, Phrase, Table
from success_desktop.domain.answer_changes import Change
from success_desktop.domain.edits import apply
from success_desktop.domain.feedback import Remark, Round, read_feedback
from success_desktop.domain.plan import Plan
from success_desktop.domain.response_matrix import (
    MatrixItem,
    MatrixOrder,
    ResponseMatrix,
    anchor_of,
    group_items,
)
from success_desktop.domain.revision import Revision
from tests.feedback_samples import FILE, bring
from tests.plans import named, small_plan

THAI_HEADS = [
    "ที่",
    "ผู้เสนอ",
    "วันที่/การประชุม",
    "ตำแหน่งในร่าง (หมวด/ข้อ/โครงการ)",
    "ข้อเสนอแนะ",
    "ประเภท/ระดับ",
    "ผลการพิจารณา",
    "การดำเนินการ/คำชี้แจง",
    "ข้อความเดิม → ใหม่",
    "ผู้รับผิดชอบ",
    "สถานะ",
    "ร่างที่ปรากฏ",
]
BARE = small_plan()
DREDGE, GAUGE = named(BARE, "Project dredge"), named(BARE, "Project gauge")
AT = datetime(2026, 11, 1, 5, tzinfo=UTC)
DRAFT = Revision("r", 9, None, "ก", AT, "ข้อความ", "ร่างที่ 3", "", "", 4)
(NUMBER, REVIEWER, OCCASION, PLACE, SAID, NATURE, DISPOSITION, RESPONSE, CHANGE, WHO, STATUS, IN_DRAFT) = (
    range(12)
)


def matrix_of(
    *rounds: tuple[Round, list[Remark]],
    changes: tuple[Change, ...] = (),
    draft: Revision | None = None,
    by: MatrixOrder = "round",
) -> ResponseMatrix:
    """A matrix of rounds brought into the small plan; every item has these changes and appeared in this draft."""
    plan: Plan = apply(BARE, bring(BARE, rounds))
    feedback = read_feedback(plan)
    items = [
        MatrixItem(one, feedback.round(one.round_id), anchor_of(feedback, one), changes, draft)
        for one in feedback.remarks.values()
    ]
    gone = {"01gone": ("1.1.9", BARE.nodes[GAUGE]._replace(id="01gone"))}
    return ResponseMatrix(plan, feedback, by, group_items(plan, items, by, feedback.rounds), gone)


def printed(matrix: ResponseMatrix, language="th", *, has_thai_digits: bool = False) -> Outline:
    return build_matrix_outline(matrix, OutlineOptions(language, has_thai_digits))


def table_of(outline: Outline) -> Table:
    (section,) = outline.sections
    (table,) = section.blocks
    assert isinstance(table, Table)
    return table


def rows_of(outline: Outline) -> list[DataRow]:
    return [row for row in table_of(outline).rows if isinstance(row, DataRow)]


def lines_of(outline: Outline) -> list[str]:
    groups = (row for row in table_of(outline).rows if isinstance(row, GroupRow))
    return [
        "  ".join(filter(None, (line.label.phrase.text, line.value.text)))
        for row in groups
        for line in row.lines
    ]


def cell(column: int, one: Remark, language="th", of: Round = FILE, **details) -> list[str]:
    """What a cell of a matrix of one remark says."""
    (row,) = rows_of(printed(matrix_of((of, [one]), **details), language))
    return [phrase.text for phrase in row.cells[column]]


def phrases(column: int, one: Remark, language="th", **details) -> tuple[Phrase, ...]:
    (row,) = rows_of(printed(matrix_of((FILE, [one]), **details), language))
    return row.cells[column]
