"""The rules of a language over a page: which sentence is furniture, and by which rule."""

import re
from collections.abc import Sequence

from briefing.clean.page import Page
from briefing.lang.furniture import FurnitureRules, Rule, Zone

Names = list[str]  # a rule's name for each sentence, "" for the story

HEAD = 12  # sentences that may be a header: a byline and its stamps come in pieces of one word
TAIL = 8  # sentences that may be a footer
LAST = 3  # sentences of a note at the end, where there are no paragraphs
NOTE = 6  # sentences a note or a caption has at most; a longer paragraph is the story
CAPTION_WORDS = 50  # a credit at the end of more closes no caption
MUCH_BARE = 0.3  # share of a page's characters in unmarked lines from which the lack of a mark means nothing
_QUOTES = "\"'"
_CLOSING = "\"')]"
_PADDED = ((" .", (" .",)),)
_LEAD = re.compile(r"[^\w\"'@©<|/_\-–—(]*+")  # bullets and dots before a sentence's words


def by_rule(page: Page, furniture: FurnitureRules) -> Names:
    """The name of the first rule that fits each sentence."""
    names = [""] * len(page)
    every = range(len(page))
    padded = [index for index in page.holding(_PADDED) if page.padded(index)]
    for zone, places in (
        (furniture.anywhere, every),
        (furniture.head, every[:HEAD]),
        (furniture.tail, every[-TAIL:]),
        (furniture.padded, padded),
    ):
        _by_form(page, zone, places, names)
        _by_words(page, zone, places, names)
    _by_form(page, furniture.bare, _bare(page, names), names)
    for index in reversed(every[:-1]):
        if names[index + 1]:
            _by_form(page, furniture.before, (index,), names)
    return names


def _bare(page: Page, names: Names) -> list[int]:
    """Lines without a mark at their end, unless much of the page has none; never what may be the headline."""
    story = [index for index in range(len(page)) if not names[index]]
    bare = [index for index in story[not page.titled :] if _unmarked(page, index) and page.alone(index)]
    sizes = [span.end - span.start for span in page.spans]
    return bare if sum(sizes[i] for i in bare) <= MUCH_BARE * sum(sizes[i] for i in story) else []


def _unmarked(page: Page, index: int) -> bool:
    span = page.spans[index]
    first, last = page.plain[span.start], page.plain[span.end - 2 : span.end].rstrip(_CLOSING)[-1:]
    return last.isalnum() and (first.isalnum() or first in _QUOTES)


def _by_form(page: Page, zone: Zone, places: Sequence[int], names: Names) -> None:
    for index in places:
        span = page.spans[index]
        found = _LEAD.match(page.plain, span.start, span.end)
        at = found.end() if found and found.end() < span.end else span.start
        if names[index]:
            continue
        for rule in zone.fitting(page.low, page.plain, at, span.end):
            if _allowed(page, rule, index, names):
                _take(page, rule, index, names)
                break


def _by_words(page: Page, zone: Zone, places: Sequence[int], names: Names) -> None:
    first = page.spans[places[0]].start if places else len(page.low)
    for rule in zone.rules:
        for index in page.holding(rule.has, first):
            if not names[index] and _within(page, rule, index) and _allowed(page, rule, index, names):
                _take(page, rule, index, names)


def _within(page: Page, rule: Rule, index: int) -> bool:
    span = page.spans[index]
    text = page.plain if rule.cased else page.low
    start = max(span.start, span.end - rule.end) if rule.end else span.start
    return rule.within is None or rule.within.search(text, start, span.end) is not None


def _allowed(page: Page, rule: Rule, index: int, names: Names) -> bool:
    """Whether a rule's conditions hold for a sentence its pattern fits."""
    span = page.spans[index]
    if rule.unless and rule.unless.search(page.plain if rule.cased else page.low, span.start, span.end):
        return False
    return (
        not (rule.words and page.words(index) > rule.words)
        and not (rule.alone and not page.alone(index))
        and not (rule.last and index < len(page) - rule.last)
        and not (rule.after and not (index and names[index - 1] in rule.after))
        and not page.quoted(index)
    )


def _take(page: Page, rule: Rule, index: int, names: Names) -> None:
    for taken in _reach(page, rule, index):
        names[taken] = names[taken] or rule.name


def _reach(page: Page, rule: Rule, index: int) -> Sequence[int]:
    """What goes with a sentence: the rest of its short paragraph, or all of it when the sign ends it."""
    start = end = index
    if rule.reach == "quotation":
        start = _quotation(page, index)
    elif rule.reach and len(page.blocks) == 1:
        end = len(page) - 1 if index >= len(page) - LAST and not rule.within else index
    elif rule.reach:
        while end + 1 < len(page) and page.paragraph[end + 1] == page.paragraph[index]:
            end += 1
        while rule.within and end == index and start and page.paragraph[start - 1] == page.paragraph[index]:
            start -= 1
    long = end - start >= NOTE or sum(page.words(i) for i in range(start, index)) > CAPTION_WORDS
    return (index,) if long else range(start, end + 1)


def _quotation(page: Page, index: int) -> int:
    """Where the quotation begins that a signature at `index` signs; `index` itself when none ends there.

    Only in joined text, where it was pulled out of the story; a paragraph may be what a column discusses.
    """
    if not index or len(page.blocks) > 1 or page.plain[page.spans[index - 1].end - 1] not in _QUOTES:
        return index
    for start in range(index - 1, max(-1, index - NOTE), -1):
        if page.plain[page.spans[start].start] in _QUOTES:
            return start
    return index
