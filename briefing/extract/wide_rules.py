"""Rules for looser signs of a next step, most of which are something else: arrangements, orders, waiting."""

from briefing.extract.demand_rules import idle, targeted
from briefing.extract.schedule_rules import present
from briefing.extract.sights import Sight
from briefing.extract.step_signs import NOBODY, agent, idle_talk, is_now, names_day, noun, was

# Characters between a verb and the day it names.
_AT_ONCE = 4
# Words behind "anyone with" among which is what they are asked.
_ASKED = 10


def under_way(sight: Sight) -> bool:
    """`is sending a team on Friday`: only with a time ahead."""
    if sight.quoted or idle_talk(sight) or sight.subject in NOBODY or sight.subject == "first":
        return False
    return sight.does("event") and sight.times.ahead and sight.times.close and names_day(sight)


def likely(sight: Sight) -> bool:
    """`is supposed to start next year`, `is likely to be decided on Thursday`."""
    if sight.question or sight.quoted or sight.conditional or sight.anywhere("pledge") or was(sight):
        return False
    return sight.times.ahead and sight.does("event")


def was_to(sight: Sight) -> bool:
    """`was to fly to Rome`, as a report knew it then; "was to have flown" did not."""
    if sight.quoted or sight.question or sight.conditional or sight.times.gone or sight.times.before:
        return False
    if sight.near("aims") or sight.near("subordinate") or sight.among("undone", sight.after[:1]):
        return False
    if not (sight.attributed or (sight.times.ahead and sight.times.when and sight.times.when.date)):
        return False  # without a dateline nobody knows whether that is over
    return sight.does("event") and agent(sight)


def told(sight: Sight) -> bool:
    """`has ordered the ministry to pay`; not `told her to wait`, a story of two people."""
    recent = sight.among("present_have", [w.lower() for w in sight.before[-2:]])
    return (recent or sight.among("orders", sight.verb_form)) and not idle(sight) and targeted(sight)


def given_time(sight: Sight) -> bool:
    """`has given the club 15 days to pay`."""
    return told(sight) and sight.among("days", [w.lower() for w in sight.target])


def swore(sight: Sight) -> bool:
    """`vowed last month to take it to court`, `pledged the council would pay`."""
    if sight.quoted or idle_talk(sight) or sight.opinion or sight.subject in NOBODY or noun(sight, 2):
        return False
    return sight.does("firm") or (sight.times.ahead and sight.does("event"))


def fixed(sight: Sight) -> bool:
    """`have scheduled a forum on Friday`, `has invited 68 leaders to May 9`: with a day that is not past."""
    if sight.question or sight.opinion or was(sight) or sight.near("doubt"):
        return False
    return sight.times.ahead or (sight.times.today and sight.times.close and names_day(sight))


def comes(sight: Sight) -> bool:
    """`The last contest comes on June 14`: the day follows at once."""
    when = sight.times.when
    if when is None or not present(sight):
        return False
    return 0 <= when.span.start - sight.base - sight.end <= _AT_ONCE


def waiting(sight: Sight) -> bool:
    """`are still waiting for a verdict`, `is waiting on the ministry to decide`."""
    if sight.question or sight.quoted or sight.times.gone or not is_now(sight):
        return False
    return sight.among("awaited", sight.after[:7]) or sight.among("unsettled", sight.after[:7])


def inquiring(sight: Sight) -> bool:
    """`is considering an appeal`, `is under investigation`: what somebody decides is open."""
    if sight.question or sight.quoted or sight.opinion or sight.times.gone or sight.near("doubt"):
        return False
    if not sight.among("present_be", [w.lower() for w in sight.before[-2:]]):
        return False
    return agent(sight) or sight.subject == "it"


def nominal(sight: Sight) -> bool:
    """`The next hearing is on Friday`."""
    told_of = sight.among("present_be", sight.after[:3]) or sight.among("takes", sight.after[:3])
    return told_of and sight.times.ahead and not (sight.question or sight.quoted)


def anyone(sight: Sight) -> bool:
    """`Anyone with information is asked to call`, `told anyone with a ticket to wait`."""
    told = sight.among("addressing", sight.clause[-1:]) and sight.among("to", sight.after[:_ASKED])
    return not sight.question and (told or sight.among("asked_to", sight.after[:_ASKED]))


def remains(sight: Sight) -> bool:
    """`remains in custody until May`."""
    return not (sight.question or sight.quoted or was(sight)) and sight.times.ahead
