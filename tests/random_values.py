"""Values at random that a field of a template may hold, whatever its type; texts and links are not among them."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from random import Random

from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import FieldSpec
from success_desktop.domain.values import SINGLE_MONEY, Atom, money_part

_PARTS: dict[str, Callable[[Plan, Random], str]] = {
    "word": lambda _plan, _rng: "",
    "choice": lambda _plan, _rng: "",
    "number": lambda _plan, _rng: "",
    "fiscal_year": lambda _plan, _rng: "",
    "date": lambda _plan, _rng: "",
    "money": lambda _plan, _rng: SINGLE_MONEY,
    "yearly_number": lambda plan, rng: str(rng.choice(plan.years())),
    "yearly_money": lambda plan, rng: money_part(
        rng.choice(plan.years()), rng.choice(list(plan.template.sources))
    ),
}
_ATOMS: dict[str, Callable[[FieldSpec, Random], Atom]] = {
    "word": lambda _spec, rng: rng.choice(("ผ.01", "A-17", "ก ข")),
    "choice": lambda spec, rng: rng.choice(list(spec.options)),
    "number": lambda _spec, rng: Decimal(rng.randint(-10, 9999)) / 4,
    "fiscal_year": lambda _spec, rng: Decimal(rng.randint(2560, 2580)),
    "date": lambda _spec, rng: date.fromordinal(rng.randint(738000, 740000)),
    "money": lambda _spec, rng: Decimal(rng.randint(0, 10**8)) / 100,
    "yearly_number": lambda _spec, rng: Decimal(rng.randint(0, 5000)) / 2,
    "yearly_money": lambda _spec, rng: Decimal(rng.randint(0, 9000) * 1000),
}

VALUE_TYPES = tuple(_PARTS)
"""The types of fields that values are made for."""


def random_value(plan: Plan, spec: FieldSpec, rng: Random) -> tuple[str, Atom]:
    """A part of a field and what may stand there; the years are those of the plan."""
    return _PARTS[spec.type](plan, rng), _ATOMS[spec.type](spec, rng)
