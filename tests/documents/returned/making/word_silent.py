"""What people do while nothing is tracked, and what they do to the labels: found only by comparing with what was sent."""

import copy as copying

from lxml import etree

from tests.documents.returned.making.case import Case
from tests.documents.returned.making.marking import new_run, parent_of, runs_of
from tests.documents.returned.making.must_come_out import NOWHERE
from tests.documents.returned.making.package import W
from tests.documents.returned.making.places import ARPHA, BUNMEE, CAROL, node, place, thai
from tests.documents.returned.making.programs import WORD_365, WORD_2016
from tests.documents.returned.making.returned_copy import Copy
from tests.documents.returned.making.rows import insert_row, row_of

_OFF = "ECMA-376 part 1, 17.15.1.90 trackRevisions: what is typed while it is off leaves no mark"
_LABELS = "ECMA-376 part 1, 17.13.6.2 bookmarkStart: a bookmark goes with the text it is around"


def _resaved(copy: Copy) -> None:
    for number, paragraph in enumerate(list(copy.package.body.iter(f"{W}p"))):
        paragraph.set(f"{W}rsidR", f"{0x00A10000 + number:08X}")
        for run in runs_of(paragraph):
            texts = run.findall(f"{W}t")
            if len(run) == 1 and len(texts) == 1 and len(texts[0].text or "") > 12:
                _break_up(run)


def _break_up(run: etree._Element) -> None:
    """Part a run as Word's spelling does: a wrong word between marks, in a run of its own."""
    whole = str(run.findtext(f"{W}t"))
    third = len(whole) // 3
    pieces = [whole[:third], whole[third : 2 * third], whole[2 * third :]]
    made: list[etree._Element] = []
    for kind, piece in zip(("spellStart", "spellEnd", ""), pieces, strict=True):
        written = new_run(piece, run)
        written.set(f"{W}rsidRPr", "00B20001")
        made.append(written)
        if kind:
            mark = etree.Element(f"{W}proofErr")
            mark.set(f"{W}type", kind)
            made.append(mark)
    for one in made:
        run.addprevious(one)
    parent_of(run).remove(run)


def _silent_words(copy: Copy) -> None:
    copy.retype(thai("background", "body"), "คนสามรุ่น", "คนสี่รุ่น")
    copy.retype(thai("water"), "การบริหารจัดการน้ำทั้งลุ่มน้ำ", "การจัดการน้ำร่วมกันทั้งลุ่มน้ำ")
    copy.retype(thai("vision"), "เมืองตัวอย่าง สายน้ำ", "นครตัวอย่าง สายน้ำ")
    copy.retype(thai("mission_2"), "ถึงคนสุดท้าย", "ถึงทุกคน")
    copy.retype(thai("flooded"), "9 ชุมชนเสี่ยงที่น้ำท่วมบ้าน", "12 ชุมชนเสี่ยงที่น้ำท่วมบ้าน")
    copy.retype(place("flooded", "target", "2572"), "400", "300")
    copy.retype(place("updated", "baseline"), "22", "25")
    copy.retype(place("sago", "budget", "2568"), "350,000", "450,000")
    copy.retype(thai("database", "expected_result"), "ภายใน 10 นาที", "ภายใน 5 นาที")
    copy.retype(thai("mayor", "role"), "ประธานคณะกรรมการขับเคลื่อนแผน", "ประธานกรรมการ")
    copy.retype(thai("exposure"), "การเปิดรับ", "การเปิดรับภัย")
    ending = "ล่วงหน้าก่อนฤดูฝน"
    paragraph = copy.paragraph(ending)
    made = copying.deepcopy(paragraph)
    for run in runs_of(made):
        made.remove(run)
    made.append(new_run("รายงานการประชุมเผยแพร่ทุกครั้ง"))
    paragraph.addnext(made)
    copy.must.wording(thai("driving", "body"), ending, f"{ending}\nรายงานการประชุมเผยแพร่ทุกครั้ง", "")


def _elsewhere(copy: Copy) -> None:
    """What belongs to no field, or repeats one: none of it may get lost."""
    root, title = place("plan"), thai("plan", "title")
    for old, new, nth, others in (
        ("ส่วนที่ 2 ทิศทางของแผน", "ส่วนที่ 2 ทิศทาง", 0, (root,)),
        ("แหล่งข้อมูล/วิธีวัด", "แหล่งข้อมูลและผู้วัด", 0, (place("safe_canals"),)),
        ("บัญชีรายละเอียดโครงการ", "บัญชีโครงการและงบประมาณ", 0, (root,)),
        ("เมืองตัวอย่าง พ.ศ. 2568–2572", "เมืองตัวอย่าง พ.ศ. 2568–2573", 1, (root, title)),
        ("กิจกรรม", "งานย่อย", 0, (place("restore"), place("dredge"), place("walk"))),
        (
            "14,610,000",
            "14,700,000",
            0,
            (root, place("water"), place("restore"), place("room"), place("park")),
        ),
        ("1.1.4", "1.1.9", 1, (place("park"),)),
    ):
        copy.type_over(old, new, nth=nth)
        copy.must.stray(new, "", *others)


