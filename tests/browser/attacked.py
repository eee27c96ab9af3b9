"""Every page that the program writes, with hostile words or a hostile address in every place of a brief."""

from collections.abc import Iterator
from dataclasses import replace

from briefing.model import Brief
from briefing.render import render_brief
from briefing.render.paste import paste
from briefing.render.preset import PRESETS
from briefing.render.templates import themes
from evals.hostile import ENGINES, brief, story

QUIET = "A quiet day in the harbour."
ADDRESS = "https://courier.example/quiet"


def words(vector: str) -> Brief:
    """A brief of one story that says the vector in every place where words are printed."""
    return brief([story(1, vector)], vector)


def address(vector: str) -> Brief:
    """A brief of one quiet story whose article lies at the vector."""
    told, article = story(1, QUIET)
    return brief([(told, replace(article, url=vector))], QUIET)


def pages(made: Brief) -> Iterator[tuple[str, str]]:
    """What a browser could be shown of a brief, by name: pages, pastes, rendered Markdown."""
    yield "preview.html", render_brief(made, "preview")
    for theme in themes():
        yield f"brief.html, {theme}", render_brief(made, "html", theme)
        for name, engine in ENGINES.items():
            yield f"brief.md, {theme}, {name}", _page(engine(render_brief(made, "md", theme)))
    for preset in PRESETS:
        pasted = paste(made, preset)
        yield f"pasted, {preset}", _page(pasted.html)
        for name, engine in ENGINES.items():
            yield f"pasted as Markdown, {preset}, {name}", _page(engine(pasted.markdown))


def _page(body: str) -> str:
    return f"<!DOCTYPE html><html lang=en><meta charset=utf-8><title>x</title><body>{body}"
