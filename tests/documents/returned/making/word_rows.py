"""Rows and cells as Word tracks them: projects taken away, proposed, and put under another approach."""

from lxml import etree

from tests.documents.returned.making.case import Case
from tests.documents.returned.making.marking import mark_deleted, new_run, runs_of, wrap
from tests.documents.returned.making.package import W
from tests.documents.returned.making.places import ARPHA, BUNMEE, node, place, thai
from tests.documents.returned.making.programs import WORD_365, WORD_2016
from tests.documents.returned.making.returned_copy import Copy
from tests.documents.returned.making.rows import delete_row, insert_row, move_row, row_of

_ROWS = "ECMA-376 part 1, 17.13.5.12 del (Deleted Table Row), 17.13.5.17 ins (Inserted Table Row)"
_CELLS = "ECMA-376 part 1, 17.13.5.1 cellDel, 17.13.5.2 cellIns, 17.13.5.3 cellMerge"


def _deleted(copy: Copy) -> None:
    for form in ("projects", "project_list"):
        delete_row(copy, row_of(copy, "sago", form), ARPHA)
    copy.must.row("removed", place("sago"), ARPHA.name)
    delete_row(copy, row_of(copy, "pump"), ARPHA)
    copy.must.row("removed", place("pump"), ARPHA.name)
    delete_row(copy, row_of(copy, "mission_2", "missions"), ARPHA)
    copy.must.row("removed", place("mission_2"), ARPHA.name)


def _inserted(copy: Copy) -> None:
    texts = {1: "โครงการธนาคารน้ำใต้ดิน", 2: "เพื่อเก็บน้ำฝนไว้ใต้ดิน", 5: "400,000"}
    insert_row(copy, row_of(copy, "sago"), texts, BUNMEE)
    copy.must.row("added", place("restore"), BUNMEE.name, kind="project", cells=list(texts.values()))
    mission = {0: "3", 1: "สร้างเครือข่ายเมืองที่เรียนรู้ร่วมกัน"}
    insert_row(copy, row_of(copy, "mission_2", "missions"), mission, BUNMEE)
    copy.must.row("added", place("plan"), BUNMEE.name, kind="mission", cells=[mission[1]])


def _moved(copy: Copy) -> None:
    move_row(copy, row_of(copy, "park"), row_of(copy, "mappers"), ARPHA)
    copy.must.row("moved", place("park"), ARPHA.name, into=node("collect"))


def _moved_and_edited(copy: Copy) -> None:
    row = row_of(copy, "dredge")
    copy.comment(thai("dredge"), "โครงการขุดลอกและฟื้นฟูคลองสายหลัก", "ซ้ำกับโครงการของกรมชลประทาน", ARPHA, nth=2)
    delete_row(copy, row, ARPHA)
    copy.must.row("removed", place("dredge"), ARPHA.name)
    move_row(copy, row_of(copy, "database"), row_of(copy, "park"), BUNMEE)
    copy.must.row("moved", place("database"), BUNMEE.name, into=node("room"))
    copy.comment(place("database"), "2.1.1", "ย้ายมาไว้กับงานโครงสร้าง", BUNMEE, thai("database"), nth=1)
    arrived = row_of(copy, "database")
    (cell,) = [
        one for one in arrived.findall(f"{W}tc") if "ขยายเป็น 24 ชุมชน" in "".join(map(str, one.itertext()))
    ]
    (run,) = runs_of(next(cell.iter(f"{W}p")))
    mark = copy.signature.mark("ins", BUNMEE)
    mark.append(new_run(" และทุกชุมชนในปี 2572", run))
    holder = run.getparent()
    assert holder is not None
    holder.addnext(mark)
    copy.must.counts["insertion"] += 1
    ending = "ขยายเป็น 24 ชุมชนในปี 2570"
    copy.must.wording(thai("database", "target"), ending, f"{ending} และทุกชุมชนในปี 2572", BUNMEE.name)


def _cells(copy: Copy) -> None:
    row = row_of(copy, "engineering", "agencies")
    *_others, role = row.findall(f"{W}tc")
    _mark_cell(copy, role, "cellDel", "cell_deletion")
    for run in runs_of(next(role.iter(f"{W}p"))):
        wrap(run, copy.signature.mark("del", ARPHA))
        mark_deleted(run)
        copy.must.counts["deletion"] += 1
    copy.must.stray(copy.must.text_of(thai("engineering", "role")), ARPHA.name, thai("engineering", "role"))
    other = row_of(copy, "council", "agencies")
    made = etree.SubElement(other, f"{W}tc")
    properties = etree.SubElement(made, f"{W}tcPr")
    width = etree.SubElement(properties, f"{W}tcW")
    width.set(f"{W}w", "900")
    width.set(f"{W}type", "dxa")
    paragraph = etree.SubElement(made, f"{W}p")
    mark = copy.signature.mark("ins", ARPHA)
    mark.append(new_run("ประชุมทุกเดือน"))
    paragraph.append(mark)
    copy.must.counts["insertion"] += 1
    _mark_cell(copy, made, "cellIns", "cell_insertion")
    copy.must.stray("ประชุมทุกเดือน", ARPHA.name, place("council"))
    merged = row_of(copy, "foundation", "agencies").findall(f"{W}tc")[1]
    change = copy.signature.mark("cellMerge", ARPHA)
    change.set(f"{W}vMerge", "rest")
    properties = next(merged.iter(f"{W}tcPr"))
    properties.append(change)
    copy.must.counts["cell_merge"] += 1


def _mark_cell(copy: Copy, cell: etree._Element, tag: str, counted: str) -> None:
    next(cell.iter(f"{W}tcPr")).append(copy.signature.mark(tag, ARPHA))
    copy.must.counts[counted] += 1


def _whole_table(copy: Copy) -> None:
    table = next(row_of(copy, "updated", "indicators").iterancestors(f"{W}tbl"))
    for row in table.findall(f"{W}tr"):
        delete_row(copy, row, BUNMEE)
    copy.must.row("removed", place("updated"), BUNMEE.name)
    copy.must.stray("แหล่งข้อมูล/วิธีวัด", BUNMEE.name, place("decisions"))


CASES: tuple[Case, ...] = (
    Case(
        name="word-row-deleted",
        program=WORD_365,
        did="A project's row taken away in both tables that list it, another's only in the schedule; a mission too.",
        cites=(_ROWS,),
        do=_deleted,
    ),
    Case(
        name="word-row-inserted",
        program=WORD_2016,
        did="A new project proposed in the schedule, a new mission in its table.",
        cites=(_ROWS,),
        do=_inserted,
    ),
    Case(
        name="word-row-moved",
        program=WORD_365,
        did="A project's row moved below an approach of another strategic issue.",
        cites=(_ROWS, "ECMA-376 part 1, 17.13.5.24 moveFromRangeStart, 17.13.5.28 moveToRangeStart"),
        do=_moved,
    ),
    Case(
        name="word-row-moved-and-edited",
        program=WORD_365,
        did="A project deleted and another moved, its objective corrected where it went; comments on both.",
        cites=(_ROWS,),
        do=_moved_and_edited,
    ),
    Case(
        name="word-cells",
        program=WORD_365,
        did="A cell taken out of a row, one put into another row, and two cells merged, all tracked.",
        cites=(_CELLS,),
        do=_cells,
    ),
    Case(
        name="word-table-deleted",
        program=WORD_365,
        did="The whole table of a goal's indicators taken away with its head.",
        cites=(_ROWS,),
        do=_whole_table,
    ),
)
"""The files."""
