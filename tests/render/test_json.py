"""brief.json says everything, in the contract's words, and reads back."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from briefing.errors import VerificationError
from briefing.model import Line, Mail, Quote, Section, Span
from briefing.render import edition, render_brief
from briefing.render.json import record, seal
from briefing.render.parse import parse
from tests import newsroom

CONTRACT = {
    "brief": "schema title date timezone digest stories also sections articles held failed",
    "story": "id status headline articles reported_by sections",
    "section": "key heading lines",
    "line": "text article start end rule score name role speaker stance certainty claim when_date also",
    "also": "headline article source url",
    "article": "id title source url published sha256 stored",
}


def _parts() -> dict[str, dict[str, object]]:
    brief = record(newsroom.morning())
    story = brief["stories"][0]
    return {
        "brief": brief,
        "story": story,
        "section": story["sections"][0],
        "line": story["sections"][0]["lines"][0],
        "also": brief["also"][0],
        "article": brief["articles"][0],
    }


@pytest.mark.parametrize("part", CONTRACT)
def test_every_key_of_the_contract_is_there(part: str) -> None:
    """What scorers and scripts rely on has its name and its order."""
    keys = CONTRACT[part].split()
    assert [key for key in _parts()[part] if key in keys] == keys


def test_a_line_is_its_slice() -> None:
    """For every line, text[start:end] of its article is its text."""
    brief = json.loads(render_brief(newsroom.morning(), "json"))
    texts = {article.id: article.text for article in newsroom.morning().articles}
    lines = [line for section in brief["stories"][0]["sections"] for line in section["lines"]]
    places = lines + [line["claim"] for line in lines if line["claim"]]
    assert len(places) == 7
    assert all(texts[p["article"]][p["start"] : p["end"]] == p["text"] for p in places)


def test_an_article_is_named_by_the_hash_of_its_text() -> None:
    """`sha256` is that of the text's UTF-8, and `stored` is where an edition puts exactly that text."""
    files = edition(newsroom.morning(), [])
    for article in json.loads(files["brief.json"])["articles"]:
        assert sha256(files[article["stored"]].encode()).hexdigest() == article["sha256"]


def test_the_digest_is_that_of_the_rest() -> None:
    """Anyone can compute the digest: canonical JSON of the record without it."""
    brief = json.loads(render_brief(newsroom.morning(), "json"))
    assert brief.pop("digest") == seal(brief)
    assert render_brief(newsroom.morning(), "md").count(record(newsroom.morning())["digest"][:8]) == 1


def test_everything_a_line_can_say_reads_back() -> None:
    """A line with every field set, of an article with a time of day, survives writing and reading."""
    at = Quote("ferry", Span(0, 3))
    full = Line(
        at, "r", 1, at, at, at, "disputed", "implied", at, "2026-12-08", "19:00", (at, at), "what", True
    )
    article = replace(newsroom.FERRY, published=datetime(2026, 11, 24, 7, 30, tzinfo=UTC))
    brief = newsroom.single(article, full, status="corrected", note="A note.")
    brief = replace(brief, sections=(Section("changed", "What changed", (full,)),), held=3)
    files = {path: text.encode() for path, text in edition(brief, []).items()}
    found = parse(files["brief.json"].decode(), files)
    assert found.brief.stories == brief.stories
    assert found.brief.sections == brief.sections
    assert found.brief.articles[0].published == article.published
    assert render_brief(found.brief, "json") == files["brief.json"].decode()
    assert [line.where for line in found.lines] == ["story 1, what, line 1", "changed, line 1"]


@pytest.mark.parametrize(
    ("key", "value", "named"),
    [
        ("title", 3, "brief.json, title: is not a string"),
        ("held", "0", "brief.json, held: is not a whole number"),
        ("held", True, "brief.json, held: is not a whole number"),
        ("stories", {}, "brief.json, stories: is not a list"),
        ("date", "24 November", "brief.json, date: is not a date"),
        ("also", [[]], "also today 1: is not an object"),
        ("schema", 2, "brief.json: schema 2 is not known"),
    ],
)
def test_a_record_of_another_shape_is_named(key: str, value: object, named: str) -> None:
    """A field of the wrong kind is told with its place."""
    content = record(newsroom.morning()) | {key: value}
    files = {path: text.encode() for path, text in edition(newsroom.morning(), []).items()}
    with pytest.raises(VerificationError, match=named):
        parse(json.dumps(content), files)


def test_a_missing_field_is_named() -> None:
    """A record without one of its fields is told which."""
    content = record(newsroom.morning())
    del content["stories"][0]["sections"][2]["lines"][1]["speaker_at"]
    files = {path: text.encode() for path, text in edition(newsroom.morning(), []).items()}
    with pytest.raises(VerificationError, match="story 1, denials, line 2: 'speaker_at' is missing"):
        parse(json.dumps(content), files)


def test_how_a_brief_is_mailed_reads_back() -> None:
    """Sender, recipients, subject and ways out are recorded, so that the mail can be made again."""
    mail = Mail("Desk <desk@example.org>", ("list@example.org",), "{{ title }}", ("https://example.org/out",))
    files = edition(newsroom.morning(mail=mail), ["eml"])
    read = parse(files["brief.json"], {name: text.encode() for name, text in files.items()}).brief
    assert read.mail == mail
    assert render_brief(read, "eml") == files["brief.eml"]


@pytest.mark.parametrize("zone", ["Mars/Base", "", "../etc/passwd", 3])
def test_a_zone_that_there_is_not_is_told(zone: object) -> None:
    """A record whose time zone is none cannot be read as a brief."""
    files = edition(newsroom.morning(), [])
    changed = {**json.loads(files["brief.json"]), "timezone": zone}
    with pytest.raises(VerificationError, match=r"brief\.json, timezone"):
        parse(json.dumps(changed), {name: text.encode() for name, text in files.items()})
