"""Rows of an earlier revision that are wanted back: the same node, with all that went along with it."""

from dataclasses import replace

import pytest

from success_desktop.domain.proposals import AddedRow, Cell
from success_desktop.errors import UserError
from success_desktop.services.deciding import accept
from success_desktop.services.editing import remove_node
from success_desktop.services.revisions import take_revision
from success_desktop.services.rows_back import row_edits_with_past
from tests.plans import named
from tests.services.proposals import now, row_remark, take_in


def wanted_back(editor, node_id, revision_id):
    node = editor.plan.nodes[node_id]
    cells = (Cell("name", "th", "ชื่ออื่นที่พิมพ์ไว้"),)
    proposal = AddedRow(
        str(node.parent_id), node.kind, cells=cells, old_id=node_id, old_revision_id=revision_id
    )
    return row_remark("added", proposal, str(node.parent_id))


def test_a_branch_comes_back_with_its_ids_and_everything_in_it(editor):
    approach = str(editor.plan.nodes[named(editor.plan, "Project gauge")].parent_id)
    branch = [node.id for node in editor.plan.walk(approach)]
    before = editor.plan
    remark = wanted_back(editor, approach, take_revision(editor, "", "ก่อน").id)
    remove_node(editor, approach)
    take_in(editor, remark)
    assert accept(editor, remark.id) is None
    assert {one: editor.plan.nodes[one].fields for one in branch} == {
        one: before.nodes[one].fields for one in branch
    }
    parents = [one for one in branch if one in before.children]
    assert [editor.plan.children[one] for one in parents] == [before.children[one] for one in parents]
    assert now(editor, remark).anchor.node_id == approach
    editor.undo()
    assert not set(branch) & editor.plan.nodes.keys()


def test_a_row_that_is_there_again_is_not_made_twice(editor):
    gauge = named(editor.plan, "Project gauge")
    remark = wanted_back(editor, gauge, take_revision(editor, "", "ก่อน").id)
    row = row_edits_with_past(editor, remark)
    assert (row.node_id, row.edits) == (gauge, ())


def test_without_its_revision_a_row_is_made_anew_from_what_was_printed(editor):
    gauge = named(editor.plan, "Project gauge")
    for revision_id in ("01jrev00000000000000000099", ""):
        remark = wanted_back(editor, gauge, revision_id)
        remove_node(editor, gauge)
        row = row_edits_with_past(editor, remark)
        assert row.node_id != gauge
        assert row.edits
        editor.undo()


def test_what_cannot_be_read_is_refused(editor):
    remark = replace(row_remark("added", AddedRow("", "project"), ""), proposed="?")
    with pytest.raises(UserError):
        row_edits_with_past(editor, remark)
