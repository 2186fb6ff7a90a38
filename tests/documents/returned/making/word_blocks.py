"""Whole blocks come, go and change places: sections, passages with their labels, copied rows, pictures."""

import copy as copying

from lxml import etree

from tests.documents.returned.making.case import Case
from tests.documents.returned.making.marking import (
    carve,
    mark_deleted,
    mark_paragraph,
    new_run,
    parent_of,
    runs_of,
    wrap,
)
from tests.documents.returned.making.package import W
from tests.documents.returned.making.places import ARPHA, BUNMEE, place, thai
from tests.documents.returned.making.programs import WORD_365
from tests.documents.returned.making.returned_copy import Copy, outer
from tests.documents.returned.making.rows import delete_row, insert_row, row_of

_RUNS = "ECMA-376 part 1, 17.13.5.18 ins (Inserted Run Content), 17.13.5.14 del (Deleted Run Content)"
_MARKS = "ECMA-376 part 1, 17.13.5.20 ins (Inserted Paragraph), 17.13.5.15 del (Deleted Paragraph)"


def _strike_paragraph(copy: Copy, paragraph: etree._Element) -> None:
    for run in runs_of(paragraph):
        wrap(run, copy.signature.mark("del", ARPHA))
        mark_deleted(run)
        copy.must.counts["deletion"] += 1
    mark_paragraph(paragraph, copy.signature.mark("del", ARPHA))
    copy.must.counts["mark_deletion"] += 1


def _section_deleted(copy: Copy) -> None:
    heading = copy.paragraph("กรอบแนวคิด")
    blocks = [heading]
    while len(blocks) < 4:
        following = blocks[-1].getnext()
        assert following is not None
        blocks.append(following)
    for block in blocks:
        _strike_paragraph(copy, block)
    copy.must.row("removed", place("framework"), ARPHA.name)
    delete_row(copy, row_of(copy, "flooded", "indicators"), ARPHA)
    copy.must.row("removed", place("flooded"), ARPHA.name)


def _section_added(copy: Copy) -> None:
    before = copy.paragraph("การติดตามและประเมินผล")
    style = before.find(f"{W}pPr/{W}pStyle")
    assert style is not None
    assert style.get(f"{W}val") == "Heading2"
    body = copy.paragraph("ทุกเป้าประสงค์มีตัวชี้วัด")
    for text, like in (("5.  การสื่อสารแผน", before), ("แจ้งความคืบหน้าทุกเดือน", body), ("เปิดข้อมูลบนเว็บไซต์", body)):
        made = etree.Element(f"{W}p")
        properties = like.find(f"{W}pPr")
        assert properties is not None
        made.append(copying.deepcopy(properties))
        mark = copy.signature.mark("ins", ARPHA)
        mark.append(new_run(text))
        made.append(mark)
        mark_paragraph(made, copy.signature.mark("ins", ARPHA))
        before.addprevious(made)
        copy.must.counts.update(("insertion", "mark_insertion"))
        copy.must.stray(
            text.partition("  ")[2] or text, ARPHA.name, place("driving"), thai("driving", "body")
        )
    table = next(row_of(copy, "mission_1", "missions").iterancestors(f"{W}tbl"))
    silent = etree.Element(f"{W}p")
    silent.append(new_run("พันธกิจทั้งสองข้อมาจากเวทีชุมชน"))
    table.addnext(silent)
    copy.must.stray("พันธกิจทั้งสองข้อมาจากเวทีชุมชน", "", place("vision"), place("plan"), place("mission_2"))


def _swapped(copy: Copy) -> None:
    copy.retype(thai("water", "rationale"), "กว่าครึ่ง", "เกินครึ่ง")
    copy.retype(thai("safe_canals", "description"), "เร็วพอ", "เร็วเพียงพอ")
    label = copy.paragraph("เหตุผลและความสำคัญ")
    other = copy.paragraph("ความเชื่อมโยงกับแผนระดับต่าง ๆ")
    value = other.getnext()
    assert value is not None
    label.addprevious(other)
    label.addprevious(value)


