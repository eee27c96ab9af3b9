"""Corrections to our own briefs: a line we printed that its source has since changed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.assemble.repeats import alike, stems
from briefing.edition.analysis import Analysed
from briefing.edition.folder import finished
from briefing.edition.gathering import Desk
from briefing.edition.item import Item
from briefing.journal.ask import printed_of
from briefing.journal.nouns import Edition, PrintedLine
from briefing.lang.labels import labels
from briefing.model import Article, Findings, Line, Quote, Section, Span

KEY = "corrections"
RULE = "changed by its source"


@dataclass(frozen=True, slots=True)
class Changed:
    """A line that an edition printed (`was`), its article as it was, and what stands there now, if any."""

    edition: Edition
    was: Line
    article: Article
    now: Line | None


def corrected_lines(desk: Desk, done: Analysed) -> tuple[tuple[Section, ...], tuple[Article, ...]]:
    """What we printed and what the source says now, an edition each, and all articles that are quoted."""
    edited = [(item, place) for place, item in enumerate(done.items) if item.seen]
    rows = [row for item, place in edited for row in _changed(desk, item, done.findings[place])]
    words = labels(desk.brief.language)
    sections = []
    for edition in dict.fromkeys(row.edition for row in rows):
        mine = [row for row in rows if row.edition == edition]
        heading = words["printed_then"].format(date=words.date(edition.day.isoformat()))
        sections.append(Section(KEY, heading, tuple(row.was for row in mine)))
        now = tuple(dict.fromkeys(row.now for row in mine if row.now))
        sections += [Section(KEY, words["says_now"], now)] if now else []
    new = {row.now.quote.article for row in rows if row.now}
    found = [done.findings[place].article for item, place in edited if item.article.id in new]
    return tuple(sections), (*found, *dict.fromkeys(row.article for row in rows))


def _changed(desk: Desk, item: Item, found: Findings) -> Iterator[Changed]:
    printed = printed_of(desk.base, desk.about.day, desk.about.name, item.key)
    if not printed or printed[-1][1].sha256 == item.article.sha256:
        return
    edition, last = printed[-1]
    text = _folded(item.article.text)
    old = _as_it_was(desk, edition, last)
    if old is None:  # its folder is gone
        return
    mine = {line.text: (when, line) for when, line in printed if line.sha256 == last.sha256}
    for words, (when, line) in mine.items():
        if _folded(words) not in text:
            yield _change(when, line, old, found)


def _change(edition: Edition, line: PrintedLine, old: Article, found: Findings) -> Changed:
    span = Span(line.record["start"], line.record["end"])
    was = Line(Quote(old.id, span), RULE)
    now = _instead(line.text, old, found)
    return Changed(edition, was, old, Line(Quote(found.article.id, now), RULE) if now else None)


def _instead(text: str, old: Article, found: Findings) -> Span | None:
    """The sentence that says now what a line said: a new one, and the one most like it."""
    before, mine = _folded(old.text), stems(found, text)
    fresh = [s.span for s in found.document.sentences if _folded(found.article[s.span]) not in before]
    likeness = {span: stems(found, found.article[span]) for span in fresh}
    like = [span for span in fresh if alike(mine, likeness[span])]
    return max(like, key=lambda span: (len(mine & likeness[span]), -span.start), default=None)


def _as_it_was(desk: Desk, edition: Edition, line: PrintedLine) -> Article | None:
    """The article as that edition had it, under an id that no other version has."""
    whole = finished(Path(desk.config.output.dir) / edition.name)
    for article in whole.brief.articles if whole else ():
        if article.sha256 == line.sha256:
            return replace(article, id=f"{article.id}@{article.sha256[:12]}")
    return None


def _folded(text: str) -> str:
    return " ".join(text.split())
