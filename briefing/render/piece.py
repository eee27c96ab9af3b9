"""The same words twice, as HTML for a rich editor and as Markdown for one that takes only text.

The HTML is semantic and nothing else: no class, style, role, identifier or table, so that every editor puts
its own design on it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from briefing.render.escape import markdown, plain


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a brief in both languages; `+` puts one behind the other."""

    html: str = ""
    markdown: str = ""

    def __add__(self, other: "Piece") -> "Piece":
        return Piece(self.html + other.html, self.markdown + other.markdown)

    def __bool__(self) -> bool:
        return bool(self.html)


SPACE = Piece(" ", " ")
RULE = Piece("<hr>\n", "---\n\n")


@lru_cache(maxsize=2_000)  # every preset says the same words
def words(text: str | None) -> Piece:
    """Words as they are; nothing in them becomes structure."""
    return Piece(escape(plain(text), quote=False), markdown(text)) if text else Piece()


def strong(inside: Piece) -> Piece:
    """Words of weight."""
    return Piece(f"<strong>{inside.html}</strong>", f"**{inside.markdown}**")


def stressed(inside: Piece) -> Piece:
    """What the brief itself remarks."""
    return Piece(f"<em>{inside.html}</em>", f"*{inside.markdown}*")


def linked(inside: Piece, href: str | None) -> Piece:
    """A link to an address that `escape.link` let through, or the words alone."""
    if href is None:
        return inside
    return Piece(f'<a href="{escape(href)}">{inside.html}</a>', f"[{inside.markdown}]({href})")


def written(href: str) -> Piece:
    """A link that shows its address, for what drops links."""
    return Piece(f'<a href="{escape(href)}">{escape(href)}</a>', f"<{href}>")


def heading(inside: Piece, level: int | None) -> Piece:
    """A heading, or a paragraph in bold where an editor keeps none."""
    if level is None:
        return paragraph(strong(inside))
    return Piece(f"<h{level}>{inside.html}</h{level}>\n", f"{'#' * level} {inside.markdown}\n\n")


def paragraph(inside: Piece) -> Piece:
    """A paragraph."""
    return Piece(f"<p>{inside.html}</p>\n", f"{inside.markdown}\n\n")


def quotation(inside: Piece) -> Piece:
    """A quotation that stands by itself."""
    return Piece(f"<blockquote>{inside.html}</blockquote>\n", f"> {inside.markdown}\n\n")


def joined(pieces: Iterable[Piece], between: Piece = Piece()) -> Piece:
    """The pieces that have words, with `between` between them."""
    kept = [piece for piece in pieces if piece]
    return Piece(between.html.join(p.html for p in kept), between.markdown.join(p.markdown for p in kept))
