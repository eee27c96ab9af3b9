"""`[labels]`: every word a brief prints that no article wrote, and how a language writes a date."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from briefing.errors import UnknownName
from briefing.lang import known, table


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Labels:
    """The margin words of one language.

    `words`: all that stands alone, by key. `sections`, `stances`, `status`, `sourcing`: the same for names of
    the model. `months`: January to December. `day`, `month`: patterns with `{day}`, `{month}`, `{year}`.
    """

    direction: str
    words: Mapping[str, str]
    sections: Mapping[str, str]
    stances: Mapping[str, str]
    status: Mapping[str, str]
    sourcing: Mapping[str, str]
    months: tuple[str, ...]
    day: str
    month: str

    def __getitem__(self, key: str) -> str:
        return self.words[key]

    def heading(self, section: str) -> str:
        """The heading of a section; a section the language does not name is headed by its key."""
        return self.sections.get(section, section.replace("_", " ").capitalize())

    def date(self, iso: str) -> str:
        """An ISO date (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`; a time behind it is left out) as people write it."""
        year, *rest = iso[:10].split("-")
        if not rest:
            return year
        month = self.months[int(rest[0]) - 1]
        if len(rest) == 1:
            return self.month.format(month=month, year=year)
        return self.day.format(day=int(rest[1]), month=month, year=year)


def _compile(code: str) -> Labels | None:
    found = table(code, "labels")
    if not found:
        return None
    return Labels(
        direction=found["direction"],
        words=found["words"],
        sections=found["sections"],
        stances=found["stances"],
        status=found["status"],
        sourcing=found["sourcing"],
        months=tuple(found["months"].split()),
        day=found["day"],
        month=found["month"],
    )


@cache
def labels(code: str) -> Labels:
    """The margin words of a language; raises UnknownName for a language that has none."""
    found = _compile(code) if code in known() else None
    if found is None:
        raise UnknownName("brief language", code, [c for c in known() if table(c, "labels")])
    return found
