"""Outlines to print in tests: of every kind of block, and small ones to be varied."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from PIL import Image

from success_desktop.documents.outline_blocks import (
    Anchor,
    Block,
    Column,
    CoverLine,
    DataRow,
    HeadCell,
    Heading,
    Label,
    Outline,
    Paragraph,
    ParagraphStyle,
    PartHeading,
    Passage,
    Phrase,
    Phrases,
    Picture,
    Seal,
    Section,
    SideBySide,
    Table,
    Titled,
)
from success_desktop.domain.compare_text import Piece

LONG = (
    "เทศบาลร่วมกับชุมชนริมคลองสำรวจครัวเรือนที่เสี่ยงต่อน้ำท่วม จัดทำแผนที่ความเสี่ยง และซ้อมอพยพปีละ ๒ ครั้ง "
    "โดยเฉพาะผู้สูงอายุ ผู้ป่วยติดเตียง และครัวเรือนที่ไม่มีสิทธิในที่ดิน เพื่อให้ทุกคนปลอดภัยภายใน ๓๐ นาทีหลังได้รับคำเตือน "
)
SEAL = Seal(
    "SUCCESS:1:01J00000000000000000000001:AB3D-EF7H-JK2M:0123456789ABCDEF",
    "AB3D-EF7H-JK2M",
    (Phrase("แผนทดสอบ · ฉบับที่ ๓ · ๑ ตุลาคม ๒๕๖๘", "th"),),
)


def th(text: str, **more: Any) -> Phrase:
    """A phrase in Thai."""
    return Phrase(text, "th")._replace(**more)


def en(text: str, **more: Any) -> Phrase:
    """A phrase in English."""
    return Phrase(text, "en")._replace(**more)


def anchor(name: str, node_id: str = "n1") -> Anchor:
    """An anchor of that name."""
    return Anchor(name, node_id, "name", "th")


def heading(text: str, level: int = 2, english: str = "") -> Heading:
    """A heading whose label is its number."""
    lines = [Titled(Label(th("1."), (anchor(f"f_{text}"),)), th(text))]
    if english:
        lines.append(Titled(Label(en("1.")), en(english)))
    return Heading(level, tuple(lines))


def passage(text: str, label: str = "", *, is_inline: bool = False) -> Passage:
    """A field, with a label or without."""
    return Passage(Label(th(label), (anchor(f"f_{label}"),)), th(text), is_inline)


def paragraph(text: str, style: ParagraphStyle = "body") -> Paragraph:
    """A paragraph of a letter in Thai."""
    return Paragraph((th(text),), style)


def table(count: int = 3) -> Table:
    """A table of numbers and names."""
    return Table(
        "small",
        (th("ทะเบียนโครงการ"),),
        (th("ตารางย่อย"),),
        (Column(1, "centre", "number"), Column(5, "text", "name"), Column(2, "number", "budget")),
        ((HeadCell((th("ที่"),)), HeadCell((th("โครงการ"),)), HeadCell((th("บาท"),))),),
        tuple(
            DataRow(
                Anchor(f"r_{number}", f"p{number}", "", ""),
                ((Phrase(str(number), ""),), (th(f"โครงการลำดับ {number}"),), (Phrase(f"{number},000", ""),)),
            )
            for number in range(1, count + 1)
        ),
    )


_SHOWN = (th("แผนที่ชุมชน\nริมคลอง"), en("Map"))


def picture(width_mm: float = 60, size: tuple[int, int] = (30, 20), alt: Phrases = _SHOWN) -> Picture:
    """A plain picture."""
    drawn = io.BytesIO()
    Image.new("RGB", size, (27, 110, 104)).save(drawn, "PNG")
    return Picture(drawn.getvalue(), alt, width_mm)


def every_block() -> tuple[Block, ...]:
    """One block of each kind and style."""
    return (
        PartHeading((th("ส่วนที่ ๑ บริบท"), en("Part 1 Context"))),
        heading("ความเป็นมา", 2, "Background"),
        passage(f"{LONG * 2}\n\n{LONG}"),
        passage("ปีละครั้ง", "ความถี่", is_inline=True),
        heading("เป้าหมายย่อย", 3),
        passage(LONG, "เหตุผล"),
        Passage(Label(th("")), th("Only in English", mark="(ภาษาอังกฤษ)")),
        Passage(Label(en("Reason")), en("English text of a body that is not spread over its line. " * 3)),
        heading("แนวทางที่หนึ่ง", 4),
        Passage(
            Label(th("เดิมและใหม่")),
            th(
                "ใหม่",
                pieces=(Piece("same", "งบประมาณ "), Piece("deleted", "เก่า"), Piece("inserted", "ใหม่\nมาก")),
            ),
            is_inline=True,
        ),
        SideBySide(
            ((Titled(Label(th("วิสัยทัศน์")), th(LONG)), Titled(Label(en("Vision")), en("A safe town"))),)
        ),
        table(),
        picture(),
        *letter_blocks(),
    )


def letter_blocks() -> Iterator[Block]:
    """A paragraph of every style."""
    yield paragraph("ประกาศเทศบาลเมืองตัวอย่าง", "title")
    yield paragraph("เรื่อง ประกาศใช้แผนพัฒนาท้องถิ่น", "subtitle")
    yield Paragraph((th(LONG), th("คำหนา", is_bold=True), th(f"ต่อท้าย\n{LONG}")))
    yield paragraph(f"(๑) {LONG}", "point")
    yield Paragraph((en("(2) A point in English " * 8),), "point")
    yield paragraph("กลางหน้า", "centre")
    yield paragraph("ชิดขวา", "right")
    yield paragraph("(นายสมชาย ใจดี)\nนายกเทศมนตรี", "signature")
    yield paragraph("หมายเหตุท้ายเรื่อง", "note")
    yield paragraph(f"ข้อความในกรอบ\n\n{LONG}", "boxed")


def outline(*blocks: Block, **changes: Any) -> Outline:
    """A document in Thai of one portrait section, without cover and contents unless `changes` give them."""
    base = Outline(
        language="th",
        has_thai_digits=False,
        plan_id="01J00000000000000000000001",
        revision_id="r1",
        title=th("แผนทดสอบ พ.ศ. 2568–2572"),
        owner=th("เทศบาลเมืองตัวอย่าง"),
        contents_title=(),
        page_word=th("หน้า"),
        origin=th("แผน 01J · ฉบับบันทึก r1"),
        cover=(),
        sections=(Section("portrait", (), blocks),),
    )
    return replace(base, **changes)


def cover() -> tuple[CoverLine, ...]:
    """A cover of a title, an owner and a notice."""
    return (
        CoverLine("title", ((anchor("f_title"), th("แผนยุทธศาสตร์และแผนปฏิบัติการด้านการเตรียมความพร้อมของชุมชน")),)),
        CoverLine("organisation", ((anchor("f_org"), th("เทศบาลเมืองตัวอย่าง")),)),
        CoverLine("notice", ((anchor("f_notice"), th("เอกสารตัวอย่าง\nสำหรับทดสอบ")),)),
    )


def whole_book(**changes: Any) -> Outline:
    """A document with everything: cover, contents, an upright section of every block, and one across with a stamp."""
    sections = (
        Section("portrait", (), every_block()),
        Section(
            "landscape",
            (th("แบบ ผ.02"),),
            (PartHeading((th("ส่วนที่ ๒ บัญชีโครงการ"),)), table(40)),
            margins="form",
        ),
    )
    return outline(cover=cover(), contents_title=(th("สารบัญ"),), sections=sections, **changes)


def letter(**changes: Any) -> Outline:
    """A letter of three pages."""
    body = (paragraph("บันทึกข้อความ", "title"), *(paragraph(LONG * 3) for _times in range(16)))
    return outline(sections=(Section("portrait", (), body, "letter", True),), **changes)
