"""brief.json and its stored texts → Record. The inverse of `render/json.py`, and as strict."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import NoReturn, get_args

from briefing.errors import VerificationError
from briefing.model import (
    Also,
    Article,
    Brief,
    Certainty,
    Dropped,
    Duplicate,
    Failure,
    Line,
    Mail,
    Quote,
    Sameness,
    Section,
    Sourcing,
    Span,
    Stance,
    Status,
    Story,
)
from briefing.render.cursor import Cursor
from briefing.render.json import SCHEMA, seal
from briefing.verify import Headline, Printed, Record, Seal, Words


def parse(text: str, sources: Mapping[str, bytes]) -> Record:
    """Read a brief back; `sources` are the stored texts by their path beside brief.json.

    Raises VerificationError when the record is no brief.json or a text it names is not there.
    """
    root = Cursor(_load(text), "brief.json")
    if root["schema"].number() != SCHEMA:
        raise VerificationError(
            f"brief.json: schema {root['schema'].number()} is not known (known: {SCHEMA})"
        )
    brief = _brief(root, sources)
    return Record(
        brief=brief,
        template=root["template"].text_or_none(),
        lines=tuple(_printed(at) for at in _lines(root)),
        headlines=tuple(_headlines(root)),
        seals=(*_source_seals(root, sources), _digest(root)),
    )


def _load(text: str) -> object:
    try:
        return json.loads(text, parse_constant=_refuse)
    except ValueError as error:
        raise VerificationError(f"brief.json: is not JSON: {error}") from None


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number")


def _brief(root: Cursor, sources: Mapping[str, bytes]) -> Brief:
    articles = tuple(_article(at, sources) for at in _numbered(root["articles"], "source"))
    return Brief(
        title=root["title"].text(),
        day=root["date"].date(),
        timezone=root["timezone"].zone(),
        language=root["language"].text(),
        stories=tuple(_story(at) for at in _numbered(root["stories"], "story")),
        also=tuple(_also(at) for at in _numbered(root["also"], "also today")),
        sections=_sections(root, ""),
        articles=articles,
        held=root["held"].number(),
        failed=tuple(Failure(f["input"].text(), f["reason"].text()) for f in root["failed"].items()),
        texts={article.id: article for article in articles},
        mail=_mail(root["mail"]),
        duplicates=tuple(_duplicate(at) for at in root["duplicates"].items()),
        dropped=tuple(Dropped(at["input"].text(), at["rule"].text()) for at in root["dropped"].items()),
    )


def _mail(at: Cursor) -> Mail:
    return Mail(
        sender=at["from"].text_or_none(),
        to=tuple(address.text() for address in at["to"].items()),
        subject=at["subject"].text(),
        unsubscribe=tuple(address.text() for address in at["unsubscribe"].items()),
    )


def _numbered(listed: Cursor, name: str) -> list[Cursor]:
    return [at.at(f"{name} {n}") for n, at in enumerate(listed.items(), 1)]


def _article(at: Cursor, sources: Mapping[str, bytes]) -> Article:
    span = at["title_at"]
    return Article(
        id=at["id"].text(),
        text=_stored(at, sources).decode("utf-8", "replace"),
        title=at["title"].text_or_none(),
        source=at["source"].text_or_none(),
        url=at["url"].text_or_none(),
        author=at["author"].text_or_none(),
        published=None if at["published"].value is None else at["published"].date(),
        language=at["language"].text_or_none(),
        title_span=None if span.value is None else Span(*(n.number() for n in span.items(2))),
    )


def _stored(at: Cursor, sources: Mapping[str, bytes]) -> bytes:
    path = at["stored"].text()
    if path not in sources:
        raise VerificationError(f"{at.where} ({at['id'].text()}): {path} is missing")
    return sources[path]


def _story(at: Cursor) -> Story:
    return Story(
        id=at["id"].text(),
        status=at["status"].one_of(get_args(Status)),
        headline=at["headline"]["text"].text(),
        headline_article=at["headline"]["article"].text(),
        articles=tuple(a.text() for a in at["articles"].items()),
        reported_by=tuple(name.text() for name in at["reported_by"].items()),
        sections=_sections(at, f"{at.where}, "),
        note=at["note"].text_or_none(),
    )


def _also(at: Cursor) -> Also:
    source, url = at["source"].text_or_none(), at["url"].text_or_none()
    return Also(at["headline"].text(), at["article"].text(), source, url)


def _duplicate(at: Cursor) -> Duplicate:
    return Duplicate(
        article=at["article"].text(),
        title=at["title"].text_or_none(),
        source=at["source"].text_or_none(),
        url=at["url"].text_or_none(),
        of=at["of"].text(),
        why=at["why"].one_of(get_args(Sameness)),
    )


def _sections(at: Cursor, prefix: str) -> tuple[Section, ...]:
    return tuple(
        Section(s["key"].text(), s["heading"].text(), tuple(_line(line) for line in _lines_of(s, prefix)))
        for s in at["sections"].items()
    )


def _lines_of(section: Cursor, prefix: str) -> list[Cursor]:
    return _numbered(section["lines"], f"{prefix}{section['key'].text()}, line")


def _lines(root: Cursor) -> list[Cursor]:
    """Every line of the brief, in reading order, each under the name that a fault is told by."""
    stories = [(at, f"{at.where}, ") for at in _numbered(root["stories"], "story")]
    places = [*stories, (root, "")]
    return [line for at, prefix in places for s in at["sections"].items() for line in _lines_of(s, prefix)]


def _line(at: Cursor) -> Line:
    return Line(
        quote=_quote(at),
        rule=at["rule"].text(),
        score=at["score"].score(),
        name=_optional(at["name_at"]),
        role=_optional(at["role_at"]),
        speaker=_optional(at["speaker_at"]),
        stance=None if at["stance"].value is None else at["stance"].one_of(get_args(Stance)),
        certainty=None if at["certainty"].value is None else at["certainty"].one_of(get_args(Certainty)),
        claim=_optional(at["claim"]),
        when_date=at["when_date"].partial_date(),
        when_time=at["when_time"].time_of_day(),
        also=tuple(_quote(place) for place in at["also"].items()),
        see=at["see"].text_or_none(),
        unanswered=at["unanswered"].flag(),
        sourcing=None if at["sourcing"].value is None else at["sourcing"].one_of(get_args(Sourcing)),
    )


def _quote(at: Cursor) -> Quote:
    return Quote(at["article"].text(), Span(at["start"].number(), at["end"].number()))


def _optional(at: Cursor) -> Quote | None:
    return None if at.value is None else _quote(at)


def _printed(at: Cursor) -> Printed:
    places = [("text", at), *(("also", place) for place in at["also"].items())]
    if at["claim"].value is not None:
        places.append(("claim", at["claim"]))
    words = [Words(what, place["text"].text(), _quote(place)) for what, place in places]
    for what in ("name", "role", "speaker"):
        if (at[what].value, at[f"{what}_at"].value) != (None, None):
            words.append(Words(what, at[what].text(), _quote(at[f"{what}_at"])))
    return Printed(at.where, tuple(words), _seal(at, "hash", 16, "what is recorded of it was changed"))


def _seal(at: Cursor, key: str, length: int, reason: str) -> Seal:
    content = {k: v for k, v in at.fields().items() if k != key}
    return Seal(at.where, at[key].text(), seal(content)[:length], reason)


def _headlines(root: Cursor) -> list[Headline]:
    stories = [
        (at.where, at["headline"]["text"], at["headline"]) for at in _numbered(root["stories"], "story")
    ]
    listed = [(at.where, at["headline"], at) for at in _numbered(root["also"], "also today")]
    return [Headline(f"{w}, headline", text.text(), at["article"].text()) for w, text, at in stories + listed]


def _source_seals(root: Cursor, sources: Mapping[str, bytes]) -> list[Seal]:
    return [
        Seal(
            at["stored"].text(),
            at["sha256"].text(),
            sha256(_stored(at, sources)).hexdigest(),
            f"is not the text that {at['id'].text()!r} was recorded with",
        )
        for at in _numbered(root["articles"], "source")
    ]


def _digest(root: Cursor) -> Seal:
    return _seal(root, "digest", 64, "digest: what is recorded was changed")
