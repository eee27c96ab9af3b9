"""Signs that a statement answers something: the words around what is said, and who spoke before."""

from briefing.extract.scene import Scene
from briefing.model import Sentence, Span, Statement


def answer_signs(scene: Scene, statement: Statement) -> set[str]:
    """Words beside what is said that show that it answers; they alone make a statement a candidate."""
    outside = _outside(scene, statement)
    facts = {
        "answers charge": bool(scene.lex.answers_charge.search(outside)),
        "once accused": bool(scene.lex.once_accused.search(outside)),
        "hits back": bool(scene.lex.hits_back.search(outside)),
    }
    return {name for name, true in facts.items() if true}


def place_signs(scene: Scene, statement: Statement, sentence: Sentence, side: set[int]) -> set[str]:
    """How the sentence opens, what stands just before it, and how much trouble the article holds."""
    low, lex = scene.read.low(sentence), scene.lex
    facts = {
        "admits": bool(lex.admits.match(low)),
        "contrast": bool(lex.contrast.match(low)),
        "conditional": bool(lex.conditional.match(low)),
    }
    shown = {name for name, true in facts.items() if true}
    return shown | _before(scene, statement, sentence, side) | _trouble(scene, sentence, side)


def _trouble(scene: Scene, sentence: Sentence, side: set[int]) -> set[str]:
    """How much trouble the article and its neighbourhood hold, and whether it is about the speaker's side."""
    troubled = scene.troubled
    near = [k for k in range(max(0, sentence.index - 2), sentence.index) if k in troubled]
    lead = scene.read.document.sentences[:2]
    facts = {
        "trouble 1": len(troubled) >= 1,
        "trouble 3": len(troubled) >= 3,
        "trouble 6": len(troubled) >= 6,
        "trouble here": sentence.index in troubled,
        "trouble near": bool(near),
        "trouble in lead": not troubled.isdisjoint((0, 1)),
        "side in lead": any(m.entity in side for s in lead for m in scene.read.inside(s.span)),
    }
    return {name for name, true in facts.items() if true}


def chain_signs(statement: Statement, sentence: Sentence, denied: dict[int, set[Span | None]]) -> set[str]:
    """Whether the same speaker denies in the sentence before or behind; `denied`: speakers by sentence."""
    found: set[str] = set()
    if statement.speaker is None:
        return found
    inherited = statement.rule.startswith(("same", "paragraph"))
    if statement.speaker in denied.get(sentence.index - 1, ()):
        found.add("after denial")
        if statement.quoted and not inherited:
            found.add("after denial, new quotation")
    elif statement.speaker in denied.get(sentence.index - 2, ()):
        found.add("soon after denial")
    if statement.speaker in denied.get(sentence.index + 1, ()):
        found.add("before denial")
    return found


def _outside(scene: Scene, statement: Statement) -> str:
    """The sentence without what is said in it."""
    text = scene.read.text[statement.span.start : statement.span.end]
    for content in reversed(statement.content):
        first, stop = content.start - statement.span.start, content.end - statement.span.start
        text = text[: max(0, first)] + " … " + text[max(0, stop) :]
    return text


def _before(scene: Scene, statement: Statement, sentence: Sentence, side: set[int]) -> set[str]:
    """What the sentence just before shows: somebody else's words, a charge, the speaker's side."""
    if not sentence.index:
        return set()
    previous = scene.read.document.sentences[sentence.index - 1]
    said_by = scene.claims.said_by
    other = previous.index in said_by and said_by[previous.index] != statement.speaker
    names = any(m.entity in side for m in scene.read.inside(previous.span))
    charge = scene.claims.charges.get(previous.index, ())
    facts = {
        "other just spoke": other,
        "other just named side": other and names,
        "charge just before": bool(charge),
        "side just charged": any(side & set(c.about) for c in charge),
        "side just named": names and not other,
    }
    return {name for name, true in facts.items() if true}
