"""What the editors of newsletters keep of a paste, and how headings and links are written for each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from briefing.errors import UnknownName
from briefing.lang.labels import Labels
from briefing.render.piece import SPACE, Piece, heading, joined, linked, words, written
from briefing.render.view import MarkView, SourceView


@dataclass(frozen=True, slots=True)
class Preset:
    """What an editor keeps of a paste.

    `name`: as its maker writes it. `title`: print the brief's own, for editors that have no field for it.
    `level` of a story's heading, its sections one below; None: bold paragraphs, where headings are dropped.
    `rules` between stories. `links`: on the headline, on the source's name, or written out behind it.
    """

    name: str
    title: bool
    level: int | None
    rules: bool
    links: Literal["headline", "source", "written"]


# What they rest on is in docs/newsletters.md.
PRESETS: dict[str, Preset] = {
    "substack": Preset("Substack", title=False, level=2, rules=True, links="source"),
    "ghost": Preset("Ghost", title=False, level=2, rules=True, links="headline"),
    "mailchimp": Preset("Mailchimp", title=True, level=None, rules=False, links="source"),
    "beehiiv": Preset("beehiiv", title=False, level=2, rules=False, links="source"),
    "buttondown": Preset("Buttondown", title=False, level=2, rules=False, links="headline"),
    "plain": Preset("Plain", title=True, level=2, rules=False, links="written"),
}


def known(name: str) -> Preset:
    """The preset of that name; raises UnknownName."""
    if name not in PRESETS:
        raise UnknownName("preset", name, PRESETS)
    return PRESETS[name]


@dataclass(frozen=True, slots=True)
class Desk:
    """An editor to write for: its preset, the brief's margin words, the sources by number."""

    preset: Preset
    labels: Labels
    sources: Mapping[int, SourceView]

    def heading(self, text: Piece, below: int = 0) -> Piece:
        """A story's heading, or one so many levels below it."""
        level = self.preset.level
        return heading(text, level + below if level else None)

    def source(self, name: str | None, href: str | None) -> Piece:
        """Where something comes from, linked as the preset wants it."""
        called = words(name) or words(href and self.labels["source"])
        if self.preset.links == "written" and href:
            return joined((called, written(href)), SPACE)
        return linked(called, href)

    def mark(self, mark: MarkView) -> Piece:
        """The source of a line."""
        return self.source(self.sources[mark.number].source, mark.href)
