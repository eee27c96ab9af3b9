"""Debian's own cron: its bare environment, its mails. It runs in namespaces of its own and leaves nothing behind.

There /etc/cron.d holds our file alone, and `sendmail` is a script that keeps what it is given.
"""

import os
import shlex
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from pathlib import Path

from briefing.edition.schedule import DELAY
from evals.campaign.office import ROOT, Result, command, half_written, one_outcome_each
from tests.edition.newsroom import Newsroom, article

SENDMAIL = Path("/usr/sbin/sendmail")  # Debian's cron knows no other
STUB = '#!/bin/sh\nmail=$(mktemp {kept}/XXXXXXXX)\ncat > "$mail" && mv "$mail" "$mail.eml"\n'
FILE = """MAILTO=desk@example.org
PYTHONPATH={root}
* * * * * root env > {place}/env; {command} --log-json {place}/log
"""
# /run holds cron's lock, which a cron of this machine may have. Mounts and processes end with unshare.
ALONE = """set -e
mount -t tmpfs tmpfs /run
mount -t tmpfs tmpfs /var/spool/cron/crontabs
mount --bind {place}/cron.d /etc/cron.d
mount --bind {place}/empty /etc/crontab
mount --bind {place}/sendmail {sendmail}
exec cron -f
"""
LAST_WORDS = ('"wrote ', '"nothing new"')  # of a run, in its log
LIMIT = 110  # seconds until the job of the next minute must be through
HANDING_OVER = 8  # seconds in which cron mails what a job said
BARE = "PATH=/usr/bin:/bin"


def cron(place: Path) -> Result:
    """A minute each: a brief, more news, a source that is dead, and back again. One of them is worth a mail."""
    if os.geteuid() or not _installed():
        return Result("not run: it wants root, and Debian's cron")
    result = Result()
    room = Newsroom(place / "room", sources=("Paper", "Wire"))
    wire = room.folder / "Wire.jsonl"
    with _running(room, place):
        for minute, mails in enumerate((0, 0, 1, 1), 1):
            room.carry([article(f"paper{n}", None) for n in range(minute)])
            room.carry([article("wire0", None)], "Wire")
            if minute == 3:
                wire.unlink()
            result.expect(_through(place / "log", minute), f"minute {minute}: no run")
            time.sleep(HANDING_OVER)
            found = len(list(place.glob("kept/*.eml")))
            result.expect(found == mails, f"minute {minute}: {found} mails, not {mails}")
    _judge(place, result)
    half_written(room, result, "cron")
    one_outcome_each(room, [article(name, None) for name in ("paper0", "paper3", "wire0")], result)
    result.did = (
        "four minutes of Debian's cron with its bare environment: a brief, more news, a source dead, all well again; "
        f"{len(list(place.glob('kept/*.eml')))} mail to MAILTO"
    )
    return result


def _installed() -> bool:
    if not shutil.which("cron") and shutil.which("apt-get"):
        quietly = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run(
            ["apt-get", "install", "-y", "--no-install-recommends", "cron"], check=False, **quietly
        )
    return bool(shutil.which("cron") and shutil.which("unshare"))


@contextmanager
def _running(room: Newsroom, place: Path) -> Iterator[None]:
    """Cron at work, with the entry that `briefing schedule` prints, for every minute and without its delay."""
    for name in ("cron.d", "kept"):
        (place / name).mkdir()
    (place / "empty").write_text("")
    (place / "sendmail").write_text(STUB.format(kept=place / "kept"))
    (place / "sendmail").chmod(0o755)
    file = place / "cron.d" / "briefing"
    file.write_text(FILE.format(root=ROOT, place=place, command=_entry(room)))
    file.chmod(0o644)
    absent = not SENDMAIL.exists()
    if absent:
        SENDMAIL.touch()  # where the stub is mounted
    try:
        with _alone(ALONE.format(place=shlex.quote(str(place)), sendmail=SENDMAIL)):
            yield
    finally:
        if absent:
            SENDMAIL.unlink()


@contextmanager
def _alone(script: str) -> Iterator[None]:
    """A shell script in mount and process namespaces of its own; all it started ends with the block."""
    words = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "sh", "-c", script]
    shell = subprocess.Popen(words)
    try:
        yield
    finally:
        shell.kill()
        shell.wait()


def _entry(room: Newsroom) -> str:
    """The command of the printed crontab line, at once."""
    printed = subprocess.run(
        command("schedule", "cron", "-c", str(room.folder / "briefing.toml")),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return printed.splitlines()[-1].split(f"{DELAY}; ")[1]


def _through(log: Path, runs: int) -> bool:
    """Whether so many runs come to their end in time."""
    until = time.monotonic() + LIMIT
    while time.monotonic() < until:
        if log.exists() and sum(any(w in line for w in LAST_WORDS) for line in log.open()) >= runs:
            return True
        time.sleep(1)
    return False


def _judge(place: Path, result: Result) -> None:
    """The environment was cron's, and the mail says in one line which source is dead."""
    env = (place / "env").read_text().splitlines()
    result.expect(BARE in env, f"the environment: {env}")
    for file in place.glob("kept/*.eml"):
        mail = message_from_bytes(file.read_bytes())
        body = str(mail.get_payload()).splitlines()
        result.expect(mail["To"] == "desk@example.org", f"to {mail['To']}")
        result.expect(len(body) == 1 and "Wire" in body[0], f"the mail says {body}")
