"""What the store promises about damage: whatever of the history is altered, exactly the revision it belongs to is named."""

from collections.abc import Sequence

import pytest

from success_desktop.store import revisions
from success_desktop.store.database import reading, writing
from success_desktop.store.history_check import (
    HASHES,
    KEYFRAME,
    LOG,
    PARENT,
    PRESENT,
    WORDS,
    find_damage,
)
from success_desktop.store.plans import PlanStore
from success_desktop.store.revision_rows import RevisionRows
from success_desktop.store.revisions import NewRevision, list_revisions, take_revision
from success_desktop.store.sealing import hash_of_log
from tests.store.samples import NOW, PROJECT, lengthen_name, rename, transaction

TRIGGERS = (
    *("revision_stays", "revision_remains", "revision_is_new"),
    *(f"{table}_{name}" for table in ("txn", "step") for name in ("stays", "remains", "is_new")),
)


@pytest.fixture
def history(store: PlanStore) -> PlanStore:
    """Five revisions: at transactions 1, 3, 5, 7, 9, and a step behind the last one."""
    for number in range(1, 6):
        take_revision(store, NewRevision("ann", NOW, f"ครั้งที่ {number}", f"ร่างที่ {number}"))
        lengthen_name(store)
        lengthen_name(store)
    return store


def forge(store: PlanStore, *statements: str) -> None:
    """Alter what is kept for good, as only somebody who takes the guards away can."""
    with writing(store.engine, store.plan_id) as cursor:
        for trigger in TRIGGERS if store.engine.dialect.name == "sqlite" else ():
            cursor.execute(f"DROP TRIGGER IF EXISTS {trigger}")
        for statement in statements:
            cursor.execute(statement)


def told(store: PlanStore) -> list[tuple[int, str]]:
    return [(damage.revision.ordinal, damage.what) for damage in find_damage(store)]


def test_a_history_is_unbroken(history: PlanStore):
    assert find_damage(history) == []


def test_a_plan_without_revisions_has_nothing_to_damage(store: PlanStore):
    lengthen_name(store)
    assert find_damage(store) == []


@pytest.mark.parametrize("ordinal", [1, 3, 5])
@pytest.mark.parametrize(
    "words",
    [
        "author = 'forged'",
        "at = '2020-01-01T00:00:00.000000+00:00'",
        "message = 'forged'",
        "label = ''",
        "occasion = 'hour'",
        "edit_count = 99",
        "at = 'forged'",
    ],
)
def test_altered_words_are_found(history: PlanStore, ordinal: int, words: str):
    forge(history, f"UPDATE revision SET {words} WHERE ordinal = {ordinal}")
    assert told(history) == [(ordinal, WORDS)]


@pytest.mark.parametrize("ordinal", [2, 3, 5])
@pytest.mark.parametrize("number", ["number - 1", "number + 1"])
def test_a_revision_that_points_elsewhere_is_found_and_the_next_is_not_blamed(
    history: PlanStore, ordinal: int, number: str
):
    forge(history, f"UPDATE revision SET number = {number} WHERE ordinal = {ordinal}")
    assert told(history) == [(ordinal, WORDS)]


@pytest.mark.parametrize("ordinal", [1, 3, 5])
def test_an_altered_seal_is_found_and_the_next_is_not_blamed(history: PlanStore, ordinal: int):
    forge(history, f"UPDATE revision SET fingerprint = 'forged' WHERE ordinal = {ordinal}")
    assert told(history) == [(ordinal, WORDS)]


@pytest.mark.parametrize("ordinal", [2, 3, 5])
@pytest.mark.parametrize("column", ["content_hash", "log_hash"])
@pytest.mark.parametrize("forged", ["0" * 63 + "1", "no hash"])
def test_an_altered_hash_is_found_and_the_next_is_not_blamed(
    history: PlanStore, ordinal: int, column: str, forged: str
):
    forge(history, f"UPDATE revision SET {column} = '{forged}' WHERE ordinal = {ordinal}")
    assert told(history) == [(ordinal, HASHES)]


def test_an_altered_parent_is_found(history: PlanStore):
    first = list_revisions(history)[0].id
    forge(history, f"UPDATE revision SET parent_id = '{first}' WHERE ordinal = 4")
    assert told(history) == [(4, WORDS)]


@pytest.mark.parametrize(
    "alteration",
    [
        "UPDATE step SET new = '\"forged\"' WHERE number = {number}",
        "UPDATE step SET old = '\"forged\"' WHERE number = {number}",
        "UPDATE step SET field = 'objective' WHERE number = {number}",
        "UPDATE txn SET author = 'forged' WHERE number = {number}",
        "UPDATE txn SET at = '2020-01-01T00:00:00.000000+00:00' WHERE number = {number}",
        "UPDATE txn SET label = 'forged' WHERE number = {number}",
        "UPDATE txn SET undoes = 2 WHERE number = {number}",
        "UPDATE step SET entity = 'node', new = 'no JSON' WHERE number = {number}",
        "DELETE FROM step WHERE number = {number}",
        "INSERT INTO step SELECT plan_id, number, 1, entity, node_id, 'objective', part, old, new FROM step"
        " WHERE number = {number}",
    ],
)
@pytest.mark.parametrize(("number", "ordinal"), [(2, 2), (3, 2), (9, 5)])
def test_altered_steps_are_found_with_the_revision_they_led_to(
    history: PlanStore, alteration: str, number: int, ordinal: int
):
    forge(history, alteration.format(number=number))
    assert told(history) == [(ordinal, LOG)]


