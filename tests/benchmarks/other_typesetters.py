"""A table of the outline in the languages of typst and of WeasyPrint, for comparison: same rows, font, size and widths."""

import html
from collections.abc import Iterator
from pathlib import Path

from success_desktop.documents.outline_blocks import DataRow, GroupRow, Phrases, Table, TableRow
from success_desktop.documents.outline_heads import place_head
from success_desktop.documents.pdf.measures import leading, type_size
from success_desktop.documents.sheets import sheet_of
from success_desktop.documents.word_columns import fit_columns
from success_desktop.documents.word_layout import table_points
from success_desktop.paths import resource_path

_ALIGNS = {"text": "left", "centre": "center", "number": "right"}
Spanned = tuple[str, int]


def write_typst(table: Table, folder: Path) -> Path:
    """Write the table as a document of typst."""
    widths, points = _widths(table), table_points(table)
    aligns = ", ".join(_ALIGNS[column.align] for column in table.columns)
    head = ",\n".join(
        f"table.cell(colspan: {at.span}, rowspan: {at.depth}, x: {at.place}, y: {at.row}, "
        f"align: center, strong({_quote(_text(at.cell.phrases))}))"
        for at in place_head(table)
    )
    body = ",\n".join(
        _quote(text) if span == 1 else f"table.cell(colspan: {span}, {_quote(text)})"
        for row in table.rows
        for text, span in _cells(row, len(table.columns))
    )
    spacing = leading(points) - type_size(points)
    path = folder / "table.typ"
    path.write_text(
        '#set page("a4", flipped: true, margin: 15mm)\n'
        f'#set text(font: "Sarabun", size: {type_size(points)}pt, lang: "th")\n'
        f"#set par(leading: {spacing:.1f}pt)\n"
        f"#table(columns: ({', '.join(f'{width:.1f}pt' for width in widths)}), align: ({aligns}), "
        f"inset: (x: 3.5pt, y: {spacing / 2:.1f}pt), stroke: .5pt,\ntable.header({head}),\n{body})\n",
        encoding="utf-8",
    )
    return path


def write_html(table: Table, folder: Path) -> Path:
    """Write the table as a page of HTML with the style sheet that prints it."""
    head = "".join(
        "<tr>"
        + "".join(
            f'<th colspan="{at.span}" rowspan="{at.depth}">{html.escape(_text(at.cell.phrases))}</th>'
            for at in place_head(table)
            if at.row == row
        )
        + "</tr>"
        for row in range(len(table.head))
    )
    widths = "".join(f'<col style="width: {width:.1f}pt">' for width in _widths(table))
    path = folder / "table.html"
    with path.open("w", encoding="utf-8") as file:
        file.write(
            f'<html lang="th"><style>{_style_sheet(table)}</style><table>{widths}<thead>{head}</thead><tbody>'
        )
        for row in table.rows:
            cells = (
                f"<td{f' colspan={span}' * (span > 1)}>{html.escape(text)}</td>"
                for text, span in _cells(row, len(table.columns))
            )
            file.write(f"<tr>{''.join(cells)}</tr>\n")
        file.write("</tbody></table></html>")
    return path


def _style_sheet(table: Table) -> str:
    points = table_points(table)
    faces = "".join(
        f'@font-face {{ font-family: S; src: url("{resource_path("fonts", name).as_uri()}"); font-weight: {weight} }}\n'
        for name, weight in (("Sarabun-Regular.ttf", 400), ("Sarabun-Bold.ttf", 700))
    )
    aligns = "".join(
        f"td:nth-child({place}) {{ text-align: {_ALIGNS[column.align]} }}\n"
        for place, column in enumerate(table.columns, start=1)
    )
    return (
        f"{faces}@page {{ size: a4 landscape; margin: 15mm }}\n"
        f"table {{ font: {type_size(points)}pt/{leading(points):.1f}pt S; table-layout: fixed; "
        f"border-collapse: collapse; width: {sum(_widths(table)):.1f}pt }}\n"
        f"td, th {{ border: .5pt solid gray; padding: 1.25pt 3.5pt; vertical-align: top }}\n{aligns}"
    )


def _widths(table: Table) -> list[float]:
    """The widths of the columns, in points."""
    width = sheet_of("landscape").text_width
    return [column / 20 for column in fit_columns(table, width, table_points(table))]


def _cells(row: TableRow, columns: int) -> Iterator[Spanned]:
    """The texts of a row, each with the columns it spans."""
    if isinstance(row, DataRow):
        yield from ((_text(phrases), 1) for phrases in row.cells)
    elif isinstance(row, GroupRow):
        yield "\n".join(f"{line.label.phrase.text}  {line.value.text}" for line in row.lines), columns
    else:
        yield from ((_text(phrases), span) for phrases, span in row.cells)


def _text(phrases: Phrases) -> str:
    return "\n".join(phrase.text for phrase in phrases)


def _quote(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
