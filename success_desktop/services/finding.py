"""Finding text in an open plan: in every text in both languages, and in numbers, days and choices as they are shown.

What is found is told passage by passage. A passage is one part of one field of a node, worded as a reader sees it; its
spans are ranges of that wording, never torn inside a Thai letter with its marks.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from success_desktop.domain.beside import is_beside
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.schema import FieldSpec
from success_desktop.domain.thai_clusters import cluster_borders
from success_desktop.domain.thai_search import SearchText, Span, search_key
from success_desktop.domain.thai_words import word_breaks
from success_desktop.i18n import LANGUAGES, Language
from success_desktop.services.entering import shown_value

SLICE = 250
"""How many nodes get their search keys at one go while nobody waits: a few milliseconds' work."""

_BORDER = "\0"  # between the keys of two passages: no text holds it (domain.thai_typed.plain_text)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for, and where; every part that is left empty lets all through.

    Without `is_exact` all spellings that look alike are found (domain.thai_search); with it only the very signs.
    `has_case` tells capital from small letters. A whole word begins and ends where the dictionary has words begin and end.
    `under_id` is a node: it and all below it are searched.
    """

    text: str
    has_case: bool = False
    is_whole_word: bool = False
    is_exact: bool = False
    language: Language | None = None
    kind: str = ""
    field: str = ""
    under_id: str = ""


class Passage(NamedTuple):
    """One part of a field as it is shown. Only what `is_text` can be replaced."""

    node_id: str
    field: str
    part: str
    text: str
    is_text: bool


class Hit(NamedTuple):
    """A passage with the places in it that were looked for, from left to right."""

    passage: Passage
    spans: tuple[Span, ...]


class SearchIndex:
    """The search keys of a plan's nodes. A key is made once and serves for as long as its node stays as it is.

    Nodes are immutable, so a key can never be stale: another node under the same id gets another key. `language` is the one
    that days, years and choices are shown in.
    """

    def __init__(self, language: Language = "th") -> None:
        self.language = language
        self._keys: dict[str, tuple[Node, str]] = {}

    def speak(self, language: Language) -> None:
        """Show days, years and choices in another language from now on."""
        if language != self.language:
            self.language = language
            self._keys.clear()

    def key_of(self, plan: Plan, node: Node) -> str:
        """Everything that can be found in a node, as one search key."""
        known = self._keys.get(node.id)
        if known is not None and known[0] is node:
            return known[1]
        key = _BORDER.join(_passage_keys(list_passages(plan, node, self.language)))
        self._keys[node.id] = node, key
        return key

    def prepare(self, plan: Plan) -> Iterator[None]:
        """Make the keys of all nodes, in slices of SLICE nodes; whoever iterates may rest between two."""
        said = (node for node in plan.nodes.values() if not is_beside(node.id))
        for place, node in enumerate(said, 1):
            self.key_of(plan, node)
            if place % SLICE == 0:
                yield


def list_passages(plan: Plan, node: Node, language: Language) -> list[Passage]:
    """What a node says, field by field in the template's order. References are left out: their names are other nodes'."""
    passages = []
    for field, spec in plan.kind_of(node.id).fields.items():
        parts = node.parts(field)
        if not parts or spec.type == "reference":
            continue
        is_text = spec.type == "text"
        for part in LANGUAGES if is_text else sorted(parts):
            if part in parts:
                text = _shown(plan, (node.id, field, part), spec, language)
                passages.append(Passage(node.id, field, part, text, is_text))
    return passages


def look_through(plan: Plan, wanted: Wanted, index: SearchIndex) -> Iterator[tuple[Hit, ...]]:
    """The hits of each node that is looked at, in the plan's order, none for most of them; nothing for an empty text.

    Whoever iterates may rest between two nodes.
    """
    for node, is_candidate in _looked_at(plan, wanted, index):
        yield tuple(find_in_node(plan, node, wanted, index.language)) if is_candidate else ()


def candidates(plan: Plan, wanted: Wanted, index: SearchIndex) -> Iterator[Node]:
    """The nodes that may hold what is wanted, in the plan's order; a quick look that leaves out nearly all others."""
    return (node for node, is_candidate in _looked_at(plan, wanted, index) if is_candidate)


