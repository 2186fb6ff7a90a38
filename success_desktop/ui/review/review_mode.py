"""Review mode in the window: opening a copy for review, saving its remarks, and bringing reviewers' files in."""

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from success_desktop.i18n import N_, _
from success_desktop.services.library import PLAN_SUFFIX
from success_desktop.services.review_files import (
    REVIEW_SUFFIX,
    ReviewReceipt,
    merge_review,
    read_review,
    write_review,
)
from success_desktop.services.reviewing import own_round_id
from success_desktop.ui.dialogs.form import (
    FormDialog,
    choose_file_to_open,
    choose_file_to_write,
    usual_folder,
)
from success_desktop.ui.review.remarks_panel import WIDTH
from success_desktop.ui.review.surroundings import Surroundings

FEEDBACK_PANEL = "feedback"
REMARKS_PANEL = "remarks"
_FORBIDDEN_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST_NAME = 60


class ReviewerDialog(FormDialog):
    """Asks who reviews, and tells which copy the remarks are written in."""

    def __init__(self, path: Path, name: str, parent: QWidget | None) -> None:
        super().__init__(_("Open a plan to review it"), _("Open for review"), parent)
        self._path = path
        self.add_line(
            _(
                "You remark and suggest in a copy of your own; nothing of the plan can be edited. Its file stays as it is."
            )
        )
        self.name = QLineEdit(name)
        self.add_field(_("Your name, as the planners know you"), self.name)
        self.note = self.add_line("")
        self.finish()
        self.name.textChanged.connect(self._check)
        self.name.selectAll()
        self.name.setFocus()
        self._check()

    def chosen(self) -> tuple[str, Path]:
        """The reviewer's name, and the copy to write in."""
        name = " ".join(self.name.text().split())
        return name, review_copy_path(self._path, name)

    def _check(self) -> None:
        name, copy_path = self.chosen()
        self.note.setText(_("Your copy: {name}").format(name=copy_path.name) if name else "")
        self.deed.setEnabled(bool(name))


def review_copy_path(path: Path, reviewer: str) -> Path:
    """Where a reviewer's copy of a plan lies: beside it, under the reviewer's name."""
    stem = _("{plan} (remarks of {name})").format(plan=path.stem, name=_file_words(reviewer))
    return path.with_name(stem + PLAN_SUFFIX)


def open_for_review(around: Surroundings, path: Path | None = None) -> None:
    """Ask for a plan unless one is given, and for the reviewer's name; then open a copy of it for review."""
    if path is None:
        kinds = _("Plans") + f" (*{PLAN_SUFFIX})"
        title = _("Open a plan to review it")
        path = choose_file_to_open(around.window, title, usual_folder(around.settings), kinds)
    if path is None:
        return
    dialog = ReviewerDialog(path, around.settings.author_name(), around.window)
    if dialog.ask():
        name, copy_path = dialog.chosen()
        around.files.open_review_copy(path, copy_path, name)


def show_remarks(around: Surroundings) -> None:
    """Bring the panel into sight in which a reviewer remarks, wide enough for its words."""
    panel = around.workspace.panel(REMARKS_PANEL)
    was_seen = panel.isVisible()
    around.workspace.show_panel(REMARKS_PANEL)
    if not was_seen:
        around.workspace.resizeDocks([panel], [WIDTH], Qt.Orientation.Horizontal)


def save_remarks(around: Surroundings) -> None:
    """Ask where to save the remarks of a copy for review, and write them."""
    editor = around.bridge.editor
    if editor is None:
        return
    around.bridge.leaving.emit()
    round_id = around.bridge.do(lambda: own_round_id(editor))
    if round_id is None:
        return
    reviewer = editor.plan.nodes[round_id].word("reviewer")
    proposed = editor.file.path.with_name((_file_words(reviewer) or _("Remarks")) + REVIEW_SUFFIX)
    kinds = _("Review files") + f" (*{REVIEW_SUFFIX})"
    path = choose_file_to_write(around.window, _("Save my remarks"), proposed, kinds)
    count = around.bridge.do(lambda: write_review(editor, path)) if path is not None else None
    if path is not None and count is not None:
        around.message_bar.show_file(N_("Your remarks are in {name}. Send this file to the planners."), path)


def choose_review_file(around: Surroundings) -> None:
    """Ask for a reviewer's file, and bring it in."""
    if around.bridge.editor is None:
        return
    kinds = _("Review files") + f" (*{REVIEW_SUFFIX})"
    title = _("Bring in a review file")
    path = choose_file_to_open(around.window, title, usual_folder(around.settings), kinds)
    if path is not None:
        receive_review(around, path)


def receive_review(around: Surroundings, path: Path) -> None:
    """Bring a reviewer's file into the open plan, and say what came in."""
    editor = around.bridge.editor
    if editor is None:
        return
    around.bridge.leaving.emit()
    receipt = around.bridge.do(lambda: merge_review(editor, read_review(path), path.name))
    if receipt is not None:
        _tell(around, receipt)


def _tell(around: Surroundings, receipt: ReviewReceipt) -> None:
    panel = (N_("Open the feedback"), lambda: around.workspace.show_panel(FEEDBACK_PANEL))
    tally, name = receipt.tally, receipt.reviewer
    if receipt.is_news:
        counts = {"new": f"{tally.new:,}", "updated": f"{tally.updated:,}", "known": f"{tally.known:,}"}
        message = N_("Remarks of {name}: {new} new, {updated} amended, {known} known already.")
        around.message_bar.show_success(message, panel, name=name, **counts)
    else:
        around.message_bar.show_success(N_("“{name}” brings nothing new."), panel, name=receipt.file_name)


def _file_words(name: str) -> str:
    """A person's name as part of a file's name."""
    return _FORBIDDEN_IN_NAMES.sub(" ", name).strip(" .")[:_LONGEST_NAME]
