"""Brief → brief.eml: a whole message of text and HTML, the same bytes every time (RFC 5322, 2045, 2046).

The stdlib's older MIME classes and `Header` do the encoding: unlike `EmailMessage`, they fold alike in every
Python version, so that a mail can be made again and compared years later. No header can be injected:
whatever goes into one is first brought on one line, without control characters.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime, time
from hashlib import sha256
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from briefing.errors import UsageError
from briefing.model import Brief
from briefing.render.escape import plain
from briefing.render.templates import subject

if TYPE_CHECKING:
    from email.mime.base import MIMEBase

WIDTH = 76  # characters of an encoded line (RFC 2045, 6.7) and of a folded header
_SENDER = "Briefing <briefing@briefing.invalid>"
_NOBODY = "undisclosed-recipients:;"
_DOMAIN = "briefing.invalid"  # never resolves (RFC 2606), so that nothing claims to come from a real host
# No longer than a line may be (RFC 5322, 2.1.1), and nothing in it that ends the brackets around it.
_LINK = re.compile(r"(https|mailto):[\x21-\x3b\x3d\x3f-\x7e]{1,900}")
_PLACE = r"[!#-'*+\-./0-9=?A-Z^_`a-z{|}~]{1,64}@[A-Za-z0-9.-]{1,250}"
_ADDRESS = re.compile(
    rf"(?P<name>[^<>\x00-\x1f\x7f-\x9f\u2028\u2029]{{0,200}})<(?P<named>{_PLACE})>|(?P<bare>{_PLACE})"
)
# Printable ASCII that no reader takes for an encoded word, in words that can be folded. A word ends at a
# space or the end, so that a line can be read in one way only and a long one costs no more than its length.
_BARE = re.compile(r"(?!.*=\?)(?:[\x21-\x7e]{1,60}(?: |$))*")


def message(brief: Brief, text: str, html: str, digest: str) -> str:
    """The message with these two bodies, the text first. Pure ASCII, lines ended by CR LF.

    Raises UsageError when the template of the subject fails or an address is none.
    """
    from email import policy
    from email.mime.multipart import MIMEMultipart

    # "=_" stands in no quoted-printable body.
    whole = MIMEMultipart("alternative", boundary=f"=_{digest[:32]}")
    for name, value in _headers(brief, digest):
        whole[name] = value
    whole.attach(_part(text, "plain"))
    whole.attach(_part(html, "html"))
    return whole.as_bytes(policy=policy.compat32.clone(linesep="\r\n")).decode("ascii")


def _headers(brief: Brief, digest: str) -> list[tuple[str, str]]:
    """Names and values of the message's own headers, encoded and folded."""
    label = slug(brief.title)
    return [
        ("From", _addresses([brief.mail.sender or _SENDER])),
        ("To", _addresses(brief.mail.to) or _NOBODY),
        ("Subject", _words(subject(brief))),
        ("Date", _date(brief)),
        ("Message-ID", f"<{brief.day.isoformat()}.{digest[:24]}@{_DOMAIN}>"),
        ("List-Id", f"<{label}.{_DOMAIN}>"),
        *_unsubscribe(brief.mail.unsubscribe),
        ("Auto-Submitted", "auto-generated"),  # RFC 3834: no holiday replies
        ("Precedence", "bulk"),
    ]


def _words(text: str) -> str:
    """Free text as a header's value: as it is, or as encoded words (RFC 2047)."""
    from email.header import Header

    line = plain(text)
    charset = "us-ascii" if _BARE.fullmatch(line) else "utf-8"
    return Header(line, charset, maxlinelen=WIDTH, header_name="Subject").encode(linesep="\n")


def _addresses(listed: Iterable[str]) -> str:
    """Addresses, each on a line of its own, the names before them encoded where they must be."""
    from email.utils import formataddr

    found = []
    for one in listed:
        match = _ADDRESS.fullmatch(one.strip())
        if match is None:
            raise UsageError(f"{one!r} is no mail address; write name@example.org or Name <name@example.org>")
        found.append(formataddr(((match["name"] or "").strip(' "'), match["named"] or match["bare"])))
    return ",\n ".join(found)


def _unsubscribe(listed: Iterable[str]) -> list[tuple[str, str]]:
    """RFC 2369, and RFC 8058 when there is a page to post to."""
    links = list(listed)
    for link in links:
        if not _LINK.fullmatch(link):
            raise UsageError(f"{link!r} is no address to unsubscribe at; write https://… or mailto:…")
    if not links:
        return []
    found = [("List-Unsubscribe", ",\n ".join(f"<{link}>" for link in links))]
    if any(link.startswith("https:") for link in links):
        found.append(("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))
    return found


def _date(brief: Brief) -> str:
    """The start of the brief's day in its zone: never in the future, and no clock is asked."""
    from email.utils import format_datetime

    return format_datetime(datetime.combine(brief.day, time(), ZoneInfo(brief.timezone)))


def slug(title: str) -> str:
    """A title as the label of a domain name; one without Latin letters is told apart by its hash."""
    folded = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    label = "-".join(re.findall("[a-z0-9]+", folded))[:40].strip("-")
    return label or f"brief-{sha256(title.encode()).hexdigest()[:8]}"


def _part(body: str, kind: str) -> "MIMEBase":
    from email.charset import QP, Charset
    from email.mime.text import MIMEText

    quoted = Charset("utf-8")
    quoted.body_encoding = QP
    part = MIMEText(body, kind, quoted)  # type: ignore[arg-type]  # typeshed knows names of charsets only
    del part["MIME-Version"]  # said once, by the whole
    return part
