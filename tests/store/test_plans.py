"""What the store promises about a plan: read as it was written, never half written, never over somebody's head."""

import json
import threading
from dataclasses import replace
from datetime import UTC, date, timedelta, timezone
from decimal import Decimal
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from success_desktop.domain.edits import (
    AddNode,
    Edit,
    MoveNode,
    RemoveNode,
    SetValue,
    StaleEdit,
    apply,
    invert,
    remove_branch,
)
from success_desktop.ids import new_id
from success_desktop.store.database import reading
from success_desktop.store.plans import (
    BASELINE,
    NewPlan,
    NewTransaction,
    PlanStore,
    create_plan,
    list_plan_ids,
    open_store,
)
from tests.store.samples import (
    AGENCY,
    ISSUE,
    NOW,
    PROJECT,
    ROOT,
    TEMPLATE_TEXT,
    content,
    name_of,
    new_small_plan,
    random_edits,
    rename,
    transaction,
)

A_FEW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_a_plan_is_read_as_it_was_made(store: PlanStore):
    plan = store.read_plan()
    project = plan.nodes[PROJECT]
    assert plan.root_id == ROOT
    assert plan.children == {ROOT: (ISSUE, AGENCY), ISSUE: (PROJECT,)}
    assert project.text("name", "th") == "สร้างถนนคอนกรีต"
    assert project.text("name", "en") == "Build a road"
    assert project.word("status") == "not_started"
    assert project.day("start_on") == date(2026, 10, 1)
    assert project.parts("budget") == {"2568:ordinance": Decimal("1200000.50"), ":": Decimal(7)}
    assert project.links("lead_agencies") == (AGENCY,)
    assert project.number("baseline") == Decimal("3.5")
    assert project.yearly_numbers("target") == {2568: Decimal(-12)}


def test_the_baseline_is_one_transaction_without_edits(store: PlanStore):
    (baseline,) = store.list_transactions()
    assert (baseline.number, baseline.author, baseline.at, baseline.label) == (1, "ann", NOW, BASELINE)
    assert store.read_edits(1) == ()


def test_any_sql_tool_can_read_the_plan(store: PlanStore):
    with reading(store.engine) as cursor:
        cursor.execute(
            "SELECT year_be, source, satang FROM money_value WHERE field = 'budget' ORDER BY year_be"
        )
        assert [tuple(row) for row in cursor.fetchall()] == [(0, "", 700), (2568, "ordinance", 120000050)]
        cursor.execute("SELECT number FROM number_value ORDER BY number")
        assert [row[0] for row in cursor.fetchall()] == ["-12", "3.5"]


def test_a_commit_is_read_back_with_its_log(store: PlanStore):
    edits = (rename("สร้างถนนคอนกรีต", "สร้างสะพาน"), SetValue(PROJECT, "baseline", "", Decimal("3.5"), None))
    local = NOW.astimezone(timezone(timedelta(hours=7)))
    done = store.commit(NewTransaction("บุญ", local, "เปลี่ยน", edits, undoes=1, continues=1))
    assert done.number == store.last_number() == 2
    assert store.read_edits(2) == edits
    assert store.list_transactions(after=1) == [done]
    assert store.list_transactions(after=1)[0].at.tzinfo == UTC
    assert name_of(store) == "สร้างสะพาน"


def test_every_kind_of_edit_comes_back_from_the_log(store: PlanStore):
    node = new_id()
    edits: tuple[Edit, ...] = (
        AddNode(node, "project", ISSUE, "X"),
        SetValue(node, "start_on", "", None, NOW.date()),
        SetValue(node, "budget", "2569:loan", None, Decimal("0.25")),
        SetValue(node, "lead_agencies", AGENCY, None, "V"),
        SetValue(node, "lead_agencies", AGENCY, "V", "W"),
        SetValue(node, "target", "2569", None, Decimal("1E+3")),
        MoveNode(node, ISSUE, "X", ROOT, "Y"),
        SetValue(node, "lead_agencies", AGENCY, "W", None),
        SetValue(node, "target", "2569", Decimal(1000), None),
        SetValue(node, "budget", "2569:loan", Decimal("0.250"), None),
        SetValue(node, "start_on", "", NOW.date(), None),
        RemoveNode(node, "project", ROOT, "Y"),
    )
    before = content(store.read_plan())
    store.commit(transaction(*edits))
    assert store.read_edits(2) == edits
    assert content(store.read_plan()) == before


def test_a_new_store_finds_the_plan_with_its_template(store: PlanStore):
    assert list_plan_ids(store.engine) == [store.plan_id]
    again = open_store(store.engine, store.plan_id)
    assert again.template == store.template
    assert content(again.read_plan()) == content(store.read_plan())


def test_an_unknown_plan_is_not_found(engine: Engine):
    with pytest.raises(KeyError, match="nothing"):
        open_store(engine, "nothing")


