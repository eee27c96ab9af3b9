"""Plain text: lines of at most 72 characters, continued under their own first word."""

import re
from textwrap import wrap as fold

WIDTH = 72
_MARGIN = re.compile(r"\s*(?:[-*] |\d+\. )?")


def wrap(text: str) -> str:
    """Fold every line at spaces to `WIDTH`; what hangs over is indented as far as the line's own text."""
    return "\n".join(_fold(line) for line in text.split("\n"))


def _fold(line: str) -> str:
    margin = _MARGIN.match(line)
    hang = " " * len(margin[0]) if margin else ""
    lines = fold(line, WIDTH, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines)
