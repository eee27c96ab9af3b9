"""The registry of next steps: the rule that judges each trigger of `[next_steps.triggers]`.

What counts: scheduled, promised, demanded of somebody or pending, reported and not yet happened. What does
not: predictions, platform pledges, rhetoric, conditionals, what an opinion writer wants.
"""

from collections.abc import Callable, Mapping

from briefing.extract import demand_rules as demand
from briefing.extract import promise_rules as promise
from briefing.extract import schedule_rules as schedule
from briefing.extract import wide_rules as wide
from briefing.extract.sights import Sight

Rule = Callable[[Sight], bool]

RULES: Mapping[str, Rule] = {
    "will": promise.will,
    "would": promise.would,
    "is_to": promise.is_to,
    "plan": promise.plan,
    "no_plan": promise.no_plan,
    "vow": promise.vow,
    "agree": promise.agree,
    "promise": promise.promise,
    "put_off": schedule.put_off,
    "scheduled": schedule.scheduled,
    "set_to": schedule.set_to,
    "set_for": schedule.set_for,
    "dated": schedule.dated,
    "expected": schedule.expected,
    "present": schedule.present,
    "is_on": schedule.is_on,
    "deadline": schedule.deadline,
    "owes": schedule.owes,
    "still": schedule.still,
    "pending": schedule.pending,
    "yet": schedule.yet,
    "plain": schedule.plain,
    "whether": schedule.whether,
    "appeal": demand.appeal,
    "ask": demand.ask,
    "call_for": demand.call_for,
    "demand": demand.demand,
    "demands": demand.demands,
    "request": demand.request,
    "want": demand.want,
    "want_to": demand.want_to,
    "must": demand.must,
    "must_go": demand.must_go,
    "request_to": demand.request_to,
    "time_for": demand.time_for,
    "under_way": wide.under_way,
    "likely": wide.likely,
    "was_to": wide.was_to,
    "told": wide.told,
    "given_time": wide.given_time,
    "swore": wide.swore,
    "fixed": wide.fixed,
    "comes": wide.comes,
    "waiting": wide.waiting,
    "inquiring": wide.inquiring,
    "nominal": wide.nominal,
    "anyone": wide.anyone,
    "remains": wide.remains,
}
