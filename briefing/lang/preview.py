"""`[preview]`: every word of the page on which a brief is looked at and copied."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from briefing.errors import UnknownName
from briefing.lang import known, table


@dataclass(frozen=True, slots=True)
class PreviewWords:
    """The page's words by key; `spoken` are those its script says, with `{…}` for what it fills in."""

    words: Mapping[str, str]
    spoken: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        return self.words[key]


def has_preview(code: str) -> bool:
    """Whether the page can speak this language."""
    return code in known() and bool(table(code, "preview"))


@cache
def preview_words(code: str) -> PreviewWords:
    """The words of the page in a language; raises UnknownName for a language that has none."""
    if not has_preview(code):
        raise UnknownName("preview language", code, [c for c in known() if has_preview(c)])
    found = table(code, "preview")
    return PreviewWords(found["words"], found["spoken"])
