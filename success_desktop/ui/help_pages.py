"""The pages of the help: texts in ``resources/help``, one file a page and language, and the list of keys from the menus."""

from PySide6.QtWidgets import QMenuBar

from success_desktop.i18n import Language, _
from success_desktop.paths import resource_path
from success_desktop.ui.palette_entries import list_keys

FIRST_PAGE = "first-steps"
KEYS_PAGE = "keys"
PAGES: tuple[str, ...] = (
    FIRST_PAGE,
    "outline",
    "page",
    "table",
    "timeline",
    "overview",
    "compare",
    "revisions",
    "find",
    "spelling",
    "numbers",
    "import",
    "saving",
    "word",
    "forms",
    "editions",
    "pack",
    "feedback",
    "meeting",
    KEYS_PAGE,
)
"""The pages in their order, by id."""

_KEYS_MARK = "{keys}"


def read_page(page_id: str, language: Language) -> str:
    """The text of a page as Markdown. Raises FileNotFoundError for an unknown page: the texts ship with the program."""
    return resource_path("help", language, f"{page_id}.md").read_text(encoding="utf-8")


def page_title(page_id: str, language: Language) -> str:
    """The heading of a page."""
    return read_page(page_id, language).partition("\n")[0].lstrip("# ")


def with_keys(text: str, bar: QMenuBar | None) -> str:
    """A page with the keys of all menus put in where its mark stands."""
    tables = [_table(menu, keys) for menu, keys in list_keys(bar)] if bar is not None else []
    return text.replace(_KEYS_MARK, "\n\n".join(tables))


def _table(menu: str, keys: list[tuple[str, str]]) -> str:
    heads = _("Command"), _("Keys")
    rows = (f"| {name} | {_escaped(combination)} |" for name, combination in (heads, *keys))
    head, *lines = rows
    return "\n".join([f"## {menu}", "", head, "| :-- | :-- |", *lines])


def _escaped(keys: str) -> str:
    """Keys as Markdown shows them as they are."""
    return "".join(f"\\{sign}" if sign in "\\|*_[]`<>" else sign for sign in keys)
