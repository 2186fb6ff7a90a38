"""The verbs of the review menu. What each of them needs is loaded when it is first wanted."""

from pathlib import Path

from PySide6.QtCore import QObject

from success_desktop.domain.feedback_kinds import FEEDBACK_ID
from success_desktop.ui.review.dropping import FileDrop
from success_desktop.ui.review.surroundings import Surroundings
from success_desktop.ui.undo_offer import UndoOffer

PANEL_ID = "feedback"
_REVIEW_SUFFIX = ".review"


class ReviewVerbs(QObject):
    """Sends a draft out, brings in what comes back, moves between remarks, and hands out the answers.

    `around` is what they all work in.
    """

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.window)
        self.around = around
        self._offer = UndoOffer(around.message_bar, around.bridge)
        FileDrop(around.window, lambda: around.bridge.editor is not None).dropped.connect(self.receive_file)

    def send(self) -> None:
        """Ask how the Word file for the reviewers shall be, and write it."""
        from success_desktop.ui.review.send_verb import send_for_review

        send_for_review(self.around)

    def receive(self) -> None:
        """Ask for a Word file that a reviewer has sent back, and bring in what it says."""
        from success_desktop.ui.review.receive_verb import choose_and_receive

        choose_and_receive(self.around)

    def receive_file(self, path: Path) -> None:
        """Bring in what a file says that was dropped on the window: a Word file, or a reviewer's own (.review)."""
        if path.suffix.lower() == _REVIEW_SUFFIX:
            from success_desktop.ui.review.review_mode import receive_review

            receive_review(self.around, path)
            return
        from success_desktop.ui.review.receive_verb import receive_returned

        receive_returned(self.around, path)

    def show_panel(self) -> None:
        """Show the panel of feedback."""
        self.around.workspace.show_panel(PANEL_ID)

    def step(self, way: int) -> None:
        """Go to the next open remark (1) or to the one before (-1)."""
        from success_desktop.ui.feedback.feedback_panel import FeedbackPanel

        self.show_panel()
        panel = self.around.workspace.panel(PANEL_ID).inside()
        if isinstance(panel, FeedbackPanel):
            panel.step(way)

    def begin_meeting(self) -> None:
        """Make a round for a meeting, whose recommendations are then typed as they are said."""
        from success_desktop.ui.review.meeting_verbs import begin_meeting

        begin_meeting(self.around)

    def paste_minutes(self) -> None:
        """Make a round of numbered minutes that are pasted."""
        from success_desktop.ui.review.meeting_verbs import paste_minutes

        paste_minutes(self.around)

    def open_for_review(self, path: Path | None = None) -> None:
        """Open a plan (None: ask which) so that it can be remarked on and nothing in it be altered."""
        from success_desktop.ui.review.review_mode import open_for_review

        open_for_review(self.around, path)

    def receive_review_file(self) -> None:
        """Ask for a reviewer's own file (.review), and bring it in."""
        from success_desktop.ui.review.review_mode import choose_review_file

        choose_review_file(self.around)

    def save_remarks(self) -> None:
        """Save what a reviewer remarked in a copy for review as a file to send back (.review)."""
        from success_desktop.ui.review.review_mode import save_remarks

        save_remarks(self.around)

    def show_remarks(self) -> None:
        """Show the panel in which a reviewer remarks and suggests."""
        from success_desktop.ui.review.review_mode import show_remarks

        show_remarks(self.around)

    def write_matrix(self) -> None:
        """Ask how the response matrix shall be, and write it."""
        from success_desktop.ui.review.matrix_dialog import write_matrix

        write_matrix(self.around)

    def print_form(self) -> None:
        """Ask how the comment form for people without a computer shall be, and write it."""
        from success_desktop.ui.review.form_dialog import write_form

        write_form(self.around)

    def type_form(self) -> None:
        """Make a round of the lines that people wrote on a printed comment form."""
        from success_desktop.ui.review.form_dialog import type_form

        type_form(self.around)

    def reply(self) -> None:
        """Write our replies into a copy of the file that a reviewer sent."""
        from success_desktop.ui.review.reply_verb import write_reply_copy

        write_reply_copy(self.around)

    def is_ready(self) -> bool:
        """Whether the open plan is marked as ready for the council, with nothing said since."""
        editor = self.around.bridge.editor
        root = editor.plan.nodes.get(FEEDBACK_ID) if editor is not None else None
        if editor is None or root is None or not root.word("ready_by"):
            return False
        from success_desktop.services.readiness import read_readiness

        return read_readiness(editor.plan).is_ready

    def mark_ready(self) -> None:
        """Mark the plan ready for the council, or say what stands in the way."""
        from success_desktop.ui.review.ready_verb import mark_plan_ready

        mark_plan_ready(self.around, self._offer)
