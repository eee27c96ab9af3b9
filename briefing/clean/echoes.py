"""Sentences that say again what another says, as captions and pulled quotes do."""

import re
from collections import Counter, defaultdict

from briefing.clean.page import Page
from briefing.clean.rules import Names
from briefing.lang.furniture import Caption

REPEAT_WORDS = 6  # a shorter sentence may be said twice
PICTURES = 2  # captions from which a page is one with pictures
PICTURED = 0.03  # … and share of its sentences
ECHO = 0.7  # share of an echo's content words that stand in one other sentence
ECHO_WORDS = 30
FEW = 4  # content words; fewer prove nothing
COMMON = 40  # sentences a word may stand in and still prove something; keeps the cost linear
ABSTRACT = 12  # sentences within which an archive's summary has ended
LEDE = 2  # sentences that are never echoes
_CONTENT = re.compile(r"[^\W\d_][\w-]{3,}|\d+")


def repeated(page: Page) -> list[int]:
    """Sentences that stood in the article before, word for word.

    In an article of paragraphs only one that fills its line: a body may well begin with its abstract.
    """
    joined = len(page.blocks) == 1
    seen: set[str] = set()
    found = []
    for index, span in enumerate(page.spans):
        words = page.low[span.start : span.end]
        if words in seen and page.words(index) >= REPEAT_WORDS and (joined or page.alone(index)):
            found.append(index)
        seen.add(words)
    return found


def abstract(page: Page, labels: tuple[str, str]) -> list[int]:
    """The summary that an archive put before the story, between its own two labels."""
    said = [page.low[span.start : span.end].strip(" .:") for span in page.spans[:ABSTRACT]]
    if labels[0] not in said or labels[1] not in said:
        return []
    return list(range(said.index(labels[0]) + 1, said.index(labels[1])))


def echoes(page: Page, words: Caption, names: Names) -> list[int]:
    """On a page with pictures, short plain sentences whose content stands in a longer one of the story."""
    if sum(name in ("caption", "video") for name in names) < max(PICTURES, PICTURED * len(page)):
        return []
    story = [index for index in range(len(page)) if not names[index]]
    content = {index: frozenset(_CONTENT.findall(page.low, *_ends(page, index))) for index in story}
    where: dict[str, list[int]] = defaultdict(list)
    for index in story:
        for word in content[index]:
            where[word].append(index)
    return [index for index in story[LEDE:] if _plain(page, index, words) and _echo(index, content, where)]


def _ends(page: Page, index: int) -> tuple[int, int]:
    return page.spans[index].start, page.spans[index].end


def _plain(page: Page, index: int, words: Caption) -> bool:
    start, end = _ends(page, index)
    return (
        page.words(index) <= ECHO_WORDS
        and (len(page.blocks) == 1 or page.alone(index))
        and page.plain[start] != "'"
        and not words.scene_not.search(page.low, start, end)
        and not words.scene_start.match(page.plain, start, end)
    )


def _echo(index: int, content: dict[int, frozenset[str]], where: dict[str, list[int]]) -> bool:
    mine = content[index]
    shared: Counter[int] = Counter()
    for word in mine:
        if len(where[word]) <= COMMON:
            shared.update(where[word])
    del shared[index]
    whole = [other for other in shared if (len(content[other]), -other) > (len(mine), -index)]
    best = max(whole, key=lambda other: (shared[other], -other), default=None)
    return best is not None and len(mine) >= FEW and shared[best] >= ECHO * len(mine)
