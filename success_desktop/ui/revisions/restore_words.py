"""What restoring would do, as HTML: what comes back, goes or moves, which wordings return, which links are lost."""

from collections.abc import Iterable, Iterator
from html import escape

from success_desktop.domain.comparison import Comparison, NodeDifference
from success_desktop.domain.edits import SetValue
from success_desktop.domain.plan import Plan
from success_desktop.i18n import N_, Language, _
from success_desktop.services.restoring import RestorePreview
from success_desktop.ui.history.wording import Wording
from success_desktop.ui.theme import tokens
from success_desktop.ui.tree.captions import caption_of

_MOST_NODES = 60
"""So many items are told under one heading; the rest is counted."""
_MOST_PARTS = 8

_HEADINGS = (
    ("added", N_("Comes back")),
    ("removed", N_("Goes, because it was not there then")),
    ("moved", N_("Goes back to its former place")),
)


class RestoreWords:
    """Tells one preview in one language; `past` is the plan as it was at the revision."""

    def __init__(self, preview: RestorePreview, past: Plan, language: Language) -> None:
        self._preview = preview
        self._past = past
        self._comparison: Comparison = preview.comparison
        self._language = language
        self._wording = Wording(self._comparison.new, language)

    def html(self) -> str:
        """The whole preview."""
        found = list(self._comparison.differences.values())
        if not found and not self._preview.restoration.dropped_links:
            return _paragraph(_("Nothing would change: here the plan is the same as it was then."))
        parts = [self._section(_(heading), self._of_fate(found, fate)) for fate, heading in _HEADINGS]
        parts.append(self._section(_("Gets back what it said"), self._wordings(found)))
        parts.append(
            self._section(_("Links that cannot come back, because what they lead to is gone"), self._links())
        )
        return "".join(parts)

    def _section(self, heading: str, lines: Iterable[str]) -> str:
        told = list(lines)
        if not told:
            return ""
        shown = "".join(f'<p style="margin:0 0 6px 0">{line}</p>' for line in told[:_MOST_NODES])
        rest = len(told) - _MOST_NODES
        more = _paragraph(_("and {count} more").format(count=f"{rest:,}")) if rest > 0 else ""
        title = f"{escape(heading)} ({len(told):,})"
        return f'<p style="margin:10px 0 4px 0"><b>{title}</b></p>{shown}{more}'

    def _of_fate(self, found: list[NodeDifference], fate: str) -> Iterator[str]:
        """The nodes of one fate; what comes or goes with the node above it is told with that one."""
        below = self._count_below(found, fate)
        for difference in found:
            if difference.fate != fate:
                continue
            if fate == "moved":
                yield f"{self._name(difference)}<br>{self._move(difference)}"
            elif self._parent(difference) not in below:
                yield self._sign(difference) + _below_text(below[difference.node_id])

    def _count_below(self, found: list[NodeDifference], fate: str) -> dict[str, int]:
        """How many nodes of that fate lie below each of them."""
        parents = {one.node_id: self._parent(one) for one in found if one.fate == fate}
        counts = dict.fromkeys(parents, 0)
        for node_id in parents:
            above = parents[node_id]
            while above in parents:
                counts[above] += 1
                above = parents[above]
        return counts

    def _parent(self, difference: NodeDifference) -> str:
        parent_id = difference.old_parent_id if difference.fate == "removed" else difference.new_parent_id
        return parent_id or ""

    def _sign(self, difference: NodeDifference) -> str:
        colours = tokens()
        is_coming = difference.fate == "added"
        sign, colour = ("+", colours.inserted) if is_coming else ("−", colours.deleted)
        return f'<span style="color:{colour}">{sign}</span> {self._name(difference)}'

    def _move(self, difference: NodeDifference) -> str:
        old_id, new_id = difference.old_parent_id or "", difference.new_parent_id or ""
        if old_id == new_id:
            return escape(_("Another place among its siblings"))
        words = _("From {old} to {new}")
        return escape(words.format(old=self._name_of(old_id), new=self._name_of(new_id)))

    def _wordings(self, found: list[NodeDifference]) -> Iterator[str]:
        for difference in found:
            if difference.fate in ("added", "removed") or not difference.fields:
                continue
            told = [
                words
                for field in difference.fields
                for part in field.parts
                if (
                    words := self._wording.tell(
                        SetValue(field.node_id, field.field, part.part, part.old, part.new)
                    )
                )
            ]
            if len(told) > _MOST_PARTS:
                more = _("and {count} more").format(count=f"{len(told) - _MOST_PARTS:,}")
                told = [*told[:_MOST_PARTS], escape(more)]
            if told:
                yield "<br>".join((self._name(difference), *told))

    def _links(self) -> Iterator[str]:
        plan = self._comparison.new
        for node_id, field, target_id in self._preview.restoration.dropped_links:
            spec = plan.kind_of(node_id).fields.get(field) if node_id in plan.nodes else None
            label = spec.label.spoken(self._language) if spec is not None else field
            words = f"{self._name_of(node_id)} · {label}: {self._name_of(target_id)}"
            yield escape(words)

    def _name(self, difference: NodeDifference) -> str:
        return f"<b>{escape(self._name_of(difference.node_id))}</b>"

    def _name_of(self, node_id: str) -> str:
        for plan in self._plans():
            if node_id in plan.nodes:
                return caption_of(plan, node_id, self._language).text
        return _("(deleted since)")

    def _plans(self) -> tuple[Plan, ...]:
        return self._comparison.new, self._comparison.old, self._past


def _paragraph(text: str) -> str:
    return f'<p style="color:{tokens().secondary}">{escape(text)}</p>'


def _below_text(count: int) -> str:
    """How many come or go along with a node; "" for none."""
    return escape(" " + _("and {count} below it").format(count=f"{count:,}")) if count else ""
