"""The dateline in front of a story's first words: `Port Ellery (CNN)`, `PORT ELLERY, March 3 -`."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from briefing.lang.furniture import FurnitureRules
from briefing.model import Furniture, Sentence, Span

SENTENCES = 6  # highlights or an abstract may stand above the story


def without_dateline(
    text: str, found: Sequence[Sentence], rules: FurnitureRules
) -> tuple[tuple[Sentence, ...], tuple[Furniture, ...]]:
    """The sentences, the first that opens with a dateline without it, and the dateline set aside."""
    for place, sentence in enumerate(islice(found, SENTENCES)):
        match = rules.dateline.pattern.match(text, sentence.span.start, sentence.span.end)
        if match:
            line = Span(sentence.span.start, sentence.span.start + len(match[0].rstrip()))
            rest = replace(sentence, span=Span(match.end(), sentence.span.end))
            return (*found[:place], rest, *found[place + 1 :]), (Furniture(line, "dateline"),)
    return tuple(found), ()
