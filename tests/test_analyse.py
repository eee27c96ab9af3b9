"""What is found in one article, as a whole."""

from datetime import date

from briefing.analyse import Settings, analyse
from briefing.model import Article

STAMPED = (
    "By Ulla Marsh for the Quell Courier\n\nPUBLISHED: 09:41 GMT, 18 February 2013\n\n"
    "The harbour board of Lower Quell will decide on the ferry on Friday, it said. "
    "Ada Brandt, the mayor, denied that the town had asked for a new timetable.\n"
)


def test_a_stamp_dates_an_article_without_metadata() -> None:
    """The day of a PUBLISHED stamp stands in for a missing one, and relative dates resolve against it."""
    found = analyse(Article("a", STAMPED), "en")
    assert found.article.published == date(2013, 2, 18)
    assert "2013-02-22" in [w.date for w in found.dates]


def test_metadata_go_before_the_stamp() -> None:
    """A declared day of publication is never overruled by a stamp in the text."""
    found = analyse(Article("a", STAMPED, published=date(2014, 1, 1)), "en")
    assert found.article.published == date(2014, 1, 1)


def test_without_a_lexicon_an_article_is_ranked_only() -> None:
    """English denials are never claimed for a Spanish text."""
    found = analyse(Article("a", "La alcaldesa dijo: “No comment”. Ada denied it."), "es")
    assert not found.lexicon
    assert (found.denials, found.next_steps, found.who) == ((), (), ())
    assert found.ranked


def test_the_summary_is_the_first_of_the_ranking_in_reading_order() -> None:
    """`lines` sentences are chosen by the ranker alone and given as they stand in the article."""
    found = analyse(Article("a", STAMPED), "en", Settings(lines=2))
    assert sorted(lead.span for lead in found.ranked[:2]) == [lead.span for lead in found.summary]
