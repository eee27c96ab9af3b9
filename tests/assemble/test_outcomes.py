"""Every gathered article has exactly one outcome, and brief.json keeps it."""

import json
from dataclasses import replace
from datetime import date

from typer.testing import CliRunner

from briefing.analyse import analyse
from briefing.assemble import Plan
from briefing.cli.app import app
from briefing.errors import InputError
from briefing.model import Article, Brief
from briefing.pipeline import make
from briefing.render import render_brief
from briefing.render.json import brief_json, stored
from briefing.render.parse import parse
from briefing.verify import verify

DAY = date(2026, 11, 24)
FERRY = (
    "The ferry Larkspur ran onto a sandbank off Teal Point on Monday with 90 passengers on board. "
    "A tug pulled her free at high water, the coastguard said, and nobody was hurt. "
    "The Larkspur will sail again on Friday, according to officials who spoke on condition of anonymity."
)
GOAT = "A goat climbed the church tower of Upper Quell on Sunday, and the bell ringer led it down with bread."
MILL = (
    "An auditor accused Petra Vance, the Aldmere mill owner, of hiding a fire from the council. "
    "Vance bought the mill in the spring. The mill burned for two nights, and the wheel fell into the stream."
)
ALSO_MILL = (
    "The mill at Aldmere lost its wheel when the building burned for two nights beside the stream. "
    "Petra Vance bought the mill from the council of Aldmere. Children picked charred grain from the bank."
)


def article(id: str, text: str, **fields: object) -> Article:
    """An article of an outlet of its own."""
    made = Article(id, text, title=text[:20], source=f"Outlet {id}", published=DAY, language="en")
    return replace(made, origin=f"{id}.txt", **fields)  # type: ignore[arg-type]


def brief() -> Brief:
    """One article told, one listed, one copied, one held, one withdrawn, one that failed."""
    articles = [
        article("a", FERRY),
        article("b", FERRY),
        article("c", GOAT),
        article("d", "The prize will go to Ada Brandt.", release="withheld"),
        article("e", "The mayor resigned.", release="withdrawn"),
    ]
    found = [*(analyse(a, "en") for a in articles), InputError("f.txt", "empty")]
    return make(found, Plan(DAY, max_stories=1))


def test_every_article_has_one_outcome() -> None:
    """What was gathered is told, listed, a copy, held, dropped or failed, each once."""
    made = brief()
    told = [a for story in made.stories for a in story.articles]
    listed = [a.article for a in made.also]
    copies = [d.article for d in made.duplicates]
    dropped = [d.input for d in made.dropped]
    assert sorted([*told, *listed, *copies, *dropped]) == ["a", "b", "c", "e.txt"]
    assert (made.held, len(made.failed)) == (1, 1)


def test_nothing_of_a_held_article_is_recorded() -> None:
    """Neither the words nor the title nor the name of what is withheld or withdrawn stand in brief.json."""
    text = brief_json(brief())
    assert "Brandt" not in text
    assert "resigned" not in text


def test_outcomes_and_sourcing_are_read_back() -> None:
    """brief.json gives the very brief it was made of, and its checks hold."""
    made = brief()
    text = brief_json(made)
    record = parse(text, {stored(a.sha256): a.text.encode() for a in made.articles})
    assert (record.brief.duplicates, record.brief.dropped) == (made.duplicates, made.dropped)
    assert record.brief.stories == made.stories
    assert "anonymous" in [line.sourcing for s in made.stories for part in s.sections for line in part.lines]
    assert not verify(record).bad
    forged = text.replace('"same text"', '"same id"')
    assert verify(parse(forged, {stored(a.sha256): a.text.encode() for a in made.articles})).bad


def test_margin_words_speak_of_all_sources() -> None:
    """Two articles without an answer are two sources; an unnamed source is marked in every format."""
    mills = [article("g", MILL), article("h", ALSO_MILL)]
    two = make([analyse(a, "en") for a in mills], Plan(DAY))
    assert len(two.stories) == 1
    for format in ("md", "html", "txt"):
        assert "no answer in these 2 sources" in " ".join(render_brief(two, format).split())
        assert "unnamed source" in " ".join(render_brief(brief(), format).split())
    assert "no answer in this article" in render_brief(make([analyse(mills[0], "en")], Plan(DAY)), "md")


def test_embargoed_articles_are_printed_on_request(tmp_path: object) -> None:
    """Without --allow-embargoed they are counted on standard error, with it they are printed."""
    path = f"{tmp_path}/a.jsonl"
    with open(path, "w", encoding="utf-8") as file:
        file.write(json.dumps({"text": GOAT, "embargoed": "2026-11-25T06:00:00Z"}) + "\n")
    held = CliRunner().invoke(app, ["make", path, "--date", "2026-11-24"])
    shown = CliRunner().invoke(app, ["make", path, "--date", "2026-11-24", "--allow-embargoed"])
    assert ("goat" in held.stdout, "goat" in shown.stdout) == (False, True)
    assert "1 embargoed or withheld" in held.stderr
