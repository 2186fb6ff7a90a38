"""What the store promises about the past: every point of the history comes back exactly, from wherever is nearest."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from success_desktop.domain.edits import (
    AddNode,
    MoveNode,
    RemoveNode,
    SetValue,
    apply,
    invert,
    remove_branch,
)
from success_desktop.domain.plan import Plan
from success_desktop.errors import UserError
from success_desktop.store import keyframes, revisions, rewinding
from success_desktop.store.database import reading, writing
from success_desktop.store.history_check import find_damage
from success_desktop.store.plans import PlanStore, create_plan
from success_desktop.store.revisions import NewRevision, take_revision
from success_desktop.store.rewinding import Moment, read_plan_at, rewind
from tests.store.samples import (
    AGENCY,
    ISSUE,
    NOW,
    PROJECT,
    ROOT,
    content,
    lengthen_name,
    new_small_plan,
    random_edits,
    rename,
    transaction,
)

NAMED = NewRevision("ann", NOW, "ร่างแรก", "Named revision")


def _present(store: PlanStore) -> Moment:
    return Moment(*store.read_present())


@pytest.fixture
def framed(store: PlanStore, monkeypatch: pytest.MonkeyPatch) -> PlanStore:
    """Five edits, a keyframe behind them, and one edit more."""
    monkeypatch.setattr(revisions, "KEYFRAME_EDITS", 0)
    for _step in range(5):
        lengthen_name(store)
    take_revision(store, NAMED)
    lengthen_name(store)
    return store


def _lead_astray(store: PlanStore) -> None:
    """Let the step behind the keyframe tell of something that never was."""
    with writing(store.engine, store.plan_id) as cursor:
        cursor.execute("DROP TRIGGER step_stays" if store.engine.dialect.name == "sqlite" else "SELECT 1")
        cursor.execute("UPDATE step SET field = 'objective', old = '\"astray\"' WHERE number = 7")


def test_points_that_are_none_are_refused(store: PlanStore):
    for number in (0, 2, -1):
        with pytest.raises(ValueError, match=f"no transaction {number}"):
            read_plan_at(store, number)


def test_rewinding_starts_at_the_nearest_later_keyframe(framed: PlanStore):
    """Seen by a log that leads astray behind the keyframe: it is not followed."""
    _lead_astray(framed)
    assert read_plan_at(framed, 1).nodes[PROJECT].text("objective", "th") == ""
    assert read_plan_at(framed, 1, _present(framed)).nodes[PROJECT].text("objective", "th") == "astray"


def test_a_present_that_lies_far_away_is_left_for_the_keyframe(
    framed: PlanStore, monkeypatch: pytest.MonkeyPatch
):
    _lead_astray(framed)
    monkeypatch.setattr(rewinding, "_BYTES_FOR_A_STEP", 10**9)
    assert read_plan_at(framed, 1, _present(framed)).nodes[PROJECT].text("objective", "th") == ""


@pytest.mark.parametrize("rows", [b"\xaa" * 40, b"x\x9c\x03\x00\x00\x00\x00\x01"])
def test_a_damaged_keyframe_is_gone_around(framed: PlanStore, rows: bytes):
    beginning = content(read_plan_at(framed, 1))
    with writing(framed.engine, framed.plan_id) as cursor:
        cursor.execute(f"UPDATE keyframe SET rows = {framed.mark}", (rows,))
    assert content(read_plan_at(framed, 1)) == beginning


def test_the_past_shares_with_the_present_whatever_is_still_the_same(store: PlanStore):
    lengthen_name(store)
    present = _present(store)
    past = read_plan_at(store, 1, present)
    assert past.nodes[PROJECT] is not present.plan.nodes[PROJECT]
    assert all(past.nodes[node_id] is present.plan.nodes[node_id] for node_id in (ROOT, ISSUE, AGENCY))
    assert past.nodes[PROJECT].parts("budget") is present.plan.nodes[PROJECT].parts("budget")
    assert past.children == present.plan.children


def test_a_plan_known_from_any_time_serves(store: PlanStore):
    moments = [_present(store)]
    for _time in range(4):
        lengthen_name(store)
        moments.append(_present(store))
    for wanted in moments:
        for known in moments:
            assert content(read_plan_at(store, wanted.number, known)) == content(wanted.plan)


def test_a_known_plan_that_the_log_does_not_lead_from_is_told_as_damage(store: PlanStore):
    known = Moment(apply(store.read_plan(), [rename("สร้างถนนคอนกรีต", "อื่น")]), 1)
    lengthen_name(store)
    with pytest.raises(UserError) as caught:
        read_plan_at(store, 2, known)
    assert caught.value.sentence("en") == "The plan's data is damaged."


def test_the_present_itself_comes_back_as_it_is(store: PlanStore):
    lengthen_name(store)
    assert content(read_plan_at(store, 2)) == content(store.read_plan())
    assert content(read_plan_at(store, 2, _present(store))) == content(store.read_plan())


def test_a_log_that_tells_of_nothing_possible_is_told_as_damage(store: PlanStore):
    store.commit(transaction(AddNode("n", "agency", ROOT, "X")))
    lengthen_name(store)
    with writing(store.engine, store.plan_id) as cursor:
        if store.engine.dialect.name == "sqlite":
            cursor.execute("DROP TRIGGER step_stays")
        cursor.execute("UPDATE step SET old = 'no JSON' WHERE number = 3")
    with pytest.raises(UserError) as caught:
        read_plan_at(store, 1)
    assert caught.value.sentence("en") == "The plan's data is damaged."


def _rewound(store: PlanStore, now: Plan, after: int) -> Plan:
    with reading(store.engine) as cursor:
        return rewind(now, store.log(cursor).ways_back(after, store.log(cursor).last_number()))


def test_a_node_that_went_and_came_back_elsewhere_is_put_back(store: PlanStore):
    before = store.read_plan()
    store.commit(transaction(*remove_branch(before, PROJECT)))
    store.commit(transaction(AddNode(PROJECT, "action_item", ROOT, "Z"), rename(None, "อื่น", PROJECT)))
    assert content(_rewound(store, store.read_plan(), 1)) == content(before)


def test_a_node_that_moved_and_then_went_has_its_kind_again(store: PlanStore):
    before = store.read_plan()
    store.commit(transaction(MoveNode(PROJECT, ISSUE, "V", ROOT, "X")))
    store.commit(transaction(*remove_branch(store.read_plan(), PROJECT)))
    assert content(_rewound(store, store.read_plan(), 1)) == content(before)


def test_a_plan_that_was_begun_anew_has_its_old_root_again(store: PlanStore):
    before = store.read_plan()
    store.commit(transaction(*remove_branch(before, ROOT), AddNode("another", "plan", None, "V")))
    assert store.read_plan().root_id == "another"
    assert content(_rewound(store, store.read_plan(), 1)) == content(before)


def test_what_came_and_went_between_leaves_no_trace(store: PlanStore):
    before = store.read_plan()
    store.commit(
        transaction(
            AddNode("n", "agency", ROOT, "X"),
            rename(None, "กองช่าง", "n"),
            AddNode("m", "agency", "n", "X"),
        )
    )
    store.commit(transaction(MoveNode(PROJECT, ISSUE, "V", "n", "V")))
    middle = store.read_plan()
    store.commit(transaction(MoveNode(PROJECT, "n", "V", ISSUE, "V")))
    store.commit(transaction(RemoveNode("m", "agency", "n", "X")))
    store.commit(
        transaction(SetValue("n", "name", "th", "กองช่าง", None), RemoveNode("n", "agency", ROOT, "X"))
    )
    now = store.read_plan()
    assert content(now) == content(before)
    assert content(_rewound(store, now, 1)) == content(before)
    assert content(_rewound(store, now, 3)) == content(middle)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**9), frame_edits=st.sampled_from([3, 2000]))
def test_every_moment_of_a_random_history_comes_back(engine: Engine, seed: int, frame_edits: int):
    chance = Random(seed)
    store = create_plan(engine, new_small_plan())
    moments = {1: content(store.read_plan())}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(revisions, "KEYFRAME_EDITS", frame_edits)
        for _step in range(14):
            if edits := random_edits(chance, store.read_plan()):
                number = store.commit(transaction(*edits)).number
                moments[number] = content(store.read_plan())
                if chance.random() < 0.4:
                    take_revision(store, NAMED)
    assert {number: content(read_plan_at(store, number)) for number in moments} == moments
    present = _present(store)
    assert {number: content(read_plan_at(store, number, present)) for number in moments} == moments
    assert find_damage(store) == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**9))
def test_rewinding_at_once_is_undoing_edit_by_edit(engine: Engine, seed: int):
    chance = Random(seed)
    store = create_plan(engine, new_small_plan())
    for _step in range(20):
        if edits := random_edits(chance, store.read_plan()):
            store.commit(transaction(*edits))
    now, last = store.read_present()
    after = chance.randint(1, last)
    edits = [edit for _number, edit in store.read_edits_between(after, last)]
    assert content(_rewound(store, now, after)) == content(apply(now, invert(edits)))


def test_keyframes_are_found_by_number(framed: PlanStore):
    with reading(framed.engine) as cursor:
        assert keyframes.list_keyframes(cursor, framed) == [6]
        found = keyframes.find_keyframe(cursor, framed, 3)
        assert found is not None
        assert (found.number, found.size > 0) == (6, True)
        assert keyframes.find_keyframe(cursor, framed, 7) is None
