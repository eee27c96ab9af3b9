"""How a feed's teaser ends: it breaks off, or says where the story goes on. Table `[teasers]`."""

import re
from functools import cache

from briefing.lang import known, table

END = 120  # characters in which such words stand
_CUT = re.compile(r"(?:\[?(?:…|\.\.\.|&hellip;)\]?|\[\+\d+ chars\]|→)\s*\Z")


def ends_as_teaser(text: str) -> bool:
    """Whether the end of a text breaks off, or leads on in words of any language that we have them in."""
    end = text[-END:].rstrip()
    return bool(_CUT.search(end)) or any(more.search(end.lower()) for more in _more())


@cache
def _more() -> tuple[re.Pattern[str], ...]:
    patterns = (table(code, "teasers").get("more", "").split("\n") for code in known())
    return tuple(re.compile(rf"(?:{'|'.join(filter(None, lines))})\W*\Z") for lines in patterns if any(lines))
