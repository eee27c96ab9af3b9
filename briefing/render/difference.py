"""Two briefs → what the second has that the first had not, and the other way round."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from briefing.model import Brief, Story
from briefing.render.escape import plain

ALIKE = (
    0.6  # likeness (difflib's ratio) from which on a line that went and one that came are one that changed
)

Lines = dict[str, str]  # a line's words, folded → its section


def difference(old: Brief, new: Brief) -> Iterator[str]:
    """Lines of text: `+` is new, `-` is gone, `~` has changed; stories first, their lines under them."""
    before, after = {s.id: s for s in old.stories}, {s.id: s for s in new.stories}
    for name, story in after.items():
        if name not in before:
            yield f"+ {plain(story.headline)}"
        else:
            rows = list(_rows(_lines(old, before[name]), _lines(new, story)))
            yield from [f"~ {plain(story.headline)}", *rows] if rows else []
    for name, story in before.items():
        if name not in after:
            yield f"- {plain(story.headline)}"


def _lines(brief: Brief, story: Story) -> Lines:
    return {plain(brief.words(ln.quote)): s.key for s in story.sections for ln in s.lines if ln.see is None}


def _rows(old: Lines, new: Lines) -> Iterator[str]:
    gone = {text: key for text, key in old.items() if text not in new}
    for text, key in new.items():
        if text in old:
            continue
        was = _like(text, gone)
        if was:
            del gone[was]
            yield f"  ~ {key}: {was}"
            yield f"    → {text}"
        else:
            yield f"  + {key}: {text}"
    yield from (f"  - {key}: {text}" for text, key in gone.items())


def _like(text: str, gone: Lines) -> str | None:
    """The line that went which is most like one that came."""
    scores = {was: SequenceMatcher(None, was, text).ratio() for was in gone}
    best = max(scores, key=lambda was: scores[was], default=None)
    return best if best and scores[best] >= ALIKE else None
