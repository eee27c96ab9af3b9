"""Denials that are said, not named: what is said contradicts a claim about the speaker's side.

Two designs share the readable evidence below: points given by hand, and a logistic model whose weights are
data (`[implied.weights]`, fitted by evals/fit_implied.py). docs/quality.md holds the numbers of both.
"""

from dataclasses import dataclass, field

from briefing.extract.accusations import Charge
from briefing.extract.claims import Claims, stems
from briefing.extract.predicates import Lexicons, Predicate, predicates
from briefing.extract.words import Reading, straight
from briefing.lang.implied import Implied
from briefing.model import Cast, Sentence, Span, Statement

OF_CLAIMS = frozenset(("untrue", "absurd", "mistaken"))
_NEAR = 3
# Whose deeds a speaker answers for, and what makes such an answer likelier.
_OWN = frozenset(("self", "own", "client", "side", "mine", "theirs", "nobody", "charged"))
_TELLING = ("side charged", "side accused", "denies too", "agent", "kin", "answering", "charge near", "side heard")
# Log-odds above which a contradiction is printed; swept on cross-validated folds, see docs/quality.md.
THRESHOLD = -0.2


@dataclass(frozen=True, slots=True)
class Scene:
    """What an implied denial is judged against: charges and claims, who is named, who denies by name."""

    read: Reading
    cast: Cast
    charges: list[Charge]
    lexicons: Lexicons
    claims: Claims
    deniers: frozenset[int]
    _stems: dict[int, frozenset[str]] = field(default_factory=dict)

    def stems(self, sentence: Sentence) -> frozenset[str]:
        """The first letters of a sentence's longer words."""
        if sentence.index not in self._stems:
            self._stems[sentence.index] = stems(self.read.document.text(sentence), self.claims.stop)
        return self._stems[sentence.index]

    @property
    def lex(self) -> Implied:
        """The `[implied]` table."""
        return self.lexicons.implied

    def entity(self, name: Span | None) -> int | None:
        """The number of the entity that is printed under a name."""
        return next((k for k, e in enumerate(self.cast.entities) if e.name == name), None)

    def side(self, statement: Statement) -> tuple[set[int], bool]:
        """The entities the speaker speaks for, and whether by office (spokesman, lawyer)."""
        return _side(self, statement)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A statement that contradicts a claim: the predicate, the log-odds of its being a denial, and why."""

    statement: Statement
    sentence: Sentence
    predicate: Predicate
    score: float
    why: tuple[str, ...]


def contradiction(scene: Scene, statement: Statement, sentence: Sentence) -> Contradiction | None:
    """The likeliest contradiction in a statement, or None when none is likely enough."""
    best: Contradiction | None = None
    for predicate, why in evidence(scene, statement, sentence):
        score = round(scene.lex.weights["start"] + sum(scene.lex.weights.get(name, 0.0) for name in why), 4)
        if score > THRESHOLD and (best is None or score > best.score):
            ordered = sorted(why, key=lambda name: (-scene.lex.weights.get(name, 0.0), name))
            best = Contradiction(statement, sentence, predicate, score, tuple(ordered))
    return best


def evidence(
    scene: Scene, statement: Statement, sentence: Sentence
) -> list[tuple[Predicate, frozenset[str]]]:
    """Every contradicting predicate of a statement, with the named evidence for its being a denial."""
    article = scene.read.document.article
    found = list(predicates(article, statement, scene.read.letters(sentence), scene.lexicons))
    if not found:
        return []
    side, agent = _side(scene, statement)
    around = _around(scene, statement, sentence, side, agent)
    return [(p, frozenset(around | _of(p, scene, statement, side, around))) for p in found]


def _of(p: Predicate, scene: Scene, statement: Statement, side: set[int], around: set[str]) -> set[str]:
    """What the predicate itself shows."""
    clause = scene.read.text[p.clause.start : p.clause.end]
    whose = _whose(p, scene, statement, side, around)
    of_claim = p.kind in OF_CLAIMS
    bare = whose == "none" and p.words.start - statement.content[0].start <= 2
    aimed = whose in ("claim", "nobody") or bare if of_claim else whose in _OWN
    seen = {f"{p.kind} aimed" if aimed else "not aimed", f"{whose} {'claim' if of_claim else 'deed'}"}
    if not aimed and (p.kind, whose) in (("untrue", "other"), ("state", "claim"), ("negated", "claim")):
        seen.add(f"{p.kind} of {whose}")
    if aimed and not of_claim:
        seen |= {f"deed, {name}" for name in _TELLING if name in around}
    facts = {
        "mental": p.verb in scene.lex.mental,
        "not said": p.verb in scene.lex.saying and whose in _OWN,
        "unreal": bool(scene.lex.unreal.search(clause)),
        "never": "never" in clause,
        "first clause": p.clause.start - statement.content[0].start < 12,
        "bare": bare,
        "number differs": whose == "own" and _plural(scene, statement) != (p.subject_word in scene.lex.they),
        "short": len(clause.split()) <= 7,
    }
    return seen | {name for name, true in facts.items() if true} | _echo(p, scene, statement, side)


def _whose(p: Predicate, scene: Scene, statement: Statement, side: set[int], around: set[str]) -> str:
    """Whose predicate it is, seen from the speaker: self, own, client, side, claim, third, other …"""
    quoted = any(q.start <= p.clause.start < q.end for q in scene.read.quotes_in(p.clause))
    speaks_for = not around.isdisjoint(("agent", "kin"))
    whose = p.subject
    if whose == "other":
        named = {m.entity for m in scene.read.inside(Span(p.clause.start, p.words.start))}
        charged = {k for c in scene.charges for k in c.about}
        whose = "side" if named & side else "charged" if named & charged else "other"
    if whose in ("self", "mine") and not quoted:
        return "other"
    if whose in ("own", "theirs") and quoted:
        return "client" if speaks_for else "third"
    if whose == "charged" and not speaks_for:
        return "third"
    if whose in ("firm", "other") and speaks_for and (whose == "firm" or _principal(p, scene, statement)):
        return "client"
    return "other" if whose == "firm" else whose


def _principal(p: Predicate, scene: Scene, statement: Statement) -> bool:
    """`"The senator had no role," said Roe, a spokeswoman for the senator`: the one she speaks for."""
    article = scene.read.document.article
    if statement.source is None or p.subject != "other":
        return False
    subject = scene.read.text[p.clause.start : p.words.start].split()
    around = scene.read.text[statement.source.start : min(len(article.text), statement.source.end + 60)]
    return len(subject) >= 2 and subject[0] in scene.lexicons.speech.definite and subject[1] in around


def _echo(p: Predicate, scene: Scene, statement: Statement, side: set[int]) -> set[str]:
    """Whether the words after a negation were used before, in a sentence that somebody else answers for."""
    article = scene.read.document.article
    mine = stems(article.text[p.words.start : p.words.end + 90], scene.claims.stop)
    best = charge = 0
    for sentence in scene.read.document.sentences:
        if sentence.span.end > statement.span.start:
            break
        if not _heard_at(scene, sentence, statement):
            continue
        shared = len(mine & scene.stems(sentence))
        best = max(best, shared)
        if any(side & set(c.about) for c in scene.claims.charges.get(sentence.index, ())):
            charge = max(charge, shared)
    return {f"echo {n}" for n in (1, 2, 3) if best >= n} | {f"echo of charge {n}" for n in (1, 2) if charge >= n}


def _heard_at(scene: Scene, sentence: Sentence, statement: Statement) -> bool:
    """Whether a sentence holds what somebody else says, asks or charges."""
    said_by = scene.claims.said_by
    if sentence.index in said_by:
        return said_by[sentence.index] != statement.speaker
    return (
        sentence.index < 2
        or sentence.index in scene.claims.charges
        or "?" in scene.read.document.text(sentence)
    )


def _plural(scene: Scene, statement: Statement) -> bool:
    """Whether the speaker is a group: a description in the plural, or joined names."""
    words = scene.read.document.article[statement.speaker].lower().split() if statement.speaker else []
    return bool(words) and scene.entity(statement.speaker) is None and words[-1].endswith("s")


def _around(scene: Scene, statement: Statement, sentence: Sentence, side: set[int], agent: bool) -> set[str]:
    """What the sentence, the speaker and the article show."""
    document, lex = scene.read.document, scene.lex
    near = [c for c in scene.charges if 0 <= sentence.index - c.sentence.index <= _NEAR]
    source = (
        set(document.article[statement.source].lower().replace(",", " ").split())
        if statement.source
        else set()
    )
    cue = document.article[statement.cue].lower() if statement.cue else ""
    before = scene.read.low(document.sentences[sentence.index - 1]) if sentence.index else ""
    here = straight(document.article.text[statement.span.start : statement.content[0].start])
    facts = {
        "answering": scene.lexicons.speech.clause.get(cue, cue) in lex.answering,
        "asked": bool(lex.asked.search(here)),
        "asked before": bool(lex.asked.search(before)),
        "quoted": statement.quoted,
        "side charged": any(side & set(c.about) for c in scene.charges),
        "charge near": bool(near),
        "side accused": any(c.strong and side & set(c.about) for c in scene.charges),
        "side charged near": any(side & set(c.about) for c in near),
        "charges 1": len(scene.charges) >= 1,
        "charges 4": len(scene.charges) >= 4,
        "agent": agent,
        "kin": bool(source & lex.kin),
        "official": bool(source & lex.officials) and not agent,
        "unattributed": statement.speaker is None,
        "side heard": _heard(scene, statement, sentence, side),
        "denies too": bool(side & scene.deniers),
        "others deny": bool(scene.deniers - side),
        "inherited": statement.rule.startswith(("same", "paragraph")),
    }
    return {name for name, true in facts.items() if true}


def _heard(scene: Scene, statement: Statement, sentence: Sentence, side: set[int]) -> bool:
    """Whether somebody else has just spoken of the speaker's side."""
    sentences = scene.read.document.sentences
    for near in sentences[max(0, sentence.index - _NEAR) : sentence.index]:
        if scene.claims.said_by.get(near.index) != statement.speaker or statement.speaker is None:
            if any(m.entity in side for m in scene.read.inside(near.span)):
                return True
    return False


def _side(scene: Scene, statement: Statement) -> tuple[set[int], bool]:
    """The entities the speaker speaks for, and whether by office (spokesman, lawyer)."""
    article = scene.read.document.article
    places = [p for p in (statement.speaker, statement.source) if p]
    entity = scene.entity(statement.speaker)
    if entity is not None and scene.cast.entities[entity].role:
        places.append(scene.cast.entities[entity].role)
    if statement.source:
        places.append(Span(statement.source.end, min(statement.span.end, statement.source.end + 50)))
    side: set[int] = set() if entity is None else {entity}
    agent = False
    for place in places:
        words = article[place].lower().replace(",", " ").replace(".", " ").split()
        speaks_for = not scene.lex.agents.isdisjoint(words) and scene.lex.officials.isdisjoint(words)
        if speaks_for or place is not places[-1]:
            side |= {m.entity for m in scene.read.inside(place)}
        agent = agent or speaks_for
    return side, agent