def test_plans_in_one_database_do_not_touch_each_other(store: PlanStore):
    other = create_plan(store.engine, new_small_plan())
    other.commit(transaction(rename("สร้างถนนคอนกรีต", "อื่น")))
    assert name_of(store) == "สร้างถนนคอนกรีต"
    assert store.last_number() == 1
    assert list_plan_ids(store.engine) == sorted([store.plan_id, other.plan_id])


@pytest.mark.parametrize(
    "edits",
    [
        [],
        [AddNode(ROOT, "plan", None, "V"), AddNode(ROOT, "plan", None, "V")],
        [AddNode(ROOT, "plan", None, "V"), AddNode("other", "plan", None, "V")],
    ],
    ids=["nothing", "twice", "two roots"],
)
def test_edits_that_make_no_plan_leave_no_plan(engine: Engine, edits: list[Edit]):
    with pytest.raises(ValueError, match="plan"):
        create_plan(engine, NewPlan(TEMPLATE_TEXT, "ann", NOW, edits))
    assert list_plan_ids(engine) == []


def test_a_large_import_is_logged_and_can_be_undone(store: PlanStore):
    before = content(store.read_plan())
    edits: list[Edit] = []
    for count in range(300):
        node = new_id()
        edits.append(AddNode(node, "project", ISSUE, f"W{count:03}"))
        edits.extend(
            SetValue(node, "budget", f"{year}:loan", None, Decimal(count)) for year in range(2568, 2573)
        )
        edits.append(rename(None, f"โครงการที่ {count}", node))
    store.commit(transaction(*edits, label="import"))
    assert len(store.read_plan().nodes) == 304
    assert store.read_edits(2) == tuple(edits)
    store.commit(replace(transaction(*invert(store.read_edits(2))), undoes=2))
    assert content(store.read_plan()) == before


def test_two_writers_side_by_side_lose_nothing(store: PlanStore):
    """Two threads add to the same number; each tries again when the other was first."""
    store.commit(transaction(SetValue(PROJECT, "target", "2570", None, Decimal(0))))
    refusals: list[StaleEdit] = []

    def count_up() -> None:
        mine = open_store(store.engine, store.plan_id)
        done = 0
        while done < 15:
            seen = mine.read_plan().nodes[PROJECT].yearly_numbers("target")[2570]
            try:
                mine.commit(transaction(SetValue(PROJECT, "target", "2570", seen, seen + 1)))
                done += 1
            except StaleEdit as stale:
                refusals.append(stale)

    threads = [threading.Thread(target=count_up) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.read_plan().nodes[PROJECT].yearly_numbers("target")[2570] == 30
    assert [done.number for done in store.list_transactions()] == list(range(1, 33))
    assert len({done.uid for done in store.list_transactions()}) == 32


@A_FEW
@given(seed=st.integers(0, 10**9))
def test_what_is_stored_is_what_the_domain_would_have(engine: Engine, seed: int):
    chance = Random(seed)
    store = create_plan(engine, new_small_plan())
    plan = store.read_plan()
    for _step in range(12):
        if edits := random_edits(chance, plan):
            plan = apply(plan, edits)
            store.commit(transaction(*edits))
    assert content(store.read_plan()) == content(plan)


@A_FEW
@given(seed=st.integers(0, 10**9))
def test_undoing_everything_gives_the_identical_plan(engine: Engine, seed: int):
    chance = Random(seed)
    store = create_plan(engine, new_small_plan())
    states = [content(store.read_plan())]
    for _step in range(10):
        if edits := random_edits(chance, store.read_plan()):
            store.commit(transaction(*edits))
            states.append(content(store.read_plan()))
    for number in range(store.last_number(), 1, -1):
        assert content(store.read_plan()) == states[number - 1]
        undone = replace(transaction(*invert(store.read_edits(number))), undoes=number)
        store.commit(undone)
    assert content(store.read_plan()) == states[0]


def test_removing_a_branch_and_bringing_it_back(store: PlanStore):
    before = store.read_plan()
    for node_id in (ISSUE, AGENCY):
        store.commit(transaction(*remove_branch(store.read_plan(), node_id)))
    assert set(store.read_plan().nodes) == {ROOT}
    for number in (3, 2):
        store.commit(transaction(*invert(store.read_edits(number))))
    assert content(store.read_plan()) == content(before)


def test_the_steps_of_the_log_are_plain_json(store: PlanStore):
    store.commit(transaction(rename("สร้างถนนคอนกรีต", 'a "b"\nค'), AddNode("n", "agency", ROOT, "Z")))
    with reading(store.engine) as cursor:
        cursor.execute("SELECT entity, node_id, field, part, old, new FROM step ORDER BY place")
        text, node = (tuple(row) for row in cursor.fetchall())
    assert text == (
        "text",
        PROJECT,
        "name",
        "th",
        '"สร้างถนนคอนกรีต"',
        json.dumps('a "b"\nค', ensure_ascii=False),
    )
    assert node[:5] == ("node", "n", "", "", None)
    assert json.loads(node[5]) == {"parent_id": ROOT, "position": "Z", "kind": "agency"}
