"""What the time words of a sentence say of the step it may announce."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from briefing.model import Span, When

# A past day this near may be the day on which a step was announced.
_RECENT = timedelta(7)
_DAY = len("2026-11-24")
# Rules of times that are no day, month or year ("for the next 70 years").
_OPEN = "open"
# ... and the one of them that is as near as a day ("next week").
_WEEK = "open_week"
# Rules of times counted from another time that nobody named: "the next day" of a story is no future.
_RELATIVE = frozenset({"beside", "that_day", "that_month", "that_season", "that_year"})
# Characters between a trigger and a past time that makes it an old story.
_NEAR = 30
# Characters behind a trigger in which a day without a date ("on Sunday", no dateline) or a running month,
# season or year lies ahead as the trigger does.
_AFTER = 80


class Times(NamedTuple):
    """`ahead`: a time after the article's day; `today`: one that may be; `gone`: one long before, close by;
    `before`: one long before, anywhere before the trigger.

    `when`: the time of the step; `close`: it is a day, month or year just behind the
    trigger, or just before.
    """

    ahead: bool = False
    today: bool = False
    gone: bool = False
    before: bool = False
    when: When | None = None
    close: bool = False

    @property
    def dated(self) -> bool:
        """Whether some time is given that is not past."""
        return self.ahead or self.today


def tell(when: When, words: str, today: date | None, turns: Mapping[str, str]) -> str:
    """Where a time lies: `future`, `present` (it may be now or next), `recent` or `past`."""
    if when.rule in _RELATIVE and not when.date:
        return "recent"
    if today is None and when.date and len(when.date) < _DAY:
        return "recent"  # "since 2010" in an undated article: nobody knows where that lies
    if when.date and today:
        here = today.isoformat()[: len(when.date)]
        if when.date > here:
            return "future"
        if when.date < here:
            old = len(when.date) < _DAY or today - date.fromisoformat(when.date) > _RECENT
            return "past" if old else "recent"
    for word in words.lower().split():
        if word in turns:
            return turns[word]
    return "present"


def times(at: Span, found: Iterable[tuple[When, str]]) -> Times:
    """What the times of a sentence, each with where it lies, say of a trigger."""
    ahead = today = gone = before = False
    chosen: When | None = None
    told = list(found)
    for when, lies in told:
        far = max(at.start - when.span.end, when.span.start - at.end)
        vague = not when.date or len(when.date) < _DAY
        undated = lies == "present" and vague and 0 <= when.span.start - at.end <= _AFTER
        ahead = ahead or lies == "future" or undated
        today = today or lies == "present"
        gone = gone or (lies == "past" and far <= _NEAR)
        before = before or (lies == "past" and when.span.end <= at.start)
        if (lies == "future" or undated) and chosen is None:
            chosen = when
    if chosen is None:
        chosen = next((w for w, lies in told if lies == "present" and w.span.start >= at.end), None)
    return Times(ahead, today, gone, before, chosen, chosen is not None and _is_close(chosen, at))


def _is_close(when: When, at: Span) -> bool:
    near = when.rule == _WEEK or not when.rule.startswith(_OPEN)
    return near and -_NEAR <= when.span.start - at.end <= _AFTER
