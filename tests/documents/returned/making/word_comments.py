"""Comments as Word writes them: wherever a person can set one, answered, ticked, and on what is tracked."""

from lxml import etree

from tests.documents.returned.making.case import Case
from tests.documents.returned.making.marking import carve, parent_of
from tests.documents.returned.making.must_come_out import NOWHERE
from tests.documents.returned.making.package import W_NAMESPACE, W
from tests.documents.returned.making.places import ARPHA, BUNMEE, CAROL, place, thai
from tests.documents.returned.making.programs import WORD_365, WORD_2010, WORD_2016, WORD_PHONE
from tests.documents.returned.making.returned_copy import Copy, outer

_RANGE = (
    "ECMA-376 part 1, 17.13.4.3, 17.13.4.4, 17.13.4.5: commentRangeEnd, commentRangeStart, commentReference"
)
_THREAD = "MS-DOCX: commentEx (paraId, paraIdParent, done); 2.8.1.1 commentsIds; commentsExtensible; people"


def _everywhere(copy: Copy) -> None:
    rationale = thai("water", "rationale")
    copy.comment(rationale, "ดาดคอนกรีตเมื่อ 15 ปีก่อน", "ขอหลักฐานของตัวเลขนี้", ARPHA)
    copy.comment(thai("water"), "การบริหารจัดการน้ำทั้งลุ่มน้ำ", "ชื่อประเด็นควรสั้นลง", ARPHA)
    copy.comment(NOWHERE, "แหล่งข้อมูล/วิธีวัด", "ควรมีคอลัมน์ผู้เก็บข้อมูล", ARPHA, place("safe_canals"))
    verification = thai("flooded", "verification")
    copy.comment(verification, "นักข้อมูลชุมชน", "เก็บช่วงไหนของปี", ARPHA)
    copy.comment(place("flooded", "target", "2570"), "950", "ลดได้จริงหรือ", ARPHA)
    copy.comment(place("pump", "budget"), "28,500,000", "งบสูงมาก ขอรายละเอียด", ARPHA, place("pump"))
    copy.comment(place("water", "alignment"), "ความเชื่อมโยงกับแผนระดับต่าง ๆ", "ขาดแผนลุ่มน้ำ", ARPHA)
    copy.comment(thai("dredge", "objective"), "ฟื้นระบบนิเวศตลิ่ง", "ดีมาก ควรขยายความ", ARPHA)
    copy.comment(place("sago"), "1.1.2", "โครงการนี้ควรทำก่อน", ARPHA, thai("sago"), nth=1)
    copy.comment(thai("safe_canals"), "ชุมชนริมคลองปลอดภัยจากน้ำท่วม", "ปลอดภัยวัดอย่างไร", ARPHA, nth=1)
    copy.comment(thai("monitoring", "body"), "บัตรคะแนนชุมชน", "ขอดูแบบฟอร์ม", ARPHA)
    copy.comment(NOWHERE, "ส่วนที่ 5 การขับเคลื่อน ติดตาม และประเมินผล", "ส่วนนี้สั้นไป", ARPHA, place("plan"))
    copy.comment(thai("vulnerability", "definition"), "ขีดความสามารถในการปรับตัว", "อ้างอิง IPCC", ARPHA, nth=1)


def _six_places(copy: Copy) -> None:
    background = thai("background", "body")
    gone = copy.delete(background, "ทิ้งปลาและดินตะกอนไว้ให้ ", BUNMEE)
    copy.comment_between(background, gone, gone, ("ทิ้งปลาและดินตะกอนไว้ให้ ", "ตัดออกเพราะซ้ำกับวรรคต่อไป"), BUNMEE)
    copy.comment(thai("background"), "ความเป็นมา", "ควรมีแผนที่", BUNMEE)
    description, restore = thai("safe_canals", "description"), thai("restore")
    first = outer(carve(copy.paragraph("ชุมชนท้ายน้ำจะเตรียมตัวทัน"), "ชุมชนท้ายน้ำจะเตรียมตัวทัน")[0])
    last = outer(carve(copy.paragraph("ฟื้นสายคลองและป่าสาคู"), "ฟื้นสายคลองและป่าสาคู")[-1])
    across = ("ชุมชนท้ายน้ำจะเตรียมตัวทัน", "สองหัวข้อนี้ขัดกัน")
    copy.comment_between(description, first, last, across, BUNMEE, restore)
    copy.comment(NOWHERE, "งบประมาณรวม (บาท)", "หน่วยควรเป็นล้านบาท", BUNMEE, place("restore"))
    after = "ขุดเฉพาะช่วงที่ตื้นเขิน"
    come = copy.insert(thai("restore", "description"), after, " ตามผลสำรวจ", BUNMEE)
    (run,) = come.findall(f"{W}r")
    inside = (" ตามผลสำรวจ", "สำรวจปีใด")
    copy.comment_between(thai("restore", "description"), run, run, inside, BUNMEE)
    _comment_in_foot(copy)


def _comment_in_foot(copy: Copy) -> None:
    """A comment on the words of a footer, whose text is a part of its own."""
    name = "word/footer1.xml"
    foot = etree.fromstring(copy.package.parts[name])
    run = next(run for run in foot.iter(f"{W}r") if "ร่างที่ 3" in "".join(map(str, run.itertext())))
    words = ("ร่างที่ 3", "ท้ายกระดาษยังเป็นร่างเดิม")
    runs = carve(parent_of(run), words[0])
    copy.comment_between(NOWHERE, runs[0], runs[-1], words, BUNMEE, thai("plan", "edition"))
    copy.package.parts[name] = etree.tostring(foot, xml_declaration=True, encoding="UTF-8", standalone=True)


