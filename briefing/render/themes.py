"""The themes that come with the program, as something to read and to copy."""

import re

from briefing.errors import UnknownName
from briefing.render.templates import home, name, themes

KINDS = ("html", "md", "txt")
_ABOUT = re.compile(r"\{#-?\s*(.*?)[:.;]", re.DOTALL)


def sources(theme: str) -> dict[str, str]:
    """The templates of a theme by file name. Raises UnknownName."""
    if theme not in themes():
        raise UnknownName("theme", theme, themes())
    pages = (home() / theme / name(kind) for kind in KINDS)
    return {page.name: page.read_text("utf-8") for page in pages if page.is_file()}


def source(theme: str, kind: str) -> str:
    """The template of a theme for one kind of text. Raises UnknownName."""
    found = sources(theme)
    if name(kind) not in found:
        raise UnknownName(f"template of {theme}", kind, [n.split(".")[1] for n in found])
    return found[name(kind)]


def about(theme: str) -> str:
    """What a theme is, in the first words of its HTML template."""
    match = _ABOUT.match(source(theme, "html"))
    return " ".join(match[1].split()) if match else ""
