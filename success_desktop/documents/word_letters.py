"""The paragraphs of letters in Word: runs one behind the other, each style with the look that offices know."""

from collections.abc import Mapping

from success_desktop.documents.outline_blocks import Block, Outline, Paragraph, ParagraphStyle, Picture
from success_desktop.documents.word_xml import run_style, split_paragraphs, write_paragraph, write_run

_STYLES: Mapping[ParagraphStyle, tuple[str, str]] = {
    "title": ("LetterTitle", "LetterTitle"),
    "subtitle": ("LetterSubtitle", "LetterSubtitle"),
    "body": ("BodyThai", "BodyEnglish"),
    "point": ("LetterPoint", "LetterPointEnglish"),
    "line": ("LetterLine", "LetterLine"),
    "label": ("LetterLabel", "LetterLabel"),
    "centre": ("LetterCentre", "LetterCentre"),
    "right": ("LetterRight", "LetterRight"),
    "signature": ("LetterSignature", "LetterSignature"),
    "note": ("LetterNote", "LetterNote"),
    "boxed": ("LetterBoxed", "LetterBoxed"),
}
"""Word's style for Thai text and for English: Thai is spread over its line, English is not."""
_KEPT = "<w:keepNext/>"


def has_letters(outline: Outline) -> bool:
    """Whether a document needs the styles of letters."""
    return any(
        section.is_numbered_above or any(isinstance(block, Paragraph | Picture) for block in section.blocks)
        for section in outline.sections
    )


def is_signature(block: Block | None) -> bool:
    """Whether a block is (the beginning of) a signature, which must not stand alone on a page."""
    return isinstance(block, Paragraph) and block.style == "signature"


def write_letter_paragraph(block: Paragraph, *, is_kept: bool = False) -> str:
    """A paragraph, or several where line ends in its runs part them; a blank one is a low line.

    With `is_kept` its end is on the page of what follows.
    """
    style = _STYLES[block.style][bool(block.runs) and block.runs[0].language == "en"]
    paragraphs = [""]
    for run in block.runs:
        mark = write_run(f"{run.mark} ", run_style(run)) if run.mark else ""
        first, *rest = split_paragraphs(run.text)
        paragraphs[-1] += mark + write_run(first, run_style(run))
        paragraphs.extend(write_run(text, run_style(run)) for text in rest)
    keeps = ["" for _text in paragraphs[1:]] + [_KEPT if is_kept else ""]
    return "".join(
        write_paragraph(style if text else "BlankLine", text, keep)
        for text, keep in zip(paragraphs, keeps, strict=True)
    )
