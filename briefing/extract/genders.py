"""Whether somebody is a he, a she or neither, as far as titles, first names and nouns show."""

from bisect import bisect_right

from briefing.extract.nouns import bare
from briefing.extract.words import Reading
from briefing.lang.speech import Gender, Speech
from briefing.model import Cast, Mention

# So many characters hold the longest word of a title.
_TITLE = 24


def gender_of(reading: Reading, cast: Cast, number: int, lex: Speech) -> Gender:
    """What the words before an entity's names and its first name say of it; empty when nothing does."""
    entity = cast.entities[number]
    if entity.kind != "person":
        return "thing"
    for mention in cast.mentions:
        if mention.entity != number:
            continue
        inside = reading.document.article[mention.span].lower().replace(".", " ").split()
        for word in (_in_front(reading, mention), *inside[:-1]):
            if word in lex.gender:
                return lex.gender[word]
    first = reading.document.article[entity.name].lower().split()
    for word in first[:-1]:
        if word in lex.first_name:
            return lex.first_name[word]
    return "f" if len(first) > 1 and first[0].endswith(lex.female_ending) else ""


def noun_gender(head: str, lex: Speech) -> Gender:
    """What the head of a description says: he, she, a body, several; empty when it may be anybody."""
    known = lex.gender.get(head, "") or ("body" if head in lex.bodies else "")
    return known or ("many" if head.endswith("s") or head in lex.plural else "")


def can_be(head: str, gender: Gender, lex: Speech) -> bool:
    """Whether the head of a description can be what a pronoun of a gender means: `the job` is no "she"."""
    noun = bare(head)
    if noun in lex.pronoun:
        return False
    somebody = noun in lex.people or noun in lex.epithet or noun in lex.gender
    return gender not in ("m", "f") or somebody or noun.endswith(lex.person_ending)


def _in_front(reading: Reading, mention: Mention) -> str:
    """The word in front of a name in its own sentence, without a full stop, or nothing."""
    sentences, start = reading.document.sentences, mention.span.start
    begun = bisect_right(sentences, start, key=lambda sentence: sentence.span.start)
    begin = sentences[begun - 1].span.start if begun else 0
    before = reading.text[max(begin, start - _TITLE) : start].split()
    return before[-1].rstrip(".") if before else ""
