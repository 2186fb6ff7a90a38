"""What happened to the money, in words: the names of groups, the cells that were edited, what was done."""

from collections.abc import Callable, Mapping

from success_desktop.domain.amounts import format_baht
from success_desktop.domain.calendar import fiscal_year_text, year_text
from success_desktop.domain.comparison import Comparison
from success_desktop.domain.money_groups import Grouping, Key
from success_desktop.domain.money_steps import Cause, Deed
from success_desktop.domain.node_names import NodeNames
from success_desktop.domain.values import split_money_part
from success_desktop.i18n import N_, Language, translate

_DEEDS: Mapping[Deed, str] = {
    "set": N_("Budget edited"),
    "added": N_("Added"),
    "removed": N_("Deleted"),
    "moved": N_("Moved"),
    "reassigned": N_("Other agency"),
}
_WHOLE: Mapping[Deed, str] = {
    "added": N_("Added with its budget"),
    "removed": N_("Deleted with its budget"),
    "moved": N_("Moved from {old} to {new}"),
    "reassigned": N_("Lead agency: {old} → {new}"),
}


class MoneyWords:
    """Words for the money between two plans: what the plans themselves say in `names_in`, all else in `words_in`."""

    def __init__(self, comparison: Comparison, names_in: Language, words_in: Language) -> None:
        self._comparison = comparison
        self._names_in: Language = names_in
        self._words_in: Language = words_in
        self._names = NodeNames(comparison)

    def group(self, by: Grouping, key: Key) -> str:
        """The name of a group: "fiscal year 2026", "Ordinance", "1.1.1 Dredge the canals", "Engineering + Health"."""
        if by == "year":
            return fiscal_year_text(int(key[0]), self._words_in)
        return self._group(by, key, self.node)

    def short_group(self, by: Grouping, key: Key) -> str:
        """The same as short as it can be: "FY 2026", "Dredge the canals"."""
        return self._year(int(key[0])) if by == "year" else self._group(by, key, self.short_name)

    def source(self, source: str) -> str:
        """The name of a source of funds; one that the template does not know goes by its id."""
        names = self._comparison.new.template.sources
        return names[source].spoken(self._names_in) if source in names else source

    def node(self, node_id: str) -> str:
        """The number and the name of a node of either plan."""
        return self._names.full_name(node_id, self._names_in)

    def short_name(self, node_id: str) -> str:
        """The name of a node of either plan in one line: in the other language, or its kind's, where it has none."""
        return self._names.short_name(node_id, self._names_in)

    def deed(self, cause: Cause) -> str:
        """What was done, in a word or two: "Moved"."""
        return translate(_DEEDS[cause.deed], self._words_in)

    def cell(self, cause: Cause) -> str:
        """The cell of a budget that was set: "FY 2026 · Ordinance"."""
        year_be, source = split_money_part(cause.part)
        return f"{self._year(year_be)} · {self.source(source)}"

    def cause(self, cause: Cause, by: Grouping) -> str:
        """What was done, with the old and the new: "200,000 → 400,000 · FY 2026 · Ordinance"."""
        if cause.deed == "set":
            return f"{format_baht(cause.old_baht)} → {format_baht(cause.new_baht)} · {self.cell(cause)}"
        wording = translate(_WHOLE[cause.deed], self._words_in)
        if cause.deed in ("added", "removed"):
            return wording
        return wording.format(old=self.group(by, cause.old_key), new=self.group(by, cause.new_key))

    def _group(self, by: Grouping, key: Key, name_of: Callable[[str], str]) -> str:
        if by == "source":
            return self.source(key[0])
        return " + ".join(map(name_of, key)) or translate(N_("No agency yet"), self._words_in)

    def _year(self, year_be: int) -> str:
        return translate(N_("FY {year}"), self._words_in).format(year=year_text(year_be, self._words_in))
