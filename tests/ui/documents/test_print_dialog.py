"""The dialog that asks what is printed and how, from the papers offered to what comes of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from success_desktop.domain.office import FormatSwitches
from success_desktop.ui.documents.papers_box import EXCEL, PDF, WORD, Offered, OfferedForm, PapersBox
from success_desktop.ui.documents.print_dialog import PrintDialog
from success_desktop.ui.documents.switches_box import SwitchesBox
from tests.ui.acting import answer_file
from tests.ui.faults import clipped, nameless

FORMS = (
    OfferedForm("p01", "แบบ ผ.01 บัญชีสรุป", False),
    OfferedForm("p02", "แบบ ผ.02 รายละเอียด", False),
    OfferedForm("pd02", "แบบ ผด.02 แผนการดำเนินงาน", True),
)
ALL = Offered(FORMS, {"o-2": "เปลี่ยนแปลง ครั้งที่ 1/2568", "o-1": "แผนฉบับแรก"}, (2568, 2569), True)
NONE = Offered((), {}, (2568,), False)
PLAIN = FormatSwitches(font="Sarabun")
SWITCHES = FormatSwitches(
    language="en",
    has_thai_digits=True,
    font="Sarabun",
    paper="F4",
    is_draft=True,
    shows_alignment=False,
    names_authors=True,
)


@pytest.fixture
def make(application, qtbot, tmp_path):
    """Makes the dialog of a plan in the test's folder, on the screen."""

    def show(offered: Offered = ALL, switches: FormatSwitches = PLAIN) -> PrintDialog:
        dialog = PrintDialog(
            offered,
            switches,
            lambda what: tmp_path / "-".join(("แผน", *what)),
            lambda what: "ไม่พิมพ์ตัวชี้วัด" if "p02" in what else "",
            None,
        )
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return show


# --- what is printed ----------------------------------------------------------------------------------------


def test_the_plan_is_offered_first_as_word(make, tmp_path):
    choice = make().chosen()
    assert choice.what == ("plan",)
    assert choice.path == tmp_path / "แผน-plan.docx"
    assert (choice.password, choice.edition_id, choice.fiscal_year_be) == ("", "", 0)


def test_choosing_the_forms_ticks_those_of_the_whole_plan(make):
    dialog = make()
    dialog.papers.choose("forms")
    assert dialog.papers.what() == ("p01", "p02")


def test_ticking_a_form_asks_for_the_forms(make):
    dialog = make()
    dialog.papers.forms.item(2).setCheckState(Qt.CheckState.Checked)
    assert dialog.papers.what() == ("pd02",)


def test_without_a_form_ticked_nothing_can_be_printed_and_the_dialog_says_why(make):
    dialog = make()
    dialog.papers.choose("forms")
    dialog.papers.tick(())
    assert not dialog.deed.isEnabled()
    assert dialog.note.text() == "เลือกอย่างน้อยหนึ่งแบบ"
    dialog.papers.tick(("p01",))
    assert dialog.deed.isEnabled()


def test_what_a_plan_has_nothing_of_cannot_be_chosen(make):
    papers = make(NONE).papers
    for paper in ("forms", "changes", "matrix"):
        papers.choose(paper)
    assert papers.paper() == "plan"
    assert not papers.edition.isVisible()


def test_the_fiscal_year_is_asked_only_for_forms_of_one_year(make):
    dialog = make()
    dialog.papers.choose("forms")
    assert not dialog.papers.year.isVisible()
    assert dialog.papers.fiscal_year_be() == 0
    dialog.papers.tick(("pd02",))
    assert dialog.papers.year.isVisible()
    dialog.papers.year.setCurrentIndex(1)
    assert dialog.chosen().fiscal_year_be == 2569


def test_a_change_book_is_always_of_an_edition(make):
    dialog = make()
    dialog.papers.choose("changes")
    assert dialog.chosen().edition_id == "o-2"
    dialog.papers.choose_edition("o-1")
    assert dialog.chosen().edition_id == "o-1"
    dialog.papers.choose("matrix")
    assert dialog.chosen().edition_id == ""


def test_forms_can_be_titled_for_an_edition(make):
    dialog = make()
    dialog.papers.choose("forms")
    assert dialog.chosen().edition_id == ""
    dialog.papers.edition.setCurrentIndex(2)
    assert dialog.chosen().edition_id == "o-1"


def test_what_the_forms_leave_out_is_told_for_forms_alone(make):
    dialog = make()
    assert not dialog.advice.isVisible()
    dialog.papers.choose("forms")
    assert dialog.advice.text() == "ไม่พิมพ์ตัวชี้วัด"
    dialog.papers.tick(("p01",))
    assert not dialog.advice.isVisible()


# --- kinds of file ------------------------------------------------------------------------------------------


def kinds_on(dialog: PrintDialog) -> list[bool]:
    return [dialog.kinds.button(place).isEnabled() for place in range(3)]


