"""Looking at what a paste into the small plan's projects would do."""

from collections.abc import Callable

from success_desktop.domain.edits import apply
from success_desktop.domain.plan import Plan
from success_desktop.i18n import Language
from success_desktop.services.pasting import preview_paste
from success_desktop.services.pasting_preview import PasteGrid, PasteOptions, PastePreview
from success_desktop.services.pasting_text import read_block
from success_desktop.services.tabulating import list_columns, usual_form
from tests.plans import counted_ids, small_plan

NAME_TITLE, NUMBER_TITLE = (
    column.title
    for key in ("name", "number")
    for column in list_columns(small_plan(), usual_form(small_plan()), "th")
    if column.key == key
)
MONEY_AND_MORE = (
    "number",
    "name",
    "budget:2568",
    "budget:2569",
    "budget:total",
    "lead_agencies",
    "status",
    "start_on",
)


def grid_of(plan: Plan, *keys: str, language: Language = "th") -> PasteGrid:
    """The projects of a plan under the columns with these keys."""
    columns = {column.key: column for column in list_columns(plan, usual_form(plan), language)}
    rows = [node.id for node in plan.walk() if node.kind == "project"]
    return PasteGrid([columns[key] for key in keys or MONEY_AND_MORE], rows, "project", language)


def look(
    plan: Plan, text: str, options: PasteOptions | None = None, grid: PasteGrid | None = None
) -> PastePreview:
    """The preview of pasting tab text into the usual columns."""
    chosen = options or PasteOptions(column=1)
    return preview_paste(plan, grid or grid_of(plan), read_block(text), chosen, counted_new_ids())


def counted_new_ids() -> Callable[[], str]:
    make = counted_ids()
    return lambda: f"new-{make()}"


def after(preview: PastePreview) -> Plan:
    """The plan with what the preview shows."""
    return apply(preview.plan, preview.edits)
