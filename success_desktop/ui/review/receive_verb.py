"""Bringing in what a reviewer sent back: the file is read while the window stays free, then the receipt says what came."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from success_desktop.i18n import N_, _
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.receipts import Receipt
from success_desktop.services.receiving import Incoming, ReceivingOptions, preview, receive
from success_desktop.services.receiving_files import OpenedFile, open_file
from success_desktop.ui.background import Progress
from success_desktop.ui.dialogs.form import choose_file_to_open, usual_folder
from success_desktop.ui.review.receipt import ReceiptWindow
from success_desktop.ui.review.surroundings import Surroundings

_DOUBTFUL = ("unknown_revision", "no_ids", "other_plan")
"""How a file may stand to the plan so that a person should say whether it is meant."""


def choose_and_receive(around: Surroundings) -> None:
    """Ask for a Word file that came back, and bring it in."""
    if around.bridge.editor is None or around.documents.task is not None:
        return
    around.bridge.leaving.emit()
    kinds = _("Word documents") + " (*.docx *.docm)"
    title = _("Bring in a returned file")
    path = choose_file_to_open(around.window, title, usual_folder(around.settings), kinds)
    if path is not None:
        receive_returned(around, path)


def receive_returned(around: Surroundings, path: Path) -> None:
    """Read a Word file that came back in the background, then bring in what it says."""
    editor = around.bridge.editor
    if editor is None or around.documents.task is not None:
        return
    around.bridge.leaving.emit()
    task = around.documents.begin(partial(_read, path))
    reception = Reception(around, editor, path)
    task.finished.connect(reception.take)
    task.ended.connect(reception.end)
    around.message_bar.show_success(N_("Reading {name}…"), (N_("Stop"), task.cancel), name=path.name)
    around.message_bar.subject = reception
    task.start()


class Reception(QObject):
    """One file on its way in."""

    def __init__(self, around: Surroundings, editor: PlanEditor, path: Path) -> None:
        super().__init__(around.window)
        self._around = around
        self._editor = editor
        self._path = path

    def take(self, opened: OpenedFile) -> None:
        """Bring in a file that has been read; one that may not be meant for this plan is only shown, and waits."""
        incoming = self._look(opened)
        if incoming is None:
            return
        if incoming.receipt.standing not in _DOUBTFUL:
            self._bring_in(incoming)
            return
        window = ReceiptWindow(incoming.receipt, self._around.window, is_offer=True)
        window.accepted_all_the_same.connect(lambda: self._bring_in(self._look(opened)))
        window.show()

    def end(self) -> None:
        """Take the message that the file is being read away, where nothing else has been said since."""
        bar = self._around.message_bar
        if bar.subject is self:
            bar.subject = None
            bar.hide()

    def _look(self, opened: OpenedFile) -> Incoming | None:
        """What the file would bring into the plan as it is now; None when the plan has been closed, or it is refused."""
        if self._around.bridge.editor is not self._editor:
            return None
        is_other = opened.file.plan_id not in ("", self._editor.plan.root_id)
        options = ReceivingOptions(is_forced=is_other)
        return self._around.bridge.do(lambda: preview(self._editor, opened, options))

    def _bring_in(self, incoming: Incoming | None) -> None:
        if incoming is None:
            return
        self._around.bridge.leaving.emit()
        receipt = self._around.bridge.do(lambda: receive(self._editor, incoming))
        if receipt is not None:
            tell_of_receipt(self._around, receipt)


def tell_of_receipt(around: Surroundings, receipt: Receipt) -> None:
    """Say in the message bar what came in and what is to be done next, and offer the receipt."""
    show = (N_("Show the receipt"), partial(show_receipt, around, receipt))
    panel = (N_("Open the feedback"), partial(_open_panel, around))
    counts = {
        "count": f"{receipt.remarks_new:,}",
        "updated": f"{receipt.remarks_updated:,}",
        "unplaced": f"{len(receipt.unplaced):,}",
    }
    links = (show,) if _brings_nothing(receipt) else (panel, show)
    around.message_bar.show_success(_summary(receipt), *links, name=receipt.file_name, **counts)


def _brings_nothing(receipt: Receipt) -> bool:
    return not (receipt.remarks_new or receipt.remarks_updated or receipt.replies_new or receipt.decisions)


def _summary(receipt: Receipt) -> str:
    """What came in, as a catalogue entry with places for the file's name and the numbers."""
    if _brings_nothing(receipt):
        return N_("“{name}” brings nothing new.")
    if receipt.remarks_updated:
        return N_("“{name}” is in: {count} new remarks, {updated} amended, {unplaced} to be placed by hand.")
    if receipt.unplaced:
        return N_("Remarks in from “{name}”: {count}. To be placed by hand: {unplaced}.")
    if receipt.remarks_new:
        return N_("Remarks in from “{name}”: {count}, each on its field.")
    return N_("“{name}” is in. The receipt tells what it brought.")


def show_receipt(around: Surroundings, receipt: Receipt) -> None:
    """Show a receipt in a window of its own, beside the text."""
    window = ReceiptWindow(receipt, around.window)
    window.panel_wanted.connect(partial(_open_panel, around))
    window.show()


def _open_panel(around: Surroundings) -> None:
    around.workspace.show_panel("feedback")


def _read(path: Path, progress: Progress) -> OpenedFile:
    opened = open_file(path)
    progress(1)
    return opened
