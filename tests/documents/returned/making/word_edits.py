"""Tracked edits of text as Word writes them: words, paragraphs, looks, one inside the other."""

import copy as copying

from lxml import etree

from tests.documents.returned.making.case import Case
from tests.documents.returned.making.marking import (
    Person,
    carve,
    mark_deleted,
    mark_paragraph,
    new_run,
    runs_of,
    shown_text,
    split_at,
    wrap,
)
from tests.documents.returned.making.must_come_out import Place
from tests.documents.returned.making.package import W
from tests.documents.returned.making.places import ARPHA, BUNMEE, CAROL, english, place, thai
from tests.documents.returned.making.programs import WORD_365, WORD_2016
from tests.documents.returned.making.returned_copy import Copy

_RUNS = "ECMA-376 part 1, 17.13.5.18 ins (Inserted Run Content), 17.13.5.14 del (Deleted Run Content)"
_MARKS = "ECMA-376 part 1, 17.13.5.20 ins (Inserted Paragraph), 17.13.5.15 del (Deleted Paragraph)"


def _words(copy: Copy) -> None:
    copy.replace(thai("water", "rationale"), "กว่าครึ่ง", "ราวร้อยละ 60", ARPHA)
    copy.insert(thai("water", "rationale"), "เก็บน้ำฝนไว้ใช้ในฤดูแล้ง", "และป้องกันไฟป่า", ARPHA)
    copy.replace(thai("safe_canals", "description"), "น้ำหลากผ่าน", "ให้น้ำหลากไหลผ่าน", ARPHA)
    copy.insert(thai("monitoring", "body"), "ผ่านบัตรคะแนนชุมชนปีละ", "สอง", ARPHA)
    copy.replace(thai("decisions"), "ใช้ตัดสินใจได้จริง", "ใช้ตัดสินใจงบประมาณได้จริง", ARPHA)
    copy.replace(thai("vision"), "สายน้ำมีชีวิต ", "", ARPHA)
    copy.replace(thai("mission_1"), "เลี้ยงคนได้", "เลี้ยงผู้คนได้", ARPHA)
    copy.replace(thai("flooded", "unit"), "ครัวเรือนต่อปี", "หลังคาเรือนต่อปี", ARPHA)
    copy.replace(place("flooded", "baseline"), "1,840", "1,920", ARPHA)
    copy.replace(place("updated", "target", "2570"), "75", "70", ARPHA)
    copy.replace(place("park", "budget", "2571"), "13,500,000", "12,000,000", ARPHA)
    copy.replace(place("mappers", "budget", "2568:foundation_eu"), "160,000", "185,000", ARPHA)
    copy.replace(thai("pump", "kpi"), "24 ชั่วโมง", "12 ชั่วโมง", ARPHA)
    copy.replace(thai("exposure", "definition"), "บ้านที่พื้นต่ำกว่า", "บ้านที่มีพื้นต่ำกว่า", ARPHA)
    copy.replace(thai("plan", "edition"), "ร่างที่ 3", "ร่างที่ 3 (ปรับปรุง)", ARPHA)


def _nested(copy: Copy) -> None:
    field = thai("collect", "description")
    come = copy.insert(field, "แบบสอบถามฉบับเดียว", "ที่อ่านง่ายมาก", ARPHA)
    (run,) = come.findall(f"{W}r")
    (text,) = run.findall(f"{W}t")
    text.text = "ที่อ่านง่าย"
    gone = copy.signature.mark("del", BUNMEE)
    gone.append(new_run("มาก", is_deleted=True))
    come.append(gone)
    copy.must.counts["deletion"] += 1
    _reads_otherwise(copy, field, "แบบสอบถามฉบับเดียวที่อ่านง่ายมาก", "แบบสอบถามฉบับเดียวที่อ่านง่าย")
    body = thai("driving", "body")
    copy.replace(body, "21 คน", "25 คน", ARPHA)
    copy.replace(body, "ปีละ 4 ครั้ง", "ปีละ 6 ครั้ง", BUNMEE)
    copy.replace(thai("room"), "เพิ่มที่ให้น้ำอยู่และแก้จุดคอขวดทางน้ำ", "คืนพื้นที่ให้น้ำ", CAROL)


