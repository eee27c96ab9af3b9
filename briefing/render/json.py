"""Brief → brief.json, the record that everything else is checked against (docs/output.md has the fields).

Keys stand in the shared contract's order. Every place is `{"article", "start", "end"}`, every printed
word stands beside its place, every line carries a hash of itself and the whole a digest.
"""

import json
import re
from hashlib import sha256
from typing import Any

from briefing.model import Also, Article, Brief, Duplicate, Line, Mail, Quote, Section, Story
from briefing.render.escape import CONTROLS

SCHEMA = 1
_UNSAFE = re.compile(f"[{CONTROLS}\u2028\u2029]")


def dump(value: object, indent: int | None = None) -> str:
    """JSON that is safe to print: control and bidirectional characters are written as escapes."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    return _UNSAFE.sub(lambda m: m[0] if m[0] == "\n" else f"\\u{ord(m[0]):04x}", text)


def seal(value: object) -> str:
    """Hex SHA-256 of a value's canonical JSON: UTF-8, sorted keys, no white space."""
    canonical = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def stored(digest: str) -> str:
    """Where the text with this SHA-256 lies beside brief.json."""
    return f"sources/{digest[:12]}.txt"


def brief_json(brief: Brief, template: str | None = None) -> str:
    """The whole of brief.json. `template` is the theme that the renderings beside it were made with."""
    return dump(record(brief, template), indent=1) + "\n"


def record(brief: Brief, template: str | None = None) -> dict[str, Any]:
    """The content of brief.json; its `digest` is the seal of all the rest."""
    content = {
        "schema": SCHEMA,
        "title": brief.title,
        "date": brief.day.isoformat(),
        "timezone": brief.timezone,
        "language": brief.language,
        "template": template,
        "stories": [_story(brief, story) for story in brief.stories],
        "also": [_also(listed) for listed in brief.also],
        "sections": [_section(brief, section) for section in brief.sections],
        "articles": [_article(article) for article in brief.articles],
        "held": brief.held,
        "failed": [{"input": f.input, "reason": f.reason} for f in brief.failed],
        "mail": _mail(brief.mail),
        "duplicates": [_duplicate(copy) for copy in brief.duplicates],
        "dropped": [{"input": d.input, "rule": d.rule} for d in brief.dropped],
    }
    head = {key: content[key] for key in ("schema", "title", "date", "timezone")}
    return {**head, "digest": seal(content), **content}


def _mail(mail: Mail) -> dict[str, Any]:
    return {
        "from": mail.sender,
        "to": list(mail.to),
        "subject": mail.subject,
        "unsubscribe": list(mail.unsubscribe),
    }


def _story(brief: Brief, story: Story) -> dict[str, Any]:
    return {
        "id": story.id,
        "status": story.status,
        "headline": {"text": story.headline, "article": story.headline_article},
        "articles": list(story.articles),
        "reported_by": list(story.reported_by),
        "note": story.note,
        "sections": [_section(brief, section) for section in story.sections],
    }


def _section(brief: Brief, section: Section) -> dict[str, Any]:
    lines = [line_record(brief, line) for line in section.lines]
    return {"key": section.key, "heading": section.heading, "lines": lines}


def line_record(brief: Brief, line: Line) -> dict[str, Any]:
    """One printed line as brief.json has it, with its hash."""
    fields = {
        **_quote(brief, line.quote),
        "rule": line.rule,
        "score": line.score,
        "name": _words(brief, line.name),
        "role": _words(brief, line.role),
        "speaker": _words(brief, line.speaker),
        "stance": line.stance,
        "certainty": line.certainty,
        "claim": _quote(brief, line.claim) if line.claim else None,
        "when_date": line.when_date,
        "when_time": line.when_time,
        "also": [_quote(brief, quote) for quote in line.also],
        "see": line.see,
        "unanswered": line.unanswered,
        "sourcing": line.sourcing,
        "name_at": _place(line.name),
        "role_at": _place(line.role),
        "speaker_at": _place(line.speaker),
    }
    return {**fields, "hash": seal(fields)[:16]}


def _words(brief: Brief, quote: Quote | None) -> str | None:
    return brief.words(quote) if quote else None


def _place(quote: Quote | None) -> dict[str, Any] | None:
    return {"article": quote.article, "start": quote.span.start, "end": quote.span.end} if quote else None


def _quote(brief: Brief, quote: Quote) -> dict[str, Any]:
    return {
        "text": brief.words(quote),
        "article": quote.article,
        "start": quote.span.start,
        "end": quote.span.end,
    }


def _also(listed: Also) -> dict[str, Any]:
    return {
        "headline": listed.headline,
        "article": listed.article,
        "source": listed.source,
        "url": listed.url,
    }


def _duplicate(copy: Duplicate) -> dict[str, Any]:
    return {
        "article": copy.article,
        "title": copy.title,
        "source": copy.source,
        "url": copy.url,
        "of": copy.of,
        "why": copy.why,
    }


def _article(article: Article) -> dict[str, Any]:
    span, digest = article.title_span, article.sha256
    return {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "author": article.author,
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
        "title_at": [span.start, span.end] if span else None,
        "sha256": digest,
        "stored": stored(digest),
    }
