"""Moves as Word tracks them: a paragraph within a text, into another text, and words within a sentence."""

import copy as copying

from lxml import etree

from tests.documents.returned.making.case import Case
from tests.documents.returned.making.marking import (
    Person,
    carve,
    mark_paragraph,
    new_run,
    parent_of,
    runs_of,
    wrap,
)
from tests.documents.returned.making.package import W
from tests.documents.returned.making.places import CAROL, thai
from tests.documents.returned.making.programs import WORD_365
from tests.documents.returned.making.returned_copy import Copy

_RUNS = "ECMA-376 part 1, 17.13.5.18 ins (Inserted Run Content)"
_MOVES = "ECMA-376 part 1, 17.13.5.21 to 17.13.5.28: moveFrom, moveTo and the ranges around them"


def _moved(copy: Copy) -> None:
    field = thai("water", "rationale")
    first, second = copy.must.text_of(field).split("\n\n")
    _move(copy, copy.paragraph(second), copy.paragraph(first), CAROL)
    copy.must.wording(field, f"{first}\n\n{second}", f"{second}\n{first}\n", CAROL.name)
    copy.must.accept_also(field, f"{second}\n{first}")


def _moved_and_edited(copy: Copy) -> None:
    source, target = thai("background", "body"), thai("framework", "body")
    second = copy.must.text_of(source).split("\n\n")[1]
    moving = copy.paragraph(second)
    after = copy.paragraph("ข้อมูลเดินทางสองทาง").getnext()
    assert after is not None
    arrived = _move(copy, moving, after, CAROL)
    run = carve(arrived, "ใช้เวลาสองปี")[-1]
    rest = list(run.itersiblings())
    mark = copy.signature.mark("ins", CAROL)
    mark.append(new_run("กับอีกหกเดือน", run))
    parent_of(run).addnext(mark)
    tail = copy.signature.mark("moveTo", CAROL)
    tail.extend(rest)
    mark.addnext(tail)
    marks = arrived.find(f"{W}pPr/{W}rPr/{W}moveTo")
    assert marks is not None
    marks.tag = f"{W}ins"
    copy.must.counts.update({"insertion": 1, "move_to": 1, "mark_insertion": 1, "mark_move_to": -1})
    copy.must.wording(source, f"\n\n{second}", "\n", CAROL.name)
    copy.must.accept_also(source, copy.must.text_of(source).removesuffix(f"\n\n{second}"))
    last = copy.must.text_of(target)
    edited = second.replace("ใช้เวลาสองปี", "ใช้เวลาสองปีกับอีกหกเดือน")
    copy.must.wording(target, last, f"{last}\n{edited}", CAROL.name)


def _move(copy: Copy, paragraph: etree._Element, before: etree._Element, by: Person) -> etree._Element:
    """Move a whole paragraph in front of another; returns it as it arrived."""
    arrived = copying.deepcopy(paragraph)
    before.addprevious(arrived)
    name = f"move{copy.signature.number()}"
    for end, one in (("From", paragraph), ("To", arrived)):
        start = copy.signature.mark(f"move{end}RangeStart", by)
        start.set(f"{W}name", name)
        close = etree.Element(f"{W}move{end}RangeEnd")
        close.set(f"{W}id", start.get(f"{W}id", ""))
        one.addprevious(start)
        one.addnext(close)
        for run in runs_of(one):
            wrap(run, copy.signature.mark(f"move{end}", by))
            copy.must.counts[f"move_{end.lower()}"] += 1
        mark_paragraph(one, copy.signature.mark(f"move{end}", by))
        copy.must.counts[f"mark_move_{end.lower()}"] += 1
    return arrived


def _moved_words(copy: Copy) -> None:
    field, words, before = thai("mission_1"), "ป่าสาคู ", "ฟื้นคลอง "
    run = carve(copy.paragraph(before + words), words)[0]
    first = carve(copy.paragraph(before + words), before)[0]
    arrived = copying.deepcopy(run)
    first.addprevious(arrived)
    name = f"move{copy.signature.number()}"
    for end, one in (("From", run), ("To", arrived)):
        moved = wrap(one, copy.signature.mark(f"move{end}", CAROL))
        start = copy.signature.mark(f"move{end}RangeStart", CAROL)
        start.set(f"{W}name", name)
        close = etree.Element(f"{W}move{end}RangeEnd")
        close.set(f"{W}id", start.get(f"{W}id", ""))
        moved.addprevious(start)
        moved.addnext(close)
        copy.must.counts[f"move_{end.lower()}"] += 1
    copy.must.wording(field, before + words, words + before, CAROL.name)


CASES: tuple[Case, ...] = (
    Case(
        name="word-moved-paragraph",
        program=WORD_365,
        did="The second paragraph of a rationale moved before the first.",
        cites=(_MOVES,),
        do=_moved,
    ),
    Case(
        name="word-moved-and-edited",
        program=WORD_365,
        did="A paragraph moved to the end of another text and corrected there.",
        cites=(_MOVES, _RUNS),
        do=_moved_and_edited,
    ),
    Case(
        name="word-moved-words",
        program=WORD_365,
        did="Words moved inside a sentence, with the ranges inside the paragraph.",
        cites=(_MOVES,),
        do=_moved_words,
    ),
)
"""The files."""
