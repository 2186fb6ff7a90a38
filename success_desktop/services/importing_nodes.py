"""New nodes while an import is being prepared: named and placed in the end, all at once."""

from collections.abc import Callable, Iterable, Mapping

from success_desktop.domain.edits import AddNode, Edit, SetValue, usual_room
from success_desktop.domain.order import spread_positions
from success_desktop.domain.plan import Plan
from success_desktop.domain.thai_search import search_key
from success_desktop.domain.values import Parts
from success_desktop.i18n import LANGUAGES, Language
from success_desktop.services.importing_preview import NewNode


def name_key(name: str) -> str:
    """What names are compared by: their letters, whatever the spaces and the spelling of marks."""
    return "".join(search_key(name).split())


class NewBranches:
    """The nodes that an import adds to a plan, parents before children, each behind its like under its parent."""

    def __init__(self, plan: Plan, language: Language, make_id: Callable[[], str]) -> None:
        self.plan = plan
        self._language = language
        self._make_id = make_id
        self._nodes: list[tuple[NewNode, Mapping[str, Parts]]] = []

    def add(self, kind: str, parent_id: str, fields: Mapping[str, Parts]) -> str:
        """Add a node with its fields; its id."""
        name = str(fields.get("name", {}).get(self._language, ""))
        node = NewNode(self._make_id(), kind, name, parent_id)
        self._nodes.append((node, fields))
        return node.node_id

    def add_named(self, kind: str, parent_id: str, name: str) -> str:
        """Add a node of which only the name is known; its id."""
        return self.add(kind, parent_id, {"name": {self._language: name}})

    def nodes_of(self, kinds: Iterable[str]) -> tuple[NewNode, ...]:
        """The new nodes of some kinds, in the order in which they came."""
        wanted = frozenset(kinds)
        return tuple(node for node, _fields in self._nodes if node.kind in wanted)

    def edits(self) -> tuple[Edit, ...]:
        """The edits that make them."""
        positions = self._spread()
        added = [
            AddNode(node.node_id, node.kind, node.parent_id, positions[node.node_id])
            for node, _fields in self._nodes
        ]
        values = [
            SetValue(node.node_id, field, part, None, atom)
            for node, fields in self._nodes
            for field, parts in fields.items()
            for part, atom in parts.items()
        ]
        return (*added, *values)

    def _spread(self) -> dict[str, str]:
        """The position of every new node: behind its like, in the template's order of kinds."""
        families: dict[str, dict[str, list[str]]] = {}
        for node, _fields in self._nodes:
            families.setdefault(node.parent_id, {}).setdefault(node.kind, []).append(node.node_id)
        positions: dict[str, str] = {}
        for parent_id, family in families.items():
            last: str | None = None
            for kind in sorted(family, key=self._rank_under(parent_id)):
                before, after = self._room(parent_id, kind)
                before = max(filter(None, (before, last)), default=None)
                places = spread_positions(len(family[kind]), before, after)
                positions.update(zip(family[kind], places, strict=True))
                last = places[-1]
        return positions

    def _room(self, parent_id: str, kind: str) -> tuple[str | None, str | None]:
        return usual_room(self.plan, parent_id, kind) if parent_id in self.plan.nodes else (None, None)

    def _rank_under(self, parent_id: str) -> Callable[[str], int]:
        """The order of kinds among the children of a node of the plan; new nodes have children as they come."""
        kinds = self.plan.kind_of(parent_id).children if parent_id in self.plan.nodes else ()
        return lambda kind: kinds.index(kind) if kind in kinds else len(kinds)


class Agencies:
    """Finds agencies by the text of a cell; what is unknown is added to the plan's register of agencies."""

    def __init__(self, branches: NewBranches, kind: str) -> None:
        self._branches = branches
        self._kind = kind
        plan = branches.plan
        self._register_id = ""
        self._register_kind = register_kind(plan, kind)
        self._known: dict[str, str] = {}
        for node in plan.walk():
            if node.kind == self._register_kind and not self._register_id:
                self._register_id = node.id
            if node.kind == kind:
                for field in ("name", "short_name"):
                    for language in LANGUAGES:
                        self._known.setdefault(name_key(node.text(field, language)), node.id)
        self._known.pop("", None)
        self._pieces = dict(self._known)

    def ids_of(self, text: str) -> tuple[str, ...]:
        """The agencies that a cell names: one, unless it lists by comma, semicolon or line agencies of the plan."""
        key = name_key(text)
        if key not in self._known:
            pieces = [
                name_key(piece)
                for line in text.split("\n")
                for part in line.split(";")
                for piece in part.split(",")
            ]
            ids = [self._pieces.get(piece, "") for piece in pieces if piece]
            if ids and all(ids):
                return tuple(dict.fromkeys(ids))
            self._known[key] = self._branches.add_named(self._kind, self._register(), text)
        return (self._known[key],)

    def _register(self) -> str:
        if not self._register_id:
            self._register_id = self._branches.add(self._register_kind, self._branches.plan.root_id, {})
        return self._register_id


def register_kind(plan: Plan, kind: str) -> str:
    """The kind of the register that holds nodes of `kind` and stands right under the plan; "" when there is none."""
    template = plan.template
    return next(
        (name for name in template.kind(plan.root.kind).children if template.can_contain(name, kind)), ""
    )
