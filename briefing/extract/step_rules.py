"""Whether a trigger really announces a next step: one rule a family of triggers.

Definitions: what is scheduled, promised, demanded of somebody or pending, reported and not yet happened.
Not: predictions, platform pledges, rhetoric, conditionals, what an opinion writer wants.
"""

from collections.abc import Callable, Mapping

from briefing.extract.sights import Sight

Rule = Callable[[Sight], bool]

_DUE = frozenset({"by", "within", "before"})
_VAGUE = frozenset({"you", "vague", "none"})


def _talk(sight: Sight) -> bool:
    """Questions, conditions, forecasts, beliefs."""
    return (
        sight.question
        or sight.near("doubt")
        or sight.conditional
        or not sight.steps.words["forecast"].isdisjoint(sight.after[:3])
    )


def _done(sight: Sight) -> bool:
    """`will be buried`: something that will be done to somebody, in the passive."""
    verb = sight.verb
    if not sight.copula or verb in sight.steps.words["unsteady"]:
        return False
    return verb.endswith(("ed", "en")) or verb in sight.steps.words["irregular"]


def _acts(sight: Sight) -> bool:
    """An act rather than an effect: `will meet`, `will be charged`, `will be meeting`, `will not be present`."""
    if sight.copula:
        progressive = sight.verb.endswith("ing") and not sight.does("effect")
        return _done(sight) or progressive or sight.verb in sight.steps.words["presence"]
    return bool(sight.verb) and (sight.does("event") or not sight.does("effect")) and sight.verb.isalpha()


def _will(sight: Sight) -> bool:
    """`will speak`; in quotation marks or the first person only what is firm; `will be on Monday`."""
    if _talk(sight) or sight.subject in _VAGUE or _was(sight):
        return False
    dated = sight.ahead or sight.timed
    if sight.quoted or sight.subject == "first":
        return not sight.opinion and (sight.does("firm") or (dated and _acts(sight)))
    if dated:
        return _acts(sight) or (not sight.gone and sight.does("dated"))
    return _acts(sight) and not sight.opinion and not sight.anywhere("pledge")


def _is_to(sight: Sight) -> bool:
    """`is to close in June`; not `the aim is to`."""
    if (
        sight.quoted
        or _talk(sight)
        or sight.gone
        or sight.near("aims")
        or sight.subject in (*_VAGUE, "first")
    ):
        return False
    return sight.verb not in sight.steps.words["idly"] and (_acts(sight) or sight.ahead)


def _would(sight: Sight) -> bool:
    """`said she would step down`: a promise reported in the past."""
    if sight.quoted or sight.question or sight.gone or sight.anywhere("pledge") or sight.anywhere("iffy"):
        return False
    low = [w.lower() for w in sight.clause[-7:]]
    if sight.steps.words["reported"].isdisjoint(low) or sight.subject in _VAGUE:
        return False
    return sight.does("event") or sight.verb in sight.steps.words["kept"] or (sight.ahead and _acts(sight))


def _noun(sight: Sight, back: int = 1) -> bool:
    """Whether a determiner makes a noun of the trigger ("his plan to")."""
    last = [w.lower() for w in sight.before[-back:]]
    return bool(last) and (
        not sight.steps.words["determiners"].isdisjoint(last) or last[-1].endswith(("'s", "’s", "s'", "s’"))
    )


def _plan(sight: Sight) -> bool:
    """`plans to sell`, `has no plans to attend`."""
    if _talk(sight) or sight.gone or sight.opinion:
        return False
    if sight.trigger.split()[1] in sight.steps.words["not"]:
        return sight.subject not in _VAGUE
    if sight.before and sight.before[-1].lower() in sight.steps.words["to"]:
        return False
    return not _noun(sight, 2) and (_acts(sight) or sight.ahead) and not sight.anywhere("pledge")


def _vow(sight: Sight) -> bool:
    """`has vowed to appeal`."""
    if _talk(sight) or sight.gone or sight.quoted or sight.opinion or _noun(sight):
        return False
    if not sight.trigger.endswith("to"):
        return True
    if sight.trigger.split()[0] in ("decided", "agreed"):
        return sight.ahead and sight.does("event")
    return sight.does("event") and (sight.ahead or not sight.anywhere("pledge"))


def _doing(sight: Sight) -> bool:
    """`is stepping down`."""
    return not (_talk(sight) or sight.gone or sight.opinion) and sight.subject not in _VAGUE


def _was(sight: Sight) -> bool:
    return not sight.steps.words["past_be"].isdisjoint(w.lower() for w in sight.before[-3:])


def _is(sight: Sight) -> bool:
    last = [w.lower().replace("’", "'") for w in sight.before[-3:]]
    return any(w in sight.steps.words["present_be"] or w.endswith(("'s", "'re", "s'")) for w in last)


def _scheduled(sight: Sight) -> bool:
    """`is scheduled for Monday`, `is due to testify`; not `was due to`, nor `due to the weather`."""
    if sight.question or _was(sight):
        return False
    first = sight.trigger.split()[0]
    if first == "due" and sight.trigger.endswith("to"):
        return _is(sight) and (sight.does("event") or sight.does("dated"))
    if first == "set":
        return (_is(sight) and (sight.does("event") or sight.does("dated"))) or (
            sight.trigger.endswith("for") and (sight.ahead or sight.timed) and _is(sight)
        )
    return _is(sight) or sight.ahead


