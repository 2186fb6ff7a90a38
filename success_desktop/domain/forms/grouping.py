"""The groups of a form's rows: which nodes or fields of a plan stand for the form set's levels, in printed order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from success_desktop.domain.forms.form_set import LevelSpec
from success_desktop.domain.forms.resolved import FormGroup, Texts
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.schema import FieldSpec, Wording
from success_desktop.i18n import LANGUAGES, Language

_LAST = 10**9


@dataclass(frozen=True, slots=True)
class _Player:
    """What stands for a level of one row: a node above it, or a value of a field of it. `rank` sorts values."""

    key: str
    texts: Texts
    node_id: str = ""
    rank: int = _LAST


_NOBODY = _Player("", {})


class Grouping:
    """The groups of the rows of one form.

    `levels` are those of `names` that any row has, outermost first. `rows` are the nodes in printed order: that of the plan,
    but rows of one value stand together where a field makes a level, in the order of its options.
    """

    def __init__(self, plan: Plan, specs: Sequence[tuple[str, LevelSpec]], nodes: Sequence[Node]) -> None:
        self._plan = plan
        self._above: dict[str, dict[str, Node]] = {}
        self._nodes: dict[str, _Player] = {}
        self._options: dict[tuple[str, str, str], _Player] = {}
        players = {node.id: [self._player(spec, node) for _name, spec in specs] for node in nodes}
        kept = [place for place in range(len(specs)) if any(row[place].key for row in players.values())]
        self.levels = tuple(specs[place][0] for place in kept)
        self._specs = [specs[place][1] for place in kept]
        self._players = {node_id: tuple(row[place] for place in kept) for node_id, row in players.items()}
        self.rows = self._sort(nodes)
        self._numbers = self._count_nodes()
        self._groups: dict[tuple[str, ...], FormGroup] = {}
        self._counts: dict[tuple[tuple[str, ...], int], int] = {}
        self._chains = {node.id: self._chain(node) for node in self.rows}

    def groups_of(self, node_id: str) -> tuple[FormGroup, ...]:
        """The groups of a row, outermost first; the same objects for rows of the same groups."""
        return self._chains[node_id]

    def _player(self, spec: LevelSpec, node: Node) -> _Player:
        above = self._kinds_above(node)
        for kind in spec.kinds:
            if kind in above:
                return self._stand_for(above[kind])
        known = self._plan.template.kind(node.kind).fields
        for field in spec.fields:
            if (
                field in known
                and node.parts(field)
                and (player := self._value(node, field, known[field])).key
            ):
                return player
        return _NOBODY

    def _kinds_above(self, node: Node) -> dict[str, Node]:
        """The nodes above a row by kind, the nearest of each; the same for all rows side by side."""
        parent_id = node.parent_id or ""
        if parent_id not in self._above:
            ancestors = self._plan.ancestors(node.id)
            self._above[parent_id] = {ancestor.kind: ancestor for ancestor in reversed(ancestors)}
        return self._above[parent_id]

    def _stand_for(self, node: Node) -> _Player:
        if node.id not in self._nodes:
            self._nodes[node.id] = _Player(node.id, name_of(self._plan, node), node.id)
        return self._nodes[node.id]

    def _value(self, node: Node, field: str, spec: FieldSpec) -> _Player:
        """The value of a field of a row as a group: the chosen option, the first node referred to, or a text."""
        if spec.type == "choice":
            return self._option(node.kind, field, node.word(field))
        if spec.type == "reference":
            target = self._plan.nodes[node.links(field)[0]]
            return _Player(target.id, name_of(self._plan, target))
        texts = texts_of(node, field)
        return _Player(" ".join(next(iter(texts.values()), "").split()), texts)

    def _option(self, kind: str, field: str, word: str) -> _Player:
        found = self._options.get((kind, field, word))
        if found is None:
            options = self._plan.template.field(kind, field).options
            places = list(options)
            rank = places.index(word) if word in options else len(places)
            texts = in_both(options[word]) if word in options else dict.fromkeys(LANGUAGES, word)
            found = self._options[kind, field, word] = _Player(word, texts, rank=rank)
        return found

    def _sort(self, nodes: Sequence[Node]) -> tuple[Node, ...]:
        """Rows by their groups, each level by rank, else by where the group first occurs; without a group last."""
        first: dict[tuple[int, str], int] = {}
        for place, node in enumerate(nodes):
            for depth, player in enumerate(self._players[node.id]):
                first.setdefault((depth, player.key), place)

        def order(node: Node) -> list[tuple[bool, int, int]]:
            return [
                (not player.key, player.rank, first[depth, player.key])
                for depth, player in enumerate(self._players[node.id])
            ]

        return tuple(sorted(nodes, key=order))

    def _count_nodes(self) -> dict[str, int]:
        """The place of every node that can stand for a level among those of the same group around it, from 1.

        All of the plan count, with rows in the form or without: strategy 2 is strategy 2 in every form.
        """
        nodes = self._plan.nodes
        kinds = [
            {nodes[row[depth].node_id].kind for row in self._players.values() if row[depth].node_id}
            for depth in range(len(self.levels))
        ]
        counts: dict[tuple[int, str], int] = {}
        around: dict[str, list[str]] = {}
        numbers: dict[str, int] = {}
        for node in self._plan.walk():
            chain = list(around.get(node.parent_id or "", [""] * len(kinds)))
            for depth, playing in enumerate(kinds):
                if node.kind in playing:
                    outer = next((held for held in reversed(chain[:depth]) if held), "")
                    counts[depth, outer] = numbers[node.id] = counts.get((depth, outer), 0) + 1
                    chain[depth] = node.id
            around[node.id] = chain
        return numbers

    def _chain(self, node: Node) -> tuple[FormGroup, ...]:
        chain: list[FormGroup] = []
        for depth, player in enumerate(self._players[node.id]):
            parent = chain[-1] if chain else None
            key = (*(parent.key if parent else ()), player.key)
            if key not in self._groups:
                self._groups[key] = self._group(depth, player, parent)
            chain.append(self._groups[key])
        return tuple(chain)

    def _group(self, depth: int, player: _Player, parent: FormGroup | None) -> FormGroup:
        spec, outer = self._specs[depth], parent.key if parent else ()
        key = (*outer, player.key)
        if not player.key:
            return FormGroup(self.levels[depth], depth, key, "", "", NO_LABEL, in_both(spec.missing))
        place = self._numbers.get(player.node_id, 0)
        if not player.node_id:
            place = self._counts[outer, depth] = self._counts.get((outer, depth), 0) + 1
        number = spec.number.replace("{parent}", parent.number if parent else "")
        number = number.replace("{n}", str(place)).lstrip(".")
        label = label_before(player.texts, spec.label, spec.word, number)
        return FormGroup(self.levels[depth], depth, key, player.node_id, number, label, player.texts)


NO_LABEL = Wording(th="", en="")


def name_of(plan: Plan, node: Node) -> Texts:
    """What a node is called, in the languages that it has a name in."""
    field = plan.template.kind(node.kind).naming_field()
    return texts_of(node, field) if field else {}


def texts_of(node: Node, field: str) -> dict[Language, str]:
    """A text field in the languages that it is written in."""
    return {language: text for language in LANGUAGES if (text := node.text(field, language))}


def in_both(wording: Wording) -> dict[Language, str]:
    """A wording as texts; blank ones are left out."""
    return {language: text for language in LANGUAGES if (text := wording.spoken(language))}


def join_lines(texts: Iterable[Texts]) -> Texts:
    """Several texts below each other, each once, by language."""
    lines: dict[Language, dict[str, None]] = {language: {} for language in LANGUAGES}
    for text in texts:
        for language, words in text.items():
            lines[language][words] = None
    return {language: "\n".join(known) for language, known in lines.items() if known}


def label_before(texts: Texts, label: Wording, word: Wording, number: str = "") -> Wording:
    """What stands before a text: the label with its ``{number}``, then the word, unless the text begins with that."""
    labels: dict[str, str] = {}
    for language in LANGUAGES:
        numbered = label.spoken(language).replace("{number}", number)
        opening = word.spoken(language)
        is_said = texts.get(language, "").casefold().startswith(opening.casefold())
        labels[language] = numbered if is_said else f"{numbered} {opening}".strip()
    return Wording(**labels)
