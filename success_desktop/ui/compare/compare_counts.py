"""What a comparison says in few words: the names of its two points, and how much differs."""

from collections.abc import Iterator

from success_desktop.i18n import N_, _, interface_language
from success_desktop.services.comparing import Compared
from success_desktop.services.comparing_names import name_point
from success_desktop.ui.compare.compare_head import Chip

_MOST_KINDS = 2
_FATES = {
    "added": N_("Added: {count} {kind}"),
    "removed": N_("Deleted: {count} {kind}"),
    "moved": N_("Moved: {count} {kind}"),
}


def title_of(compared: Compared | None) -> str:
    """The names of both points: "Draft 2 → Draft 3"; what the view is for while nothing is compared."""
    if compared is None:
        return _("Compare")
    return f"{name_point(compared.old_point)} → {name_point(compared.new_point)}"


def chips_of(compared: Compared | None) -> list[Chip]:
    """How many fields differ, and how many nodes came, went and moved."""
    if compared is None:
        return []
    counts = compared.comparison.counts
    chips = []
    if counts.fields:
        count = f"{counts.fields:,}"
        words = _("{count} field edited") if counts.fields == 1 else _("{count} fields edited")
        chips.append(Chip(_("Fields: {count}").format(count=count), words.format(count=count), "amber"))
    chips += _nodes(compared, "added", "+", "")
    chips += _nodes(compared, "removed", "−", "red")
    chips += _nodes(compared, "moved", "→ ", "amber")
    return chips


def _nodes(compared: Compared, fate: str, sign: str, tone: str) -> Iterator[Chip]:
    """A chip for each kind of node that has this fate, the most first; the rest of the kinds in one."""
    template, words = compared.comparison.new.template, _(_FATES[fate])
    found = [
        (count, template.kind(kind).name.spoken(interface_language()))
        for kind, counts in compared.comparison.counts_by_kind.items()
        if (count := getattr(counts, fate))
    ]
    found.sort(key=lambda pair: -pair[0])
    if len(found) > _MOST_KINDS:
        rest = sum(count for count, _name in found[_MOST_KINDS - 1 :])
        found = [*found[: _MOST_KINDS - 1], (rest, _("items"))]
    for count, name in found:
        yield Chip(f"{sign}{count:,} {name}", words.format(count=f"{count:,}", kind=name), tone)
