"""Time expressions: what each kind resolves to, and which way a tense points."""

from datetime import date, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.clean import clean
from briefing.extract.calendar import feast_day
from briefing.extract.dates import dates
from briefing.lang.dates import Feast
from briefing.model import Article

THURSDAY = date(2026, 3, 12)


def found(text: str, published: date | None = THURSDAY) -> dict[str, str | None]:
    """Every time expression of a story and its date."""
    article = Article("a", text, published=published)
    return {article[when.span]: when.date for when in dates(clean(article, "en"), "en")}


ABSOLUTE = [
    ("The bridge opened on 2019-06-01.", "2019-06-01", "2019-06-01"),
    ("He was born on March 3, 1985, in Marlow.", "March 3, 1985", "1985-03-03"),
    ("He was born on 3 March 1985 in Marlow.", "3 March 1985", "1985-03-03"),
    ("She resigned on the 3rd of May 2015.", "the 3rd of May 2015", "2015-05-03"),
    ("She left in Nov. 2016.", "Nov. 2016", "2016-11"),
    ("It has grown since 2008.", "2008", "2008"),
    ("The pier closed in the summer of 2014.", "the summer of 2014", "2014"),
    ("It was signed on 26/2/2012.", "26/2/2012", "2012-02-26"),
    ("It was signed on 2/26/2012.", "2/26/2012", "2012-02-26"),
    ("It was signed on 3/4/2012.", "3/4/2012", None),
    ("It was signed on 2/26/12.", "2/26/12", "2012-02-26"),
    ("They voted on the third Monday in January 2024.", "the third Monday in January 2024", "2024-01-15"),
    ("The plant will open in Q1 2027.", "Q1 2027", "2027"),
    ("It was dated Feb. 30, 2015.", "Feb. 30, 2015", None),
    ("The leap came on Feb. 29, 2024.", "Feb. 29, 2024", "2024-02-29"),
]


@pytest.mark.parametrize(("text", "words", "day"), ABSOLUTE)
@pytest.mark.parametrize("published", [THURSDAY, None])
def test_a_date_with_its_year_needs_no_dateline(
    text: str, words: str, day: str | None, published: date | None
) -> None:
    """Dates written with their year resolve with and without a dateline, and only to days that exist."""
    assert found(text, published)[words] == day


RELATIVE = [
    ("The mayor resigned on Tuesday.", "Tuesday", "2026-03-10"),
    ("The mayor will resign on Tuesday.", "Tuesday", "2026-03-17"),
    ("The mayor resigned Thursday.", "Thursday", "2026-03-12"),
    ("The mayor will speak on Thursday evening.", "Thursday evening", "2026-03-12"),
    ("On Monday, the council met in private.", "Monday", "2026-03-09"),
    ("On Monday, the council will meet in private.", "Monday", "2026-03-16"),
    ("The hearing is set for Friday at 7 p.m. in Marlow.", "Friday at 7 p.m.", "2026-03-13"),
    ("He spoke last Friday.", "last Friday", "2026-03-06"),
    ("Voting starts next Wednesday.", "next Wednesday", "2026-03-18"),
    ("The fair opens next Saturday.", "next Saturday", "2026-03-21"),
    ("The report came out on Monday of last week.", "Monday of last week", "2026-03-02"),
    ("They will meet a week from Tuesday.", "a week from Tuesday", "2026-03-24"),
    ("The trial opens two weeks from Monday.", "two weeks from Monday", "2026-03-30"),
    ("Two weeks from today, voters will choose.", "Two weeks from today", "2026-03-26"),
    ("Marlow play Ashby on Saturday week.", "Saturday week", "2026-03-21"),
    ("Polls close on Tuesday the 17th.", "Tuesday the 17th", "2026-03-17"),
    ("The fair opens on the first Monday in May.", "the first Monday in May", "2026-05-04"),
    ("They voted on the first Monday in December.", "the first Monday in December", "2025-12-01"),
    ("They vote on the last Friday of next month.", "the last Friday of next month", "2026-04-24"),
    ("The museum will stay open until Tuesday.", "Tuesday", "2026-03-17"),
    ("The museum was kept open until Tuesday.", "Tuesday", "2026-03-10"),
    ("Marlow host Ashby on Saturday.", "Saturday", "2026-03-14"),
    ("Marlow play at home on Saturday.", "Saturday", "2026-03-14"),
    ("He arrived yesterday.", "yesterday", "2026-03-11"),
    ("She sails tomorrow morning.", "tomorrow morning", "2026-03-13"),
    ("It rained last night.", "last night", "2026-03-11"),
    ("They leave the day after tomorrow.", "the day after tomorrow", "2026-03-14"),
    ("The vote was held three days ago.", "three days ago", "2026-03-09"),
    ("The match is in 10 days.", "in 10 days", "2026-03-22"),
    ("The polls will open on Nov. 8.", "Nov. 8", "2026-11-08"),
    ("He was elected on Nov. 8.", "Nov. 8", "2025-11-08"),
    ("The festival runs May 3-5.", "May 3-5", "2026-05-03"),
    ("It will be held between 3 and 5 May.", "3 and 5 May", "2026-05-03"),
    ("He came to Marlow in early January.", "early January", "2026-01"),
    ("The road will close in early April.", "early April", "2026-04"),
    ("She joined last July.", "last July", "2025-07"),
    ("The term begins next January.", "next January", "2027-01"),
    ("The ban ends later this month.", "later this month", "2026-03"),
    ("The shop will close by the end of the month.", "the end of the month", "2026-03"),
    ("Profits fell last month.", "last month", "2026-02"),
    ("The rules change next year.", "next year", "2027"),
    ("It began two years ago.", "two years ago", "2024"),
    ("The play opens on Christmas Eve.", "Christmas Eve", "2026-12-24"),
    ("He was hurt on New Year's Eve.", "New Year's Eve", "2025-12-31"),
    ("She will swim until Labor Day.", "Labor Day", "2026-09-07"),
    ("The trial will start on the 14th.", "the 14th", "2026-03-14"),
    ("Earnings fell in the first quarter of this year.", "the first quarter of this year", "2026"),
]


