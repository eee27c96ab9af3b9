"""What is found in one article. Every place is a `Span` into that article's text."""

from dataclasses import dataclass
from typing import Literal

from briefing.model.article import Article, Document, Span

Stance = Literal["denied", "rejected", "disputed", "declined_to_comment", "no_response"]
Certainty = Literal["explicit", "implied"]
Kind = Literal["person", "organisation", "place"]
StepKind = Literal["scheduled", "commitment", "demand", "pending"]


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

    def __hash__(self) -> int:
        # As of a document: every span in it would be hashed for what its size tells as well.
        return hash((len(self.entities), len(self.mentions)))


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
    """Something scheduled, promised, demanded or pending. `when`: the time words; `date` as in `When`.

    `time`: the time of day, `HH:MM` where the article was written, when a whole date has one.
    """

    span: Span
    actor: Span | None
    kind: StepKind
    when: Span | None
    date: str | None
    rule: str = ""
    evidence: tuple[Span, ...] = ()
    time: str | None = None


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
