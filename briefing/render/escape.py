"""The only place where an article's words meet a markup language.

A rendering may fold white space and drop control and bidirectional characters, nothing else;
whatever could be read as structure is written so that the reader sees the very same character.
"""

import re
from urllib.parse import quote, urlsplit

# C0, DEL and C1, and Unicode's Bidi_Control property.
CONTROLS = "\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROL = re.compile(f"[{CONTROLS}]")
# The same without white space: they go first, lest the fold leave a space at the start of a block.
_DROPPED = re.compile(rf"(?!\s)[{CONTROLS}]")
# Backslash escapes that CommonMark, GFM and Python-Markdown share; the rest has to be an entity.
_PUNCTUATION = re.compile(r"[\\`*_{}\[\]#]")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "~": "&#126;", "|": "&#124;"}
_ENTITY = re.compile("[<>~|]")
_AMPERSAND = re.compile(r"&(?=#?\w+;)")
# At the start of a block these are a list, a rule, a setext underline or a definition.
_START = re.compile(r"^(?:([-+=:])|(\d{1,9})([.)])(?=\s|$))")
# A bare address becomes a link in GFM and in many editors: no dot before a domain, no colon after a scheme.
_DOMAIN_DOT = re.compile(r"(?<=\w)\.(?=[^\W\d_]{2})|(?<=[wW]{3})\.")
_SCHEME = re.compile(r":(?=//)|(?<=mailto):|(?<=xmpp):", re.IGNORECASE)
_SLASHES = re.compile(r"//+")
_IN_URL = "/:?&=%+,@~-._!$"
# GFM looks for mail addresses after it has undone every escape; only code keeps them from becoming links.
_RUN = re.compile(r"[\w.+:/@-]+")


def plain(text: str) -> str:
    """The text on one line, without control and bidirectional characters: safe on a terminal."""
    return " ".join(_DROPPED.sub("", text).split())


def markdown(text: str) -> str:
    """The text as Markdown without structure, that says the same in CommonMark, GFM and Python-Markdown."""
    text, done, at = plain(text), "", 0
    for run in _RUN.finditer(text):
        if address := _address(run[0]):
            done += _escape(text[at : run.start()]) + f"`{address}`"
            at = run.start() + len(address)
    return _START.sub(_start, done + _escape(text[at:]))


def _address(run: str) -> str:
    """The part of an unbroken run that GFM could take for a mail address, or nothing."""
    for part in (run.rstrip(".:/+"), run):
        if "." in part.partition("@")[2]:
            return part
    return ""


def _start(match: re.Match[str]) -> str:
    sign, number, stop = match.groups()
    if number:
        return f"{number}\\{stop}"
    return f"&#{ord(sign)};" if sign in "=:" else f"\\{sign}"


def _escape(text: str) -> str:
    text = _AMPERSAND.sub("&amp;", text)
    text = _PUNCTUATION.sub(lambda m: "\\" + m[0], text)
    text = _ENTITY.sub(lambda m: _ENTITIES[m[0]], text)
    text = _DOMAIN_DOT.sub(r"\\.", text)
    text = _SCHEME.sub("&#58;", text)
    text = _SLASHES.sub(lambda m: "&#47;" * len(m[0]), text)
    return text.replace("@", "&#64;")


def link(url: str | None) -> str | None:
    """The address as it may stand in a link of any format, or None when it must not become one.

    Only http and https with a host and without a user name (`https://bank.example@evil.example`);
    every character that means something to HTML or Markdown is percent-encoded (RFC 3986).
    """
    address = (url or "").strip()
    if _CONTROL.search(address) or len(address.split()) != 1:
        return None
    try:
        return _link(address)
    except ValueError:  # a port that is no number, brackets that hold no address, a host no domain can have
        return None


def _link(address: str) -> str | None:
    parts = urlsplit(address)
    host = (parts.hostname or "").encode("idna").decode()
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or not re.fullmatch(r"[\w.-]+", host):
        return None
    port = f":{parts.port}" if parts.port else ""
    tail = ((mark, quote(part, safe=_IN_URL)) for mark, part in zip("/?#", parts[2:], strict=True))
    return f"{parts.scheme}://{host}{port}" + "".join(
        part if mark == "/" else mark + part for mark, part in tail if part
    )
