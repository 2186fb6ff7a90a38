"""Plans edited at random, the way planners edit: every kind of edit, always allowed by the template, on real Thai text.

    plan = sample_plan()
    edits = random_edits(plan, Random(7), 12)
    edited = apply(plan, edits)

The same seed makes the same edits in every run. A deed is what one action of a person would do, so it may be several edits.
"""

import functools
from collections.abc import Callable, Iterator, Sequence
from random import Random

from success_desktop.domain.edits import (
    AddNode,
    Edit,
    MoveNode,
    SetValue,
    apply,
    place_among,
    remove_branch,
    set_value,
)
from success_desktop.domain.order import spread_positions
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.schema import FieldSpec
from success_desktop.domain.seeds import sow_plan
from success_desktop.domain.thai_clusters import clusters
from success_desktop.domain.thai_words import words
from success_desktop.i18n import LANGUAGES, Language
from success_desktop.services.library import read_sample
from tests.plans import counted_ids
from tests.random_values import VALUE_TYPES, random_value

PHRASES = (
    "และลุ่มน้ำ",
    "ฟื้นระบบนิเวศป่าสาคู",
    "ร่วมกับผู้สูงอายุและเด็ก ",
    "โครงการก่อสร้างถนนคอนกรีตเสริมเหล็ก หมู่ที่ ๔ ",
    "พ.ศ. 2568–2570",
    " (ร้อยละ 80)",
    "น้ำท่วมซ้ำซาก\n",
    "ขุดลอกคลองสายหลัก",
    " the canal communities ",
    "“เมืองตัวอย่าง”",
    "เพื่อ",
    "🌊",
)
MARKS = "\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e48\u0e49\u0e4c\u0e31"

Deed = Callable[[Plan, Random], Sequence[Edit]]


@functools.cache
def sample_plan() -> Plan:
    """The sample plan “เมืองตัวอย่าง”, with ids counted in the order of the tree."""
    template, root = read_sample()
    return apply(Plan(template, {}, {}), sow_plan(template, root, counted_ids()))


def random_edits(plan: Plan, rng: Random, count: int = 1) -> tuple[Edit, ...]:
    """The edits of `count` deeds done to a plan one after the other; they fit it in this order."""
    return tuple(edit for deed in random_deeds(plan, rng, count) for edit in deed)


def random_deeds(plan: Plan, rng: Random, count: int) -> Iterator[tuple[Edit, ...]]:
    """`count` deeds one after the other, each as its edits: what would be one step of undo."""
    done = 0
    while done < count:
        deed = rng.choices(list(_DEEDS), list(_DEEDS.values()))[0]
        edits = tuple(deed(plan, rng))
        if edits:
            done += 1
            plan = apply(plan, edits)
            yield edits


def random_pair(plan: Plan, seed: int, most: int = 12) -> tuple[Plan, Plan]:
    """Two states of a plan, each some deeds away from it: what two revisions, or two copies, may look like."""
    rng = Random(seed)
    old = apply(plan, random_edits(plan, rng, rng.randint(0, most)))
    if rng.random() < 0.5:
        return old, apply(old, random_edits(old, rng, rng.randint(0, most)))
    return old, apply(plan, random_edits(plan, rng, rng.randint(0, most)))


def random_wording(text: str, rng: Random) -> str:
    """Another wording of a text: words or clusters put in, left out, replaced, exchanged, or one mark altered."""
    pieces = clusters(text) if rng.random() < 0.3 else words(text)
    for _ in range(rng.randint(1, 3)):
        place = rng.randint(0, len(pieces))
        change = rng.randrange(6)
        if change == 0 or not pieces:
            pieces.insert(place, rng.choice(PHRASES))
        elif change == 1:
            del pieces[place : place + rng.randint(1, 4)]
        elif change == 2:
            pieces[place : place + rng.randint(1, 3)] = [rng.choice(PHRASES)]
        elif change == 3:
            pieces[place : place + 1] = [_other_mark(piece, rng) for piece in pieces[place : place + 1]]
        elif change == 4:
            pieces.insert(place, "\n")
        else:
            pieces[place : place + 4] = reversed(pieces[place : place + 4])
    return "".join(pieces)


