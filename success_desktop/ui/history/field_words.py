"""The life of one field as HTML: every wording it had, with who, when, and the revision that first holds it."""

from collections.abc import Sequence
from html import escape

from success_desktop.domain.advice import NO_ADVICE, Advice
from success_desktop.domain.edits import SetValue
from success_desktop.domain.field_life import FieldWording
from success_desktop.domain.moments import Moment
from success_desktop.domain.plan import Plan
from success_desktop.domain.revision_in_words import revision_name
from success_desktop.i18n import Language, _
from success_desktop.ui.history.wording import Wording, redline_html
from success_desktop.ui.theme import tokens

WORDING_SCHEME = "wording"
"""The scheme of the links that bring a wording back; the path is its place in the life, counted from 0."""

_MOST_WORDINGS = 100


class FieldWords:
    """Tells the life of a field of a node in one language, with the remarks that its wordings answered."""

    def __init__(
        self, plan: Plan, place: tuple[str, str], language: Language, advice: Advice = NO_ADVICE
    ) -> None:
        self._node_id, self._field = place
        self._spec = plan.kind_of(self._node_id).fields[self._field]
        self._wording = Wording(plan, language)
        self._language = language
        self._advice = advice

    def html(self, life: Sequence[FieldWording]) -> str:
        """The whole life, newest wording first."""
        if not life:
            return "<p>{}</p>".format(escape(_("This field has been empty from the beginning.")))
        cards = [self._card(place, wording) for place, wording in enumerate(life[:_MOST_WORDINGS])]
        if len(life) > _MOST_WORDINGS:
            rest = _("and {count} older ones").format(count=f"{len(life) - _MOST_WORDINGS:,}")
            cards.append(f"<p>{escape(rest)}</p>")
        return "".join(cards)

    def _card(self, place: int, wording: FieldWording) -> str:
        colours = tokens()
        faint = f'style="color:{colours.secondary}"'
        lines = [f"<span {faint}>{escape(self._stamp(place, wording))}</span>"]
        if wording.entry is not None:
            told = self._advice.lines_of_step(wording.entry.step.number, self._language)
            lines += [f"<i>{escape(line)}</i>" for line in told]
        lines += self._body(wording)
        if wording.revision is not None:
            kept = _("First kept in “{name}”").format(name=revision_name(wording.revision))
            lines.append(f"<span {faint}>{escape(kept)}</span>")
        if place:
            words = escape(_("Bring this wording back"))
            lines.append(f'<a href="{WORDING_SCHEME}:{place}" style="color:{colours.accent}">{words}</a>')
        return framed("".join(f'<p style="margin:4px 0 0 0">{line}</p>' for line in lines))

    def _stamp(self, place: int, wording: FieldWording) -> str:
        entry = wording.entry
        if entry is None:
            told = _("When the plan was begun")
        else:
            when = Moment(entry.step.at.astimezone()).spoken(self._language)
            told = " · ".join((when, entry.step.author))
        return told if place else _("Now · {stamp}").format(stamp=told)

    def _body(self, wording: FieldWording) -> list[str]:
        if not wording.parts:
            empty = escape(_("Left empty"))
            return [f"<i>{empty}</i>", *self._parts(wording)]
        return self._parts(wording)

    def _parts(self, wording: FieldWording) -> list[str]:
        """What became something else, part by part, with what was edited marked; texts are told whole."""
        old, new = wording.former, wording.parts
        parts = [part for part in sorted({*old, *new}) if old.get(part) != new.get(part)]
        if self._spec.type == "text":
            return [
                self._text(part, str(old.get(part, "")), str(new.get(part, "")))
                for part in reversed(parts)  # Thai before English
            ]
        edits = (SetValue(self._node_id, self._field, part, old.get(part), new.get(part)) for part in parts)
        return [told for edit in edits if (told := self._wording.tell(edit))]

    def _text(self, part: str, old: str, new: str) -> str:
        language = _("Thai") if part == "th" else _("English")
        return (
            f'<span style="color:{tokens().secondary}">{escape(language)}</span><br>{redline_html(old, new)}'
        )


def framed(inside: str) -> str:
    """A card in the history: HTML with an edge around it."""
    colours = tokens()
    frame = f"border-style:solid; border-width:1px; border-color:{colours.divider}; border-collapse:collapse"
    return (
        f'<table width="100%" cellpadding="6" bgcolor="{colours.card}" style="{frame}; margin:0 0 8px 0">'
        f"<tr><td>{inside}</td></tr></table>"
    )
