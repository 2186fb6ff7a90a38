"""The nodes that a reference field may name: which there are, and how a new one comes into its register."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from success_desktop.domain.edits import AddNode, Edit, SetValue, place_among
from success_desktop.domain.order import position_between
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.thai_search import search_key
from success_desktop.i18n import LANGUAGES, N_, Language
from success_desktop.ids import new_id
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.ui.tree.captions import caption_of, naming_field


class Candidate(NamedTuple):
    """A node that may be named, with what it is called and what it is found by."""

    node_id: str
    text: str
    key: str


def list_candidates(plan: Plan, kinds: Iterable[str], language: Language) -> list[Candidate]:
    """The nodes of some kinds, in the plan's order. They are found by their short texts in both languages."""
    wanted = set(kinds)
    return [
        Candidate(
            node.id, caption_of(plan, node.id, language).text, search_key(" ".join(_short_texts(plan, node)))
        )
        for node in plan.walk()
        if node.kind in wanted
    ]


def find_candidates(candidates: Iterable[Candidate], query: str) -> list[Candidate]:
    """Those that hold every word of the query, in whatever spelling."""
    words = search_key(query).split()
    return [candidate for candidate in candidates if all(word in candidate.key for word in words)]


def find_register(plan: Plan, kind: str) -> str | None:
    """The node under which nodes of a kind lie; None when the plan has none yet."""
    return next((node.id for node in plan.walk() if plan.template.can_contain(node.kind, kind)), None)


def can_create(plan: Plan, kind: str) -> bool:
    """Whether a node of a kind has a register to go into, or one can be made."""
    return find_register(plan, kind) is not None or _register_kind(plan, kind) is not None


def create_target(editor: PlanEditor, source: tuple[str, str], kind: str, name: tuple[Language, str]) -> str:
    """Make a node of `kind` called `name` in its register, and let the field `source` (node id, field) name it: one step.

    A field that names one node only names the new one instead. Returns the new node's id.
    """
    plan, node_id = editor.plan, new_id()
    edits: list[Edit] = []
    register_id = find_register(plan, kind)
    if register_id is None:
        register_id, adding = new_id(), _register_kind(plan, kind) or kind
        edits.append(AddNode(register_id, adding, plan.root_id, place_among(plan, plan.root_id)))
        position = position_between(None, None)
    else:
        position = place_among(plan, register_id)
    edits.append(AddNode(node_id, kind, register_id, position))
    field = naming_field(plan.template.kind(kind))
    language, text = name
    if field is not None and text.strip():
        edits.append(SetValue(node_id, field, language, None, text.strip()))
    edits.extend(_link(plan, source, node_id))
    editor.edit(N_("Add"), tuple(edits))
    return node_id


def _link(plan: Plan, source: tuple[str, str], target_id: str) -> Iterator[Edit]:
    source_id, field = source
    node = plan.nodes[source_id]
    places = {link: str(place) for link, place in node.parts(field).items()}
    if not plan.template.field(node.kind, field).many:
        yield from (SetValue(source_id, field, link, place, None) for link, place in places.items())
        places = {}
    last = max(places.values(), default=None)
    yield SetValue(source_id, field, target_id, None, position_between(last, None))


def _register_kind(plan: Plan, kind: str) -> str | None:
    """The kind of register, allowed under the plan itself, in which nodes of a kind lie."""
    kinds = plan.template.kind(plan.root.kind).children
    return next((register for register in kinds if plan.template.can_contain(register, kind)), None)


def _short_texts(plan: Plan, node: Node) -> Iterator[str]:
    specs = plan.kind_of(node.id).fields
    name = naming_field(plan.kind_of(node.id))
    for field, spec in specs.items():
        if spec.type == "text" and (spec.lines == 1 or field == name):
            yield from (node.text(field, language) for language in LANGUAGES)
