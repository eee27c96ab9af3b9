"""`[sourcing]`: how a sentence says where it has its news."""

import re
from collections.abc import Mapping
from functools import cache

from briefing.lang import known, table


@cache
def sourcing_signs(code: str) -> Mapping[str, re.Pattern[str]]:
    """Kind of source → what gives it away, the surest kind first; empty for a language without the table."""
    found = table(code, "sourcing") if code in known() else {}
    return {kind: re.compile(signs.replace("\n", ""), re.I) for kind, signs in found.items()}
