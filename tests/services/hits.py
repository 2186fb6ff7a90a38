"""Every hit of a search at once."""

from collections.abc import Iterator
from itertools import chain

from success_desktop.domain.plan import Plan
from success_desktop.services.finding import Hit, SearchIndex, Wanted, look_through


def find_hits(plan: Plan, wanted: Wanted, index: SearchIndex) -> Iterator[Hit]:
    """Every passage that holds what is wanted, in the plan's order."""
    return chain.from_iterable(look_through(plan, wanted, index))
