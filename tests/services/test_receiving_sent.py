"""A file tells which draft it speaks of, and who sent it; one that cannot be accounted for is refused."""

from dataclasses import replace

import docx
import pytest
from lxml import etree

from success_desktop.errors import UserError
from success_desktop.services.receiving import (
    ReceivingOptions,
    open_file,
    preview,
    receive_file,
)
from success_desktop.services.receiving_files import guess_reviewer, require_all_read
from success_desktop.services.sending import SendingOptions, prepare_sending
from tests.documents.returned.making.places import ARPHA, BUNMEE, node
from tests.services.returned_copies import (
    PLANNER,
    RATIONALE,
    open_reviewed,
    remarks,
    say,
    track,
    track_more,
    type_over,
    write_copy,
)


@pytest.fixture
def editor(tmp_path):
    opened = open_reviewed(tmp_path)
    yield opened
    opened.close(publish=False)


def test_a_file_of_another_plan_is_refused_plainly_and_taken_in_when_wanted(editor, tmp_path):
    opened = open_file(write_copy(tmp_path / "a.docx", track, say))
    other = replace(opened, file=replace(opened.file, plan_id="01j00000000000000000099999"))
    with pytest.raises(UserError) as refused:
        preview(editor, other)
    assert refused.value.message == "“{name}” was made from another plan."
    incoming = preview(editor, other, ReceivingOptions(is_forced=True))
    assert incoming.receipt.standing == "other_plan"
    assert {match.remark.anchor.node_id for match in incoming.matches} == {node("water"), node("exposure")}


def test_a_revision_that_is_not_known_here_is_compared_with_the_texts_in_the_file(editor, tmp_path):
    opened = open_file(write_copy(tmp_path / "a.docx", track))
    file = replace(opened.file, revision_id="01jrev00000000000000000099")
    incoming = preview(editor, replace(opened, file=file))
    assert (incoming.receipt.standing, incoming.receipt.revision_id) == ("unknown_revision", "")
    assert [match.remark.anchor.place for match in incoming.matches] == [tuple(RATIONALE)]


def test_a_file_without_ids_is_compared_with_the_draft_sent_last_or_the_one_named(editor, tmp_path):
    opened = open_file(write_copy(tmp_path / "a.docx", track))
    bare = replace(opened.file, plan_id="", revision_id="", sent=None)
    incoming = preview(editor, replace(opened, file=bare))
    assert incoming.receipt.standing == "no_ids"
    assert incoming.receipt.revision_id
    assert incoming.receipt.language == "th"
    named = preview(editor, replace(opened, file=bare), ReceivingOptions(revision="1"))
    assert (named.receipt.standing, named.receipt.revision_id) == ("no_ids", incoming.receipt.revision_id)
    assert [one.remark.anchor.place for one in named.matches] == [tuple(RATIONALE)]


def test_a_file_of_an_earlier_draft_says_so(editor, tmp_path):
    path = write_copy(tmp_path / "a.docx", track)
    assert preview(editor, open_file(path)).receipt.standing == "sent"
    receive_file(editor, path)
    prepare_sending(editor, "ร่างใหม่.docx", SendingOptions())
    assert preview(editor, open_file(path)).receipt.standing == "older"


def test_nothing_is_taken_from_a_file_whose_sums_do_not_agree(editor, tmp_path):
    opened = open_file(write_copy(tmp_path / "a.docx", track))
    wrong = replace(opened, counts={**opened.counts, "deletion": 2})
    with pytest.raises(UserError) as refused:
        preview(editor, wrong)
    assert "deletion 2/1" in str(refused.value)
    assert remarks(editor) == []


def test_an_empty_difference_is_no_difference():
    require_all_read("a.docx", {})
    with pytest.raises(UserError):
        require_all_read("a.docx", {"comment": (2, 1)})


def test_a_file_that_is_gone_is_refused(tmp_path):
    with pytest.raises(UserError):
        open_file(tmp_path / "ไม่มี.docx")


def test_a_file_that_goes_while_it_is_read_is_refused(tmp_path, monkeypatch):
    path = write_copy(tmp_path / "a.docx", track)
    reads = iter((path.read_bytes(),) * 2)

    def read_bytes(_self):
        data = next(reads, None)
        if data is None:
            raise OSError(5, "Input/output error")
        return data

    monkeypatch.setattr(type(path), "read_bytes", read_bytes)
    with pytest.raises(UserError):
        open_file(path)


def test_who_sent_a_file_back_is_read_off_its_marks_else_off_who_saved_it(tmp_path):
    def saved_by(name):
        def deed(copy):
            part = copy.package.parts["docProps/core.xml"]
            root = etree.fromstring(part)
            made = etree.SubElement(
                root,
                "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}lastModifiedBy",
            )
            made.text = name
            copy.package.parts["docProps/core.xml"] = etree.tostring(root)

        return deed

    signed = open_file(write_copy(tmp_path / "a.docx", track, track_more, say, saved_by("ใครก็ได้")))
    assert guess_reviewer(signed, frozenset()) == ARPHA.name
    assert guess_reviewer(signed, frozenset((ARPHA.name,))) == BUNMEE.name
    silent = open_file(write_copy(tmp_path / "b.docx", type_over, saved_by("ผู้ทรงคุณวุฒิ ข")))
    assert guess_reviewer(silent, frozenset((PLANNER,))) == "ผู้ทรงคุณวุฒิ ข"
    assert guess_reviewer(replace(silent, saved_by="python-docx"), frozenset()) == ""


def test_who_saved_a_file_is_not_known_where_it_has_no_properties(tmp_path):
    def without_core(copy):
        copy.package.parts.pop("docProps/core.xml")
        copy.package.parts["_rels/.rels"] = copy.package.parts["_rels/.rels"].replace(
            b"core-properties", b"none"
        )

    assert open_file(write_copy(tmp_path / "a.docx", track, without_core)).saved_by == ""


def test_a_letter_that_has_nothing_to_do_with_the_plan_is_refused_unless_somebody_insists(editor, tmp_path):
    path = tmp_path / "จดหมาย.docx"
    letter = docx.Document()
    letter.add_paragraph("เรียน ท่านนายกเทศมนตรี")
    letter.save(str(path))
    opened = open_file(path)
    with pytest.raises(UserError) as refused:
        preview(editor, opened)
    assert refused.value.message == "Nothing in “{name}” reads like this plan."
    assert preview(editor, opened, ReceivingOptions(is_forced=True)).receipt.remarks == 0
