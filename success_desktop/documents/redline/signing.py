"""Signing a redline: whose edit brought or took each word, and what the program worded anew because of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from success_desktop.documents.outline_blocks import Anchor, DataRow, Outline, Phrase, Phrases, Table
from success_desktop.documents.outline_passages import list_printed_fields, list_rows, list_tables
from success_desktop.documents.redline.origins import Origin, Origins, spread_columns
from success_desktop.documents.redline.signed import Fate, Kind, Signature, SignedPiece
from success_desktop.documents.word_xml import drop_forbidden, split_paragraphs
from success_desktop.domain.authorship import Authorship, Stamp, Wording, attribute
from success_desktop.domain.compare_text import Piece, compare_texts
from success_desktop.domain.comparison import Comparison
from success_desktop.domain.schema import ColumnSpec
from success_desktop.domain.thai_digits import thai_digits
from success_desktop.i18n import LANGUAGES, N_, translate

_Spread = tuple[tuple[ColumnSpec, int | None], ...]
_WORDED = ("text", "reference")
"""Types of fields that are compared by words; the values of all others are replaced as a whole."""


class _Row(NamedTuple):
    """A row of a document, and the table that it stands in."""

    table: Table
    row: DataRow


class PlanSigner:
    """Signs what differs between two documents of one plan, in one language and digits, with the edits between them.

    What no edit of a text or a value brought about itself (numbers, sums, contents) is signed by the program, at `made_at`
    (UTC).
    """

    def __init__(
        self,
        outlines: tuple[Outline, Outline],
        comparison: Comparison,
        authorship: Authorship,
        made_at: datetime,
    ) -> None:
        new = outlines[1]
        self.computed = Signature(translate(N_("Computed"), new.main_language), made_at)
        self._unnamed = translate(N_("Unnamed"), new.main_language)
        self._has_thai_digits = new.has_thai_digits
        self._template = comparison.new.template
        self._comparison = comparison
        self._origins = Origins(comparison)
        self._authorship = authorship
        self._anchors = {name: anchor for outline in outlines for name, anchor in list_anchors(outline)}
        self._rows = tuple(dict(_list_rows(outline)) for outline in outlines)
        self._spreads: dict[object, _Spread] = {}

    def sign_value(self, anchor: str, old: str, new: str) -> Sequence[SignedPiece]:
        """The value behind a field's label."""
        named = self._anchors[anchor]
        origins = _in_language(
            named.language, lambda language: self._origins.of_field(named.node_id, named.field, language)
        )
        return tuple(self._sign(origins, old, new, self._is_worded(named.node_id, named.field)))

    def sign_cell(self, anchor: str, column: int, old: str, new: str) -> Sequence[SignedPiece]:
        """A cell of a node's row, each of its languages by itself."""
        was, now = (rows.get(anchor) for rows in self._rows)
        known = now or was
        assert known is not None
        spec, year_be = self._spread(known.table)[column]
        if spec.show in ("number", "total"):
            replaced = _replace_end(old, new, ".") if spec.show == "number" else _replace_whole(old, new)
            return self._sign_as_computed(replaced)
        node_id = known.row.anchor.node_id
        is_worded = spec.show in ("children", "ancestor") or self._is_worded(node_id, spec.field)
        signed = _Signed()
        for before, after in _pair_phrases(_phrases(was, column, old), _phrases(now, column, new)):
            language = (after or before or Phrase("", "")).language
            origins = _in_language(
                language, lambda tongue: self._origins.of_column(node_id, spec, year_be, tongue)
            )
            texts = tuple(_printed(phrase) if phrase else None for phrase in (before, after))
            signed.add(texts, self._sign(origins, texts[0] or "", texts[1] or "", is_worded))
        return signed.pieces

    def sign_plan(self, fields: tuple[str, ...], old: str, new: str) -> Sequence[SignedPiece]:
        """A line made of fields of the plan itself, such as its title at the head of every page."""
        root_id = self._comparison.new.root_id
        found = (
            self._origins.of_field(root_id, field, language) for field in fields for language in LANGUAGES
        )
        origins = tuple(dict.fromkeys(origin for some in found for origin in some))
        return tuple(self._sign(origins, old, new, is_worded=True))

    def sign_computed(self, old: str, new: str) -> Sequence[SignedPiece]:
        """What the program words itself. What is made of figures alone is replaced as a whole."""
        has_words = any(letter.isalpha() for letter in old + new)
        return self._sign_as_computed(compare_texts(old, new) if has_words else _replace_whole(old, new))

    def sign_origin(self, old: str, new: str) -> Sequence[SignedPiece]:
        """The line that names the plan and the revision: their ids are words, however they are made."""
        return self._sign_as_computed(_replace_end(old, new, " "))

    def sign_whole(self, anchor: str, fate: Fate) -> Signature:
        """Who added, removed or moved a row, or a field with its label; the program where nobody is known to have."""
        if not anchor:
            return self.computed
        named = self._anchors[anchor]
        place, fields = self._origins.of_place(named.node_id), self._origins.of_node(named.node_id)
        own = tuple(origin for origin in fields if origin.field == named.field)
        is_kept = self._origins.is_in_both(named.node_id)
        wanted = (own, place, fields) if is_kept and fate != "moved" else (place, own, fields)
        return self._signature(next((found for found in wanted if found), ()))

    def _sign_as_computed(self, pieces: Iterable[Piece]) -> list[SignedPiece]:
        return [SignedPiece(piece.kind, piece.text, self.computed) for piece in pieces]

    def _spread(self, table: Table) -> _Spread:
        key = table.form, table.columns
        if key not in self._spreads:
            self._spreads[key] = spread_columns(self._template.forms[table.form].columns, table.columns)
        return self._spreads[key]

    def _is_worded(self, node_id: str, field: str) -> bool:
        kind = self._comparison.node(node_id).kind
        return self._template.field(kind, field).type in _WORDED

    def _sign(
        self, origins: tuple[Origin, ...], old: str, new: str, is_worded: bool
    ) -> Iterator[SignedPiece]:
        """The pieces of a text made from `origins`: a single text is traced word by word, others bear their newest edit."""
        pieces = compare_texts(old, new) if is_worded or "\n" in old + new else _replace_whole(old, new)
        fallback = self._signature(origins)
        wordings = self._wordings(origins)
        for piece, stamp in attribute(pieces, wordings):
            yield SignedPiece(piece.kind, piece.text, self._named(stamp) if stamp else fallback)

    def _wordings(self, origins: tuple[Origin, ...]) -> tuple[Wording, ...]:
        """How a text read on its way, as the document prints it; nothing for what is no single text."""
        if len(origins) != 1 or origins[0].part not in LANGUAGES:
            return ()
        converts = self._has_thai_digits and origins[0].part != "en"
        return tuple(
            wording._replace(text=_clean(thai_digits(wording.text) if converts else wording.text))
            for wording in self._authorship.wordings_of(*origins[0])
        )

    def _signature(self, origins: Iterable[Origin]) -> Signature:
        """The newest of the edits of the origins; the program's where there is none."""
        stamps = (self._authorship.stamp_of(*origin) for origin in origins)
        known = [stamp for stamp in stamps if stamp is not None]
        return self._named(max(known, key=lambda stamp: stamp.at)) if known else self.computed

    def _named(self, stamp: Stamp) -> Signature:
        return Signature(stamp.author or self._unnamed, stamp.at)


