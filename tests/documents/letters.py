"""Letters to print in tests: every style of paragraph, a picture, a seal, a watermark."""

from io import BytesIO
from typing import Any, get_args

import segno

from success_desktop.documents.outline_blocks import (
    Margins,
    Outline,
    Paragraph,
    ParagraphStyle,
    Phrase,
    Phrases,
    Picture,
    Seal,
    Section,
)

SENTENCE = "ด้วยคณะกรรมการพัฒนาท้องถิ่นเทศบาลเมืองตัวอย่างได้มีมติเห็นชอบร่างแผนพัฒนาท้องถิ่น"
SEAL = Seal(
    "SUCCESS:1:01JD:ABCD-EFGH-JKMN:0123456789ABCDEF",
    "ABCD-EFGH-JKMN",
    (Phrase("แผนพัฒนาท้องถิ่น ร่างที่ 5 & ฉบับเสนอสภา", "th"), Phrase("Local plan, draft 5", "en")),
)
DRAFT: Phrases = (Phrase("ร่าง", "th"),)


def phrase(text: str, *, is_bold: bool = False) -> Phrase:
    return Phrase(text, "en" if text.isascii() else "th", is_bold=is_bold)


def paragraph(*texts: str, style: ParagraphStyle = "body") -> Paragraph:
    return Paragraph(tuple(map(phrase, texts)), style)


def picture(width_mm: float = 30) -> Picture:
    drawn = BytesIO()
    segno.make("ตัวอย่าง").save(drawn, kind="png", scale=4)
    return Picture(drawn.getvalue(), (Phrase("ตรา & เครื่องหมาย", "th"), Phrase("A mark", "en")), width_mm)


def every_style() -> tuple[Paragraph, ...]:
    return tuple(paragraph(f"{style} {SENTENCE}", style=style) for style in get_args(ParagraphStyle))


def letter(*blocks: Paragraph | Picture, margins: Margins = "letter", **changes: Any) -> Outline:
    """A document of one letter, numbered above."""
    section = Section("portrait", (), blocks or (*every_style(), picture()), margins, is_numbered_above=True)
    wanted: dict[str, Any] = {
        "language": "th",
        "has_thai_digits": False,
        "plan_id": "01jd",
        "revision_id": "",
        "title": phrase("ประกาศใช้แผนพัฒนาท้องถิ่น"),
        "owner": phrase("เทศบาลเมืองตัวอย่าง"),
        "contents_title": (),
        "page_word": phrase("หน้า"),
        "origin": phrase(""),
        "cover": (),
        "sections": (section,),
        "is_read_back": False,
        **changes,
    }
    return Outline(**wanted)
