"""The names that a document has established, by every way in which a shorter mention can point to them."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

Key = tuple[str, ...]


@dataclass(slots=True, eq=False, repr=False)
class Known:
    """Full names under their words.

    `named`: how often each is named in full, with what `offices`; `met`: how often each was met so far.
    `singles`: single words that are names beyond doubt; `alone`: those found to stand for themselves.
    """

    by_content: dict[frozenset[str], Key] = field(default_factory=dict)
    by_ends: dict[tuple[str, str], Key] = field(default_factory=dict)
    by_last: dict[str, list[Key]] = field(default_factory=lambda: defaultdict(list))
    by_first: dict[str, list[Key]] = field(default_factory=lambda: defaultdict(list))
    by_letters: dict[str, Key] = field(default_factory=dict)
    singles: set[str] = field(default_factory=set)
    named: Counter[Key] = field(default_factory=Counter)
    met: Counter[Key] = field(default_factory=Counter)
    alone: set[str] = field(default_factory=set)
    offices: dict[Key, set[str]] = field(default_factory=lambda: defaultdict(set))
