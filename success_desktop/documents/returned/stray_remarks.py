"""What was edited outside every value of the plan: heads and sums of tables, margins, notes, text where no field stands."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from success_desktop.documents.returned.bearings import Bearings
from success_desktop.documents.returned.found_remarks import NO_REMARK, Found, say_change
from success_desktop.documents.returned.homes import as_held
from success_desktop.documents.returned.ledger import Entry
from success_desktop.documents.returned.returned_file import Paragraph, Spot
from success_desktop.documents.returned.text_pieces import (
    accepted_text,
    pieces_of,
    read_pieces,
    rejected_text,
    span_of,
)
from success_desktop.documents.returned.wordings import Hand, hands_of
from success_desktop.domain.feedback import NOWHERE, Anchor, PlacedBy, Remark

_CONTENTS = ("toc", "contents")
_NOTE = "review note"
_MARGINS = ("header", "footer")
_PLACED_STORIES = ("body", "header", "footer")


def aside_reason(bearings: Bearings, paragraph: Paragraph) -> str:
    """Why tracked elements in a paragraph are no remark: the program makes the contents, comments are read as a whole."""
    style = bearings.file.style_name(paragraph)
    if style.startswith(_CONTENTS):
        return "contents"
    if paragraph.story == "comments":
        return "comment_text"
    return ""


def read_strays(bearings: Bearings, entries: Iterable[Entry]) -> Iterator[Found]:
    """Remarks for tracked elements that nothing else answers for: one for each author in each paragraph.

    Rows that came or went as a whole make one remark for their table.
    """
    groups: dict[tuple[str, int], list[Entry]] = {}
    for entry in entries:
        groups.setdefault(_group_of(bearings, entry), []).append(entry)
    for family in groups.values():
        numbers = sorted({entry.paragraph for entry in family if entry.paragraph >= 0})
        for hand in hands_of(entry.stamp for entry in family):
            yield Found(_stray(bearings, numbers, hand), hand.claims)


def _group_of(bearings: Bearings, entry: Entry) -> tuple[str, int]:
    if entry.paragraph < 0:
        return "nowhere", -1
    paragraph = bearings.file.paragraphs[entry.paragraph]
    if paragraph.story.startswith(_MARGINS):
        # One margin stands in the file once for each section: what was done to all of them was done once.
        return f"margin {paragraph.whole}", 0
    place = paragraph.place
    if place is not None and bearings.file.row_of(place).marks:
        return "table", place.table
    return "paragraph", entry.paragraph


def _stray(bearings: Bearings, numbers: Sequence[int], hand: Hand) -> Remark:
    signed = replace(NO_REMARK, author=hand.author, at=hand.at, trace="tracked")
    if not numbers:
        return replace(signed, source=f"stray||{hand.author}|{hand.began}")
    paragraphs = [bearings.file.paragraphs[number] for number in numbers]
    if paragraphs and paragraphs[0].story.startswith(_MARGINS):
        paragraphs = paragraphs[:1]
    before, after = _texts_of(bearings, paragraphs, hand)
    signed = replace(signed, source=f"stray|{before[:60].replace('|', '/')}|{hand.author}|{hand.began}")
    if before == after:
        return signed
    if (wording := _by_quote(bearings, before, after)) is not None:
        anchor, proposed = wording
        return replace(
            signed, sort="wording", anchor=anchor, proposed=proposed, placed_by="quote", quote=before
        )
    anchor, placed_by = _near(bearings, paragraphs[0])
    return replace(
        signed,
        text=say_change(before, after),
        anchor=anchor,
        placed_by=placed_by,
        quote=before or after,
        context=_context(bearings, paragraphs[0]),
    )


def _texts_of(bearings: Bearings, paragraphs: Sequence[Paragraph], hand: Hand) -> tuple[str, str]:
    """What stood in some paragraphs before, and what one author made of it; cells are parted by tabs."""
    whole = [pieces_of(bearings.file, (span_of(paragraph),)) for paragraph in paragraphs]
    before = "\t".join(rejected_text(pieces) for pieces in whole)
    after = "\t".join(read_pieces(pieces, lambda stamp: stamp.author == hand.author) for pieces in whole)
    return before.strip("\t"), after.strip("\t")


def _by_quote(bearings: Bearings, before: str, after: str) -> tuple[Anchor, str] | None:
    """The only text of the plan that holds a whole paragraph of the file, and what it becomes with the paragraph altered."""
    found = bearings.target_of_quote(before, is_line=True)
    homes = bearings.homes.homes_of(found[0]) if found else ()
    if found is None or len(homes) != 1 or homes[0].sort != "text":
        return None
    (home,) = homes
    wanted = before.strip()
    part, proposed = as_held(home, home.printed.replace(wanted, after.strip(), 1))
    if part != home.part:
        return None
    anchor = Anchor(home.node_id, home.field, part, bearings.revision_id, home.seen, 0, len(home.seen))
    return anchor, proposed


def _near(bearings: Bearings, paragraph: Paragraph) -> tuple[Anchor, PlacedBy]:
    node_id = bearings.node_near(Spot(paragraph.number, 0))
    if not paragraph.story.startswith(_PLACED_STORIES) or node_id not in bearings.plan.nodes:
        return NOWHERE, ""
    return Anchor(node_id, revision_id=bearings.revision_id), "position"


def _context(bearings: Bearings, paragraph: Paragraph) -> str:
    """What the paragraph reads, and the one before it: for whoever places the remark by hand."""
    above = bearings.file.paragraphs[paragraph.number - 1].whole if paragraph.number else ""
    return "\n".join(filter(None, (above[:120], paragraph.whole[:240])))


def read_silent_strays(bearings: Bearings, claimed: frozenset[int]) -> Iterator[Found]:
    """Remarks for paragraphs that somebody added without tracking where no field stands; `claimed` are accounted for.

    Only where it is known which lines the program words itself, and most of the document was found in the file.
    """
    found = len(bearings.found.fields) + len(bearings.found.rows)
    missing = len(bearings.found.missing_fields) + len(bearings.found.missing_rows)
    if not bearings.sending.furniture or found < missing:
        return
    known = bearings.sending.furniture | bearings.sending.fixtures
    for paragraph in bearings.file.paragraphs:
        if paragraph.number in claimed or not _may_be_silent(bearings, paragraph):
            continue
        pieces = pieces_of(bearings.file, (span_of(paragraph),))
        text = rejected_text(pieces)
        if text.strip() and text.strip() not in known:
            anchor, placed_by = _near(bearings, paragraph)
            yield Found(
                replace(
                    NO_REMARK,
                    author=bearings.author,
                    trace="untracked",
                    text=say_change("", accepted_text(pieces)),
                    anchor=anchor,
                    placed_by=placed_by,
                    quote=text,
                    context=_context(bearings, paragraph),
                    source=f"silent|{text[:80].replace('|', '/')}||",
                )
            )


def _may_be_silent(bearings: Bearings, paragraph: Paragraph) -> bool:
    style = bearings.file.style_name(paragraph)
    is_program = style.startswith((*_CONTENTS, _NOTE))
    return paragraph.story == "body" and not is_program and not any(run.marks for run in paragraph.runs)
