"""The named evidence for a statement being a denial: readable words, one weight each in the language file."""

from bisect import bisect_right
from collections.abc import Iterator

from briefing.extract.answers import answer_signs, chain_signs, place_signs
from briefing.extract.claims import stems
from briefing.extract.manner import manner_signs
from briefing.extract.predicates import Predicate, predicates
from briefing.extract.scene import Scene
from briefing.model import Sentence, Span, Statement

# Kinds of predicate whose subject is a claim; the others are deeds of somebody.
OF_CLAIMS = frozenset(("untrue", "absurd", "mistaken"))
_NEAR = 3
# Sentences with somebody's words that an answer may echo; few articles have as many; keeps the cost linear.
REACH = 200
# More words than this stand only in front of a predicate whose subject is another.
_FAR = 6
# Whose deeds a speaker answers for, and what makes such an answer likelier.
_OWN = frozenset(("self", "own", "client", "side", "mine", "theirs", "nobody", "charged"))
_TELLING_ANSWERS = (
    "after denial",
    "before denial",
    "answers charge",
    "once accused",
    "hits back",
    "other just named side",
    "side just charged",
    "answering",
    "insisting",
)
# Somebody else has spoken of the speaker's side: who lies, lies about that.
_SPOKEN_OF = frozenset(("side heard", "side charged near", "answers charge", "once accused", "hits back"))
# What makes it likelier that a statement answers in which nothing contradicts.
_PLAIN = frozenset(
    (
        "answers charge",
        "once accused",
        "hits back",
        "agent",
        "side accused",
        "side accused near",
        "denies too",
    )
)
_TELLING = (
    "side charged",
    "side accused",
    "side accused near",
    "denies too",
    "agent",
    "kin",
    "answering",
    "charge near",
    "side heard",
)


def evidence(
    scene: Scene, statement: Statement, sentence: Sentence
) -> list[tuple[Predicate, frozenset[str]]]:
    """Every contradicting predicate of a statement, with the named evidence for its being a denial."""
    article, letters = scene.read.document.article, scene.read.letters(sentence)
    found = list(predicates(article, statement, letters, scene.lexicons))
    answers = set() if letters.isdisjoint(scene.lex.answers) else answer_signs(scene, statement)
    if not found and not answers:
        return []
    side, agent = scene.side(statement)
    around = (
        _around(scene, statement, sentence, side, agent)
        | answers
        | chain_signs(statement, sentence, scene.denied)
        | place_signs(scene, statement, sentence, side)
    )
    each = [(p, frozenset(around | _of(p, scene, statement, side, around))) for p in found]
    if answers:
        content = statement.content[0]
        plain = {f"plain, {name}" for name in around & _PLAIN} | {"plain"}
        each.append((Predicate("plain", "", content, content, "", ""), frozenset(around | plain)))
    return each


def _of(p: Predicate, scene: Scene, statement: Statement, side: set[int], around: set[str]) -> set[str]:
    """What the predicate itself shows."""
    clause = scene.read.text[p.clause.start : p.clause.end]
    said = scene.read.text[p.clause.start : p.words.end]  # "never said that they should": up to the verb
    whose = _whose(p, scene, statement, side, around)
    of_claim = p.kind in OF_CLAIMS
    idle = p.verb in scene.lex.mental
    answers = (whose in _OWN and not idle) or (p.kind == "misquoted" and whose in ("claim", "other"))
    bare = whose == "none" and p.words.start - p.clause.start <= 2
    lies = whose in ("third", "other", "charged") and not around.isdisjoint(_SPOKEN_OF) and _lies(p, scene)
    aimed = whose in ("claim", "nobody") or bare or lies if of_claim else answers
    seen = {f"{p.kind} aimed" if aimed else "not aimed", f"{whose} {'claim' if of_claim else 'deed'}"}
    seen |= {f"aimed, {name}" for name in _TELLING_ANSWERS if aimed and name in around}
    if not aimed and (p.kind, whose) in (("untrue", "other"), ("state", "claim"), ("negated", "claim")):
        seen.add(f"{p.kind} of {whose}")
    if aimed and not of_claim and p.kind != "insisted":
        seen |= {f"deed, {name}" for name in _TELLING if name in around}
    facts = {
        "mental": idle,
        "not said": p.verb in scene.lex.saying and whose in _OWN,
        "far subject": len(scene.read.text[p.clause.start : p.words.start].split()) > _FAR,
        "unreal": bool(scene.lex.unreal.search(said if p.verb in scene.lex.saying else clause)),
        "lies": lies,
        "never": "never" in clause,
        "first clause": p.clause.start - statement.content[0].start < 12,
        "bare": bare,
        "not done": p.verb in scene.lex.deeds and whose in _OWN,
        "asks": scene.read.text[p.clause.end : p.clause.end + 1] == "?",
        "number differs": whose == "own" and "agent" not in around and _differs(p, scene, statement),
        "short": len(clause.split()) <= 7,
    }
    seen |= {name for name, true in facts.items() if true}
    return seen | _echo(p, scene, statement, side) | manner_signs(p, scene, statement, aimed=aimed)


