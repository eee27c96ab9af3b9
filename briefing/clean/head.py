"""What needs no rule of a language: the reader's pieces, the title where the text repeats it, markup."""

import re
from itertools import islice

from briefing.clean.markup import markup
from briefing.model import Article, Furniture, Span

LINES = 4  # an appeal or a section's name may stand above the title
TITLE_REACH = 3  # a repeated title is sought in this many times its own length: spaces and marks may differ

_LINE = re.compile(r"\S[^\r\n]*+")


def head(article: Article) -> list[Furniture]:
    """Furniture that needs no rule, in order: `article.head`, the title, and Markdown's marks."""
    found = list(article.head)
    for title in (article.title_span, _repeated(article)):
        if title and not any(title.overlaps(piece.span) for piece in found):
            found.append(Furniture(title, "title"))
    start = max((piece.span.end for piece in found), default=0)
    kept = Span(0, start)
    for piece in sorted(markup(article.text, start), key=lambda piece: piece.span):
        if not piece.span.overlaps(kept):
            found.append(piece)
            kept = piece.span
    return sorted(found, key=lambda piece: piece.span)


def _repeated(article: Article) -> Span | None:
    """The title at the start of one of the first lines after the one it was read from."""
    above = [piece.span for piece in article.head] + ([article.title_span] if article.title_span else [])
    start = max((span.end for span in above), default=0)
    wanted = [c for c in (article.title or "").casefold() if c.isalnum()]
    if not wanted:
        return None
    for line in islice(_LINE.finditer(article.text, start), LINES):
        if found := _title_at(article.text, line.start(), wanted):
            return found
    return None


def _title_at(text: str, start: int, wanted: list[str]) -> Span | None:
    """The title at one place, compared by its letters and digits, with the stop after it."""
    matched = 0
    for at in range(start, min(len(text), start + TITLE_REACH * len(wanted) + 20)):
        for char in text[at].casefold():
            if char.isalnum() and (matched == len(wanted) or char != wanted[matched]):
                return None
            matched += char.isalnum()
        if matched == len(wanted):
            return _whole(text, start, at + 1)
    return None


def _whole(text: str, start: int, end: int) -> Span | None:
    """The title with the marks behind it; `None` when the sentence goes on, for then it is no title."""
    while end < len(text) and not text[end].isalnum() and not text[end].isspace():
        end += 1
    goes_on = text[end - 1].isalnum() and text[end : end + 1] not in ("", "\n", "\r", "\u2028")
    return None if goes_on and text[end : end + 2].strip()[:1].islower() else Span(start, end)
