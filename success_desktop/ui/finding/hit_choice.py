"""Which of the hits are to be replaced."""

from collections.abc import Iterable

from success_desktop.domain.thai_search import Span
from success_desktop.services.finding import Hit, Wanted, is_widened
from success_desktop.services.hit_order import Stop
from success_desktop.ui.word_places import change_between, moved


class HitChoice:
    """Keeps the hits that are left out. Those that hold more than what is wanted (a letter with its marks) begin so."""

    def __init__(self) -> None:
        self._wanted = Wanted("")
        self._left_out: set[Stop] = set()

    def __contains__(self, stop: Stop) -> bool:
        """Whether a hit is to be replaced."""
        return stop not in self._left_out

    def begin(self, wanted: Wanted, stops: Iterable[Stop]) -> None:
        """Choose anew among the hits of another search."""
        self._wanted = wanted
        self._left_out = {stop for stop in stops if self._is_widened(stop)}

    def choose_all(self, stops: Iterable[Stop], is_chosen: bool) -> None:
        """Choose every hit, or none."""
        self._left_out = set() if is_chosen else set(stops)

    def toggle(self, stop: Stop) -> None:
        """Choose a hit, or no longer."""
        self._left_out ^= {stop}

    def follow(self, former: Iterable[Hit], hits: Iterable[Hit]) -> None:
        """The same search has found other hits: those in a text that was changed around them stay chosen or not."""
        known = {hit.passage[:3]: hit for hit in former}
        for hit in hits:
            before = known.get(hit.passage[:3])
            if before is None or before.passage != hit.passage:
                self._left_out.update(
                    Stop(hit.passage, span) for span in hit.spans if self._is_left_out(hit, span, before)
                )

    def _is_left_out(self, hit: Hit, span: Span, before: Hit | None) -> bool:
        if before is not None:
            change = change_between(before.passage.text, hit.passage.text)
            for former in before.spans:
                if moved(former, change) == span:
                    return Stop(before.passage, former) in self._left_out
        return self._is_widened(Stop(hit.passage, span))

    def _is_widened(self, stop: Stop) -> bool:
        return is_widened(stop.passage.text[slice(*stop.span)], self._wanted)
