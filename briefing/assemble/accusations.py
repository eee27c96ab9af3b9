"""Where an article accuses a party that another article names: what its answer there is an answer to."""

from collections.abc import Iterator

from briefing.assemble.names import Name, Roll
from briefing.lang.accusations import Accusations
from briefing.lang.accusations import accusations as accusing_words
from briefing.model import Findings, Group, Quote, Span
from briefing.stories.words import words

NEAR = 90  # characters behind an accusing verb, or before "was charged with", in which the accused is named
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")


def laid_elsewhere(story: Group, names: Roll, f: Findings, party: Name) -> Quote | None:
    """The first sentence outside `f` that lays a claim at the party's door."""
    for g in story:
        if g is f:
            continue
        listed = [a.span for a in g.allegations if names.find(g, a.about) == party]
        for span in listed or _charging(g, party):
            return Quote(g.article.id, span)
    return None


def states_a_charge(f: Findings, span: Span) -> bool:
    """Whether the words there accuse anybody at all."""
    known = accusing_words(f.language)
    return known is not None and not known.trouble.isdisjoint(words(f.article[span]))


def _charging(g: Findings, party: Name) -> Iterator[Span]:
    """Sentences that accuse the party in so many words: "accused Jane Roe of", "Roe was charged with"."""
    known = accusing_words(g.language)
    for sentence in g.document.sentences if known else ():
        text = g.document.text(sentence).lower().translate(_STRAIGHT)
        if known and not known.trouble.isdisjoint(words(text)) and _accuses(known, text, party.words[-1]):
            yield sentence.span


def may_react(g: Findings, text: str, party: Name) -> bool:
    """Whether a sentence that names the party may tell its answer: it quotes, or speaks of a claim."""
    known = accusing_words(g.language)
    plain = text.lower().translate(_STRAIGHT)
    if known is None or '"' in plain:
        return True
    return not known.trouble.isdisjoint(words(plain)) and not _accuses(known, plain, party.words[-1])


def _accuses(known: Accusations, text: str, last: str) -> bool:
    for match in known.accuses.finditer(text):
        behind = text[match.end() : match.end() + NEAR].partition(" of ")[0]
        if match["strong"] and last in words(behind):
            return True
    return any(
        match["strong"] and last in words(text[max(0, match.start() - NEAR) : match.start()])
        for match in known.accused.finditer(text)
    )
