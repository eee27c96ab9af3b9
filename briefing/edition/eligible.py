"""Which gathered articles an edition takes. Pure: what the journal knows, the day and its zone go in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from briefing.assemble.watch import holds
from briefing.journal.nouns import Seen
from briefing.model import Article

OLDER = "older"  # the rule that drops what was old when its source was new
Decision = Literal["take", "known", "older", "later"]


@dataclass(frozen=True, slots=True)
class About:
    """The edition that is made: `name` of its folder, its day in its zone.

    `since`: the first day of publication that is taken, asked for by the user. `only_until`: what was
    published after the day is left for its own edition (a day that was missed is made up for).
    """

    name: str
    day: date
    zone: str
    since: date | None = None
    only_until: bool = False

    @property
    def first(self) -> date:
        """The first day that a first run, or a new source, takes articles of."""
        return self.since or self.day - timedelta(days=1)

    def day_of(self, published: date) -> date:
        """The day of publication in the edition's zone; a time without a zone is taken for local."""
        if isinstance(published, datetime):
            return (published.astimezone(ZoneInfo(self.zone)) if published.tzinfo else published).date()
        return published


def decide(article: Article, digest: str, seen: Sequence[Seen], about: About, new_source: bool) -> Decision:
    """What to do with an article whose text has this SHA-256, given its versions that the journal knows.

    known: another edition has it. older: published before what a first run takes. later: not yet.
    """
    elsewhere = [one for one in seen if one.edition != about.name]
    same = next((one for one in elsewhere if one.sha256 == digest), None)
    if same and not _waits(same, about):
        return "known"
    day = about.day_of(article.published) if article.published else None
    if day is None:
        return "take"
    # An old article that is edited stays old; one that was briefed before is followed.
    strange = new_source if not elsewhere else all(one.detail == OLDER for one in elsewhere)
    if day < about.first and (strange or about.since):
        return "older"
    if day > about.day and (strange or about.only_until):
        return "later"
    return "take"


def _waits(seen: Seen, about: About) -> bool:
    """Whether an outcome in another edition is not the last word."""
    return seen.outcome == "held" or (seen.detail == OLDER and about.since is not None)


def unwanted(article: Article, include: Iterable[str], exclude: Iterable[str]) -> str | None:
    """The rule by which a source's own wishes drop an article, if they do."""
    text = f"{article.title or ''}\n{article.text}"
    wanted = list(include)
    if wanted and not any(holds(text, phrase) for phrase in wanted):
        return "include"
    return "exclude" if any(holds(text, phrase) for phrase in exclude) else None


def newest(articles: Sequence[Article], limit: int | None, zone: str) -> frozenset[int]:
    """The places of the newest `limit` articles; undated ones come after the dated, in their order."""

    def age(place: int) -> tuple[bool, float]:
        when = articles[place].published
        return when is None, -_moment(when, zone) if when else 0.0

    places = sorted(range(len(articles)), key=age)
    return frozenset(places if limit is None else places[:limit])


def _moment(when: date, zone: str) -> float:
    """Seconds; a day counts from its end, so that an hour of it does not go before it."""
    if not isinstance(when, datetime):
        when = datetime(when.year, when.month, when.day, 23, 59, 59)
    return (when if when.tzinfo else when.replace(tzinfo=ZoneInfo(zone))).timestamp()