def test_the_beginning_is_sealed_too(history: PlanStore):
    forge(history, "UPDATE txn SET author = 'forged' WHERE number = 1")
    assert told(history) == [(1, LOG)]


@pytest.mark.parametrize("ordinal", [1, 3])
def test_a_missing_revision_is_found_by_its_child(history: PlanStore, ordinal: int):
    child = list_revisions(history)[ordinal]
    _remove(history, ordinal)
    assert told(history) == [(child.ordinal, PARENT)]


def _remove(store: PlanStore, ordinal: int) -> None:
    drop = "ALTER TABLE revision DROP CONSTRAINT fk_revision_plan_id_parent_id"
    guards: Sequence[str] = () if store.engine.dialect.name == "sqlite" else (drop,)
    if store.engine.dialect.name == "sqlite":
        with store.engine.connect() as connection:
            cursor = connection.connection.cursor()
            cursor.execute("PRAGMA foreign_keys = OFF")
            cursor.close()
    forge(store, *guards, f"DELETE FROM revision WHERE ordinal = {ordinal}")


@pytest.mark.parametrize(
    "alteration",
    [
        f"UPDATE text_value SET text = 'forged' WHERE node_id = '{PROJECT}' AND language = 'th'",
        f"UPDATE node SET position = 'Z' WHERE id = '{PROJECT}'",
        f"UPDATE node SET kind = 'action_item' WHERE id = '{PROJECT}'",
        "UPDATE money_value SET satang = satang + 1",
        "UPDATE number_value SET year_be = 2570 WHERE year_be = 2568",
        "DELETE FROM day_value",
        "UPDATE word_value SET word = 'completed'",
        "UPDATE link_value SET position = 'W'",
        "UPDATE step SET new = '\"forged\"' WHERE number = 11",
    ],
)
def test_a_plan_that_was_altered_behind_its_log_is_found(history: PlanStore, alteration: str):
    forge(history, alteration)
    assert told(history) == [(5, PRESENT)]


def test_a_damaged_keyframe_is_found(store: PlanStore, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(revisions, "KEYFRAME_EDITS", 0)
    for number in range(3):
        lengthen_name(store)
        take_revision(store, NewRevision("ann", NOW, str(number), ""))
    assert find_damage(store) == []
    with writing(store.engine, store.plan_id) as cursor:
        cursor.execute(f"UPDATE keyframe SET rows = {store.mark} WHERE number = 2", (b"\xaa" * 9,))
        swap = "UPDATE keyframe SET rows = (SELECT rows FROM keyframe WHERE number = 4) WHERE number = 3"
        cursor.execute(swap)
    assert told(store) == [(1, KEYFRAME), (2, KEYFRAME)]


def test_a_keyframe_of_a_revision_that_was_replaced_is_still_right(
    store: PlanStore, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(revisions, "KEYFRAME_EDITS", 0)
    for _time in range(3):
        lengthen_name(store)
        take_revision(store, NewRevision("ann", NOW, "", "", "hour"))
    assert find_damage(store) == []
    assert len(list_revisions(store)) == 1


def test_several_damages_are_all_named(history: PlanStore):
    forge(
        history,
        "UPDATE revision SET message = 'forged' WHERE ordinal = 2",
        "UPDATE step SET new = '\"forged\"' WHERE number = 7",
        "UPDATE text_value SET text = 'forged'",
    )
    assert told(history) == [(2, WORDS), (4, LOG), (5, PRESENT)]


def test_words_and_steps_of_one_revision_are_both_named(history: PlanStore):
    forge(
        history,
        "UPDATE revision SET message = 'forged' WHERE ordinal = 3",
        "UPDATE txn SET author = 'forged' WHERE number = 4",
    )
    assert told(history) == [(3, WORDS), (3, LOG)]


def test_a_forger_who_seals_anew_but_forgets_what_the_plan_held_is_found(history: PlanStore):
    """The log of revision 3 and its seals are made to fit; what the plan held does not follow from the log."""
    forge(history, "UPDATE step SET old = '\"forged\"' WHERE number = 4")
    with reading(history.engine) as cursor:
        rows = RevisionRows(cursor, history.plan_id, history.mark).all()
        logs = [history.log(cursor).rows(rows[1].number, rows[2].number)]
    third = rows[2]._replace(log_hash=hash_of_log(*logs[0])).sealed(rows[1].fingerprint)
    fourth = rows[3].sealed(third.fingerprint)
    fifth = rows[4].sealed(fourth.fingerprint)
    forge(
        history,
        *(
            f"UPDATE revision SET log_hash = '{row.log_hash}', fingerprint = '{row.fingerprint}' WHERE id = '{row.id}'"
            for row in (third, fourth, fifth)
        ),
    )
    assert told(history) == [(3, HASHES)]


def test_steps_behind_the_newest_revision_may_still_come(history: PlanStore):
    store = history
    name = store.read_plan().nodes[PROJECT].text("name", "th")
    store.commit(transaction(rename(name, None)))
    assert find_damage(store) == []
