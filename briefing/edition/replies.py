"""Right of reply: who was accused in our briefs, and has answered since, or not.

Read from the lines that the journal keeps, oldest first. An answer counts when it is told in the same story,
on the same day or later, by the accused or somebody who speaks for them.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

from briefing.edition.folder import finished
from briefing.edition.gathering import Desk
from briefing.journal.ask import printed_since
from briefing.journal.nouns import Edition, PrintedLine
from briefing.lang.labels import labels
from briefing.model import Article, Brief, Line, Quote, Section, Span
from briefing.render.json import line_record
from briefing.stories.words import words

KEY = "replies"
RULE = "unanswered since"
SILENCES = ("declined_to_comment", "no_response")
State = Literal["open", "declined", "answered"]
Printed = tuple[Edition, PrintedLine]


@dataclass(frozen=True, slots=True)
class Reply:
    """An allegation that a brief printed as unanswered, and what has come of it.

    `state`: `answered`, `declined` when the accused was asked and said nothing, else `open`. `answer`: the
    line that says so.
    """

    party: str
    state: State
    claim: Printed
    answer: Printed | None = None


def replies(printed: Iterable[Printed]) -> list[Reply]:
    """Every allegation that was printed as unanswered, once a party and story; lines are oldest first."""
    found: dict[tuple[str, tuple[str, ...]], Reply] = {}
    for one in printed:
        line = one[1]
        if line.record.get("unanswered") and line.record.get("name"):
            key = line.story, tuple(words(line.record["name"]))
            found.setdefault(key, Reply(line.record["name"], "open", one))
        elif line.record.get("stance") and line.record.get("speaker"):
            for key, reply in _asked(found, line):
                found[key] = _answered(reply, one)
    return list(found.values())


def _asked(
    found: dict[tuple[str, tuple[str, ...]], Reply], line: PrintedLine
) -> list[tuple[tuple[str, tuple[str, ...]], Reply]]:
    """The allegations of its story that a line answers: its speaker is the accused, or names them."""
    speaker = set(words(line.record["speaker"]))
    return [
        (key, reply)
        for key, reply in found.items()
        if key[0] == line.story and (set(key[1]) <= speaker or speaker <= set(key[1]))
    ]


def _answered(reply: Reply, one: Printed) -> Reply:
    """An answer is final; a silence stands until there is one."""
    if one[1].record["stance"] not in SILENCES:
        return reply if reply.state == "answered" else replace(reply, state="answered", answer=one)
    return replace(reply, state="declined", answer=one) if reply.state == "open" else reply


def replies_since(base: sqlite3.Connection, since: date) -> list[Reply]:
    """The replies to what the editions printed from a day on."""
    return replies(printed_since(base, since))


def open_replies(desk: Desk, brief: Brief, since: date) -> tuple[tuple[Section, ...], tuple[Article, ...]]:
    """A section of what earlier editions printed and nobody has answered yet, and the articles it quotes.

    What the brief itself tells counts.
    """
    earlier = [one for one in printed_since(desk.base, since) if _before(desk, one[0])]
    today = [(Edition(desk.about.name, desk.about.day, None), line) for line in _lines(brief)]
    still = [r for r in replies(earlier + today) if r.state == "open" and r.claim[0].name != desk.about.name]
    rows = [row for reply in still for row in _quoted(desk, reply)]
    if not rows:
        return (), ()
    heading = labels(desk.brief.language)["unanswered_since"]
    return (Section(KEY, heading, tuple(line for line, _ in rows)),), tuple(dict.fromkeys(a for _, a in rows))


def _before(desk: Desk, edition: Edition) -> bool:
    return edition.name != desk.about.name and edition.day <= desk.about.day


def _lines(brief: Brief) -> Iterator[PrintedLine]:
    for story in brief.stories:
        for section in story.sections:
            for line in section.lines:
                text, record = brief.words(line.quote), line_record(brief, line)
                yield PrintedLine(story.id, section.key, "", "", text, record)


def _quoted(desk: Desk, reply: Reply) -> Iterator[tuple[Line, Article]]:
    """The allegation as it was printed; nothing when its folder is gone."""
    edition, line = reply.claim
    whole = finished(Path(desk.config.output.dir) / edition.name)
    for article in whole.brief.articles if whole else ():
        if article.sha256 == line.sha256:
            kept = replace(article, id=f"{article.id}@{article.sha256[:12]}")
            at = line.record
            yield Line(Quote(kept.id, Span(at["start"], at["end"])), RULE), kept
            return
