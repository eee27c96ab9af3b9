"""Many findings → groups, one group a story: the same text from two inputs is told once."""

from collections.abc import Iterable

from briefing.model import Findings

Group = tuple[Findings, ...]


def group(found: Iterable[Findings]) -> list[Group]:
    """One group an article, in order; a text seen before is left to its first copy."""
    first: dict[str, Findings] = {}
    for f in found:
        first.setdefault(f.article.sha256, f)
    return [(f,) for f in first.values()]
