"""Brief → what is pasted into the editor of a newsletter: a story at a time, a line at a time.

A page that lets somebody leave things out puts the pieces together itself (`page/preview.js`), as
`Paste.whole` does: head, parts with a piece between them, tail; a part is its head and its blocks of lines.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefing.lang.labels import labels
from briefing.model import Brief
from briefing.render.compose import view
from briefing.render.desk import Desk
from briefing.render.piece import RULE, Piece, joined, linked, paragraph, stressed, strong, words
from briefing.render.preset import known
from briefing.render.view import AlsoView, BriefView, SectionView, StoryView
from briefing.render.wording import answer, item, name, numbers

DOT = Piece(" · ", " · ")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line that can be left out; `id` is the same in every preset."""

    id: str
    piece: Piece


@dataclass(frozen=True, slots=True)
class Block:
    """Lines under a heading (empty when the part's own is enough): `open`, the lines joined, `close`."""

    key: str
    heading: str
    open: Piece
    between: Piece
    close: Piece
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A story (`story` is its id), or what the brief says beside its stories; can be left out and moved.

    `title` and `about` are what `head` says: its heading, and what stands below it.
    """

    id: str
    story: str | None
    title: str
    about: Piece
    head: Piece
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Paste:
    """A brief to be pasted, in pieces."""

    head: Piece
    parts: tuple[Part, ...]
    between: Piece
    tail: Piece

    @property
    def whole(self) -> Piece:
        """All of it."""
        parts = joined(map(_told, self.parts), self.between)
        return self.head + joined((parts, self.tail), self.between)

    @property
    def html(self) -> str:
        """All of it for a rich editor."""
        return self.whole.html

    @property
    def markdown(self) -> str:
        """All of it for an editor of Markdown."""
        return self.whole.markdown.rstrip() + "\n"


def _told(part: Part) -> Piece:
    blocks = (b.open + joined((e.piece for e in b.entries), b.between) + b.close for b in part.blocks)
    return part.head + joined(blocks)


def paste(brief: Brief, preset: str) -> Paste:
    """What to paste into the editor that the preset is for.

    Raises UnknownName for an unknown preset, or a brief in a language without labels.
    """
    return pasted(view(brief, digest=""), preset)


def pasted(brief: BriefView, preset: str) -> Paste:
    """The same of a brief that is composed already."""
    desk = Desk(known(preset), labels(brief.language), {s.number: s for s in brief.sources})
    rule = RULE if desk.preset.rules else Piece()
    stories = [_story(desk, story) for story in brief.stories]
    said = words(desk.labels["verbatim" if stories else "empty"])
    parts = (*_whole(desk, brief), *stories, *_also(desk, brief.also))
    return Paste(_title(desk, brief), parts, rule, paragraph(stressed(said)))


def _title(desk: Desk, brief: BriefView) -> Piece:
    if not desk.preset.title:
        return Piece()
    return desk.heading(words(brief.title), -1) + paragraph(words(brief.date))


def _whole(desk: Desk, brief: BriefView) -> Iterator[Part]:
    """What stands above the stories."""
    for section in brief.sections:
        block = _block(desk, section, section.key, True)
        yield _part(desk, section.key, section.heading, block)


def _story(desk: Desk, story: StoryView) -> Part:
    many = len({n for s in story.sections for line in s.lines for n in numbers(line)}) > 1
    blocks = []
    for section in story.sections:
        block = _block(desk, section, f"{story.number}.{section.key}", many)
        head = desk.heading(words(section.heading), 1)
        blocks.append(replace(block, heading=section.heading, open=head + block.open))
    about = _about(desk, story)
    head = _headline(desk, story) + about
    return Part(str(story.number), story.id, story.headline, about, head, tuple(blocks))


def _part(desk: Desk, id: str, title: str, block: Block) -> Part:
    return Part(id, None, title, Piece(), desk.heading(words(title)), (block,))


def _headline(desk: Desk, story: StoryView) -> Piece:
    href = story.href if desk.preset.links == "headline" else None
    return desk.heading(linked(words(story.headline), href))


def _about(desk: Desk, story: StoryView) -> Piece:
    source = words(story.source) if desk.preset.links == "headline" else desk.source(story.source, story.href)
    others = ", ".join(story.reported_by)
    line = (
        strong(words(story.status)) if story.status else Piece(),
        source,
        words(story.date),
        words(others and f"{desk.labels['also_reported']} {others}"),
    )
    told = joined(line, DOT)
    note = paragraph(stressed(words(story.note))) if story.note else Piece()
    return (paragraph(told) if told else Piece()) + note


def _also(desk: Desk, listed: tuple[AlsoView, ...]) -> Iterator[Part]:
    if not listed:
        return
    entries = tuple(Entry(f"also.{n}", _listed(desk, item)) for n, item in enumerate(listed, 1))
    yield _part(desk, "also", desk.labels["also_today"], _list("also", entries))


def _listed(desk: Desk, item: AlsoView) -> Piece:
    if desk.preset.links == "headline":
        parts = (linked(words(item.headline), item.href), words(item.source))
    else:
        parts = (words(item.headline), desk.source(item.source, item.href))
    return joined(parts, DOT)


def _list(key: str, entries: tuple[Entry, ...]) -> Block:
    return Block(
        key,
        "",
        Piece("<ul>\n<li>", "- "),
        Piece("</li>\n<li>", "\n- "),
        Piece("</li>\n</ul>\n", "\n\n"),
        entries,
    )


def _block(desk: Desk, section: SectionView, key: str, many: bool) -> Block:
    """The lines of a section; each names its source where there are many."""
    say = name if section.names else answer if section.answers else item
    entries = tuple(Entry(f"{key}.{n}", say(desk, line, many)) for n, line in enumerate(section.lines, 1))
    if section.names:
        return Block(key, "", Piece("<p>", ""), Piece("; ", "; "), Piece("</p>\n", "\n\n"), entries)
    if section.answers:
        return Block(key, "", Piece(), Piece(), Piece(), entries)
    return _list(key, entries)
