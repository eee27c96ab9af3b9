"""What a value of briefing.toml must be, beyond its type: each check returns what is wrong, or None."""

import re
from datetime import date
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from briefing.errors import BriefingError
from briefing.lang.labels import labels
from briefing.render.templates import subject_line

EDITION = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")
HOST = re.compile(r"[A-Za-z0-9_.:\-\[\]]+")


def zone(value: str) -> str | None:
    """An IANA time zone."""
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "is no time zone; use an IANA name such as Europe/London"
    return None


def language(value: str) -> str | None:
    """A language that has words for a brief."""
    try:
        labels(value)
    except BriefingError as error:
        return str(error)
    return None


def subject(value: str) -> str | None:
    """A template of a mail's subject that can be filled."""
    try:
        subject_line(value, "Daily brief", "Dam breaks", date(2026, 1, 1), "en")
    except BriefingError as error:
        return str(error)
    return None


def pattern(value: str) -> str | None:
    """A regular expression."""
    try:
        re.compile(value)
    except re.error as error:
        return f"is no regular expression: {error}"
    return None


def web(value: str) -> str | None:
    """A web address that names no secret."""
    try:
        parts = urlsplit(value)
    except ValueError:
        return "is no web address"
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return "is no web address; it begins with https:// or http://"
    return "names a password; secrets are not written here" if parts.password else None


def place(value: str) -> str | None:
    """A web address, or a file."""
    return web(value) if "://" in value else filled(value)


def edition(value: str) -> str | None:
    """A name that can end a folder's name."""
    return None if EDITION.fullmatch(value) else "is no edition's name; use small letters, digits and hyphens"


def filled(value: str) -> str | None:
    """Some word."""
    return None if value.strip() else "is empty"


def address(value: str) -> str | None:
    """A mail address, with or without a name."""
    if "\n" in value or "\r" in value or not re.search(r"[^\s<>@]+@[^\s<>@]+", value):
        return "is no mail address; write Name <name@example.org>"
    return None


def server(value: str) -> str | None:
    """HOST:PORT."""
    host, _, port = value.rpartition(":")
    good = HOST.fullmatch(host) and port.isascii() and port.isdigit() and 0 < int(port) < 65536
    return None if good else "is no HOST:PORT, such as smtp.example.org:587"


def host(value: str) -> str | None:
    """A bare host name or address."""
    return None if HOST.fullmatch(value) else "is no host name; write it without https:// and path"


def unsubscribe(value: str) -> str | None:
    """Where a reader can leave the list."""
    return None if value.startswith(("https://", "mailto:")) else "must begin with https:// or mailto:"
