"""Document → what `briefing clean` prints: the story, or all that was set aside."""

from itertools import groupby

from briefing.model import Document


def story_text(document: Document) -> str:
    """The story's sentences, a paragraph a block."""
    blocks = groupby(document.sentences, key=lambda s: s.paragraph)
    return "\n\n".join(" ".join(document.text(s) for s in block) for _, block in blocks) + "\n"


def removed(document: Document) -> str:
    """One line for each stretch set aside: offsets, rule, words with white space folded."""
    rows = []
    for f in document.furniture:
        words = " ".join(document.article[f.span].split())
        rows.append(f"{document.article.origin}:{f.span.start}-{f.span.end}\t{f.rule}\t{words}")
    return "\n".join(rows)
