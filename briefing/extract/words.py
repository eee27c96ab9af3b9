"""Words of one sentence with their places: the view of a text that the cue rules share.

A sentence is cut into words only when a rule asks for it; most sentences of an article hold no cue.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from string import ascii_lowercase

from briefing.lang.regex import MARKS
from briefing.lang.speech import Gender
from briefing.model import Cast, Document, Mention, Sentence, Span
from briefing.text.quotations import quotations

# A word keeps its apostrophes, hyphens and inner stops ("didn't", "so-called", "U.S") but no final stop.
_LETTERS = rf"[^\W_]+(?:[{MARKS}]+[^\W_]*)*"
_TOKEN = re.compile(rf"({_LETTERS}(?:(?:['\-./&@]|\.-){_LETTERS})*|--+|[^\w\s.{MARKS}])")
_ONLY_LETTERS = bytes(c if chr(c) in ascii_lowercase else ord(" ") for c in range(256))
_STRAIGHT = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'))
_MARKS = frozenset("\"„«»'`")
MARK = '"'
_DASH = "—"
_SPECIAL = _MARKS | {"--", "---"}
# So many words of four letters and more, so many of them capitalised: title case.
_LONG, _HEADLINE, _CAPITALS = 4, 5, 0.9
# A quotation longer than this holds a mark that was never closed.
_LONGEST = 2500


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Words:
    """Parallel lists, one entry a word or punctuation mark; quotation marks are all written `MARK`.

    `low`: lower case, straight apostrophes. `quoted`: inside quotation marks. `name`: the mention a word
    belongs to.
    """

    low: list[str]
    start: list[int]
    end: list[int]
    quoted: list[bool]
    name: dict[int, Mention]

    def __len__(self) -> int:
        return len(self.low)

    def span(self, first: int, stop: int) -> Span:
        """The text from word `first` up to word `stop`, exclusive."""
        return Span(self.start[first], self.end[stop - 1])


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Reading:
    """A document with its quotations and mentions, sentence by sentence; `numbers`: entities by name.

    `genders`: of entities, as they are asked for.
    """

    document: Document
    text: str
    quotes: list[Span]
    marks: frozenset[int]
    mentions: tuple[Mention, ...]
    numbers: dict[Span, int]
    _starts: list[int]
    _quote_starts: list[int]
    _plain: str
    genders: dict[int, Gender] = field(default_factory=dict)
    _words: dict[int, Words] = field(default_factory=dict)
    _letters: dict[int, frozenset[str]] = field(default_factory=dict)

    def words(self, sentence: Sentence) -> Words:
        """The words of a sentence, cut once."""
        found = self._words.get(sentence.index)
        if found is None:
            found = self._words[sentence.index] = self._cut(sentence)
        return found

    def low(self, sentence: Sentence) -> str:
        """The sentence in lower case with straight marks, character for character."""
        return self.text[sentence.span.start : sentence.span.end]

    def letters(self, sentence: Sentence) -> frozenset[str]:
        """The words of a sentence as a set, without order: what a cheap trigger is tried on."""
        found = self._letters.get(sentence.index)
        if found is None:
            words = self._plain[sentence.span.start : sentence.span.end].split()
            found = self._letters[sentence.index] = frozenset(words)
        return found

    def inside(self, span: Span) -> tuple[Mention, ...]:
        """The mentions that lie within a span."""
        return self.mentions[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def quotes_in(self, span: Span) -> list[Span]:
        """The quotations that overlap a span."""
        first = max(0, bisect_right(self._quote_starts, span.start) - 1)
        stop = bisect_left(self._quote_starts, span.end)
        return [q for q in self.quotes[first:stop] if q.end > span.start]

    def _cut(self, sentence: Sentence) -> Words:
        pieces = _TOKEN.split(self.low(sentence))  # gap, word, gap, word … gap
        edges = list(accumulate(map(len, pieces), initial=sentence.span.start))
        low, start, end = pieces[1::2], edges[1:-1:2], edges[2::2]
        if not _SPECIAL.isdisjoint(low):
            self._plain_marks(low, start, end)
        quoted = [False] * len(low)
        for quote in self.quotes_in(sentence.span):
            first, stop = bisect_left(start, quote.start), bisect_left(start, quote.end)
            quoted[first:stop] = [True] * (stop - first)
        return Words(low, start, end, quoted, self._names(sentence, start))

    def _plain_marks(self, low: list[str], start: list[int], end: list[int]) -> None:
        """Keep the marks of quotations, each written `MARK` and a double one once; write dashes as one."""
        for at in range(len(low) - 1, -1, -1):
            token = low[at]
            if token in _MARKS:
                low[at] = MARK
                twice = at and low[at - 1] in _MARKS and end[at - 1] == start[at]
                if twice or start[at] not in self.marks:
                    del low[at], start[at], end[at]
            elif token in _SPECIAL:
                low[at] = _DASH

    def _names(self, sentence: Sentence, start: list[int]) -> dict[int, Mention]:
        names: dict[int, Mention] = {}
        for mention in self.inside(sentence.span):
            first = bisect_left(start, mention.span.start)
            for i in range(first, bisect_left(start, mention.span.end)):
                names[i] = mention
        return names


def is_headline(text: str) -> bool:
    """Whether a line is set in title case: a headline or a link that stands among the sentences."""
    words = [w for w in text.split() if len(w) >= _LONG]
    return len(words) >= _HEADLINE and sum(not w[0].islower() for w in words) >= _CAPITALS * len(words)


def straight(text: str) -> str:
    """Lower case with straight marks, character for character."""
    low = text.lower()
    low = low if len(low) == len(text) else text
    if not low.isascii():
        for mark, plain in _STRAIGHT:  # far faster than translate()
            low = low.replace(mark, plain)
    return low


@lru_cache(maxsize=1)
def reading(document: Document, cast: Cast) -> Reading:
    """Find the quotations of every paragraph and line the mentions up.

    Statements and denials read the same article one after the other, so the last reading is kept.
    """
    text = document.article.text
    quotes = [
        q
        for block in _blocks(document.sentences)
        for q in quotations(text, block)
        if q.end - q.start < _LONGEST
    ]
    marks = frozenset(at for q in quotes for at in (q.start - 2, q.start - 1, q.end, q.end + 1))
    starts = [m.span.start for m in cast.mentions]
    numbers = {entity.name: k for k, entity in reversed(list(enumerate(cast.entities)))}
    quote_starts = [q.start for q in quotes]
    low = straight(text)
    plain = low.encode("ascii", "replace").translate(_ONLY_LETTERS).decode("ascii")
    return Reading(document, low, quotes, marks, cast.mentions, numbers, starts, quote_starts, plain)


def _blocks(sentences: Iterable[Sentence]) -> Iterator[Span]:
    block, number = None, -1
    for sentence in sentences:
        if block and sentence.paragraph == number:
            block = Span(block.start, sentence.span.end)
            continue
        if block:
            yield block
        block, number = sentence.span, sentence.paragraph
    if block:
        yield block
