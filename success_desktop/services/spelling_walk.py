"""Going through the texts of a plan from one misspelt word to the next, while the plan is being corrected on the way."""

from collections import deque
from collections.abc import Callable, Sequence
from typing import NamedTuple, cast

from success_desktop.domain.plan import Plan
from success_desktop.i18n import Language
from success_desktop.services.finding import Passage, list_passages
from success_desktop.services.hit_order import Start, reading_order
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.replacing import Replaced, Replacement, accept_replace
from success_desktop.services.spelling import Misspelling

Find = Callable[[str], Sequence[Misspelling]]
"""What finds the misspelt words of a text, from left to right."""


class Doubt(NamedTuple):
    """A misspelt word, and the text of the plan that it stands in."""

    passage: Passage
    found: Misspelling


class SpellingWalk:
    """A way once round the plan, from one node on. Texts changed meanwhile are read as they are when their turn comes."""

    def __init__(self, plan: Plan, start_id: str) -> None:
        order = [node.id for node in plan.walk()]
        place = order.index(start_id) if start_id in plan.nodes else 0
        self._waiting = deque((*order[place:], *order[:place]))
        self._done: set[tuple[str, str]] = set()
        self._offset = 0

    @property
    def is_done(self) -> bool:
        """Whether the way is at its end."""
        return not self._waiting

    def look(self, plan: Plan, find: Find) -> Doubt | None:
        """The next doubt in the node whose turn it is; None when that has no more, and it is the next one's turn."""
        while self._waiting and self._waiting[0] not in plan.nodes:
            self._turn_to_next()
        if self.is_done:
            return None
        node = plan.nodes[self._waiting[0]]
        for passage in list_passages(plan, node, "th"):
            if not passage.is_text or passage[1:3] in self._done:
                continue
            for found in find(passage.text):
                if found.start >= self._offset:
                    self._offset = found.end
                    return Doubt(passage, found)
            self._done.add((passage.field, passage.part))
            self._offset = 0
        self._turn_to_next()
        return None

    def go_to(self, plan: Plan, start: Start) -> None:
        """Begin behind a place in the first node; what stands before it has its turn at the end."""
        self._waiting.append(self._waiting[0])
        here = reading_order(plan, start)
        for passage in list_passages(plan, plan.nodes[start.node_id], "th"):
            there = reading_order(plan, Start(*passage[:3]))
            if there < here:
                self._done.add((passage.field, passage.part))
            elif there == here and passage.is_text:
                self._offset = start.span[1]

    def go_on_behind(self, doubt: Doubt, wording: str) -> None:
        """Go on behind a word that has become `wording`."""
        self._offset = doubt.found.start + len(wording)

    def _turn_to_next(self) -> None:
        self._waiting.popleft()
        self._done.clear()
        self._offset = 0


def correct_word(editor: PlanEditor, doubt: Doubt, wording: str) -> Replaced:
    """Put `wording` in the place of a misspelt word, as one step of undo; nothing is done where the text has changed since.

    Raises UserError when the plan cannot be written.
    """
    return accept_replace(editor, [_replacement(doubt.passage, wording, [doubt.found])])


def correct_everywhere(editor: PlanEditor, doubt: Doubt, wording: str, find: Find) -> Replaced:
    """Put `wording` wherever the same word is misspelt in the plan, as one step of undo.

    Raises UserError when the plan cannot be written.
    """
    chosen = []
    for node in editor.plan.walk():
        for passage in list_passages(editor.plan, node, "th"):
            if passage.is_text and doubt.found.word in passage.text:
                same = [found for found in find(passage.text) if found.word == doubt.found.word]
                chosen += [_replacement(passage, wording, same)] if same else []
    return accept_replace(editor, chosen)


def _replacement(passage: Passage, wording: str, found: Sequence[Misspelling]) -> Replacement:
    spans = tuple((word.start, word.end) for word in found)
    place = passage.node_id, passage.field, cast(Language, passage.part)
    return Replacement(*place, passage.text, wording, spans)
