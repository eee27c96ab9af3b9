"""The nouns. Frozen and slotted: a stage returns a new noun, it never edits one.

Offsets are Python character offsets into `Article.text`. Inside one article's
findings a place is a `Span`; in a brief, where articles meet, it is a `Quote`.
A name, a role or a speaker is a place too: words leave an article only by slicing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Literal

Stance = Literal["denied", "rejected", "disputed", "declined_to_comment", "no_response"]
Certainty = Literal["explicit", "implied"]
Kind = Literal["person", "organisation", "place"]
StepKind = Literal["scheduled", "commitment", "demand", "pending"]
Status = Literal["new", "developed", "corrected"]


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

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]

    @property
    def sha256(self) -> str:
        """Hex SHA-256 of the text's UTF-8."""
        return sha256(self.text.encode()).hexdigest()


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

    def text(self, sentence: Sentence) -> str:
        """The sentence's words."""
        return self.article[sentence.span]


@dataclass(frozen=True, slots=True)
class Lead:
    """A sentence as the ranker sees it. `why`: named feature → its share of the score, largest first."""

    span: Span
    score: float
    why: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something named. `name`: the fullest name; `shows`: the words to print (name with role)."""

    name: Span
    kind: Kind
    role: Span | None
    shows: Span
    mentions: int


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is named; `entity` is an index into `Cast.entities`."""

    span: Span
    entity: int


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is named in a document: entities, most important first, and every mention in reading order."""

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what, in one sentence (`span`).

    `source`, `cue`, `content`: the words that name the speaker, report the speech, and are the speech;
    source and cue may stand in another sentence. `speaker`: the fullest name the article gives.
    `quoted`: the content is direct speech, wholly or in part.
    """

    span: Span
    speaker: Span | None
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    quoted: bool
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Denial:
    """A sentence in which somebody contradicts, waves away or will not answer a claim.

    `claim`: where the claim is stated, or `None` when unsure. `evidence`: the words that made the finding.
    """

    span: Span
    speaker: Span | None
    stance: Stance
    certainty: Certainty
    cue: Span | None
    claim: Span | None
    rule: str = ""
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Allegation:
    """A claim against a named party that calls for an answer. `answers`: indices into the denials."""

    span: Span
    about: Span
    by: Span | None
    answers: tuple[int, ...]
    rule: str = ""
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class When:
    """A time expression; `date` is ISO `YYYY[-MM[-DD]]`, `None` when it cannot be resolved."""

    span: Span
    date: str | None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class NextStep:
    """Something scheduled, promised, demanded or pending. `when`: the time words; `date` as in `When`."""

    span: Span
    actor: Span | None
    kind: StepKind
    when: Span | None
    date: str | None
    rule: str = ""
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found in one article, uncapped.

    `language`: the code it was read in. `lexicon`: whether that language has cue words; without them the
    article is ranked only. `ranked`: every sentence, best first; `summary`: the first N in reading order.
    """

    document: Document
    language: str
    lexicon: bool
    ranked: tuple[Lead, ...]
    summary: tuple[Lead, ...]
    who: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    allegations: tuple[Allegation, ...] = ()
    denials: tuple[Denial, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
    dates: tuple[When, ...] = ()

    @property
    def article(self) -> Article:
        """The article that all spans here point into."""
        return self.document.article


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """A place in an article: a pointer that stays true when articles meet."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line. `quote` is the words; all else is a margin note, itself a pointer or a plain value.

    `see`: the key of the section that already prints these words, so that this line only points to them.
    `unanswered`: an allegation that nobody in the story answers. `also`: other places that say the same.
    """

    quote: Quote
    rule: str
    score: float | None = None
    name: Quote | None = None
    role: Quote | None = None
    speaker: Quote | None = None
    stance: Stance | None = None
    certainty: Certainty | None = None
    claim: Quote | None = None
    when_date: str | None = None
    also: tuple[Quote, ...] = ()
    see: str | None = None
    unanswered: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A block of lines; `key` is its name in the registry, `heading` is in the brief's language."""

    key: str
    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One story of the brief, told by one or more articles. `headline` is the title of that article."""

    id: str
    status: Status
    headline: str
    headline_article: str
    articles: tuple[str, ...]
    reported_by: tuple[str, ...]
    sections: tuple[Section, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Also:
    """A story that is only listed."""

    headline: str
    article: str
    source: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be used, and why."""

    input: str
    reason: str


@dataclass(frozen=True, slots=True)
class Brief:
    """A whole brief and the articles its quotes point into (`texts`, by article id)."""

    title: str
    day: date
    timezone: str
    language: str
    stories: tuple[Story, ...]
    also: tuple[Also, ...]
    sections: tuple[Section, ...]
    articles: tuple[Article, ...]
    held: int
    failed: tuple[Failure, ...]
    texts: Mapping[str, Article] = field(repr=False)

    def words(self, quote: Quote) -> str:
        """The words a quote points at."""
        return self.texts[quote.article][quote.span]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verification says of one printed line."""

    where: str
    verbatim: bool
    reason: str = ""
