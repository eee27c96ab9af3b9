"""Brief → text. A format is a file name and a function; escaping lives in this room and nowhere else."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from briefing.errors import UnknownName
from briefing.model import Brief
from briefing.render.agenda import agenda, has_agenda
from briefing.render.compose import view
from briefing.render.json import brief_json, record, stored
from briefing.render.mail import message
from briefing.render.templates import fill
from briefing.render.text import wrap


def _always(brief: Brief) -> bool:
    return True


class Format(NamedTuple):
    """A rendering: the name of its file, and Brief and template → its text.

    `applies` says whether a brief's folder gets the file; asked for by itself it is always made.
    """

    filename: str
    function: Callable[[Brief, str | None], str]
    applies: Callable[[Brief], bool] = _always


def _filled(kind: str) -> Callable[[Brief, str | None], str]:
    def render(brief: Brief, template: str | None) -> str:
        return fill(view(brief, record(brief, template)["digest"]), kind, template)

    return render


def _text(brief: Brief, template: str | None) -> str:
    return wrap(_filled("txt")(brief, template))


def _mail(brief: Brief, template: str | None) -> str:
    digest = record(brief, template)["digest"]
    return message(brief, _text(brief, template), _filled("html")(brief, template), digest)


def _agenda(brief: Brief, template: str | None) -> str:
    return agenda(brief)


def _speaks(brief: Brief) -> bool:
    """Whether the page can be made in the brief's language."""
    from briefing.lang.preview import has_preview

    return has_preview(brief.language)


def _preview(brief: Brief, template: str | None) -> str:
    # Imported here, for it needs what `verify` needs, and every command starts by importing this module.
    from briefing.render.preview import Mailed, preview

    return preview(brief, template, Mailed(_filled("html")(brief, template), _text(brief, template)))


FORMATS: dict[str, Format] = {
    "md": Format("brief.md", _filled("md")),
    "html": Format("brief.html", _filled("html")),
    "txt": Format("brief.txt", _text),
    "eml": Format("brief.eml", _mail),
    "json": Format("brief.json", brief_json),
    "ics": Format("agenda.ics", _agenda, has_agenda),
    "preview": Format("preview.html", _preview, _speaks),
}
MAILED = frozenset({"html", "eml", "preview"})  # what shows or is a mail, which has to stay small


def render_brief(brief: Brief, format: str, template: str | None = None) -> str:
    """A brief as text; `template` is a theme's name or the path of a folder of templates.

    Raises UnknownName for a format, template or language that does not exist, UsageError for a template
    that does not work.
    """
    if format not in FORMATS:
        raise UnknownName("format", format, FORMATS)
    return FORMATS[format].function(brief, template)


def edition(brief: Brief, formats: Iterable[str], template: str | None = None) -> dict[str, str]:
    """Every file of a brief's folder, by its path there: the formats asked for, brief.json, the sources."""
    asked = {**dict.fromkeys(formats), "json": None}
    wanted = [name for name in asked if FORMATS[name].applies(brief)]
    texts = {name: render_brief(brief, name, template) for name in wanted}
    sources = {stored(article.sha256): article.text for article in brief.articles}
    return {FORMATS[name].filename: text for name, text in texts.items()} | sources
