"""What a brief should be."""

from datetime import date, datetime
from typing import NamedTuple

from briefing.assemble.sections import SECTIONS


class Plan(NamedTuple):
    """What a brief should be; `sections` in display order, `lines` is What lines a story.

    `moment`: when it is made, with a zone; an embargo that ends later holds. None is the end of `day`.
    `watch`: names whose stories come first.
    """

    day: date
    title: str = "Daily brief"
    timezone: str = "UTC"
    language: str = "en"
    sections: tuple[str, ...] = tuple(SECTIONS)
    max_stories: int = 7
    lines: int = 3
    moment: datetime | None = None
    allow_embargoed: bool = False
    watch: tuple[str, ...] = ()
