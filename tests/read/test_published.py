"""Written dates."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from briefing.read.published import published


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2016-09-07", date(2016, 9, 7)),
        ("2016-09-07T08:30:00Z", datetime(2016, 9, 7, 8, 30, tzinfo=UTC)),
        ("2016-09-07 08:30", datetime(2016, 9, 7, 8, 30)),
        ("Wed, 07 Sep 2016 08:30:00 +0200", datetime(2016, 9, 7, 8, 30, tzinfo=timezone(timedelta(hours=2)))),
        ("7 September 2016", date(2016, 9, 7)),
        ("Wednesday, 7 September 2016", date(2016, 9, 7)),
        ("Sept. 7, 2016", date(2016, 9, 7)),
        ("September 7th, 2016", date(2016, 9, 7)),
    ],
)
def test_a_clear_date_is_read(written: str, meant: date) -> None:
    """ISO 8601, RFC 2822 and a month in words name one day or moment."""
    assert published(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "03/04/2016",
        "yesterday",
        "2016-13-01",
        "31 February 2016",
        "J 7 2016",
        "7 September",
        "2016",
        "",
        "Ma 3, 2016",
        "Mon, 1 Jan 99999999999999999999 00:00:00 +0000",
        "Mon, 1 Jan 2026 00:00:00 +99999999999999999",
    ],
)
def test_an_unclear_date_is_none(written: str) -> None:
    """What names no day, or more than one, is not guessed."""
    assert published(written) is None
