"""Candidates → the mentions of each entity, by what the document itself shows."""

from collections import defaultdict

from briefing.extract.kinds import is_acronym, named_organisation
from briefing.extract.known import Key, Known
from briefing.extract.runs import Candidate
from briefing.lang.names import Names

# Letters stand for a name of at least this many words.
_LETTERS = 2
# Bounds that no article reaches and that keep a hostile one from costing the square of its length.
_NAMESAKES = 40
_PLACES = 40
_NEAR_BEGINNING = 20_000
# So many times as often met as anybody else of that last name: who is meant by the last name alone.
_FAR_MORE = 2


def group(text: str, found: list[Candidate], names: Names) -> list[list[Candidate]]:
    """The mentions of each entity, each list in reading order."""
    known, last = Known(), dict[str, Key]()
    whole = {c.words for c in found if not c.doubt}
    lasts = {words[-1] for words in whole}
    found = [_trimmed(text, c, lasts, whole, names) if len(c.words) > 1 else c for c in found]
    long = [c for c in found if len(c.words) > 1]
    keys: dict[int, Key] = {}
    for c in sorted(long, key=lambda c: (bool(c.doubt), -len(c.words), c.start)):
        key = _long_key(c, known, names)
        if key:
            keys[c.start] = key
            known.offices[key].update(names.offices.intersection(c.title))
    known.named.update(keys.values())
    known.singles = {c.words[0] for c in found if len(c.words) == 1 and not c.doubt}
    groups: dict[Key, list[Candidate]] = defaultdict(list)
    for c in found:
        key = keys.get(c.start) if len(c.words) > 1 else _short_key(text, c, known, last, names)
        if key:
            groups[key].append(c)
            known.met[key] += 1
            last[c.words[-1]] = key
    return [members for members in groups.values() if not _is_adjective(text, members, names)]


def _is_adjective(text: str, members: list[Candidate], names: Names) -> bool:
    """Whether a word like "Lestrian" always stands before a noun in small letters: a people, no name."""
    word = members[0].words[-1]
    if len(members[0].words) > 1 or not word.endswith(names.people_endings) or word in names.given:
        return False
    nouns = (text[c.end : c.end + 2].islower() and not names.after.match(text, c.end) for c in members)
    return all(noun or c.doubt == "title" for noun, c in zip(nouns, members, strict=True))


def _written_small(text: str, word: str) -> bool:
    """Whether a word also stands near the beginning of the text in small letters."""
    at = -1
    for _ in range(_PLACES):
        at = text.find(word, at + 1, _NEAR_BEGINNING)
        if at < 0:
            return False
        if text[at - 1 : at].isspace() and not text[at + len(word) : at + len(word) + 1].isalnum():
            return True
    return False


def _trimmed(text: str, c: Candidate, lasts: set[str], whole: set[Key], names: Names) -> Candidate:
    """A candidate without a word at either end that is no part of the name."""
    first, body, last = c.words[0], c.words[:-1], c.words[-1]
    named = last in lasts and len(body) > 1 and body[-1] not in names.links  # "University of Virginia"
    if named and last not in names.organisations and named_organisation(body, names):
        people = {k[-1] for k in whole if k[0] in names.given}
        if last in people and first not in names.given:  # "Acme Bank Roe"
            return c._replace(end=text.rindex(" ", c.start, c.end), words=body)
    joint = next((k for k, word in enumerate(c.words) if word in names.conjunctions), 0)
    if (
        joint and len(c.words) > joint + _LETTERS and c.words[joint + 1 :] in whole
    ):  # "Acme and Harrow Mills", where the second is named alone
        start = c.start + text[c.start : c.end].lower().rfind(c.words[joint + 1])
        return c._replace(start=max(c.start, start), lead=max(c.start, start), words=c.words[joint + 1 :])
    if c.words[:1] in whole and not named_organisation(c.words, names):
        end = c.start + len(first)
        if is_acronym(text[c.start : end]):
            return c._replace(end=end, words=c.words[:1])
    return _without_opener(text, c, lasts, whole, names)


def _without_opener(text: str, c: Candidate, lasts: set[str], whole: set[Key], names: Names) -> Candidate:
    """A candidate without a first word that is no part of the name: it opens a sentence and is elsewhere
    written small, or is an adverb, or names a people, or stands before what is a full name elsewhere.
    """
    first, rest = c.words[0], c.words[1:]
    if first in names.given or rest[0] in names.links or " ".join(c.words) in names.places | names.known:
        return c
    known = len(rest) > 1 and rest in whole and not named_organisation(rest, names)
    people = first in names.peoples and rest[0] in lasts - names.organisations and len(rest) == 1
    opener = c.doubt == "opens" and (len(rest) > 1 or rest[0] in lasts) and _written_small(text, first)
    adverb = c.doubt == "opens" and first.endswith(names.adverb_endings)
    adverb = adverb and (rest in whole or (len(rest) == 1 and rest[0] in lasts))
    if not ((known and len(first) > 2) or people or opener or adverb or _is_described_place(c, whole, names)):
        return c
    start = text.index(" ", c.start) + 1
    return c._replace(start=start, lead=start, words=rest)


def _is_described_place(c: Candidate, whole: set[Key], names: Names) -> bool:
    """Whether a sentence opens with a word about a place that is named without it elsewhere: "Poor Peru"."""
    rest = c.words[1:]
    if c.doubt != "opens" or rest not in whole or c.words[0] in names.place_openers or c.words[:1] in whole:
        return False
    return " ".join(rest) in names.places


