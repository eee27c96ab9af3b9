"""Brief → BriefView: articles numbered, margin notes worded, nothing left for a template to decide."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from briefing.lang.labels import Labels, labels
from briefing.model import Article, Brief, Line, Quote, Section, Story
from briefing.render.escape import link, plain
from briefing.render.view import (
    AlsoView,
    AppointmentView,
    BriefView,
    LineView,
    MarkView,
    SectionView,
    SourceView,
    StoryView,
)

# What follows the beginning of a sentence.
_GOES_ON = (" ", ",", ";", ":", "–", "—")


class _Desk(NamedTuple):
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

    def heading(self, text: str | None, article: str) -> str:
        """A title; behind the beginning of an untitled article's sentence a mark that it goes on."""
        whole = self.brief.texts.get(article)
        if not text or whole is None or whole.title:
            return self.title(text)
        rest = whole.text.partition(text)[2]
        return f"{text} …" if rest[:1] in _GOES_ON and text[-1].isalnum() else self.title(text)


def view(brief: Brief, digest: str) -> BriefView:
    """What a template may print of a brief; raises UnknownName when the brief's language has no labels."""
    desk = _Desk(brief, labels(brief.language), {a.id: n for n, a in enumerate(brief.articles, 1)})
    stories = tuple(_story(desk, n, story) for n, story in enumerate(brief.stories, 1))
    return BriefView(
        title=brief.title,
        date=desk.words.date(brief.day.isoformat()),
        date_iso=brief.day.isoformat(),
        language=brief.language,
        preview=tuple(story.headline for story in stories[1:4] or stories),
        stories=stories,
        agenda=tuple(sorted(_appointments(stories), key=_day)),
        also=tuple(AlsoView(desk.heading(a.headline, a.article), a.source, link(a.url)) for a in brief.also),
        sections=_sections(desk, brief.sections),
        sources=tuple(_sources(desk)),
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
        headline=desk.heading(story.headline, story.headline_article),
        href=link(article.url),
        source=article.source,
        date=desk.published(article),
        reported_by=tuple(name for name in story.reported_by if name != article.source),
        note=story.note,
        sections=_sections(desk, [s for s in story.sections if s.lines], len(story.articles)),
    )


def _appointments(stories: Iterable[StoryView]) -> Iterator[AppointmentView]:
    for story in stories:
        for section in story.sections:
            yield from (
                AppointmentView(line, story.number, story.headline) for line in section.lines if line.when
            )


def _day(appointment: AppointmentView) -> str:
    """Sorts a month behind its days, a year behind its months."""
    return f"{appointment.line.when_iso}~"


def _sections(desk: _Desk, sections: Iterable[Section], sources: int = 1) -> tuple[SectionView, ...]:
    return tuple(
        SectionView(section.key, section.heading, tuple(_line(desk, line, sources) for line in section.lines))
        for section in sections
    )


def _line(desk: _Desk, line: Line, sources: int) -> LineView:
    claim = _claim(line)
    unanswered = _unanswered(desk.words, sources) if line.unanswered else None
    elsewhere = bool(unanswered and line.see)  # then it reads like an answer: who, nothing, see What
    return LineView(
        text=None if line.see else desk.slice(line.quote),
        mark=desk.mark(line.quote),
        name=desk.slice(line.name),
        role=desk.slice(line.role),
        speaker=desk.slice(line.name if elsewhere else line.speaker),
        stance=desk.words["unanswered_by"].format(nothing=unanswered)
        if elsewhere
        else _stance(desk.words, line),
        implied=line.certainty == "implied",
        claim=desk.slice(claim),
        claim_mark=desk.mark(claim) if claim else None,
        when=desk.words.date(line.when_date) if line.when_date else None,
        when_iso=line.when_date,
        also=tuple(desk.mark(quote) for quote in line.also),
        see=desk.words.heading(line.see) if line.see else None,
        unanswered=None if elsewhere else unanswered,
        sourcing=(line.sourcing and desk.words.sourcing[line.sourcing]) or None,
    )


def _unanswered(words: Labels, sources: int) -> str:
    """That nobody answers in the article, or in any of the story's."""
    return words["unanswered"] if sources == 1 else words["unanswered_many"].format(count=sources)


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


def _sources(desk: _Desk) -> Iterator[SourceView]:
    """The articles that the stories told rest on; those only listed have their own line with all of this."""
    told = {article for story in desk.brief.stories for article in story.articles}
    told |= {line.quote.article for section in desk.brief.sections for line in section.lines}
    for number, article in enumerate(desk.brief.articles, 1):
        if article.id in told:
            yield _source(desk, number, article)


def _headlines(brief: Brief) -> dict[str, str]:
    """What articles without a title are headed by."""
    return {s.headline_article: s.headline for s in brief.stories} | {
        a.article: a.headline for a in brief.also
    }


def _source(desk: _Desk, number: int, article: Article) -> SourceView:
    return SourceView(
        number=number,
        title=desk.heading(article.title or _headlines(desk.brief).get(article.id), article.id),
        source=article.source,
        date=desk.published(article),
        href=link(article.url),
        sha12=article.sha256[:12],
    )
