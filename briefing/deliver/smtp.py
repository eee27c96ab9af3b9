"""A finished message handed to a mail server (RFC 5321), and what is known of it afterwards.

A client can be sure of three things only: that the server took the message, that it refused it, or that the
message never went out whole. When the connection is lost after the text has begun to flow, nobody can say
(RFC 5321, 4.5.4.1): the answer is then `unknown`, and to send again is for a person to decide.
"""

import re
import smtplib
import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from typing import Literal

Answer = Literal["sent", "refused", "deferred", "unknown"]
Security = Literal["starttls", "tls", "none"]
Begun = Callable[[Sequence[str]], None]  # told who will get the text, before it leaves

TIMEOUT = 60.0  # seconds that one answer may take
READY, STARTS = 250, 354
_PASSING = range(400, 500)  # replies that may be another one tomorrow
_DOT = re.compile(rb"^\.", re.M)
_DATE = re.compile(rb"^Date:[^\r\n]*(\r\n[ \t][^\r\n]*)*", re.M)
_END = b"\r\n.\r\n"


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server. `password`: None when no login is asked for.

    `security`: with `starttls` or `tls` nothing is said before the connection is secret; `none` is for this
    machine. `timeout`: seconds that connecting, or one answer, may take.
    """

    host: str
    port: int
    security: Security = "starttls"
    username: str | None = None
    password: str | None = None
    timeout: float = TIMEOUT


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of the message for one recipient, and the server's words (or why there are none).

    `sent`: the server took it. `refused`: it never will. `deferred`: it did not, and may another time.
    `unknown`: the text went out, and its answer never came.
    """

    recipient: str
    answer: Answer
    reply: str


def dated(message: bytes, when: datetime) -> bytes:
    """The message with the moment of its sending as its date (RFC 5322, 3.6.1); nothing else changes."""
    return _DATE.sub(b"Date: " + format_datetime(when).encode("ascii"), message, count=1)


def transmit(
    message: bytes,
    sender: str,
    recipients: Sequence[str],
    server: Server,
    begun: Callable[[Sequence[str]], None],
) -> list[Delivery]:
    """Hand the message over once, and say what became of it for each recipient, in their order.

    `begun` is called with those whom the server will take it for, when the next thing to leave is the text:
    what it writes down is all that is left if the power fails now. Nothing is tried twice.
    """
    try:
        smtp = _connected(server)
    except (OSError, smtplib.SMTPException) as error:
        return [Delivery(one, *_failed(error)) for one in recipients]
    try:
        return _handed(smtp, message, sender, recipients, begun)
    finally:
        smtp.close()


def reachable(server: Server) -> str | None:
    """Why the server cannot be talked to, None when it can: connects, logs in, sends nothing."""
    try:
        _connected(server).close()
    except (OSError, smtplib.SMTPException) as error:
        return _failed(error)[1]
    return None


def _connected(server: Server) -> smtplib.SMTP:
    """A connection that greeted, is as secret as asked for, and logged in."""
    context = ssl.create_default_context()
    smtp: smtplib.SMTP
    if server.security == "tls":
        smtp = smtplib.SMTP_SSL(server.host, server.port, timeout=server.timeout, context=context)
    else:
        smtp = smtplib.SMTP(server.host, server.port, timeout=server.timeout)
    try:
        if server.security == "starttls":
            smtp.starttls(context=context)
        smtp.ehlo_or_helo_if_needed()
        if server.password is not None and server.username is not None:
            smtp.login(server.username, server.password)
    except (OSError, smtplib.SMTPException):
        smtp.close()
        raise
    return smtp


def _handed(
    smtp: smtplib.SMTP,
    message: bytes,
    sender: str,
    recipients: Sequence[str],
    begun: Begun,
) -> list[Delivery]:
    found: dict[str, tuple[Answer, str]] = {}
    try:
        _expect(smtp.mail(sender), READY)
        for one in recipients:
            code, reply = smtp.rcpt(one)
            if code not in (250, 251):
                found[one] = _said(code, reply)
        takers = [one for one in recipients if one not in found]
        if takers:
            _expect(smtp.docmd("DATA"), STARTS)
    except (OSError, smtplib.SMTPException) as error:
        return [Delivery(one, *found.get(one, _failed(error))) for one in recipients]
    if takers:
        begun(takers)
        found |= dict.fromkeys(takers, _flow(smtp, message))
    return [Delivery(one, *found[one]) for one in recipients]


def _flow(smtp: smtplib.SMTP, message: bytes) -> tuple[Answer, str]:
    """The text itself, and the server's last word."""
    try:
        smtp.send(_DOT.sub(b"..", message.removesuffix(b"\r\n")) + _END)
        code, reply = smtp.getreply()
    except (OSError, smtplib.SMTPException) as error:
        return "unknown", f"the connection was lost before the answer ({_plain(error)})"
    return _said(code, reply)


def _expect(answer: tuple[int, bytes], code: int) -> None:
    if answer[0] != code:
        raise smtplib.SMTPResponseException(*answer)


def _said(code: int, reply: bytes) -> tuple[Answer, str]:
    answer: Answer = "sent" if code == READY else "deferred" if code in _PASSING else "refused"
    return answer, f"{code} {_line(reply.decode('utf-8', 'replace'))}"


def _failed(error: OSError | smtplib.SMTPException) -> tuple[Answer, str]:
    """What an error before the text means: only a server's own "never" is final."""
    if isinstance(error, smtplib.SMTPResponseException):
        reply = error.smtp_error
        return _said(error.smtp_code, reply if isinstance(reply, bytes) else str(reply).encode())
    final = isinstance(error, smtplib.SMTPNotSupportedError | ssl.SSLCertVerificationError)
    return "refused" if final else "deferred", _plain(error)


def _plain(error: Exception) -> str:
    return _line(getattr(error, "strerror", None) or str(error) or type(error).__name__)


def _line(text: str) -> str:
    """A server's words on one line, without what could steer a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:300]
