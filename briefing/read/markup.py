"""Markup made safe to parse: lxml drops, without a word, whatever lies deeper than 255 elements."""

import re
from typing import NamedTuple

MAX_DEPTH = 200
# Elements that end by themselves when the next one begins, or hold nothing: they do not grow deeper.
FLAT = (
    "area",
    "base",
    "br",
    "col",
    "dd",
    "dt",
    "embed",
    "hr",
    "img",
    "input",
    "li",
    "link",
    "meta",
    "option",
    "p",
    "source",
    "td",
    "th",
    "tr",
    "track",
    "wbr",
)
MAX_ATTRIBUTES = 20_000  # characters; more is an embedded picture or an attack, and costs quadratic time
PIECE = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style)\b.*?(?:</(?P=raw)\s*>|\Z)"
    r"|<(?P<close>/?)(?P<name>[a-z][^\s/<>]*)(?P<rest>[^<>]*)>",
    re.I | re.S,
)
OPEN_TITLE = re.compile(r"(<title\b[^<>]*>[^<]*)", re.I)


class Markup(NamedTuple):
    """`text` to parse, about how many characters of it are words to read, and how many tags it has."""

    text: str
    words: int
    tags: int


def shallow(markup: str) -> Markup:
    """The same page without the tags beyond MAX_DEPTH, its text untouched, in one linear pass."""
    closed = markup if "</title" in markup.lower() else OPEN_TITLE.sub(r"\1</title>", markup, count=1)
    kept: list[str] = []
    depth = at = last = words = tags = 0
    for piece in PIECE.finditer(closed):
        words += len(closed[last : piece.start()].strip())
        last = piece.end()
        nests, opens = _nests(piece), not piece["close"]
        depth += nests and opens
        instead = None
        tags += 1
        if nests and depth > MAX_DEPTH:
            instead, tags = " ", tags - 1
        elif len(piece["rest"] or "") > MAX_ATTRIBUTES:
            instead = f"<{piece['name']}>"
        if instead:
            kept += (closed[at : piece.start()], instead)
            at = last
        depth = max(0, depth - (nests and not opens))
    words += len(closed[last:].strip())
    return Markup("".join((*kept, closed[at:])), words, tags)


def _nests(piece: re.Match[str]) -> bool:
    name = piece["name"]
    return bool(name) and name.lower() not in FLAT and not piece["rest"].endswith("/")
