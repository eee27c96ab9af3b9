"""What Markdown and lists put around the story: pictures, crossheads, rules, the marks of list items."""

import re
from collections.abc import Iterator

from briefing.model import Furniture, Span

# CommonMark 0.31: images, ATX headings, thematic breaks, bullets. A bullet's mark goes, its words stay; three
# words or fewer may be a signature (`- Ulla Marsh`), which another rule knows by its dash.
_PIECES = (
    ("caption", re.compile(r"!\[[^\]\n]*\]\([^)\s]*(?:[ \t]+\"[^\"\n]*\")?\)")),
    ("crosshead", re.compile(r"^[ ]{0,3}#{1,6}[ \t]+\S[^\n\r]*", re.MULTILINE)),
    (
        "separator",
        re.compile(
            r"^[ ]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})(?=[\r\n]|\Z)", re.MULTILINE
        ),
    ),
    ("bullet", re.compile(r"^[ \t]*[-*+•·▪‣►](?=[ \t]+[^\s\-*+]\S*(?:[ \t]+\S+){3})", re.MULTILINE)),
)
_MARKED = re.compile(r"\n[ \t]*[-#*_+•·▪‣►]|!\[")  # a cheap look that most articles fail


def markup(text: str, start: int) -> Iterator[Furniture]:
    """Pieces of markup from `start` on, by kind; those of one kind are in order and never overlap."""
    if not _MARKED.search("\n" + text):
        return
    for rule, pattern in _PIECES:
        for found in pattern.finditer(text, start):
            inside = found.start() + len(found[0]) - len(found[0].lstrip())
            yield Furniture(Span(inside, found.start() + len(found[0].rstrip())), rule)
