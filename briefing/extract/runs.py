"""Runs of capitalised words → candidate names: where each begins and ends, and the title before it."""

from typing import NamedTuple

from briefing.extract.capitals import LINKS, Word, runs, words
from briefing.lang.names import Names
from briefing.model import Document, Sentence

# A line of which more than this share of words is capitalised is a headline: capitals prove nothing there.
_HEADLINE_SHARE = 0.6
_LONG_HEADLINE = 10
_HEADLINE_WORDS = 4
# So many words that end in a role are a title ("Mass Communication Specialist"), no name.
_LONG_TITLE = 3
_OPENING = frozenset("\"“'‘([—–•*")
_STOPS = ".,;:!?’'\"”)"
_LONGEST_POWER = 16
_MARKS = "\"“”'‘’"
_QUOTES = frozenset(_MARKS)
# An article with a mark before it and a blank after it: `"The `.
_LONGEST_ARTICLE = 6


class Candidate(NamedTuple):
    """A stretch that may be a name: `[start, end)` and its lower-case `words`.

    `title`: the capitalised title words before the name, which begin at `lead` ("U.S. National Security
    Advisor" Flynn). `sentence`: index of its sentence. `doubt`: why it is a name only if something else
    says so: it `opens` its sentence, is part of a `title` ("FBI" Director), stands in a `headline`.
    """

    start: int
    end: int
    words: tuple[str, ...]
    title: tuple[str, ...]
    lead: int
    sentence: int
    doubt: str


def candidates(document: Document, names: Names) -> list[Candidate]:
    """Every candidate name of the story in reading order."""
    text = document.article.text
    found: list[Candidate] = []
    for sentence in document.sentences:
        capitals = words(text, sentence, names)
        headline = len(capitals) >= _HEADLINE_WORDS and _is_headline(text, sentence, capitals, names)
        for run in runs(capitals, names):
            first = run[0]
            opens = first.start == sentence.span.start or text[first.start - 1] in _OPENING
            if len(run) == 1:
                doubt = "headline" if headline else "opens" if opens else ""
                found += _single(text, first, sentence.index, doubt, names)
                continue
            for part in _parts(run, opens, names):
                if not _is_quoted(text, part, names):
                    doubt = "headline" if headline else "opens" if opens and part[0] is first else ""
                    found += _split(part, sentence.index, doubt, names)
    return found


def _single(text: str, word: Word, sentence: int, doubt: str, names: Names) -> list[Candidate]:
    end = _power(text, word, names)
    if end:
        pair = tuple(text[word.start : end].lower().split())
        return [Candidate(word.start, end, pair, (), word.start, sentence, doubt)]
    letters = word.end - word.start > 1 and text[word.start : word.end].isupper()
    if word.lower in names.alone_nothing and not letters and not _acts(text, word, names):
        return []
    if text[word.start - 1 : word.start] in _QUOTES and _is_quoted(text, [word], names):
        return []
    return [Candidate(word.start, word.end, (word.lower,), (), word.start, sentence, doubt)]


def _power(text: str, word: Word, names: Names) -> int:
    """Where "government" ends after a people or a place ("the Lestrian government"); 0 without one."""
    low = word.lower
    if low not in names.peoples and low not in names.places and not low.endswith(names.people_endings):
        return 0
    noun = text[word.end : word.end + _LONGEST_POWER].split(maxsplit=1)
    power = noun[0].strip(_STOPS) if noun else ""
    return text.index(power, word.end) + len(power) if power in names.powers else 0


def _acts(text: str, word: Word, names: Names) -> bool:
    """Whether a word that is mostly no name is one here: "May said", "White's lawyer"."""
    if word.lower in names.peoples and text.startswith(names.possessives, word.end):
        return True
    doubtful = word.lower in names.also_names or word.lower in names.peoples
    return doubtful and names.after.match(text, word.end) is not None


def _is_headline(text: str, sentence: Sentence, capitals: list[Word], names: Names) -> bool:
    """Whether all words but the smallest have a capital; a line that ends in a stop must be long as well."""
    line = text[sentence.span.start : sentence.span.end]
    if line.isupper():
        return True
    written = line.split()
    if len(capitals) <= _HEADLINE_SHARE * len(written):
        return False
    small = {word.strip(_STOPS) for word in written if word[0].islower()}
    return small <= names.smallest and (line[-1].isalnum() or len(written) >= _LONG_HEADLINE)


def _is_quoted(text: str, part: list[Word], names: Names) -> bool:
    """Whether the words stand alone between quotation marks: the name of a work, a nickname."""
    start, end = part[0].start, part[-1].end
    if _QUOTES.isdisjoint(text[end : end + 2]):
        return False
    article = text[max(0, start - _LONGEST_ARTICLE) : start].rsplit(None, 1)[-1:]
    if article and article[0].lstrip(_MARKS).lower() in names.definite:  # "The Silent House"
        start = text.rindex(article[0], 0, start) + len(article[0]) - len(article[0].lstrip(_MARKS))
    return start > 0 and text[start - 1] in _QUOTES