@pytest.mark.parametrize(("text", "words", "day"), RELATIVE)
def test_a_relative_date_counts_from_the_dateline(text: str, words: str, day: str) -> None:
    """Weekdays, months and days follow the article's date and the tense of their sentence."""
    assert found(text)[words] == day


@pytest.mark.parametrize(("text", "words", "day"), RELATIVE)
def test_no_dateline_no_relative_date(text: str, words: str, day: str) -> None:
    """Without a dateline nothing relative resolves, but its words are still found."""
    assert found(text, None)[words] is None


OPEN = ["last week", "next week", "this weekend", "the past year", "in two weeks", "three weeks ago"]


@pytest.mark.parametrize("words", OPEN)
def test_a_time_no_day_month_or_year_answers_to_stays_open(words: str) -> None:
    """Weeks and durations are found and have no date."""
    assert found(f"The council debated it {words}.") == {words: None}


NOT_DATES = [
    "Prime Minister Theresa May spoke of the march.",
    "The Sept. 11 attacks changed the town.",
    "The 26-year-old runner won 911 votes.",
    "He meets her every Monday.",
    "The shop is open Monday to Friday.",
    "USA Today and the Sunday Times reported it.",
    "They sold Christmas trees for $2012.",
]


@pytest.mark.parametrize("text", NOT_DATES)
def test_what_only_looks_like_a_date_has_none(text: str) -> None:
    """Surnames, newspapers, ages, sums, sets and names of events are no dates."""
    assert not any(found(text).values())


def test_the_name_of_a_newspaper_is_no_time_expression() -> None:
    """USA Today is not even listed as a day that cannot be resolved."""
    assert found("She told USA Today about the bridge.") == {}


def test_the_turn_of_the_year_lies_between_december_and_january() -> None:
    """In December "in January" is next year's when it is to come and this year's when it is past."""
    december = date(2025, 12, 23)
    assert found("The bridge will open in January.", december)["January"] == "2026-01"
    assert found("The bridge opened in January.", december)["January"] == "2025-01"
    assert found("The ferry sails on Friday, Jan. 2.", date(2025, 12, 30))["Friday, Jan. 2"] == "2026-01-02"


def test_what_was_agreed_to_may_be_over() -> None:
    """After "agreed to" a date lies ahead only when it is near: the plan may be as old as the day."""
    assert (
        found("They agreed to open the pier in late November.", date(2026, 1, 5))["late November"]
        == "2025-11"
    )
    assert found("They agreed to meet on Friday.")["Friday"] == "2026-03-13"
    assert found("They agreed to meet on Wednesday.")["Wednesday"] == "2026-03-11"


def test_month_ends_and_leap_days_are_real_days() -> None:
    """Counting days crosses the ends of months, and Feb. 29 lies in the leap year the tense asks for."""
    assert found("She sails tomorrow.", date(2024, 2, 28))["tomorrow"] == "2024-02-29"
    assert found("She sails tomorrow.", date(2026, 2, 28))["tomorrow"] == "2026-03-01"
    assert found("He was born on Feb. 29.", date(2025, 3, 1))["Feb. 29"] == "2024-02-29"
    assert found("It fell last month.", date(2026, 1, 31))["last month"] == "2025-12"


