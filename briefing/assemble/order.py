"""In which order stories stand, and the reasons that can be told."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from briefing.model import Findings, Group


class Standing(NamedTuple):
    """Why a story stands where it stands; every figure counts, the first most.

    `independent`: sources with a text of their own. `outlets`: all that carried it, reprints with them.
    `newest`: day of the latest report. `answered`: articles in which somebody answers a claim.
    """

    independent: int
    outlets: int
    newest: date | None
    answered: int

    @property
    def key(self) -> tuple[int, int, int, int]:
        """Sorts the most important story first."""
        return -self.independent, -self.outlets, -(self.newest or date.min).toordinal(), -self.answered

    def __str__(self) -> str:
        return (
            f"independent sources {self.independent}, outlets {self.outlets}, "
            f"newest {self.newest or 'undated'}, articles with an answer {self.answered}"
        )


def standing(found: Sequence[Findings], outlets: int) -> Standing:
    """The standing of a story told by these articles and carried by so many outlets."""
    days = [date.fromordinal(f.article.published.toordinal()) for f in found if f.article.published]
    return Standing(
        independent=len({f.article.source or f.article.id for f in found}),
        outlets=max(outlets, 1),
        newest=max(days, default=None),
        answered=sum([bool(f.denials) for f in found]),
    )


def prominence(story: Group) -> tuple[tuple[int, int, int, int], str]:
    """Sort key of stories, ties by id."""
    return standing(story.articles, len(story.sources)).key, story.id
