"""The words of a role: how far they go to the left of a name, and whether words beside a name are one."""

from typing import NamedTuple

from briefing.lang.names import Names, Words
from briefing.model import Span

_LONGEST = 16
_MODIFIERS = 5
_MARKS = frozenset(',;:!?"“”()[]—')


class Token(NamedTuple):
    """A word as written, in small letters, and where it begins and ends."""

    written: str
    low: str
    start: int
    end: int


def tokens(text: str, start: int, end: int) -> list[Token]:
    """What white space parts."""
    found = []
    for written in text[start:end].split():
        start = text.index(written, start)
        found.append(Token(written, written.lower(), start, start + len(written)))
        start += len(written)
    return found


def reach(text: str, floor: int, lead: int, small: Words | None, names: Names) -> int:
    """Where a role begins that ends at `lead`: before its modifiers, up to a determiner, a link or a verb.

    `small`: the only words in small letters that may modify it, `None` for any.
    """
    words = text[floor:lead].split()
    start = at = lead
    lower_words = 0
    for i in range(len(words) - 1, -1, -1):
        word, low = words[i], words[i].lower()
        after, at = at, text.rindex(word, floor, at)
        if low in names.owners:
            return at
        before = words[i - 1].lower() if i else ""
        body = low in names.links and before in names.org_openers
        if start < lead and (body or (low in names.conjunctions and before in names.heads)):
            continue
        lower_words += word[0].islower()
        foreign = small is not None and word[0].islower() and low not in small and low not in names.heads
        if foreign or lower_words > _MODIFIERS or not _modifies(word, low, names):
            # "to commend President Ray": what follows "to" in small letters is a verb.
            verb = low in names.verb_markers and start == after < lead and words[i + 1][0].islower()
            verb = verb and words[i + 1].lower() not in names.heads
            return after + len(words[i + 1]) + 1 if verb else start
        start = at
        if word[0].isupper():
            small = names.title_modifiers  # what governs a "Texas senator" may be a verb: "polls show"
    return start


def _modifies(word: str, low: str, names: Names) -> bool:
    """Whether a word may stand before the noun of a role."""
    if not word[0].isalnum() or not _MARKS.isdisjoint(word):
        return False
    if low in names.role_stops or low in names.determiners or low in names.openers:
        return False
    if low in names.calendar and low not in names.heads:
        return False
    abbreviated = "." in word[:-1] or low[:-1] in names.abbreviated or low[:-1] in names.places
    if word[-1] == "." and not abbreviated:
        return False
    if word[0].isupper() or "-" in low or low in names.role_participles or low in names.plural_modifiers:
        return True
    return not low.endswith(names.no_modifiers)


def may_open(text: str, start: int, names: Names) -> bool:
    """A cheap look at the first word: whether a role may begin there."""
    low = text[start : start + 24].partition(" ")[0].lower()
    if low in names.determiners or low in names.owners:
        return True
    return low not in names.openers and low not in names.role_links and low not in names.role_verbs


def noun_phrase(text: str, start: int, stop: int, names: Names) -> tuple[Span, str] | None:
    """`[start, stop)` without its article, and its head noun, when it names a role; else `None`."""
    words = text[start:stop].split()
    low = [w.lower() for w in words]
    low = low[: _extent(low, names)]
    if not low or len(low) > _LONGEST:
        return None
    article = low[0] in names.determiners
    marked = article or low[0] in names.owners or words[0].endswith(names.possessives)
    if low[0] in names.role_links or (low[0] in names.openers and not marked) or len(low) == article:
        return None
    link = next((i for i, w in enumerate(low) if i and w in names.role_links), len(low))
    listed = not marked and words[0][0].isupper() and not names.conjunctions.isdisjoint(low[:link])
    head = (
        ""
        if _is_clause(low[1:link], names) or (listed and low[0] not in names.peoples)
        else (_head(low[article:link], marked, names))
    )
    if not head or (head in names.bodies and words[low.index(head)][0].isupper()):
        return None
    last = len(low) - 1
    while last > article and _links(low[last], names):
        last -= 1
    return _located(text, start, words[: last + 1], article), head


def _links(low: str, names: Names) -> bool:
    """Whether a word needs another after it, so that no role ends there: "of", "the", "and"."""
    return low in names.role_links or low in names.determiners or low in names.conjunctions


def _located(text: str, start: int, words: list[str], article: bool) -> Span:
    """The span of words that stand from `start` on, without the first when it is an article."""
    first = text.index(words[article], start + (len(words[0]) if article else 0))
    end = first
    for word in words[article:]:
        end = text.index(word, end) + len(word)
    return Span(first, end)


def _extent(low: list[str], names: Names) -> int:
    """How many words may be a role: all; those before a verb when a link precedes it ("the head of the panel
    told …"); none when a verb makes them a clause.
    """
    verb = next((i for i, w in enumerate(low) if w in names.role_verbs), len(low))
    linked = verb == len(low) or not names.role_links.isdisjoint(low[1:verb])
    return verb if linked else 0


def _is_clause(low: list[str], names: Names) -> bool:
    """Whether words with no place inside a noun phrase stand there: an article, a conjunction."""
    return any(
        w in names.openers
        and w not in names.conjunctions
        and w not in names.heads
        and not w.endswith(names.participles)
        for w in low
    )


def _head(low: list[str], marked: bool, names: Names) -> str:
    """The noun that says what somebody is: the last word before a link or a participle; empty without one.

    `marked`: an article or an owner says that a noun is coming.
    """
    for i in range(1, len(low)):
        if low[i].endswith(names.participles) and low[i - 1] in names.heads:
            # "the airline owned" by, but not "the airline wanted" more.
            low = low[:i] if not low[i].endswith(names.participles[0]) or i == len(low) - 1 else []
            break
    if not low or (not marked and len(low) > _MODIFIERS):
        return ""
    if low[-1] in names.heads:
        return low[-1]
    agent = marked and low[-1] not in names.no_agents and names.agent.search(low[-1])
    return low[-1] if agent else ""
