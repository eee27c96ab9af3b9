"""NLTK's Punkt (Kiss and Strunk, 2006) with our own parameters: nothing is downloaded or trained."""

from functools import cache
from typing import TYPE_CHECKING

from briefing.lang.text import text as stops_of
from briefing.model import Span
from briefing.text.lines import lines

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer


@cache
def _engine(code: str) -> "PunktSentenceTokenizer":
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    stops = stops_of(code)
    known = PunktParameters()
    words = stops.before_name | stops.before_number | stops.may_end | stops.clock
    known.abbrev_types = {word.lower() for word in words}
    known.sent_starters = {word.lower() for word in stops.starters}
    return PunktSentenceTokenizer(known)


def punkt(text: str, block: Span, code: str) -> list[Span]:
    """Sentences of a block by Punkt, line by line, less white space that Punkt takes for words (U+001C …)."""
    engine = _engine(code)
    found = [
        _trimmed(text, line.start + start, line.start + end)
        for line in lines(text, block)
        for start, end in engine.span_tokenize(text[line.start : line.end])
    ]
    return [span for span in found if span.start < span.end]


def _trimmed(text: str, start: int, end: int) -> Span:
    said = text[start:end]
    start += len(said) - len(said.lstrip())
    return Span(start, start + len(said.strip()))
