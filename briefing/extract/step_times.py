"""What the time words of a sentence say of the step it may announce."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from briefing.model import Span, When

# A past day this near may be the day on which a step was announced.
_RECENT = timedelta(7)
# Characters between a trigger and a past time that makes it an old story.
_NEAR = 30
# Characters behind a trigger in which an undated day ("on Sunday", no dateline) lies ahead as the trigger does.
_AFTER = 80


@dataclass(frozen=True, slots=True)
class Times:
    """`ahead`: a time after the article's day; `today`: one that may be; `gone`: one long before, close by.

    `when`: the time of the step.
    """

    ahead: bool = False
    today: bool = False
    gone: bool = False
    when: When | None = None

    @property
    def dated(self) -> bool:
        """Whether some time is given that is not past."""
        return self.ahead or self.today


def tell(when: When, words: str, today: date | None, turns: Mapping[str, str]) -> str:
    """Where a time lies: `future`, `present` (it may be now or next), `recent` or `past`."""
    if when.date and today:
        here = today.isoformat()[: len(when.date)]
        if when.date > here:
            return "future"
        if when.date < here:
            old = len(when.date) < 10 or today - date.fromisoformat(when.date) > _RECENT
            return "past" if old else "recent"
    for word in words.lower().split():
        if word in turns:
            return turns[word]
    return "present" if today is None or not when.date or len(when.date) == 10 else "recent"


def times(at: Span, found: Iterable[tuple[When, str]]) -> Times:
    """What the times of a sentence, each with where it lies, say of a trigger at `at`."""
    ahead = today = gone = False
    chosen: When | None = None
    for when, lies in found:
        far = max(at.start - when.span.end, when.span.start - at.end)
        undated = lies == "present" and not when.date and 0 <= when.span.start - at.end <= _AFTER
        ahead = ahead or lies == "future" or undated
        today = today or lies == "present"
        gone = gone or (lies == "past" and far <= _NEAR)
        if (lies == "future" or undated) and chosen is None:
            chosen = when
    if chosen is None:
        chosen = next((w for w, lies in found if lies == "present" and w.span.start >= at.end), None)
    return Times(ahead, today, gone, chosen)
