"""Quotations without a reporting verb of their own take the speaker of their run."""

from briefing.extract.words import Reading
from briefing.model import Sentence, Span, Statement

# A sentence counts as quoted when at least this share of it stands inside quotation marks.
_QUOTED = 0.5


def inherited(read: Reading, found: list[Statement]) -> list[Statement]:
    """One statement for every quoted sentence that holds no statement yet."""
    by_start: dict[int, list[Statement]] = {}
    for s in found:
        by_start.setdefault(s.span.start, []).append(s)
    more: list[Statement] = []
    for sentence in read.document.sentences:
        if sentence.span.start in by_start:
            continue
        quotes = [q for q in read.quotes_in(sentence.span)]
        inside = sum(min(q.end, sentence.span.end) - max(q.start, sentence.span.start) for q in quotes)
        if not quotes or inside < _QUOTED * (sentence.span.end - sentence.span.start):
            continue
        origin, rule = _origin(read, sentence, quotes, by_start)
        content = tuple(
            Span(max(q.start, sentence.span.start), min(q.end, sentence.span.end)) for q in quotes
        )
        speaker = (origin.speaker, origin.source, origin.cue) if origin else (None, None, None)
        statement = Statement(sentence.span, *speaker, content, True, rule)
        by_start[sentence.span.start] = [statement]
        more.append(statement)
    return more


def _origin(
    read: Reading, sentence: Sentence, quotes: list[Span], by_start: dict[int, list[Statement]]
) -> tuple[Statement | None, str]:
    """The statement whose speaker also speaks here, nearest evidence first."""
    sentences, k = read.document.sentences, sentence.index
    for near in (*range(k - 1, max(-1, k - 12), -1), *range(k + 1, min(len(sentences), k + 12))):
        for s in by_start.get(sentences[near].span.start, ()):
            if s.quoted and any(q.overlaps(s.span) for q in quotes):
                return s, "same quotation"
    before = sentences[k - 1] if k else None
    after = sentences[k + 1] if k + 1 < len(sentences) else None
    for near_by, rule in (
        (before if before and before.paragraph == sentence.paragraph else None, "same paragraph, before"),
        (after if after and after.paragraph == sentence.paragraph else None, "same paragraph, after"),
        (before, "paragraph before"),
        (after, "paragraph after"),
    ):
        said = by_start.get(near_by.span.start, []) if near_by else []
        if said and said[-1].speaker:
            return said[-1], rule
    return None, "unattributed"
