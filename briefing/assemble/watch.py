"""What the reader waits for: the stories that name it, and the names that no story has."""

import re
from collections.abc import Iterable

from briefing.model import Group


def named(story: Group, names: Iterable[str]) -> tuple[str, ...]:
    """The names that a story's articles or headlines hold, whole words, in any case."""
    texts = [f"{f.article.title or ''}\n{f.article.text}" for f in story]
    return tuple(name for name in names if any(holds(text, name) for text in texts))


def holds(text: str, name: str) -> bool:
    """Whether a text holds a name or phrase as whole words, in any case, however its lines are broken."""
    words = r"\s+".join(re.escape(word) for word in name.split())
    return re.search(rf"(?<!\w){words}(?!\w)", text, re.IGNORECASE) is not None
