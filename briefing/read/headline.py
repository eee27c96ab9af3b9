"""Where the headline of a text stands.

A headline is short, is no sentence, and its words come back in the story; an appeal, a caption, a byline
or a section label fails one of the three. So the blocks at the head are scored, and the best one wins.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from briefing.lang.detect import language_of
from briefing.lang.headline import Neighbours, neighbours
from briefing.model import Article, Furniture, Span

REACH = 8  # blocks looked at: appeal, section label, headline, standfirst, byline, date, caption, lede
MAX_WORDS = 30
MAX_CHARACTERS = 300
MAX_LINES = 2
TITLE_WORDS = 16  # a headline that ends in a full stop has no more …
TOLD_AGAIN = 0.6  # … and is in capitals, or comes first and the paragraph below tells this much of it again
LEDE_WORDS = 12  # a sentence this long is the story; a shorter one may be a standfirst
STORY = 2_500  # characters behind a headline in which its words come back
WORD = re.compile(r"\w+(?:['’]\w+)*")
BLOCK = re.compile(r"\S[^\r\n]*(?:(?:\r\n|[\r\n])[^\S\r\n]*\S[^\r\n]*)*")
LINE = re.compile(r"\S[^\r\n]*")
BLANK_LINE = re.compile(r"(?:\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)")
HEADING = re.compile(r"#{1,6}[^\S\r\n]+")
UNDERLINE = re.compile(r"[^\S\r\n]*(?:\r\n|\n)([=-]{3,})[^\S\r\n]*(?=[\r\n]|\Z)")
SENTENCE_END = re.compile(r"(?:[.。]|(?<=.{100})[!?])[\"'”’»)\]]*\Z")
NEW_SENTENCE = re.compile(r"[^\W\d_]{3,}[.!][\"'”’»)]*\s+[\"'“‘«(]?[^\W\d_]|\d[.]\s+[^\W\d_]")
PLAIN_MARKS = str.maketrans("‘’‚“”„«»\u00a0\u202f", '\'\'\'"""""  ')

# Points. Fitted by eye on headlines of PolNeAR that are in no gold set; see docs/quality.md.
BASE, RETURNS, LATER, BEHIND_LEDE = 1.0, 3.0, -0.3, -3.0
SENTENCE, TWO_SENTENCES, SHOUT = -4.0, -3.0, -3.0
ASKS, READER, UNTOLD, NEVER = -2.0, -1.0, -1.0, -10.0
MAX_LEDES = 2  # behind that many no headline can win


class Line(NamedTuple):
    """A block at the head of a text, without the mark that makes it a heading in Markdown."""

    span: Span
    text: str
    words: tuple[str, ...]
    marks: tuple[Span, ...] = ()

    @property
    def sentence(self) -> bool:
        """Whether it ends as sentences do, and has not the capitals of a headline."""
        return bool(SENTENCE_END.search(self.text[-MAX_CHARACTERS:])) and not self.capitalised

    @property
    def capitalised(self) -> bool:
        """Whether every longer word has a capital, as in "Mayor Denies Taking Harbour Money"."""
        long = [word for word in self.words if len(word) > 4]
        return len(long) > 2 and len(self.words) <= TITLE_WORDS and all(word[0].isupper() for word in long)


def headline(article: Article, start: int = 0, given: Span | None = None) -> Article:
    """`article` with its title and where that stands in the text; after `start`, or at `given`."""
    start = max([start, *(piece.span.end for piece in article.head)])
    if article.title:
        return _located(article, _repeated(article, start), given)
    lines = list(_lines(article.text, start))
    rules = neighbours(language_of(article)) if lines else None
    best = max(
        ((points, -index) for index, points in enumerate(_points(article.text, lines, rules))),
        default=(0.0, 0),
    )
    if best[0] <= 0:
        return article
    line = lines[-best[1]]
    head = (*article.head, *(Furniture(mark, "markup") for mark in line.marks))
    return replace(article, title=line.text, title_span=line.span, head=head)


