"""`[corrections]`: which notes of the desk a reader must see first."""

import re
from functools import cache

from briefing.lang import known, table


@cache
def pinned(code: str) -> re.Pattern[str] | None:
    """How a note begins that says what was wrong or has changed, not "check back for updates"."""
    found = table(code, "corrections") if code in known() else {}
    return re.compile("|".join(found["pinned"]), re.I) if found else None
