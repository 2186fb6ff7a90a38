"""Pictures, drawings and embedded objects: a plan prints none, so each was put in by somebody. None becomes a wording."""

from collections.abc import Iterator
from dataclasses import replace

from success_desktop.documents.returned.bearings import Bearings
from success_desktop.documents.returned.found_remarks import NO_REMARK, Found, said_by_program
from success_desktop.documents.returned.returned_file import GONE, Marks, Spot
from success_desktop.domain.feedback import NOWHERE, Anchor, PlacedBy, Remark
from success_desktop.i18n import N_

OBJECT_ADDED = N_("A picture or another object was put in here. See it in the file.")
_PLACED_STORIES = ("body", "header", "footer")


def read_objects(bearings: Bearings) -> Iterator[Found]:
    """A remark for each object in the file, but for boxes whose text is read and those that somebody took out again.

    It answers for no tracked element: what tracks an object may track text besides.
    """
    boxes = {paragraph.box for paragraph in bearings.file.paragraphs}
    for paragraph in bearings.file.paragraphs:
        offset = 0
        for run in paragraph.runs:
            spot = Spot(paragraph.number, offset)
            offset += len(run.text)
            if run.holding == "object" and spot not in boxes and not _is_gone(run.marks):
                yield Found(_object(bearings, spot, run.marks))


def _is_gone(marks: Marks) -> bool:
    return any(mark.sort in GONE for mark in marks)


def _object(bearings: Bearings, spot: Spot, marks: Marks) -> Remark:
    paragraph = bearings.file.paragraphs[spot.paragraph]
    anchor, placed_by = _anchor(bearings, spot)
    author, began = (marks[0].author, marks[0].written_at) if marks else (bearings.author, "")
    return replace(
        NO_REMARK,
        author=author,
        at=marks[0].at if marks else None,
        trace="tracked" if marks else "untracked",
        text=said_by_program(OBJECT_ADDED),
        anchor=anchor,
        placed_by=placed_by,
        context=paragraph.whole,
        source=f"object|{paragraph.whole[:60].replace('|', '/')}|{author}|{began}",
    )


def _anchor(bearings: Bearings, spot: Spot) -> tuple[Anchor, PlacedBy]:
    """The field that an object stands in, else the node that it stands near."""
    place = bearings.value_at(spot) or bearings.label_at(spot)
    if place is not None:
        home = bearings.homes.homes_of(place.target)[0]
        return Anchor(home.node_id, home.field, revision_id=bearings.revision_id), place.placed_by
    node_id = bearings.node_near(spot)
    is_in_plan = bearings.file.paragraphs[spot.paragraph].story.startswith(_PLACED_STORIES)
    if not is_in_plan or node_id not in bearings.plan.nodes:
        return NOWHERE, ""
    return Anchor(node_id, revision_id=bearings.revision_id), "position"
