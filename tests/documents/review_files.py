"""Files for review in tests: what goes out, and what a file says of its comments, read without the code that wrote them."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from docx.oxml.ns import qn

from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.outline_blocks import DocumentLanguage
from success_desktop.documents.word_review import ReviewPack, SentThread, SentWord
from success_desktop.documents.word_writer import write_word
from success_desktop.domain.plan import Plan
from tests.documents.word_reading import read_body, read_text, style_of

AT = datetime(2024, 2, 12, 3, 30, tzinfo=UTC)
NOTE = (("ร่างเพื่อรับฟังความคิดเห็น", "แก้ได้เลย", "ส่งกลับมา"), ("Draft for comment", "Change it", "Send it back"))
NOTE_STYLES = ("ReviewNote", "ReviewNoteTitle")


def word(number: int, text: str = "", author: str = "ดร.สมชาย", at: datetime | None = AT) -> SentWord:
    said = text or f"ข้อ {number}"
    return SentWord(
        durable_id=f"{number:08X}", author=author, text=said, initials="สช", at=at, node_id=f"f-{number}"
    )


def thread(
    *words: SentWord, place: tuple[str, str, str] | None = None, start: int = 0, end: int = 0
) -> SentThread:
    return SentThread(words=words, places=(place,) if place else (), start=start, end=end)


def write_for_review(
    plan: Plan, threads: Iterable[SentThread], path: Path, language: DocumentLanguage = "th"
) -> Path:
    outline = build_outline(plan, OutlineOptions(language, revision_id="r1"))
    write_word(outline, path, review=ReviewPack(NOTE, tuple(threads)))
    return path


def read_ranges(path: Path) -> dict[int, str]:
    """The text between the marks of each comment, by its number; a comment that no sign refers to is left out."""
    open_numbers: set[int] = set()
    texts: dict[int, str] = {}
    signs: set[int] = set()
    for element in read_body(path).iter():
        number = int(element.get(qn("w:id")) or -1) if "omment" in str(element.tag) else -1
        if element.tag == qn("w:commentRangeStart"):
            open_numbers.add(number)
            texts[number] = ""
        elif element.tag == qn("w:commentRangeEnd"):
            open_numbers.remove(number)
        elif element.tag == qn("w:commentReference"):
            signs.add(number)
        for each in open_numbers:
            texts[each] += _letters(element.tag, element.text)
    assert not open_numbers
    return {number: text for number, text in texts.items() if number in signs}


def read_lines(path: Path) -> list[str]:
    """The text of every paragraph but those of the note."""
    paragraphs = read_body(path).iter(qn("w:p"))
    return [read_text(one) for one in paragraphs if style_of(one) not in NOTE_STYLES]


def _letters(tag: object, text: str | None) -> str:
    if tag == qn("w:t"):
        return text or ""
    return {qn("w:tab"): "\t", qn("w:br"): "\n"}.get(str(tag), "")
