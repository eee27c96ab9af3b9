"""Captions without a paragraph of their own, as in `Paying respects: Ida Marsh arrives at the quay.`"""

import re

from briefing.clean.page import Page

ENOUGH = 2  # labels that make a page one that labels its pictures
LABEL_WORDS = 7
REPEAT = 6  # words; a shorter sentence may be said twice
_LABEL = re.compile(r"""'?[A-Z\d][\w'-]*+(?:,? [\w'&.-]++){0,6}?[?!.]*'?(?P<colon>:) (?=[A-Z\d(\[£$€])""")


def labelled(page: Page, speech: frozenset[str]) -> list[int]:
    """Sentences that begin with a picture's label and a colon, when the page has that habit."""
    found = [index for index in range(len(page)) if _label(page, index, speech)]
    return found if len(found) >= ENOUGH else []


def _label(page: Page, index: int, speech: frozenset[str]) -> bool:
    span = page.spans[index]
    found = _LABEL.match(page.plain, span.start, span.end)
    if not found:
        return False
    words = page.low[span.start : found.start("colon")].replace("'", " ").split()
    if not speech.isdisjoint(words) or len(words) > LABEL_WORDS:
        return False
    return not _named(page, page.plain[span.start : found.start("colon")])


def _named(page: Page, label: str) -> bool:
    """Whether a label is one name, told by its standing inside sentences too: then it is a speaker's."""
    return " " not in label and page.plain.count(f" {label} ") + page.plain.count(f" {label}'s") > 0


def repeated(page: Page) -> list[int]:
    """Sentences that stood in the article before, word for word, as captions and pulled quotes do.

    In an article of paragraphs only one that fills its line: a body may well begin with its abstract.
    """
    joined = len(page.blocks) == 1
    seen: set[str] = set()
    found = []
    for index, span in enumerate(page.spans):
        words = page.low[span.start : span.end]
        if words in seen and page.words(index) >= REPEAT and (joined or page.alone(index)):
            found.append(index)
        seen.add(words)
    return found
