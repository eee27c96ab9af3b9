"""The registry of next steps: the rule that judges each trigger of `[next_steps.triggers]`.

What counts: scheduled, promised, demanded of somebody or pending, reported and not yet happened. What does
not: predictions, platform pledges, rhetoric, conditionals, what an opinion writer wants.
"""

from collections.abc import Callable, Mapping

from briefing.extract import demand_rules as demand
from briefing.extract import promise_rules as promise
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
    "put_off": promise.put_off,
    "scheduled": promise.scheduled,
    "set_to": promise.set_to,
    "set_for": promise.set_for,
    "dated": promise.dated,
    "expected": promise.expected,
    "present": promise.present,
    "is_on": promise.is_on,
    "deadline": promise.deadline,
    "owes": promise.owes,
    "still": promise.still,
    "pending": promise.pending,
    "yet": promise.yet,
    "plain": promise.plain,
    "whether": promise.whether,
    "appeal": demand.appeal,
    "ask": demand.ask,
    "call_for": demand.call_for,
    "demand": demand.demand,
    "demands": demand.demands,
    "request": demand.request,
    "want": demand.want,
    "want_to": demand.want_to,
    "must": demand.must,
    "request_to": demand.request_to,
    "time_for": demand.time_for,
}
