"""How a contradiction is worded: what it names, what fault it negates, how firmly, in what set phrase."""

import re

from briefing.extract.predicates import Predicate
from briefing.extract.scene import Scene
from briefing.model import Statement

# What stands so many characters behind a contradicting word still belongs to it.
_WINDOW = 70
_WORD = re.compile(r"[^\W\d_]+")


def manner_signs(p: Predicate, scene: Scene, statement: Statement, *, aimed: bool) -> set[str]:
    """Signs in the words of a predicate and its subject, once plain and once by whether it is aimed."""
    text, lex = scene.read.text, scene.lex
    end = min(statement.span.end, max(p.clause.end, p.words.end + _WINDOW))
    facts = {
        "claim by name": not lex.named.isdisjoint(_WORD.findall(text, p.clause.start, p.words.start)),
        "fault": not lex.faults.isdisjoint(_WORD.findall(text, p.words.start, end)),
        "formula": bool(lex.formula.search(text, p.clause.start, end)),
        "emphatic": bool(lex.emphatic.search(text, p.clause.start, p.clause.end)),
    }
    found = {name for name, true in facts.items() if true}
    return found | {f"{name}, {'aimed' if aimed else 'not aimed'}" for name in found}
