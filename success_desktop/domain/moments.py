"""Moments: a day with the time of day, as screens and file names tell them."""

from datetime import datetime
from typing import NamedTuple

from success_desktop.domain.calendar_dates import date_text
from success_desktop.i18n import Language


class Moment(NamedTuple):
    """A moment by the clock on the wall here; `at` has been brought to the local time zone by whoever made it."""

    at: datetime

    def spoken(self, language: Language) -> str:
        """The moment in words: 21 พ.ย. 2569 14:32; 21 Nov 2026 14:32."""
        return f"{date_text(self.at.date(), language, 'short')} {self.at:%H:%M}"

    def for_file_name(self, language: Language) -> str:
        """The same without the colon, which Windows forbids in the names of files: 21 พ.ย. 2569 14.32."""
        return self.spoken(language).replace(":", ".")
