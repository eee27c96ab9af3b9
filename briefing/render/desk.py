"""How headings, links and sources are written for the editor of a newsletter."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.lang.labels import Labels
from briefing.render.piece import SPACE, Piece, heading, joined, linked, words, written
from briefing.render.preset import Preset
from briefing.render.view import MarkView, SourceView


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