def _lies(p: Predicate, scene: Scene) -> bool:
    """Whether the predicate says that somebody lies, not that something is false: "she made it up"."""
    return p.kind == "untrue" and not scene.lex.lying.isdisjoint(
        scene.read.text[p.words.start : p.words.end].split()
    )


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
    if (
        whose in ("principal", "other")
        and speaks_for
        and (whose == "principal" or _principal(p, scene, statement))
    ):
        return "client"
    return "other" if whose == "principal" else whose


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
    for sentence in _heard_before(scene, statement):
        shared = len(mine & scene.claims.stems(sentence))
        best = max(best, shared)
        if shared > charge and any(side & set(c.about) for c in scene.claims.charges.get(sentence.index, ())):
            charge = shared
    return {f"echo {n}" for n in (1, 2, 3) if best >= n} | {
        f"echo of charge {n}" for n in (1, 2) if charge >= n
    }


def _heard_before(scene: Scene, statement: Statement) -> Iterator[Sentence]:
    """The sentences before a statement that hold what anybody but its speaker says, asks or charges."""
    said_by = scene.claims.said_by
    end = bisect_right(scene.heard, statement.span.start, key=lambda sentence: sentence.span.end)
    for sentence in scene.heard[max(0, end - REACH) : end]:
        if sentence.index not in said_by or said_by[sentence.index] != statement.speaker:
            yield sentence


def _differs(p: Predicate, scene: Scene, statement: Statement) -> bool:
    """Whether a pronoun cannot mean the speaker: "he" for a company, "they" for a man."""
    entity = scene.entity(statement.speaker)
    words = scene.read.document.article[statement.speaker].lower().split() if statement.speaker else [""]
    if entity is not None:
        group = scene.cast.entities[entity].kind != "person"
    else:
        group = words[-1].endswith("s") or words[-1] not in scene.lexicons.speech.gender
    return group != (p.subject_word in scene.lex.they)


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
    here = scene.read.text[statement.span.start : statement.content[0].start]
    facts = {
        "answering": scene.lexicons.speech.clause.get(cue, cue) in lex.answering,
        "insisting": scene.lexicons.speech.clause.get(cue, cue) in lex.insisting,
        "asked": bool(lex.asked.search(here)),
        "asked before": bool(lex.asked.search(before)),
        "quoted": statement.quoted,
        "side charged": any(side & set(c.about) for c in scene.charges),
        "charge near": bool(near),
        "side accused": any(c.strong and side & set(c.about) for c in scene.charges),
        "side accused near": any(c.strong and side & set(c.about) for c in near),
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
        "accuser": any(c.by in side for c in scene.charges),
        "accuses here": any(c.sentence is sentence and not side & set(c.about) for c in near),
        "inherited": statement.rule.startswith(("same", "paragraph")),
    }
    return {name for name, true in facts.items() if true}


def _heard(scene: Scene, statement: Statement, sentence: Sentence, side: set[int]) -> bool:
    """Whether somebody else has just spoken of the speaker's side."""
    sentences = scene.read.document.sentences
    for near in sentences[max(0, sentence.index - _NEAR) : sentence.index]:
        others = scene.claims.said_by.get(near.index) != statement.speaker or statement.speaker is None
        if others and any(m.entity in side for m in scene.read.inside(near.span)):
            return True
    return False
