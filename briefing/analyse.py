"""analyse(article) → Findings: the unit of work that `--jobs` hands to other processes."""

from dataclasses import replace
from typing import NamedTuple

from briefing.clean import clean
from briefing.clean.own import Own
from briefing.clean.stamp import stamp
from briefing.errors import UnknownName
from briefing.extract.dates import dates
from briefing.extract.denials import denials
from briefing.extract.names import cast
from briefing.extract.next_steps import next_steps
from briefing.extract.spacy_names import spacy_cast, spacy_pipeline
from briefing.extract.statements import statements
from briefing.extract.who import who
from briefing.lang import has_lexicon
from briefing.model import Article, Cast, Document, Findings
from briefing.rank import DEFAULT, rank


class Settings(NamedTuple):
    """How an article is analysed. `lines`: summary lines a story; `names`: `rules`, or `spacy:PIPELINE`.

    `own`: the user's furniture rules for its source.
    """

    ranker: str = DEFAULT
    splitter: str = "rule"
    lines: int = 3
    names: str = "rules"
    own: Own = Own()


def analyse(article: Article, code: str, settings: Settings = Settings()) -> Findings:
    """Everything found in one article read in language `code`; without a lexicon it is ranked only."""
    document = _dated(clean(article, code, settings.splitter, settings.own), code)
    ranked = rank(document, code, settings.ranker)
    summary = tuple(sorted(ranked[: settings.lines], key=lambda lead: lead.span))
    if not has_lexicon(code):
        return Findings(document, code, False, ranked, summary)
    people = _cast(document, code, settings.names)
    when = dates(document, code)
    said = statements(document, code, people)
    denied, alleged = denials(document, code, people, said)
    return Findings(
        document,
        code,
        True,
        ranked,
        summary,
        who=who(document, code, people, ranked),
        statements=said,
        allegations=alleged,
        denials=denied,
        next_steps=next_steps(document, code, people, when, said),
        dates=when,
    )


def _cast(document: Document, code: str, names: str) -> Cast:
    """Who is named, by rule or by a spaCy pipeline that the user has installed and asked for."""
    way, _, pipeline = names.partition(":")
    if way == "spacy" and pipeline:
        return spacy_cast(document, code, spacy_pipeline(pipeline))
    if names != "rules":
        raise UnknownName("way to find names", names, ("rules", "spacy:PIPELINE"))
    return cast(document, code)


def _dated(document: Document, code: str) -> Document:
    """The document with the day of its own stamp (“PUBLISHED: …”) where its metadata have none."""
    if document.article.published:
        return document
    return replace(document, article=replace(document.article, published=stamp(document, code)))
