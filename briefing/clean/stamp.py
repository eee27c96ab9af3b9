"""The day an article was published, where only its own stamp says so."""

import re
from datetime import date

from briefing.lang import known
from briefing.lang.labels import labels
from briefing.model import Document

_DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\s+([^\W\d]{3,9})\.?,?\s+((?:19|20)\d\d)\b")
_MONTH_FIRST = re.compile(r"\b([^\W\d]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b")
_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
LETTERS = 3  # of a month's name that tell it


def stamp(document: Document, code: str) -> date | None:
    """The first day named in what was set aside as a stamp, above the story; `None` when there is none.

    `PUBLISHED: 09:41 EST, 18 February 2013`, `Feb. 18, 2013` and `2013-02-18` are read; days of numbers
    alone (03/04/2013) are not, for they differ between countries.
    """
    story = document.sentences[0].span.start if document.sentences else len(document.article.text)
    for piece in document.furniture:
        if piece.rule == "stamp" and piece.span.start < story:
            day = _day(document.article[piece.span], code)
            if day:
                return day
    return None


def _day(words: str, code: str) -> date | None:
    if found := _ISO.search(words):
        return _date(found[1], int(found[2]), found[3])
    months = [name.casefold()[:LETTERS] for name in labels(code).months] if code in known() else []
    for pattern, (day, month) in ((_DAY_FIRST, (1, 2)), (_MONTH_FIRST, (2, 1))):
        found = pattern.search(words)
        name = found[month].casefold()[:LETTERS] if found else ""
        if found and name in months:
            return _date(found[3], months.index(name) + 1, found[day])
    return None


def _date(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None
