"""Brief → what a template sees: plain frozen nouns whose article words are slices, unescaped and whole.

Every section's line has the same fields, so that a template needs no knowledge of sections:
a line with a `name` is one of a quiet row of names, one with a `speaker` or `stance` is an answer,
one with a `when` an appointment, any other is just its words.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing.lang.labels import Labels, labels
from briefing.model import Article, Brief, Line, Quote, Section, Story
from briefing.render.escape import link, plain


@dataclass(frozen=True, slots=True)
class MarkView:
    """Where words come from: the article's number in the brief's list and character offsets."""

    number: int
    start: int
    end: int
    href: str | None

    def __str__(self) -> str:
        return f"{self.number}:{self.start}–{self.end}"


@dataclass(frozen=True, slots=True)
class LineView:
    """One line. `text` is None when the line only points (`see` is the heading that prints the words)."""

    text: str | None
    mark: MarkView
    name: str | None
    role: str | None
    speaker: str | None
    stance: str | None
    implied: bool
    claim: str | None
    claim_mark: MarkView | None
    when: str | None
    when_iso: str | None
    also: tuple[MarkView, ...]
    see: str | None
    unanswered: bool

    @property
    def answers(self) -> bool:
        """Whether the line is somebody's answer, to be set apart with what it answers."""
        return bool(self.stance or self.unanswered)


@dataclass(frozen=True, slots=True)
class SectionView:
    """A block of lines."""

    key: str
    heading: str
    lines: tuple[LineView, ...]

    @property
    def names(self) -> bool:
        """Whether every line names somebody, so that they can stand in one row."""
        return all(line.name for line in self.lines)

    @property
    def answers(self) -> bool:
        """Whether the block is what people answered, or did not."""
        return any(line.answers for line in self.lines)


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story. `source` and `date` are those of the article that gives the headline."""

    id: str
    number: int
    status: str
    headline: str
    href: str | None
    source: str | None
    date: str | None
    reported_by: tuple[str, ...]
    note: str | None
    sections: tuple[SectionView, ...]


@dataclass(frozen=True, slots=True)
class AlsoView:
    """A story that is only listed."""

    headline: str
    source: str | None
    href: str | None


@dataclass(frozen=True, slots=True)
class SourceView:
    """An article the brief quotes; `number` is what marks call it, `sha12` names its stored text."""

    number: int
    title: str
    source: str | None
    date: str | None
    href: str | None
    sha12: str


@dataclass(frozen=True, slots=True)
class BriefView:
    """The whole brief. `failed`: pairs of input and reason. `digest`: first 8 hex of the content's hash."""

    title: str
    date: str
    date_iso: str
    language: str
    stories: tuple[StoryView, ...]
    also: tuple[AlsoView, ...]
    sections: tuple[SectionView, ...]
    sources: tuple[SourceView, ...]
    held: int
    failed: tuple[tuple[str, str], ...]
    digest: str


@dataclass(frozen=True, slots=True)
class _Desk:
    brief: Brief
    words: Labels
    numbers: Mapping[str, int]

    def slice(self, quote: Quote | None) -> str | None:
        words = self.brief.words(quote) if quote else ""
        return words if plain(words) else None

    def mark(self, quote: Quote) -> MarkView:
        href = link(self.brief.texts[quote.article].url)
        return MarkView(self.numbers[quote.article], quote.span.start, quote.span.end, href)

    def published(self, article: Article) -> str | None:
        return self.words.date(article.published.isoformat()) if article.published else None

    def title(self, text: str | None) -> str:
        return text if text and plain(text) else self.words["untitled"]


def view(brief: Brief, digest: str) -> BriefView:
    """What a template may print of a brief; raises UnknownName when the brief's language has no labels."""
    desk = _Desk(brief, labels(brief.language), {a.id: n for n, a in enumerate(brief.articles, 1)})
    return BriefView(
        title=brief.title,
        date=desk.words.date(brief.day.isoformat()),
        date_iso=brief.day.isoformat(),
        language=brief.language,
        stories=tuple(_story(desk, n, story) for n, story in enumerate(brief.stories, 1)),
        also=tuple(AlsoView(desk.title(a.headline), a.source, link(a.url)) for a in brief.also),
        sections=_sections(desk, brief.sections),
        sources=tuple(_source(desk, n, article) for n, article in enumerate(brief.articles, 1)),
        held=brief.held,
        failed=tuple((f.input, f.reason) for f in brief.failed),
        digest=digest[:8],
    )


def _story(desk: _Desk, number: int, story: Story) -> StoryView:
    article = desk.brief.texts[story.headline_article]
    return StoryView(
        id=story.id,
        number=number,
        status=desk.words.status[story.status],
        headline=desk.title(story.headline),
        href=link(article.url),
        source=article.source,
        date=desk.published(article),
        reported_by=tuple(name for name in story.reported_by if name != article.source),
        note=story.note,
        sections=_sections(desk, story.sections),
    )


def _sections(desk: _Desk, sections: Iterable[Section]) -> tuple[SectionView, ...]:
    return tuple(
        SectionView(section.key, section.heading, tuple(_line(desk, line) for line in section.lines))
        for section in sections
        if section.lines
    )


def _line(desk: _Desk, line: Line) -> LineView:
    claim = _claim(line)
    return LineView(
        text=None if line.see else desk.slice(line.quote),
        mark=desk.mark(line.quote),
        name=desk.slice(line.name),
        role=desk.slice(line.role),
        speaker=desk.slice(line.speaker),
        stance=_stance(desk.words, line),
        implied=line.certainty == "implied",
        claim=desk.slice(claim),
        claim_mark=desk.mark(claim) if claim else None,
        when=desk.words.date(line.when_date) if line.when_date else None,
        when_iso=line.when_date,
        also=tuple(desk.mark(quote) for quote in line.also),
        see=desk.words.heading(line.see) if line.see else None,
        unanswered=line.unanswered,
    )


def _claim(line: Line) -> Quote | None:
    """The claim a line answers, unless the line's own words already hold it."""
    claim, words = line.claim, line.quote
    if claim and not line.see and claim.article == words.article and claim.span in words.span:
        return None
    return claim


def _stance(words: Labels, line: Line) -> str | None:
    """How somebody answered; what is only implied is worded as said, never as denied."""
    if line.stance is None:
        return None
    return words["said"] if line.certainty == "implied" else words.stances[line.stance]


def _headlines(brief: Brief) -> dict[str, str]:
    """What articles without a title are headed by."""
    return {s.headline_article: s.headline for s in brief.stories} | {
        a.article: a.headline for a in brief.also
    }


def _source(desk: _Desk, number: int, article: Article) -> SourceView:
    return SourceView(
        number=number,
        title=desk.title(article.title or _headlines(desk.brief).get(article.id)),
        source=article.source,
        date=desk.published(article),
        href=link(article.url),
        sha12=article.sha256[:12],
    )
