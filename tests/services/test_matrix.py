"""The response matrix of an open plan, from the log to the file."""

from dataclasses import replace

import openpyxl
import pytest

from success_desktop.domain.feedback import Anchor
from success_desktop.domain.response_matrix import MatrixScope
from success_desktop.errors import UserError
from success_desktop.services import editing
from success_desktop.services.deciding import accept
from success_desktop.services.export import ExportOptions
from success_desktop.services.matrix import MatrixOptions, read_matrix, write_matrix
from success_desktop.services.revisions import take_revision
from tests.documents.word_lint import lint
from tests.documents.word_reading import read_body, read_text
from tests.feedback_samples import FILE
from tests.plans import named
from tests.services.proposals import comment, take_in, wording


@pytest.fixture
def place(editor) -> tuple[str, str, str]:
    return named(editor.plan, "Project dredge"), "name", "th"


@pytest.fixture
def reviewed(editor, place):
    """Two remarks on a kept draft, one of them accepted, and the draft after it."""
    sent = take_revision(editor, "ส่งที่ปรึกษา", "ร่างที่ 2")
    proposed = wording(editor.plan, place, "โครงการใหม่")
    gone = comment("ตัดออกดีหรือไม่")
    lost = named(editor.plan, "Project map")
    gone = replace(gone, anchor=Anchor(lost, revision_id=sent.id), placed_by="bookmark")
    take_in(editor, proposed, gone)
    accept(editor, proposed.id)
    editing.remove_node(editor, lost)
    take_revision(editor, "หลังแก้", "ร่างที่ 3")
    return editor


def test_an_item_names_the_first_draft_that_holds_its_change(reviewed):
    matrix = read_matrix(reviewed)
    waiting, settled = matrix.items
    assert matrix.open_count == 1
    assert (waiting.draft, waiting.changes) == (None, ())
    assert settled.draft is not None
    assert settled.draft.label == "ร่างที่ 3"


def test_a_node_that_has_gone_is_told_as_it_was_in_the_draft_that_was_sent(reviewed):
    matrix = read_matrix(reviewed)
    ((number, node),) = matrix.gone.values()
    assert (number, node.text("name", "en")) == ("1.1.3", "Project map")


def test_a_node_of_an_unknown_draft_that_has_gone_has_no_name(editor):
    take_in(editor, replace(comment("ไม่รู้ที่มา"), anchor=Anchor("01gone", revision_id="01unknown")))
    assert read_matrix(editor).gone == {}


def test_a_chosen_round_without_remarks_is_told_and_others_are_not(editor):
    take_in(editor)
    matrix = read_matrix(editor, MatrixScope((FILE.id,)))
    assert [(group.round and group.round.id, group.items) for group in matrix.groups] == [(FILE.id, ())]
    assert read_matrix(editor, MatrixScope(reviewer="ไม่มีใคร")).groups == ()
    assert read_matrix(editor, MatrixScope(("f-other",))).groups == ()


@pytest.mark.parametrize("language", ["th", "en", "both"])
def test_the_matrix_goes_out_as_word_and_as_excel(reviewed, tmp_path, language):
    look = ExportOptions(language=language)
    for suffix in ("docx", "xlsx"):
        made = write_matrix(reviewed, tmp_path / f"ตาราง.{suffix}", MatrixOptions(look=look))
        assert len(made.items) == 2
    assert lint(tmp_path / "ตาราง.docx") == []
    text = read_text(read_body(tmp_path / "ตาราง.docx"))
    sheet = openpyxl.load_workbook(tmp_path / "ตาราง.xlsx").worksheets[0]
    cells = "".join(str(cell.value or "") for row in sheet.iter_rows() for cell in row)
    for wanted in ("dredgeใหม่", "ตัดออกดีหรือไม่", "ร่างที่ 3"):
        assert wanted in text
        assert wanted in cells


def test_the_same_matrix_makes_the_same_bytes(reviewed, tmp_path):
    for suffix in ("docx", "xlsx"):
        paths = [tmp_path / f"{name}.{suffix}" for name in ("a", "b")]
        for path in paths:
            write_matrix(reviewed, path)
        assert paths[0].read_bytes() == paths[1].read_bytes()


def test_another_kind_of_file_is_refused_and_nothing_replaced(reviewed, tmp_path):
    path = tmp_path / "แผน.success"
    path.write_bytes(b"plan")
    with pytest.raises(UserError, match=r"ไม่ใช่ชื่อไฟล์|neither"):
        write_matrix(reviewed, path)
    assert path.read_bytes() == b"plan"


def test_a_folder_that_is_not_there_is_said(reviewed, tmp_path):
    with pytest.raises(UserError):
        write_matrix(reviewed, tmp_path / "ไม่มี" / "ตาราง.xlsx")
