"""Whether an article is a column or a letters page: written in the first person, outside quotations."""

import re

from briefing.model import Span
from briefing.text import paragraphs
from briefing.text.quotations import quotations

# First-person words in a thousand, outside quotation marks: columns of PolNeAR have 10 to 33, news at most 5,
# tabloid reports whose quotations go unclosed up to 8.
_COLUMN = 9.0
_LEAST = 100


def is_column(text: str, first_person: re.Pattern[str]) -> bool:
    """Whether the writer speaks for himself; quotations are read only when "I" and "we" are frequent."""
    words = max(text.count(" "), _LEAST)
    found = [m.start() for m in first_person.finditer(text)]
    if 1000 * len(found) < _COLUMN * words:
        return False
    quotes = [q for block in paragraphs(text) for q in quotations(text, block)]
    return 1000 * sum(not _inside(at, quotes) for at in found) >= _COLUMN * words


def _inside(at: int, quotes: list[Span]) -> bool:
    return any(q.start <= at < q.end for q in quotes)
