"""Where a line stands: its words in their article, what stands around them, and the verdict."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.lang.preview import PreviewWords
from briefing.model import Also, Article, Brief, Line, Quote, Section, Span, Verdict
from briefing.render.escape import link, plain
from briefing.render.json import brief_json, stored
from briefing.render.parse import parse
from briefing.verify import Report, verify

if TYPE_CHECKING:
    from markupsafe import Markup

CONTEXT = 280  # characters before and behind; two or three sentences
_EDGE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in their article. `label`: what they are to the line, None for its own; `place`: in words.

    `before`, `quoted`, `after` are escaped. `href`: the article's address, `file`: its stored text.
    """

    label: str | None
    place: str
    source: str
    href: str | None
    file: str
    before: "Markup"
    quoted: "Markup"
    after: "Markup"


@dataclass(frozen=True, slots=True)
class Proof:
    """What can be shown for a line: passages, and whether they hold its words, or why not."""

    passages: tuple[Passage, ...]
    verbatim: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Shelf:
    brief: Brief
    words: PreviewWords

    def passage(self, quote: Quote, label: str | None = None) -> Passage:
        article = self.brief.texts[quote.article]
        start, end = quote.span.start, quote.span.end
        return Passage(
            label=label,
            place=self.words["said_at"].format(start=start, end=end),
            source=article.source or article.title or self.words["untitled"],
            href=link(article.url),
            file=stored(article.sha256),
            before=_before(article, start),
            quoted=_shown(article[quote.span]),
            after=_after(article, end),
        )


def report(brief: Brief, template: str | None) -> Report:
    """The verdict of `briefing verify` on the record of this brief and the sources stored beside it."""
    sources = {stored(article.sha256): article.text.encode() for article in brief.articles}
    return verify(parse(brief_json(brief, template), sources))


def proofs(brief: Brief, words: PreviewWords, report: Report) -> dict[str, Proof]:
    """The proof of every line by its id in a paste (`briefing.render.paste.Entry`)."""
    shelf, verdicts = _Shelf(brief, words), iter(report.lines)
    found: dict[str, Proof] = {}
    for number, story in enumerate(brief.stories, 1):
        found |= _sections(shelf, story.sections, verdicts, f"{number}.")
    found |= _sections(shelf, brief.sections, verdicts, "")
    faults = {fault.where: fault.reason for fault in report.faults}
    for number, listed in enumerate(brief.also, 1):
        fault = faults.get(f"also today {number}, headline")
        found[f"also.{number}"] = Proof(_headline(shelf, listed), fault is None, fault or "")
    return found


def _sections(
    shelf: _Shelf, sections: Iterable[Section], verdicts: Iterator[Verdict], prefix: str
) -> Mapping[str, Proof]:
    return {
        f"{prefix}{section.key}.{number}": _proof(shelf, line, verdict)
        for section in sections
        for number, (line, verdict) in enumerate(zip(section.lines, verdicts), 1)  # noqa: B905 - verdicts go on
    }


def _proof(shelf: _Shelf, line: Line, verdict: Verdict) -> Proof:
    claim = (shelf.passage(line.claim, shelf.words["claim"]),) if line.claim else ()
    also = (shelf.passage(quote, shelf.words["also"]) for quote in line.also)
    return Proof((shelf.passage(line.quote), *claim, *also), verdict.verbatim, verdict.reason)


def _headline(shelf: _Shelf, listed: Also) -> tuple[Passage, ...]:
    """A headline in its article's text, or before its first words when it was given beside the text."""
    article = shelf.brief.texts[listed.article]
    passage = shelf.passage(Quote(article.id, article.title_span or Span(0, 0)))
    if article.title_span:
        return (passage,)
    return (
        Passage(
            label=None,
            place=shelf.words["not_in_text"],
            source=passage.source,
            href=passage.href,
            file=passage.file,
            before=_shown(""),
            quoted=_shown(listed.headline),
            after=_after(article, 0),
        ),
    )


def _before(article: Article, start: int) -> "Markup":
    at = max(0, start - CONTEXT)
    if at and (edge := _EDGE.search(article.text, at, start)):
        at = edge.end()
    return _shown(("… " if at else "") + article.text[at:start])


def _after(article: Article, end: int) -> "Markup":
    text = article.text
    until = min(len(text), end + CONTEXT)
    while until < len(text) and until > end and not text[until].isspace():
        until -= 1
    return _shown(text[end:until] + (" …" if until < len(text) else ""))


def _shown(text: str) -> "Markup":
    """Folded and escaped as every word is, but with the space at its ends that parts it from the next."""
    from markupsafe import Markup, escape

    first, last = text[:1].isspace(), text[-1:].isspace()
    return Markup(" " * first) + escape(plain(text)) + Markup(" " * last)
