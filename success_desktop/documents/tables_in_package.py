"""A look into the zip package of a workbook before it is read: whether it is one, and whether memory can hold it."""

import io
import re
import zipfile
import zlib

from success_desktop.errors import UserError
from success_desktop.i18n import N_

_SPREADSHEET_PARTS = ("xl/", "content.xml")
_SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
# A cell that is not blank: blank ones, which only carry a format, end at once.
_FILLED_CELL = re.compile(rb'<(?:\w+:)?c\s(?:[^>]*?\s)?r="([A-Z]{1,3})([0-9]{1,7})"(?:[^>]*[^/>])?>(?!</)')
# All that zipfile raises over packages that are broken, encrypted or packed in a way it does not know.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
_ERROR_CELL = re.compile(rb'(<(?:\w+:)?c\s(?:[^>]*?\s)?t=")e(")')
_LARGEST_AREA = 15_000_000
_LARGEST_SHEET_BYTES = 500_000_000
_LETTERS = 26


def check_package(data: bytes, name: str) -> None:
    """Raise UserError unless the archive `data` is whole and holds a spreadsheet that can be read.

    A sheet is read as one rectangle, so that a forgotten cell in the last row and column would fill the memory with blanks.
    `name` is how messages call the file.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.namelist()
            _check_kind(parts, name)
            for part in filter(_SHEET_PART.fullmatch, parts):
                _check_extent(archive, part, name)
    except _BROKEN as error:
        raise damaged(name) from error


def spell_out_errors(data: bytes) -> bytes:
    """The same workbook with its error cells (#REF!, #VALUE!) turned into text, which the reader would take for blank.

    ECMA-376 part 1, 18.18.11: ``t="e"`` is a cell with an error, ``t="str"`` one with the text of a formula.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = {part: archive.read(part) for part in filter(_SHEET_PART.fullmatch, archive.namelist())}
        if not any(map(_ERROR_CELL.search, sheets.values())):
            return data
        mended = io.BytesIO()
        with zipfile.ZipFile(mended, "w", zipfile.ZIP_STORED) as target:
            for part in archive.namelist():
                content = sheets.get(part)
                target.writestr(
                    part, archive.read(part) if content is None else _ERROR_CELL.sub(rb"\1str\2", content)
                )
        return mended.getvalue()


def damaged(name: str) -> UserError:
    """What is told of a file that is broken, or is no spreadsheet though it begins like one."""
    return UserError(
        N_("“{name}” is damaged or not a spreadsheet."),
        advice=N_("Open it in Excel, save it as an Excel workbook (.xlsx), then import that."),
        name=name,
    )


def no_table(name: str) -> UserError:
    """What is told of a file of quite another kind."""
    return UserError(
        N_("“{name}” is not a spreadsheet."),
        advice=N_("Choose an Excel (.xlsx), OpenDocument (.ods) or CSV file."),
        name=name,
    )


def _check_kind(parts: list[str], name: str) -> None:
    if any(part.startswith("word/") for part in parts):
        raise UserError(
            N_("“{name}” is a Word document, not a spreadsheet."),
            advice=N_("Copy its table into Excel, save that as an Excel workbook (.xlsx), then import it."),
            name=name,
        )
    if not any(part.startswith(_SPREADSHEET_PARTS) for part in parts):
        raise no_table(name)


def _check_extent(archive: zipfile.ZipFile, part: str, name: str) -> None:
    """Raise UserError when the filled cells of a sheet lie too far apart, or are too many."""
    last_row = last_column = 0
    if archive.getinfo(part).file_size <= _LARGEST_SHEET_BYTES:
        for letters, digits in _FILLED_CELL.findall(archive.read(part)):
            last_row = max(last_row, int(digits))
            last_column = max(last_column, _column_number(letters))
        if last_row * last_column <= _LARGEST_AREA:
            return
    raise UserError(
        N_("A sheet of “{name}” is too large to be read: it has something in a cell far away from the list."),
        advice=N_("Copy the list alone into a new Excel workbook (.xlsx), then import that."),
        name=name,
    )


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * _LETTERS + letter - ord("A") + 1
    return number