def _copied(copy: Copy) -> None:
    row = row_of(copy, "sago")
    name = copy.must.text_of(thai("sago"))
    texts = {0: "1.1.2", 1: f"{name} ระยะที่ 2", 2: copy.must.text_of(thai("sago", "objective")), 7: "500,000"}
    insert_row(copy, row, texts, BUNMEE)
    cells = [text for number, text in texts.items() if number]
    copy.must.row("added", place("restore"), BUNMEE.name, kind="project", cells=cells)


def _marks(copy: Copy) -> None:
    run = outer(carve(copy.paragraph("ท่าเรือริมคลอง"), "ท่าเรือริมคลอง")[0])
    picture = copy.signature.mark("ins", ARPHA)
    etree.SubElement(etree.SubElement(picture, f"{W}r"), f"{W}drawing")
    run.addnext(picture)
    copy.must.counts["insertion"] += 1
    copy.comment(thai("background", "body"), "ท่าเรือริมคลอง", "ใส่ภาพถ่ายเก่าแล้ว", ARPHA)
    line = carve(copy.paragraph("เมืองห้ามฝนไม่ได้"), "เมืองห้ามฝนไม่ได้")[0]
    broken = copy.signature.mark("ins", BUNMEE)
    etree.SubElement(etree.SubElement(broken, f"{W}r"), f"{W}br")
    line.addprevious(broken)
    copy.must.counts["insertion"] += 1
    words = "เมืองห้ามฝนไม่ได้"
    copy.must.wording(thai("framework", "body"), words, f"\n{words}", BUNMEE.name)
    hyphen = carve(copy.paragraph("ทุกไตรมาส"), "ทุกไตรมาส")[0]
    mark = copy.signature.mark("ins", ARPHA)
    etree.SubElement(etree.SubElement(mark, f"{W}r"), f"{W}noBreakHyphen")
    parent_of(hyphen).insert(list(parent_of(hyphen)).index(hyphen) + 1, mark)
    copy.must.counts["insertion"] += 1
    copy.must.wording(thai("monitoring", "body"), "ทุกไตรมาส", "ทุกไตรมาส\u2011", ARPHA.name)
    copy.must.accept_also(
        thai("monitoring", "body"),
        copy.must.text_of(thai("monitoring", "body")).replace("ทุกไตรมาส", "ทุกไตรมาส-"),
    )


CASES: tuple[Case, ...] = (
    Case(
        name="word-section-deleted",
        program=WORD_365,
        did="A section struck out with its heading and its text, and the only row of a goal's indicators.",
        cites=(_RUNS, _MARKS, "ECMA-376 part 1, 17.13.5.12 del (Deleted Table Row)"),
        do=_section_deleted,
    ),
    Case(
        name="word-section-added",
        program=WORD_365,
        did="A heading with two paragraphs written between two sections, tracked; a paragraph below a table, not tracked.",
        cites=(_RUNS, _MARKS),
        do=_section_added,
    ),
    Case(
        name="word-passages-swapped",
        program=WORD_365,
        did="A passage with its label put before another one, not tracked, and a word corrected in each.",
        cites=("ECMA-376 part 1, 17.13.6.2 bookmarkStart: a bookmark goes with the text it is around",),
        do=_swapped,
    ),
    Case(
        name="word-row-copied",
        program=WORD_365,
        did="A project's row copied below itself and made into a second phase, tracked; the copy has no bookmark.",
        cites=(
            "ECMA-376 part 1, 17.13.5.17 ins (Inserted Table Row); 17.13.6.2: names of bookmarks are unique",
        ),
        do=_copied,
    ),
    Case(
        name="word-pictures-and-marks",
        program=WORD_365,
        did="A picture inserted, a line broken, a hyphen that does not break; comments beside them.",
        cites=(_RUNS, "ECMA-376 part 1, 17.3.3.9 drawing, 17.3.3.1 br, 17.3.3.18 noBreakHyphen"),
        do=_marks,
    ),
)
"""The files."""