class _Signed:
    """The pieces of a cell, put together language by language with a line's end between them."""

    def __init__(self) -> None:
        self.pieces: list[SignedPiece] = []
        self._is_begun = [False, False]

    def add(self, texts: tuple[str | None, ...], pieces: Iterable[SignedPiece]) -> None:
        """Add the pieces of a language that stands in the old cell, the new one or both (`texts` is None where not)."""
        signed = tuple(pieces)
        in_old, in_new = (
            text is not None and begun for text, begun in zip(texts, self._is_begun, strict=True)
        )
        if in_old or in_new:
            kind: Kind = "same" if in_old and in_new else "deleted" if in_old else "inserted"
            self.pieces.append(
                SignedPiece(kind, "\n", next((one.signature for one in signed if one.kind != "same"), None))
            )
        self.pieces.extend(signed)
        self._is_begun = [
            text is not None or begun for text, begun in zip(texts, self._is_begun, strict=True)
        ]


def _in_language(language: str, find: Callable[[str], tuple[Origin, ...]]) -> tuple[Origin, ...]:
    """The origins of a text in `language`, else those in the other, which stands in for it; of both where it has none."""
    if not language:
        return tuple(dict.fromkeys(origin for tongue in LANGUAGES for origin in find(tongue)))
    others = (tongue for tongue in LANGUAGES if tongue != language)
    return find(language) or tuple(origin for tongue in others for origin in find(tongue))


def _phrases(known: _Row | None, column: int, text: str) -> Phrases:
    """The phrases of a cell whose text is given; all in one where the text is another than theirs.

    The column may be one that this document's table has not.
    """
    phrases = known.row.cells[column] if known and column < len(known.row.cells) else ()
    if "\n".join(map(_printed, phrases)) == text:
        return phrases
    return (Phrase(text, ""),) if text else ()


def _pair_phrases(old: Phrases, new: Phrases) -> Iterator[tuple[Phrase | None, Phrase | None]]:
    """The phrases of a cell by language; a single one becomes a single one, whatever the language."""
    if len(old) <= 1 and len(new) <= 1:
        yield next(iter(old), None), next(iter(new), None)
        return
    for language in ("", *LANGUAGES):
        pair = tuple(
            next((phrase for phrase in side if phrase.language == language), None) for side in (old, new)
        )
        if any(pair):
            yield pair[0], pair[1]


def _printed(phrase: Phrase) -> str:
    text = _clean(phrase.text)
    return f"{phrase.mark} {text}" if phrase.mark else text


def _clean(text: str) -> str:
    """A text as it is printed: without what XML cannot hold, its lines parted by newlines."""
    return drop_forbidden("\n".join(split_paragraphs(text)))


def _replace_whole(old: str, new: str) -> tuple[Piece, ...]:
    if old == new:
        return compare_texts(old, new)
    return tuple(piece for piece in (Piece("deleted", old), Piece("inserted", new)) if piece.text)


def _replace_end(old: str, new: str, mark: str) -> tuple[Piece, ...]:
    """A text of steps parted by `mark`, such as the number 1.1.3: replaced as a whole from the step that differs."""
    common = ""
    for was, now in zip(old.split(mark)[:-1], new.split(mark)[:-1], strict=False):
        if was != now:
            break
        common += now + mark
    if old == new or not common:
        return _replace_whole(old, new)
    return (Piece("same", common), *_replace_whole(old.removeprefix(common), new.removeprefix(common)))


def list_anchors(outline: Outline) -> Iterator[tuple[str, Anchor]]:
    """Every anchor of a document by its name: of labels, and of rows."""
    for printed in list_printed_fields(outline):
        yield printed.anchor.name, printed.anchor
    for name, found in _list_rows(outline):
        yield name, found.row.anchor


def _list_rows(outline: Outline) -> Iterator[tuple[str, _Row]]:
    """Every row that stands for a node, by the name of its anchor."""
    for table in list_tables(outline):
        for row in list_rows(table):
            yield row.anchor.name, _Row(table, row)
