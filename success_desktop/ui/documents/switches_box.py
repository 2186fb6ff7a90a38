"""How documents are printed: languages, paper, digits, font, and what is shown in them or left out."""

from typing import Literal, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QRadioButton, QWidget

from success_desktop.domain.office import FormatSwitches
from success_desktop.i18n import N_, _
from success_desktop.ui.documents.field_column import FieldColumn
from success_desktop.ui.page.entry_field import CalmComboBox
from success_desktop.ui.theme import GRID

_LANGUAGES: tuple[tuple[Literal["th", "en", "both"], str], ...] = (
    ("th", N_("Thai")),
    ("en", N_("English")),
    ("both", N_("Thai and English")),
)
_PAPERS: tuple[tuple[Literal["A4", "F4", "A3"], str], ...] = (
    ("A4", N_("A4 (210 × 297 mm)")),
    ("F4", N_("F4, long (216 × 330 mm)")),
    ("A3", N_("A3 (297 × 420 mm)")),
)
_FONTS = ("TH SarabunPSK", "TH Sarabun New", "TH SarabunIT๙", "Sarabun")
_FLAGS = (
    ("has_thai_digits", N_("Thai digits (๑ ๒ ๓)")),
    ("shows_alignment", N_("Lines of alignment with higher plans")),
    ("is_draft", N_("Watermark “draft” on every page")),
    ("names_authors", N_("Names of the authors in the file")),
    ("has_embedded_font", N_("Put the font Sarabun into the file")),
)


class SwitchesBox(FieldColumn):
    """Shows the format switches of a plan; `changed` tells that one of them is another now."""

    changed = Signal()

    def __init__(self, switches: FormatSwitches, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.languages = QButtonGroup(self)
        self.paper, self.font_box = CalmComboBox(), CalmComboBox()
        self.flags = {name: QCheckBox(_(text)) for name, text in _FLAGS}
        self._lay_out()
        self.show_switches(switches)
        self._connect()

    def switches(self) -> FormatSwitches:
        """What is chosen now."""
        flags = {name: box.isChecked() for name, box in self.flags.items()}
        return FormatSwitches(
            language=_LANGUAGES[self.languages.checkedId()][0],
            paper=_PAPERS[self.paper.currentIndex()][0],
            font=self.font_box.currentText().strip(),
            has_thai_digits=flags["has_thai_digits"],
            has_embedded_font=flags["has_embedded_font"],
            is_draft=flags["is_draft"],
            shows_alignment=flags["shows_alignment"],
            names_authors=flags["names_authors"],
        )

    def show_switches(self, switches: FormatSwitches) -> None:
        """Show these switches."""
        places = [language for language, _text in _LANGUAGES]
        cast(QRadioButton, self.languages.button(places.index(switches.language))).setChecked(True)
        self.paper.setCurrentIndex([paper for paper, _text in _PAPERS].index(switches.paper))
        self.font_box.setCurrentText(switches.font or _FONTS[0])
        for name, box in self.flags.items():
            box.setChecked(bool(getattr(switches, name)))

    def allow_fonts(self, *, can_choose: bool, can_embed: bool) -> None:
        """Offer what the kind of file leaves open: a PDF file always carries the program's own font."""
        self._can_choose = can_choose
        self.flags["has_embedded_font"].setEnabled(can_embed)
        self._fit_font()

    def _lay_out(self) -> None:
        self.font_box.setEditable(True)
        self.font_box.addItems(_FONTS)
        self.paper.addItems([_(text) for _paper, text in _PAPERS])
        self._can_choose = True
        self.add_field(_("Language of the document"), self._language_row())
        self.add_beside((_("Paper"), self.paper), (_("Font"), self.font_box))
        self.column.addSpacing(GRID)
        for flag in self.flags.values():
            flag.setAccessibleName(flag.text())
            self.column.addWidget(flag)

    def _language_row(self) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        for place, (_language, text) in enumerate(_LANGUAGES):
            button = QRadioButton(_(text))
            self.languages.addButton(button, place)
            row.addWidget(button)
        row.addStretch(1)
        return held

    def _connect(self) -> None:
        self.languages.idToggled.connect(lambda _id, is_on: self.changed.emit() if is_on else None)
        self.paper.currentIndexChanged.connect(self.changed)
        self.font_box.currentTextChanged.connect(self.changed)
        for flag in self.flags.values():
            flag.toggled.connect(self.changed)
        self.flags["has_embedded_font"].toggled.connect(self._fit_font)

    def _fit_font(self) -> None:
        embed = self.flags["has_embedded_font"]
        self.font_box.setEnabled(self._can_choose and not (embed.isEnabled() and embed.isChecked()))
