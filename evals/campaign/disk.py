"""Disks that are full, folders that cannot be written, a journal that is locked or damaged, eight runs at once."""

import os
import sqlite3
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from email import message_from_bytes
from pathlib import Path

from briefing.edition.places import journal_file
from evals.campaign.office import (
    Result,
    call,
    days,
    ended,
    half_written,
    mailed,
    news,
    one_outcome_each,
    start,
)
from evals.campaign.warm import Warm, warm
from tests.edition.newsroom import Newsroom

FIRST = "2026-11-01"
AMPLE = "size=16m"
POINTS = 20
ROOTLESS = "not run: mounting wants root"
CANNOT_WRITE, TRY_AGAIN, CONFIG = 73, 75, 78


@contextmanager
def disk(at: Path) -> Iterator[None]:
    """A small disk of its own at a folder. Wants root."""
    at.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", AMPLE, "tmpfs", at], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", at], check=True)


def again(at: Path, how: str) -> None:
    """Mount it another way."""
    subprocess.run(["mount", "-o", f"remount,{how}", at], check=True)


def full(place: Path) -> Result:
    """At 20 points the disk of the output, then that of the journal, has no room left."""
    if os.geteuid():
        return Result(ROOTLESS)
    result, codes = Result(), Counter[int]()
    with warm() as ready:
        for name, pages in (("outputs", 2), ("state", 1)):
            with mailed(place / name) as (room, _):
                toml = room.folder / "briefing.toml"
                toml.write_text(toml.read_text().replace('"journal"', '"state/journal"'))
                with disk(room.folder / name):
                    _fill(room, ready, (room.folder / name, pages), (result, codes))
    met = ", ".join(f"{count} × {code}" for code, count in sorted(codes.items()))
    result.did = f"{POINTS} points each for the output and the journal; exits {met}"
    return result


def _fill(room: Newsroom, ready: Warm, where: tuple[Path, int], into: tuple[Result, Counter[int]]) -> None:
    (at, pages), (result, codes) = where, into
    carried: list[dict[str, str | None]] = []
    for number, day in enumerate(days(FIRST, POINTS + 1)):
        carried += news(day)
        room.carry(carried)
        before = room.bytes()
        if number:
            _leave(at, (number - 1) * pages)
            done = ready.call(room.folder, "run", "--date", day)
            codes[done.code] += 1
            result.expect(done.code in (0, CANNOT_WRITE), f"{at.name}, {day}: exit {done.code}: {done.said}")
            after = room.bytes()
            old = [name for name in before if f"/{FIRST[:8]}" in name and after.get(name) != before[name]]
            result.expect(not old, f"{at.name}, {day}: changed: {old}")
            half_written(room, result, f"{at.name}, {day}")
            again(at, AMPLE)
        done = ready.call(room.folder, "run", "--date", day)
        result.expect(done.code == 0, f"{at.name}, {day}, room again: exit {done.code}: {done.said}")
    one_outcome_each(room, carried, result)


def _leave(at: Path, pages: int) -> None:
    """Shrink the disk until so many pages are free."""
    state = os.statvfs(at)
    used = (state.f_blocks - state.f_bfree) * state.f_frsize // 1024
    again(at, f"size={used + pages * 4}k")


def read_only(place: Path) -> Result:
    """The output cannot be written for a day; the next day tells what that day did not."""
    if os.geteuid():
        return Result(ROOTLESS)
    result, on = Result("a read-only file system for a day, then the next"), days(FIRST, 3)
    with mailed(place / "room") as (room, desk), disk(room.folder / "outputs"):
        for day, code in zip(on, (0, CANNOT_WRITE, 0), strict=True):
            room.carry([article for d in on if d <= day for article in news(d)])
            again(room.folder / "outputs", "ro" if code else "rw")
            done = call(room, "run", "--date", day)
            result.expect(done.code == code, f"{day}: exit {done.code}: {done.said}")
        one_outcome_each(room, [article for day in on for article in news(day)], result)
        result.expect(len(desk.kept) == 2, f"{len(desk.kept)} mails")
    return result


def journals(place: Path) -> Result:
    """Another program holds the journal; then its pages are garbage; then it is moved away."""
    result, on = Result("locked by another program, then damaged, then moved away"), days(FIRST, 3)
    with mailed(place / "room") as (room, desk):
        carried = news(on[0])
        room.carry(carried)
        result.expect(call(room, "run", "--date", on[0]).code == 0, "the first run failed")
        room.carry(carried := carried + news(on[1]))
        journal = journal_file(room.config)
        with closing(sqlite3.connect(journal, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            locked = call(room, "run", "--date", on[1])
        result.expect(locked.code == TRY_AGAIN, f"locked: exit {locked.code}: {locked.said}")
        garbage = journal.read_bytes()[:4096] + b"\xa5" * 60_000
        journal.write_bytes(garbage)
        damaged = call(room, "run", "--date", on[1])
        result.expect(damaged.code == CONFIG, f"damaged: exit {damaged.code}: {damaged.said}")
        result.expect(journal.read_bytes() == garbage, "the damaged journal was touched")
        for file in room.folder.glob("journal*"):
            file.unlink()
        for day in on[1:]:
            done = call(room, "run", "--date", day)
            result.expect(done.code == 0, f"{day}, learned again: exit {done.code}: {done.said}")
        one_outcome_each(room, carried, result)
        _mailed_once(desk.kept, result)
    return result


def at_once(place: Path) -> Result:
    """Eight runs at once, one brief, one mail."""
    result = Result()
    with mailed(place / "room") as (room, desk):
        room.carry(carried := news(FIRST))
        codes = Counter(ended(one).code for one in [start(room, "run", "--date", FIRST) for _ in range(8)])
        result.expect(set(codes) <= {0, TRY_AGAIN} and codes[0], f"exits {dict(codes)}")
        half_written(room, result, "eight at once")
        one_outcome_each(room, carried, result)
        result.expect(len(desk.kept) == 1, f"{len(desk.kept)} mails")
    result.did = "8 runs at once; exits " + ", ".join(f"{n} × {code}" for code, n in sorted(codes.items()))
    return result


def _mailed_once(kept: list[bytes], result: Result) -> None:
    got = Counter(str(message_from_bytes(mail)["Message-ID"]) for mail in kept)
    result.expect(max(got.values(), default=0) <= 1, f"mailed twice: {got}")
