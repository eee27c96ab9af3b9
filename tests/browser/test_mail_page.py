"""brief.html in a browser: for every reader, at every width, with or without its style block."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from briefing.model import Brief
from briefing.render import render_brief
from briefing.render.templates import themes
from tests.browser.axe import overflow, views, violations
from tests.browser.chromium import Seen

_STYLES = """() => [...document.querySelectorAll('body *')].filter((one) => [...one.childNodes].some(
  (child) => child.nodeType === 3 && child.data.trim())).map((one) => {
    const style = getComputedStyle(one);
    return [style.fontFamily, style.fontSize, style.fontWeight, style.color, style.lineHeight, style.display];
  })"""


def _open(page: Page, place: Path, html: str) -> Page:
    place.write_text(html, encoding="utf-8")
    page.goto(place.as_uri())
    return page


@pytest.mark.parametrize("theme", themes())
def test_axe_finds_nothing(
    watched_page: tuple[Page, Seen], sample: Brief, tmp_path: Path, theme: str
) -> None:
    """Every theme at phone, tablet and desktop width, light and dark, is clean to axe at any impact."""
    page, seen = watched_page
    _open(page, tmp_path / "brief.html", render_brief(sample, "html", theme))
    found = {view: bad for view in views(page, 360, 700, 1200) if (bad := violations(page))}
    assert (found, seen.requests, seen.complaints) == ({}, [page.url], [])


@pytest.mark.parametrize("theme", themes())
def test_nothing_is_wider_than_the_window(
    watched_page: tuple[Page, Seen], sample: Brief, tmp_path: Path, theme: str
) -> None:
    """From 320 pixels on no theme has to be scrolled sideways."""
    page, _ = watched_page
    _open(page, tmp_path / "brief.html", render_brief(sample, "html", theme))
    assert {view: overflow(page) for view in views(page, 320, 360, 700)} == dict.fromkeys(
        views(page, 320, 360, 700), 0
    )


@pytest.mark.parametrize("theme", themes())
def test_a_mail_program_may_drop_the_style_block(
    context: BrowserContext, sample: Brief, tmp_path: Path, theme: str
) -> None:
    """Every text keeps its face, size, weight, colour and place when the style block is removed."""
    html = render_brief(sample, "html", theme)
    bare = re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)
    assert bare != html
    shown = [
        _open(context.new_page(), tmp_path / f"{n}.html", h).evaluate(_STYLES)
        for n, h in enumerate((html, bare))
    ]
    assert shown[0] == shown[1]
