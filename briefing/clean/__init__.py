"""Article → Document: what is not the story is set aside, each stretch with the name of its rule."""

from itertools import groupby

from briefing.clean.appeals import appeals
from briefing.clean.captions import captions
from briefing.clean.dateline import without_dateline
from briefing.clean.echoes import abstract, echoes, repeated
from briefing.clean.head import head
from briefing.clean.own import Own, owned
from briefing.clean.page import Page, page
from briefing.clean.rules import Names, by_rule
from briefing.lang.furniture import FurnitureRules, furniture
from briefing.model import Article, Document, Furniture, Sentence, Span

MOST = 0.6  # share of an article's characters that one rule may set aside
ALL = 0.75  # … and that all of them may


def clean(article: Article, code: str, splitter: str = "rule", own: Own = Own()) -> Document:
    """Split the story into sentences and set furniture aside; nothing is lost, nothing edited.

    In a language without furniture rules only the title and the reader's pieces are set aside.
    A rule that would take more than MOST of an article, or all of them ALL of it, take nothing.
    `own` are the user's rules, which come last and are not questioned.
    """
    taken = head(article)
    view = page(article, code, splitter, taken)
    rules = furniture(code)
    names = _spared(view, _judged(view, rules)) if rules else [""] * len(view)
    return _document(article, view, owned(view, own, names), taken, rules)


def _judged(view: Page, rules: FurnitureRules) -> Names:
    names = by_rule(view, rules)
    found = [("appeal", index) for block in appeals(view, rules.appeal, names) for index in block]
    found += [("caption", index) for index in captions(view, rules.caption, names)]
    found += [("abstract", index) for index in abstract(view, rules.abstract)]
    for name, index in found:
        names[index] = names[index] or name
    for index in repeated(view) + echoes(view, rules.caption, names):
        names[index] = names[index] or "repeat"
    return names


def _spared(view: Page, names: Names) -> Names:
    sizes: dict[str, int] = {}
    for span, name in zip(view.spans, names, strict=True):
        sizes[name] = sizes.get(name, 0) + span.end - span.start
    total = sum(sizes.values())
    greedy = {name for name, size in sizes.items() if name and size > MOST * total}
    spared = ["" if name in greedy else name for name in names]
    cut = sum(size for name, size in sizes.items() if name and name not in greedy)
    return [""] * len(names) if cut > ALL * total else spared


def _document(
    article: Article, view: Page, names: Names, taken: list[Furniture], rules: FurnitureRules | None
) -> Document:
    found: list[Sentence] = []
    furniture = list(taken)
    for name, group in groupby(range(len(view)), key=lambda index: (names[index], view.paragraph[index])):
        indices = list(group)
        if name[0]:
            furniture.append(
                Furniture(Span(view.spans[indices[0]].start, view.spans[indices[-1]].end), name[0])
            )
        else:
            found += [
                Sentence(len(found) + n, view.spans[i], view.paragraph[i]) for n, i in enumerate(indices)
            ]
    story, dateline = without_dateline(article.text, found, rules) if rules else (tuple(found), ())
    return Document(article, story, tuple(sorted([*furniture, *dateline], key=lambda piece: piece.span)))
