"""The plan as it will be printed: every writer prints this one reading of it, so that Word and PDF cannot drift apart."""

from collections.abc import Iterator
from dataclasses import dataclass

from success_desktop.documents.outline_anchors import AnchorBook
from success_desktop.documents.outline_blocks import (
    Block,
    CoverLine,
    DocumentLanguage,
    Heading,
    Label,
    Orientation,
    Outline,
    PartHeading,
    Phrase,
    Phrases,
    Section,
    Titled,
)
from success_desktop.documents.outline_forms import FormWriter
from success_desktop.documents.outline_narrative import NarrativeWriter
from success_desktop.documents.outline_values import PlanWording
from success_desktop.domain.numbering import number_nodes
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.schema import BlockSpec, PartSpec
from success_desktop.i18n import N_

_TOP_LEVEL = 2


@dataclass(frozen=True, slots=True)
class OutlineOptions:
    """What a document is made for: its language or both, its digits, and the revision that it shows ("": none is named)."""

    language: DocumentLanguage = "th"
    has_thai_digits: bool = False
    revision_id: str = ""


def build_outline(plan: Plan, options: OutlineOptions | None = None) -> Outline:
    """Read `plan` as the document that its template lays down. Numbers, sums, dates and labels are made here."""
    return _OutlineBuilder(plan, options or OutlineOptions()).build()


class _OutlineBuilder:
    """Puts the parts of one document together."""

    def __init__(self, plan: Plan, options: OutlineOptions) -> None:
        self._plan = plan
        self._options = options
        self._words = PlanWording(plan, options.language, has_thai_digits=options.has_thai_digits)
        self._anchors = AnchorBook()
        numbers = number_nodes(plan)
        self._narrative = NarrativeWriter(self._words, self._anchors, numbers)
        self._forms = FormWriter(self._words, self._anchors, numbers)

    def build(self) -> Outline:
        first, root = self._words.languages[0], self._plan.root
        owner = [self._words.text(root, field, first).text for field in ("organisation", "area", "edition")]
        return Outline(
            language=self._options.language,
            has_thai_digits=self._words.has_thai_digits,
            plan_id=self._plan.root_id,
            revision_id=self._options.revision_id,
            title=self._words.text(root, "title", first)._replace(mark=""),
            owner=self._words.phrase("  ".join(text for text in owner if text), first),
            contents_title=self._say_in_each(N_("Contents")),
            page_word=self._words.say(N_("Page"), first),
            origin=self._origin(),
            cover=tuple(self._cover()),
            sections=tuple(self._sections()),
        )

    def _say_in_each(self, message: str, **places: object) -> Phrases:
        return tuple(self._words.say(message, language, **places) for language in self._words.languages)

    def _origin(self) -> Phrase:
        """The line that names plan and revision; ids keep their digits whatever the document's are."""
        first = self._words.languages[0]
        message = (
            N_("Plan {plan_id} · revision {revision_id}")
            if self._options.revision_id
            else N_("Plan {plan_id}")
        )
        line = self._words.say(message, first, plan_id="\0", revision_id="\1")
        text = line.text.replace("\0", self._plan.root_id).replace("\1", self._options.revision_id)
        return line._replace(text=text)

    def _cover(self) -> Iterator[CoverLine]:
        root = self._plan.root
        for field in self._plan.template.document.cover:
            values = tuple(
                (self._anchors.mark_field(root.id, field, language), phrase)
                for language in self._words.languages
                if (phrase := self._words.value(root, field, language)).text
            )
            if values:
                yield CoverLine(field, values)

    def _sections(self) -> Iterator[Section]:
        number = 0
        for part in self._plan.template.document.parts:
            number += part.is_numbered
            yield from self._part(number, part)

    def _part(self, number: int, part: PartSpec) -> Iterator[Section]:
        """The pages of a part: more than one section where a form turns the paper or brings its own stamp."""
        blocks: list[Block] = [PartHeading(self._part_titles(number, part))]
        current: tuple[Orientation, Phrases] = (part.orientation, ())
        for spec in part.blocks:
            wanted = self._pages_of(spec, part)
            content = list(self._block(spec))
            if wanted != current and content:
                if not isinstance(blocks[-1], PartHeading):
                    yield Section(*current, tuple(blocks))
                    blocks = []
                current = wanted
            blocks.extend(content)
        yield Section(*current, tuple(blocks))

    def _part_titles(self, number: int, part: PartSpec) -> Phrases:
        if not part.is_numbered:
            return tuple(self._words.word(part.title, language) for language in self._words.languages)
        return tuple(
            self._words.say(
                N_("Part {number} {title}"), language, number=number, title=part.title.spoken(language)
            )
            for language in self._words.languages
        )

    def _pages_of(self, spec: BlockSpec, part: PartSpec) -> tuple[Orientation, Phrases]:
        if not spec.form:
            return part.orientation, ()
        form = self._plan.template.forms[spec.form]
        is_wide = "landscape" in (form.orientation, part.orientation)
        return "landscape" if is_wide else "portrait", self._forms.stamp(spec.form)

    def _block(self, spec: BlockSpec) -> Iterator[Block]:
        if spec.narrative:
            yield from self._narrative.write_branches(self._branches(spec), _TOP_LEVEL)
        if spec.form:
            form = self._plan.template.forms[spec.form]
            if not form.titles:
                names = (self._words.word(form.name, language) for language in self._words.languages)
                yield Heading(
                    _TOP_LEVEL, tuple(Titled(Label(name), Phrase("", name.language)) for name in names)
                )
            yield self._forms.write(spec.form)

    def _branches(self, spec: BlockSpec) -> tuple[Node, ...]:
        """The topmost nodes that the block asks for; the first block of a kind also takes those that none asks for."""
        nodes = (node for node in self._plan.walk() if node.kind == spec.narrative)
        top = [node for node in nodes if self._kind_above(node) != spec.narrative]
        blocks = [
            block
            for part in self._plan.template.document.parts
            for block in part.blocks
            if block.narrative == spec.narrative
        ]
        is_first = blocks[0] is spec
        return tuple(
            node
            for node in top
            if _fits(node, spec) or (is_first and not any(_fits(node, block) for block in blocks))
        )

    def _kind_above(self, node: Node) -> str:
        return self._plan.nodes[node.parent_id].kind if node.parent_id else ""


def _fits(node: Node, spec: BlockSpec) -> bool:
    return all(node.word(field) == option for field, option in spec.where.items())
