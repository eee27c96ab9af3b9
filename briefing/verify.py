"""Is every printed word what its source says? Pure: a record and its texts in, verdicts out.

A *line* is one entry of a section, with all it prints: its words, name, role, speaker, the claim it
answers and the places it also stands. Headlines, sources and the digest are checked too and can fail,
but are not counted as lines.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model import Article, Brief, Quote, Verdict


@dataclass(frozen=True, slots=True)
class Words:
    """Recorded words and the place they are said to stand at; `what` names their part in the line."""

    what: str
    text: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Seal:
    """A recorded hash and the actual one; `reason` is what a difference means."""

    where: str
    recorded: str
    actual: str
    reason: str


@dataclass(frozen=True, slots=True)
class Printed:
    """One line as recorded: its words and the hash of all that is recorded of it."""

    where: str
    words: tuple[Words, ...]
    seal: Seal


@dataclass(frozen=True, slots=True)
class Headline:
    """A recorded headline and the id of the article it must be the title of."""

    where: str
    text: str
    article: str


@dataclass(frozen=True, slots=True)
class Record:
    """A brief read back, with everything its record says beside it that can be checked."""

    brief: Brief
    template: str | None
    lines: tuple[Printed, ...]
    headlines: tuple[Headline, ...]
    seals: tuple[Seal, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A verdict for every line, and what else is wrong (headlines, sources, digest, renderings)."""

    lines: tuple[Verdict, ...]
    faults: tuple[Verdict, ...]

    @property
    def bad(self) -> tuple[Verdict, ...]:
        """All that is wrong, in the order to be told."""
        return tuple(v for v in self.lines if not v.verbatim) + self.faults

    def __str__(self) -> str:
        right = sum(v.verbatim for v in self.lines)
        return f"{len(self.lines)} line{'' if len(self.lines) == 1 else 's'}, {right} verbatim"


def verify(record: Record) -> Report:
    """Check a record against the texts it was read with."""
    lines = tuple(_line(record, line) for line in record.lines)
    sealed = tuple(Verdict(s.where, False, s.reason) for s in record.seals if s.recorded != s.actual)
    return Report(lines, (*_headlines(record), *sealed))


def _line(record: Record, line: Printed) -> Verdict:
    for words in line.words:
        article = record.brief.texts.get(words.quote.article)
        if article is None:
            return Verdict(line.where, False, f"{words.what}: no article {words.quote.article!r}")
        if not _stands(article, words):
            return Verdict(line.where, False, f"{words.what}: not what stands at {_place(words.quote)}")
    if line.seal.recorded != line.seal.actual:
        return Verdict(line.where, False, line.seal.reason)
    return Verdict(line.where, True)


def _stands(article: Article, words: Words) -> bool:
    span = words.quote.span
    return 0 <= span.start <= span.end <= len(article.text) and article[span] == words.text


def _place(quote: Quote) -> str:
    return f"{quote.article!r} {quote.span.start}–{quote.span.end}"


def _headlines(record: Record) -> Iterator[Verdict]:
    for headline in record.headlines:
        article = record.brief.texts.get(headline.article)
        if article is None:
            yield Verdict(headline.where, False, f"no article {headline.article!r}")
        elif not _titled(article, headline.text):
            yield Verdict(headline.where, False, f"not the title of {headline.article!r}")
        elif article.title and article.title_span and not _same(article[article.title_span], article.title):
            yield Verdict(
                headline.where, False, f"the title of {headline.article!r} is not what its text says"
            )


def _titled(article: Article, headline: str) -> bool:
    """A headline is its article's title; without a title it has to stand in the text."""
    return _same(headline, article.title) if article.title else headline in article.text


def _same(one: str, other: str) -> bool:
    """Equal but for white space, which a title may have folded."""
    return one.split() == other.split()
