"""Plans that were read last: found by how near they are, and no more than a few."""

from success_desktop.services.editing import set_text
from success_desktop.services.past_plans import PastPlans
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import read_plan_at, read_revision, take_revision
from success_desktop.store.rewinding import Moment
from tests.plans import small_plan
from tests.services.conftest import Clock

PLAN = small_plan()


def test_nothing_is_known_at_first() -> None:
    pasts = PastPlans()
    assert pasts.nearest(3, None) is None
    assert pasts.nearest(3, Moment(PLAN, 9)) == Moment(PLAN, 9)


def test_the_nearest_is_found_on_either_side() -> None:
    pasts = PastPlans()
    for number in (10, 20, 30):
        pasts.remember(number, PLAN)
    present = Moment(PLAN, 100)
    found = [pasts.nearest(number, present) for number in (1, 14, 16, 29, 64, 66)]
    assert [moment.number for moment in found if moment] == [10, 10, 20, 30, 30, 100]


def test_only_the_last_few_are_remembered() -> None:
    pasts = PastPlans()
    for number in (1, 2, 3, 4, 1, 5):
        pasts.remember(number * 10, PLAN)
    known = {moment.number for number in range(0, 60, 10) if (moment := pasts.nearest(number, None))}
    assert known == {10, 30, 40, 50}


def kept(editor: PlanEditor, clock: Clock, text: str):
    clock.pass_seconds(60)
    set_text(editor, (editor.plan.root_id, "title", "th"), text)
    return take_revision(editor, text), editor.plan


def test_a_revision_read_twice_is_the_same_plan(editor: PlanEditor, clock: Clock) -> None:
    history = [kept(editor, clock, f"แผน {number}") for number in range(6)]
    for revision, plan in [*history, *reversed(history), history[2], history[3]]:
        again = read_revision(editor, revision)
        assert again == plan
        assert read_revision(editor, revision) is again
    assert read_revision(editor, history[-1][0]) is editor.plan


def test_a_point_that_may_still_change_is_not_remembered(editor: PlanEditor, clock: Clock) -> None:
    _revision, before = kept(editor, clock, "หนึ่ง")
    for text in ("ก", "กข"):
        set_text(editor, (editor.plan.root_id, "edition", "th"), text)
    number = editor.file.store.last_number()
    for text in ("ค", "คง"):
        set_text(editor, (editor.plan.root_id, "title", "th"), text)
    assert read_plan_at(editor, number).root.text("edition", "th") == "กข"
    assert read_plan_at(editor, number).root.text("title", "th") == "หนึ่ง"
    assert read_plan_at(editor, number - 1) == before
