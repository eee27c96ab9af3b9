"""Is everything there that a run needs? Each check says what it found, or raises what is wrong."""

import os
import shutil
import socket
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from briefing import pipeline
from briefing.assemble import Plan
from briefing.config import Config
from briefing.config.starter import sample
from briefing.config.tables import SourceTable
from briefing.deliver.file import aside, refusing, write_through
from briefing.deliver.lock import alone
from briefing.edition.places import journal_file, lock_file
from briefing.edition.reach import of_one, sourced
from briefing.errors import BriefingError, ConfigError, InputError, OutputError, TryAgain
from briefing.journal.ask import editions
from briefing.journal.store import opened
from briefing.render import FORMATS, render_brief

ROOM = 100_000_000  # bytes that ought to be free
MADE = 2026  # a clock that shows an earlier year is wrong
AHEAD = timedelta(days=2)  # an edition may be so far in the future, made for another zone
PATIENCE = 10  # seconds for a mail server to answer


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What a check found: `wrong` is None when all is well."""

    check: str
    found: str
    wrong: BriefingError | None = None


def examine(config: Config, now: datetime) -> Iterator[Diagnosis]:
    """Every check in turn; one that fails does not keep the others from being made."""
    checks: list[tuple[str, Callable[[], str]]] = [
        ("configuration", lambda: configuration(config)),
        ("clock", lambda: clock(config, now)),
        ("data", lambda: data(config)),
        ("output", lambda: output(Path(config.output.dir))),
        ("lock", lambda: lock(lock_file(journal_file(config)))),
        ("journal", lambda: journal(journal_file(config), now)),
        *((f"source {s.label}", lambda s=s: source(s, config)) for s in config.sources),
        ("mail", lambda: mail(config)),
    ]
    for name, check in checks:
        try:
            yield Diagnosis(name, check())
        except BriefingError as error:
            yield Diagnosis(name, str(error), error)


def configuration(config: Config) -> str:
    """How many sources there are; what else is wrong in the file was said when it was read."""
    count = len(sourced(config))
    return f"{config.file}, {count} source{'s' * (count != 1)}"


def clock(config: Config, now: datetime) -> str:
    """The edition's day, now."""
    if now.year < MADE:
        raise ConfigError(f"the clock says {now:%Y-%m-%d}: set it, or the brief gets that date")
    here = now.astimezone(ZoneInfo(config.brief.timezone))
    return f"{here:%Y-%m-%d %H:%M} in {config.brief.timezone}"


def data(config: Config) -> str:
    """Whether what the package brings is whole: an article is read and printed in every format."""
    article = next(pipeline.read(str(sample())))
    found = pipeline.analyse_article(article)
    brief = pipeline.make_brief([found], datetime(MADE, 1, 1).date(), Plan(datetime(MADE, 1, 1).date()))
    for format in FORMATS:
        render_brief(brief, format, config.output.template)
    return f"language files and templates are whole ({len(FORMATS)} formats)"


def output(folder: Path) -> str:
    """Whether the output folder can be written, and has room."""
    with refusing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        trial = aside(folder / "doctor")
        try:
            write_through(trial, b"")
        finally:
            trial.unlink(missing_ok=True)
        free = shutil.disk_usage(folder).free
    if free < ROOM:
        raise OutputError(f"{folder}: only {free // 1_000_000} MB are free there; make room")
    return f"{folder} can be written, {free // 1_000_000} MB free"


def lock(file: Path) -> str:
    """Whether a run is at work."""
    with alone(file):
        return "no run is at work"


def journal(file: Path, now: datetime) -> str:
    """Whether the journal is whole, and its last edition not in the future."""
    with opened(file) as base:
        (answer,) = base.execute("PRAGMA quick_check(1)").fetchone()
        known = editions(base)
    if answer != "ok":
        raise ConfigError(
            f"journal {file}: is damaged ({answer}): move it away; the next run learns the folders"
        )
    if known and known[-1].day > (now + AHEAD).date():
        raise ConfigError(f"the last edition is of {known[-1].day}: the clock was wrong then, or is now")
    return f"{file}, editions: {len(known)}"


def source(one: SourceTable, config: Config) -> str:
    """Whether a source gives an article."""
    for found in of_one(one, config):
        if isinstance(found, InputError):
            raise found
        return f"{one.word} can be read"
    raise InputError(one.word, "gives no article")


def mail(config: Config) -> str:
    """Whether the mail server answers, and the password is there."""
    email = config.email
    if email is None:
        return "nothing is mailed: there is no [email] table"
    if email.password_env and email.password_env not in os.environ:
        raise ConfigError(
            f"[email] password_env: {email.password_env} is not set here; cron sets nothing either"
        )
    if email.password_file and not os.access(email.password_file, os.R_OK):
        raise ConfigError(f"[email] password_file: {email.password_file} cannot be read")
    host, _, port = email.smtp.rpartition(":")
    try:
        with closing(socket.create_connection((host.strip("[]"), int(port)), PATIENCE)):
            return f"{email.smtp} answers"
    except OSError as error:
        raise TryAgain(
            f"{email.smtp}: no mail server answers: {error}; check the name, the port, a firewall"
        ) from None
