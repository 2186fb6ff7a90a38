"""Whoever edits, undoes and does again: each difference between two revisions is signed, and its wordings lead across it."""

from random import Random

import pytest

from success_desktop.services.comparing import Compared, Point, compare_points
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import take_revision
from tests.random_plans import random_deeds
from tests.services.conftest import Clock

AUTHORS = ("ก้อย", "แก้ว", "กล้า")


def work(editor: PlanEditor, clock: Clock, rng: Random) -> None:
    """A few deeds of several people, some of them taken back or done again."""
    for _deed in range(rng.randint(1, 6)):
        editor.author = rng.choice(AUTHORS)
        clock.pass_seconds(rng.choice((1, 60)))
        wish = rng.random()
        if wish < 0.3:
            editor.undo()
        elif wish < 0.45:
            editor.redo()
        else:
            editor.edit("Edit", next(random_deeds(editor.plan, rng, 1)))


def require_signed(compared: Compared) -> None:
    """Every difference has somebody who made it; the last wording of a text is what it reads in the end."""
    authorship = compared.authorship
    for difference in compared.comparison.differences.values():
        if difference.fate != "same":
            assert authorship.stamp_of(difference.node_id) is not None
        for field in difference.fields:
            for part in field.parts:
                assert authorship.stamp_of(field.node_id, field.field, part.part) is not None
                if isinstance(part.new, str):
                    wordings = authorship.wordings_of(field.node_id, field.field, part.part)
                    assert wordings[-1].text == part.new


@pytest.mark.parametrize("seed", range(8))
def test_every_difference_is_signed_in_both_directions(editor: PlanEditor, clock: Clock, seed: int):
    rng, points = Random(seed), list[Point]()
    for round_number in range(5):
        work(editor, clock, rng)
        kept = take_revision(editor, str(round_number))
        points.append(Point(kept.id, kept))
    for old in points:
        for new in points:
            require_signed(compare_points(editor, old, new))
