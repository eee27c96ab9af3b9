"""Names by a spaCy pipeline that the user has installed: chosen by name, never silently.

The pipeline says what is a name and of which kind; where a name begins and ends, whose mentions belong
together and what role is printed beside it are found as in `names`, so that offsets mean the same.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from typing import Protocol

from briefing.errors import UsageError
from briefing.extract.names import cast_of
from briefing.extract.runs import Candidate, candidates
from briefing.lang.names import Names, names
from briefing.model import Cast, Document, Kind

# OntoNotes and CoNLL labels of spaCy's pipelines; the others (dates, sums, laws …) name nobody.
_KINDS: dict[str, Kind] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}


class Found(Protocol):
    """A named entity as spaCy returns it."""

    start_char: int
    end_char: int
    label_: str


class Read(Protocol):
    """A text as a pipeline has read it."""

    ents: Iterable[Found]


Pipeline = Callable[[str], Read]


def spacy_cast(document: Document, code: str, pipeline: Pipeline) -> Cast:
    """The cast of a document by a pipeline; empty without a lexicon of names for `code`."""
    lexicon = names(code)
    if lexicon is None:
        return Cast((), ())
    kinds = {
        at: _KINDS[entity.label_]
        for entity in pipeline(document.article.text).ents
        if entity.label_ in _KINDS
        for at in range(entity.start_char, entity.end_char)
    }

    def kind_of(text: str, members: list[Candidate], lexicon: Names) -> tuple[Kind, bool]:
        return Counter([kinds[c.end - 1] for c in members]).most_common(1)[0][0], True

    found = [c._replace(doubt="") for c in candidates(document, lexicon) if c.end - 1 in kinds]
    return cast_of(document, found, lexicon, kind_of)


@cache
def spacy_pipeline(model: str) -> Pipeline:
    """The installed pipeline `model`, loaded once a process.

    Raises UsageError when spaCy or the pipeline is not installed.
    """
    try:
        spacy = import_module("spacy")
    except ImportError as missing:
        raise UsageError(f"names by spacy:{model} need spaCy, which is not installed") from missing
    try:
        pipeline: Pipeline = spacy.load(model)
    except OSError as missing:
        raise UsageError(f"names by spacy:{model}: no pipeline of this name is installed") from missing
    return pipeline
