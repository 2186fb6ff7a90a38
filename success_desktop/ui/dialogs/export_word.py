"""The dialog that asks how the Word document shall be: languages, digits, font, and the file to write."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QHBoxLayout, QRadioButton, QWidget

from success_desktop.i18n import N_, _
from success_desktop.settings import Settings
from success_desktop.ui.dialogs.form import FormDialog, PathField, choose_file_to_write
from success_desktop.ui.file_places import is_folder, is_there

DocumentLanguage = Literal["th", "en", "both"]

_LANGUAGES: tuple[tuple[DocumentLanguage, str], ...] = (
    ("th", N_("Thai")),
    ("en", N_("English")),
    ("both", N_("Thai and English")),
)
_FONTS = ("TH SarabunPSK", "TH Sarabun New", "TH SarabunIT๙", "Sarabun")
WORD_SUFFIX, EXCEL_SUFFIX = ".docx", ".xlsx"
_KINDS = {WORD_SUFFIX: N_("Word documents"), EXCEL_SUFFIX: N_("Excel workbooks")}


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What was chosen. `font` must be on the reader's computer, unless the program's own travels in the file."""

    path: Path
    language: DocumentLanguage
    has_thai_digits: bool
    font: str
    has_embedded_font: bool


class ExportDialog(FormDialog):
    """Begins with what was chosen last time. `title` says what is exported where that is not simply the plan.

    `objection` says why nothing can be exported as things are; "" while nothing stands in the way but perhaps the file.
    `suffix` is that of the file: a Word document, or whatever else a dialog made of this one can write.
    """

    suffix = WORD_SUFFIX

    def __init__(self, proposed: Path, settings: Settings, parent: QWidget | None, title: str = "") -> None:
        super().__init__(title or _("Export to Word"), _("Export"), parent)
        self.objection = ""
        self.languages = QButtonGroup(self)
        self.add_field(_("Language of the document"), self._language_row(settings.page_language))
        self.thai_digits = QCheckBox(_("Thai digits (๑ ๒ ๓)"))
        self.thai_digits.setChecked(settings.has_thai_digits)
        self.font_box = QComboBox()
        self.font_box.setEditable(True)
        self.font_box.addItems(_FONTS)
        self.font_box.setCurrentText(settings.word_font)
        self.embed = QCheckBox(_("Put the font Sarabun into the file, for readers who lack Thai fonts"))
        self.embed.setChecked(settings.has_embedded_font)
        self.target = PathField(proposed.with_suffix(self.suffix), self._browse)
        self.add_field(_("Digits"), self.thai_digits)
        self.thai_digits.setAccessibleName(self.thai_digits.text())
        self.add_field(_("Font"), self.font_box)
        self.column.addWidget(self.embed)
        self.add_field(_("File"), self.target)
        self.note = self.add_line("")
        self.finish()
        self.embed.toggled.connect(self._check)
        self.target.line.textChanged.connect(self._check)
        self._check()
        self.deed.setFocus()

    def chosen(self) -> ExportChoice:
        """What stands in the dialog now."""
        return ExportChoice(
            path=self._path(),
            language=_LANGUAGES[self.languages.checkedId()][0],
            has_thai_digits=self.thai_digits.isChecked(),
            font=self.font_box.currentText().strip(),
            has_embedded_font=self.embed.isChecked(),
        )

    def keep_in(self, settings: Settings) -> None:
        """Remember the choices for the next time."""
        choice = self.chosen()
        settings.has_thai_digits = choice.has_thai_digits
        settings.word_font = choice.font
        settings.has_embedded_font = choice.has_embedded_font

    def _language_row(self, page_language: str) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        for place, (language, text) in enumerate(_LANGUAGES):
            button = QRadioButton(_(text))
            button.setChecked(language == page_language)
            self.languages.addButton(button, place)
            layout.addWidget(button)
        layout.addStretch(1)
        if self.languages.checkedId() < 0:
            cast(QRadioButton, self.languages.button(0)).setChecked(True)
        return row

    def _browse(self, path: Path) -> Path | None:
        kinds = _(_KINDS[self.suffix]) + f" (*{self.suffix})"
        return choose_file_to_write(self, self.windowTitle(), path, kinds)

    def _path(self) -> Path:
        path = self.target.path()
        return path if path.suffix.lower() == self.suffix else Path(f"{path}{self.suffix}")

    def _check(self) -> None:
        """Say what will become of a file of that name, or why none can be written there."""
        path, has_name = self._path(), bool(self.target.line.text().strip())
        has_folder = is_folder(path.parent)
        self.deed.setEnabled(has_name and has_folder and not self.objection)
        self.font_box.setEnabled(not self.embed.isChecked())
        if self.objection:
            self.note.setText(self.objection)
        elif has_name and not has_folder:
            self.note.setText(_("This folder does not exist."))
        else:
            self.note.setText(
                _("The file that is there will be replaced.") if has_name and is_there(path) else ""
            )
