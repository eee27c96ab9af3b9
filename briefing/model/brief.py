"""A brief: stories, sections and lines, each line a pointer into an article with its margin notes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from briefing.model.article import Article, Span
from briefing.model.findings import Certainty, Stance
from briefing.model.group import Sameness

Status = Literal["new", "developed", "corrected"]
Sourcing = Literal["named", "anonymous", "document"]


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
    `sourcing`: where the sentence has its news by its own words, None when it does not say so plainly.
    `when_time`: the time of day of `when_date`, `HH:MM`, where one is said.
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
    when_time: str | None = None
    also: tuple[Quote, ...] = ()
    see: str | None = None
    unanswered: bool = False
    sourcing: Sourcing | None = None


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
class Duplicate:
    """An article that was left out because another one (`of`, its id) is the same, and what gave it away."""

    article: str
    title: str | None
    source: str | None
    url: str | None
    of: str
    why: Sameness


@dataclass(frozen=True, slots=True)
class Dropped:
    """An article that is not in the brief, and the name of the rule that says so."""

    input: str
    rule: str


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be used, and why."""

    input: str
    reason: str


@dataclass(frozen=True, slots=True)
class Mail:
    """How the brief is addressed as a mail.

    `sender`, `to`: addresses as RFC 5322 writes them, or none for the invalid ones that `.eml` files stand
    with until somebody sends them. `subject`: a template of `title`, `top_headline` and `date`.
    `unsubscribe`: `https:` or `mailto:` addresses.
    """

    sender: str | None = None
    to: tuple[str, ...] = ()
    subject: str = "{{ title }}{% if top_headline %}: {{ top_headline }}{% endif %} ({{ date }})"
    unsubscribe: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """A whole brief and the articles its quotes point into (`texts`, by article id).

    Every article gathered has one outcome: it is told or listed (`articles`), one of the `duplicates`,
    `dropped` by a rule, `failed`, or among those `held` (only counted, so that nothing of them gets out).
    """

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
    mail: Mail = Mail()
    duplicates: tuple[Duplicate, ...] = ()
    dropped: tuple[Dropped, ...] = ()

    def words(self, quote: Quote) -> str:
        """The words a quote points at."""
        return self.texts[quote.article][quote.span]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verification says of one printed line."""

    where: str
    verbatim: bool
    reason: str = ""
