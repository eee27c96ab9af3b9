"""The day an article says it was published."""

from datetime import date

import pytest

from briefing.clean import clean
from briefing.clean.stamp import stamp
from briefing.model import Article

LONG = (
    "The council voted on Monday to build the bridge, and work will start in June, the mayor told reporters."
)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("PUBLISHED: 09:41 EST, 18 February 2013 | UPDATED: 10:00 EST, 19 February 2013", date(2013, 2, 18)),
        ("Last updated at 3:31 PM on 19th July 2011", date(2011, 7, 19)),
        ("First published on Tue 3 March 2015 07.00 GMT", date(2015, 3, 3)),
        ("Friday, July 21, 2017", date(2017, 7, 21)),
        ("Published: 2016-09-07", date(2016, 9, 7)),
        ("Published: 03/04/2016", None),
        ("Published: 31 February 2016", None),
        ("By Orla Venn", None),
    ],
)
def test_a_stamp_above_the_story_dates_it(head: str, day: date | None) -> None:
    """A day in words or ISO form is read; one that is ambiguous or impossible is not guessed."""
    assert stamp(clean(Article(id="a", text=f"{head}\n\n{LONG} {LONG[:-1]} twice."), "en"), "en") == day


def test_a_stamp_below_the_story_dates_nothing() -> None:
    """What stands under a story may belong to the next one."""
    text = f"{LONG} {LONG[:-1]} twice.\n\n18 February 2013"
    assert stamp(clean(Article(id="a", text=text), "en"), "en") is None
