"""Moments in words."""

from datetime import UTC, datetime

from success_desktop.domain.moments import Moment

AFTERNOON = Moment(datetime(2026, 11, 21, 14, 5, tzinfo=UTC))


def test_a_moment_is_told_in_the_era_of_the_language() -> None:
    assert AFTERNOON.spoken("th") == "21 พ.ย. 2569 14:05"
    assert AFTERNOON.spoken("en") == "21 Nov 2026 14:05"


def test_a_moment_in_the_name_of_a_file_has_no_sign_that_windows_forbids() -> None:
    for language in ("th", "en"):
        assert not set(':/\\*?"<>|') & set(AFTERNOON.for_file_name(language))
    assert AFTERNOON.for_file_name("th") == "21 พ.ย. 2569 14.05"
