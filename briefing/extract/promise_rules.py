"""Rules for what is scheduled, promised or pending: whether a trigger really announces it."""

from briefing.extract.sights import Sight

# Characters between "is" and the time it names.
_AT_ONCE = 4
_NOBODY = frozenset({"you", "vague", "none"})


def idle_talk(sight: Sight) -> bool:
    """Questions, conditions, forecasts, beliefs."""
    return (
        sight.question or sight.near("doubt") or sight.conditional or sight.among("forecast", sight.after[:3])
    )


def noun(sight: Sight, back: int = 1) -> bool:
    """Whether a determiner makes a noun of the trigger ("his plan to", `back` 2: "a new plan to")."""
    last = [w.lower() for w in sight.before[-back:]]
    if not last or last[-1] in sight.steps.words["contracted"]:
        return False
    if sight.among("determiners", last[-1:]) or last[-1].endswith(tuple(sight.steps.words["possessive"])):
        return True
    return sight.subject == "noun" and sight.among("articles", last)


def was(sight: Sight) -> bool:
    """Whether the trigger tells of a past ("was due to")."""
    return sight.among("past_be", [w.lower() for w in sight.before[-3:]])


def _is(sight: Sight) -> bool:
    last = [w.lower() for w in sight.before[-3:]]
    return sight.among("present_be", last) or any(
        w.endswith(tuple(sight.steps.words["short_be"])) for w in last
    )


def _done(sight: Sight) -> bool:
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
        going_on = sight.verb.endswith(tuple(sight.steps.words["progressive"])) and not sight.does("effect")
        return _done(sight) or going_on or _present_at(sight)
    if not sight.verb.isalpha() or sight.among("parts", sight.after[:5]):
        return False
    return sight.does("event") or not sight.does("effect")


def _agent(sight: Sight) -> bool:
    """Whether the subject is somebody who can act, not a thing that has effects."""
    if sight.subject in ("name", "he", "who") or (sight.subject == "it" and sight.attributed):
        return True
    after_apposition = sight.words[: sight.start].rstrip().endswith(",")
    last = sight.clause[-4:]
    return after_apposition or sight.among("agents", last) or sight.among("bodies", last)


def will(sight: Sight) -> bool:
    """`will speak`; in quotation marks or the first person only what is firm; `will be on Monday`."""
    if idle_talk(sight) or was(sight):
        return False
    if sight.subject in _NOBODY:
        return _happens(sight)
    if sight.quoted or sight.subject == "first":
        arranged = sight.times.ahead or (sight.subject == "first" and sight.copula)
        return (sight.does("firm") or (arranged and acts(sight))) and not sight.opinion
    if sight.times.dated:
        return acts(sight) or (not sight.times.gone and sight.does("dated"))
    return not (sight.opinion or sight.anywhere("pledge")) and _will_undated(sight)


def _happens(sight: Sight) -> bool:
    """`There will be a vote on Saturday`, `the bill that will be debated on Monday`."""
    if sight.quoted or not sight.times.ahead or sight.subject != "vague":
        return False
    return acts(sight) or (sight.copula and sight.among("there", sight.clause[-2:]))


def _will_undated(sight: Sight) -> bool:
    """Without a date the verb has to be an act and the subject an agent, or somebody has to have said so."""
    if sight.does("intent") and not sight.attributed:
        return False
    if _agent(sight) or sight.copula:
        return acts(sight)
    return sight.attributed and sight.does("event") and not sight.does("effect")


def would(sight: Sight) -> bool:
    """`said she would step down`: a promise reported in the past."""
    if sight.quoted or sight.question or sight.times.gone or sight.times.before:
        return False
    if sight.anywhere("pledge") and not sight.times.ahead:
        return False
    if sight.conditional or sight.near("iffy") or sight.near("doubt"):
        return False
    last = sight.clause[-7:]
    if not sight.among("reported", last) or sight.among("past_be", last) or sight.subject in _NOBODY:
        return False
    kept = sight.does("event") or sight.verb in sight.steps.words["kept"]
    return kept or ((sight.times.ahead or sight.copula) and acts(sight))


def is_to(sight: Sight) -> bool:
    """`is to close in June`; not `the aim is to`."""
    if sight.quoted or idle_talk(sight) or sight.near("aims") or sight.among("lone", sight.clause[-2:]):
        return False
    if sight.subject in _NOBODY or sight.subject == "first" or sight.verb in sight.steps.words["idly"]:
        return False
    return sight.times.ahead or sight.subject == "name" or acts(sight)


