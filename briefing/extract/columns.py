"""Whether an article is a column or a letters page: written in the first person, outside quotations."""

import re

# First-person words in a thousand, outside quotation marks: columns of PolNeAR have 7 to 50, news at most 5,
# tabloid reports whose quotations go unclosed up to 6.
_COLUMN = 7.0
_LEAST = 100
# A rough idea of quotations is enough here, and ten times as cheap as reading them.
_QUOTED = re.compile(
    r"“[^”]*(?:”|$)|\"[^\"\n]*(?:\"|$)|''.*?''|(?<=[\s(])[‘'](?=\w)[^’'\n]*(?:[’']\w[^’'\n]*)*[’'](?!\w)"
)


def is_column(text: str, first_person: frozenset[str]) -> bool:
    """Whether the writer speaks for himself."""
    enough = _COLUMN * max(text.count(" "), _LEAST) / 1000
    return _count(text, first_person) >= enough and _count(_QUOTED.sub(" ", text), first_person) >= enough


def _count(text: str, words: frozenset[str]) -> int:
    return sum(text.count(f" {word} ") for word in words)