def _located(article: Article, repeated: Span | None, given: Span | None) -> Article:
    """A titled article with the place of its title, which has the title's very words; a line that has them
    but for stops and capitals is set aside as the title without being its source.
    """
    if repeated is None or article[repeated].split() == (article.title or "").split():
        return replace(article, title_span=repeated or given)
    head = (*article.head, Furniture(repeated, "title"))
    return replace(article, title_span=given, head=tuple(sorted(head, key=lambda piece: piece.span)))


def _lines(text: str, start: int) -> Iterator[Line]:
    """The first blocks; where no line is blank, every line is one."""
    blocks = BLOCK if BLANK_LINE.search(text, start) else LINE
    for _, found in zip(range(REACH), blocks.finditer(text, start), strict=False):
        yield _line(text, found)


def _line(text: str, found: re.Match[str]) -> Line:
    start, end = found.start(), found.start() + len(found[0].rstrip())
    marks: tuple[Span, ...] = ()
    if mark := HEADING.match(text, start, end):
        marks, start = (Span(*mark.span()),), mark.end()
    elif end - start <= MAX_CHARACTERS and (under := UNDERLINE.search(text, start, end + 1)):
        marks, end = (Span(*under.span(1)),), under.start()
    words = tuple(WORD.findall(text, start, min(end, start + MAX_CHARACTERS)))
    return Line(Span(start, end), text[start:end], words, marks)


def _points(text: str, lines: list[Line], rules: Neighbours | None) -> Iterator[float]:
    """How much each line is like a headline; above 0 it is one."""
    ledes = 0
    for index, line in enumerate(lines):
        if ledes == MAX_LEDES:
            return
        behind = text[line.span.end : line.span.end + STORY]
        asks = _asks(line, rules) if rules else 0.0
        if not _fits(line) or not behind.strip() or (rules and rules.never.match(_plain(line))):
            yield NEVER
        else:
            form = (
                RETURNS
                if line.marks
                else _form(line, lines[1:2] if index == 0 else []) + _told(line, behind, index)
            )
            yield BASE + form + asks + LATER * index + BEHIND_LEDE * ledes
        ledes += len(line.words) >= LEDE_WORDS and line.sentence and not asks


def _fits(line: Line) -> bool:
    if len(line.text) > MAX_CHARACTERS or len(line.words) > MAX_WORDS or line.text.count("\n") >= MAX_LINES:
        return False
    spaceless = sum(char > "\u2e80" for char in line.text) >= 4  # East Asian scripts write no spaces
    return (len(line.words) >= 3 or spaceless) and line.text[-1] not in ":,;"


def _form(line: Line, next_one: list[Line]) -> float:
    told_again = (
        len(line.words) <= TITLE_WORDS and next_one and _returning(line, next_one[0].text) >= TOLD_AGAIN
    )
    return (
        SENTENCE * (line.sentence and not told_again)
        + TWO_SENTENCES * bool(NEW_SENTENCE.search(line.text))
        + SHOUT * line.text.endswith("!")
    )


def _told(line: Line, behind: str, index: int) -> float:
    """A first line may be a play on words; a later one of which nothing comes back is no headline."""
    share = _returning(line, behind)
    return RETURNS * share + UNTOLD * (index > 0 and share == 0)


def _returning(line: Line, behind: str) -> float:
    """Share of the longer words that come back, by their first letters: minister's, ministers, ministry."""
    long = {word.casefold()[:5] for word in line.words if len(word) > 3}
    story = behind.casefold()
    return sum(start in story for start in long) / len(long) if long else 0.0


def _asks(line: Line, rules: Neighbours) -> float:
    low = _plain(line)
    return ASKS * bool(rules.asks.match(low)) + READER * bool(rules.reader.search(low))


def _plain(line: Line) -> str:
    return line.text[:MAX_CHARACTERS].lower().translate(PLAIN_MARKS)


def _repeated(article: Article, start: int) -> Span | None:
    """Where one of the first blocks or lines is the title, whatever its spaces and stops."""
    wanted = WORD.findall((article.title or "").casefold())
    for blocks in (BLOCK, LINE):
        for _, found in zip(range(REACH), blocks.finditer(article.text, start), strict=False):
            line = _line(article.text, found)
            if wanted and [word.casefold() for word in line.words] == wanted:
                return line.span
    return None
