"""What stands before a node's name: its number, or what its kind is called."""

from collections.abc import Mapping

from success_desktop.documents.outline_anchors import AnchorBook
from success_desktop.documents.outline_blocks import Anchor, Label, Phrase, Titled
from success_desktop.documents.outline_values import PlanWording
from success_desktop.domain.plan import Node
from success_desktop.i18n import Language

NAME = "name"
"""The field that every kind's heading shows."""


class LabelWriter:
    """Writes the lines that name a node, one for each language of the document."""

    def __init__(self, words: PlanWording, anchors: AnchorBook, numbers: Mapping[str, str]) -> None:
        self._words = words
        self._anchors = anchors
        self._numbers = numbers

    def write(self, node: Node, *more_fields: str) -> tuple[Titled, ...]:
        """The node's label and name. The label also carries anchors for `more_fields`, whose text follows without a label.

        In a bilingual document a language in which the node has no name is left out, except the first.
        """
        names = {language: self._words.text(node, NAME, language) for language in self._words.languages}
        return tuple(
            Titled(self._label(node, language, (NAME, *more_fields)), name)
            for place, (language, name) in enumerate(names.items())
            if name.text or place == 0
        )

    def write_kind(self, node: Node, *, is_anchored: bool) -> tuple[Titled, ...]:
        """A heading for the only node of its kind: what the kind is called. The node's own name goes below it.

        `is_anchored`: the name follows without a label of its own, so its anchor stands here.
        """
        return tuple(
            Titled(
                Label(
                    self._kind_name(node, language),
                    (self._mark(node, NAME, language),) if is_anchored else (),
                ),
                Phrase("", language),
            )
            for language in self._words.languages
        )

    def _label(self, node: Node, language: Language, fields: tuple[str, ...]) -> Label:
        return Label(
            self._label_text(node, language), tuple(self._mark(node, field, language) for field in fields)
        )

    def _label_text(self, node: Node, language: Language) -> Phrase:
        spec = self._words.plan.kind_of(node.id)
        number = self._numbers.get(node.id, "")
        if spec.heading is not None:
            return self._words.word(spec.heading, language, number=number)
        if number:
            return self._words.phrase(f"{number}." if number.isdigit() else number, language)
        return self._kind_name(node, language)

    def _kind_name(self, node: Node, language: Language) -> Phrase:
        return self._words.word(self._words.plan.kind_of(node.id).name, language)

    def _mark(self, node: Node, field: str, language: Language) -> Anchor:
        return self._anchors.mark_field(node.id, field, language)
