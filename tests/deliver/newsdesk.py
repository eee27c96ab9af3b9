"""A mail server on this machine for tests: it takes, refuses, waits or hangs up as it is told."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from briefing.deliver.smtp import Server

LIST = ("first@example.org", "second@example.org")


@dataclass
class Newsdesk:
    """A mail server that takes, refuses, waits or hangs up as it is told."""

    mode: str = "ok"
    kept: list[bytes] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802 – aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """The first recipient is not taken in two of the modes."""
        if address == LIST[0] and self.mode in ("reject", "greylist"):
            return "550 5.1.1 no such user" if self.mode == "reject" else "451 4.7.1 later\x1b[31m"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """What comes after the text."""
        if self.mode == "tempfail":
            return "451 4.3.0 try again"
        if self.mode == "slow":
            await asyncio.sleep(5)
        self.kept.append(envelope.original_content or b"")
        if self.mode == "drop-data":
            assert server.transport
            server.transport.abort()
        return "250 OK queued"


class Dropping(SMTP):
    """Hangs up at or in the text."""

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802
        """One of two ways to lose a connection."""
        assert self.transport
        if self.event_handler.mode == "drop-mid-data":
            await self.push("354 go")
            await self._reader.read(8)
        self.transport.abort()


@contextmanager
def running(desk: Newsdesk, **options: object) -> Iterator[Server]:
    """The desk at a free port of this machine."""

    class Here(Controller):
        def factory(self) -> SMTP:
            kind = Dropping if desk.mode in ("drop-at-data", "drop-mid-data") else SMTP
            return kind(desk, **options)

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    here = Here(desk, hostname="127.0.0.1", port=port)
    here.start()
    try:
        yield Server("127.0.0.1", port, "none", timeout=1.0)
    finally:
        here.stop()
