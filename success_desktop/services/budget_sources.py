"""Which sources of funds a yearly budget is shown by, and which of them a typed amount goes to: one rule for every view."""

from collections.abc import Iterable

from success_desktop.domain.plan import Node
from success_desktop.domain.schema import Template


def list_sources(template: Template, node: Node, field: str, more: Iterable[str] = ()) -> tuple[str, ...]:
    """The sources with money in a yearly budget, and `more`: in the template's order, those that it does not know last.

    Without any it is the template's first alone: where an empty budget begins to be filled in.
    """
    shown = {source for _year_be, source in node.yearly_money(field)} | set(more)
    known = tuple(template.sources)
    return (
        *(source for source in known if source in shown),
        *sorted(shown.difference(known)),
    ) or known[:1]


def source_for_amount(template: Template, node: Node, field: str, year_be: int) -> str | None:
    """The source that an amount typed for a fiscal year (Buddhist Era) goes to when nobody names one.

    It is the only one with money in that year, else the first that the budget is shown by. None when the year's money comes
    from several: then the sum of them cannot be typed.
    """
    in_year = [source for year, source in node.yearly_money(field) if year == year_be]
    if len(in_year) > 1:
        return None
    return (in_year or list_sources(template, node, field))[0]
