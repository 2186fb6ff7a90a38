"""Files saved by other programs than Word: Google Docs, WPS, and those that lose every bookmark."""

import re
from collections.abc import Callable

from lxml import etree

from tests.documents.returned.making.case import Case
from tests.documents.returned.making.marking import parent_of, runs_of
from tests.documents.returned.making.must_come_out import NOWHERE
from tests.documents.returned.making.package import W
from tests.documents.returned.making.places import ARPHA, BUNMEE, CAROL, place, thai
from tests.documents.returned.making.programs import GOOGLE, WORD_2016, WORD_PHONE, WPS
from tests.documents.returned.making.returned_copy import Copy
from tests.documents.returned.making.rows import delete_row, insert_row, row_of

_GOOGLE = "Google Docs writes w:ins and w:del for suggestions, names bookmarks _heading=h.… and bookmark=id.…, no own part"
_WPS = "WPS writes commentsExtended and keeps bookmarks; its dates are local time without a zone"


def lose_all_labels(do: Callable[[Copy], None]) -> Callable[[Copy], None]:
    """What is done, in a file that then loses all that ties it to the plan but its words."""

    def make(copy: Copy) -> None:
        do(copy)
        _forget(copy)
        for name in ("bookmarkStart", "bookmarkEnd"):
            for mark in list(copy.package.body.iter(f"{W}{name}")):
                parent_of(mark).remove(mark)

    return make


def _through_google(do: Callable[[Copy], None]) -> Callable[[Copy], None]:
    """What is done, in a file that has been through Google Docs."""

    def make(copy: Copy) -> None:
        do(copy)
        _forget(copy)
        for number, mark in enumerate(copy.package.body.iter(f"{W}bookmarkStart")):
            name = mark.get(f"{W}name", "")
            mark.set(
                f"{W}name", ("_heading=h." if name.startswith("_Toc") else "bookmark=id.") + f"{number:07x}"
            )
        for change in copy.package.body.iter(f"{W}ins", f"{W}del"):
            change.set(f"{W}id", "0")
        for paragraph in copy.package.body.iter(f"{W}p"):
            _spell_out(paragraph)
            _drop_own_style(paragraph)

    return make


def _forget(copy: Copy) -> None:
    """Lose the parts that name the plan, its revision and the texts that were sent."""
    copy.package.drop_parts(r"customXml/.*|docProps/custom\.xml")


def _spell_out(paragraph: etree._Element) -> None:
    """Write the look of each run into it, as programs do that know no complex-script styles."""
    for run in runs_of(paragraph):
        if run.find(f"{W}rPr") is None:
            properties = etree.Element(f"{W}rPr")
            etree.SubElement(properties, f"{W}rtl").set(f"{W}val", "0")
            run.insert(0, properties)


