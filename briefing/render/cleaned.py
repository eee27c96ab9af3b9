"""Document → what `briefing clean` prints: the story, or all that was set aside."""

from itertools import groupby

from briefing.model import Document
from briefing.render.escape import plain


def story_text(document: Document) -> str:
    """The story's sentences, a paragraph a block, each as it is safe to print."""
    blocks = groupby(document.sentences, key=lambda s: s.paragraph)
    return "\n\n".join(" ".join(plain(document.text(s)) for s in block) for _, block in blocks) + "\n"


def removed(document: Document) -> str:
    """One line for each stretch set aside: offsets, rule, words as they are safe to print."""
    origin, rows = plain(document.article.origin), []
    for f in document.furniture:
        rows.append(f"{origin}:{f.span.start}-{f.span.end}\t{f.rule}\t{plain(document.article[f.span])}")
    return "\n".join(rows)
