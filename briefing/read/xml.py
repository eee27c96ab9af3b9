"""XML made safe to parse: what it is, by its first element, and no entity that it declares itself.

Entities of a document's own are how XML grows without end (billion laughs) or reaches for files and
addresses; no feed needs one. What an external DTD declares is never fetched.
"""

import re
from typing import TYPE_CHECKING

from briefing.errors import InputError
from briefing.model import Raw
from briefing.read.decode import decode

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAX_CHARACTERS = 10_000_000
MAX_OPEN = 500  # elements inside each other; a feed with markup in it has thirty
# Atomic: what stands above the root is read in one way only, or white space is tried in every partition.
_PROLOG = (
    rb"(?>\s+|<\?[^>]{0,300}>|<!--.{0,4000}?-->|<!DOCTYPE[^\[>]{0,400}(?:\[[^\]]{0,2000}\]\s*)?>){0,20}+"
)
_ROOT = re.compile(_PROLOG + rb"<(?:\w+:)?([A-Za-z][\w.-]{0,40})[\s/>]", re.S | re.I)
_LOOKS = re.compile(rb"\s*<(?:\?xml|!DOCTYPE)\b", re.I)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_ELEMENT = re.compile(r"<[A-Za-z]")  # a document type has no such thing before its first entity
_DECLARATION = re.compile(r"\A\ufeff?\s*<\?xml\b[^>]*\?>")
_TAG = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<(/?)[A-Za-z][^<>]*?(/?)>", re.S)


def root(start: bytes) -> str | None:
    """The name of the first element, in lower case, of bytes in any encoding; `None` when none is seen."""
    found = _ROOT.match(start.lstrip(b"\xff\xfe\xef\xbb\xbf\0").replace(b"\0", b""))
    return found[1].decode("ascii").lower() if found else None


def looks(start: bytes) -> bool:
    """Whether bytes begin as XML does."""
    return bool(_LOOKS.match(start.lstrip(b"\xff\xfe\xef\xbb\xbf\0").replace(b"\0", b"")))


def safe(raw: Raw) -> tuple[str, tuple[str, ...]]:
    """The characters of an XML file without its XML declaration, and notes. Raises InputError."""
    decoded = decode(raw)
    text = decoded.text
    if len(text) > MAX_CHARACTERS:
        raise InputError(
            raw.origin, f"XML of more than {MAX_CHARACTERS // 1_000_000} million characters: split it"
        )
    if "<!entity" in _ELEMENT.split(_COMMENT.sub("", text), maxsplit=1)[0].lower():
        raise InputError(raw.origin, "XML that declares entities of its own, which can be a bomb: not read")
    if _depth(text) > MAX_OPEN:
        raise InputError(raw.origin, f"XML with more than {MAX_OPEN} elements inside each other: not read")
    return _DECLARATION.sub("", text, count=1), decoded.notes


def _depth(text: str) -> int:
    depth = deepest = 0
    for found in _TAG.finditer(text):
        if found[2] == "":
            depth += -1 if found[1] else 1
            deepest = max(deepest, depth)
    return deepest


def tree(raw: Raw) -> "tuple[Element, tuple[str, ...]]":
    """The root element of a well-formed document, and notes. Raises InputError that names the wrong line."""
    from lxml.etree import XMLParser, XMLSyntaxError, fromstring

    text, notes = safe(raw)
    parser = XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return fromstring(text.strip().encode(), parser), notes
    except XMLSyntaxError as error:
        raise InputError(raw.origin, f"not well-formed XML: {' '.join(str(error.msg).split())}") from None
