"""What the form below the cards asks for each deed, with what is known already filled in."""

from collections.abc import Sequence

from success_desktop.domain.budgets import responsible_field
from success_desktop.domain.edits import SetValue
from success_desktop.domain.feedback import Feedback, Remark
from success_desktop.domain.history import Entry
from success_desktop.domain.part_words import PartWords
from success_desktop.i18n import N_, Language, _
from success_desktop.services.attaching import answers_of
from success_desktop.services.histories import list_entries
from success_desktop.services.later_edits import LaterEdits
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.suggesting import suggest
from success_desktop.ui.feedback.deed_form import Asked, Pick
from success_desktop.ui.feedback.deeds import DEEDS
from success_desktop.ui.feedback.passages import shorten
from success_desktop.ui.feedback.remark_words import author_words, number_words, round_words, when_words
from success_desktop.ui.tree.captions import caption_of

_MOST_EDITS = 20
_MOST_SAID = 60
_MOST_FIELDS = 3


class DeedQuestions:
    """Asks about the remarks of one plan, in `language`."""

    def __init__(self, editor: PlanEditor, feedback: Feedback, language: Language) -> None:
        self._editor = editor
        self._feedback = feedback
        self._language = language

    def ask(self, deed: str, remark: Remark) -> Asked:
        """The form for a deed."""
        spec = DEEDS[deed]
        name = _(spec.text).removesuffix("…")
        asked = Asked(
            deed,
            f"{name}: {number_words(remark)} · {author_words(remark)}",
            _(spec.confirm),
            _(spec.asks) if spec.asks else "",
            self._known_text(deed, remark),
        )
        if spec.asks_wording:
            asked = asked._replace(wording=self._wording(remark))
        if deed in ("duplicate", "merge"):
            label = _("The same as") if deed == "duplicate" else _("Merge with")
            return asked._replace(picks=self._others(remark), pick_label=label)
        if deed == "assign":
            return asked._replace(picks=self._people(), pick_label=_("Who takes care of it"), can_type=True)
        if deed in ("attach", "detach"):
            return asked._replace(ticks=self._edits(remark) if deed == "attach" else self._tied(remark))
        return asked

    def ask_anyway(self, later: LaterEdits, remark: Remark) -> Asked:
        """The form that asks whether a row shall go or move all the same, with what has been edited since."""
        words = N_("“{name}” has been edited since {author} saw it: {fields}. These edits would go with it.")
        if later.sort == "moved":
            words = N_(
                "“{name}” has been moved elsewhere since {author} saw it. It would be moved once more."
            )
        title = _(words).format(
            name=caption_of(self._editor.plan, later.node_id, self._language).text,
            author=author_words(remark),
            fields=self._edited(later),
        )
        return self.ask("accept_anyway", remark)._replace(title=title)

    def _edited(self, later: LaterEdits) -> str:
        """The fields that were edited, and the nodes that came; the first few of them."""
        plan, words = self._editor.plan, PartWords(self._editor.plan.template, self._language)
        names = dict.fromkeys(
            words.field_label(plan.nodes[edit.node_id].kind, edit.field)
            if edit.field
            else caption_of(plan, edit.node_id, self._language).text
            for edit in later.edits
        )
        return ", ".join((*list(names)[:_MOST_FIELDS], *(["…"] if len(names) > _MOST_FIELDS else [])))

    def _known_text(self, deed: str, remark: Remark) -> str:
        if deed == "split":
            return remark.spoken(self._language)
        if deed == "reply":
            return ""
        if deed == "mend_reply":
            return next(reply.text for reply in reversed(remark.replies) if reply.is_ours)
        return remark.response.get(self._language) or next(iter(remark.response.values()), "")

    def _wording(self, remark: Remark) -> str | None:
        """The passage as it would read with the proposal; what reads today where there is none."""
        found = suggest(self._editor.plan, remark, self._language)
        if found.state in ("open", "clash", "applied"):
            return found.result or found.today
        anchor = remark.anchor
        if anchor.part in ("th", "en") and anchor.node_id in self._editor.plan.nodes:
            return str(self._editor.plan.nodes[anchor.node_id].parts(anchor.field).get(anchor.part, ""))
        return None

    def _others(self, remark: Remark) -> tuple[Pick, ...]:
        """The other remarks, those on the same item first."""
        others = [one for one in self._feedback.remarks.values() if one.id != remark.id]
        others.sort(key=lambda one: one.anchor.node_id != remark.anchor.node_id)
        return tuple(Pick(self._name(one), one.id) for one in others)

    def _name(self, remark: Remark) -> str:
        said = " ".join((remark.spoken(self._language) or remark.proposed).split())
        occasion = round_words(self._feedback.round(remark.round_id))
        return f"{remark.number} · {author_words(remark)} · {shorten(said, _MOST_SAID)} ({occasion})"

    def _people(self) -> tuple[Pick, ...]:
        """Those who take care of remarks already, then the plan's agencies."""
        names = dict.fromkeys(one.assignee for one in self._feedback.remarks.values() if one.assignee)
        plan = self._editor.plan
        specs = plan.template.kinds.values()
        kinds = {
            kind for spec in specs if (field := responsible_field(spec)) for kind in spec.fields[field].kinds
        }
        agencies = (
            caption_of(plan, node.id, self._language).text for node in plan.walk() if node.kind in kinds
        )
        return tuple(Pick(name, name) for name in dict.fromkeys((*names, *agencies)))

    def _edits(self, remark: Remark) -> tuple[Pick, ...]:
        """What was edited lately where the remark is; anywhere, for one that is about the plan."""
        plan, node_id = self._editor.plan, remark.anchor.node_id
        is_here = node_id in plan.nodes
        entries = list_entries(self._editor, node_id if is_here else plan.root_id, is_whole_branch=True)
        fresh = [entry for entry in entries if entry.step.uid not in remark.answers]
        return tuple(Pick(self._entry_name(entry), entry.step.uid) for entry in fresh[:_MOST_EDITS])

    def _tied(self, remark: Remark) -> tuple[Pick, ...]:
        """The edits that answer a remark, as they were tied to it."""
        return tuple(
            Pick(" · ".join((_(step.label), step.author, when_words(step.at))), step.uid)
            for step in answers_of(self._editor, remark)
        )

    def _entry_name(self, entry: Entry) -> str:
        fields = ", ".join(self._fields(entry)) or _(entry.step.label)
        return " · ".join((fields, entry.step.author, when_words(entry.step.at)))

    def _fields(self, entry: Entry) -> Sequence[str]:
        plan, words = self._editor.plan, PartWords(self._editor.plan.template, self._language)
        labels = (
            words.field_label(plan.nodes[edit.node_id].kind, edit.field)
            for edit in entry.edits
            if isinstance(edit, SetValue) and edit.node_id in plan.nodes
        )
        return list(dict.fromkeys(labels))[:_MOST_FIELDS]
