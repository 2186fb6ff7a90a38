"""What is put on the clipboard when cells are copied: text that spreadsheets read right, and a table that Word takes."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from html import escape
from typing import NamedTuple

from success_desktop.domain.amounts import format_number
from success_desktop.domain.plan import Plan
from success_desktop.i18n import Language
from success_desktop.services.entering import Place, shown_value

_TEXT_STYLE = r'mso-number-format:"\@"'
_NUMBER_STYLE = r'text-align:right;mso-number-format:"\#\,\#\#0\.\#\#"'


class CopiedCell(NamedTuple):
    """A cell on its way to the clipboard. `is_number`: the text is a plain number, such as 1200000.50."""

    text: str
    is_number: bool = False


def copy_value(plan: Plan, place: Place, language: Language) -> CopiedCell:
    """The value at a place as a spreadsheet wants it: amounts without thousands commas, whatever the system's customs.

    Choices and linked nodes are given by name; a day and a year as people write them in `language`.
    """
    node_id, field, part = place
    spec = plan.kind_of(node_id).fields[field]
    if spec.type == "reference":
        return CopiedCell(shown_value(plan, place, language))
    atom = plan.nodes[node_id].parts(field).get(part)
    if atom is None:
        return CopiedCell("")
    if isinstance(atom, Decimal) and spec.type != "fiscal_year":
        return CopiedCell(shown_value(plan, place, language).replace(",", ""), is_number=True)
    if isinstance(atom, (Decimal, date)):
        return CopiedCell(shown_value(plan, place, language))
    option = spec.options.get(atom) if spec.type == "choice" else None
    return CopiedCell(option.spoken(language) if option else atom)


def write_block(rows: Sequence[Sequence[CopiedCell]]) -> str:
    """The cells as tab text: rows end with a carriage return and a newline, cells with tabs or newlines stand in quotes."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, csv.excel_tab)
    for row in rows:
        writer.writerow([cell.text for cell in row])
    return written.getvalue()


def write_html(rows: Sequence[Sequence[CopiedCell]], heads: Sequence[str] = ()) -> str:
    """The cells as an HTML table. Word shows amounts with thousands commas; spreadsheets find the numbers themselves.

    Text is marked as text, so that no spreadsheet makes a date of the number 1.1.1.
    """
    head = "".join(f"<th>{_words(text)}</th>" for text in heads)
    lines = [f"<tr>{head}</tr>"] if heads else []
    lines += [f"<tr>{''.join(map(_html_cell, row))}</tr>" for row in rows]
    return (
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body>'
        f'<table border="1" style="border-collapse:collapse">{"".join(lines)}</table></body></html>'
    )


def _html_cell(cell: CopiedCell) -> str:
    if not cell.text:
        return "<td></td>"  # a spreadsheet must be free to take a number here later
    if not cell.is_number:
        return f"<td style='{_TEXT_STYLE}'>{_words(cell.text)}</td>"
    shown = format_number(Decimal(cell.text))
    return f'<td style=\'{_NUMBER_STYLE}\' x:num="{cell.text}" sdval="{cell.text}">{shown}</td>'


def _words(text: str) -> str:
    return escape(text).replace("\n", "<br style='mso-data-placement:same-cell'>")
