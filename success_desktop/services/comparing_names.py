"""What the points of a comparison are called."""

from success_desktop.domain.revision_in_words import revision_name
from success_desktop.i18n import _
from success_desktop.services.comparing import Point


def name_point(point: Point) -> str:
    """What a point goes by: the present, or the name of its revision."""
    return _("Present") if point.revision is None else revision_name(point.revision)
