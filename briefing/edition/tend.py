"""What a person does to the journal, while no run is at work."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from briefing.config import Config
from briefing.deliver.lock import alone
from briefing.edition.eligible import About
from briefing.edition.gathering import Desk, gather
from briefing.edition.item import row
from briefing.edition.places import journal_file, lock_file
from briefing.edition.recover import recover
from briefing.errors import InputError
from briefing.journal.nouns import Entry
from briefing.journal.record import heard, prune, record
from briefing.journal.store import opened

MARKED = "marked as seen"  # the rule that drops what somebody says is known
SUFFIX = "-seen"  # of the edition that holds it; it has no folder


@contextmanager
def tended(config: Config) -> Iterator[sqlite3.Connection]:
    """The journal, in agreement with the folders, while no run is at work. Raises TryAgain when one is."""
    journal = journal_file(config)
    with alone(lock_file(journal)), opened(journal) as base:
        recover(base, config)
        yield base


def mark_seen(config: Config, day: date) -> tuple[int, list[InputError]]:
    """Let everything that the sources carry count as briefed; how much that is, and what failed."""
    about = About(f"{day}{SUFFIX}", day, config.brief.timezone, since=date.min)
    with tended(config) as base:
        met = gather(Desk(config, config.brief, about, base), None)
        rows = [row(item, "dropped", MARKED) for item in met.items] + met.rows
        record(base, Entry(about.name, day, None, tuple(rows)))
        heard(base, about.name, met.counts)
    return len(rows), met.failed


def prune_now(config: Config, day: date) -> int:
    """Forget what no source has carried for `keep_days`; how many articles that are."""
    with tended(config) as base:
        return prune(base, day - timedelta(days=config.state.keep_days))