def _other_mark(piece: str, rng: Random) -> str:
    """A word with one mark more, fewer or otherwise: the smallest slip and the smallest correction."""
    places = [place for place, letter in enumerate(piece) if letter in MARKS]
    if not places:
        return piece + rng.choice("กนง")
    place = rng.choice(places)
    mark = "" if rng.random() < 0.1 else rng.choice(MARKS)
    return piece[:place] + mark + piece[place + 1 :]


def _any_node(plan: Plan, rng: Random) -> Node:
    return plan.nodes[rng.choice(list(plan.nodes))]


def _any_field(plan: Plan, rng: Random, shapes: Sequence[str]) -> tuple[Node, str, FieldSpec]:
    """A node and one of its fields whose type is among `shapes`."""
    while True:
        node = _any_node(plan, rng)
        fields = [(name, spec) for name, spec in plan.kind_of(node.id).fields.items() if spec.type in shapes]
        if fields:
            return node, *rng.choice(fields)


def _rewrite(plan: Plan, rng: Random) -> Sequence[Edit]:
    node, field, spec = _any_field(plan, rng, ("text",))
    language: Language = "th" if rng.random() < 0.8 else "en"
    new = "" if rng.random() < 0.05 else random_wording(node.text(field, language), rng)
    return set_value(plan, node.id, field, language, new if spec.lines > 1 else new.replace("\n", " "))


def _rename(plan: Plan, rng: Random) -> Sequence[Edit]:
    node = _any_node(plan, rng)
    field = plan.kind_of(node.id).naming_field()
    if field is None:
        return ()
    wording = random_wording(node.text(field, "th"), rng).replace("\n", " ")
    return set_value(plan, node.id, field, rng.choice(LANGUAGES), wording)


def _revalue(plan: Plan, rng: Random) -> Sequence[Edit]:
    node, field, spec = _any_field(plan, rng, VALUE_TYPES)
    part, atom = random_value(plan, spec, rng)
    if spec.type == "fiscal_year" and node.id == plan.root_id:
        return ()
    return set_value(plan, node.id, field, part, None if rng.random() < 0.3 else atom)


def _relink(plan: Plan, rng: Random) -> Sequence[Edit]:
    node, field, spec = _any_field(plan, rng, ("reference",))
    targets = [other.id for other in plan.walk() if other.kind in spec.kinds]
    if not targets:
        return ()
    kept = list(node.links(field)) if spec.many else []
    wanted = dict.fromkeys(rng.sample([*kept, rng.choice(targets)], rng.randint(0, len(kept) + 1)))
    places = dict(zip(wanted, spread_positions(len(wanted)), strict=True))
    return [
        edit
        for target_id in dict.fromkeys((*node.parts(field), *places))
        for edit in set_value(plan, node.id, field, target_id, places.get(target_id))
    ]


def _add(plan: Plan, rng: Random) -> Sequence[Edit]:
    parent = _any_node(plan, rng)
    kinds = [
        kind
        for kind in plan.kind_of(parent.id).children
        if not plan.template.kind(kind).is_single
        or all(child.kind != kind for child in plan.children_of(parent.id))
    ]
    if not kinds:
        return ()
    kind = rng.choice(kinds)
    node_id = _fresh_id(rng)
    before = rng.choice([None, *plan.children.get(parent.id, ())])
    edits: list[Edit] = [AddNode(node_id, kind, parent.id, place_among(plan, parent.id, before))]
    field = plan.template.kind(kind).naming_field()
    if field is not None:
        edits.append(SetValue(node_id, field, "th", None, "โครงการ" + rng.choice(PHRASES).strip()))
    return edits


