"""What the headers of a mail say, decoded, in one line each: nothing in them may start another line."""

import codecs
import re
from typing import TYPE_CHECKING

from briefing.read.decode import detected

if TYPE_CHECKING:
    from email.message import Message

    Part = Message[str, str]

LONGEST = 2_000  # characters; a longer header is no title and no name
_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\\s]+")
_PHRASE = re.compile(r'\s*"?([^"<>]{2,100}?)"?\s*<')
# What mail is written in; the rest of Python's codecs (UTF-7, IDNA, escapes) are no charset of a mail.
_CHARSETS = ("utf-8", "ascii", "iso", "cp", "windows", "koi8", "gb", "big5", "euc", "shift", "mac", "tis")


def header(message: "Part", name: str) -> str | None:
    """The first header of that name, its bytes and encoded words (RFC 2047) decoded; `None` without one."""
    for key, value in message.raw_items():
        if key.lower() == name.lower():
            return _line(_words(_characters(value)))
    return None


def sender(message: "Part") -> tuple[str | None, tuple[str, ...]]:
    """The name of who sent it: as From has it, else the list's, else the address's host; and a note.

    A name that is another address ("Courier <editor@courier.example>" <x@evil.example>) is not believed.
    """
    from email.utils import parseaddr

    written = next((value for key, value in message.raw_items() if key.lower() == "from"), "")
    name, address = parseaddr(_line(_characters(written)) or "")
    said = _line(_words(name))
    host = address.rpartition("@")[2] or None
    if said and "@" in said:
        return host, (f"the sender calls itself {said!r}; taken by its address",)
    phrase = _PHRASE.match(header(message, "List-Id") or "")
    return said or (phrase and phrase[1]) or host, ()


def _line(text: str) -> str | None:
    return _BREAKS.sub(" ", text).strip() or None if len(text) <= LONGEST else None


def _characters(value: str) -> str:
    """A header's bytes as characters: UTF-8, or what its letters suggest (RFC 6532 allows only the first)."""
    data = str(value).encode("utf-8", "surrogateescape")
    try:
        return data.decode()
    except UnicodeDecodeError:
        found = detected(data)
        return found[0] if found else data.decode(errors="replace")


def _words(text: str) -> str:
    from email.errors import HeaderParseError
    from email.header import decode_header

    if "=?" not in text or len(text) > LONGEST:
        return text
    try:
        return "".join(_piece(piece, charset) for piece, charset in decode_header(text))
    except HeaderParseError:  # base64 that is none: as it is written
        return text


def _piece(piece: bytes | str, charset: str | None) -> str:
    if isinstance(piece, str):
        return piece
    if charset is None:  # what stands between encoded words, which the parser turned to bytes
        return piece.decode("raw-unicode-escape", "replace")
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):  # no charset, or no name at all
        name = "utf-8"
    return piece.decode(name if name.startswith(_CHARSETS) else "ascii", "replace")
