"""Who said something, on which occasion, where and when: the words around a remark."""

from datetime import datetime

from success_desktop.domain.calendar_dates import date_text
from success_desktop.domain.feedback import Remark, Round
from success_desktop.domain.feedback_words import ROUND_SORTS
from success_desktop.domain.moments import Moment
from success_desktop.domain.part_words import PartWords
from success_desktop.domain.plan import Plan
from success_desktop.i18n import Language, _, interface_language
from success_desktop.ui.tree.captions import caption_of


def round_words(item: Round) -> str:
    """What a round goes by: its name, the name of its file, or its sort and day."""
    day = date_text(item.on, interface_language(), "short") if item.on is not None else ""
    if item.name:
        return item.name
    if item.sort != "meeting" and item.file_name:
        return item.file_name
    return " ".join(filter(None, (_(ROUND_SORTS[item.sort]), day)))


def author_words(remark: Remark) -> str:
    """Who made a remark; a meeting's recommendations may be nobody's in particular."""
    return remark.author or _("The meeting")


def when_words(at: datetime | None) -> str:
    """An instant (UTC) as the clock here told it; "" for none."""
    return Moment(at.astimezone()).spoken(interface_language()) if at is not None else ""


def number_words(remark: Remark) -> str:
    """The number of a remark within its round: "No. 2.1"."""
    return _("No. {number}").format(number=remark.number)


def field_words(plan: Plan, remark: Remark, language: Language) -> str:
    """The field that a remark is about, with its language or year; "" for the whole item, or a node that is gone."""
    anchor = remark.anchor
    if not anchor.field or anchor.node_id not in plan.nodes:
        return ""
    words = PartWords(plan.template, language)
    label = words.field_label(plan.nodes[anchor.node_id].kind, anchor.field)
    if anchor.part in ("th", "en"):
        return f"{label} ({words.language_label(anchor.part)})"
    year = words.year_label(anchor.part)
    return f"{label} · {year}" if year else label


def node_words(plan: Plan, node_id: str, number: str, language: Language) -> str:
    """What the node of a remark is called, with its number; that it is gone where it is."""
    if not node_id:
        return _("The plan as a whole")
    if node_id not in plan.nodes:
        return _("(deleted since)")
    name = caption_of(plan, node_id, language).text
    return f"{number} {name}" if number else name
