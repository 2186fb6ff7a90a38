"""Proposals about rows, written with a remark and read again."""

import pytest

from success_desktop.domain.proposals import (
    AddedRow,
    Cell,
    MovedRow,
    RemovedRow,
    read_proposal,
    write_proposal,
)


@pytest.mark.parametrize(
    "proposal",
    [
        AddedRow("id-1", "project"),
        AddedRow(
            "id-1",
            "project",
            "id-9",
            (Cell("name", "th", "ขุดลอก “คลอง”"), Cell("budget", "2568:ordinance", "1,000")),
        ),
        AddedRow("id-1", "project", node_id="id-8"),
        AddedRow("id-1", "project", old_id="id-8", old_revision_id="id-3"),
        RemovedRow("id-7"),
        MovedRow("id-7", "id-2"),
        MovedRow("id-7", "id-2", "id-3"),
    ],
    ids=repr,
)
def test_a_proposal_is_read_as_it_was_written(proposal):
    assert read_proposal(write_proposal(proposal)) == proposal


def test_equal_proposals_are_written_alike_and_in_thai():
    written = write_proposal(AddedRow("id-1", "project", cells=(Cell("name", "th", "คลอง"),)))
    assert written == (
        '{"sort":"added","kind":"project","parent":"id-1","before":"","cells":[["name","th","คลอง"]]}'
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "คลอง",
        "[]",
        "{}",
        '{"sort":"burnt"}',
        '{"sort":"burnt","parent":"a","before":""}',
        '{"sort":"removed"}',
        '{"sort":"moved","node":"a"}',
        '{"sort":"added","kind":"a","parent":"b","before":"","cells":[["name"]]}',
        '{"sort":"added","kind":"a","parent":"b","before":"","cells":3}',
    ],
)
def test_other_text_is_no_proposal(text):
    with pytest.raises(ValueError):
        read_proposal(text)
