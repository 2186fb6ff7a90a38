"""Replacing text all over an open plan: first a preview of every place, then those chosen in one step of undo."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple, cast

from success_desktop.domain.edits import Edit, set_value
from success_desktop.domain.plan import Plan
from success_desktop.domain.thai_search import Span
from success_desktop.domain.thai_typed import plain_text
from success_desktop.i18n import N_, Language
from success_desktop.services.finding import Hit
from success_desktop.services.plan_editor import PlanEditor


@dataclass(frozen=True, slots=True)
class Replacement:
    """One text of the plan and the places in it (`spans`) that are to become `wording`; "" takes them out.

    `old` is the text that the preview was made of: while the plan holds another one, nothing is replaced in it.
    """

    node_id: str
    field: str
    part: Language
    old: str
    wording: str
    spans: tuple[Span, ...]

    @property
    def new(self) -> str:
        """The text as it will be; what a plan cannot keep (domain.thai_typed.plain_text) is left out."""
        pieces, end = [], 0
        for start, after in self.spans:
            pieces += [self.old[end:start], self.wording]
            end = after
        return plain_text("".join([*pieces, self.old[end:]]))

    def only(self, spans: Iterable[Span]) -> "Replacement":
        """The same for some of its places."""
        chosen = set(spans)
        return replace(self, spans=tuple(span for span in self.spans if span in chosen))


class Replaced(NamedTuple):
    """What was done: `places` in `texts` have been replaced, `skipped` texts had changed meanwhile and were left alone."""

    places: int
    texts: int
    skipped: int


def replacements_of(hits: Iterable[Hit], wording: str) -> Iterator[Replacement]:
    """What was found, as far as it stands in texts, to become `wording`."""
    for passage, spans in hits:
        if passage.is_text:
            part = cast(Language, passage.part)
            yield Replacement(passage.node_id, passage.field, part, passage.text, wording, spans)


def accept_replace(editor: PlanEditor, chosen: Iterable[Replacement]) -> Replaced:
    """Carry out replacements, each of another text, as one step of undo.

    Texts that have changed since the preview are skipped. Raises UserError when the plan cannot be written.
    """
    edits: list[Edit] = []
    places = texts = skipped = 0
    for replacement in chosen:
        if not _is_fresh(editor.plan, replacement):
            skipped += 1
        elif replacement.spans:
            target = replacement.node_id, replacement.field, replacement.part
            edits.extend(set_value(editor.plan, *target, replacement.new))
            places += len(replacement.spans)
            texts += 1
    editor.edit(N_("Replace"), edits)
    return Replaced(places, texts, skipped)


def _is_fresh(plan: Plan, replacement: Replacement) -> bool:
    node = plan.nodes.get(replacement.node_id)
    return node is not None and node.text(replacement.field, replacement.part) == replacement.old
