"""A year with an injected clock: weekends, both clock changes, missed days, kills, a clock that is wrong."""

import hashlib
import multiprocessing
import os
import random
import signal
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from briefing import edition
from briefing.edition.folder import finished
from evals.campaign.office import LIMIT, Result, half_written
from tests.edition.newsroom import Newsroom, article, sentences

Row = dict[str, str | None]
ZONE = ZoneInfo("Europe/Berlin")
FIRST, LENGTH = date(2026, 1, 1), 365
CLOCK_CHANGES = (date(2026, 3, 29), date(2026, 10, 25))  # Sundays
HOLIDAY = (date(2026, 8, 3), date(2026, 8, 21))  # longer than --catch-up goes back
WRONG_CLOCK = {
    date(2026, 2, 11): timedelta(days=-3),
    date(2026, 4, 16): timedelta(days=20),
    date(2026, 5, 21): timedelta(hours=-9),
    date(2026, 6, 17): timedelta(days=-30),
    date(2026, 9, 16): timedelta(days=400),
    date(2026, 11, 12): timedelta(days=-1),
}
CARRIED = 14  # articles a source carries, as a feed does
TOLD = ("what", "developments")


@dataclass
class World:
    """What the source does, what has become of it, and the tally of what happened."""

    rng: random.Random
    room: Newsroom
    result: Result
    carried: list[Row] = field(default_factory=list)
    written: dict[str, str] = field(default_factory=dict)  # SHA-256 and id of all that was ever carried
    met: set[str] = field(default_factory=set)  # what a run that came to its end had before it
    ledger: dict[str, tuple[str, str]] = field(default_factory=dict)  # edition and outcome by SHA-256
    counts: Counter[str] = field(default_factory=Counter)
    lasts: float = 0.2  # seconds of the last whole run

    def chance(self, of: float) -> bool:
        """Whether something happens that does so in this share of the cases."""
        return self.rng.random() < of


def year(place: Path) -> Result:
    """365 days, each weekday's edition made twice, and more often when the machine was in trouble."""
    result = Result()
    config = '[brief]\ntimezone = "Europe/Berlin"\nmax_stories = 3'
    world = World(random.Random(LENGTH), Newsroom(place / "room", config), result)
    for day in (FIRST + timedelta(days=n) for n in range(LENGTH)):
        _newsday(world, day)
        for moment in _moments(world, day):
            _run(world, moment)
    half_written(world.room, result, "at the end")
    result.wrong += [f"lost: {world.written[one]}" for one in sorted(world.met - world.ledger.keys())]
    result.expect(world.ledger.keys() <= world.written.keys(), "an outcome of what nobody carried")
    _told_once(world)
    met = ", ".join(f"{count} {what}" for what, count in sorted(world.counts.items()))
    result.did = f"{LENGTH} days by an injected clock: {len(world.ledger)} versions in {met}"
    return result


def _newsday(world: World, day: date) -> None:
    """What the source carries now: something new, something late, something changed, something gone."""
    rng, carried = world.rng, world.carried
    carried += [article(f"{day}-{n}", _published(rng, day)) for n in range(rng.randrange(4))]
    if world.chance(0.2):
        carried.append(article(f"{day}-late", (day - timedelta(days=9)).isoformat()))
    if world.chance(0.15):
        until = f"{day + timedelta(days=rng.randrange(1, 6))}T06:00:00+00:00"
        carried.append(article(f"{day}-held", day.isoformat()) | {"embargoed": until})
    if carried and world.chance(0.5):
        _edit(world, rng.randrange(len(carried)), day)
    if carried and world.chance(0.1):
        del carried[rng.randrange(len(carried))]
        world.counts["deletions"] += 1
    del carried[: max(len(carried) - CARRIED, 0)]
    world.room.carry(carried)
    world.written |= _versions(world)


def _published(rng: random.Random, day: date) -> str | None:
    """Some hour of the day in some zone, the day alone, or nothing."""
    hour = datetime(day.year, day.month, day.day, rng.randrange(24), rng.randrange(60))
    zoned = hour.replace(tzinfo=ZoneInfo(rng.choice(("Europe/Berlin", "America/St_Johns"))))
    return rng.choice((zoned.isoformat(), day.isoformat(), None))


