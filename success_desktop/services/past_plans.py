"""Plans of the past that were read last: people step back and forth, and from one revision it is not far to the next."""

from success_desktop.domain.plan import Plan
from success_desktop.store.rewinding import Moment

_KEPT = 4
"""So many are remembered: two that are compared, and two to step to. Each of a large plan takes some 2 MB besides."""


class PastPlans:
    """Some plans as they were at revisions, each with the transaction it stood at. What has been cannot become stale."""

    def __init__(self) -> None:
        self._plans: dict[int, Plan] = {}

    def remember(self, number: int, plan: Plan) -> None:
        """Keep a plan as it was after transaction `number`, which must not lie behind the newest revision."""
        self._plans.pop(number, None)
        self._plans[number] = plan
        if len(self._plans) > _KEPT:
            del self._plans[next(iter(self._plans))]

    def nearest(self, number: int, present: Moment | None) -> Moment | None:
        """The plan nearest to transaction `number`, the present among them; None when there is none."""
        known = [Moment(plan, at) for at, plan in self._plans.items()]
        return min(
            [*([present] if present else []), *known],
            key=lambda moment: abs(moment.number - number),
            default=None,
        )
