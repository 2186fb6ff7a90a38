"""The files that LibreOffice saves: worked on in it, or only passed through it on the way back."""

import json
from collections.abc import Callable
from typing import Any

from tests.documents.returned.making.must_come_out import NOWHERE, Place
from tests.documents.returned.making.office import OfficeCase, OfficeCopy
from tests.documents.returned.making.places import ARPHA, BUNMEE, CAROL, english, node, place, thai
from tests.documents.returned.making.reviewed_plan import FOLDER


def _words(copy: OfficeCopy) -> None:
    copy.sit(ARPHA)
    copy.replace(thai("water", "rationale"), "กว่าครึ่ง", "ราวร้อยละ 60")
    copy.put_after(thai("safe_canals", "description"), "จะเตรียมตัวทัน", "และอพยพได้")
    copy.put_before(thai("restore", "description"), "ขุดเฉพาะช่วง", "สำรวจก่อนแล้ว")
    copy.replace(thai("decisions"), "ใช้ตัดสินใจได้จริง", "ใช้จัดงบประมาณได้จริง")
    copy.replace(thai("vision"), "ทุกคนพร้อม", "ทุกชุมชนพร้อม")
    copy.replace(thai("mission_2"), "ถึงคนสุดท้าย", "ถึงทุกครัวเรือน")
    copy.replace(place("flooded", "target", "2570"), "950", "900")
    copy.replace(place("park", "budget", "2570"), "10,500,000", "11,000,000")
    copy.sit(BUNMEE)
    copy.replace(thai("database", "expected_result"), "ภายใน 10 นาที", "ภายใน 5 นาที")
    copy.replace(thai("monitoring", "body"), "ทุกไตรมาส", "ทุกเดือน")
    copy.replace(thai("exposure", "definition"), "ระดับตลิ่งคลอง", "ระดับน้ำหลาก")


def _silent(copy: OfficeCopy) -> None:
    copy.track(is_on=False)
    copy.replace(thai("background", "body"), "คนสามรุ่น", "คนสี่รุ่น")
    copy.put_before(thai("framework", "body"), "แผนใช้กรอบ", "โดยหลัก ")
    copy.replace(thai("restore"), "ไม่ทำคลองให้เป็นคู", "ไม่ดาดคอนกรีต")
    copy.replace(thai("pump", "objective"), "ตอนล่าง", "ตอนล่างและตลาดเก่า")
    copy.replace(place("updated", "target", "2569"), "60", "55")
    copy.replace(place("dredge", "budget", "2568:ordinance"), "500,000", "550,000")
    copy.replace(thai("council", "role"), "เวทีกลางของ 24", "เวทีกลางของ 25")
    copy.deeds.append(["break_before", "และช้าพอ", 0])
    copy.must.wording(thai("safe_canals", "description"), "และช้าพอ", "\nและช้าพอ", "")
    second = copy.must.text_of(thai("driving", "body")).split("\n\n")[1]
    copy.deeds.append(["drop_paragraph", second[:30], 0])
    copy.must.wording(thai("driving", "body"), f"\n\n{second}", "\n", "")
    copy.must.accept_also(
        thai("driving", "body"), copy.must.text_of(thai("driving", "body")).split("\n\n")[0]
    )


