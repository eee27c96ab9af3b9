"""The named signs of a trigger's being a next step: readable words, one weight each in the language file.

The rules find and judge; the verdict of a trigger's rule is the strongest sign. The weights decide: they are
fitted by evals/fit_steps.py (`[next_steps.weights]`), and docs/quality.md holds the numbers of the rules
alone beside theirs.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing.extract.sights import Sight
from briefing.extract.step_rules import RULES
from briefing.extract.step_signs import agent_near, done, noun
from briefing.model import Sentence

# Log-odds above which a sentence is a next step; swept on folds that do not see their own articles.
THRESHOLD = -1.1
# Words before a trigger among which a name makes its subject, and a relative clause makes it an aside.
_NAMED, _RELATIVE, _REPORTED = 6, 4, 5
_DEMANDED, _SOON, _OPENING, _POLLED = 6, 3, 2, 6
# Rules whose triggers are nouns too ("his latest plan to").
_NOUNS = ("plan", "vow", "swore")
_CLASSES = ("dated", "intent", "settle", "settled_by", "step_down")


class Judged(NamedTuple):
    """A trigger in its sentence, what its rule says, and the log-odds of its being a next step."""

    sight: Sight
    sentence: Sentence
    says: bool
    score: float


def judge(sights: Iterable[tuple[Sight, Sentence]]) -> Iterator[Judged]:
    """Every trigger of a document with its score."""
    for sight, sentence, says, why in evidence(sights):
        weights = sight.steps.weights
        yield Judged(
            sight, sentence, says, round(weights["start"] + sum(weights.get(w, 0.0) for w in why), 4)
        )


def evidence(
    sights: Iterable[tuple[Sight, Sentence]], *, hopeless: bool = False
) -> Iterator[tuple[Sight, Sentence, bool, frozenset[str]]]:
    """Every trigger of a document with its rule's verdict and its signs; `hopeless` ones too, to fit on."""
    seen = [(sight, sentence, RULES[sight.rule](sight)) for sight, sentence in sights]
    count = Counter(sentence.index for _, sentence, says in seen if says)
    yes = set(count)
    for sight, sentence, says in seen:
        around = {"yes in sentence"} if count[sentence.index] > says else set()
        if not yes.isdisjoint((sentence.index - 1, sentence.index + 1)):
            around.add("yes beside")  # steps stand together: "The trial resumes on Monday. She will testify."
        if _polled(sight) or not (says or (_may_be(sight) and (hopeless or around or _promising(sight)))):
            continue
        yield sight, sentence, says, frozenset(around | _signs(sight, says))


def _polled(sight: Sight) -> bool:
    """`67 percent say they will vote`: what people tell a pollster is no plan."""
    low = [word.lower() for word in sight.before[-_POLLED:]]
    return sight.among("polls", low) and sight.among("surveyed", low[-2:])


def _promising(sight: Sight) -> bool:
    """Whether a time or a firm verb may outweigh a no: of 7188 other triggers one was a step."""
    return sight.times.dated or sight.does("firm")


def _may_be(sight: Sight) -> bool:
    """Whether a trigger whose rule says no is worth weighing: no quoted wish, no noun, nothing not asked."""
    if sight.kind == "demand" and sight.among("undoing", [w.lower() for w in sight.before[-2:]]):
        return False
    if sight.rule == "would":
        return not sight.quoted  # "I would oppose them tomorrow"; a promise is reported
    return sight.rule not in _NOUNS or not noun(sight, 2)


def _signs(sight: Sight, says: bool) -> set[str]:
    """What stands around a trigger."""
    seen = {f"trigger {sight.name}", f"subject {_subject(sight)}", f"verb {_verb(sight)}", *_time(sight)}
    seen |= {f"verb {name}" for name in _CLASSES if sight.does(name)}
    if sight.kind == "demand" and sight.among("step_down", sight.after[:_DEMANDED]):
        seen.add("verb step_down")  # "demanded that the board resign"
    facts = {
        "yes": says,
        f"yes, {sight.rule}": says,
        "quoted": sight.quoted,
        "said": sight.attributed,
        "reported": sight.among("reported", sight.clause[-_REPORTED:]),
        "relative": _aside(sight),
        "named": any(word[:1].isupper() for word in sight.before[-_NAMED:-1]),
        "argues": sight.among("arguing", sight.all[:1]),
        "concedes": sight.anywhere("conceding"),
        "polls": sight.anywhere("polls"),
        "clause": sight.among("clauses", sight.clause[:_OPENING]),
        "condition": sight.conditional,
        "passive": sight.copula and done(sight),
        "soon": sight.among("soon", sight.after[:_SOON] + sight.clause[-2:]),
        "doubt": sight.anywhere("doubt"),
        "doubt before": sight.near("doubt"),
    }
    return seen | {name for name, true in facts.items() if true}


def _aside(sight: Sight) -> bool:
    """Whether the trigger stands in a relative clause; "said that the council will" is none."""
    first = max(0, len(sight.clause) - _RELATIVE)
    return any(
        sight.among("relatives", [word]) and not sight.among("reported", sight.clause[:at])
        for at, word in enumerate(sight.clause[first:], first)
    )


def _subject(sight: Sight) -> str:
    if sight.subject == "noun":
        return "agent" if agent_near(sight) else "thing"
    they = sight.subject == "he" and sight.among("plural", [w.lower() for w in sight.before[-1:]])
    return "they" if they else sight.subject


def _verb(sight: Sight) -> str:
    """The class of the governed verb: what it does is an act, an effect, either, or unknown."""
    if sight.does("firm"):
        return "firm"
    act, effect = sight.does("event"), sight.does("effect")
    if act and effect:
        return "act or effect"
    # what is demanded may stand as a noun: "demanded a recount"
    other = "of a demand" if sight.kind == "demand" else "other"
    return "act" if act else "effect" if effect else other


def _time(sight: Sight) -> Iterator[str]:
    times = sight.times
    if sight.kind == "demand" and not _behind(sight):
        yield "no time"  # "On Monday he told them to wait": that is when they were told
        return
    yield "ahead" if times.ahead else "today" if times.today else "no time"
    if times.when is not None:
        yield f"date of {len(times.when.date)}" if times.when.date else "date of words"
        if _behind(sight):
            yield "time behind"


def _behind(sight: Sight) -> bool:
    """Whether the time of the step stands behind the trigger."""
    when = sight.times.when
    return when is not None and when.span.start - sight.base >= sight.start
