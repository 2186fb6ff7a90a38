"""Reading Excel, OpenDocument and text tables into sheets of cells. What a file is, its first bytes say, not its name.

Workbooks of Excel 97 to 2003 (.xls) are refused with advice: a damaged one can bring the reader, and the process, down.
"""

import io
from collections.abc import Sequence
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from success_desktop.documents.tables_in_cells import Cell, Sheet, SheetRow
from success_desktop.documents.tables_in_package import check_package, damaged, no_table, spell_out_errors
from success_desktop.documents.tables_in_text import decode_text, parse_text_table
from success_desktop.errors import UserError
from success_desktop.i18n import N_

_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_HTML_STARTS = (b"<html", b"<!doctype html", b"<table", b"<meta", b"<style")


def read_table(path: Path) -> tuple[Sheet, ...]:
    """The sheets of an Excel (.xlsx, .xlsm), OpenDocument (.ods), CSV or TSV file, in order.

    A text file is one sheet named after the file. Raises UserError when the file cannot be opened, is protected by a
    password, from an Excel of before 2007 (.xls), damaged, empty or no table.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UserError(
            N_("The file “{name}” cannot be opened: {problem}."),
            advice=N_("Check that it is still there and that you may read it, then try again."),
            name=path.name,
            problem=error.strerror or type(error).__name__,
        ) from error
    if not data.strip():
        raise _empty(path.name)
    sheets = _read_sheets(data, path)
    if not any(sheet.rows for sheet in sheets):
        raise _empty(path.name)
    return sheets


def _read_sheets(data: bytes, path: Path) -> tuple[Sheet, ...]:
    if data.startswith(_ZIP):
        check_package(data, path.name)
        return _read_workbook(spell_out_errors(data), path.name)
    if data.startswith(_OLE):
        raise _protected(path.name) if _ENCRYPTED_STREAM in data else _outdated(path.name)
    _check_text(data, path.name)
    records = parse_text_table(decode_text(data, path.name), path.name)
    return (Sheet(path.stem, _number_rows(records)),)


def _check_text(data: bytes, name: str) -> None:
    """Raise UserError for what is known to be no text table."""
    if data.startswith(b"%PDF"):
        raise no_table(name)
    if data.lstrip()[:20].lower().startswith(_HTML_STARTS):
        raise UserError(
            N_("“{name}” is a web page under the name of a table."),
            advice=N_("Open it in Excel, save it as an Excel workbook (.xlsx), then import that."),
            name=name,
        )


def _read_workbook(data: bytes, name: str) -> tuple[Sheet, ...]:
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            return tuple(
                Sheet(
                    sheet.name,
                    _number_rows(workbook.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)),
                    is_hidden=sheet.visible != SheetVisibleEnum.Visible,
                )
                for sheet in workbook.sheets_metadata
                if sheet.typ == SheetTypeEnum.WorkSheet
            )
    except PasswordError as error:
        raise _protected(name) from error
    except (CalamineError, OSError) as error:
        raise damaged(name) from error


def _number_rows(rows: Sequence[Sequence[Cell]]) -> tuple[SheetRow, ...]:
    """The rows that hold anything but white space, with their numbers."""
    return tuple(
        SheetRow(number, list(cells))
        for number, cells in enumerate(rows, start=1)
        if any(map(_is_filled, cells))
    )


def _is_filled(cell: Cell) -> bool:
    return bool(cell.strip()) if isinstance(cell, str) else True


def _empty(name: str) -> UserError:
    return UserError(
        N_("“{name}” is empty."), advice=N_("Choose the file that holds the list of projects."), name=name
    )


def _outdated(name: str) -> UserError:
    return UserError(
        N_("“{name}” is in the format of Excel 2003 or older."),
        advice=N_("Open it in Excel, save it as an Excel workbook (.xlsx), then import that."),
        name=name,
    )


def _protected(name: str) -> UserError:
    return UserError(
        N_("“{name}” is protected by a password."),
        advice=N_("Open it in Excel, save it without a password, then import it again."),
        name=name,
    )
