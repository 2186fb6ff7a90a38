"""Answering in a reviewer's own Word file: asks for the file and for the copy, and writes the replies in the background."""

from functools import partial
from pathlib import Path

from success_desktop.domain.plan import Plan
from success_desktop.i18n import N_, _
from success_desktop.services.replies_in_words import reply_sentence
from success_desktop.services.replying import ReplyReceipt, write_reply
from success_desktop.ui.background import Progress
from success_desktop.ui.dialogs.form import choose_file_to_open, choose_file_to_write, usual_folder
from success_desktop.ui.document_names import name_reply
from success_desktop.ui.message_bar import open_outside
from success_desktop.ui.review.surroundings import Surroundings


def write_reply_copy(around: Surroundings) -> None:
    """Ask for the file that a reviewer sent back and for where the copy goes, then write it."""
    editor = around.bridge.editor
    if editor is None or around.documents.task is not None:
        return
    around.bridge.leaving.emit()
    kinds = _("Word documents") + " (*.docx)"
    title = _("The file that the reviewer sent back")
    source = choose_file_to_open(around.window, title, usual_folder(around.settings), kinds)
    if source is None:
        return
    proposed = source.with_name(f"{name_reply(source.stem)}.docx")
    target = choose_file_to_write(around.window, _("The copy with our replies"), proposed, kinds)
    if target is not None:
        write_copy(around, source, target)


def write_copy(around: Surroundings, source: Path, target: Path) -> None:
    """Write our replies into a copy of `source` in the background; the message bar says how many."""
    editor = around.bridge.editor
    if editor is None or around.documents.task is not None:
        return
    task = around.documents.begin(partial(_write, editor.plan, editor.author, source, target))
    task.finished.connect(lambda receipt: _tell(around, receipt, target))
    around.message_bar.show_success(N_("Writing {name}…"), (N_("Stop"), task.cancel), name=target.name)
    task.cancelled.connect(around.message_bar.hide)
    task.start()


def _tell(around: Surroundings, receipt: ReplyReceipt, target: Path) -> None:
    """Say what stands in the copy, and what is still to be answered."""
    links = (
        (N_("Open the file"), lambda: open_outside(target)),
        (N_("Open the folder"), lambda: open_outside(target.parent)),
    )
    message, places = reply_sentence(receipt)
    around.message_bar.show_success(message, *links, name=target.name, **places)


def _write(plan: Plan, author: str, source: Path, target: Path, progress: Progress) -> ReplyReceipt:
    return write_reply(plan, author, source, target, progress)
