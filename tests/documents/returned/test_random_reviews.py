"""Whatever people do to whichever text: it comes out on that text, and nothing else comes out."""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from success_desktop.services.library import open_plan
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.receiving import preview
from success_desktop.services.receiving_files import open_file
from tests.conftest import move_in
from tests.documents.returned.judging import judge, read_list
from tests.documents.returned.making.case import return_copy
from tests.documents.returned.making.other_programs import lose_all_labels
from tests.documents.returned.making.returned_copy import Copy
from tests.documents.returned.making.reviewed_plan import PLAN_FILE
from tests.documents.returned.random_reviews import review_at_random

Doing = Callable[[Copy], None]


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlanEditor]:
    folder = tmp_path_factory.mktemp("reviewed")
    with pytest.MonkeyPatch.context() as patch:
        move_in(folder, patch)
        opened = open_plan(Path(shutil.copy(PLAN_FILE, folder / "แผน.success")), "สมหญิง")
        yield opened
        opened.close(publish=False)


def as_drawn(do: Doing) -> Doing:
    """The file with its bookmarks."""
    return do


@pytest.mark.parametrize(("pass_on", "share"), [(as_drawn, 0.98), (lose_all_labels, 0.85)])
def test_whatever_is_done_to_any_text_comes_out_on_it(
    editor: PlanEditor, tmp_path: Path, pass_on: Callable[[Doing], Doing], share: float
):
    right, listed, wrong = 0, 0, list[str]()
    for seed in range(8):
        path = return_copy(tmp_path / f"{seed}.docx", pass_on(partial(review_at_random, seed=seed)))
        incoming = preview(editor, open_file(path))
        verdict = judge(read_list(path), [match.remark for match in incoming.matches])
        assert incoming.receipt.is_balanced
        right, listed = right + verdict.right, listed + verdict.listed
        wrong += [f"{seed}: {told}" for told in (*verdict.lost, *verdict.misplaced, *verdict.more)]
    assert listed > 50
    assert right >= share * listed, "\n".join(wrong)
    assert len(wrong) <= 2 * (1 - share) * listed, "\n".join(wrong)
