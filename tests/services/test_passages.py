"""A passage is taken as it reads at the moment that somebody speaks of it."""

from success_desktop.domain.feedback import NOWHERE, Anchor
from success_desktop.services.passages import Span, anchor_at
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import take_revision
from tests.plans import named


def test_a_selection_is_the_passage(editor: PlanEditor) -> None:
    dredge = named(editor.plan, "Project dredge")
    kept = take_revision(editor, "", "ร่างที่ 1")
    anchor = anchor_at(editor, (dredge, "name", "en"), Span(8, 14))
    assert anchor == Anchor(dredge, "name", "en", kept.id, "Project dredge", 8, 14)
    assert anchor.quote == "dredge"


def test_without_a_selection_the_whole_text_is_the_passage(editor: PlanEditor) -> None:
    dredge = named(editor.plan, "Project dredge")
    for span in (None, Span(3, 3), Span(0, 99)):
        assert anchor_at(editor, (dredge, "name", "th"), span).quote == "โครงการdredge"


def test_money_is_seen_as_it_is_shown(editor: PlanEditor) -> None:
    dredge = named(editor.plan, "Project dredge")
    assert anchor_at(editor, (dredge, "budget", "2569:pao_grant")).seen == "1,200,000"


def test_a_node_may_be_spoken_of_as_a_whole(editor: PlanEditor) -> None:
    dredge = named(editor.plan, "Project dredge")
    assert anchor_at(editor, (dredge, "", "")) == Anchor(dredge)


def test_what_is_not_in_the_plan_is_nowhere(editor: PlanEditor) -> None:
    assert anchor_at(editor, ("gone", "name", "th")) == NOWHERE
