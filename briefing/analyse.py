"""analyse(article) → Findings: the unit of work that `--jobs` hands to other processes."""

from dataclasses import dataclass, replace

from briefing.clean import clean
from briefing.clean.stamp import stamp
from briefing.extract.dates import dates
from briefing.extract.denials import denials
from briefing.extract.names import cast
from briefing.extract.next_steps import next_steps
from briefing.extract.statements import statements
from briefing.extract.who import who
from briefing.lang import has_lexicon
from briefing.model import Article, Document, Findings
from briefing.rank import DEFAULT, rank


@dataclass(frozen=True, slots=True)
class Settings:
    """How an article is analysed. `lines`: summary lines a story."""

    ranker: str = DEFAULT
    splitter: str = "rule"
    lines: int = 3


def analyse(article: Article, code: str, settings: Settings = Settings()) -> Findings:
    """Everything found in one article read in language `code`; without a lexicon it is ranked only."""
    document = _dated(clean(article, code, settings.splitter), code)
    ranked = rank(document, code, settings.ranker)
    summary = tuple(sorted(ranked[: settings.lines], key=lambda lead: lead.span))
    if not has_lexicon(code):
        return Findings(document, code, False, ranked, summary)
    people = cast(document, code)
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
        next_steps=next_steps(document, code, people, when),
        dates=when,
    )


def _dated(document: Document, code: str) -> Document:
    """The document with the day of its own stamp (“PUBLISHED: …”) where its metadata have none."""
    if document.article.published:
        return document
    return replace(document, article=replace(document.article, published=stamp(document, code)))
