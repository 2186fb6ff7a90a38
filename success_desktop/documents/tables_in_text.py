"""Tables in text files (CSV, TSV): telling the encoding and the delimiter, which such files do not say."""

import codecs
import csv
import io
import re
from collections import Counter

from success_desktop.errors import UserError
from success_desktop.i18n import N_

_DELIMITERS = ",;\t"
_RECORDS_TO_JUDGE_BY = 200
_LARGEST_CELL = 10_000_000

_DECLARED_DELIMITER = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
# What Windows-874 has besides Thai: no-break space, euro, ellipsis, quotation marks, bullet and dashes.
_NEUTRAL = re.compile("[\u00a0€…‘’“”•–—]")
# A Thai word as people write it: two letters or more, and no mark without a letter under it.
_THAI_STRETCH = re.compile("[ก-ฮฤฦเ-ไฯ๐-๙][ก-\u0e3a฿เ-๛]+")
_THAI_SHARE = 0.9


def decode_text(data: bytes, name: str) -> str:
    """The text of a file in UTF-8, UTF-16 with a byte-order mark, or TIS-620/Windows-874 (recognised by its Thai words).

    `name` is how messages call the file. Raises UserError when it is in none of these encodings.
    """
    is_utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if is_utf16 else ("utf-8-sig", "cp874"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and (encoding != "cp874" or _is_thai_plausible(text)):
            return text
    raise UserError(
        N_("The letters in “{name}” cannot be told: it is neither in UTF-8 nor in a Thai encoding."),
        advice=N_("Open it in Excel, save it as an Excel workbook (.xlsx), then import that."),
        name=name,
    )


def parse_text_table(text: str, name: str) -> list[list[str]]:
    """The records of a text table; the delimiter (comma, semicolon or tab) is the one that cuts it most evenly.

    Cells in quotation marks may hold delimiters and line breaks. Raises UserError when the marks do not pair.
    """
    declared = _DECLARED_DELIMITER.match(text)
    if declared:
        return _parse(text[declared.end() :], declared[1], name)
    attempts: list[list[list[str]]] = []
    problem: UserError | None = None
    for delimiter in _DELIMITERS:
        try:
            attempts.append(_parse(text, delimiter, name))
        except UserError as error:
            problem = problem or error
    best = max(attempts, key=_evenness, default=[])
    if problem is not None and not _evenness(best):
        raise problem
    return best


def _parse(text: str, delimiter: str, name: str) -> list[list[str]]:
    csv.field_size_limit(_LARGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return list(reader)
    except csv.Error as error:
        raise UserError(
            N_("The quotation marks in “{name}” do not pair: something is wrong up to line {line}."),
            advice=N_("Open it in Excel, save it as an Excel workbook (.xlsx), then import that."),
            name=name,
            line=reader.line_num,
        ) from error


def _evenness(records: list[list[str]]) -> int:
    """How many cells the delimiter parted in records of the commonest length."""
    widths = Counter(len(record) for record in records[:_RECORDS_TO_JUDGE_BY])
    return max((count * (width - 1) for width, count in widths.items()), default=0)


def _is_thai_plausible(text: str) -> bool:
    """Whether what is not ASCII reads as Thai words. Western European text decoded as Thai gives lone letters and marks."""
    foreign = _NOT_ASCII.findall(_NEUTRAL.sub("", text))
    thai = sum(len(stretch) for stretch in _THAI_STRETCH.findall(text))
    return bool(foreign) and thai >= _THAI_SHARE * len(foreign)
