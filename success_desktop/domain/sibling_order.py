"""Which children of one parent have been moved among each other, told from two orders of them."""

from collections.abc import Container, Mapping, Sequence

Score = tuple[int, int]
"""How many siblings stay whose position is what it was, and how many stay in all."""


def moved_siblings(old: Sequence[str], new: Sequence[str], settled: Container[str] = ()) -> frozenset[str]:
    """The ids that have moved so that the order `old` became `new`; both hold the same ids.

    None of those `settled` has, whose positions are what they were: they stand in one order in both. Of the others, as few
    as possible.
    """
    if tuple(old) == tuple(new):
        return frozenset()
    places = {node_id: place for place, node_id in enumerate(old)}
    return frozenset(new) - _longest_run(new, places, settled)


def _longest_run(new: Sequence[str], places: Mapping[str, int], settled: Container[str]) -> frozenset[str]:
    """The longest choice from `new` whose places rise, found in n log n steps with a tree of best scores by place."""
    best = _BestBefore(len(new))
    previous: dict[str, str | None] = {}
    for node_id in new:
        (kept, count), before = best.up_to(places[node_id])
        previous[node_id] = before
        score = (kept + (node_id in settled), count + 1)
        best.enter(places[node_id], score, node_id)
    _score, last = best.up_to(len(new))
    run: list[str] = []
    while last is not None:
        run.append(last)
        last = previous[last]
    return frozenset(run)


class _BestBefore:
    """A Fenwick tree: the best score, and who ends it, among all places in front of one."""

    def __init__(self, size: int) -> None:
        self._scores: list[tuple[Score, str | None]] = [((0, 0), None)] * (size + 1)

    def up_to(self, place: int) -> tuple[Score, str | None]:
        """The best entry among the places below `place`."""
        found: tuple[Score, str | None] = ((0, 0), None)
        while place > 0:
            if self._scores[place][0] > found[0]:
                found = self._scores[place]
            place -= place & -place
        return found

    def enter(self, place: int, score: Score, node_id: str) -> None:
        """Let `node_id` end a choice of `score` at `place` (from 0)."""
        index = place + 1
        while index < len(self._scores):
            if score > self._scores[index][0]:
                self._scores[index] = (score, node_id)
            index += index & -index
