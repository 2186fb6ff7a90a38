"""Comments of a file, each tied to the words of the plan that it is about, with its thread."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from success_desktop.documents.returned.bearings import Bearings, HomeText
from success_desktop.documents.returned.comment_keys import comment_source
from success_desktop.documents.returned.found_remarks import NO_REMARK, Found, said_by_person
from success_desktop.documents.returned.homes import Home, as_held
from success_desktop.documents.returned.resolving import context_of, quote_of
from success_desktop.documents.returned.returned_file import Comment, Spot
from success_desktop.documents.returned.text_pieces import offset_in, rejected_text
from success_desktop.documents.returned.value_places import Target
from success_desktop.domain.feedback import NOWHERE, Anchor, Attention, PlacedBy, Remark, Reply


def read_comments(bearings: Bearings) -> Iterator[Found]:
    """A remark for every comment that answers none, in the order of the file, with those that answer it as replies."""
    by_id = {comment.id: comment for comment in bearings.file.comments}
    threads: dict[str, list[Comment]] = {}
    for comment in bearings.file.comments:
        threads.setdefault(_head_of(comment, by_id), []).append(comment)
    for comment in bearings.file.comments:
        if _head_of(comment, by_id) == comment.id:
            replies = tuple(_reply(bearings, one) for one in threads[comment.id] if one.id != comment.id)
            yield Found(replace(_place(bearings, comment), replies=replies), comment=comment.number)


def _head_of(comment: Comment, by_id: Mapping[str, Comment]) -> str:
    """The id of the comment that began a thread: replies to a reply stand in the same one, whatever their order.

    Of comments that answer each other in a circle, which only a broken file has, the first in the file began.
    """
    passed = {comment.id: comment}
    while comment.parent_id in by_id:
        comment = by_id[comment.parent_id]
        if comment.id in passed:
            ids = list(passed)
            return min(ids[ids.index(comment.id) :], key=lambda one: by_id[one].number)
        passed[comment.id] = comment
    return comment.id


def _reply(bearings: Bearings, comment: Comment) -> Reply:
    return Reply(
        id="",
        author=comment.author,
        at=comment.at,
        text=comment.text,
        source=comment_source(bearings.file, comment),
    )


def _place(bearings: Bearings, comment: Comment) -> Remark:
    anchor, placed_by, attention = _anchor(bearings, comment)
    return replace(
        NO_REMARK,
        author=comment.author,
        initials=comment.initials,
        at=comment.at,
        sort="comment",
        text=said_by_person(comment.text),
        anchor=anchor,
        placed_by=placed_by,
        attention=attention,
        quote=quote_of(bearings.file, comment),
        context=context_of(bearings.file, comment),
        is_resolved=comment.is_resolved,
        source=comment_source(bearings.file, comment),
    )


def _anchor(bearings: Bearings, comment: Comment) -> tuple[Anchor, PlacedBy, Attention]:
    """What a comment is about: the value it begins in, that of the label it is on, the only one that says what it quotes."""
    comment = _begin_at_words(bearings, comment)
    if comment.start is None:
        return _by_quote(bearings, comment)
    if (place := bearings.value_at(comment.start)) is not None:
        for text in bearings.read(place):
            if (anchor := _anchor_in(bearings, text, comment)) is not None:
                return anchor, place.placed_by, place.attention
    if (label := bearings.label_at(comment.start)) is not None:
        return _whole(bearings, label.target), label.placed_by, label.attention
    by_quote = _by_quote(bearings, comment)
    if by_quote[0] != NOWHERE:
        return by_quote
    node_id = bearings.node_near(comment.start)
    if not _stands_in_plan(bearings, comment.start) or node_id not in bearings.plan.nodes:
        return NOWHERE, "", ""
    return Anchor(node_id, revision_id=bearings.revision_id), "position", ""


def _begin_at_words(bearings: Bearings, comment: Comment) -> Comment:
    """The comment with its range begun where words are: who marks a paragraph often begins at the end of the one before."""
    start, end = comment.start, comment.end
    if start is None or end is None:
        return comment
    while start.paragraph < end.paragraph and start.offset >= len(
        bearings.file.paragraphs[start.paragraph].whole
    ):
        start = Spot(start.paragraph + 1, 0)
    return replace(comment, start=start)


def _stands_in_plan(bearings: Bearings, spot: Spot) -> bool:
    """Whether a spot lies where the plan is printed: not in a note, and not in the contents."""
    paragraph = bearings.file.paragraphs[spot.paragraph]
    is_contents = bearings.file.style_name(paragraph).startswith("toc")
    return paragraph.story.startswith(("body", "header", "footer")) and not is_contents


def _anchor_in(bearings: Bearings, text: HomeText, comment: Comment) -> Anchor | None:
    """The words of one part that a comment is about; None when it does not begin in it."""
    assert comment.start is not None
    start = offset_in(text.pieces, comment.start)
    if start is None:
        return None
    home = text.home
    if home.sort == "computed":
        return Anchor(home.node_id, home.field, revision_id=bearings.revision_id)
    rejected = rejected_text(text.pieces)
    end = offset_in(text.pieces, comment.end) if comment.end else None
    _part, seen = as_held(home, rejected)
    if home.sort == "value":
        return Anchor(home.node_id, home.field, home.part, bearings.revision_id, home.seen)
    lead = len(rejected) - len(seen)
    first = _within(start - lead, seen)
    last = _within(len(rejected) - lead if end is None else end - lead, seen)
    return Anchor(home.node_id, home.field, home.part, bearings.revision_id, seen, first, max(first, last))


def _within(offset: int, text: str) -> int:
    return min(max(offset, 0), len(text))


def _whole(bearings: Bearings, target: Target) -> Anchor:
    """A whole field: what a comment on its label is about."""
    home = bearings.homes.homes_of(target)[0]
    return _on_home(home, bearings.revision_id, 0, len(home.seen))


def _on_home(home: Home, revision_id: str, start: int, end: int) -> Anchor:
    if home.sort == "computed":
        return Anchor(home.node_id, home.field, revision_id=revision_id)
    if home.sort == "value":
        start = end = 0
    return Anchor(home.node_id, home.field, home.part, revision_id, home.seen, start, end)


def _by_quote(bearings: Bearings, comment: Comment) -> tuple[Anchor, PlacedBy, Attention]:
    quote = quote_of(bearings.file, comment).strip()
    found = bearings.target_of_quote(quote)
    if found is None:
        return NOWHERE, "", ""
    target, start = found
    for home in bearings.homes.homes_of(target):
        if start < len(home.printed):
            lead = len(home.printed) - len(home.seen)
            first = _within(start - lead, home.seen)
            last = _within(start - lead + len(quote), home.seen)
            return _on_home(home, bearings.revision_id, first, last), "quote", ""
        start -= len(home.printed) + 1
    return NOWHERE, "", ""
