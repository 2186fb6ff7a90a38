"""Whatever a planner does, in whatever order: the file holds the plan, history leads back, views can follow.

Hypothesis plays the planner on a real plan file and looks for an order of deeds that breaks a promise.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from success_desktop.domain.edits import apply
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.revision import Revision
from success_desktop.domain.seeds import sow_plan
from success_desktop.errors import UserError
from success_desktop.services import editing, entering
from success_desktop.services.checking import check_plan_file
from success_desktop.services.library import list_forgotten
from success_desktop.services.plan_editor import PlanEdited, PlanEditor
from success_desktop.services.revisions import list_revisions, read_revision, take_revision
from success_desktop.store.history_check import find_damage
from success_desktop.store.plan_file import PlanFile
from success_desktop.store.plans import NewPlan
from success_desktop.store.rewinding import read_plan_at
from tests.plans import counted_ids, small_seed, template
from tests.services.conftest import Clock

TEXTS = st.sampled_from(("", "น้ำ", "นํ้า", "ผู้สูงอายุ\nและเด็ก", "Canal", "a “b” \\ c", "🌊 ๒๕๖๗"))
AMOUNTS = st.sampled_from(("", "-", "0", "1,200,000", "1.2 ล้าน", "๕๐๐๐๐๐", "99.50"))
SOURCES = st.sampled_from(("ordinance", "codi", "unspecified"))
YEARS = st.integers(2568, 2572)
DAYS = st.dates(date(2024, 10, 1), date(2029, 9, 30)) | st.none()
PICK = st.integers(0, 10_000)
PAUSES = st.sampled_from((0, 1, 60))


class WatchedEditor(RuleBasedStateMachine):
    """One plan file, what always holds of it, and a second plan that follows by what the editor tells."""

    folder: Path

    @initialize()
    def begin(self) -> None:
        """Make the file and open it."""
        self.clock = Clock()
        self.path = self.folder / f"แผน {len(list(self.folder.iterdir()))}.success"
        baseline = sow_plan(template(), small_seed(), counted_ids())
        new = NewPlan(template().text, "สมหญิง", self.clock(), baseline)
        self.kept: list[tuple[Revision, Plan]] = []
        self.follow(PlanEditor(PlanFile.create(self.path, new), "สมหญิง", self.clock))
        self.first = self.editor.plan

    def follow(self, editor: PlanEditor) -> None:
        """Listen to an editor as a view does."""
        self.editor, self.seen = editor, editor.plan
        editor.listen(self.on_edited)

    def on_edited(self, event: PlanEdited) -> None:
        """Do to the followed plan what the editor says was done; nothing else."""
        assert event.edits
        self.seen = apply(self.seen, event.edits)

    def pick(self, number: int, fits: Callable[[Node], bool] = lambda node: True) -> Node:
        """One of the nodes that fit, by a number that hypothesis can shrink."""
        nodes = [node for node in self.editor.plan.walk() if fits(node)]
        assume(nodes)
        return nodes[number % len(nodes)]

    def pick_with(self, number: int, field: str) -> Node:
        """One of the nodes whose kind has a field."""
        return self.pick(number, lambda node: field in self.editor.plan.kind_of(node.id).fields)

    # --- what always holds -------------------------------------------------------------------------------

    @invariant()
    def the_file_holds_what_is_shown(self) -> None:
        if hasattr(self, "editor"):
            assert self.editor.file.store.read_plan() == self.editor.plan

    @invariant()
    def whoever_listens_has_the_same_plan(self) -> None:
        if hasattr(self, "editor"):
            assert self.seen == self.editor.plan

    @invariant()
    def every_node_hangs_on_the_tree_and_every_link_leads_somewhere(self) -> None:
        if hasattr(self, "editor"):
            plan = self.editor.plan
            assert {node.id for node in plan.walk()} == set(plan.nodes)
            fields = ((node, name) for node in plan.nodes.values() for name in ("lead_agencies", "alignment"))
            assert all(link in plan.nodes for node, name in fields for link in node.links(name))

    def teardown(self) -> None:
        """At the end everything leads back: each revision, and undo to the bottom."""
        if not hasattr(self, "editor"):
            return
        store = self.editor.file.store
        assert [revision for revision, _plan in self.kept] == list_revisions(self.editor)
        for revision, plan in self.kept:
            assert read_revision(self.editor, revision) == plan
        assert find_damage(store) == []
        last, steps = self.editor.plan, 0
        while self.editor.undo_label:
            self.editor.undo()
            steps += 1
        assert self.editor.plan == self.first == read_plan_at(store, 1)
        for _step in range(steps):
            self.editor.redo()
        assert self.editor.plan == last
        for revision, plan in self.kept:
            assert read_revision(self.editor, revision) == plan
        self.editor.close(publish=False)


class PlannersDeeds(WatchedEditor):
    """Edits, undo, redo, reopening and revisions, in any order."""

    # --- what a planner does -----------------------------------------------------------------------------

    @rule(number=PICK, language=st.sampled_from(("th", "en")), text=TEXTS, pause=PAUSES)
    def type_a_name(self, number: int, language: str, text: str, pause: int) -> None:
        self.clock.pass_seconds(pause)
        node = self.pick_with(number, "name")
        editing.set_text(self.editor, (node.id, "name", "th" if language == "th" else "en"), text)
        assert self.editor.plan.nodes[node.id].parts("name").get(language, "") == text

    @rule(number=PICK, letters=st.integers(2, 4))
    def type_letter_by_letter(self, number: int, letters: int) -> None:
        self.clock.pass_seconds(60)
        node, before = self.pick_with(number, "name"), self.editor.plan
        for letter in range(1, letters + 1):
            editing.set_text(self.editor, (node.id, "name", "th"), f"พิมพ์{'ก' * letter}")
            self.clock.pass_seconds(1)
        if node.text("name", "th") != "พิมพ์ก":
            after = self.editor.plan
            self.editor.undo()
            assert self.editor.plan == before
            self.editor.redo()
            assert self.editor.plan == after

    @rule(number=PICK, year_be=YEARS, source=SOURCES, typed=AMOUNTS)
    def type_an_amount(self, number: int, year_be: int, source: str, typed: str) -> None:
        node = self.pick_with(number, "budget")
        place = (node.id, "budget", f"{year_be}:{source}")
        entering.enter_value(self.editor, place, typed)
        shown = entering.shown_value(self.editor.plan, place, "th")
        entering.enter_value(self.editor, place, shown)
        assert entering.shown_value(self.editor.plan, place, "th") == shown

    @rule(number=PICK, day=DAYS)
    def choose_a_day(self, number: int, day: date | None) -> None:
        editing.set_part(self.editor, (self.pick_with(number, "start_on").id, "start_on", ""), day)

    @rule(number=PICK, year_be=YEARS, value=st.none() | st.integers(-5, 500).map(Decimal))
    def set_a_target(self, number: int, year_be: int, value: Decimal | None) -> None:
        indicator = self.pick(number, lambda node: node.kind == "indicator")
        editing.set_part(self.editor, (indicator.id, "target", str(year_be)), value)

    @rule(number=PICK, choices=st.lists(PICK, max_size=3))
    def name_agencies(self, number: int, choices: list[int]) -> None:
        node = self.pick_with(number, "lead_agencies")
        agencies = [self.pick(target, lambda one: one.kind == "agency").id for target in choices]
        editing.set_links(self.editor, node.id, "lead_agencies", agencies)
        assert list(self.editor.plan.nodes[node.id].links("lead_agencies")) == list(dict.fromkeys(agencies))

    @rule(number=PICK, choice=PICK)
    def add(self, number: int, choice: int) -> None:
        plan = self.editor.plan
        parent = self.pick(number, lambda node: bool(plan.kind_of(node.id).children))
        kinds = [kind for kind in plan.kind_of(parent.id).children if editing.can_add(plan, parent.id, kind)]
        assume(kinds)
        added = editing.add_node(self.editor, parent.id, kinds[choice % len(kinds)])
        assert self.editor.plan.nodes[added].parent_id == parent.id

    @rule(number=PICK)
    def remove(self, number: int) -> None:
        going = self.pick(number, lambda node: node.parent_id is not None)
        branch = {node.id for node in self.editor.plan.walk(going.id)}
        editing.remove_node(self.editor, going.id)
        assert not branch & self.editor.plan.nodes.keys()

    @rule(number=PICK, to=PICK)
    def move(self, number: int, to: int) -> None:
        node, before = self.pick(number, lambda one: one.parent_id is not None), self.editor.plan
        parent = self.pick(to, lambda one: before.template.can_contain(one.kind, node.kind))
        try:
            editing.move_node(self.editor, node.id, parent.id)
        except UserError:
            assert self.editor.plan == before

    @rule(number=PICK, up=st.booleans())
    def swap(self, number: int, up: bool) -> None:
        node = self.pick(number, lambda one: one.parent_id is not None)
        (editing.move_up if up else editing.move_down)(self.editor, node.id)

    # --- undo, restart, revisions ------------------------------------------------------------------------

    @precondition(lambda self: self.editor.undo_label)
    @rule()
    def undo_and_think_better(self) -> None:
        before = self.editor.plan
        self.editor.undo()
        self.editor.redo()
        assert self.editor.plan == before

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _time in range(times):
            self.editor.undo()

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _time in range(times):
            self.editor.redo()

    @rule(is_published=st.booleans())
    def reopen(self, is_published: bool) -> None:
        before, labels = self.editor.plan, (self.editor.undo_label, self.editor.redo_label)
        has_work = not self.editor.file.is_published
        self.editor.close(publish=is_published)
        if is_published:
            assert check_plan_file(self.path).is_sound
        assert any(left.path == self.path for left in list_forgotten()) == (has_work and not is_published)
        file = PlanFile.open(self.path)
        assert file.notice is None
        self.follow(PlanEditor(file, "สมหญิง", self.clock))
        assert self.editor.plan == before
        assert (self.editor.undo_label, self.editor.redo_label) == labels

    @rule(label=st.sampled_from(("", "ร่างที่ 3")))
    def keep(self, label: str) -> None:
        kept = take_revision(self.editor, "ก่อนประชุม", label)
        self.kept.append((kept, self.editor.plan))


@pytest.mark.parametrize(("examples", "steps"), [(10, 10), (6, 40)])
def test_no_order_of_deeds_breaks_a_plan(tmp_path: Path, examples: int, steps: int) -> None:
    machine = type("Deeds", (PlannersDeeds,), {"folder": tmp_path})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
