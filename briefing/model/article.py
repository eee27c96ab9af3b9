"""An article: as gathered, as read, and as a document of sentences with its furniture set aside."""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Literal

Release = Literal["usable", "withheld", "withdrawn"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open character range `[start, end)`."""

    start: int
    end: int

    def __contains__(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Raw:
    """Bytes as gathered. `origin` is a path, URL or `-`; the rest is what the carrier declared."""

    data: bytes
    origin: str
    media_type: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch set aside as not part of the story, and the name of the rule that says so."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read.

    `text` is the decoded input (extracted, for HTML) and is never edited. `title_span` is where
    the title stands in `text`, when it does. `head` is what the reader set aside: byte order mark,
    front matter, headline. `published` is a date, or a datetime where the time is known.
    `language` is the declared code, `None` when undeclared. `origin` is the input it came from.
    `notes`: what the reader had to decide and the user should know, one line each.
    `release`: whether it may be published at all. `embargo`: not before then (in no zone: in the brief's).
    """

    id: str
    text: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    author: str | None = None
    published: date | None = None
    language: str | None = None
    title_span: Span | None = None
    head: tuple[Furniture, ...] = ()
    origin: str = ""
    notes: tuple[str, ...] = ()
    release: Release = "usable"
    embargo: datetime | None = None

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]

    @property
    def sha256(self) -> str:
        """Hex SHA-256 of the text's UTF-8."""
        return sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Pointer:
    """A web address that an input gives instead of the text there: a feed's entry, or a feed in a list.

    `to`: what is said to be there; the content, once fetched, decides. `url` is http or https, and not
    checked for more. `origin` is the input that names it. The rest is what the input knows already, and fills
    what the page does not say. `article`: the text as far as the input has it (a teaser), ready to be used as
    it is when nothing is fetched; `None` when there is no word of it.
    """

    url: str
    origin: str
    to: Literal["page", "feed"] = "page"
    id: str = ""
    title: str | None = None
    source: str | None = None
    author: str | None = None
    published: date | None = None
    language: str | None = None
    article: Article | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the story: its place in reading order, its span, and the number of its paragraph."""

    index: int
    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its story's sentences and the furniture set aside.

    Sentences and furniture are ordered, disjoint, and together cover every non-space character.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    furniture: tuple[Furniture, ...]

    def __hash__(self) -> int:
        # All that is asked as well would be hashed: a tenth of a millisecond for what the text tells.
        return hash(self.article.text)

    def text(self, sentence: Sentence) -> str:
        """The sentence's words."""
        return self.article[sentence.span]
