"""The user's own furniture rules, which a source may bring: what to drop, what to keep."""

import re
from functools import cache
from typing import NamedTuple

from briefing.clean.page import Page
from briefing.clean.rules import Names

DROP = "drop"  # the name of the rule that set it aside


class Own(NamedTuple):
    """Regular expressions tried on every sentence: one of `drop` sets it aside, one of `keep` spares it."""

    drop: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()


def owned(view: Page, own: Own, names: Names) -> Names:
    """The names of the rules that set sentences aside, as the user wants it."""
    if not (own.drop or own.keep):
        return names
    drop, keep = _any(own.drop), _any(own.keep)
    return [
        "" if _fits(keep, view, at) else DROP if _fits(drop, view, at) else name
        for at, name in enumerate(names)
    ]


def _fits(pattern: re.Pattern[str] | None, view: Page, at: int) -> bool:
    """Whether a pattern fits a sentence, be it written with straight marks or with the article's."""
    span = view.spans[at]
    texts = (view.text, view.plain)
    return pattern is not None and any(pattern.search(text[span.start : span.end]) for text in texts)


@cache
def _any(patterns: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.MULTILINE) if patterns else None
