"""`[embargo]`: the line above what may not be published yet, in any language we know."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from briefing.lang import known, table


class Embargoes(NamedTuple):
    """`line`: how the line begins. `zones`: clock → hours ahead of UTC.

    `between`: words between a time and its clock or day. `vague`: times nobody can be sure of ("midnight").
    """

    line: re.Pattern[str]
    zones: Mapping[str, float]
    between: frozenset[str]
    vague: re.Pattern[str]


@cache
def embargoes() -> Embargoes:
    """The `[embargo]` tables of all languages as one: an article's language is not known when it is read."""
    tables = [found for code in known() if (found := table(code, "embargo"))]
    zones = [pair.partition("=") for t in tables for pair in t["zones"].split()]
    return Embargoes(
        line=re.compile(rf"\W*(?:{'|'.join(t['line'] for t in tables)})", re.I),
        zones={zone: float(hours) for zone, _, hours in zones},
        between=frozenset(word for t in tables for word in t["between"].split()),
        vague=re.compile("|".join(t["vague"] for t in tables), re.I),
    )
