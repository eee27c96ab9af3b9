"""A small invented newsroom: briefs built by hand, for the rooms that print, check and write them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from briefing.model import Also, Article, Brief, Failure, Line, Quote, Section, Span, Story

HARBOUR = Article(
    id="harbour",
    text=(
        "Audit finds hole in harbour fund\n\n"
        "Auditors have found a gap of $4.2 million in the Port Ellery harbour fund. "
        "The harbour authority's treasurer, Mara Dunn, moved the money through two private accounts, "
        "the audit says.\n\n"
        "“I never touched the money,” Dunn said. Harbour master Joel Reyes declined to comment.\n\n"
        "The council will vote on a full inquiry on 8 December.\n"
    ),
    title="Audit finds hole in harbour fund",
    source="Harbour Courier",
    url="https://courier.example/news/audit?id=7&page=1",
    author="Ines Okoye",
    published=date(2026, 11, 23),
    language="en",
    title_span=Span(0, 32),
    origin="inputs/harbour.txt",
)
FERRY = Article(
    id="ferry",
    text=(
        "The Ellery ferry stopped at noon after a hull crack was found.\r\n\r\n"
        "Crew said the crack was as long as a hand.\r\n"
    ),
    title="Ferry out of service",
    source="Ellery Radio",
    published=date(2026, 11, 24),
)


def quote(article: Article, words: str) -> Quote:
    """Where the words stand first in the article."""
    start = article.text.index(words)
    return Quote(article.id, Span(start, start + len(words)))


def _harbour_sections() -> tuple[Section, ...]:
    def at(words: str) -> Quote:
        return quote(HARBOUR, words)

    claim = "moved the money through two private accounts"
    denied = Line(
        at("“I never touched the money,” Dunn said."),
        "denial",
        speaker=at("Mara Dunn"),
        stance="denied",
        certainty="implied",
        claim=at(claim),
    )
    declined = Line(
        at("Harbour master Joel Reyes declined to comment."),
        "no-comment",
        speaker=at("Joel Reyes"),
        stance="declined_to_comment",
        certainty="explicit",
    )
    first = at("Auditors have found a gap of $4.2 million in the Port Ellery harbour fund.")
    return (
        Section("what", "What", (Line(first, "rank", score=0.93),)),
        Section(
            "who",
            "Who",
            (
                Line(
                    at("treasurer, Mara Dunn"),
                    "who",
                    name=at("Mara Dunn"),
                    role=at("harbour authority's treasurer"),
                ),
                Line(
                    at("Harbour master Joel Reyes"), "who", name=at("Joel Reyes"), role=at("Harbour master")
                ),
            ),
        ),
        Section("denials", "Denials", (denied, declined)),
        Section(
            "next_steps",
            "Next steps",
            (
                Line(
                    at("The council will vote on a full inquiry on 8 December."),
                    "scheduled",
                    when_date="2026-12-08",
                ),
            ),
        ),
    )


def _story(article: Article, sections: tuple[Section, ...], **changes: object) -> Story:
    story = Story(
        id=article.id,
        status="new",
        headline=article.title or "",
        headline_article=article.id,
        articles=(article.id,),
        reported_by=(article.source or "",),
        sections=sections,
    )
    return replace(story, **changes)  # type: ignore[arg-type]


def brief(stories: Sequence[Story], articles: Sequence[Article], **changes: object) -> Brief:
    """A brief of 24 November 2026 over these articles."""
    made = Brief(
        title="Morning brief",
        day=date(2026, 11, 24),
        timezone="Europe/London",
        language="en",
        stories=tuple(stories),
        also=(),
        sections=(),
        articles=tuple(articles),
        held=0,
        failed=(),
        texts={article.id: article for article in articles},
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def morning(**changes: object) -> Brief:
    """One full story, one listed only, one failed input."""
    also = Also(FERRY.title or "", FERRY.id, FERRY.source, FERRY.url)
    failed = Failure("inputs/scan.bin", "no text: looks like binary data")
    made = brief([_story(HARBOUR, _harbour_sections())], [HARBOUR, FERRY], also=(also,), failed=(failed,))
    return replace(made, **changes)  # type: ignore[arg-type]


def single(article: Article, *lines: Line, **changes: object) -> Brief:
    """One story of one article with these lines under What (its whole text, when none are given)."""
    whole = Line(Quote(article.id, Span(0, len(article.text))), "rank", score=1.0)
    sections = changes.pop("sections", (Section("what", "What", lines or (whole,)),))
    return brief([_story(article, sections, **changes)], [article])  # type: ignore[arg-type]
