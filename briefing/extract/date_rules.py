"""The registry of time expressions: what each rule of `[dates.rules]` resolves to.

A rule is a function of what the words say (`Parts`) and where they stand (`Place`) to an ISO date,
`YYYY-MM` or `YYYY`, or `None`. Rules of the language that are not here have no date.
"""

from collections.abc import Callable, Mapping

from briefing.extract import day_rules, month_rules
from briefing.extract.calendar import Place
from briefing.lang.dates import Parts

Rule = Callable[[Parts, Place], str | None]

RULES: Mapping[str, Rule] = {
    "iso": day_rules.absolute,
    "numeric": day_rules.numeric,
    "month_day": day_rules.month_day,
    "day_month": day_rules.month_day,
    "month_year": month_rules.month_year,
    "turn_month": month_rules.turn_month,
    "month": month_rules.month_alone,
    "month_turn": month_rules.this_month,
    "month_end": month_rules.month_end,
    "that_month": month_rules.that_month,
    "that_year": month_rules.that_year,
    "that_season": month_rules.that_year,
    "that_day": day_rules.that_day,
    "quarter": month_rules.quarter,
    "short_year": month_rules.year,
    "months_off": month_rules.months_off,
    "year": month_rules.year,
    "year_turn": month_rules.turn_year,
    "year_end": month_rules.year_end,
    "years_off": month_rules.years_off,
    "season": month_rules.season,
    "season_year": month_rules.year,
    "feast": day_rules.feast,
    "feast_turn": day_rules.feast_turn,
    "weekday": day_rules.weekday,
    "weekday_end": day_rules.weekday_end,
    "week_from": day_rules.week_from,
    "dayword": day_rules.dayword,
    "today": day_rules.today,
    "day_twice": day_rules.day_twice,
    "days_off": day_rules.days_off,
    "beside": day_rules.beside,
    "named": day_rules.named,
    "nth": day_rules.nth,
    "nth_weekday": day_rules.nth_weekday,
}

_TENSED = frozenset(
    {
        "month_day",
        "day_month",
        "month",
        "feast",
        "weekday",
        "weekday_end",
        "beside",
        "nth",
        "nth_weekday",
        "turn_month",
        "season",
        "year_end",
        "today",
        "quarter",
    }
)


def needs_tense(rule: str, parts: Parts) -> bool:
    """Whether the words leave open which way they point."""
    return rule in _TENSED and not parts.year and parts.turn in (None, "present")
