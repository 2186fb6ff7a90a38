"""Growing nodes from seeds: the descriptions in templates and samples become edits that add the nodes to a plan."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import cast

from success_desktop.domain.edits import AddNode, Edit, SetValue
from success_desktop.domain.order import position_between, spread_positions
from success_desktop.domain.schema import FieldSpec, Seed, Template
from success_desktop.domain.values import SINGLE_MONEY, Atom, money_part


def sow_plan(template: Template, root: Seed, make_id: Callable[[], str]) -> tuple[Edit, ...]:
    """The edits that make an empty plan into the one that the seed `root` (of kind "plan") describes.

    Raises ValueError when a seed names a kind, field, option or key that does not exist: samples ship with the program,
    and the seeds of templates have been looked through (`find_mistakes`).
    """
    sower = _Sower(template, make_id)
    sower.plant(root, None, position_between(None, None))
    return (*sower.nodes, *sower.values())


class _Sower:
    """Gives every seed an id first, so that references may point ahead."""

    def __init__(self, template: Template, make_id: Callable[[], str]) -> None:
        self.nodes: list[Edit] = []
        self._template = template
        self._make_id = make_id
        self._ids: dict[str, str] = {}
        self._planted: list[tuple[str, Seed]] = []

    def plant(self, seed: Seed, parent_id: str | None, position: str) -> None:
        if seed.kind not in self._template.kinds:
            raise ValueError(f"the template {self._template.id} has no kind {seed.kind!r}")
        node_id = self._make_id()
        if seed.key:
            self._ids[seed.key] = node_id
        self.nodes.append(AddNode(node_id, seed.kind, parent_id, position))
        self._planted.append((node_id, seed))
        for child, place in zip(seed.children, spread_positions(len(seed.children)), strict=True):
            self.plant(child, node_id, place)

    def values(self) -> Iterator[Edit]:
        for node_id, seed in self._planted:
            specs = self._template.kind(seed.kind).fields
            for field, raw in seed.fields.items():
                if field not in specs:
                    raise ValueError(f"{seed.kind} has no field {field!r}")
                for part, atom in self._parts(specs[field], raw).items():
                    yield SetValue(node_id, field, part, None, atom)

    def _parts(self, spec: FieldSpec, raw: object) -> Mapping[str, Atom]:
        if spec.type == "reference":
            keys = cast(Sequence[str], raw if isinstance(raw, list) else [raw])
            places = spread_positions(len(keys))
            return {self._id_of(key): place for key, place in zip(keys, places, strict=True)}
        if spec.type == "choice" and raw not in spec.options:
            raise ValueError(f"no option is called {raw!r}")
        return seed_parts(spec, raw)

    def _id_of(self, key: str) -> str:
        if key not in self._ids:
            raise ValueError(f"no seed has the key {key!r}")
        return self._ids[key]


def find_mistakes(template: Template) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What is wrong with the seeds that a template starts a plan with: where it is written, and what it is."""
    keys = {seed.key for seed in _all_seeds(template.start)}
    waiting: list[tuple[tuple[str | int, ...], str, Seed]] = [
        (("start", place), "plan", seed) for place, seed in enumerate(template.start)
    ]
    while waiting:
        path, parent_kind, seed = waiting.pop(0)
        if not template.can_contain(parent_kind, seed.kind):
            yield (*path, "kind"), f"{seed.kind!r} cannot be placed under {parent_kind!r}"
            continue
        for name, raw in seed.fields.items():
            if problem := _field_problem(template.kind(seed.kind).fields.get(name), raw, keys):
                yield (*path, "fields", name), problem
        for place, child in enumerate(seed.children):
            waiting.append(((*path, "children", place), seed.kind, child))


def _all_seeds(seeds: Sequence[Seed]) -> Iterator[Seed]:
    for seed in seeds:
        yield seed
        yield from _all_seeds(seed.children)


def _field_problem(spec: FieldSpec | None, raw: object, keys: Container[str]) -> str:
    """What is wrong with a seed's field, "" for nothing."""
    if spec is None:
        return "there is no such field"
    if spec.type == "reference":
        wanted = cast(Sequence[str], raw if isinstance(raw, list) else [raw])
        return next((f"no seed has the key {key!r}" for key in wanted if key not in keys), "")
    if spec.type == "choice" and raw not in spec.options:
        return f"no option is called {raw!r}"
    try:
        seed_parts(spec, raw)
    except (AttributeError, TypeError, ValueError, ArithmeticError):
        return f"{raw!r} is no value of the type {spec.type!r}"
    return ""


def seed_parts(spec: FieldSpec, raw: object) -> Mapping[str, Atom]:
    """The parts of a field from the plain value that a seed gives (see Seed); references excepted."""
    if spec.type == "text":
        texts = cast(Mapping[str, str], raw)
        return {language: text.strip() for language, text in texts.items() if text.strip()}
    if spec.type == "yearly_money":
        years = cast(Mapping[int, Mapping[str, object]], raw)
        return {
            money_part(year_be, source): Decimal(str(baht))
            for year_be, amounts in years.items()
            for source, baht in amounts.items()
        }
    if spec.type == "yearly_number":
        return {str(year): Decimal(str(number)) for year, number in cast(Mapping[int, object], raw).items()}
    if spec.type in ("number", "fiscal_year"):
        return {"": Decimal(str(raw))}
    if spec.type == "money":
        return {SINGLE_MONEY: Decimal(str(raw))}
    if spec.type == "date":
        return {"": raw if isinstance(raw, date) else date.fromisoformat(str(raw))}
    return {"": str(raw)}