def find_in_node(plan: Plan, node: Node, wanted: Wanted, language: Language) -> Iterator[Hit]:
    """The passages of one node that hold what is wanted, wherever in the plan the node stands."""
    for passage in list_passages(plan, node, language):
        if wanted.field and passage.field != wanted.field:
            continue
        if passage.is_text and wanted.language not in (None, passage.part):
            continue
        spans = find_spans(passage.text, wanted) or _plain_number_spans(passage, wanted)
        if spans:
            yield Hit(passage, spans)


def find_spans(text: str, wanted: Wanted) -> tuple[Span, ...]:
    """The places in a text that hold what is wanted: whole clusters, from left to right, none overlapping."""
    if wanted.is_exact:
        spans = list(_exact_spans(text, wanted))
    else:
        spans = list(SearchText(text).find(wanted.text))
        if wanted.has_case and spans:
            cased = _cased_letters(wanted.text)
            spans = [span for span in spans if _cased_letters(text[slice(*span)]) == cased]
    if wanted.is_whole_word and spans:
        borders = set(word_breaks(text))
        spans = [span for span in spans if borders.issuperset(span)]
    return tuple(spans)


def is_widened(found: str, wanted: Wanted) -> bool:
    """Whether a place holds more than what is wanted, because a letter is never parted from its marks: น in น้ำ."""
    if wanted.is_exact:
        return len(found) != len(wanted.text)
    return search_key(found) != search_key(wanted.text)


def _looked_at(plan: Plan, wanted: Wanted, index: SearchIndex) -> Iterator[tuple[Node, bool]]:
    """The nodes that are searched, and whether each may hold what is wanted."""
    sought = search_key(wanted.text)
    is_anything = bool(wanted.text if wanted.is_exact else sought)
    if not is_anything or (wanted.under_id and wanted.under_id not in plan.nodes):
        return
    for node in plan.walk(wanted.under_id or None):
        if wanted.kind in ("", node.kind):
            yield node, wanted.is_exact or sought in index.key_of(plan, node)


def _shown(plan: Plan, place: tuple[str, str, str], spec: FieldSpec, language: Language) -> str:
    text = shown_value(plan, place, language)
    return spec.options[text].spoken(language) if text in spec.options else text


def _passage_keys(passages: list[Passage]) -> Iterator[str]:
    for passage in passages:
        key = search_key(passage.text)
        yield key
        if not passage.is_text and "," in key:
            yield key.replace(",", "")


def _plain_number_spans(passage: Passage, wanted: Wanted) -> tuple[Span, ...]:
    """The whole of 1,200,000 where 1200000 is wanted."""
    if passage.is_text or "," not in passage.text or "," in wanted.text:
        return ()
    return ((0, len(passage.text)),) if find_spans(passage.text.replace(",", ""), wanted) else ()


def _exact_spans(text: str, wanted: Wanted) -> Iterator[Span]:
    """The places of the very signs wanted, widened to the clusters around them."""
    signs = re.compile(re.escape(wanted.text), re.NOFLAG if wanted.has_case else re.IGNORECASE)
    borders: tuple[int, ...] = ()
    end = 0
    for found in signs.finditer(text):
        borders = borders or cluster_borders(text)
        first = borders[bisect_right(borders, found.start()) - 1]
        if first >= end:
            end = borders[bisect_left(borders, found.end())]
            yield first, end


def _cased_letters(text: str) -> list[str]:
    """The letters of a text that come in capital and small, composed."""
    return [letter for letter in unicodedata.normalize("NFC", text) if letter.lower() != letter.upper()]
