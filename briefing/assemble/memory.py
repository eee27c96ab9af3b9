"""What earlier briefs printed of a story: a story told before comes back only with what is new."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from briefing.assemble.repeats import alike, stems
from briefing.model import Findings, Group, Line


@dataclass(frozen=True, slots=True)
class Memory:
    """`printed`: the words that earlier briefs printed of each story, by its id.

    `edited`: ids of articles that are new versions of what was briefed: they make no story new.
    """

    printed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    edited: frozenset[str] = frozenset()


class Before:
    """The lines of one story that were printed before."""

    def __init__(self, story: Group, printed: Iterable[str]) -> None:
        self._findings = {f.article.id: f for f in story}
        self._words = {_folded(text) for text in printed}
        self._stems = {code: [stems(f, text) for text in self._words] for code, f in _languages(story)}

    def news(self, lines: Iterable[Line], sentences: bool) -> list[Line]:
        """Those lines that were not printed before; of sentences, not in other words either."""
        return [line for line in lines if not self._told(line, sentences)]

    def _told(self, line: Line, sentences: bool) -> bool:
        f = self._findings[line.quote.article]
        text = f.article[line.quote.span]
        if _folded(text) in self._words:
            return True
        mine = stems(f, text) if sentences else frozenset()
        return sentences and any(alike(mine, told) for told in self._stems[f.language])


def _languages(story: Group) -> Iterable[tuple[str, Findings]]:
    return {f.language: f for f in story}.items()


def _folded(text: str) -> str:
    return " ".join(text.split())
