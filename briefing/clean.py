"""Article → Document: what is not the story is set aside, each stretch with the name of its rule."""

from briefing.model import Article, Document, Furniture, Sentence
from briefing.text import paragraphs, sentences


def clean(article: Article, code: str, splitter: str = "rule") -> Document:
    """Split the story into sentences and set furniture aside; nothing is lost, nothing edited."""
    head = list(article.head)
    found: list[Sentence] = []
    furniture: list[Furniture] = list(head)
    for number, block in enumerate(paragraphs(article.text)):
        for span in sentences(article.text, block, code, splitter):
            if not any(span.overlaps(f.span) for f in head):
                found.append(Sentence(len(found), span, number))
    return Document(article, tuple(found), tuple(sorted(furniture, key=lambda f: f.span)))
