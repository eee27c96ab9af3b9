"""What changed since the last brief, in one line; under it the headlines of what is no longer told."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

from briefing.edition.folder import finished
from briefing.edition.gathering import Desk
from briefing.journal.ask import last_before, stories_of
from briefing.journal.nouns import Edition, ToldStory
from briefing.lang.labels import labels
from briefing.model import Article, Brief, Line, Quote, Section, Span

KEY = "changed"
DROPPED = "dropped"
STATES = ("new", "developed", "corrected", DROPPED)


def changed(desk: Desk, brief: Brief) -> tuple[tuple[Section, ...], tuple[Article, ...]]:
    """The section, and the articles of the last brief that it quotes; neither without a last brief."""
    last = last_before(desk.base, desk.about.day, desk.about.name)
    if last is None or not brief.stories:
        return (), ()
    told = {story.id for story in brief.stories}
    dropped = [story for story in stories_of(desk.base, last.name) if story.id not in told]
    counts = Counter(story.status for story in brief.stories) + Counter({DROPPED: len(dropped)})
    rows = _headlines(desk, last, dropped)
    section = Section(KEY, _heading(desk, last, counts, bool(rows)), tuple(line for line, _ in rows))
    return (section,), tuple(dict.fromkeys(article for _, article in rows))


def _heading(desk: Desk, last: Edition, counts: Counter[str], listed: bool) -> str:
    words = labels(desk.brief.language)
    said = [words[f"count_{state}"].format(count=counts[state]) for state in STATES if counts[state]]
    end = ":" if listed else ""
    return words["since"].format(date=words.date(last.day.isoformat()), counts=", ".join(said)) + end


def _headlines(desk: Desk, last: Edition, dropped: list[ToldStory]) -> list[tuple[Line, Article]]:
    """The headlines that stand in their articles' texts; the others are only counted."""
    whole = finished(Path(desk.config.output.dir) / last.name) if dropped else None
    rows = []
    for story in dropped if whole else ():
        article = whole.brief.texts.get(story.article) if whole else None
        start = article.text.find(story.headline) if article else -1
        if article and start >= 0:
            kept = replace(article, id=f"{article.id}@{article.sha256[:12]}")
            span = Span(start, start + len(story.headline))
            rows.append((Line(Quote(kept.id, span), DROPPED), kept))
    return rows
