"""Which next steps are still to come when the brief is read."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from briefing.model import Group, Line

# An article older than this is briefed on purpose: its steps are told as it told them.
_ARCHIVE = timedelta(7)


def ahead(lines: Iterable[Line], group: Group, day: date) -> list[Line]:
    """The lines without those whose day, month or year was over before the brief's `day`."""
    published = {f.article.id: f.article.published for f in group}
    return [line for line in lines if not _is_over(line.when_date, published.get(line.quote.article), day)]


def _is_over(when: str | None, published: date | datetime | None, day: date) -> bool:
    if when is None or published is None:
        return False
    told = published.date() if isinstance(published, datetime) else published
    return day - told <= _ARCHIVE and when < day.isoformat()[: len(when)]
