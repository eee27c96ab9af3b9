"""An article as the rules see it: its sentences, and the text made plain, offsets unchanged."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from briefing.lang.furniture import Finds
from briefing.model import Article, Furniture, Span
from briefing.text import paragraphs, quotations, sentences

# One character for one: rules are written with straight marks and plain spaces.
_PLAIN = {
    "''": '""',
    "‘": "'",
    "’": "'",
    "‚": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "\u00a0": " ",
    "\t": " ",
}

FAR = 1000  # characters; a quotation in single marks begins no farther back
_MARKS = frozenset("\"'")
_start = attrgetter("start")
_NEWLINE = frozenset("\r\n\u2028\u2029")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Page:
    """`plain` is `text` with straight marks, `low` the same in lower case; both as long as the text.

    `titled`: the title is known, and no sentence here.
    """

    text: str
    plain: str
    low: str
    spans: tuple[Span, ...]
    starts: tuple[int, ...]
    paragraph: tuple[int, ...]
    blocks: tuple[Span, ...]
    titled: bool
    said: dict[int, list[Span]] = field(
        default_factory=dict, compare=False
    )  # by block, filled when asked for

    def __len__(self) -> int:
        return len(self.spans)

    def holding(self, finds: Finds, start: int = 0) -> list[int]:
        """Sentences from `start` on that hold one of some plain words, in order."""
        found: set[int] = set()
        for key, words in finds:
            at = self.low.find(key, start)
            while at >= 0:
                if self.low.startswith(words, at):
                    found.add(bisect_right(self.starts, at) - 1)
                at = self.low.find(key, at + 1)
        return sorted(found - {-1})

    def words(self, index: int) -> int:
        """About how many words a sentence has."""
        span = self.spans[index]
        return self.low.count(" ", span.start, span.end) + 1

    def alone(self, index: int) -> bool:
        """Whether a sentence fills its line, or was a line of its own before lines were joined by ` . `."""
        span = self.spans[index]
        before = self.plain[span.start - 1] if span.start else "\n"
        after = self.plain[span.end] if span.end < len(self.plain) else "\n"
        return (before in _NEWLINE and after in _NEWLINE) or self.padded(index)

    def padded(self, index: int) -> bool:
        """Whether white space stands before a sentence's full stop."""
        end = self.spans[index].end
        return self.plain[end - 2 : end] == " ." and self.plain[end - 3] not in ".…"

    def quoted(self, index: int) -> bool:
        """Whether a sentence lies inside a quotation that is closed, and is not all there is."""
        span, number = self.spans[index], self.paragraph[index]
        if span == self.blocks[number]:
            return False
        if not self._opened(span, self.blocks[number]):
            return False
        if number not in self.said:
            self.said[number] = self._closed(self.blocks[number])
        said = self.said[number]
        last = bisect_right(said, span.start + 1, key=_start) - 1
        return last >= 0 and span.end - 2 <= said[last].end

    def _opened(self, span: Span, block: Span) -> bool:
        """A cheap test that most sentences fail: a mark that opens is the last before or at the start."""
        double = self.plain.rfind('"', block.start, span.start + 1)
        opens = double >= 0 and not self.plain[double + 1 : double + 2].isspace()
        single = max(block.start, span.start - FAR)
        return opens or self.plain.rfind(" '", single, span.start + 1) >= 0 or self.plain[block.start] == "'"

    def _closed(self, block: Span) -> list[Span]:
        found = quotations(self.text, block)
        return [said for said in found if said.end < block.end and self.plain[said.end] in _MARKS]


def page(article: Article, code: str, splitter: str, taken: list[Furniture]) -> Page:
    """The sentences of an article between the pieces already taken."""
    blocks = [piece for block in paragraphs(article.text) for piece in _between(article, block, taken)]
    spans, numbers = [], []
    for number, block in enumerate(blocks):
        for span in sentences(article.text, block, code, splitter):
            spans.append(span)
            numbers.append(number)
    plain = _plain(article.text)
    starts = tuple(span.start for span in spans)
    titled = any(piece.rule == "title" for piece in taken)
    return Page(
        article.text, plain, _lower(plain), tuple(spans), starts, tuple(numbers), tuple(blocks), titled
    )


def _between(article: Article, block: Span, taken: list[Furniture]) -> Iterator[Span]:
    """A block without what is taken of it, trimmed."""
    start = block.start
    for piece in taken:
        if piece.span.overlaps(block):
            yield from _trimmed(article.text, start, piece.span.start)
            start = max(start, piece.span.end)
    yield from _trimmed(article.text, start, block.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    part = text[start:end]
    if body := part.strip():
        start += len(part) - len(part.lstrip())
        yield Span(start, start + len(body))


def _plain(text: str) -> str:
    for mark, plain in _PLAIN.items():
        text = text.replace(mark, plain)  # five times faster than translate()
    return text


def _lower(text: str) -> str:
    """Lower case of the same length: the few letters that grow (İ) stay as they are."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
