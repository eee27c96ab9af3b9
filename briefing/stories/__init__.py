"""Many findings → groups, one group a story: the same article once, the articles of one event together.

`same` finds copies of one article, `events` groups what is left by what it is about.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import NamedTuple

from briefing.model import Copy, Findings, Group
from briefing.stories.events import Sketch, sketch, together
from briefing.stories.same import unique
from briefing.stories.shelf import Shelf, shelved

__all__ = ["Group", "Shelf", "Told", "group", "shelved", "told"]

ID_LENGTH = 12


class Told(NamedTuple):
    """An article of an earlier brief: the id of its story, and what it was about."""

    story: str
    sketch: Sketch


def group(found: Iterable[Findings], earlier: Sequence[Told] = ()) -> list[Group]:
    """The stories, in the order in which their first article came.

    A story that goes on from one told `earlier` (oldest first) keeps that story's id. A new one is named by
    the article that appeared first, so that it keeps its id when more articles come the same day.
    """
    shelf = shelved(found)
    articles = unique(shelf)
    sketches = [sketch(shelf[place]) for place, _ in articles] + [before.sketch for before in earlier]
    groups = []
    for places in together(sketches):
        new = [articles[i] for i in places if i < len(articles)]
        old = [earlier[i - len(articles)].story for i in sorted(places) if i >= len(articles)]
        if new:
            groups.append(_group(shelf, new, old))
    return groups


def _group(shelf: Shelf, articles: Sequence[tuple[int, tuple[Copy, ...]]], earlier: Sequence[str]) -> Group:
    found = shelf.pick(place for place, _ in articles)
    return Group(
        id=earlier[0] if earlier else _name(found),
        articles=found,
        copies=tuple(copy for _, copies in articles for copy in copies),
    )


def _name(found: Sequence[Findings]) -> str:
    published = [
        (f.article.published.isoformat() if f.article.published else "~", f.article.id) for f in found
    ]
    return sha256(min(published)[1].encode()).hexdigest()[:ID_LENGTH]


def told(story: Group) -> list[Told]:
    """What must be remembered of a story to know it again."""
    return [Told(story.id, sketch(f)) for f in story]
