"""What several rules ask of a trigger: is it talk, a noun, past, an act, and whose?"""

from briefing.extract.sights import Sight

# Subjects who promise nothing.
NOBODY = frozenset({"you", "vague", "none"})
_DAY = len("2026-11-24")
# Rules of times that are days, also where no dateline says which: "on Friday".
_DAYS = frozenset({"weekday", "month_day", "day_month", "dayword", "today"})
# Words before a trigger among which its subject is.
_SUBJECT = 4


def idle_talk(sight: Sight) -> bool:
    """Questions, conditions, forecasts, beliefs."""
    around = [*sight.after[:3], *(word.lower() for word in sight.before[-1:])]
    return sight.question or sight.near("doubt") or sight.conditional or sight.among("forecast", around)


def noun(sight: Sight, back: int = 1) -> bool:
    """Whether a determiner makes a noun of the trigger ("his plan to", `back` 2: "a new plan to")."""
    last = [w.lower() for w in sight.before[-back:]]
    if not last or last[-1] in sight.steps.words["contracted"]:
        return False
    owned = any(word.endswith(tuple(sight.steps.words["possessive"])) for word in last)
    if sight.among("determiners", last[-1:]) or owned:
        return True
    return sight.subject == "noun" and sight.among("articles", last)


def was(sight: Sight) -> bool:
    """Whether the trigger tells of a past ("was due to")."""
    return sight.among("past_be", [w.lower() for w in sight.before[-3:]])


def is_now(sight: Sight) -> bool:
    """Whether a form of "be" or "have" in the present stands before the trigger."""
    last = [w.lower() for w in sight.before[-3:]]
    return sight.among("present_be", last) or any(
        w.endswith(tuple(sight.steps.words["short_be"])) for w in last
    )


def done(sight: Sight) -> bool:
    """`be buried`: something that will be done to somebody."""
    if sight.verb in sight.steps.words["unsteady"]:
        return False
    if sight.verb.startswith(tuple(sight.steps.words["negated"])):
        return False  # "unprecedented"
    return (
        sight.verb.endswith(tuple(sight.steps.words["been"])) or sight.verb in sight.steps.words["irregular"]
    )


def _present_at(sight: Sight) -> bool:
    """`be present`, `be in court`."""
    if sight.verb in sight.steps.words["presence"]:
        return True
    return sight.verb in sight.steps.words["places"] and sight.among("whereabouts", sight.after[:6])


def acts(sight: Sight) -> bool:
    """An act rather than an effect: `meet`, `be charged`, `be meeting`, `not be present`."""
    if sight.copula:
        going_on = sight.verb.endswith(tuple(sight.steps.words["progressive"]))
        going_on = going_on and (sight.does("event") or not sight.does("effect"))
        return done(sight) or going_on or _present_at(sight)
    if not sight.verb.isalpha() or (sight.does("plays") and sight.among("parts", sight.after[:5])):
        return False
    return sight.does("event") or not sight.does("effect")


def agent(sight: Sight) -> bool:
    """Whether the subject is somebody who can act, not a thing that has effects."""
    if sight.subject in ("name", "he", "who") or (
        sight.subject == "it" and (sight.attributed or sight.does("event"))
    ):
        return True
    after_apposition = sight.words[: sight.start].rstrip().endswith(",")
    last = sight.clause[-_SUBJECT:]
    several = bool(last) and last[-1].endswith(tuple(sight.steps.words["agent_endings"]))
    if several or sight.among("joining", last[-1:]):
        return True
    return after_apposition or agent_near(sight)


def agent_near(sight: Sight) -> bool:
    """Whether one of the words before the trigger is somebody who can act."""
    last = sight.clause[-_SUBJECT:]
    return sight.among("agents", last) or sight.among("bodies", last)


def names_day(sight: Sight) -> bool:
    """Whether the time of the step is a day, not "this year"."""
    when = sight.times.when
    if when is None:
        return False
    return when.rule in _DAYS if when.date is None else len(when.date) == _DAY