def _reads_otherwise(copy: Copy, field: Place, both: str, final: str) -> None:
    """One person's insertion was shortened by another: what remains may be listed as the first one's wording."""
    copy.must.accept_also(field, copy.must.proposed(field).replace(both, final))
    copy.must.may_also(field, BUNMEE.name)


def _paragraphs(copy: Copy) -> None:
    _part(copy, thai("safe_canals", "description"), "และช้าพอ", ARPHA)
    _join(copy, thai("framework", "body"), "การดูแลคนที่เปราะบางที่สุดก่อน", ARPHA)
    _add(
        copy, thai("monitoring", "body"), "ตัวเลขจึงมาจากสามทางที่ตรวจสอบกันเองได้", "รายงานเปิดเผยต่อสาธารณะ", ARPHA
    )
    _take_away(copy, thai("data", "rationale"), ARPHA)


def _part(copy: Copy, field: Place, before: str, by: Person) -> None:
    """Press Enter in front of some words: the first half's mark is inserted."""
    paragraph = copy.paragraph(before)
    split_at(paragraph, shown_text(paragraph).index(before))
    first = etree.Element(f"{W}p")
    properties = paragraph.find(f"{W}pPr")
    assert properties is not None
    first.append(copying.deepcopy(properties))
    words = carve(paragraph, before)[0]
    for run in runs_of(paragraph):
        if run is words:
            break
        first.append(run)
    paragraph.addprevious(first)
    mark_paragraph(first, copy.signature.mark("ins", by))
    copy.must.counts["mark_insertion"] += 1
    copy.must.wording(field, before, f"\n{before}", by.name)


def _join(copy: Copy, field: Place, ending: str, by: Person) -> None:
    """Take away the end of a paragraph and the blank line behind it: the two run together."""
    paragraph = copy.paragraph(ending)
    blank = paragraph.getnext()
    assert blank is not None
    for one in (paragraph, blank):
        mark_paragraph(one, copy.signature.mark("del", by))
        copy.must.counts["mark_deletion"] += 1
    copy.must.wording(field, f"{ending}\n\n", ending, by.name)


def _add(copy: Copy, field: Place, ending: str, new: str, by: Person) -> None:
    """Write a paragraph behind the one that ends with some words."""
    paragraph = copy.paragraph(ending)
    made = etree.Element(f"{W}p")
    properties = paragraph.find(f"{W}pPr")
    assert properties is not None
    made.append(copying.deepcopy(properties))
    mark = copy.signature.mark("ins", by)
    mark.append(new_run(new))
    made.append(mark)
    mark_paragraph(made, copy.signature.mark("ins", by))
    paragraph.addnext(made)
    copy.must.counts.update(("insertion", "mark_insertion"))
    copy.must.wording(field, ending, f"{ending}\n{new}", by.name)


def _take_away(copy: Copy, field: Place, by: Person) -> None:
    """Delete the first paragraph of a text and the blank line behind it."""
    first, others = copy.must.text_of(field).split("\n\n", 1)
    paragraph = copy.paragraph(first)
    blank = paragraph.getnext()
    assert blank is not None
    for run in runs_of(paragraph):
        wrap(run, copy.signature.mark("del", by))
        mark_deleted(run)
        copy.must.counts["deletion"] += 1
    for one in (paragraph, blank):
        mark_paragraph(one, copy.signature.mark("del", by))
        copy.must.counts["mark_deletion"] += 1
    copy.must.wording(field, f"{first}\n\n{others}", others, by.name)


