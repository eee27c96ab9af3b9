"""Every brief reaches an inbox once: nothing is lost, nothing comes twice."""

import sqlite3
from contextlib import closing
from datetime import date
from email import message_from_bytes
from pathlib import Path

import pytest

from briefing.config import Config
from briefing.deliver.smtp import Server
from briefing.edition import Done
from briefing.edition.mailing import open_posts, send
from briefing.edition.places import journal_file
from briefing.edition.tend import tended
from briefing.errors import DeliveryRefused, TryAgain
from tests.deliver.newsdesk import LIST, Newsdesk, running
from tests.edition.newsroom import Newsroom, article

NEWS = [article("a", "2026-11-23"), article("b", "2026-11-24"), article("c", "2026-11-25")]
EMAIL = """[email]
from = "Desk <desk@example.org>"
to = ["First <first@example.org>", "second@example.org"]
security = "none"
smtp = "127.0.0.1:{port}"
"""


class Mailed(Newsroom):
    """A newsroom that mails by a server of this machine."""

    def on(self, day: str, desk: Newsdesk) -> Done:
        """The edition of a day, while the desk is in this mood; a day's news is there from that day on."""
        with running(desk) as server:
            self.mail_by(server)
            self.carry([a for a in NEWS if str(a["published"]) <= day])
            return self.make(day)

    def resent(self, day: str, desk: Newsdesk) -> list[bytes]:
        """What `briefing send --resend` brings to the desk."""
        with running(desk) as server, tended(self.mail_by(server)) as base:
            email = self.config.email
            assert email
            send(base, email, open_posts(base, self.config, date.fromisoformat(day), resend=True), None)
        return desk.kept

    def change(self, statement: str) -> None:
        """Put something into the journal that only a kill would leave there."""
        with closing(sqlite3.connect(journal_file(self.config))) as base, base:
            base.execute(statement)

    def mail_by(self, server: Server) -> Config:
        """The configuration with this server."""
        file = self.folder / "briefing.toml"
        head = file.read_text().partition("[email]")[0]
        tables = file.read_text()[file.read_text().index("[[source]]") :]
        file.write_text(head.partition("[[source]]")[0] + EMAIL.format(port=server.port) + tables)
        return self.config


@pytest.fixture
def room(tmp_path: Path) -> Mailed:
    """A newsroom that has made and mailed the edition of Monday."""
    made = Mailed(tmp_path / "room")
    done = made.on("2026-11-23", Newsdesk())
    assert (done.mailed, done.unmailed) == (2, None)
    return made


def ids(messages: list[bytes]) -> list[str]:
    """The Message-IDs, whose first ten characters are the day."""
    return [str(message_from_bytes(m)["Message-ID"]).strip("<>")[:10] for m in messages]


def test_a_rerun_mails_nothing_again(room: Mailed) -> None:
    """Whoever has an edition does not get it again, changed or not."""
    desk = Newsdesk()
    room.on("2026-11-23", desk)
    room.carry([*NEWS[:1], article("late", "2026-11-23")])
    with running(desk) as server:
        room.mail_by(server)
        assert room.make("2026-11-23").written
    assert desk.kept == []


@pytest.mark.parametrize(
    "mode", ["reject", "greylist", "tempfail", "drop-at-data", "drop-mid-data", "drop-data"]
)
def test_no_mode_of_a_server_loses_a_brief_or_sends_one_twice(room: Mailed, mode: str) -> None:
    """What was not taken comes with the next run; what is in doubt only when asked for, under its id."""
    first, second = Newsdesk(mode), Newsdesk()
    done = room.on("2026-11-24", first)
    assert done.written
    assert isinstance(done.unmailed, DeliveryRefused if mode == "reject" else TryAgain)
    assert room.on("2026-11-25", second).unmailed is None
    later = {"greylist": 1, "tempfail": 1, "drop-at-data": 1}.get(mode, 0)
    assert ids(second.kept) == ["2026-11-24"] * later + ["2026-11-25"]
    asked = room.resent("2026-11-25", third := Newsdesk())
    assert ids(asked) == ["2026-11-24"] * (mode in ("reject", "drop-mid-data", "drop-data"))
    assert {message_from_bytes(m)["Message-ID"] for m in [*first.kept, *third.kept]} <= {
        message_from_bytes((room.folder / "outputs/2026-11-24/brief.eml").read_bytes())["Message-ID"]
    }
    assert room.resent("2026-11-25", Newsdesk()) == []


def test_a_killed_run_leaves_a_doubt_that_is_told_once(room: Mailed) -> None:
    """A text that may be under way is not sent again by itself; the next run says so, once."""
    room.on("2026-11-24", Newsdesk())
    room.change(
        "UPDATE mails SET state = 'sending', note = NULL WHERE recipient LIKE 'second%' AND edition = 2"
    )
    desk = Newsdesk()
    notes = room.on("2026-11-25", desk).notes
    assert ids(desk.kept) == ["2026-11-25"]
    assert [note.partition(":")[0] for note in notes] == ["2026-11-24"]
    assert "second@example.org" in notes[0]
    assert room.on("2026-11-25", desk).notes == ()


def test_a_run_killed_before_the_journal_still_mails(room: Mailed) -> None:
    """The folder is the record: an edition that the journal has never heard of is owed to its recipients."""
    room.on("2026-11-24", Newsdesk("tempfail"))
    room.change("DELETE FROM mails WHERE edition = 2")
    room.change("UPDATE editions SET digest = 'other' WHERE id = 2")
    desk = Newsdesk()
    assert room.on("2026-11-25", desk).learned == ("2026-11-24",)
    assert ids(desk.kept) == ["2026-11-24", "2026-11-25"]


def test_a_lost_journal_mails_nothing_twice(room: Mailed) -> None:
    """Who has an edition is lost with the journal: it is told once, and the mail comes by --resend alone."""
    for file in room.folder.glob("journal*"):
        file.unlink()
    desk = Newsdesk()
    done = room.on("2026-11-24", desk)
    assert done.learned == ("2026-11-23",)
    assert [note.partition(":")[0] for note in done.notes] == ["2026-11-23"] * 2
    assert ids(desk.kept) == ["2026-11-24"]
    assert ids(room.resent("2026-11-24", Newsdesk())) == ["2026-11-23"]


def test_the_recipients_are_those_of_the_letter(room: Mailed) -> None:
    """The envelope names bare addresses, the letter says the names."""
    desk = Newsdesk()
    room.on("2026-11-24", desk)
    assert (
        message_from_bytes(desk.kept[0])["To"].replace("\r\n", "") == "First <first@example.org>, " + LIST[1]
    )


def test_an_old_edition_is_no_longer_news(room: Mailed) -> None:
    """What could not be mailed for a week is left where it is."""
    room.on("2026-11-24", Newsdesk("tempfail"))
    desk = Newsdesk()
    with running(desk) as server:
        room.mail_by(server)
        room.carry([*NEWS, article("z", "2026-12-01")])
        room.make("2026-12-01")
    assert ids(desk.kept) == ["2026-12-01"]
