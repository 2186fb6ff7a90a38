"""Milestones in words: what each goes by, when and by whom it was kept, what was touched."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from success_desktop.domain.moments import Moment
from success_desktop.domain.revision import Revision
from success_desktop.domain.revision_in_words import revision_name
from success_desktop.domain.schema import Template
from success_desktop.domain.touched import Touched
from success_desktop.i18n import N_, Language, _, interface_language
from success_desktop.services.timeline import Milestone
from success_desktop.ui.tree.captions import name_in_sentence

_MOST_KINDS = 3
_LONGEST_IN_SENTENCE = 100


def milestone_name(milestone: Milestone) -> str:
    """What a milestone goes by."""
    if milestone.revision is None:
        return _("Present")
    return revision_name(milestone.revision)


def short_name(revision: Revision) -> str:
    """What a revision goes by in a sentence; a name that is a whole paragraph is cut at a hundred characters."""
    name = revision_name(revision)
    return name if len(name) <= _LONGEST_IN_SENTENCE else f"{name[:_LONGEST_IN_SENTENCE].rstrip()}…"


def note_of(milestone: Milestone) -> str:
    """The note on a revision as far as its name does not say it already; "" when there is none."""
    revision = milestone.revision
    if revision is None or revision.is_automatic:
        return ""
    message = " ".join(revision.message.split())
    return "" if message == revision_name(revision) else message


def when_text(at: datetime, now: datetime) -> str:
    """An instant (UTC) as people say it here: "today 10:42", "12 ก.พ. 2567 10:42"; `now` is the present instant (UTC)."""
    here = at.astimezone()
    if here.date() == now.astimezone().date():
        return _("today {time}").format(time=f"{here:%H:%M}")
    return Moment(here).spoken(interface_language())


def stamp_text(milestone: Milestone, now: datetime) -> str:
    """When and by whom: of a revision who kept it, of the present who edited last; "" for a plan never edited."""
    who = milestone.revision.author if milestone.revision is not None else ", ".join(milestone.authors[:1])
    when = when_text(milestone.at, now) if milestone.at is not None else ""
    return " · ".join(filter(None, (when, who)))


def touched_text(touched: Touched, template: Template) -> str:
    """What was touched: "14 fields edited · 1 project added · 2 items moved"; "" when nothing was."""
    return " · ".join(_touched_parts(touched, template, interface_language()))


def milestone_touched_text(milestone: Milestone, template: Template, mark_name: str) -> str:
    """What led to a milestone, in words; the present is told against the revision `mark_name`."""
    told = touched_text(milestone.touched, template)
    if milestone.revision is not None:
        first = _("The plan as it was begun")
        return told or (first if milestone.ordinal == 1 else _("Nothing was edited before it"))
    if not mark_name:
        return told or _("Nothing has been edited yet")
    if not told:
        return _("The same as {name}").format(name=mark_name)
    return _("{what} since {name}").format(what=told, name=mark_name)


def _touched_parts(touched: Touched, template: Template, language: Language) -> Iterator[str]:
    if touched.fields:
        count = f"{touched.fields:,}"
        yield (_("{count} field edited") if touched.fields == 1 else _("{count} fields edited")).format(
            count=count
        )
    for counted, words in (
        (touched.added, N_("{what} added")),
        (touched.removed, N_("{what} deleted")),
        (touched.moved, N_("{what} moved")),
    ):
        if counted:
            yield _(words).format(what=_kinds_text(counted, template, language))


def _kinds_text(counted: Mapping[str, int], template: Template, language: Language) -> str:
    """Nodes by kind, most first: "3 projects, 1 indicator"; rarer kinds are counted together."""
    order = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    told = [_count_text(count, _kind_name(kind, template, language)) for kind, count in order[:_MOST_KINDS]]
    if rest := sum(count for _kind, count in order[_MOST_KINDS:]):
        told.append(_count_text(rest, _("other items")))
    return ", ".join(told)


def _count_text(count: int, name: str) -> str:
    words = _("{count} {name}") if count == 1 else _("{count} × {name}")
    return words.format(count=f"{count:,}", name=name)


def _kind_name(kind: str, template: Template, language: Language) -> str:
    spec = template.kinds.get(kind)
    return name_in_sentence(spec, language) if spec is not None else _("item")