def _comments(copy: OfficeCopy) -> None:
    copy.sit(CAROL)
    copy.comment(thai("water", "rationale"), "ดาดคอนกรีต", "ขอหลักฐาน")
    copy.comment(thai("data"), "ระบบข้อมูลและเตือนภัย", "แยกสองเรื่อง")
    copy.comment(NOWHERE, "แหล่งข้อมูล/วิธีวัด", "เพิ่มผู้รับผิดชอบ", place("safe_canals"))
    copy.comment(thai("sago", "target"), "85 ไร่", "ตรวจเอกสารสิทธิ")
    copy.comment(place("pump", "budget", "2569"), "12,600,000", "แยกแหล่งเงิน")
    across = ["comment_across", "ชุมชนเก็บ ตรวจ", "งานและงบประมาณ", "ทั้งข้อนี้ซ้ำกับประเด็นที่ 1"]
    copy.deeds.append(across)
    copy.must.counts["comment"] += 1
    description = thai("decisions", "description")
    copy.must.comment(description, across[3], CAROL.name, copy.must.text_of(description))
    heading = ["comment_across", "สองทางพบกัน", "สองทางพบกัน", "พบกันที่ใด"]
    copy.deeds.append(heading)
    copy.must.counts["comment"] += 1
    copy.must.comment(thai("framework", "body"), heading[3], CAROL.name, "สองทางพบกัน")
    copy.replace(thai("background", "body"), "ทิ้งปลาและดินตะกอนไว้ให้ ", "")
    copy.comment(thai("background", "body"), "ทิ้งปลาและดินตะกอนไว้ให้", "ตัดออกได้")
    copy.put_after(thai("collect", "description"), "ประจำซอย", "และผู้ช่วย")
    copy.comment(thai("collect", "description"), "และผู้ช่วย", "กี่คน")
    done = copy.comment(thai("mission_1"), "เลี้ยงคนได้", "คำนี้กำกวม")
    copy.deeds.append(["tick", "คำนี้กำกวม"])
    done["resolved"] = True


def _rows(copy: OfficeCopy) -> None:
    copy.sit(BUNMEE)
    copy.deeds.append(["drop_row", "เพื่อคืนพื้นที่ชุ่มน้ำริมคลอง", 0])
    copy.must.row("removed", place("sago"), BUNMEE.name)
    texts = {"B": "โครงการหลังคาเขียว", "C": "เพื่อลดความร้อน", "F": "250,000"}
    copy.deeds.append(["add_row", "เพื่อเป็นที่หน่วงน้ำหลากในฤดูฝน", 0, texts])
    copy.must.row("added", place("room"), BUNMEE.name, kind="project", cells=list(texts.values()))


def _silent_rows(copy: OfficeCopy) -> None:
    copy.track(is_on=False)
    copy.deeds.append(["drop_row", "เพื่อคืนพื้นที่ชุ่มน้ำริมคลอง", 0])
    copy.must.row("removed", place("sago"), "")
    texts = {"B": "โครงการหลังคาเขียว", "C": "เพื่อลดความร้อน", "E": "250,000"}
    copy.deeds.append(["add_row", "เพื่อให้แต่ละชุมชนมีคนเก็บ", 0, texts])
    copy.must.row("added", place("collect"), "", kind="project", cells=list(texts.values()))
    copy.deeds.append(["move_row", "เพื่อเป็นที่หน่วงน้ำหลากในฤดูฝน", 0, "เพื่อรู้ว่าใครอยู่ที่ไหน", 0])
    copy.must.row("moved", place("park"), "", into=node("collect"))


def _moved(copy: OfficeCopy) -> None:
    copy.sit(CAROL)
    field = thai("water", "rationale")
    first, second = copy.must.text_of(field).split("\n\n")
    copy.deeds.append(["move_paragraph", second[:20], first[:20]])
    copy.must.wording(field, f"{first}\n\n{second}", f"{second}\n{first}\n", CAROL.name)
    copy.must.accept_also(field, f"{second}\n{first}")


def _labels(copy: OfficeCopy) -> None:
    copy.sit(ARPHA)
    rationale, other = thai("water", "rationale"), thai("data", "rationale")
    copy.replace(rationale, "กว่าครึ่ง", "เกินครึ่ง")
    copy.replace(other, "ถนนสายใดท่วม", "ถนนใดท่วม")
    copy.deeds.append(["drop_paragraph", "เหตุผลและความสำคัญ", 1])
    copy.deeds.append(["replace", "เหตุผลและความสำคัญ", "หลักการและเหตุผล", 0])
    copy.must.stray("หลักการและเหตุผล", ARPHA.name, place("water", "rationale"), place("water"))
    copy.must.stray("เหตุผลและความสำคัญ", ARPHA.name, place("data", "rationale"), place("data"), thai("data"))


