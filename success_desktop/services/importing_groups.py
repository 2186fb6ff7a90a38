"""Which group of the plan a row of a file belongs under: the file's levels are laid over the template's."""

from collections.abc import Sequence
from itertools import combinations

from success_desktop.documents.tables_in_groups import group_key, level_of
from success_desktop.documents.tables_in_rows import Groups
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import FormSpec, Template
from success_desktop.errors import UserError
from success_desktop.i18n import LANGUAGES, N_
from success_desktop.services.importing_nodes import NewBranches

OFFICIAL_FORM = "p02"
"""ผ.02, the official list of projects: every template with projects can take its rows."""


def project_form(template: Template, wanted: str) -> FormSpec:
    """The form whose rows are projects under groups: the one called `wanted`; the first for "p02", whatever its name.

    Raises UserError when the template has none, or none of that name.
    """
    forms = {name: form for name, form in template.forms.items() if form.rows == "project" and form.groups}
    if not forms:
        raise UserError(
            N_("This kind of plan has no list of projects to import into."),
            advice=N_("Open or make a plan of a kind that lists projects."),
        )
    if wanted not in forms and wanted != OFFICIAL_FORM:
        raise UserError(
            N_("This kind of plan has no form “{form}” with groups of projects."),
            advice=N_("Use one of: {known}"),
            form=wanted,
            known=", ".join(dict.fromkeys((OFFICIAL_FORM, *forms))),
        )
    return forms.get(wanted) or next(iter(forms.values()))


def kinds_below(plan: Plan, node_id: str, form: FormSpec) -> tuple[str, ...]:
    """The kinds of groups between a node and the projects to go below it. Raises UserError when none can."""
    kind = plan.nodes[node_id].kind
    for place, group in enumerate(form.groups):
        if plan.template.can_contain(kind, group):
            return form.groups[place:]
    if plan.template.can_contain(kind, form.rows):
        return ()
    raise UserError(
        N_("Projects cannot be placed under “{name}”."),
        advice=N_("Choose the plan itself or one of its groups of projects."),
        name=plan.nodes[node_id].text("name", "th") or plan.kind_of(node_id).name.th,
    )


def lay_levels(template: Template, kinds: Sequence[str], levels: Sequence[str]) -> tuple[str, ...]:
    """For each kind of group the file's level that fills it, "" for none.

    Order is kept, levels that mean the same as a kind (กลยุทธ์, tactic) come together first, the rest from the bottom up.
    """
    meanings = [level_of(template.kind(kind).name.th) for kind in kinds]
    count = min(len(kinds), len(levels))
    best: tuple[int, tuple[int, ...], tuple[int, ...]] = (-1, (), ())
    for slots in combinations(range(len(kinds)), count):
        for chosen in combinations(range(len(levels)), count):
            likeness = sum(meanings[slot] == levels[place] for slot, place in zip(slots, chosen, strict=True))
            best = max(best, (likeness, slots, chosen))
    laid = dict(zip(best[1], best[2], strict=True))
    return tuple(levels[laid[slot]] if slot in laid else "" for slot in range(len(kinds)))


class GroupFinder:
    """Finds the group for a row by names, and adds what is missing.

    `top` is the id of the node on top and the title of the file; `kinds` are the kinds of groups below that node, `levels`
    the file's levels that fill them (see lay_levels). A kind that the file says nothing of is named like the group above
    it, the highest like the file.
    """

    def __init__(
        self, branches: NewBranches, top: tuple[str, str], kinds: Sequence[str], levels: Sequence[str]
    ) -> None:
        self._branches = branches
        self._top_id, self._title = top
        self._kinds = kinds
        self._levels = levels
        self._children: dict[tuple[str, str], dict[str, str]] = {}
        self._keys: dict[tuple[str, str], str] = {}

    def find(self, groups: Groups) -> str | None:
        """The node that the projects of these groups go under; None when it is not there yet."""
        node_id: str | None = self._top_id
        for kind, level, name in self._steps(groups):
            if node_id is not None:
                node_id = self._family(node_id, kind, level).get(self._key(level, name))
        return node_id

    def find_or_add(self, groups: Groups) -> str:
        """The node that the projects of these groups go under, made with all above it that is missing."""
        node_id = self._top_id
        for kind, level, name in self._steps(groups):
            family, key = self._family(node_id, kind, level), self._key(level, name)
            if key not in family:
                family[key] = self._branches.add_named(kind, node_id, name)
            node_id = family[key]
        return node_id

    def _steps(self, groups: Groups) -> list[tuple[str, str, str]]:
        """Kind, file's level and name of each group from the top down."""
        names = {group.level: group.name for group in groups}
        steps: list[tuple[str, str, str]] = []
        name = self._title
        for kind, level in zip(self._kinds, self._levels, strict=True):
            name = names.get(level, name)
            steps.append((kind, level, name))
        return steps

    def _key(self, level: str, name: str) -> str:
        """The key of a group's name, remembered: rows of one group come in hundreds."""
        if (level, name) not in self._keys:
            self._keys[level, name] = group_key(level, name)
        return self._keys[level, name]

    def _family(self, parent_id: str, kind: str, level: str) -> dict[str, str]:
        """The children of one kind under a parent, old and new, by the key of their names."""
        if (parent_id, kind) not in self._children:
            plan = self._branches.plan
            family: dict[str, str] = {}
            for child_id in plan.children.get(parent_id, ()):
                node = plan.nodes[child_id]
                for language in LANGUAGES:
                    if node.kind == kind and (name := node.text("name", language)):
                        family.setdefault(group_key(level, name), child_id)
            self._children[parent_id, kind] = family
        return self._children[parent_id, kind]
