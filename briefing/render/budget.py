"""A brief no larger than a mail may be: its lowest stories are listed instead of told, none is cut.

Gmail hides what lies behind about 102,400 bytes of a mail's HTML, with all that proves the lines.
"""

from collections.abc import Callable
from dataclasses import replace

from briefing.model import Also, Brief, Story

KILOBYTE = 1000  # bytes; the smaller of the two meanings keeps the promise under both


def mailed(html: str) -> int:
    """The bytes of a page as a mail carries it: UTF-8, every line ended by CR LF."""
    return len(html.encode()) + html.count("\n")


def fit(brief: Brief, limit: int, size: Callable[[Brief], int]) -> Brief:
    """The brief with as many of its stories, from the top, as keep `size` (bytes) at `limit`; one at least.

    The others come first under *Also today*. A brief that is too large with one story is returned with one.
    """
    if size(brief) <= limit:
        return brief
    fits, beyond = 1, len(brief.stories)
    while beyond - fits > 1:  # telling a story is longer than listing it, so the size grows with the count
        middle = (fits + beyond) // 2
        if size(_told(brief, middle)) <= limit:
            fits = middle
        else:
            beyond = middle
    return _told(brief, fits)


def _told(brief: Brief, count: int) -> Brief:
    moved = tuple(_also(brief, story) for story in brief.stories[count:])
    return replace(brief, stories=brief.stories[:count], also=moved + brief.also)


def _also(brief: Brief, story: Story) -> Also:
    article = brief.texts[story.headline_article]
    return Also(story.headline, article.id, article.source, article.url)
