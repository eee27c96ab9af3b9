"""A story as it is gathered: the articles that tell it, and the copies that were left out for them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from briefing.model.article import Article, Span
from briefing.model.findings import Findings

Sameness = Literal["same address", "same id", "same text"]


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that is the same as another and was left out: a reprint, a shortened or an earlier version.

    `of`: the id of the article that is kept. `why`: what gave it away. `added`: sentences that only the kept
    article has (places in its text). `gone`: sentences that only this copy has (places in its own text).
    """

    article: Article
    of: str
    why: Sameness
    added: tuple[Span, ...] = ()
    gone: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that tell one story, the one that says most of what all say first; a sequence of findings.

    Each is a text of its own, so their number counts independent reports: what one outlet took from another,
    or several from one agency, is among the `copies`. `id` stays the same when the story is told again later.
    `articles` may be a shelf that makes each findings anew: take them into a tuple before many looks.
    """

    id: str
    articles: Sequence[Findings]
    copies: tuple[Copy, ...] = ()

    def __iter__(self) -> Iterator[Findings]:
        return iter(self.articles)

    def __len__(self) -> int:
        return len(self.articles)

    def __getitem__(self, index: int) -> Findings:
        return self.articles[index]

    @property
    def sources(self) -> tuple[str, ...]:
        """Every outlet that carried the story, also those that only reprinted it, each once."""
        articles = [f.article for f in self.articles] + [copy.article for copy in self.copies]
        return tuple(dict.fromkeys(article.source for article in articles if article.source))
