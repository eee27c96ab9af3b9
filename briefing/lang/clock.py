"""How a language says the time of day. Table `[clock]`."""

import re
from functools import cache
from typing import NamedTuple

from briefing.lang import known, table


class Clock(NamedTuple):
    """`pattern`: one time of day: groups `hour`, `minute`, `half`, or `hours`, `minutes`, or `word`.

    `noon`: the words for twelve in the day.
    """

    pattern: re.Pattern[str]
    noon: frozenset[str]


@cache
def clock(code: str) -> Clock | None:
    """The `[clock]` table of a language, or None when it has none."""
    t = table(code, "clock") if code in known() else {}
    return Clock(re.compile(t["pattern"], re.I), frozenset(t["noon"].split())) if t else None
