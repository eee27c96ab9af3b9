"""Rules for demands: whether a trigger really asks something of somebody who is named."""

from briefing.extract.sights import Sight, lowered
from briefing.extract.step_signs import agent, noun, was


def idle(sight: Sight) -> bool:
    """Asked, told of the past, a columnist's own, not done or not yet ("has not called for", "will urge")."""
    if sight.question or sight.times.gone or sight.times.before or was(sight) or noun(sight) or sight.opinion:
        return True
    last = [w.lower() for w in sight.before[-1:]]
    if sight.among("undoing", [w.lower() for w in sight.before[-2:]]):
        return True
    return any(sight.among(name, last) for name in ("auxiliary", "gerund", "silent"))


def targeted(sight: Sight) -> bool:
    """Whether a demand is addressed to somebody who can be named, or wants something done to somebody."""
    low = [w.lower().strip(",.") for w in sight.target]
    if len(low) <= 2 and sight.among("generic", low):
        return False
    done = sight.copula and (
        sight.verb in sight.steps.words["be_done"] or sight.verb in sight.steps.words["handled"]
    )
    if (
        sight.among("personal", low)
        and sight.among("past_verbs", sight.verb_form)
        and not sight.does("step_down")
    ):
        return False  # a story of two people
    named = any(w[0].isupper() for w in sight.target)
    return named or done or sight.among("bodies", low) or sight.among("pronouns", low)


def appeal(sight: Sight) -> bool:
    """`urged the governor to sign`, `called on the board to resign`."""
    return not idle(sight) and targeted(sight) and not sight.among("subordinate", sight.clause[:1])


def ask(sight: Sight) -> bool:
    """`is asking the court to throw it out`."""
    return appeal(sight) and sight.subject not in ("you", "vague") and not sight.near("doubt")


def call_for(sight: Sight) -> bool:
    """`are calling for an independent investigation`."""
    return not idle(sight) and sight.among("asked", sight.after[:6])


def demand(sight: Sight) -> bool:
    """`demanding that the board resign`."""
    if idle(sight) or noun(sight, 2) or sight.among("trifles", sight.after[:1]):
        return False
    return not sight.among("generic", sight.after[:3])


def demands(sight: Sight) -> bool:
    """`She demands an apology`; not `the demands of the job`."""
    return demand(sight) and sight.subject in ("name", "he")


def request(sight: Sight) -> bool:
    """`I request an end to it`, `repeated her request that he be sent home`."""
    if sight.among("particles", lowered(sight.words[sight.start : sight.end], sight.steps)[-1:]):
        return not (sight.question or sight.opinion or sight.times.gone)
    if idle(sight):
        return False
    return sight.subject == "first" or sight.among("asked", sight.after[:6])


def want(sight: Sight) -> bool:
    """`want the mayor gone`."""
    if sight.question or sight.times.gone or sight.opinion:
        return False
    return not (sight.near("doubt") or sight.near("not"))


def want_to(sight: Sight) -> bool:
    """`wants the minister to publish both lists`."""
    told_of = sight.among("past_verbs", sight.verb_form) or sight.subject == "vague"
    return want(sight) and not (told_of or sight.quoted or sight.copula) and targeted(sight)


def must(sight: Sight) -> bool:
    """`"He must resign," she said`, `"You should resign"`: what one who is named does once."""
    if sight.question or sight.opinion or sight.times.gone or sight.near("doubt") or sight.conditional:
        return False
    if sight.near("not"):
        return False
    if sight.subject == "you":
        return sight.quoted and sight.does("resign")
    if sight.subject not in ("he", "name", "noun"):
        return False
    if not (sight.quoted or sight.attributed or sight.does("resign")):
        return False
    return sight.verb in sight.steps.words["be_done"] if sight.copula else sight.does("step_down")


def request_to(sight: Sight) -> bool:
    """`has been ordered to leave`."""
    return (
        not idle(sight) and agent(sight) and not sight.among("plural", [w.lower() for w in sight.before[-1:]])
    )


def must_go(sight: Sight) -> bool:
    """`"He must go," she said`."""
    return not idle(sight) and sight.subject in ("he", "name", "noun") and not sight.near("doubt")


def time_for(sight: Sight) -> bool:
    """`It is time for the chairman to go`."""
    return not idle(sight) and targeted(sight) and sight.does("step_down")