def _threads(copy: Copy) -> None:
    first = copy.comment(thai("vision"), "ข้อมูลเป็นของชุมชน", "คำนี้หมายถึงสิทธิแบบใด", CAROL)
    first.reply("หมายถึงชุมชนเป็นผู้อนุญาตให้ใช้", ARPHA).reply("Please say so in the glossary.", CAROL)
    second = copy.comment(thai("dredge"), "โดยชุมชนมีส่วนร่วม", "ระบุจำนวนชุมชน", ARPHA, nth=0)
    second.reply("5 ชุมชนตามเหตุผลความจำเป็น", BUNMEE).resolve()
    copy.comment(thai("framework", "body"), "ความอ่อนไหว", "ย่อหน้าแรก\nย่อหน้าที่สอง", BUNMEE)


def _flat(copy: Copy) -> None:
    vision, words = thai("vision"), "ข้อมูลเป็นของชุมชน"
    copy.comment(vision, words, "คำนี้หมายถึงสิทธิแบบใด", CAROL)
    copy.comment(vision, words, "หมายถึงชุมชนเป็นผู้อนุญาตให้ใช้", ARPHA)
    copy.comment(thai("mission_2"), "คนสุดท้าย", "ใครคือคนสุดท้าย", CAROL)


def _on_the_phone(copy: Copy) -> None:
    copy.comment(thai("collect", "description"), "5 ด้าน", "ระบุทั้ง 5 ด้าน", BUNMEE)
    copy.comment(thai("database", "kpi"), "ไม่น้อยกว่าร้อยละ 95", "สูงไปสำหรับปีแรก", BUNMEE, nth=1)
    copy.replace(thai("mappers", "target"), "72 คน", "96 คน", BUNMEE)


def _ranges(copy: Copy) -> None:
    unit = outer(carve(copy.paragraph("ครัวเรือนต่อปี"), "ครัวเรือนต่อปี")[0])
    baseline = outer(carve(copy.paragraph("1,840"), "1,840")[-1])
    words = ("ครัวเรือนต่อปี", "หน่วยกับค่าฐานไม่ตรงกัน")
    copy.comment_between(thai("flooded", "unit"), unit, baseline, words, ARPHA, place("flooded", "baseline"))
    description = thai("safe_canals", "description")
    first = outer(carve(copy.paragraph("ขังเกิน 3 วัน"), "ขังเกิน 3 วัน")[0])
    last = outer(carve(copy.paragraph("ครัวเรือนใน 9 ชุมชน"), "ครัวเรือนใน 9 ชุมชน")[-1])
    into = ("ขังเกิน 3 วัน", "ตัวชี้วัดต้องตรงกับคำอธิบาย")
    copy.comment_between(description, first, last, into, ARPHA, thai("flooded"))
    _between_paragraphs(copy)
    copy.comment_at(thai("room", "description"), "ทำงานโครงสร้างเฉพาะที่จำเป็น", "เพิ่มผลประโยชน์ร่วม", ARPHA)
    lost = copy.new_remark(ARPHA, "ข้อความที่เคยถามไว้ถูกลบไปแล้ว")
    copy.list_comment(NOWHERE, lost, "")


def _between_paragraphs(copy: Copy) -> None:
    """A range whose markers stand beside paragraphs, not inside them."""
    paragraph = copy.paragraph("แต่ละประเด็นยุทธศาสตร์มีคณะทำงานของตน")
    quote = "".join(map(str, paragraph.itertext(f"{{{W_NAMESPACE}}}t")))
    remark = copy.new_remark(ARPHA, "ทั้งย่อหน้านี้ควรเป็นตาราง")
    paragraph.addprevious(copy.marker("commentRangeStart", remark))
    end = copy.marker("commentRangeEnd", remark)
    paragraph.addnext(end)
    paragraph.append(copy.reference(remark))
    copy.list_comment(thai("driving", "body"), remark, quote)


CASES: tuple[Case, ...] = (
    Case(
        name="word-comments-everywhere",
        program=WORD_365,
        did="Comments on a text, a heading, the head of a table, a cell, a sum, a label and a line above rows.",
        cites=(_RANGE, _THREAD),
        do=_everywhere,
    ),
    Case(
        name="word-comments-six-places",
        program=WORD_365,
        did="Comments on deleted text, a heading, across two fields, in a table's head, inside an insertion, in a foot.",
        cites=(_RANGE, "ECMA-376 part 1, 17.10.4: a footer is a story of its own"),
        do=_six_places,
    ),
    Case(
        name="word-comments-threads",
        program=WORD_365,
        did="Three threads with answers of two people, one of them ticked; a comment of two paragraphs.",
        cites=(_RANGE, _THREAD),
        do=_threads,
    ),
    Case(
        name="word-2016-threads",
        program=WORD_2016,
        did="The same threads by Word 2016, without the parts that came later.",
        cites=(_RANGE, _THREAD),
        do=_threads,
    ),
    Case(
        name="word-2010-comments",
        program=WORD_2010,
        did="Comments by Word 2010, which knows neither threads nor ticks; an answer is a comment on the same words.",
        cites=(_RANGE,),
        do=_flat,
    ),
    Case(
        name="word-phone-comments",
        program=WORD_PHONE,
        did="Comments and one correction made on a telephone.",
        cites=(_RANGE, _THREAD),
        do=_on_the_phone,
    ),
    Case(
        name="word-comments-ranges",
        program=WORD_365,
        did="Ranges across cells, from a paragraph into a table, begun between paragraphs; a point; one lost from the text.",
        cites=(_RANGE, "ECMA-376 part 1, 17.2.2 and 17.4.37: range markers as children of body and of tbl"),
        do=_ranges,
    ),
)
"""The files."""