@pytest.mark.parametrize(
    ("zone", "hour", "day"),
    [("America/New_York", 23, "2026-03-07"), ("UTC", 1, "2026-03-07"), ("Pacific/Auckland", 0, "2026-03-07")],
)
def test_the_day_is_that_of_the_time_stamps_own_zone(zone: str, hour: int, day: str) -> None:
    """A late New York edition, the night the clocks change, and an early Auckland one keep their own day."""
    published = datetime(2026, 3, 8, hour, 30, tzinfo=ZoneInfo(zone))
    assert found("The mayor resigned yesterday.", published)["yesterday"] == day


def test_a_quotation_is_dated_by_the_day_it_was_spoken() -> None:
    """ "Tomorrow" in a quotation counts from the last day named outside quotation marks."""
    text = "Marsh campaigned in Marlow on Tuesday. “You have to vote tomorrow,” she said."
    assert found(text)["tomorrow"] == "2026-03-11"


def test_the_day_before_needs_a_day() -> None:
    """ "The day before" counts from the day just named, from the day of its event, or from nothing."""
    assert found("He spoke on Tuesday. She had left the day before.")["the day before"] == "2026-03-09"
    text = "The debate was held on Tuesday night. She fell ill on the day after the debate."
    assert found(text)["the day after the debate"] == "2026-03-11"
    assert found("She had left the day before.")["the day before"] is None


def test_the_eve_is_the_day_before() -> None:
    """ "The eve of the vote" is the day before the day that the article gives the vote, or no day."""
    text = "The vote is on Nov. 3. She resigned on the eve of the vote."
    assert found(text)["the eve of the vote"] == "2026-11-02"
    assert found("She resigned on the eve of the vote.")["the eve of the vote"] is None
    assert found("She resigned on the eve of Nov. 3.")["the eve of Nov. 3"] == "2025-11-02"


def test_a_stretch_of_weekdays_ends_after_it_began() -> None:
    """The second of two weekdays joined by "to" or "through" is the first one after the other."""
    assert found("The strike will run from Monday to Friday.") == {
        "Monday": "2026-03-16",
        "Friday": "2026-03-20",
    }
    days = found("The fair runs next Monday through Friday.")
    assert days == {"next Monday": "2026-03-16", "Friday": "2026-03-20"}


def test_a_month_of_that_year_needs_a_year() -> None:
    """ "June of that year" takes the year just named."""
    text = "The mill burned in 2014. It had been sold in early June of that year."
    assert found(text)["early June of that year"] == "2014-06"
    text = "The mill burned in 2014. It was rebuilt in May of the following year."
    assert found(text)["May of the following year"] == "2015-05"
    assert found("It had been sold in June of that year.")["June of that year"] is None


def test_today_as_nowadays_has_no_date() -> None:
    """ "Today" is a date where something was or will be done, not where it means nowadays."""
    assert found("The court ruled today.")["today"] == "2026-03-12"
    assert found("The town is a quiet place today.")["today"] is None
    text = "The law must rest on what we know, and the world we face today is another one."
    assert found(text)["today"] is None
    assert found("The mayor departs for Harrow today.")["today"] == "2026-03-12"


@pytest.mark.parametrize(
    ("year", "day"), [(2024, "2024-03-31"), (2025, "2025-04-20"), (2026, "2026-04-05"), (2038, "2038-04-25")]
)
def test_easter_is_computed(year: int, day: str) -> None:
    """Feasts that move with Easter follow the Gregorian computus."""
    assert str(feast_day(Feast(1, 1, None, 1, 0, 0), year)) == day


WORDS = """
on in Monday May 31 the 2016 Feb. 30 last next year of week , . “ ” before after 7 p.m. day and 1/2/2020
"""


@given(st.lists(st.sampled_from(WORDS.split()), max_size=25), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_any_words_give_spans_in_order_and_real_dates(words: list[str], published: date) -> None:
    """Whatever the words: expressions are ordered and disjoint, and every date is one."""
    article = Article("a", "It was said " + " ".join(words), published=published)
    whens = dates(clean(article, "en"), "en")
    assert all(a.span.end <= b.span.start for a, b in pairwise(whens))
    for when in whens:
        if when.date:
            date.fromisoformat(when.date + "-01-01"[3 * (when.date.count("-")) :])


def test_a_month_with_no_verb_near_it_lies_ahead_when_the_article_says_so_elsewhere() -> None:
    """A far verb of saying does not put an election behind that somebody will hold."""
    far = "He likes Rell, he said, because he prizes being known by all and reclaiming the seat in November."
    assert found(far, date(2016, 4, 9))["November"] == "2015-11"
    both = found(f"They will vote in November. {far}", date(2016, 4, 9))
    assert both["November"] == "2016-11"