def _formatting(copy: Copy) -> None:
    run = carve(copy.paragraph("คนสามรุ่น"), "คนสามรุ่น")[0]
    _look(run, "rPr", "<w:b/>", copy, "rPrChange")
    paragraph = copy.paragraph("เมืองตัวอย่างเติบโต")
    _look(paragraph, "pPr", '<w:jc w:val="center"/>', copy, "pPrChange")
    table = next(copy.package.body.iter(f"{W}tbl"))
    _look(table, "tblPr", '<w:jc w:val="center"/>', copy, "tblPrChange")
    row = next(table.iter(f"{W}tr"))
    _look(row, "trPr", "<w:tblHeader/>", copy, "trPrChange")
    _look(next(row.iter(f"{W}tc")), "tcPr", "<w:noWrap/>", copy, "tcPrChange")
    section = list(copy.package.body.iter(f"{W}sectPr"))[1]
    section.append(_changed(copy, "sectPrChange", "sectPr"))
    copy.must.counts["formatting"] += 1


def _look(element: etree._Element, name: str, added: str, copy: Copy, change: str) -> None:
    """Set something otherwise, with the old look tracked."""
    properties = element.find(f"{W}{name}")
    if properties is None:
        properties = etree.Element(f"{W}{name}")
        element.insert(0, properties)
    tag, _, value = added.strip("</>").partition(" ")
    made = etree.SubElement(properties, f"{W}{tag.removeprefix('w:')}")
    if value:
        made.set(f"{W}val", value.split('"')[1])
    properties.append(_changed(copy, change, name))
    copy.must.counts["formatting"] += 1


def _changed(copy: Copy, change: str, name: str) -> etree._Element:
    mark = copy.signature.mark(change, ARPHA)
    etree.SubElement(mark, f"{W}{name}")
    return mark


def _bilingual(copy: Copy) -> None:
    field = english("water", "rationale")
    words = copy.must.text_of(field)
    start = words.index("More than half")
    assert start >= 0
    copy.replace(field, "More than half", "Some sixty per cent", CAROL)
    copy.replace(thai("water", "rationale"), "กว่าครึ่ง", "ราวร้อยละ 60", CAROL)
    copy.replace(english("safe_canals"), "are safe from floods", "are safer from floods", CAROL)
    copy.comment(english("vision"), "living waters", "Rivers, canals, or both?", CAROL)
    copy.comment(thai("vision"), "สายน้ำมีชีวิต", "What does this say in Thai?", CAROL)
    copy.retype(english("monitoring", "body"), "once a year", "twice a year")


CASES: tuple[Case, ...] = (
    Case(
        name="word-tracked-words",
        program=WORD_365,
        did="Words replaced, added in front and behind, and taken away: in texts, headings, cells, numbers and the cover.",
        cites=(_RUNS,),
        do=_words,
    ),
    Case(
        name="word-tracked-nested",
        program=WORD_2016,
        did="One reviewer deletes what another inserted; both correct one field; a whole value is replaced.",
        cites=(_RUNS, "MS-OI29500 2.1: Word writes del inside ins, never ins inside ins"),
        do=_nested,
    ),
    Case(
        name="word-tracked-paragraphs",
        program=WORD_365,
        did="A paragraph parted in two, two joined, one added and one taken away inside texts.",
        cites=(_RUNS, _MARKS),
        do=_paragraphs,
    ),
    Case(
        name="word-formatting-only",
        program=WORD_365,
        did="Bold, a paragraph centred, a table, a row, a cell and a section set otherwise; no word touched.",
        cites=(
            "ECMA-376 part 1, 17.13.5.29 to 17.13.5.37: pPrChange, rPrChange, sectPrChange, tblPrChange …",
        ),
        do=_formatting,
    ),
    Case(
        name="word-bilingual",
        program=WORD_365,
        did="The file in two languages: English and Thai wordings corrected side by side, comments in English.",
        cites=(_RUNS,),
        do=_bilingual,
        language="both",
    ),
)
"""The files."""
