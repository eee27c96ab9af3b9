"""Words of one sentence with their places: the view of a text that the cue rules share.

A sentence is cut into words only when a rule asks for it; most sentences of an article hold no cue.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from briefing.model import Cast, Document, Mention, Sentence, Span
from briefing.text.quotations import quotations

# A word keeps its apostrophes, hyphens and inner stops ("didn't", "so-called", "U.S"); a final stop is dropped.
_TOKEN = re.compile(r"[^\W_]+(?:[’'\-./&@][^\W_]+)*|--+|[^\w\s.]")
_DASH = "—"
_MARKS = frozenset("\"“”„«»'‘’`")
MARK = '"'
# A quotation longer than this holds a mark that was never closed.
_LONGEST = 2500


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with its quotations and mentions at hand, sentence by sentence."""

    document: Document
    quotes: list[Span]
    marks: frozenset[int]
    mentions: tuple[Mention, ...]
    _starts: list[int]
    _quote_starts: list[int]
    _words: dict[int, Words] = field(default_factory=dict)

    def words(self, sentence: Sentence) -> Words:
        """The words of a sentence, cut once."""
        found = self._words.get(sentence.index)
        if found is None:
            found = self._words[sentence.index] = self._cut(sentence.span)
        return found

    def inside(self, span: Span) -> tuple[Mention, ...]:
        """The mentions that lie within a span."""
        return self.mentions[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def quotes_in(self, span: Span) -> list[Span]:
        """The quotations that overlap a span."""
        first = max(0, bisect_right(self._quote_starts, span.start) - 1)
        stop = bisect_left(self._quote_starts, span.end)
        return [q for q in self.quotes[first:stop] if q.end > span.start]

    def _cut(self, span: Span) -> Words:
        text = self.document.article.text
        words = Words([], [], [], [], {})
        quotes = self.quotes_in(span)
        for found in _TOKEN.finditer(text, span.start, span.end):
            token, at = found[0], found.start()
            if token in _MARKS:
                if at not in self.marks or (words.low and words.low[-1] == MARK and words.end[-1] == at):
                    continue
                token = MARK
            elif token.startswith("--"):
                token = _DASH
            words.low.append(token.lower().replace("’", "'"))
            words.start.append(at)
            words.end.append(found.end())
            words.quoted.append(any(q.start <= at < q.end for q in quotes))
        for mention in self.inside(span):
            first = bisect_left(words.start, mention.span.start)
            for i in range(first, bisect_left(words.start, mention.span.end)):
                words.name[i] = mention
        return words


def reading(document: Document, cast: Cast) -> Reading:
    """Find the quotations of every paragraph and line the mentions up."""
    text = document.article.text
    quotes = [
        q
        for block in _blocks(document.sentences)
        for q in quotations(text, block)
        if q.end - q.start < _LONGEST
    ]
    marks = frozenset(at for q in quotes for at in (q.start - 2, q.start - 1, q.end, q.end + 1))
    starts = [m.span.start for m in cast.mentions]
    return Reading(document, quotes, marks, cast.mentions, starts, [q.start for q in quotes])


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
