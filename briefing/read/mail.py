"""A mail, such as a newsletter → its one article: the words of the body, and what its headers say of it.

The stdlib's older policy (`compat32`) is used: it notes defects where the newer one raises half a dozen
kinds of errors on broken headers. Attachments, calendars and pictures are not read.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.errors import InputError
from briefing.model import Article, Furniture, Raw, Span
from briefing.read.decode import decode
from briefing.read.fields import described, identified
from briefing.read.headers import header, sender
from briefing.read.headline import headline
from briefing.read.html import letter
from briefing.read.quoted import quoted

if TYPE_CHECKING:
    from email.message import Message

    Part = Message[str, str]

MAX_PARTS = 200  # of one message; newsletters have two to ten
MAX_DEPTH = 20
MAX_HEAD = 200_000  # bytes of headers; a mail that came a long way has 20,000


@dataclass(frozen=True, slots=True)
class Body:
    """Words to be read, notes, kinds of parts that were passed over, paragraphs that are headings."""

    text: str = ""
    notes: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    headings: frozenset[str] = frozenset()

    def __add__(self, other: "Body") -> "Body":
        text = "\n\n".join(filter(None, (self.text, other.text)))
        headings = self.headings | other.headings
        return Body(text, self.notes + other.notes, self.passed + other.passed, headings)

    @property
    def words(self) -> int:
        """How many words it has, addresses not counted."""
        return sum("://" not in word for word in self.text.split())


def mail(raw: Raw) -> Iterator[Article]:
    """The one article of a message. Raises InputError for one without text."""
    message = _parsed(raw)
    body = _body(message, raw.origin)
    if not body.text:
        kinds = ", ".join(dict.fromkeys(body.passed))
        raise InputError(raw.origin, f"a message without text ({kinds or 'empty'})")
    left = ", ".join(dict.fromkeys(kind for kind in body.passed if not kind.startswith("image/")))
    notes = body.notes + ((f"not read of this message: {left}",) if left else ())
    article = Article("", body.text, origin=raw.origin, notes=tuple(dict.fromkeys(notes)))
    yield _apart(_described(message, article), body.headings)


def _described(message: "Part", bare: Article) -> Article:
    source, spoof = sender(message)
    fields = {
        "title": header(message, "Subject"),
        "source": source,
        "url": (header(message, "Archived-At") or "").strip("<> "),
        "published": header(message, "Date"),
        "language": (header(message, "Content-Language") or "").partition(",")[0],
    }
    key = (header(message, "Message-ID") or "").strip("<> ")
    return identified(headline(described(replace(bare, id=key, notes=bare.notes + spoof), fields)))


def _apart(article: Article, headings: frozenset[str]) -> Article:
    """`article` with its headings and what stands in it besides its own words set aside."""
    title = [article.title_span] if article.title_span else []
    taken = [*title, *(piece.span for piece in article.head)]
    found = [*article.head]
    for piece in (*quoted(article.text), *_crossheads(article.text, headings)):
        if not any(piece.span.overlaps(span) for span in taken):
            found.append(piece)
            taken.append(piece.span)
    return replace(article, head=tuple(sorted(found, key=lambda piece: piece.span)))


def _crossheads(text: str, headings: frozenset[str]) -> Iterator[Furniture]:
    at = 0
    for block in text.split("\n\n") if headings else []:
        if block in headings:
            yield Furniture(Span(at, at + len(block)), "crosshead")
        at += len(block) + 2


def _parsed(raw: Raw) -> "Part":
    from email import message_from_bytes

    head = len(raw.data.replace(b"\r\n", b"\n").partition(b"\n\n")[0])
    if head > MAX_HEAD:
        raise InputError(raw.origin, f"a mail with {head} bytes of headers, more than {MAX_HEAD}: not read")
    try:
        return message_from_bytes(raw.data)
    except ValueError:  # RFC 2231 lets a boundary have a charset, with a NUL in it
        raise InputError(raw.origin, "a mail whose parts have no readable boundary: damaged") from None
    except RecursionError:
        raise InputError(raw.origin, "a mail whose parts lie too deep inside each other: not read") from None


def _body(part: "Part", origin: str, depth: int = 0) -> Body:
    """What is to be read of a part: of alternatives the one that says most, of others all their text."""
    if depth > MAX_DEPTH:
        raise InputError(origin, f"a mail with parts more than {MAX_DEPTH} deep: not read")
    kind = part.get_content_type()
    if part.get_content_disposition() == "attachment":
        return Body(passed=(kind,))
    if kind in ("text/plain", "text/html"):
        return _text(part, kind, origin)
    if not part.is_multipart():
        return Body(passed=(kind,))
    children = list(part.get_payload())
    if len(children) > MAX_PARTS:
        raise InputError(origin, f"a mail of {len(children)} parts, more than {MAX_PARTS}: not read")
    bodies = [_body(child, origin, depth + 1) for child in children if not isinstance(child, str)]
    if kind == "multipart/alternative":
        return _fullest(bodies)
    if kind == "multipart/related":  # the page, then what it shows (RFC 2387)
        return next((body for body in bodies if body.text), Body())
    return sum(bodies, Body())


def _fullest(bodies: list[Body]) -> Body:
    """Of alternatives the last of those with most words: RFC 2046 puts the richest last."""
    best = max(reversed(bodies), key=lambda body: body.words, default=Body())
    return replace(best, passed=tuple(kind for body in bodies for kind in body.passed))


def _text(part: "Part", kind: str, origin: str) -> Body:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    if not data.strip():
        return Body()
    encoding = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    if encoding == "base64" and part.defects:
        raise InputError(origin, "its text says that it is base64, and is not: damaged")
    decoded = decode(Raw(data, origin, charset=_charset(part)))
    if kind == "text/plain":
        return Body(decoded.text.strip(), decoded.notes)
    page = letter(decoded.text, origin)
    return Body(page.text, decoded.notes + page.notes, headings=page.headings)


def _charset(part: "Part") -> str | None:
    """The declared charset; `None` for one that is not even a name."""
    try:
        label = part.get_content_charset()
    except ValueError:  # RFC 2231 lets a charset's name have a charset, with a NUL in it
        return None
    return label if label and label.isascii() and len(label) <= 40 and "\0" not in label else None
