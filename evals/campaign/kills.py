"""kill -9 at random points of a whole run with delivery; then the same day again, or the next day."""

import contextlib
import os
import random
import re
import shutil
import signal
import time
from collections import Counter
from dataclasses import dataclass
from email import message_from_bytes
from pathlib import Path

from briefing.edition.places import journal_file
from evals.campaign.office import Result, days, half_written, mailed, news, one_outcome_each
from evals.campaign.warm import Warm, warm
from tests.deliver.newsdesk import Newsdesk, running
from tests.edition.newsroom import Newsroom

CHAIN = 10  # days of one newsroom, so that a kill also meets what earlier kills left
FIRST = "2026-11-01"
LONGEST = 1.05  # times the last whole run, the latest point of a kill


@dataclass(frozen=True)
class Chain:
    """A newsroom of some days, its mail, and the tally it adds to."""

    room: Newsroom
    desk: Newsdesk
    warm: Warm
    result: Result
    points: Counter[str]

    def run(self, folder: Path, day: str) -> float:
        """The seconds of a whole run that nobody disturbs."""
        began = time.perf_counter()
        done = self.warm.call(folder, "run", "--date", day)
        self.result.expect(done.code == 0, f"{day}, {folder.name}: exit {done.code}: {done.said}")
        return time.perf_counter() - began

    def killed(self, day: str, after: float) -> None:
        """A run, killed after so many seconds unless it is through."""
        child = self.warm.start(self.room.folder, "run", "--date", day)
        time.sleep(after)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        self.warm.ended(self.room.folder)


def kills(place: Path, count: int) -> Result:
    """`count` kills, in newsrooms of ten days each."""
    result, points, rng = Result(), Counter[str](), random.Random(count)
    with warm() as ready:
        for number in range(-(-count // CHAIN)):
            with mailed(place / f"room{number}") as (room, desk):
                _chain(Chain(room, desk, ready, result, points), rng, min(CHAIN, count - number * CHAIN))
    met = ", ".join(f"{number} {what}" for what, number in sorted(points.items()))
    result.did = f"{count} kills: {met}"
    return result


def _chain(chain: Chain, rng: random.Random, count: int) -> None:
    room, result = chain.room, chain.result
    on = days(FIRST, count + 2)
    carried = news(on[0])
    room.carry(carried)
    lasts = chain.run(room.folder, on[0])
    for number, day in enumerate(on[1:-1]):
        carried += news(day)
        room.carry(carried)
        shutil.copytree(room.folder, spare := room.folder.with_name("spare"), symlinks=True)
        chain.killed(day, rng.uniform(0, lasts * LONGEST))
        chain.points[_point(room, day)] += 1
        half_written(room, result, f"{day}, killed")
        if number % 2:
            lasts = _again(chain, spare, day)
        shutil.rmtree(spare)
    chain.run(room.folder, on[-1])
    _end(room, chain.desk, result)
    one_outcome_each(room, carried, result)


def _point(room: Newsroom, day: str) -> str:
    """How far the run had come when it was killed."""
    if not (room.folder / "outputs" / day).exists():
        return "before the folder"
    if not journal_file(room.config).exists() or not room.ask(f"SELECT 1 FROM editions WHERE name = '{day}'"):
        return "between folder and journal"
    states = {
        str(state)
        for (state,) in room.ask(
            f"SELECT state FROM mails JOIN editions ON editions.id = edition WHERE name = '{day}'"
        )
    }
    return f"with the mail {states.pop()}" if states else "before the mail"


def _again(chain: Chain, spare: Path, day: str) -> float:
    """The same day again gives the bytes of a run that nobody killed; the seconds that one took."""
    chain.run(chain.room.folder, day)
    untouched = Newsroom.__new__(Newsroom)
    untouched.folder = spare
    with running(Newsdesk()) as other:  # or the reader would get the reference too
        file = spare / "briefing.toml"
        file.write_text(re.sub(r"127\.0\.0\.1:\d+", f"127.0.0.1:{other.port}", file.read_text()))
        lasts = chain.run(spare, day)
    mine, theirs = (_named(one) for one in (chain.room, untouched))
    differ = [name for name in mine.keys() | theirs.keys() if mine.get(name) != theirs.get(name)]
    chain.result.expect(not differ, f"{day} again: not the same bytes: {differ}")
    return lasts


def _named(room: Newsroom) -> dict[str, bytes]:
    outputs = str(room.folder / "outputs")
    return {name.removeprefix(outputs): text for name, text in room.bytes().items()}


def _end(room: Newsroom, desk: Newsdesk, result: Result) -> None:
    """After a last run every edition is mailed, once; what is in doubt comes by --resend alone."""
    left = list((room.folder / "outputs").glob(".*.tmp"))
    result.expect(not left, f"temporary files left: {left}")
    got = Counter(str(message_from_bytes(mail)["Message-ID"]) for mail in desk.kept)
    result.expect(max(got.values()) == 1, f"mailed twice: {[k for k, n in got.items() if n > 1]}")
    doubt = dict(room.ask("SELECT message_id, state FROM mails WHERE state != 'sent'"))
    result.expect(set(doubt.values()) <= {"sending"}, f"mails left: {doubt}")
    mails = [str(key) for (key,) in room.ask("SELECT message_id FROM mails")]
    lost = [key for key in mails if key.strip("<>") not in {k.strip("<>") for k in got} and key not in doubt]
    result.expect(not lost, f"never mailed: {lost}")
