"""`[corrections]`: which notes of the desk a reader must see first."""

import re
from functools import cache

from briefing.lang import known, table


@cache
def of_a_correction(code: str) -> re.Pattern[str] | None:
    """Words of a note that says what was wrong or has changed, not who wrote it or when to check back."""
    found = table(code, "corrections") if code in known() else {}
    return re.compile(found["about"], re.I) if found else None
