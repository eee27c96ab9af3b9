"""A newsroom for tests: invented stories with words of their own, and editions made of them on given days."""

import json
import random
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from briefing.config import load
from briefing.config.tables import Config
from briefing.edition import Asked, Done, run
from briefing.edition.eligible import About
from briefing.edition.places import journal_file

SYLLABLES = [a + b for a in "bdfghklmnprstvz" for b in "aeiou"]


def word(rng: random.Random) -> str:
    """A made-up word."""
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(3, 4)))


def sentences(seed: str, count: int = 4) -> list[str]:
    """Sentences about something that no other seed speaks of."""
    rng = random.Random(seed)
    place, thing, owner = word(rng).title(), word(rng), word(rng).title()
    return [
        f"The {thing} {word(rng)} of {place} {word(rng)} {word(rng)} beside the {word(rng)}, "
        f"{word(rng)} {owner} with {word(rng)} {thing} {number}."
        for number in range(count)
    ]


def article(
    name: str, published: str | None, text: str | None = None, url: bool = True
) -> dict[str, str | None]:
    """A record for a JSONL file: an article with an address, a title and a text of its own."""
    body = text or " ".join(sentences(name))
    return {
        "id": name,
        "title": f"About {' '.join(body.split()[1:3])}",
        "url": f"https://paper.example.org/{name}" if url else None,
        "published": published,
        "language": "en",
        "text": body,
    }


class Newsroom:
    """A folder with a configuration, sources and a journal; `make` makes an edition in it."""

    def __init__(self, folder: Path, more: str = "", sources: tuple[str, ...] = ("Paper",)) -> None:
        self.folder = folder
        tables = "".join(f'[[source]]\nname = "{name}"\npath = "{name}.jsonl"\n' for name in sources)
        folder.mkdir(exist_ok=True)
        (folder / "briefing.toml").write_text(f'[state]\npath = "journal"\n{more}\n{tables}')
        for name in sources:
            self.carry([], name)

    @property
    def config(self) -> Config:
        """The configuration as it stands."""
        return load(self.folder / "briefing.toml")

    def carry(self, articles: Iterable[dict[str, str | None]], source: str = "Paper") -> None:
        """What a source carries from now on, and always one article of the year 2000, to be read."""
        rows = [*articles, article(f"old-{source}", "2000-01-01")]
        (self.folder / f"{source}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))

    def make(self, day: str | datetime, name: str = "", **asked: object) -> Done:
        """The edition of a day, or of a moment."""
        config = self.config
        zone = config.brief.timezone
        moment = day if isinstance(day, datetime) else None
        on = moment.date() if moment else date.fromisoformat(str(day))
        about = About(f"{on}{name}", on, zone, asked.pop("since", None))  # type: ignore[arg-type]
        return run(config, replace(Asked(about, config.brief, moment), **asked))  # type: ignore[arg-type]

    def page(self, name: str) -> str:
        """The Markdown of an edition."""
        return (self.folder / "outputs" / name / "brief.md").read_text()

    def bytes(self) -> dict[str, bytes]:
        """All that was written, but for run.json."""
        files = (self.folder / "outputs").rglob("*")
        return {str(f): f.read_bytes() for f in files if f.is_file() and f.name != "run.json"}

    def ask(self, question: str) -> list[tuple[object, ...]]:
        """What the journal says."""
        base = sqlite3.connect(journal_file(self.config))
        try:
            return base.execute(question).fetchall()
        finally:
            base.close()

    def outcomes(self) -> dict[str, tuple[object, ...]]:
        """Edition, outcome and detail of every article that has an address, by the end of it."""
        rows = self.ask(
            "SELECT url, editions.name, outcome, detail FROM outcomes JOIN versions ON versions.id = version "
            "JOIN articles ON articles.id = article JOIN editions ON editions.id = outcomes.edition "
            "WHERE url IS NOT NULL ORDER BY versions.id"
        )
        return {str(url).rpartition("/")[2]: tuple(rest) for url, *rest in rows}
