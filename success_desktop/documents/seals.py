"""The seal at the foot of a printed page: it names the plan, the revision and its day, and holds the fingerprint."""

from datetime import date, datetime

from success_desktop.documents.outline_blocks import DocumentLanguage, Phrase, Seal
from success_desktop.documents.outline_values import PlanWording
from success_desktop.domain.calendar_dates import date_text
from success_desktop.domain.plan import Plan
from success_desktop.domain.revision import Revision
from success_desktop.domain.seal import seal_code, seal_payload
from success_desktop.i18n import N_, Language

_NAMED = N_("{plan} · {revision} · {day}")


def make_seal(
    plan: Plan,
    revision: Revision,
    language: DocumentLanguage = "th",
    has_thai_digits: bool = False,
    edition: str = "",
) -> Seal:
    """The seal of a document that shows `plan` at `revision`; `edition` names the edition, where it is one."""
    words = PlanWording(plan, language, has_thai_digits=has_thai_digits)
    return Seal(
        payload=seal_payload(plan.root_id, revision.fingerprint),
        code=seal_code(revision.fingerprint),
        words=tuple(_name(words, revision, edition, spoken) for spoken in words.languages),
    )


def _name(words: PlanWording, revision: Revision, edition: str, language: Language) -> Phrase:
    title = " ".join(words.text(words.plan.root, "title", language).text.split())
    number = words.say(N_("Revision {number}"), language, number=str(revision.ordinal)).text
    return words.say(
        _NAMED,
        language,
        plan=" ".join(filter(None, (title, edition))),
        revision=f"{number} “{revision.label}”" if revision.label else number,
        day=date_text(_day_of(revision.at), language, "short"),
    )


def _day_of(at: datetime) -> date:
    """The day of a moment by the clock on the wall here."""
    return at.astimezone().date()
