"""Sending a draft out: asks how the file shall be, keeps the plan as a revision, and writes the file in the background."""

from functools import partial
from pathlib import Path

from success_desktop.domain.feedback import read_feedback
from success_desktop.domain.revision import Revision
from success_desktop.i18n import _
from success_desktop.services.comparing import PRESENT, Point
from success_desktop.services.export import ExportOptions
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import list_revisions
from success_desktop.services.sending import Draft, SendingOptions, prepare_sending
from success_desktop.services.sending import send_for_review as write_draft
from success_desktop.ui.background import Progress
from success_desktop.ui.document_names import name_for_review
from success_desktop.ui.kept_settings import keep_settings
from success_desktop.ui.review.send_dialog import SendDialog
from success_desktop.ui.review.surroundings import Surroundings


def send_for_review(around: Surroundings) -> None:
    """Ask how the file for the reviewers shall be, and write it."""
    editor = around.bridge.editor
    if editor is None or around.documents.task is not None:
        return
    around.bridge.leaving.emit()
    path = editor.file.path
    proposed = path.with_name(f"{name_for_review(path.stem, editor.now().astimezone().date())}.docx")
    open_count = read_feedback(editor.plan).open_count
    kept = around.bridge.do(lambda: list_revisions(editor)) or []
    points = [PRESENT, *(Point(one.id, one) for one in reversed(kept))]
    dialog = SendDialog(proposed, open_count, around.settings, around.window, points)
    if dialog.ask():
        dialog.keep_in(around.settings)
        keep_settings(around.settings, around.bridge)
        write_for_review(around, editor, dialog.chosen().path, options_of(dialog), dialog.revision())


def options_of(dialog: SendDialog) -> SendingOptions:
    """What stands in the dialog."""
    choice = dialog.chosen()
    document = ExportOptions(
        language=choice.language,
        has_thai_digits=choice.has_thai_digits,
        font=choice.font,
        has_embedded_font=choice.has_embedded_font,
    )
    return SendingOptions(document, dialog.open_remarks.isChecked(), dialog.message.text().strip())


def write_for_review(
    around: Surroundings,
    editor: PlanEditor,
    path: Path,
    options: SendingOptions,
    revision: Revision | None = None,
) -> None:
    """Write a kept revision for reviewers in the background; the message bar tells when it is there.

    None means the plan as it is now, which is kept as a revision first.
    """
    draft = around.bridge.do(lambda: prepare_sending(editor, path.name, options, revision))
    around.bridge.revised.emit()
    if draft is not None:
        around.documents.write_file(partial(_write, draft, path), path, _("Send for review"))


def _write(draft: Draft, path: Path, progress: Progress) -> Path:
    write_draft(draft, path, progress)
    return path