def _edit(world: World, place: int, day: date) -> None:
    """A sentence is added, or one takes the place of another."""
    row = world.carried[place]
    text, new = str(row["text"]), sentences(f"edit of {row['id']} on {day}", 1)[0]
    kept = text.rpartition(". ")[0] + "." if world.chance(0.5) else text
    world.carried[place] = row | {"text": f"{kept} {new}"}
    world.counts["edits"] += 1


def _moments(world: World, day: date) -> Iterator[datetime]:
    """When the machine's clock lets a run begin on a day, if it does."""
    if day in CLOCK_CHANGES:
        yield from (
            datetime(day.year, day.month, day.day, h, 30, tzinfo=UTC).astimezone(ZONE) for h in range(3)
        )
    if day.weekday() > 4 or HOLIDAY[0] <= day <= HOLIDAY[1]:
        return
    if world.chance(0.06):
        world.counts["missed days"] += 1
        return
    moment = datetime(day.year, day.month, day.day, 6, 30, tzinfo=ZONE) + WRONG_CLOCK.get(day, timedelta())
    if world.chance(0.3) and not _survives(world, moment):
        world.counts["kills"] += 1
        if world.chance(0.5):
            return
    yield moment


def _survives(world: World, moment: datetime) -> bool:
    """A run that is killed at a random point, or just after the folder is there; whether it was through before."""
    exact = world.chance(0.5)
    child = multiprocessing.get_context("fork").Process(target=_dying, args=(world.room, moment, exact))
    child.start()
    child.join(LIMIT if exact else world.rng.uniform(0, world.lasts * 1.05))
    child.kill()
    child.join()
    if world.chance(0.1):
        half_written(world.room, world.result, f"{moment}, killed")
    return child.exitcode == 0


def _dying(room: Newsroom, moment: datetime, exact: bool) -> None:
    """A run in a process of its own; an `exact` one dies between the finished folder and the journal."""
    if exact:
        edition.record = lambda base, entry: os.kill(os.getpid(), signal.SIGKILL)
    room.make(moment)


def _run(world: World, moment: datetime) -> None:
    """A run, and again five minutes later."""
    began = time.perf_counter()
    world.room.make(moment, catch_up=world.chance(0.3))
    world.lasts = time.perf_counter() - began
    again = world.room.make(moment + timedelta(minutes=5))
    world.result.expect(again.written is None, f"{moment}: written again")
    world.counts["runs"] += 2
    world.met |= _versions(world).keys()
    _entered(world, f"{moment:%Y-%m-%d}")


def _versions(world: World) -> dict[str, str]:
    rows = [*world.carried, article("old-Paper", "2000-01-01")]
    return {hashlib.sha256(str(row["text"]).encode()).hexdigest(): str(row["id"]) for row in rows}


def _entered(world: World, day: str) -> None:
    """The journal into the ledger: an outcome never moves to another edition, but from being held."""
    rows = world.room.ask(
        "SELECT sha256, editions.name, outcome FROM versions "
        "LEFT JOIN outcomes ON outcomes.version = versions.id "
        "LEFT JOIN editions ON editions.id = outcomes.edition"
    )
    for sha256, into, outcome in rows:
        name, before = world.written.get(str(sha256)), world.ledger.get(str(sha256))
        stays = before is None or before[0] == into or before[1] == "held"
        world.result.expect(outcome, f"{day}: {name} has no outcome")
        world.result.expect(stays, f"{day}: {name} was {before}, now {into}, {outcome}")
        world.ledger[str(sha256)] = str(into), str(outcome)


def _told_once(world: World) -> None:
    """No line is news in two editions: neither of the folders nor of the journal."""
    editions: dict[str, set[str]] = {}
    for folder in sorted((world.room.folder / "outputs").glob("2*")):
        whole = finished(folder)
        for story in whole.brief.stories if whole else ():
            for line in (line for section in story.sections if section.key in TOLD for line in section.lines):
                words = whole.brief.texts[line.quote.article][line.quote.span] if whole else ""
                editions.setdefault(words, set()).add(folder.name)
        world.counts["editions"] += 1
    twice = {words: sorted(names) for words, names in editions.items() if len(names) > 1}
    for words, names in twice.items():
        world.result.wrong.append(f"told in {names}: {words}")
