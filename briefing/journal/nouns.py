"""What the journal takes and gives."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from briefing.model import Article, Status
from briefing.stories import Told

Outcome = Literal["told", "listed", "duplicate", "held", "dropped", "failed"]


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one version of one article.

    `key`: hash of its source and address. `detail`: the rule that dropped it, the key of which it is a
    duplicate, why it failed. `body`: hash of its story without furniture, None when it was not analysed.
    `article`: the id it has in brief.json. `kept`: the article itself, while it is held.
    """

    key: str
    sha256: str
    source: str
    published: date | None
    outcome: Outcome
    detail: str | None = None
    story: str | None = None
    body: str | None = None
    article: str | None = None
    title: str | None = None
    url: str | None = None
    kept: Article | None = None


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as printed: its story, its section, its article's key and text, its words, all of brief.json."""

    story: str
    section: str
    key: str
    sha256: str
    text: str
    record: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ToldStory:
    """A story as told: `article` is the id of the one that gave the headline."""

    id: str
    status: Status
    headline: str
    article: str


@dataclass(frozen=True, slots=True)
class Entry:
    """All that is recorded of an edition; `digest` is None when nothing was written.

    `mail_to`: to whom it is owed from now on; what was mailed of it before stays as it was.
    """

    name: str
    day: date
    digest: str | None
    rows: tuple[Row, ...]
    stories: tuple[ToldStory, ...] = ()
    lines: tuple[PrintedLine, ...] = ()
    sketches: tuple[Told, ...] = ()
    failed: tuple[tuple[str, str], ...] = ()
    mail_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """A version that the journal knows: in which edition it has which outcome."""

    sha256: str
    body: str | None
    edition: str
    outcome: Outcome
    detail: str | None


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition that the journal knows."""

    name: str
    day: date
    digest: str | None
