"""Finished folders that the journal does not know: a run was killed too early, or the journal is lost."""

import sqlite3
from pathlib import Path

from briefing import pipeline
from briefing.config import Config
from briefing.deliver.folder import settle
from briefing.edition.folder import SHOWN, Finished, digests, entry, finished
from briefing.edition.gathering import how
from briefing.edition.mailing import recipients
from briefing.errors import InputError
from briefing.journal.ask import editions
from briefing.journal.mails import Mailing, note
from briefing.journal.record import record
from briefing.stories import Told
from briefing.stories.events import sketch


def recover(base: sqlite3.Connection, config: Config) -> list[str]:
    """Record what the folders hold and the journal does not; the names of those editions."""
    settle(Path(config.output.dir))
    known = {edition.name: edition.digest for edition in editions(base)}
    learned = []
    for name, digest in digests(Path(config.output.dir)):
        if known.get(name) == digest:
            continue
        whole = finished(Path(config.output.dir) / name)
        if whole:
            to = recipients(config, name)
            record(base, entry(name, whole, sketches(whole, config), to))
            if not known:  # the journal is lost, and with it who has the mail: that is for a person to decide
                note(base, [Mailing(name, one, "sending") for one in to])
            learned.append(name)
    return learned


def sketches(whole: Finished, config: Config) -> tuple[Told, ...]:
    """What the stories of a finished edition were about, found again in its articles."""
    made = []
    for row in whole.rows:
        article = whole.brief.texts.get(row.article or "")
        if article and row.story and row.outcome in SHOWN:
            found = pipeline.analyse_one(article, how(config, config.brief, row.source), None)
            if not isinstance(found, InputError):
                made.append(Told(row.story, sketch(found)))
    return tuple(made)
