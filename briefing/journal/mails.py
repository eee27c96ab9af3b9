"""To whom an edition was mailed, written down before and after the text leaves."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from briefing.journal.store import transaction

# `owed`: nothing of it has been taken. `sending`: the text left, and its answer is not known.
State = Literal["owed", "sending", "sent", "refused"]


@dataclass(frozen=True, slots=True)
class Mailing:
    """An edition's mail to one recipient. `message_id`: of the first try. `note`: the server's words."""

    edition: str
    recipient: str
    state: State
    message_id: str | None = None
    note: str | None = None


def mailings(base: sqlite3.Connection, since: date) -> list[Mailing]:
    """What is known of the mails of the editions from a day on, oldest edition first."""
    rows = base.execute(
        "SELECT editions.name, recipient, state, message_id, note FROM mails "
        "JOIN editions ON editions.id = mails.edition WHERE editions.day >= ? "
        "ORDER BY editions.day, editions.id, mails.rowid",
        (since.isoformat(),),
    )
    return [Mailing(*row) for row in rows]


def note(base: sqlite3.Connection, changes: Iterable[Mailing]) -> None:
    """Write down what is known now, all of it or nothing; on the disk when this returns."""
    with transaction(base):
        base.executemany(
            "INSERT INTO mails (edition, recipient, state, message_id, note) "
            "SELECT id, ?, ?, ?, ? FROM editions WHERE name = ? "
            "ON CONFLICT (edition, recipient) DO UPDATE SET state = excluded.state, "
            "message_id = excluded.message_id, note = excluded.note",
            [(one.recipient, one.state, one.message_id, one.note, one.edition) for one in changes],
        )
