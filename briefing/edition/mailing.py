"""An edition in an inbox: once. What is owed is mailed, what is in doubt is left to a person."""

import os
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from email.utils import parseaddr
from pathlib import Path

from briefing.config.tables import Config, EmailTable
from briefing.deliver.folder import read_folder
from briefing.deliver.smtp import Delivery, Server, dated, transmit
from briefing.errors import ConfigError, DeliveryRefused, MissingInput, TryAgain
from briefing.journal.mails import Mailing, State, mailings, note

MESSAGE = "brief.eml"
UNHEARD = "it may have been handed over: what came of it was not written down"
OWED_DAYS = 3  # for so long an edition that could not be mailed is still news
_ID = re.compile(rb"^Message-ID: *(\S+)", re.M | re.I)
_STATES: Mapping[str, State] = {
    "sent": "sent",
    "refused": "refused",
    "deferred": "owed",
    "unknown": "sending",
}


@dataclass(frozen=True, slots=True)
class Post:
    """A message that is to go out: an edition's, to those who have not had it."""

    edition: str
    message: bytes
    message_id: str
    recipients: tuple[str, ...]


def recipients(config: Config, edition: str) -> tuple[str, ...]:
    """Who gets an edition, as the configuration says."""
    if config.email is None:
        return ()
    own = next((e.to for e in config.editions if e.name == edition[11:] and e.to), None)
    return own or config.email.to


def open_posts(base: sqlite3.Connection, config: Config, day: date, resend: bool = False) -> list[Post]:
    """What is still owed of the editions of the last days, oldest first.

    With `resend` also what was handed over without an answer; it goes out under the same Message-ID. An
    edition whose folder is gone is owed to nobody.
    """
    wanted = ("owed", "refused", "sending") if resend else ("owed",)
    known = mailings(base, day - timedelta(days=OWED_DAYS))
    open_ = [one for one in known if one.state in wanted]
    posts: list[Post] = []
    for edition in dict.fromkeys(one.edition for one in open_):
        message = _message(config, edition)
        if message:
            mine = [one for one in open_ if one.edition == edition]
            posts += _posts(edition, message, mine)
    return posts


def _posts(edition: str, message: bytes, mine: Sequence[Mailing]) -> Iterator[Post]:
    """One message for all; those in doubt get the one they may have, under its own id."""
    found = _ID.search(message)
    fresh = found[1].decode("ascii") if found else ""
    for known in dict.fromkeys(one.message_id if one.state == "sending" else None for one in mine):
        to = tuple(
            one.recipient for one in mine if (one.message_id if one.state == "sending" else None) == known
        )
        if known and known != fresh:
            yield Post(edition, message.replace(fresh.encode(), known.encode(), 1), known, to)
        else:
            yield Post(edition, message, fresh, to)


def _message(config: Config, edition: str) -> bytes | None:
    try:
        return read_folder(Path(config.output.dir) / edition).get(MESSAGE)
    except MissingInput:
        return None


def send(base: sqlite3.Connection, email: EmailTable, posts: Sequence[Post], moment: datetime | None) -> int:
    """Mail what is open, each once, and write down before and after what is known; how many were taken.

    `moment`: the date that the messages carry, None for the one they have. Raises DeliveryRefused when the
    server refused something for good, TryAgain when it could not be handed over, or nobody knows.
    """
    if not posts:
        return 0
    server, sender = server_of(email), parseaddr(email.sender)[1]
    done: list[Delivery] = []
    for post in posts:
        known = [Mailing(post.edition, one, "sending", post.message_id) for one in post.recipients]
        plain = {parseaddr(one.recipient)[1]: one for one in known}

        def begun(takers: Sequence[str], plain: Mapping[str, Mailing] = plain) -> None:
            note(base, [plain[one] for one in takers])

        message = dated(post.message, moment) if moment else post.message
        got = transmit(message, sender, list(plain), server, begun)
        note(base, [replace(plain[d.recipient], state=_STATES[d.answer], note=d.reply) for d in got])
        done += got
    _complain(done, email)
    return sum(d.answer == "sent" for d in done)


def _complain(done: Sequence[Delivery], email: EmailTable) -> None:
    """Raise what keeps the mail from being delivered, the gravest first."""
    for answer, kind, advice in (
        ("refused", DeliveryRefused, "mend the address or [email], then `briefing send --resend`"),
        ("unknown", TryAgain, "it may have arrived; `briefing send --resend` sends it once more"),
        ("deferred", TryAgain, "nothing was taken; the next run, or `briefing send`, tries again"),
    ):
        found = [d for d in done if d.answer == answer]
        if found:
            who = ", ".join(dict.fromkeys(d.recipient for d in found))
            raise kind(f"mail to {who} by {email.smtp}: {found[0].reply} – {advice}")


def doubtful(base: sqlite3.Connection, day: date) -> Iterator[str]:
    """Mails that a run handed over and did not live to hear of, each told once."""
    for one in mailings(base, day - timedelta(days=OWED_DAYS)):
        if one.state == "sending" and one.note is None:
            note(base, [replace(one, note=UNHEARD)])
            way = "`briefing send --resend` sends it once more"
            yield f"{one.edition}: mail to {one.recipient}: {UNHEARD} – {way}"


def server_of(email: EmailTable, env: Mapping[str, str] = os.environ) -> Server:
    """The mail server with its password. Raises ConfigError when the password is not where it should be."""
    host, _, port = email.smtp.rpartition(":")
    password = _password(email, env)
    username = email.username or parseaddr(email.sender)[1]
    security = email.security
    return Server(host.strip("[]"), int(port), security, username, password)  # type: ignore[arg-type]


def _password(email: EmailTable, env: Mapping[str, str]) -> str | None:
    if email.password_env:
        if not env.get(email.password_env):
            raise ConfigError(
                f"[email] password_env: ${email.password_env} is not set; set it for this command"
            )
        return env[email.password_env]
    if email.password_file:
        try:
            return Path(email.password_file).read_text("utf-8").strip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigError(
                f"[email] password_file: {email.password_file}: cannot be read: {error}"
            ) from None
    return None
