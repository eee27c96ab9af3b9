"""What at the head of a page is no headline, though as short as one. Table `[headline]`."""

import re
from functools import cache
from typing import NamedTuple

from briefing.lang import known, table


class Neighbours(NamedTuple):
    """Patterns over lower-case text with straight marks.

    `never` fits a whole line (byline, time stamp, credit, link); `asks` the beginning of an appeal; `reader`
    is a word that speaks to the reader.
    """

    never: re.Pattern[str]
    asks: re.Pattern[str]
    reader: re.Pattern[str]


@cache
def neighbours(code: str) -> Neighbours | None:
    """The patterns of a language, `None` without a `[headline]` table."""
    found = table(code, "headline") if code in known() else {}
    if not found:
        return None
    never = "|".join(found["never"].split("\n")[:-1])
    words = "|".join(found["reader"].split())
    asks = "|".join(found["asks"].split("\n")[:-1])
    return Neighbours(
        re.compile(rf"(?:{never})\W*\Z"), re.compile(rf"(?:{asks})\b"), re.compile(rf"\b(?:{words})\b")
    )
