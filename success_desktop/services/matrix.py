"""The response matrix of an open plan: gathered, and handed out as a Word or an Excel file."""

from dataclasses import dataclass, field
from pathlib import Path

from success_desktop.documents.matrix_excel import write_matrix_workbook
from success_desktop.documents.matrix_outline import build_matrix_outline
from success_desktop.documents.word_writer import write_word
from success_desktop.domain.feedback import Remark, read_feedback
from success_desktop.domain.numbering import number_nodes
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.response_matrix import (
    MatrixItem,
    MatrixOrder,
    MatrixScope,
    ResponseMatrix,
    anchor_of,
    first_draft,
    group_items,
    select_remarks,
)
from success_desktop.errors import UserError
from success_desktop.i18n import N_
from success_desktop.services.answer_history import Answer, read_answers
from success_desktop.services.export import ExportOptions, replace_file
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import list_revisions, read_revision

_WORD, _EXCEL = ".docx", ".xlsx"
MATRIX_SUFFIXES = (_WORD, _EXCEL)


@dataclass(frozen=True, slots=True)
class MatrixOptions:
    """Which matrix is wanted: of which remarks, grouped by what, and how the file shall look."""

    scope: MatrixScope = field(default_factory=MatrixScope)
    by: MatrixOrder = "round"
    look: ExportOptions = field(default_factory=ExportOptions)


def read_matrix(
    editor: PlanEditor, scope: MatrixScope | None = None, by: MatrixOrder = "round"
) -> ResponseMatrix:
    """The matrix of the remarks that a scope asks for (default: of all)."""
    wanted = scope or MatrixScope()
    plan = editor.plan
    feedback = read_feedback(plan)
    rounds = {of.id: of for of in feedback.rounds}
    revisions = list_revisions(editor)
    placed = [(remark, anchor_of(feedback, remark)) for remark in select_remarks(plan, feedback, wanted)]
    answers: dict[str, Answer] = read_answers(editor, placed)
    items = [
        MatrixItem(
            remark,
            rounds[remark.round_id],
            anchor,
            answers[remark.id].changes,
            first_draft(revisions, answers[remark.id].number) if answers[remark.id].number else None,
        )
        for remark, anchor in placed
    ]
    told = [of for of in feedback.rounds if not wanted.round_ids or of.id in wanted.round_ids]
    is_narrow = bool(wanted.reviewer or wanted.under_id)
    groups = group_items(plan, items, by, told if not is_narrow else [item.round for item in items])
    return ResponseMatrix(
        plan, feedback, by, groups, _read_gone(editor, [remark for remark, _anchor in placed])
    )


def write_matrix(editor: PlanEditor, path: Path, options: MatrixOptions | None = None) -> ResponseMatrix:
    """Write the matrix to the Word file or Excel workbook `path`, by its suffix, replacing the one there. Returns it.

    Raises UserError, with advice, for another suffix and when the file cannot be written; the old file is then as it was.
    """
    chosen = options or MatrixOptions()
    require_matrix_name(path)
    matrix = read_matrix(editor, chosen.scope, chosen.by)
    export_matrix(matrix, path, chosen.look)
    return matrix


def export_matrix(matrix: ResponseMatrix, path: Path, look: ExportOptions) -> None:
    """Write a matrix that has been read; this needs no open plan, so it may be done in the background."""
    require_matrix_name(path)
    outline = build_matrix_outline(matrix, look.for_outline(look.revision_id))
    if path.suffix.lower() == _WORD:
        replace_file(path, lambda draft_path: write_word(outline, draft_path, look.for_word()))
    else:
        replace_file(
            path, lambda draft_path: write_matrix_workbook(outline, draft_path, look.for_word().font_in_use)
        )


def require_matrix_name(path: Path) -> None:
    """Raise UserError unless a file has the name of a Word file or a workbook, so that it takes the place of no plan."""
    if path.suffix.lower() not in MATRIX_SUFFIXES:
        raise UserError(
            N_("“{name}” is the name of neither a Word file nor an Excel workbook."),
            advice=N_("Give a name that ends in .docx or .xlsx."),
            name=path.name,
        )


def _read_gone(editor: PlanEditor, remarks: list[Remark]) -> dict[str, tuple[str, Node]]:
    """The nodes that remarks speak of and that have gone, as they were at the revision that the remark speaks of."""
    anchors = {
        (remark.anchor.revision_id, remark.anchor.node_id)
        for remark in remarks
        if remark.anchor.node_id and remark.anchor.node_id not in editor.plan.nodes
    }
    kept = {revision.id: revision for revision in list_revisions(editor)} if anchors else {}
    pasts: dict[str, Plan] = {
        revision_id: read_revision(editor, kept[revision_id])
        for revision_id in {revision_id for revision_id, _node_id in anchors} & kept.keys()
    }
    return {
        node_id: (number_nodes(pasts[revision_id]).get(node_id, ""), pasts[revision_id].nodes[node_id])
        for revision_id, node_id in sorted(anchors)
        if revision_id in pasts and node_id in pasts[revision_id].nodes
    }