def _parts(run: list[Word], opens: bool, names: Names) -> list[list[Word]]:
    """The run without words that are no part of a name; in two where such a word stands inside."""
    all_low = [w.lower for w in run]
    doubtful = opens and (all_low[0] in names.adjectives or all_low[0] in names.determiners)
    if names.starters.isdisjoint(all_low) and not doubtful:
        return [run]
    parts: list[list[Word]] = [[]]
    for word in run:
        low, first = word.lower, not parts[-1]
        name = low in names.also_names and not (opens and word is run[0])
        if low in names.definite and not first:  # "Enter The Harrow Post"
            parts.append([])
        elif name or not (low in names.never or (first and low in names.openers)):
            parts[-1].append(word)
        elif parts[-1]:
            parts.append([])
    part = parts[0]
    adjective = opens and len(part) > 1 and part[0] is run[0] and part[0].lower in names.adjectives
    if adjective and f"{part[0].lower} {part[1].lower}" not in names.places:
        parts[0] = part[1:]
    return [part for part in parts if part]


def _split(run: list[Word], sentence: int, doubt: str, names: Names) -> list[Candidate]:
    """One run → the name in it, and before that whatever its title names ("FBI" Director James Comey)."""
    low = [w.lower for w in run]
    firm = run[-1].joint == "&" or " ".join(low) in names.known
    if firm:  # whatever its words mean: "Marsh & Daughter", "General Motors"
        return [_candidate(run, 0, sentence, doubt)]
    called = low[0] in names.courtesy and low[-1] in names.peoples  # "Mr White"
    if (names.alone_nothing.issuperset(low) and not called) or _is_title_only(low, names):
        return []
    if len(run) == 3 and f"{low[1]} {low[2]}" in names.known:
        return [_candidate(run[:1], 0, sentence, doubt), _candidate(run[1:], 0, sentence, doubt)]
    cut = _office(run, low, doubt, names)
    if cut and " ".join(low[cut:]) in names.places:
        run, cut = run[cut:], 0
    if cut == len(run) - 1 and low[cut] in names.things:  # "Executive Order"
        return []
    if not cut:
        while len(run) > 1 and _sheds(run, names):
            run = run[:-1]
        return [_candidate(run, 0, sentence, doubt)]
    before = _before_title(run[:cut], names)
    name = _candidate(run, cut, sentence, doubt if doubt == "headline" else "")
    return [_candidate(before, 0, sentence, doubt or "title"), name] if before else [name]


def _is_title_only(low: list[str], names: Names) -> bool:
    """Whether no name follows the title: "the Culture Secretary"."""
    title = low[-1] in names.titles and low[-1] not in names.surnames_too
    title = title or (len(low) >= _LONG_TITLE and low[-1] in names.roles)  # no "Aneta Cook"
    return title and low[0] not in names.given


def _before_title(title: list[Word], names: Names) -> list[Word]:
    """The words of a title that stand before its first title word, unless they only describe."""
    before: list[Word] = []
    for word in title[:-1]:
        if word.lower in names.offices:
            break
        before.append(word)
    describes = all(w.lower in names.peoples or w.lower in names.adjectives for w in before)
    return [] if describes else before


def _sheds(run: list[Word], names: Names) -> bool:
    """Whether the last word is no part of the name: "Acme Flight", "Berlin German"."""
    last = run[-1].lower
    return last in names.tails or (last in names.peoples and run[0].lower not in names.given)


def _candidate(run: list[Word], cut: int, sentence: int, doubt: str) -> Candidate:
    name = [run[cut].lower]
    for word in run[cut + 1 :]:
        if word.joint in LINKS:
            name.append(word.joint)
        name.append(word.lower)
    title = tuple([w.lower for w in run[:cut]])
    return Candidate(run[cut].start, run[-1].end, tuple(name), title, run[0].start, sentence, doubt)


def _office(run: list[Word], low: list[str], doubt: str, names: Names) -> int:
    """How many words of the run are the title or role of the person named after them."""
    if len(run) == 1 or low[-1] in names.organisations:
        return 0
    linked = len(run) > 2 and [low[i] for i, w in enumerate(run[1:]) if w.joint == "of"]
    if linked and not names.org_openers.isdisjoint([low[0], *linked]):
        return 0
    cut = 0 if names.offices.isdisjoint(low[:-1]) else _titled(run, names)
    if not cut and not names.given.isdisjoint(low[1:-1]):
        cut = _member(run, names)
    if not cut and len(run) >= _LONG_TITLE and low[0] in names.nationals:  # "Frenchman Luc Roe"
        return 1
    return cut or int(doubt == "opens" and names.roles.issuperset(low[0].split("-")))


def _titled(run: list[Word], names: Names) -> int:
    """Up to the last title word that still leaves a name."""
    cut = 0
    person_first = run[0].lower in names.given and run[0].lower not in names.titles
    for i, word in enumerate(run[:-1]):
        lower = word.lower
        if lower in names.offices:
            doubtful = person_first or (lower in names.surnames_too and not _seat(run[i - 1].lower, names))
            if cut == i or not doubtful:
                cut = i + 1
        elif cut == i and cut and (word.joint == "of" or lower in names.portfolios):
            cut = i + 1
    return cut


def _seat(lower: str, names: Names) -> bool:
    """Whether a word names a body or a people, so that a title may follow: "Supreme Court" Justice."""
    if lower in names.organisations or lower in names.peoples or lower in names.places:
        return True
    return lower in names.sites or lower in names.roles


def _member(run: list[Word], names: Names) -> int:
    """Words before a given name that say where the person belongs: "Republican" Ana Ruiz."""
    for i, word in enumerate(run[:-1]):
        if word.lower in names.given:
            return i if any([_seat(w.lower, names) for w in run[:i]]) else 0
    return 0
