"""A finished folder as the commit record: what it says of its edition, and its articles read back."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from briefing.deliver.folder import RECORD, read_folder
from briefing.errors import BriefingError
from briefing.journal.kept import day_or_time
from briefing.journal.nouns import Entry, PrintedLine, Row, ToldStory
from briefing.model import Article, Brief, Furniture, Span
from briefing.render.json import line_record
from briefing.render.parse import parse
from briefing.stories import Told

RUN = "run.json"
HEAD = 4096  # bytes of brief.json in which its digest stands
_DIGEST = re.compile(rb'"digest": "([0-9a-f]{64})"')
_EDITION = re.compile(r"\d{4}-\d\d-\d\d(?:-[a-z0-9][a-z0-9-]*)?")
SHOWN = ("told", "listed")
WHOLE = ""  # the story of lines that belong to no story


@dataclass(frozen=True, slots=True)
class Finished:
    """A folder read back: its brief, its digest, and what became of every article."""

    brief: Brief
    digest: str
    rows: tuple[Row, ...]


def digests(outputs: Path) -> Iterator[tuple[str, str]]:
    """The finished editions under a folder, oldest first: their names and digests."""
    for folder in sorted(outputs.glob("[0-9]*")):
        if _EDITION.fullmatch(folder.name) and (folder / RUN).is_file() and (folder / RECORD).is_file():
            with open(folder / RECORD, "rb") as file:
                found = _DIGEST.search(file.read(HEAD))
            if found:
                yield folder.name, found[1].decode()


def finished(folder: Path) -> Finished | None:
    """A finished edition; None for a folder that `run` did not write, or that somebody has changed since."""
    try:
        files = read_folder(folder)
        run = json.loads(files[RUN])
        record = parse(files[RECORD].decode(), files)
        if not isinstance(run, dict) or "outcomes" not in run:
            return None
        whole = Finished(record.brief, str(run["digest"]), tuple(map(_row, run["outcomes"])))
    except (BriefingError, ValueError, KeyError, TypeError):
        return None
    heads = {
        row["article"]: tuple(Furniture(Span(start, end), rule) for start, end, rule in row.get("head", ()))
        for row in run["outcomes"]
    }
    articles = tuple(replace(a, head=heads.get(a.id, ())) for a in whole.brief.articles)
    return replace(whole, brief=replace(whole.brief, articles=articles, texts={a.id: a for a in articles}))


def _row(fields: Mapping[str, Any]) -> Row:
    known = {name: fields.get(name) for name in ("detail", "story", "body", "article")}
    published = day_or_time(fields["published"])
    return Row(fields["key"], fields["sha256"], fields["source"], published, fields["outcome"], **known)


def row_record(row: Row, texts: Mapping[str, Article]) -> dict[str, Any]:
    """A row as run.json keeps it, with what an article's reader set aside and brief.json does not say."""
    article = texts.get(row.article or "")
    head = [[part.span.start, part.span.end, part.rule] for part in article.head] if article else []
    return {
        "key": row.key,
        "sha256": row.sha256,
        "source": row.source,
        "published": row.published.isoformat() if row.published else None,
        "outcome": row.outcome,
        "detail": row.detail,
        "story": row.story,
        "body": row.body,
        "article": row.article,
        **({"head": head} if head else {}),
    }


def entry(name: str, whole: Finished, sketches: tuple[Told, ...], mail_to: tuple[str, ...] = ()) -> Entry:
    """What the journal records of a finished edition."""
    brief, articles = whole.brief, {a.id: a for a in whole.brief.articles}
    rows = tuple(_named(row, articles) for row in whole.rows)
    return Entry(
        name=name,
        day=date.fromisoformat(name[:10]),
        digest=whole.digest,
        rows=rows,
        stories=tuple(ToldStory(s.id, s.status, s.headline, s.headline_article) for s in brief.stories),
        lines=tuple(
            _lines(brief, {row.article: row.key for row in rows if row.article and row.outcome in SHOWN})
        ),
        sketches=sketches,
        failed=tuple((f.input, f.reason) for f in brief.failed),
        mail_to=mail_to,
    )


def _named(row: Row, articles: Mapping[str, Article]) -> Row:
    article = articles.get(row.article or "")
    return replace(row, title=article.title, url=article.url) if article else row


def _lines(brief: Brief, keys: Mapping[str, str]) -> Iterator[PrintedLine]:
    """Every line, also one that points to where its words stand: it says who answers, or does not."""
    blocks = [(story.id, section) for story in brief.stories for section in story.sections]
    for story, section in [*blocks, *((WHOLE, section) for section in brief.sections)]:
        for line in section.lines:
            if line.quote.article in keys:
                article = brief.texts[line.quote.article]
                yield PrintedLine(
                    story=story,
                    section=section.key,
                    key=keys[article.id],
                    sha256=article.sha256,
                    text=brief.words(line.quote),
                    record=line_record(brief, line),
                )