def _foot(copy: OfficeCopy) -> None:
    copy.sit(ARPHA)
    copy.deeds.append(["write_foot", " ฉบับผู้ทรงคุณวุฒิ"])
    copy.must.stray("ฉบับผู้ทรงคุณวุฒิ", ARPHA.name, place("plan"))
    copy.replace(thai("vision"), "ทุกคนพร้อม", "ทุกบ้านพร้อม")


def _after_threads(copy: OfficeCopy) -> None:
    for remark in _listed("word-2016-threads"):
        where = Place(**remark["place"])
        made = copy.must.comment(where, remark["text"], remark["author"], remark["quote"])
        made.update({name: remark[name] for name in ("resolved", "at", "initials")})
        for reply in remark["replies"]:
            copy.must.comment(where, reply["text"], reply["author"], remark["quote"])
        copy.must.counts["comment"] += 1 + len(remark["replies"])


def _as_listed(name: str) -> Callable[[OfficeCopy], None]:
    """What another file's list says, without the counts: LibreOffice parts and joins what it tracks."""

    def list_again(copy: OfficeCopy) -> None:
        for remark in _listed(name):
            if remark.get("text") != "ท้ายกระดาษยังเป็นร่างเดิม":
                copy.must.again(remark)

    return list_again


def _listed(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))["remarks"]
    return found


def _bilingual(copy: OfficeCopy) -> None:
    copy.sit(CAROL)
    copy.replace(english("water", "rationale"), "More than half", "Some sixty per cent")
    copy.replace(thai("water", "rationale"), "กว่าครึ่ง", "ราวร้อยละ 60")
    copy.track(is_on=False)
    copy.replace(english("monitoring", "body"), "once a year", "twice a year")
    copy.replace(thai("safe_canals", "description"), "เร็วพอ", "เร็วเพียงพอ")


CASES: tuple[OfficeCase, ...] = (
    OfficeCase(name="office-nothing-done", did="Opened and saved.", do=lambda _copy: None),
    OfficeCase(
        name="office-tracked",
        did="Words replaced and added in front and behind, tracked, in texts, headings, cells and numbers.",
        do=_words,
    ),
    OfficeCase(
        name="office-untracked",
        did="Words and numbers typed over with tracking off; a paragraph parted, another taken away.",
        do=_silent,
    ),
    OfficeCase(
        name="office-comments",
        did="Comments on a text, a heading, a table's head, a cell, across two fields, on deleted words, in an insertion.",
        do=_comments,
        has_window=False,
    ),
    OfficeCase(name="office-rows-tracked", did="A row taken away and one added, tracked.", do=_rows),
    OfficeCase(
        name="office-rows-untracked",
        did="A row taken away, one added and one moved within its table, not tracked.",
        do=_silent_rows,
    ),
    OfficeCase(
        name="office-moved-paragraph",
        did="The second paragraph of a rationale cut and pasted before the first, tracked.",
        do=_moved,
    ),
    OfficeCase(
        name="office-labels",
        did="A label typed over and another taken away, tracked; edits of the fields below them.",
        do=_labels,
    ),
    OfficeCase(name="office-foot", did="Words added in the feet of the pages, tracked.", do=_foot),
    OfficeCase(
        name="office-after-threads",
        did="A file with threads of Word 2016, opened and saved: every answer has become a comment of its own.",
        do=_after_threads,
        has_window=False,
        source="word-2016-threads",
    ),
    OfficeCase(
        name="office-after-words",
        did="A file with edits tracked in Word, opened and saved.",
        do=_as_listed("word-tracked-words"),
        source="word-tracked-words",
    ),
    OfficeCase(
        name="office-after-rows",
        did="A file with rows deleted in Word, opened and saved.",
        do=_as_listed("word-row-deleted"),
        source="word-row-deleted",
    ),
    OfficeCase(
        name="office-after-comments",
        did="A file with comments set in Word wherever one can be, opened and saved.",
        do=_as_listed("word-comments-everywhere"),
        has_window=False,
        source="word-comments-everywhere",
    ),
    OfficeCase(
        name="office-bilingual",
        did="The file in two languages: wordings of both corrected, tracked and not.",
        do=_bilingual,
        language="both",
    ),
)
"""The files."""
