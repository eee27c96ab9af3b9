"""An article on its way into an edition."""

from dataclasses import dataclass
from hashlib import sha256

from briefing.analyse import Settings
from briefing.journal.nouns import Outcome, Row, Seen
from briefing.model import Article, Findings
from briefing.stories.address import address

KEY_LENGTH = 16
BODY_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Item:
    """An article, the source that carried it, what the journal calls it, and how it is to be analysed."""

    article: Article
    source: str
    key: str
    how: Settings
    seen: tuple[Seen, ...] = ()


def key_of(source: str, article: Article) -> str:
    """What the journal knows an article by: its source, and there its address, or else its id."""
    name = address(article.url) or f"id {article.id}"
    return sha256(f"{source}\n{name}".encode("utf-8", "surrogatepass")).hexdigest()[:KEY_LENGTH]


def body_of(found: Findings) -> str:
    """A hash of the story alone: furniture changes every day and means nothing."""
    words = "\n".join(" ".join(found.article[s.span].split()) for s in found.document.sentences)
    return sha256(words.encode()).hexdigest()[:BODY_LENGTH]


def row(item: Item, outcome: Outcome, detail: str | None = None, **more: str | None) -> Row:
    """What became of an item; the words of a held or dropped one stay out of the record."""
    article = item.article
    public = outcome in ("told", "listed", "duplicate")
    return Row(
        item.key,
        article.sha256,
        item.source,
        article.published,
        outcome,
        detail,
        article=article.id if public else None,
        title=article.title if outcome != "held" else None,
        url=article.url if outcome != "held" else None,
        kept=article if outcome == "held" else None,
        **more,
    )
