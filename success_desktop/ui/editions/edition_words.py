"""The states of editions and of their rows, as people say them."""

from success_desktop.domain.calendar_dates import date_text
from success_desktop.domain.edition_words import edition_name
from success_desktop.domain.office import Edition, Office
from success_desktop.i18n import _, interface_language


def name_edition(edition: Edition) -> str:
    """What an edition goes by, in the language of the interface."""
    return edition_name(edition, interface_language())


def tell_state(edition: Edition) -> str:
    """How far an edition is."""
    language = interface_language()
    if edition.announced_on is not None:
        return _("Announced on {day}").format(day=date_text(edition.announced_on, language, "short"))
    if edition.adopted_on is not None:
        return _("Adopted on {day}").format(day=date_text(edition.adopted_on, language, "short"))
    return _("Adopted") if edition.is_adopted else _("In preparation")


def tell_base(office: Office, edition: Edition) -> str:
    """Which edition it amends; "" for a first one."""
    base = next((one for one in office.editions if one.id == edition.base_id), None)
    return _("Amends: {name}").format(name=name_edition(base)) if base is not None else ""
