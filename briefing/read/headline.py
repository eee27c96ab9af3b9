"""Where the headline of a text stands."""

import re
from collections.abc import Iterator
from dataclasses import replace

from briefing.model import Article, Furniture, Span

LINE = re.compile(r"[^\r\n]+")
HEADING = re.compile(r"#{1,6}[^\S\r\n]+")
MAX_WORDS = 30


def headline(article: Article, start: int = 0, given: Span | None = None) -> Article:
    """`article` with its title and where it stands: the given one, else the first line that looks like one."""
    if given or article.title:
        return replace(article, title_span=given)
    for span in _lines(article.text, start):
        mark = HEADING.match(article.text, span.start)
        bare = Span(mark.end(), span.end) if mark else span
        if len(article[bare].split()) > MAX_WORDS:
            return article
        head = (*article.head, Furniture(Span(*mark.span()), "markup")) if mark else article.head
        return replace(article, title=article[bare], title_span=bare, head=head)
    return article


def _lines(text: str, start: int) -> Iterator[Span]:
    """The lines that are not blank, without the space around them."""
    for found in LINE.finditer(text, start):
        line = found[0]
        if bare := line.strip():
            left = found.start() + len(line) - len(line.lstrip())
            yield Span(left, left + len(bare))
