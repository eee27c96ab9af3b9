"""Denials that are said, not named: what is said contradicts a claim about the speaker's side.

Two designs share the readable features below: points given by hand, and a logistic model whose weights are
data (`[implied.weights]`, fitted by evals/fit_implied.py). docs/quality.md holds the numbers of both.
"""

from dataclasses import dataclass

from briefing.extract.accusations import Charge
from briefing.extract.words import Reading
from briefing.lang.implied import Implied
from briefing.lang.speech import Speech
from briefing.model import Cast, Span, Statement


@dataclass(frozen=True, slots=True)
class Scene:
    """What an implied denial is judged against: the charges of the article, and who is named in it."""

    read: Reading
    cast: Cast
    charges: list[Charge]
    words: Speech
    lex: Implied
    entity_of: dict[Span, int]


def content_text(read: Reading, statement: Statement) -> str:
    """The words of a statement in lower case with straight marks."""
    text = read.document.article.text
    joined = " ".join(text[c.start : c.end] for c in statement.content)
    return joined.lower().replace("’", "'").replace("‘", "'").strip(" \"“”'")


def features(scene: Scene, statement: Statement, index: int) -> dict[str, float]:
    """Named evidence for a statement being a denial; empty when it contradicts nothing."""
    lex = scene.lex
    text = content_text(scene.read, statement)
    false = lex.false.search(text)
    uninvolved = lex.uninvolved.search(text)
    deed = lex.deed.search(text)
    if not (false or uninvolved or deed):
        return {}
    side, agent = _side(scene, statement)
    charged = {k for c in scene.charges for k in c.about}
    near = [c for c in scene.charges if 0 <= index - c.sentence.index <= 3]
    cue = scene.read.document.article[statement.cue].lower() if statement.cue else ""
    who, verb = (deed["who"], deed["verb"]) if deed else ("", "")
    selfish = scene.words.pronoun.get(who.split("'")[0]) == "self" or who.split()[:1] in (["my"], ["our"])
    pronoun = scene.words.pronoun.get(who) in ("m", "f", "many", "thing")
    whole = scene.read.document.article.text[statement.span.start : statement.span.end].lower()
    outside = whole.replace(text, "") if not statement.quoted else whole
    source = _source_words(scene, statement)
    out = {
        "false": bool(false),
        "false_only_word": bool(false) and len(text.split()) <= 9,
        "uninvolved": bool(uninvolved),
        "deed": bool(deed),
        "deed_self": bool(deed) and statement.quoted and selfish,
        "deed_pronoun": bool(deed) and not statement.quoted and pronoun,
        "deed_other": bool(deed) and not selfish and not pronoun,
        "never": " never " in f" {text} ",
        "mental": bool(deed) and verb in lex.mental,
        "present": bool(deed)
        and any(x in deed["past"] for x in ("do not", "don't", "does", "is ", "isn", "are ", "aren", "am ")),
        "answering": scene.words.clause.get(cue, cue) in lex.answering,
        "asked": bool(lex.asked.search(outside)),
        "asked_before": index > 0
        and bool(
            lex.asked.search(scene.read.document.text(scene.read.document.sentences[index - 1]).lower())
        ),
        "unreal": bool(lex.unreal.search(text)),
        "quoted": statement.quoted,
        "charged_side": bool(side & charged),
        "charge_near": bool(near),
        "charge_near_side": any(side & set(c.about) for c in near),
        "charges_many": len(scene.charges) >= 4,
        "charges_none": not scene.charges,
        "agent": agent,
        "kin": bool(source & lex.kin),
        "official": bool(source & lex.officials) and not agent,
        "unattributed": statement.speaker is None,
        "inherited": statement.rule.startswith(("same", "paragraph")),
    }
    return {name: 1.0 for name, on in out.items() if on}


def _source_words(scene: Scene, statement: Statement) -> set[str]:
    if not statement.source:
        return set()
    return set(scene.read.document.article[statement.source].lower().replace(",", " ").split())


def _side(scene: Scene, statement: Statement) -> tuple[set[int], bool]:
    """The entities the speaker speaks for, and whether by office (spokesman, lawyer)."""
    side: set[int] = set()
    text = scene.read.document.article.text
    agent = False
    if statement.speaker is not None:
        entity = scene.entity_of.get(statement.speaker)
        if entity is not None:
            side.add(entity)
            for m in scene.cast.mentions:
                if m.entity != entity:
                    continue
                window = Span(max(0, m.span.start - 60), min(len(text), m.span.end + 70))
                around = text[window.start : window.end].lower().replace(",", " ").replace(".", " ").split()
                if scene.lex.agents & set(around):
                    agent = True
                    side |= {x.entity for x in scene.read.inside(window)}
        side |= {x.entity for x in scene.read.inside(statement.speaker)}
    if statement.source is not None:
        side |= {x.entity for x in scene.read.inside(statement.source)}
        agent = agent or bool(_source_words(scene, statement) & scene.lex.agents)
    return side, agent
