"""What stands above the story: the reader's pieces, and the title where the text repeats it."""

from briefing.model import Article, Furniture, Span

TITLE_REACH = 3  # a repeated title is sought in this many times its own length: spaces and marks may differ


def head(article: Article) -> list[Furniture]:
    """Furniture that needs no rule, in order: `article.head` and the title."""
    found = list(article.head)
    title = article.title_span or _repeated(article)
    if title and not any(title.overlaps(piece.span) for piece in found):
        found.append(Furniture(title, "title"))
    return sorted(found, key=lambda piece: piece.span)


def _repeated(article: Article) -> Span | None:
    """The title at the start of the text, compared by its letters and digits, with the stop after it."""
    start = max((piece.span.end for piece in article.head), default=0)
    text, wanted = article.text, [c for c in (article.title or "").casefold() if c.isalnum()]
    if not wanted:
        return None
    body = text[start : start + TITLE_REACH * len(article.title or "") + 20]
    start += len(body) - len(body.lstrip())
    matched = 0
    for at in range(start, min(len(text), start + len(body))):
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
