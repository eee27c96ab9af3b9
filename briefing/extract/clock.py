"""The time of day at which a dated step begins: `Thursday at 7 p.m.`"""

import re

from briefing.lang.clock import Clock
from briefing.model import Span

# Characters between a date and the time of day that belongs to it.
_NEAR = 40


def time_of_day(text: str, day: Span, lex: Clock | None) -> str | None:
    """`HH:MM` of the only time of day near the words of a date in a sentence; None when there are two.

    `day`: where the date stands in `text`.
    """
    if lex is None:
        return None
    near = text[max(0, day.start - _NEAR) : day.end + _NEAR]
    found = {said for match in lex.pattern.finditer(near) if (said := _said(match, lex))}
    return found.pop() if len(found) == 1 else None


def _said(match: re.Match[str], lex: Clock) -> str | None:
    if match["word"]:
        return "12:00" if match["word"].lower() in lex.noon else None
    hour, minute = int(match["hour"] or match["hours"]), int(match["minute"] or match["minutes"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    return f"{hour:02}:{minute:02}"