def plan(sight: Sight) -> bool:
    """`plans to sell`; not `his plans to`, `not to plan`."""
    if idle_talk(sight) or sight.times.gone or sight.opinion or noun(sight, 2) or was(sight):
        return False
    if sight.among("helpers", [w.lower() for w in sight.before[-1:]]):
        return False
    if not sight.verb.isalpha():
        return False
    return sight.times.ahead or (sight.subject not in _NOBODY and not sight.anywhere("pledge"))


def no_plan(sight: Sight) -> bool:
    """`has no plans to attend`."""
    return sight.subject not in _NOBODY and not (idle_talk(sight) or sight.times.gone or sight.opinion)


def vow(sight: Sight) -> bool:
    """`has vowed to appeal`."""
    if sight.quoted or not promise(sight) or noun(sight, 2):
        return False
    return acts(sight) and (sight.times.ahead or not sight.anywhere("pledge"))


def agree(sight: Sight) -> bool:
    """`agreed to meet on Friday`: only what has not happened yet."""
    when = sight.times.when
    return when is not None and when.date is not None and sight.times.ahead and vow(sight)


def promise(sight: Sight) -> bool:
    """`has promised an inquiry`, `is stepping down`, `adjourned until May`."""
    return not (idle_talk(sight) or sight.times.gone or sight.opinion) and sight.subject not in _NOBODY


def put_off(sight: Sight) -> bool:
    """`adjourned until 20 May`."""
    return not sight.question and sight.times.dated


def scheduled(sight: Sight) -> bool:
    """`is scheduled for Monday`; not `was`."""
    if sight.question or was(sight) or not (_is(sight) or sight.times.ahead):
        return False
    return sight.times.dated or sight.does("event") or not sight.does("effect")


def set_to(sight: Sight) -> bool:
    """`is due to testify`; not `due to the weather`."""
    if sight.question or was(sight) or not _is(sight):
        return False
    return sight.does("event") or sight.does("dated")


def dated(sight: Sight) -> bool:
    """`expected on Monday`."""
    return not (sight.question or was(sight)) and sight.times.dated


def set_for(sight: Sight) -> bool:
    """`is set for Monday`."""
    return dated(sight) and _is(sight)


def expected(sight: Sight) -> bool:
    """`is expected to testify`; with any verb when dated."""
    if sight.question or was(sight) or not _is(sight) or sight.anywhere("pledge"):
        return False
    return sight.does("event") or (sight.times.dated and not sight.times.gone and sight.does("dated"))


def present(sight: Sight) -> bool:
    """`holds its caucuses on Saturday`."""
    if sight.quoted or sight.question or sight.near("doubt") or sight.near("auxiliary"):
        return False
    if any(word.endswith(tuple(sight.steps.words["been"])) for word in sight.before[-1:]):
        return False  # "published reports on Tuesday"
    return sight.times.ahead and sight.times.close and sight.subject not in ("you", "none", "first", "he")


def is_on(sight: Sight) -> bool:
    """`The hearing is on Friday`: the time follows at once."""
    when = sight.times.when
    if sight.quoted or not present(sight) or when is None:
        return False
    return 0 <= when.span.start - sight.base - sight.end <= _AT_ONCE


def deadline(sight: Sight) -> bool:
    """`has until Friday to reply`, `March 1 is the deadline`."""
    return not (sight.question or sight.times.gone or was(sight)) and sight.times.dated


def owes(sight: Sight) -> bool:
    """`must reply by Friday`."""
    return still(sight) and sight.times.ahead and sight.among("due_by", sight.after)


def still(sight: Sight) -> bool:
    """`must still approve the sale`."""
    if sight.question or sight.opinion or sight.quoted or sight.near("doubt"):
        return False
    return sight.subject not in _NOBODY


def pending(sight: Sight) -> bool:
    """`is awaiting trial`, `the cause is pending an autopsy`."""
    return not (sight.question or sight.times.gone) and sight.among("awaited", sight.after[:7])


def yet(sight: Sight) -> bool:
    """`has yet to be decided`."""
    return not sight.question and sight.verb in sight.steps.words["unsettled"]


def plain(sight: Sight) -> bool:
    """`is under review`."""
    return not (sight.question or sight.times.gone or sight.opinion)


def whether(sight: Sight) -> bool:
    """`is considering whether to`, `has not decided whether`; not `is limited to determining whether`."""
    return plain(sight) and sight.among("open", [w.lower() for w in sight.before[-3:]])
