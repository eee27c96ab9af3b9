"""Runs of capitalised words → candidate names: where each begins and ends, and the title before it."""

from typing import NamedTuple

from briefing.extract.capitals import LINKS, Word, runs, words
from briefing.extract.offices import before_title, is_title_only, office
from briefing.lang.names import Names
from briefing.model import Document, Sentence

# A line of which more than this share of words is capitalised is a headline: capitals prove nothing there.
_HEADLINE_SHARE = 0.6
_LONG_HEADLINE = 10
_HEADLINE_WORDS = 4
_PAIR = 2
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
            if first.lower in names.day_parts and (day := _day_before(text, first, names)):
                run[0] = first._replace(start=day.start, lower=day.lower)
                if len(run) > 1 and not _is_quoted(text, run, names):  # "Sunday Night Rugby"
                    found.append(_candidate([run[0], first, *run[1:]], 0, sentence.index, ""))
                continue
            opens = first.start == sentence.span.start or text[first.start - 1] in _OPENING
            if len(run) == 1:
                doubt = "headline" if headline else "opens" if opens else ""
                found += _single(text, first, sentence.index, doubt, names)
                continue
            for part in _parts(run, opens, names):
                if not _is_quoted(text, part, names):
                    doubtful = headline or (len(part) > _PAIR and _is_phrase(text, part, names))
                    begins = part[0] is first or (run[1:2] == part and first.lower in names.openers)
                    doubt = "headline" if doubtful else "opens" if opens and begins else ""
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
    if word.joint == "of" and word.lower in names.given and word.lower not in names.places:
        return []  # "Star of David"
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


def _day_before(text: str, word: Word, names: Names) -> Word | None:
    """The day that stands before "Night" and its like."""
    before = text[max(0, word.start - _LONGEST_POWER) : word.start].split()
    day = before[-1].lstrip(_MARKS) if before else ""
    if day.lower() not in names.calendar:
        return None
    start = text.rindex(day, 0, word.start)
    return Word(start, start + len(day), day.lower(), "")


def _is_phrase(text: str, part: list[Word], names: Names) -> bool:
    """Whether words are capitalised as in a title, "Nowhere Left To Hide", or are a heading in capitals."""
    if text[part[0].start : part[-1].end].isupper():
        return part[-1].lower not in names.organisations and names.given.isdisjoint([w.lower for w in part])
    return sum([w.lower in names.role_stops or w.lower in names.smallest for w in part[1:]]) > 1


def _parts(run: list[Word], opens: bool, names: Names) -> list[list[Word]]:
    """The run without words that are no part of a name; in two where such a word stands inside."""
    all_low = [w.lower for w in run]
    first = all_low[0]
    leads = first in names.adjectives or first in names.determiners
    doubtful = opens and (leads or (first in names.openers and first not in names.given))  # "So", not "Will"
    if names.starters.isdisjoint(all_low) and not doubtful:
        return [run]
    parts: list[list[Word]] = [[]]
    for word in run:
        low, at_first = word.lower, not parts[-1]
        name = low in names.also_names and not (opens and word is run[0])
        if low in names.definite and not at_first:  # "Enter The Harrow Post"
            parts.append([])
        elif name or not (low in names.never or (at_first and low in names.openers)):
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
    firm = firm or (low[0] in names.titles and " ".join(low[:2]) in names.known)  # "Star Wars Jedi"
    if firm:  # whatever its words mean: "Marsh & Daughter", "General Motors"
        return [_candidate(run, 0, sentence, doubt)]
    called = low[0] in names.courtesy and low[-1] in names.peoples  # "Mr White"
    if (names.alone_nothing.issuperset(low) and not called) or is_title_only(low, names):
        return []
    if len(run) == 3 and f"{low[1]} {low[2]}" in names.known:
        return [_candidate(run[:1], 0, sentence, doubt), _candidate(run[1:], 0, sentence, doubt)]
    cut = office(run, low, doubt, names)
    if cut and " ".join(low[cut:]) in names.places:
        run, cut = run[cut:], 0
    if cut == len(run) - 1 and low[cut] in names.things:  # "Executive Order"
        return []
    if not cut:
        while len(run) > 1 and _sheds(run, names):
            run = run[:-1]
        return [_candidate(run, 0, sentence, doubt)]
    before = before_title(run[:cut], names)
    name = _candidate(run, cut, sentence, doubt if doubt == "headline" else "")
    return [_candidate(before, 0, sentence, doubt or "title"), name] if before else [name]


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
