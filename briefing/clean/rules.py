"""The rules of a language over a page: which sentence is furniture, and by which rule."""

import re
from collections.abc import Iterable

from briefing.clean.page import Page
from briefing.lang.furniture import FurnitureRules, Rule, Zone

Names = list[str]  # a rule's name for each sentence, "" for the story

HEAD = 12  # sentences that may be a header: a byline and its stamps come in pieces of one word
TAIL = 8  # sentences that may be a footer
NOTE = 6  # sentences a note or a caption has at most; a longer paragraph is the story
_LEAD = re.compile(r"[^\w\"'@©<|/_\-–—(]*+")  # bullets and dots before a sentence's words


def by_rule(page: Page, furniture: FurnitureRules) -> Names:
    """The name of the first rule that fits each sentence."""
    names = [""] * len(page)
    count = len(page)
    head, tail = range(min(HEAD, count)), range(max(0, count - TAIL), count)
    zones = [(furniture.anywhere, range(count)), (furniture.head, head), (furniture.tail, tail)]
    for zone, indices in zones:
        _by_form(page, zone, indices, names)
        _by_words(page, zone, indices, names)
    _before(page, furniture.anywhere, names)
    return names


def _by_form(page: Page, zone: Zone, indices: range, names: Names) -> None:
    for index in indices:
        span = page.spans[index]
        found = _LEAD.match(page.plain, span.start, span.end)
        at = found.end() if found else span.start
        plain = zone.plain and zone.plain.match(page.low, at, span.end)
        if names[index] or not (plain or (zone.cased and zone.cased.match(page.plain, at, span.end))):
            continue
        for rule in zone.rules:
            text = page.plain if rule.cased else page.low
            if rule.fits and rule.fits.match(text, at, span.end) and _allowed(page, rule, index, names):
                _take(page, rule, index, names)
                break


def _by_words(page: Page, zone: Zone, indices: range, names: Names) -> None:
    if not indices:
        return
    first = page.spans[indices.start].start
    for rule in zone.rules:
        for words in rule.has:
            at = page.low.find(words, first)
            while at >= 0:
                index = page.at(at)
                end = page.spans[index].end
                if (
                    not names[index]
                    and at < end
                    and _ends(page, rule, index)
                    and _allowed(page, rule, index, names)
                ):
                    _take(page, rule, index, names)
                at = page.low.find(words, max(end, at + 1))


def _ends(page: Page, rule: Rule, index: int) -> bool:
    if rule.ends is None:
        return True
    span = page.spans[index]
    return bool(rule.ends.search(page.plain if rule.cased else page.low, span.start, span.end))


def _allowed(page: Page, rule: Rule, index: int, names: Names) -> bool:
    """Whether a rule's conditions hold for a sentence its pattern fits."""
    span = page.spans[index]
    if rule.unless and rule.unless.search(page.plain if rule.cased else page.low, span.start, span.end):
        return False
    return (
        not (rule.words and page.words(index) > rule.words)
        and not (rule.alone and not page.alone(index))
        and not (rule.last and index < len(page) - rule.last)
        and not (rule.after and not (index and names[index - 1]))
        and not (rule.before and not (index + 1 < len(page) and names[index + 1]))
    )


def _take(page: Page, rule: Rule, index: int, names: Names) -> None:
    for taken in _reach(page, rule, index):
        names[taken] = names[taken] or rule.name


def _reach(page: Page, rule: Rule, index: int) -> Iterable[int]:
    """What goes with a sentence: nothing, or its short paragraph (before it too when the sign stands at the end)."""
    if not rule.reach:
        return (index,)
    start = end = index
    while end + 1 < len(page) and page.paragraph[end + 1] == page.paragraph[index]:
        end += 1
    while rule.ends and start and page.paragraph[start - 1] == page.paragraph[index]:
        start -= 1
    return range(start, end + 1) if end - start < NOTE else (index,)


def _before(page: Page, zone: Zone, names: Names) -> None:
    """Rules that lean on what follows, last sentence first."""
    rules = [rule for rule in zone.rules if rule.before and rule.fits]
    for index in range(len(page) - 2, -1, -1):
        if names[index] or not names[index + 1]:
            continue
        span = page.spans[index]
        for rule in rules:
            if (
                rule.fits
                and rule.fits.match(page.low, span.start, span.end)
                and _allowed(page, rule, index, names)
            ):
                names[index] = rule.name
                break