def test_excel_is_offered_for_tables_and_not_for_the_plan(make):
    dialog = make()
    assert kinds_on(dialog) == [True, True, False]
    dialog.papers.choose("forms")
    assert kinds_on(dialog) == [True, True, True]
    dialog.choose_kind(EXCEL)
    assert dialog.chosen().path.suffix == EXCEL
    dialog.papers.choose("plan")
    assert dialog.suffix == WORD
    assert dialog.chosen().path.suffix == WORD


def test_an_unknown_or_unfitting_kind_of_file_is_not_chosen(make):
    dialog = make()
    dialog.choose_kind(".odt")
    dialog.choose_kind(EXCEL)
    assert dialog.suffix == WORD


def test_only_a_pdf_has_a_password_and_no_choice_of_font(make):
    dialog = make()
    dialog.password.setText("ลับ")
    assert dialog.chosen().password == ""
    assert not dialog.password.isEnabled()
    assert dialog.how.font_box.isEnabled()
    dialog.choose_kind(PDF)
    assert dialog.chosen().password == "ลับ"
    assert not dialog.how.font_box.isEnabled()
    assert not dialog.how.flags["has_embedded_font"].isEnabled()


# --- the file -----------------------------------------------------------------------------------------------


def test_the_name_follows_what_is_printed_until_somebody_gives_one(make, tmp_path):
    dialog = make()
    dialog.papers.choose("matrix")
    assert dialog.chosen().path == tmp_path / "แผน-matrix.docx"
    dialog.choose_kind(PDF)
    assert dialog.chosen().path == tmp_path / "แผน-matrix.pdf"
    dialog.target.line.setText(str(tmp_path / "ของเรา.pdf"))
    dialog.papers.choose("changes")
    assert dialog.chosen().path == tmp_path / "ของเรา.pdf"
    dialog.choose_kind(EXCEL)
    assert dialog.chosen().path == tmp_path / "ของเรา.xlsx"


def test_a_name_without_an_ending_gets_one(make, tmp_path):
    dialog = make()
    dialog.target.line.setText(str(tmp_path / "ชื่อ v1.2"))
    assert dialog.chosen().path == tmp_path / "ชื่อ v1.2.docx"


def test_the_dialog_says_what_becomes_of_the_file(make, tmp_path):
    dialog = make()
    (tmp_path / "แผน-plan.docx").touch()
    dialog.target.line.setText(str(tmp_path / "แผน-plan"))
    assert dialog.note.text() == "ไฟล์เดิมจะถูกแทนที่"
    dialog.target.line.setText(str(tmp_path / "ไม่มี" / "ก"))
    assert not dialog.deed.isEnabled()
    assert dialog.note.text() == "ไม่มีโฟลเดอร์นี้"
    dialog.target.line.clear()
    assert not dialog.deed.isEnabled()


def test_the_target_can_be_looked_for(make, tmp_path):
    dialog = make()
    dialog.choose_kind(PDF)
    answer_file(tmp_path / "ที่ใหม่")
    dialog.target.button.click()
    assert dialog.chosen().path == tmp_path / "ที่ใหม่.pdf"


# --- switches -----------------------------------------------------------------------------------------------


def test_switches_come_back_as_they_went_in(make):
    assert make(switches=SWITCHES).chosen().switches == SWITCHES


@pytest.mark.parametrize("name", ["has_thai_digits", "shows_alignment", "is_draft", "names_authors"])
def test_every_switch_can_be_turned(make, name):
    dialog = make(switches=SWITCHES)
    box: QCheckBox = dialog.how.flags[name]
    box.click()
    assert getattr(dialog.chosen().switches, name) != getattr(SWITCHES, name)


def test_switches_tell_that_they_were_turned(application, qtbot):
    box = SwitchesBox(FormatSwitches())
    qtbot.addWidget(box)
    told = []
    box.changed.connect(lambda: told.append(box.switches()))
    box.languages.button(2).click()
    box.paper.setCurrentIndex(2)
    box.font_box.setCurrentText("TH Niramit")
    box.flags["is_draft"].click()
    assert told[-1] == FormatSwitches(language="both", paper="A3", font="TH Niramit", is_draft=True)
    assert len(told) == 4


def test_a_font_that_travels_in_the_file_leaves_no_choice(application, qtbot):
    box = SwitchesBox(FormatSwitches())
    qtbot.addWidget(box)
    box.flags["has_embedded_font"].click()
    assert not box.font_box.isEnabled()
    box.flags["has_embedded_font"].click()
    assert box.font_box.isEnabled()


# --- for everybody ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("offered", [ALL, NONE])
def test_everything_has_a_name_and_nothing_is_cut_off(make, offered, application):
    dialog = make(offered)
    dialog.papers.choose("forms")
    application.settle(30)
    assert nameless(dialog) == []
    assert clipped(dialog) == []


def test_years_of_the_plan_are_shown_in_the_era_of_the_interface(application, qtbot):
    papers = PapersBox(ALL)
    qtbot.addWidget(papers)
    assert [papers.year.itemText(row) for row in range(2)] == ["2568", "2569"]