def _copy(plan: Plan, rng: Random) -> Sequence[Edit]:
    """A small branch appears once more behind itself, as copy and paste does it."""
    node = _any_node(plan, rng)
    branch = list(plan.walk(node.id))
    if node.parent_id is None or len(branch) > 12 or plan.kind_of(node.id).is_single:
        return ()
    ids = {below.id: _fresh_id(rng) for below in branch}
    edits: list[Edit] = []
    for below in branch:
        parent_id = ids.get(below.parent_id or "", node.parent_id)
        position = place_among(plan, node.parent_id) if below is node else below.position
        edits.append(AddNode(ids[below.id], below.kind, parent_id, position))
        edits.extend(
            SetValue(ids[below.id], field, part, None, atom)
            for field, parts in below.fields.items()
            for part, atom in parts.items()
        )
    return edits


def _remove(plan: Plan, rng: Random) -> Sequence[Edit]:
    node = _any_node(plan, rng)
    if node.parent_id is None or sum(1 for _below in plan.walk(node.id)) > len(plan.nodes) // 4:
        return ()
    return remove_branch(plan, node.id)


def _move(plan: Plan, rng: Random) -> Sequence[Edit]:
    """Under another parent, or to another place among the siblings."""
    node = _any_node(plan, rng)
    if node.parent_id is None:
        return ()
    parent_id = node.parent_id if rng.random() < 0.5 else rng.choice(_homes(plan, node))
    return _move_to(plan, node, parent_id, rng.choice([None, *plan.children.get(parent_id, ())]))


def _exchange(plan: Plan, rng: Random) -> Sequence[Edit]:
    """Two parents of one kind exchange some of their children: moves that cross."""
    one, other = _any_node(plan, rng), _any_node(plan, rng)
    nested = {above.id for node in (one, other) for above in plan.ancestors(node.id)} & {one.id, other.id}
    if one.kind != other.kind or one.id == other.id or nested:
        return ()
    edits: list[Edit] = []
    for source, goal in ((one, other), (other, one)):
        for child in plan.children_of(source.id)[:2]:
            edits.extend(_move_to(plan, child, goal.id, None))
    return edits


def _dissolve(plan: Plan, rng: Random) -> Sequence[Edit]:
    """A parent goes; its children are moved out before."""
    node = _any_node(plan, rng)
    children = plan.children_of(node.id)
    homes = [home for home in _homes(plan, children[0]) if home != node.id] if children else []
    if not homes or node.parent_id is None or len({child.kind for child in children}) > 1:
        return ()
    home = rng.choice(homes)
    if node.id in {above.id for above in plan.ancestors(home)}:
        return ()
    moves = [edit for child in children for edit in _move_to(plan, child, home, None)]
    return (*moves, *remove_branch(apply(plan, moves), node.id))


def _rebalance(plan: Plan, rng: Random) -> Sequence[Edit]:
    """Other positions for the same order: nothing that a reader sees."""
    node = _any_node(plan, rng)
    children = plan.children_of(node.id)
    places = spread_positions(len(children))
    return [
        MoveNode(child.id, node.id, child.position, node.id, place)
        for child, place in zip(children, places, strict=True)
        if child.position != place
    ]


def _homes(plan: Plan, node: Node) -> list[str]:
    """The nodes that `node` may be put under."""
    own = {below.id for below in plan.walk(node.id)}
    return [
        other.id
        for other in plan.nodes.values()
        if other.id not in own and plan.template.can_contain(other.kind, node.kind)
    ]


def _move_to(plan: Plan, node: Node, parent_id: str, before_id: str | None) -> Sequence[Edit]:
    position = place_among(plan, parent_id, before_id, moving_id=node.id)
    place = (parent_id, position)
    if before_id == node.id or place == (node.parent_id, node.position):
        return ()
    return (MoveNode(node.id, node.parent_id or "", node.position, *place),)


def _fresh_id(rng: Random) -> str:
    return f"N{rng.getrandbits(100):025X}"


_DEEDS: dict[Deed, int] = {
    _rewrite: 30,
    _rename: 6,
    _revalue: 16,
    _relink: 6,
    _add: 8,
    _copy: 3,
    _remove: 5,
    _move: 8,
    _exchange: 3,
    _dissolve: 3,
    _rebalance: 3,
}
