"""The running text of a plan: headings, the fields below them, and the small tables in between."""

from collections.abc import Iterator, Mapping

from success_desktop.documents.outline_anchors import AnchorBook
from success_desktop.documents.outline_blocks import (
    Anchor,
    Block,
    Heading,
    Label,
    Passage,
    Phrase,
    SideBySide,
    Titled,
)
from success_desktop.documents.outline_forms import FormWriter
from success_desktop.documents.outline_labels import NAME, LabelWriter
from success_desktop.documents.outline_values import PlanWording
from success_desktop.domain.plan import Node
from success_desktop.domain.schema import FieldSpec
from success_desktop.i18n import N_, Language

_LANGUAGE_NAMES: Mapping[Language, str] = {"th": N_("Thai"), "en": N_("English")}
_DEEPEST_LEVEL = 4


class NarrativeWriter:
    """Writes branches of the plan as headings and text."""

    def __init__(self, words: PlanWording, anchors: AnchorBook, numbers: Mapping[str, str]) -> None:
        self._words = words
        self._anchors = anchors
        self._labels = LabelWriter(words, anchors, numbers)
        self._forms = FormWriter(words, anchors, numbers)

    def write_branches(self, nodes: tuple[Node, ...], level: int) -> Iterator[Block]:
        """The nodes given, which are siblings or of one kind, with all below them; headings start at `level`."""
        for kind in dict.fromkeys(node.kind for node in nodes):
            family = tuple(node for node in nodes if node.kind == kind)
            shown = self._words.plan.template.kind(kind).prints_as
            if shown == "table":
                yield from self._tables(family)
            elif shown == "heading":
                for node in family:
                    yield from self._branch(node, level)

    def _branch(self, node: Node, level: int) -> Iterator[Block]:
        spec = self._words.plan.kind_of(node.id)
        fields = [name for name in spec.fields if name != NAME and self._is_printed(node, name)]
        bare = next((name for name in fields if not spec.fields[name].has_label), None)
        if spec.is_single:
            bare = NAME if self._is_printed(node, NAME) else None
            lines = self._labels.write_kind(node, is_anchored=not self._words.is_bilingual)
        else:
            lines = self._labels.write(node, *([bare] if bare and not self._words.is_bilingual else []))
        yield Heading(min(level, _DEEPEST_LEVEL), lines)
        if bare is not None:
            fields = [bare, *(name for name in fields if name != bare)]
        bare_anchors = lines[0].label.anchors[-1:] if bare else ()
        yield from self._fields(node, fields, bare_anchors)
        yield from self.write_branches(self._in_order(node), level + 1)

    def _in_order(self, node: Node) -> tuple[Node, ...]:
        """The node's children, those of one kind together, in the order in which the template names the kinds."""
        kinds = {kind: place for place, kind in enumerate(self._words.plan.kind_of(node.id).children)}
        children = self._words.plan.children_of(node.id)
        return tuple(sorted(children, key=lambda child: kinds.get(child.kind, len(kinds))))

    def _tables(self, nodes: tuple[Node, ...]) -> Iterator[Block]:
        """A table of the nodes, then one for each kind of node below them, grouped by the row they belong to."""
        kind = nodes[0].kind
        template = self._words.plan.template
        if form := template.kind(kind).form:
            yield self._forms.write_some(form, nodes)
        for below in template.kind(kind).children:
            family = tuple(
                child
                for node in nodes
                for child in self._words.plan.children_of(node.id)
                if child.kind == below
            )
            if family and (form := template.kind(below).form):
                yield self._forms.write_some(form, family, (kind,))

    def _is_printed(self, node: Node, field: str) -> bool:
        return self._words.plan.template.field(node.kind, field).printed and bool(node.parts(field))

    def _fields(self, node: Node, fields: list[str], bare_anchors: tuple[Anchor, ...]) -> Iterator[Block]:
        if not self._words.is_bilingual:
            if bare_anchors:
                bare, *fields = fields
                (language,) = self._words.languages
                yield Passage(
                    Label(Phrase("", language), bare_anchors), self._words.value(node, bare, language)
                )
            yield from (self._passage(node, field) for field in fields)
        elif fields:
            yield SideBySide(tuple(self._pair(node, field) for field in fields))

    def _passage(self, node: Node, field: str) -> Passage:
        (language,) = self._words.languages
        value = self._words.value(node, field, language)
        spec = self._words.plan.template.field(node.kind, field)
        anchor = self._anchors.mark_field(node.id, field, language if spec.type == "text" else "")
        label = Label(self._words.word(spec.label, language), (anchor,))
        return Passage(label, value, is_inline=_is_short(spec))

    def _pair(self, node: Node, field: str) -> tuple[Titled, Titled]:
        thai, english = self._words.languages
        return self._column(node, field, thai), self._column(node, field, english)

    def _column(self, node: Node, field: str, language: Language) -> Titled:
        """One language's side of a field: below its label, or below the language's name where the field prints none."""
        spec = self._words.plan.template.field(node.kind, field)
        anchor = self._anchors.mark_field(node.id, field, language)
        own_label = self._words.word(spec.label, language)
        has_label = spec.has_label and field != NAME
        title = own_label if has_label else self._words.say(_LANGUAGE_NAMES[language], language)
        return Titled(Label(title, (anchor,)), self._words.value(node, field, language))


def _is_short(spec: FieldSpec) -> bool:
    """Whether a value stands in the line of its label: everything but long texts and lists."""
    if spec.type == "text":
        return spec.lines == 1
    return not spec.many and spec.type not in ("yearly_number", "yearly_money")
