"""axe-core's judgement of a page at every width and in both colour schemes."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Literal

from playwright.sync_api import Page

from tests.browser.chromium import EDITORS

AXE = EDITORS / "node_modules/axe-core/axe.min.js"
HEIGHT = 900
_RUN = """() => axe.run(document, { iframes: false, resultTypes: ['violations'] }).then((found) =>
  found.violations.map((one) => `${one.id} (${one.impact}): ${one.nodes[0].html.slice(0, 120)}`))"""
_OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"

Scheme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class View:
    """A page as somebody sees it: width in CSS pixels."""

    width: int
    scheme: Scheme


def views(page: Page, *widths: int) -> Iterator[View]:
    """Show the page at each width, in light and in dark."""
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for width, scheme in product(widths, schemes):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme=scheme)
        yield View(width, scheme)


def violations(page: Page) -> list[str]:
    """Everything that axe objects to, of any impact. Not in frames: those that let no script run stop it.

    The debugger brings axe in: the page's own policy lets no script in from outside.
    """
    page.evaluate(AXE.read_text("utf-8"))
    return list(page.evaluate(_RUN))


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return int(page.evaluate(_OVERFLOW))
