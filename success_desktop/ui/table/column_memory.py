"""Which columns of a form are shown and how wide they are, as the user left them."""

from collections.abc import Mapping, Sequence

from success_desktop.services.tabulating import NAME, GridColumn
from success_desktop.settings import Settings
from success_desktop.ui.theme import GRID

_WIDTHS: Mapping[str, int] = {
    "number": 7 * GRID,
    "findings": 15 * GRID,
    "total": 13 * GRID,
    "year": 11 * GRID,
    "children": 24 * GRID,
    "ancestor": 24 * GRID,
}
_WIDTHS_BY_TYPE: Mapping[str, int] = {
    "text": 26 * GRID,
    "reference": 15 * GRID,
    "choice": 19 * GRID,
    "date": 13 * GRID,
    "money": 13 * GRID,
}
_NAME_WIDTH = 30 * GRID
_USUAL_WIDTH = 12 * GRID


class ColumnMemory:
    """Remembers columns in the settings, for each form of each template."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def choose(self, form: str, columns: Sequence[GridColumn]) -> tuple[GridColumn, ...]:
        """The columns to show: those chosen once, else the usual ones. What says which row it is is always there."""
        chosen = self._settings.table_columns.get(form)
        return tuple(
            column
            for column in columns
            if column.key == NAME
            or (column.is_usual if chosen is None else chosen_group(column) in chosen or column.key in chosen)
        )

    def keep_chosen(self, form: str, keys: Sequence[str]) -> None:
        """Show these columns from now on; those of the years of a field are one choice (`chosen_group`)."""
        self._settings.table_columns = {**self._settings.table_columns, form: list(keys)}

    def forget_chosen(self, form: str) -> None:
        """Show the usual columns again, as wide as usual."""
        self._settings.table_columns.pop(form, None)
        self._settings.table_widths.pop(form, None)

    def width(self, form: str, column: GridColumn) -> int:
        """How wide a column is, in pixels: as it was dragged, else as its contents usually want."""
        kept = self._settings.table_widths.get(form, {}).get(column.key)
        return kept if kept is not None else usual_width(column)

    def is_dragged(self, form: str, column: GridColumn) -> bool:
        """Whether somebody has said how wide the column shall be."""
        return column.key in self._settings.table_widths.get(form, {})

    def keep_width(self, form: str, column: GridColumn, width: int) -> None:
        """Remember how wide a column was dragged, in pixels."""
        widths = {**self._settings.table_widths.get(form, {}), column.key: width}
        self._settings.table_widths = {**self._settings.table_widths, form: widths}


def chosen_group(column: GridColumn) -> str:
    """What a column is chosen as: all years of a field come and go together."""
    return f"{column.field}:years" if column.show == "year" else column.key


def usual_width(column: GridColumn) -> int:
    """The width that the contents of a column usually want, in pixels."""
    if column.key == NAME:
        return _NAME_WIDTH
    return _WIDTHS.get(column.show) or _WIDTHS_BY_TYPE.get(column.type or "", _USUAL_WIDTH)
