"""Rules for promises: whether somebody really says what they will do."""

from briefing.extract.sights import Sight
from briefing.extract.step_signs import NOBODY, acts, agent, idle_talk, names_day, noun, was

# Commas before a trigger that may close an apposition to its subject.
_APPOSITION = 2


def will(sight: Sight) -> bool:
    """`will speak`; in quotation marks or the first person only what is firm; `will be on Monday`."""
    if idle_talk(sight) or was(sight) or noun(sight) or sight.among("gerund", sight.clause[-1:]):
        return False  # "after going to arrest him" is past
    if sight.subject == "first" and not (sight.quoted or sight.attributed):
        return False  # the reporter's own
    if sight.subject in NOBODY:
        return _happens(sight)
    if sight.quoted or sight.subject == "first":
        arranged = sight.times.ahead or (sight.subject == "first" and sight.copula)
        return (sight.does("firm") or (arranged and acts(sight))) and not sight.opinion
    if sight.times.dated:
        ours = sight.times.ahead or agent(sight) or sight.copula or sight.does("event")
        return (ours and acts(sight)) or (not sight.times.gone and sight.does("dated"))
    return not (sight.opinion or sight.anywhere("pledge")) and _will_undated(sight)


def _happens(sight: Sight) -> bool:
    """`There will be a vote on Saturday`, `the book, which will be out on Monday`."""
    if sight.quoted or not sight.times.ahead or sight.subject != "vague":
        return False
    placed = sight.verb in sight.steps.words["places"] and names_day(sight)
    return acts(sight) or (sight.copula and (placed or sight.among("there", sight.clause[-2:])))


def _will_undated(sight: Sight) -> bool:
    """Without a date the verb has to be an act and the subject an agent."""
    anybody = sight.among("generic", sight.clause[-1:]) and not sight.copula  # "fans will welcome him"
    if anybody or (sight.does("intent") and not sight.attributed):
        return False
    return (agent(sight) or sight.copula) and acts(sight)


def would(sight: Sight) -> bool:
    """`said she would step down`: a promise reported in the past."""
    if sight.quoted or sight.question or sight.times.gone or sight.times.before:
        return False
    if sight.anywhere("pledge") and not sight.times.ahead:
        return False
    if sight.conditional or sight.near("iffy") or sight.near("doubt"):
        return False
    if not _announced(sight) or not (sight.times.ahead or _able(sight)):
        return False
    kept = sight.does("event") or sight.verb in sight.steps.words["kept"]
    return kept or ((sight.times.ahead or sight.copula) and acts(sight))


def _announced(sight: Sight) -> bool:
    """`said she would`; not `had said she would`, `a rule he said would`, `announced the cuts that would`."""
    last = sight.clause[-7:]
    if sight.among("past_reports", last[-1:]) or not sight.among("past_reports", last):
        return False
    reported = next(i for i, word in enumerate(last) if word in sight.steps.words["past_reports"])
    behind = last[reported + 1 :]
    told = last[reported] in sight.steps.words["addressing"]
    if not told and sight.among("articles", behind[:1]) and sight.among("relatives", behind):
        return False
    return not sight.among("past_be", last[max(0, reported - 1) : reported])


def _able(sight: Sight) -> bool:
    return sight.subject in ("it", "first") or sight.copula or agent(sight)


def is_to(sight: Sight) -> bool:
    """`is to close in June`; not `the aim is to`."""
    aim = sight.among("aims", [w.lower() for w in sight.before]) or sight.among("lone", sight.clause[-2:])
    if sight.quoted or aim or idle_talk(sight):
        return False
    if sight.subject in NOBODY or sight.subject == "first" or sight.verb in sight.steps.words["idly"]:
        return False
    return sight.times.ahead or sight.subject == "name" or acts(sight)


def plan(sight: Sight) -> bool:
    """`plans to sell`; not `his plans to`, `not to plan`, `Plans to`."""
    if idle_talk(sight) or sight.opinion or noun(sight, 2):
        return False
    if was(sight) and not sight.among("reported", sight.clause):
        return False  # "said they were preparing to" is still so
    if sight.among("helpers", [w.lower() for w in sight.before[-1:]]) or _heads(sight):
        return False
    named = sight.among("planners", sight.verb_form)  # only somebody plans: "the airport plans to"
    announced = named or sight.subject == "it" or sight.among("reported", sight.clause[-1:])
    if not sight.verb.isalpha() or not (announced or agent(sight)):
        return False
    return sight.times.ahead or (sight.subject not in NOBODY and not sight.anywhere("pledge"))


def _heads(sight: Sight) -> bool:
    """Whether the trigger begins its clause; behind "Mary Roe, a baker," it does not."""
    return not sight.clause and sight.words[: sight.start].count(",") < _APPOSITION


def no_plan(sight: Sight) -> bool:
    """`has no plans to attend`."""
    return sight.subject not in NOBODY and not (idle_talk(sight) or sight.times.gone or sight.opinion)


def vow(sight: Sight) -> bool:
    """`has vowed to appeal`; not `had vowed`."""
    before = was(sight) and not sight.among("reported", sight.clause)
    if sight.quoted or before or not promise(sight) or noun(sight, 2):
        return False
    if sight.subject == "noun" and not agent(sight):
        return False  # "her plan promises to"
    return acts(sight) and (sight.times.ahead or not sight.anywhere("pledge"))


def agree(sight: Sight) -> bool:
    """`agreed to meet on Friday`: only what has not happened yet."""
    when = sight.times.when
    return when is not None and when.date is not None and sight.times.ahead and vow(sight)


def promise(sight: Sight) -> bool:
    """`has promised an inquiry`, `is stepping down`, `adjourned until May`."""
    return not (idle_talk(sight) or sight.times.gone or sight.opinion) and sight.subject not in NOBODY
