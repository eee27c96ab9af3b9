"""What a text mail carries besides its own words: quoted replies, a signature, a mailing list's footer."""

import re
from collections.abc import Iterator

from briefing.model import Furniture, Span

LAST = 15  # lines that a signature or a list's footer has at most; what is longer is the story
_QUOTED = re.compile(r"^[ \t]{0,3}>[^\n]*(?:\n[ \t]{0,3}>[^\n]*)*", re.M)
_ENDS = (
    ("list_footer", re.compile(r"^_{30,}\r?$", re.M)),  # as Mailman draws it
    ("signature", re.compile(r"^-- ?\r?$", re.M)),  # RFC 3676, 4.3
)


def quoted(text: str) -> Iterator[Furniture]:
    """Such stretches, in order and apart from each other."""
    end = len(text.rstrip())
    pieces = []
    for rule, line in _ENDS:
        last = len(text[:end].rsplit("\n", LAST + 1)[0])
        found = line.search(text, last, end + 1)
        if found and found.start() < end:
            pieces.append(Furniture(Span(found.start(), end), rule))
            end = len(text[: found.start()].rstrip())
    for found in _QUOTED.finditer(text, 0, end):
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        pieces.append(Furniture(Span(start, found.start() + len(found[0].rstrip())), "quoted"))
    yield from sorted(pieces, key=lambda piece: piece.span)
