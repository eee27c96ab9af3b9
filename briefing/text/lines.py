"""Which line ends inside a block are breaks, and which only wrap."""

import re
from itertools import pairwise

from briefing.model import Span

_LINE = re.compile(r"[^\r\n\u2028\s][^\r\n\u2028]*")
_BULLET = re.compile(r"(?:[-–—*•·▪‣►>|]|\(?\d{1,3}[.)])\s|[•▪‣►]")
_ENDED = re.compile(r"[.!?…:;][\"'”’»)\]]*\Z")
_WORD = re.compile(r"\S+")
MIN_WIDTH, MAX_WIDTH = 40, 120  # what mail programs, editors and typewriters wrap at
MOSTLY = 0.6  # share of full lines that makes a block a wrapped one


def lines(text: str, block: Span) -> list[Span]:
    """Stretches of a block that no sentence crosses: its lines, wrapped ones joined.

    A line is full when the first word of the next would not have fitted into the widest line of the block.
    In a block of mostly full lines a full line wraps; anywhere, a lower-case word continues a long line.
    """
    if not any(text.find(end, block.start, block.end) >= 0 for end in "\n\r\u2028"):
        return [block]
    parts = [_trimmed(text, *m.span()) for m in _LINE.finditer(text, block.start, block.end)]
    if len(parts) < 2:
        return parts
    width = max(line.end - line.start for line in parts)
    full = [_full(text, line, after, width) for line, after in pairwise(parts)]
    wrapped = MIN_WIDTH <= width <= MAX_WIDTH and sum(full) >= MOSTLY * len(full) and _prose(text, parts)
    joined = [parts[0]]
    for (line, after), is_full in zip(pairwise(parts), full, strict=True):
        if not _BULLET.match(text, after.start) and ((wrapped and is_full) or _runs_on(text, line, after)):
            joined[-1] = Span(joined[-1].start, after.end)
        else:
            joined.append(after)
    return joined


def _trimmed(text: str, start: int, end: int) -> Span:
    return Span(start, start + len(text[start:end].rstrip()))


def _full(text: str, line: Span, after: Span, width: int) -> bool:
    word = _WORD.match(text, after.start, min(after.end, after.start + width))
    return word is not None and line.end - line.start + 1 + len(word[0]) > width


def _prose(text: str, parts: list[Span]) -> bool:
    """Two lines are wrapped prose only when the second ends as a sentence does: no headline and byline."""
    return len(parts) > 2 or bool(_ENDED.search(text, parts[1].end - 4, parts[1].end))


def _runs_on(text: str, line: Span, after: Span) -> bool:
    long = line.end - line.start >= MIN_WIDTH // 2
    return long and text[after.start].islower() and not _ENDED.search(text, line.end - 4, line.end)