def _dated(sight: Sight) -> bool:
    return not (sight.question or _was(sight)) and (sight.ahead or sight.timed)


def _expected(sight: Sight) -> bool:
    """`is expected to testify`; with any verb when dated."""
    if sight.question or _was(sight) or not _is(sight) or sight.anywhere("pledge"):
        return False
    if not sight.trigger.endswith("to"):
        return sight.ahead or sight.timed
    return sight.does("event") or ((sight.ahead or sight.timed) and not sight.gone and sight.does("dated"))


def _present(sight: Sight) -> bool:
    """`holds its caucuses on Saturday`."""
    if sight.quoted or sight.question or sight.near("doubt") or sight.near("auxiliary"):
        return False
    if sight.trigger.endswith("continues"):
        return True
    if sight.subject in _VAGUE or sight.subject in ("first", "he"):
        return False
    return sight.ahead


def _deadline(sight: Sight) -> bool:
    """`has until Friday to reply`, `March 1 is the deadline`."""
    return not (sight.question or sight.gone) and (sight.ahead or sight.timed)


def _targeted(sight: Sight) -> bool:
    """Whether a demand is addressed to somebody who can be named."""
    words = sight.trigger.split()[1:]
    low = [w.lower().strip(",.") for w in words[:-1]]
    if not sight.steps.words["generic"].isdisjoint(low):
        return False
    return (
        any(w[0].isupper() for w in words)
        or not sight.steps.words["bodies"].isdisjoint(low)
        or bool({"him", "her", "it", "them"} & set(low))
    )


def _appeal(sight: Sight) -> bool:
    """`urged the governor to sign`, `called on the board to resign`."""
    if sight.question or sight.gone or sight.opinion or _was(sight) or _noun(sight):
        return False
    return _targeted(sight)


def _ask(sight: Sight) -> bool:
    """`is asking the court to throw it out`."""
    return _appeal(sight) and sight.subject not in ("you", "vague") and not sight.near("doubt")


def _call_for(sight: Sight) -> bool:
    """`are calling for an independent investigation`."""
    if sight.question or sight.gone or sight.opinion or _was(sight) or _noun(sight):
        return False
    return not sight.steps.words["asked"].isdisjoint(sight.after[:6])


def _demand(sight: Sight) -> bool:
    """`demanded that the board resign`."""
    if sight.question or sight.gone or sight.opinion or _was(sight) or _noun(sight, 2):
        return False
    return not sight.trigger.endswith("demands") or sight.subject in ("name", "he")


def _request(sight: Sight) -> bool:
    return not (sight.question or sight.gone or sight.opinion or _noun(sight))


def _want(sight: Sight) -> bool:
    """`wants the minister to publish both lists`."""
    if sight.question or sight.gone or sight.opinion or sight.near("doubt") or sight.near("not"):
        return False
    return not sight.trigger.endswith("to") or (not sight.quoted and _targeted(sight) and _acts(sight))


def _owes(sight: Sight) -> bool:
    """`must reply by Friday`, `must still approve the sale`."""
    if sight.question or sight.opinion or sight.quoted or sight.near("doubt") or sight.subject in _VAGUE:
        return False
    first = sight.after[0] if sight.after else ""
    return first == "still" or (sight.ahead and not _DUE.isdisjoint(sight.after))


def _must(sight: Sight) -> bool:
    """`"He must resign," she said`: addressed to one who is named, and something that is done once."""
    if sight.question or sight.opinion or sight.gone or sight.near("doubt") or sight.conditional:
        return False
    if sight.subject not in ("he", "name", "noun") or not (sight.quoted or sight.attributed):
        return False
    if sight.copula:
        return sight.verb in sight.steps.words["be_done"]
    return sight.does("step_down")


def _pending(sight: Sight) -> bool:
    """`is awaiting trial`, `the cause is pending an autopsy`."""
    return not (sight.question or sight.gone) and not sight.steps.words["awaited"].isdisjoint(sight.after[:7])


def _yet(sight: Sight) -> bool:
    """`has yet to be decided`."""
    return not sight.question and sight.verb in sight.steps.words["unsettled"]


def _plain(sight: Sight) -> bool:
    return not (sight.question or sight.gone or sight.opinion)


def _review(sight: Sight) -> bool:
    return _plain(sight)


RULES: Mapping[str, Rule] = {
    "will": _will,
    "would": _would,
    "is_to": _is_to,
    "owes": _owes,
    "plan": _plan,
    "vow": _vow,
    "doing": _doing,
    "scheduled": _scheduled,
    "dated": _dated,
    "expected": _expected,
    "present": _present,
    "deadline": _deadline,
    "appeal": _appeal,
    "ask": _ask,
    "call_for": _call_for,
    "demand": _demand,
    "request": _request,
    "want": _want,
    "must": _must,
    "pending": _pending,
    "yet": _yet,
    "review": _review,
    "require": _plain,
    "whether": _plain,
}
