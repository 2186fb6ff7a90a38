"""Comment forms on paper: out as Word, back in line by line."""

from datetime import date

import pytest

from success_desktop.domain.feedback import read_feedback
from success_desktop.errors import UserError
from success_desktop.services.comment_forms import (
    FormHead,
    FormLine,
    add_form_round,
    read_place,
    write_comment_form,
)
from success_desktop.services.export import ExportOptions
from success_desktop.services.revisions import take_revision
from tests.documents.word_lint import lint
from tests.plans import named

HEAD = FormHead("ป้าแดง", date(2024, 2, 12), "ชุมชนริมคลอง")


def test_the_form_is_a_whole_word_file(editor, tmp_path):
    for language in ("th", "en", "both"):
        path = tmp_path / f"{language}.docx"
        write_comment_form(editor.plan, path, ExportOptions(language=language))
        assert lint(path) == []
    write_comment_form(editor.plan, tmp_path / "usual.docx")
    with pytest.raises(UserError):
        write_comment_form(editor.plan, tmp_path / "form.xlsx")


def test_lines_typed_in_become_a_round_in_one_step(editor):
    kept = take_revision(editor, "แจกแบบ", "ร่างที่ 2")
    lines = [
        FormLine("๑.๑.๑", "คลองตื้น", "ขุดทุกปี"),
        FormLine("หน้าสุดท้าย", "อ่านยาก"),
        FormLine("", "", "เพิ่มแผนที่"),
        FormLine("1.1", " ", ""),
    ]
    round_id = add_form_round(editor, HEAD, lines)
    feedback = read_feedback(editor.plan)
    of = feedback.round(round_id)
    assert (of.sort, of.reviewer, of.on, of.place, of.revision_id) == (
        "form",
        "ป้าแดง",
        date(2024, 2, 12),
        "ชุมชนริมคลอง",
        kept.id,
    )
    placed, lost, proposed = feedback.of_round(round_id)
    assert placed.anchor.node_id == named(editor.plan, "Project dredge")
    assert placed.placed_by == "hand"
    assert placed.text == {"th": "คลองตื้น\nข้อเสนอ: ขุดทุกปี"}
    assert (lost.is_placed, lost.context, lost.text) == (False, "หน้าสุดท้าย", {"th": "อ่านยาก"})
    assert proposed.text == {"th": "ข้อเสนอ: เพิ่มแผนที่"}
    editor.undo()
    assert read_feedback(editor.plan).rounds == ()


def test_nobody_named_speaks_for_the_community(editor):
    round_id = add_form_round(editor, FormHead(), [FormLine(remark="ดีแล้ว")])
    (remark,) = read_feedback(editor.plan).of_round(round_id)
    assert remark.author == "ผู้แทนชุมชน"


def test_a_blank_form_is_refused(editor):
    with pytest.raises(UserError):
        add_form_round(editor, HEAD, [FormLine("1.1")])
    assert read_feedback(editor.plan).rounds == ()


def test_a_place_is_a_number_or_a_name_that_only_one_thing_has(editor):
    plan = editor.plan
    assert read_place(plan, "Project gauge") == named(plan, "Project gauge")
    assert read_place(plan, " 1.1.2 ") == named(plan, "Project gauge")
    assert read_place(plan, "") == ""
    assert read_place(plan, "ไม่มี") == ""