def _drop_own_style(paragraph: etree._Element) -> None:
    """Keep the styles of headings only: the others become plain paragraphs that look as before."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    if style is not None and not style.get(f"{W}val", "").startswith(("Heading", "TOC")):
        parent_of(style).remove(style)


def _nothing(_copy: Copy) -> None:
    """Nobody did anything."""


def _suggestions(copy: Copy) -> None:
    copy.replace(thai("water", "rationale"), "กว่าครึ่ง", "ราวร้อยละ 60", CAROL)
    copy.insert(thai("collect", "description"), "ประจำซอย", "ทุกซอย", CAROL)
    copy.delete(thai("vision"), "สายน้ำมีชีวิต ", CAROL)
    copy.replace(thai("decisions"), "ใช้ตัดสินใจได้จริง", "ใช้ตัดสินใจร่วมกันได้จริง", CAROL)
    copy.replace(thai("database", "kpi"), "ร้อยละ 95", "ร้อยละ 90", CAROL, nth=1)
    copy.replace(place("park", "budget", "2570"), "10,500,000", "9,000,000", CAROL)
    copy.replace(thai("vulnerability", "definition"), "คน ครัวเรือน", "ประชาชน ครัวเรือน", CAROL)
    copy.replace(thai("mission_2"), "คนสุดท้าย", "คนที่เข้าถึงยากที่สุด", CAROL)
    copy.comment(thai("monitoring", "body"), "สุ่มตรวจข้อมูลร้อยละ 5", "เพียงพอหรือไม่", BUNMEE).reply("พอ", CAROL)
    copy.comment(thai("restore"), "ไม่ทำคลองให้เป็นคู", "ชัดเจนดี", BUNMEE).resolve()
    copy.comment(thai("sago", "target"), "12,000 ต้น", "ต้นกล้ามาจากไหน", BUNMEE)


def _edits(copy: Copy) -> None:
    copy.retype(thai("background", "body"), "คนสามรุ่น", "คนสี่รุ่น")
    copy.retype(thai("framework", "body"), "เมืองห้ามฝนไม่ได้ แต่", "แม้เมืองห้ามฝนไม่ได้ แต่ก็")
    copy.retype(thai("safe_canals"), "ปลอดภัยจากน้ำท่วม", "พ้นภัยน้ำท่วม")
    copy.retype(thai("room", "description"), "ใช้แบบจำลองน้ำ", "ใช้แบบจำลองน้ำและภาพถ่ายดาวเทียม")
    copy.retype(thai("pump", "kpi"), "ไม่เกิน 24 ชั่วโมง", "ไม่เกิน 18 ชั่วโมง")
    copy.retype(place("flooded", "target", "2569"), "1,300", "1,200")
    copy.retype(thai("water_group", "role"), "ปีละ 2 ครั้ง", "ปีละ 4 ครั้ง")
    copy.retype(thai("plan", "edition"), "ร่างที่ 3", "ร่างที่ 3 ฉบับแก้ไข")
    copy.comment(thai("driving", "body"), "ไม่น้อยกว่าหนึ่งในสาม", "ควรครึ่งหนึ่ง", ARPHA)
    copy.comment(thai("data"), "ระบบข้อมูลและเตือนภัย", "แยกเป็นสองประเด็นได้ไหม", ARPHA)
    copy.comment(NOWHERE, "ส่วนที่ 6 ทะเบียนและอภิธานศัพท์", "ขอให้มีดัชนี", ARPHA, place("plan"))


def _rows(copy: Copy) -> None:
    for form in ("projects", "project_list"):
        row = row_of(copy, "sago", form)
        parent_of(row).remove(row)
    copy.must.row("removed", place("sago"), "")
    texts = {1: "โครงการหลังคาเขียว", 2: "เพื่อลดความร้อนในบ้าน", 5: "250,000"}
    insert_row(copy, row_of(copy, "park"), texts, None)
    copy.must.row("added", place("room"), "", kind="project", cells=list(texts.values()))
    copy.retype(place("mappers", "budget", "2571:ordinance"), "90,000", "95,000")


def _wps(copy: Copy) -> None:
    copy.replace(thai("monitoring", "body"), "ทุกไตรมาส", "ทุกเดือน", BUNMEE)
    copy.replace(place("dredge", "budget", "2568:ordinance"), "500,000", "650,000", BUNMEE)
    delete_row(copy, row_of(copy, "mappers"), BUNMEE)
    copy.must.row("removed", place("mappers"), BUNMEE.name)
    copy.comment(thai("room"), "แก้จุดคอขวดทางน้ำ", "มีกี่จุด", BUNMEE).reply("14 จุด", ARPHA).resolve()
    copy.comment(thai("foundation", "role"), "เงินสนับสนุนจากต่างประเทศ", "ระบุแหล่งเงิน", BUNMEE)
    for change in copy.package.body.iter(f"{W}ins", f"{W}del"):
        change.set(f"{W}date", change.get(f"{W}date", "").removesuffix("Z"))


def _tracked(copy: Copy) -> None:
    copy.replace(thai("data", "rationale"), "สามวันแรก", "สองวันแรก", ARPHA)
    copy.replace(thai("safe_canals", "description"), "เร็วพอ", "เร็วเพียงพอ", ARPHA)
    copy.replace(thai("restore"), "ฟื้นสายคลองและป่าสาคู", "ฟื้นฟูคลองและป่าสาคู", ARPHA)
    copy.replace(thai("updated"), "ภายใน 12 เดือน", "ภายใน 6 เดือน", ARPHA)
    copy.replace(place("updated", "target", "2571"), "85", "88", ARPHA)
    copy.replace(thai("dredge", "expected_result"), "ฝนรอบ 5 ปี", "ฝนรอบ 10 ปี", ARPHA)
    delete_row(copy, row_of(copy, "park"), ARPHA)
    copy.must.row("removed", place("park"), ARPHA.name)
    copy.comment(thai("exposure", "definition"), "บ้านที่พื้นต่ำ", "วัดจากอะไร", BUNMEE)
    copy.comment(thai("water", "rationale"), "สัตว์น้ำที่ชาวบ้านเคยจับกิน", "มีสถิติหรือไม่", BUNMEE)
    copy.comment(thai("background"), "ความเป็นมา", "เพิ่มแผนที่", BUNMEE)


def _other_labels(copy: Copy) -> None:
    copy.replace(thai("water", "rationale"), "กว่าครึ่ง", "เกินครึ่ง", ARPHA)
    copy.replace(thai("decisions", "description"), "เทศบาลใช้ข้อมูล", "เทศบาลและจังหวัดใช้ข้อมูล", ARPHA)
    copy.replace(thai("monitoring", "body"), "ปีละครั้ง", "ปีละสองครั้ง", ARPHA)
    copy.comment(thai("collect", "description"), "แบบสอบถามฉบับเดียว", "ขอดูแบบ", BUNMEE)
    copy.comment(thai("safe_canals"), "ชุมชนริมคลองปลอดภัย", "ควรรวมชุมชนชายฝั่ง", BUNMEE)
    copy.comment(thai("framework", "body"), "ข้อมูลสองทางพบกัน", "พบกันที่ใด", BUNMEE)
    for number in (1, 2):
        copy.type_over(f"ประเด็นยุทธศาสตร์ที่ {number}", f"ยุทธศาสตร์ที่ {'กข'[number - 1]}")
        copy.type_over(f"เป้าประสงค์ที่ {number}.1", f"เป้าหมาย {number}/1")
    copy.type_over("เหตุผลและความสำคัญ", "หลักการและเหตุผล")
    for _number in range(2):
        copy.type_over("แนวทางการพัฒนา", "กลยุทธ์")
    copy.must.loosely()


def _one_part(copy: Copy) -> None:
    copy.replace(thai("water", "rationale"), "เมื่อ 15 ปีก่อน", "เมื่อ 20 ปีก่อน", ARPHA)
    copy.replace(thai("restore", "description"), "รักษาโค้ง", "รักษาคุ้งน้ำ", ARPHA)
    copy.comment(thai("flooded", "verification"), "ทะเบียนผู้ประสบภัย", "ปรับปรุงเมื่อใด", BUNMEE)
    copy.comment(thai("data", "rationale"), "ไม่มีใครมีหน้าที่ปรับปรุง", "เสนอให้มีผู้รับผิดชอบ", BUNMEE)
    begins = re.compile("ส่วนที่ ([1-6]) ")
    part = ""
    for block in list(copy.package.body):
        if block.tag == f"{W}p":
            found = begins.match("".join(map(str, block.itertext(f"{W}t"))))
            part = found[1] if found and not _is_contents(block) else part
        if part != "3" and block.tag != f"{W}sectPr":
            copy.package.body.remove(block)
    copy.must.loosely()


def _is_contents(block: etree._Element) -> bool:
    style = block.find(f"{W}pPr/{W}pStyle")
    return style is not None and style.get(f"{W}val", "").startswith("TOC")


CASES: tuple[Case, ...] = (
    Case(
        name="google-suggestions",
        program=GOOGLE,
        did="Suggestions in texts, headings, cells and numbers, comments with answers.",
        cites=(_GOOGLE,),
        do=_through_google(_suggestions),
        labels="none",
    ),
    Case(
        name="google-edits",
        program=GOOGLE,
        did="Edits made in editing mode, which leave no trace, and comments.",
        cites=(_GOOGLE,),
        do=_through_google(_edits),
        labels="none",
    ),
    Case(
        name="google-rows",
        program=GOOGLE,
        did="A row added and one taken away as edits without trace; a number typed over.",
        cites=(_GOOGLE,),
        do=_through_google(_rows),
        labels="none",
    ),
    Case(
        name="google-nothing-done",
        program=GOOGLE,
        did="Opened in Google Docs and downloaded again as a Word file.",
        cites=(_GOOGLE,),
        do=_through_google(_nothing),
        labels="none",
    ),
    Case(
        name="wps-review",
        program=WPS,
        did="Tracked words and a row, comments with an answer and a tick.",
        cites=(_WPS,),
        do=_wps,
    ),
    Case(
        name="bare-tracked",
        program=WORD_PHONE,
        did="All bookmarks, custom properties and parts lost on the way; tracked words and comments.",
        cites=("no bookmark survives pasting into a new document",),
        do=lose_all_labels(_tracked),
        labels="none",
    ),
    Case(
        name="bare-untracked",
        program=WORD_2016,
        did="All bookmarks and parts lost, edits without trace, comments.",
        cites=("no bookmark survives pasting into a new document",),
        do=lose_all_labels(_edits),
        labels="none",
    ),
    Case(
        name="bare-other-labels",
        program=WORD_2016,
        did="All bookmarks lost and headings and labels numbered and named otherwise; tracked words, comments.",
        cites=("no bookmark survives pasting into a new document",),
        do=lose_all_labels(_other_labels),
        labels="none",
    ),
    Case(
        name="bare-one-part",
        program=WORD_2016,
        did="Only the third part came back, pasted into a new document: tracked words and comments.",
        cites=("no bookmark survives pasting into a new document",),
        do=lose_all_labels(_one_part),
        labels="none",
    ),
)
"""The files."""