def _silent_rows(copy: Copy) -> None:
    for form in ("projects", "project_list"):
        row = row_of(copy, "pump", form)
        parent_of(row).remove(row)
    copy.must.row("removed", place("pump"), "")
    texts = {1: "โครงการสวนผักริมคลอง", 2: "เพื่ออาหารปลอดภัย", 4: "90,000"}
    insert_row(copy, row_of(copy, "mappers"), texts, None)
    copy.must.row("added", place("collect"), "", kind="project", cells=list(texts.values()))
    moving = row_of(copy, "sago")
    parent_of(moving).remove(moving)
    row_of(copy, "database").addnext(moving)
    copy.must.row("moved", place("sago"), "", into=node("collect"))
    mission = row_of(copy, "mission_1", "missions")
    parent_of(mission).remove(mission)
    copy.must.row("removed", place("mission_1"), "")


def _mixed(copy: Copy) -> None:
    body = thai("monitoring", "body")
    copy.replace(body, "ทุกไตรมาส", "ทุกหกเดือน", ARPHA)
    copy.retype(body, "ร้อยละ 5 และชุมชนเสี่ยง", "ร้อยละ 10 และชุมชนเสี่ยง")
    copy.comment(body, "ตัวเลขจึงมาจากสามทาง", "สามทางใดบ้าง", BUNMEE)
    copy.replace(thai("dredge", "kpi"), "ร้อยละ 95", "ร้อยละ 90", ARPHA)
    copy.retype(thai("pump", "objective"), "ในฤดูแล้ง", "ตลอดปี", nth=1)
    copy.retype(place("dredge", "budget", "2568:ordinance"), "500,000", "700,000")
    copy.replace(place("database", "budget", "2570:ordinance"), "220,000", "180,000", CAROL)
    copy.comment(thai("pump", "objective"), "กันน้ำเค็ม", "ใช้ประตูแบบใด", CAROL)


def _labels(copy: Copy) -> None:
    copy.type_over("เหตุผลและความสำคัญ", "หลักการและเหตุผล")
    rationale = thai("water", "rationale")
    copy.retype(rationale, "กว่าครึ่ง", "เกินครึ่ง")
    gone = copy.paragraph("เหตุผลและความสำคัญ")
    assert gone.find(f"{W}bookmarkStart") is not None
    parent_of(gone).remove(gone)
    copy.retype(thai("data", "rationale"), "ถนนสายใดท่วม", "ถนนใดท่วม")
    copy.must.stray("หลักการและเหตุผล", "", place("water", "rationale"))
    copy.must.attend(rationale, thai("data", "rationale"))
    copy.comment(thai("data", "rationale"), "ผู้ป่วยติดเตียง", "มีจำนวนเท่าใด", BUNMEE)
    copy.comment(thai("decisions", "description"), "ข้อมูลชุดเดียวกัน", "ใครรับรอง", BUNMEE)


def _tracked_label(copy: Copy) -> None:
    copy.strike("เป้าประสงค์ที่ 1.1", ARPHA)
    copy.replace(thai("safe_canals"), "ปลอดภัยจากน้ำท่วม", "อยู่กับน้ำได้", ARPHA)
    copy.must.stray("เป้าประสงค์ที่ 1.1", ARPHA.name, place("safe_canals", "name"))
    copy.comment(NOWHERE, "ตัวชี้วัดและค่าเป้าหมาย", "ควรเพิ่มตัวชี้วัด", ARPHA, place("safe_canals"))
    copy.insert(thai("safe_canals", "description"), "ขังเกิน 3 วัน", " ในเขตชุมชน", ARPHA)


CASES: tuple[Case, ...] = (
    Case(
        name="word-nothing-done",
        program=WORD_365,
        did="Opened and saved: runs parted by spelling marks and revision ids, not a word otherwise.",
        cites=("ECMA-376 part 1, 17.13.8.1 proofErr; 17.15.1.72 rsids",),
        do=_resaved,
    ),
    Case(
        name="word-untracked-words",
        program=WORD_365,
        did="Words and numbers typed over with tracking off, in texts, headings, cells and a new paragraph.",
        cites=(_OFF,),
        do=_silent_words,
    ),
    Case(
        name="word-untracked-rows",
        program=WORD_2016,
        did="Rows taken away, added and moved with tracking off.",
        cites=(_OFF,),
        do=_silent_rows,
    ),
    Case(
        name="word-untracked-elsewhere",
        program=WORD_365,
        did="Typed over with tracking off: the name of a part, a table's head, its title, a caption, a sum, a row's number.",
        cites=(_OFF,),
        do=_elsewhere,
    ),
    Case(
        name="word-tracked-and-untracked",
        program=WORD_365,
        did="One reviewer tracks, another does not, in the same fields and others; comments on both.",
        cites=(_OFF, "ECMA-376 part 1, 17.13.5.18, 17.13.5.14"),
        do=_mixed,
    ),
    Case(
        name="word-labels-altered",
        program=WORD_365,
        did="A label written otherwise, and the label of another field taken away with its bookmark, nothing tracked.",
        cites=(_LABELS,),
        do=_labels,
    ),
    Case(
        name="word-labels-tracked",
        program=WORD_365,
        did="A heading's number struck out, tracked, its name corrected; the same heading repeated above the rows is whole.",
        cites=(_LABELS, "ECMA-376 part 1, 17.13.5.14"),
        do=_tracked_label,
    ),
)
"""The files."""