def _long_key(c: Candidate, known: Known, names: Names) -> Key | None:
    words = tuple([w for w in c.words if w not in names.suffixes])
    organisation = named_organisation(words, names)
    numbered = len(words) > _LETTERS and words[-1] in names.numerals  # "World War One"
    thing = (
        words[-2 if numbered else -1] in names.things and not organisation
    )  # "Board of Elections" is a board
    if len(words) < _LETTERS or thing or words[0] in names.thing_openers:
        return None
    content = frozenset(words) - names.links
    ends = (names.short_forms.get(words[0], words[0]), words[-1])
    found = known.by_content.get(content) or known.by_ends.get(ends)
    if not found:
        found = next((k for k in known.by_last[words[-1]][:_NAMESAKES] if content < frozenset(k)), None)
    weak = c.doubt == "headline" or (c.doubt == "title" and not _office(words, organisation, names))
    if not found and weak:
        return None
    if not found:
        found = words
        known.by_last[words[-1]].append(words)
        article, _, bare = words[-1].partition("-")
        if bare and article in names.particles:  # "Bashar al-Assad" is "Assad" too
            known.by_last[bare].append(words)
        known.by_first[words[0]].append(words)
        initials = [w[0] for w in words if w not in names.links]
        if len(initials) >= _LETTERS:
            known.by_letters.setdefault("".join(initials), words)
            known.by_letters.setdefault("".join([w[0] for w in words]), words)
    known.by_content.setdefault(content, found)
    if len(words) > _LETTERS and words[-1] in names.dropped_ends:  # "Mesa Police" Department
        known.by_content.setdefault(content - {words[-1]}, found)
    if not organisation:
        known.by_ends.setdefault(ends, found)
    return found


def _office(words: Key, organisation: bool, names: Names) -> bool:
    """Whether words before a title name a body ("Marshals Service" Director), not a field ("Security")."""
    return organisation and words[-1] not in names.portfolios


def _short_key(text: str, c: Candidate, known: Known, last: dict[str, Key], names: Names) -> Key | None:
    """The name that a single word stands for: somebody's last name, a first name, letters, or itself."""
    word = c.words[0]
    if word in known.by_last:
        people = [k for k in known.by_last[word][:_NAMESAKES] if not named_organisation(k, names)]
        fitting = [k for k in people if _fits(c.title, k, names)]
        if people and not fitting:
            return (c.title[-1], word)  # "Mrs Carrow" where only David Carrow is named
        if fitting:
            held = [k for k in fitting if not known.offices[k].isdisjoint(c.title) and c.title]
            return held[0] if len(held) == 1 else _same_last_name(fitting, last.get(word), known)
    letters = is_acronym(text[c.start : c.end])
    if word in known.by_first and not letters and word not in names.places and word not in names.peoples:
        firsts = [k for k in known.by_first[word][:_NAMESAKES] if _called_by_first(k, names)]
        if firsts:
            return firsts[0]
    if letters and (key := known.by_letters.get(word.replace(".", ""))):
        return key
    if not _stands_alone(text, c, known, names):
        return None
    plural = word.endswith("s") and word[:-1] in known.singles
    return (word[:-1] if plural else word.replace(".", ""),)


def _stands_alone(text: str, c: Candidate, known: Known, names: Names) -> bool:
    """Whether a single word that points to no longer name is a name itself."""
    word = c.words[0]
    part = (word in names.never_alone or word in names.thing_openers) and not is_acronym(
        text[c.start : c.end]
    )  # "Bank", but "FBI"
    if part or word in names.alone_nothing or len(word) == 1:
        return False
    if word.endswith("s") and word[:-1] in known.by_last:
        return False
    if c.doubt and not _attested(text, c, known, names):
        return False
    if word in names.known or word in names.given or word in known.alone:
        return True
    if _written_small(text, word):
        return False
    known.alone.add(word)
    return True


def _called_by_first(key: Key, names: Names) -> bool:
    """Whether a first word alone may stand for the name: people, and companies ("Acme" for "Acme Inc.")."""
    return not named_organisation(key, names) or all(w in names.company_endings for w in key[1:])


def _same_last_name(people: list[Key], nearest: Key | None, known: Known) -> Key:
    """Who was met far more often so far, or is named in full far more often, else the nearest before."""
    people = [k for k in people if known.met[k]] or people
    for counted in (known.met, known.named):
        first = max(people, key=counted.__getitem__)
        if all(counted[first] >= _FAR_MORE * counted[k] for k in people if k != first):
            return first
    return nearest if nearest in people else people[0]


def _fits(title: Key, key: Key, names: Names) -> bool:
    if any(t in names.female_titles for t in title):
        return key[0] not in names.male
    if any(t in names.male_titles for t in title):
        return key[0] not in names.female
    return True


def _attested(text: str, c: Candidate, known: Known, names: Names) -> bool:
    """Whether a doubtful single word is a name by other evidence than its capital."""
    word = c.words[0]
    if word in known.singles or word in names.known or word in names.places or word in names.given:
        return True
    if is_acronym(text[c.start : c.end]):
        return c.doubt != "headline"
    if c.doubt != "opens" or word in names.openers or word in names.adjectives:
        return False
    if word.removesuffix("s") in names.roles or word.endswith(names.participles):
        return False  # "Engineers said", "Strengthening"
    after = names.after.match(text, c.end)
    speaks = after is not None and after.lastgroup != "acts"
    return speaks and not _written_small(text, word)
