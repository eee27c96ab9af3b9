"""Rules for what is scheduled or pending."""

from briefing.extract.sights import Sight
from briefing.extract.step_signs import NOBODY, agent, agent_near, done, is_now, was

# Characters between "is" and the time it names.
_AT_ONCE = 4
_YEAR = len("2026")
# Words before a verb among which what governs it is.
_VERB = 4


def put_off(sight: Sight) -> bool:
    """`adjourned until 20 May`."""
    return not sight.question and sight.times.dated


def scheduled(sight: Sight) -> bool:
    """`is scheduled for Monday`; not `was`."""
    return not (sight.question or was(sight)) and (is_now(sight) or sight.times.ahead)


def set_to(sight: Sight) -> bool:
    """`is due to testify`, `a film set to open in May`; not `due to the weather`."""
    if sight.question or was(sight) or not (is_now(sight) or _reduced(sight)):
        return False
    return _happens(sight)


def _happens(sight: Sight) -> bool:
    """`to close`, `to run`, `to be held`."""
    return sight.does("event") or sight.does("dated") or (sight.copula and done(sight))


def _reduced(sight: Sight) -> bool:
    """`a film set to open in May`; not `appeared set to`."""
    behind = sight.among("reducible", sight.verb_form) and not sight.among("seeming", sight.clause[-1:])
    return behind and sight.times.ahead and sight.times.close


def dated(sight: Sight) -> bool:
    """`expected on Monday`."""
    return not (sight.question or was(sight)) and sight.times.dated


def set_for(sight: Sight) -> bool:
    """`is set for Monday`."""
    return dated(sight) and is_now(sight)


def expected(sight: Sight) -> bool:
    """`is expected to testify`; with any verb when dated."""
    if sight.question or was(sight) or not is_now(sight) or sight.anywhere("pledge"):
        return False
    if sight.times.dated and not sight.times.gone:
        return _happens(sight)
    return sight.does("event") and (agent(sight) or sight.subject == "it" or sight.copula)


def present(sight: Sight) -> bool:
    """`holds its caucuses on Saturday`."""
    if (
        sight.quoted
        or sight.question
        or sight.conditional
        or sight.near("doubt")
        or sight.among("auxiliary", sight.clause[-_VERB:])
    ):
        return False
    if any(word.endswith(tuple(sight.steps.words["been"])) for word in sight.before[-1:]):
        return False  # "published reports on Tuesday"
    if (
        sight.times.when
        and sight.times.when.date
        and len(sight.times.when.date) == _YEAR
        and sight.times.today
    ):
        return False  # "is playing badly this year"
    return sight.times.ahead and sight.times.close and sight.subject not in ("you", "none", "first", "he")


def is_on(sight: Sight) -> bool:
    """`The hearing is on Friday`: the time follows at once."""
    when = sight.times.when
    if sight.quoted or not present(sight) or when is None:
        return False
    behind = sight.words[when.span.end - sight.base :].split()[:1]
    alone = not behind or not behind[0].isalpha() or behind[0] in sight.steps.words["onwards"]
    return alone and 0 <= when.span.start - sight.base - sight.end <= _AT_ONCE


def deadline(sight: Sight) -> bool:
    """`has until Friday to reply`, `March 1 is the deadline`."""
    aside = sight.among("due_by", sight.clause)  # "before a March 24 deadline for"
    return not (sight.question or sight.times.gone or was(sight) or aside) and sight.times.dated


def owes(sight: Sight) -> bool:
    """`must reply by Friday`."""
    return _bound(sight) and sight.times.ahead and sight.among("due_by", sight.after)


def still(sight: Sight) -> bool:
    """`must still approve the sale`."""
    return _bound(sight) and sight.does("settled_by")


def _bound(sight: Sight) -> bool:
    if sight.question or sight.opinion or sight.quoted or sight.near("doubt"):
        return False
    return sight.subject not in NOBODY


def pending(sight: Sight) -> bool:
    """`is awaiting trial`, `the cause is pending an autopsy`, `charges are pending`."""
    if sight.question or sight.times.gone or sight.among("clauses", sight.clause[:1]):
        return False
    closing = not sight.after and is_now(sight) and sight.subject not in ("first", "you")
    return closing or sight.among("awaited", sight.after[:7])


def yet(sight: Sight) -> bool:
    """`has yet to be decided`."""
    return not sight.question and sight.verb in sight.steps.words["unsettled"]


def plain(sight: Sight) -> bool:
    """`is under review`."""
    return not (sight.question or sight.times.gone or sight.opinion)


def whether(sight: Sight) -> bool:
    """`is considering whether to`, `has not decided whether`; not `the answers will determine whether`."""
    last = [w.lower() for w in sight.before[-3:]]
    effect = sight.among("auxiliary", last[-1:]) and not (agent(sight) or agent_near(sight))
    return plain(sight) and not effect and sight.among("open", last)
