"""The lines of the money table in words: a step with its amounts, the edits that caused it, and the sum of all."""

from decimal import Decimal
from typing import NamedTuple

from success_desktop.domain.amounts import format_baht, format_baht_difference
from success_desktop.domain.calendar_dates import date_text
from success_desktop.domain.money_in_words import MoneyWords
from success_desktop.domain.money_steps import Cause, MoneyStep, Waterfall
from success_desktop.i18n import Language, _, interface_language
from success_desktop.services.comparing import Compared
from success_desktop.services.money import stamp_text
from success_desktop.ui.figures.figure_button import Figure
from success_desktop.ui.figures.waterfall_bars import Bar, step_text, total_text


class Row(NamedTuple):
    """One line of the table: its cells from the left, the node it is about ("" for none), who did it at what time of day."""

    cells: tuple[str, ...]
    node_id: str = ""
    stamp: str = ""


class MoneyRows:
    """Words the steps of a waterfall; names of nodes are in `names_in`, all else in the interface's language."""

    def __init__(self, compared: Compared, waterfall: Waterfall, names_in: Language) -> None:
        self.waterfall = waterfall
        self._words = MoneyWords(compared.comparison, names_in, interface_language())
        self._advice = compared.advice

    def heads(self) -> tuple[str, ...]:
        """What stands above the columns."""
        whose = {
            "project": _("Project"),
            "year": _("Fiscal year"),
            "source": _("Source of funds"),
            "strategy": _("Strategy"),
            "agency": _("Lead agency"),
        }
        amounts = _("Before (baht)"), _("After (baht)"), _("Difference (baht)")
        return (whose[self.waterfall.by], *amounts, _("Cause"), _("Who and when"))

    def step(self, step: MoneyStep) -> Row:
        """A step. What has one cause alone tells it here; of several, each is a line of its own below."""
        name = self._words.group(self.waterfall.by, step.key)
        amounts = _amount(step.old_baht), _amount(step.new_baht), format_baht_difference(step.baht)
        is_node = self.waterfall.by in ("project", "strategy")
        if len(step.causes) > 1:
            told = _("{count} edits").format(count=f"{len(step.causes):,}")
            days = {_day(cause) for cause in step.causes}
            return Row(
                (name, *amounts, told, days.pop() if len(days) == 1 else ""), step.key[0] if is_node else ""
            )
        (cause,) = step.causes
        return self._signed(Row((name, *amounts, self._told_alone(cause)), cause.node_id), cause)

    def cause(self, cause: Cause) -> Row:
        """One of several causes of a step."""
        by = self.waterfall.by
        name = self._words.deed(cause) if by == "project" else self._words.node(cause.node_id)
        is_cell = cause.deed == "set"
        told = self._words.cell(cause) if is_cell else self._words.cause(cause, by)
        amounts = (_amount(cause.old_baht), _amount(cause.new_baht)) if is_cell else ("", "")
        cells = (name, *amounts, format_baht_difference(cause.baht), told)
        return self._signed(Row(cells, cause.node_id), cause)

    def total(self) -> Row:
        """The last line: all budgets of the plan, before and after."""
        whole = self.waterfall
        amounts = (
            format_baht(whole.start_baht),
            format_baht(whole.end_baht),
            format_baht_difference(whole.baht),
        )
        return Row((_("The whole plan"), *amounts, "", ""))

    def bar(self, step: MoneyStep) -> Bar:
        """A step as a bar of the figure."""
        by, words = self.waterfall.by, self._words
        full, head = words.group(by, step.key), words.short_group(by, step.key)
        deeds = dict.fromkeys(words.deed(cause) for cause in step.causes)
        exact = _("{baht} baht").format(baht=format_baht_difference(step.baht))
        return Bar(head, ", ".join(deeds), step_text(step.baht), step.baht, Figure(full, exact, ""))

    def total_bar(self, name: str, baht: Decimal) -> Bar:
        """A total as a bar of the figure, under the name of its revision."""
        exact = _("{baht} baht").format(baht=format_baht(baht))
        return Bar(name, "", total_text(baht), baht, Figure(name, exact, ""))

    def _told_alone(self, cause: Cause) -> str:
        """The only cause of a step; where the step is no project, it says which one it was."""
        told = self._words.cause(cause, self.waterfall.by)
        return told if self.waterfall.by == "project" else f"{self._words.node(cause.node_id)} · {told}"

    def _signed(self, row: Row, cause: Cause) -> Row:
        """A line with a last cell that says who did it on what day and on whose advice; the stamp has the time, too."""
        language = interface_language()
        advice = self._advice.told([cause.stamp] if cause.stamp else [], language)
        day, stamp = (
            " · ".join(filter(None, (told, advice)))
            for told in (_day(cause), stamp_text(cause.stamp, language))
        )
        return row._replace(cells=(*row.cells, day), stamp=stamp)


def _amount(baht: Decimal | None) -> str:
    """An amount of a cell; no budget is blank."""
    return format_baht(baht) if baht else ""


def _day(cause: Cause) -> str:
    """Who did it on what day: "สมศรี · 13 ก.พ. 2567"; "" when nobody knows."""
    if cause.stamp is None:
        return ""
    day = date_text(cause.stamp.at.astimezone().date(), interface_language(), "short")
    return " · ".join(filter(None, (cause.stamp.author, day)))
