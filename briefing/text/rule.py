"""The default splitter: one regex proposes ends of sentences, a few rules over word lists refuse some."""

import re
from collections.abc import Iterator

from briefing.lang.text import Stops
from briefing.lang.text import text as stops_of
from briefing.model import Span
from briefing.text.lines import lines

# An end: marks, what closes after them, white space, and no lower-case word next ("iPhone" is none). Or no
# white space at all ("it ended.The next"), which only counts between a lower-case word and a capitalised one.
# All repeats are possessive: no text can make this backtrack. The class in front is searched for fast.
_END = re.compile(
    r"""[.!?…؟।。！？](?:(?<=[.!?…؟।])(?<![.!?…؟।]{2})(?P<more>[.!?…؟।]*+)(?:
          (?P<close>["'”“’»)\]]*+(?:\s++[”’»)\]]++(?=\s))?)(?P<gap>\s++)(?![a-z](?![A-Z])|[,;:!?]|\.(?!\.\.))
        | (?<=[a-z0-9)][.!?])["”’']?+(?=["“‘']?[A-Z][\w’']*+[\s,])
        ) | (?<=[。！？])[。！？]*+["”’」』）]*+(?P<none>\s*+))""",
    re.VERBOSE,
)
_WORD_BACK = 24  # longer than any abbreviation; keeps the look back constant
_NEXT = re.compile(r"[^\w\s]*+([\w’']*+)(:?)")
_NAMED = re.compile(r"((?:[A-Z][\w’'.-]*+\s++){1,4})([a-z]++)")
_ACRONYM = re.compile(r"(?:\w\.)+\w")
_DOUBLE = frozenset('"”“»')
_DASHES = frozenset("-–—")  # behind a quotation they lead to who said it
_OPEN = "([{“‘\"'«„"


def rule(text: str, block: Span, code: str) -> list[Span]:
    """Sentences of a block by rule; linear in its length."""
    stops = stops_of(code)
    return [span for line in lines(text, block) for span in _split(text, line, stops)]


def _split(text: str, line: Span, stops: Stops) -> Iterator[Span]:
    start = line.start
    for end in _END.finditer(text, line.start, line.end):
        after = end.end()
        if after < line.end and _ends(text, start, end, stops):
            stop = max(end.start("gap"), end.start("none"))
            yield Span(start, stop if stop >= 0 else after)
            start = after
    if start < line.end:
        yield Span(start, line.end)


def _ends(text: str, start: int, end: re.Match[str], stops: Stops) -> bool:
    """Whether a proposed end is one. `start` is where its sentence begins."""
    at = end.end()
    if end["more"] is None:
        return True  # the full stops of Chinese and Japanese, with or without white space
    if text[at].islower() and not text[at + 1 : at + 2].isupper():
        return False
    mark, close = text[end.start() : end.end("more")], end["close"]
    if mark == ".":
        quoted = close is not None and not _DOUBLE.isdisjoint(close)
        return text[at] not in _DASHES if quoted else _full_stop(text, start, end, stops)
    if mark == "!" and _word_before(text, start, end.start()) in stops.marked:
        return False
    return not (close and _tag(text, at, stops))


def _tag(text: str, at: int, stops: Stops) -> bool:
    """Whether `Smith asked` follows, which belongs to the quoted question or cry before it."""
    named = _NAMED.match(text, at, at + 80)
    return named is not None and named[2] in stops.speech and named[1].split()[0] not in stops.starters


def _word_before(text: str, start: int, at: int) -> str:
    words = text[max(start, at - _WORD_BACK) : at].rsplit(None, 1)
    return words[-1].rpartition(")")[2].lstrip(_OPEN) if words and not text[at - 1].isspace() else ""


def _full_stop(text: str, start: int, end: re.Match[str], stops: Stops) -> bool:
    """Whether a single full stop ends the sentence, judged by the words on both sides."""
    word = _word_before(text, start, end.start())
    if len(word) > 1 and word not in stops.kept and word.isalpha():
        return True  # nearly all of them
    after = text[end.end()]
    if word in stops.before_name:
        return False
    if word in stops.before_number:
        return not after.isdigit()
    if word.isdigit():
        return end.start() - len(word) > start  # "1. Wash your hands" is numbered, not over
    return _after_abbreviation(word, _NEXT.match(text, end.end()), after, stops)


def _after_abbreviation(word: str, coming: re.Match[str] | None, after: str, stops: Stops) -> bool:
    next_word, label = coming.groups() if coming else ("", "")
    if word in stops.clock:
        return next_word not in stops.after_clock and not after.isdigit()
    if word in stops.may_end or _ACRONYM.fullmatch(word):
        return next_word in stops.starters or bool(label) or after in '“"‘'
    if len(word) == 1 and word.isupper() and word != "I":
        return next_word in stops.starters and next_word != "A"
    return True
