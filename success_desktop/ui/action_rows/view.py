"""The actions of the view menu: what is shown, and in which language."""

from success_desktop.i18n import N_, Language
from success_desktop.ui.action_rows.row import ActionRow, has_plan, line, submenu
from success_desktop.ui.panels import PANELS, PanelRow
from success_desktop.ui.views import VIEWS, ViewRow


def _page_row(mode: str, text: str, shortcut: str) -> ActionRow:
    return ActionRow(
        f"page_{mode}",
        "page_language",
        text,
        lambda desk: desk.looks.show_page_in(mode),
        shortcut,
        is_on=lambda desk: desk.looks.page_language == mode,
    )


def _colours_row(choice: str, text: str) -> ActionRow:
    return ActionRow(
        f"colours_{choice}",
        "colours",
        text,
        lambda desk: desk.looks.show_colours(choice),
        is_on=lambda desk: desk.looks.colours == choice,
    )


def _language_row(language: Language, text: str) -> ActionRow:
    return ActionRow(
        f"speak_{language}",
        "language",
        text,
        lambda desk: desk.looks.speak(language),
        is_on=lambda desk: desk.looks.language == language,
    )


def _view_row(view: ViewRow) -> ActionRow:
    return ActionRow(
        f"view_{view.id}",
        "view",
        view.text,
        lambda desk: desk.looks.show_view(view.id),
        view.shortcut,
        when=has_plan,
        is_on=lambda desk: desk.looks.view_id == view.id,
    )


def _panel_row(panel: PanelRow) -> ActionRow:
    return ActionRow(
        f"panel_{panel.id}",
        "panels",
        panel.text,
        lambda desk: desk.looks.toggle_panel(panel.id),
        panel.shortcut,
        when=has_plan,
        is_on=lambda desk: desk.looks.has_panel(panel.id),
    )


VIEW_ROWS: tuple[ActionRow, ...] = (
    *map(_view_row, VIEWS),
    line("view"),
    submenu("view", "panels"),
    *map(_panel_row, PANELS),
    line("view"),
    submenu("view", "page_language"),
    submenu("view", "language"),
    submenu("view", "colours"),
    _page_row("th", N_("Thai"), "Ctrl+1"),
    _page_row("both", N_("Thai and English side by side"), "Ctrl+2"),
    _page_row("en", N_("English"), "Ctrl+3"),
    _language_row("th", "ไทย"),
    _language_row("en", "English"),
    _colours_row("system", N_("Like the system")),
    _colours_row("light", N_("Light")),
    _colours_row("dark", N_("Dark")),
    _colours_row("contrast", N_("High contrast")),
)
