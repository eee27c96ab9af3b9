"""What is copied arrives whole in the editors that newsletters are written in."""

from dataclasses import replace

import pytest
from playwright.sync_api import BrowserContext, Page

from briefing.model import Brief
from briefing.render.paste import paste
from briefing.render.preset import PRESETS
from tests.browser import clipboard
from tests.browser.clipboard import EDITORS
from tests.browser.conftest import SAMPLE
from tests.browser.shape import Shape, in_ghost, of_html

# What is selected with Ctrl+A: the preheader is hidden, a browser does not copy it.
_VISIBLE = """() => {
  const main = document.querySelector('[role=main]').cloneNode(true);
  main.querySelectorAll('[style*="display:none"]').forEach((one) => one.remove());
  return main.innerHTML;
}"""


def _whole(shape: Shape, preset: str) -> None:
    """The copy itself is not empty: a comparison of nothing with nothing would prove nothing."""
    assert len(shape.links) > 20
    assert len(shape.items) > 20
    assert len(shape.quotes) > 5
    assert bool(shape.headings) == (PRESETS[preset].level is not None)
    assert shape.opaque == 0


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("editor", EDITORS)
def test_the_copied_brief_arrives_whole(editors: Page, sample: Brief, editor: str, preset: str) -> None:
    """Ctrl+V gives the headings, links, lists, items and quotations that were copied, and every letter."""
    copied = paste(sample, preset)
    given = of_html(copied.html)
    _whole(given, preset)
    clipboard.copy(editors, html=copied.html, plain=copied.markdown)
    assert of_html(clipboard.paste(editors, editor)) == given


@pytest.mark.parametrize("preset", PRESETS)
def test_ghost_takes_the_brief_whole(sample: Brief, preset: str) -> None:
    """Ghost's own converter makes of every preset what was copied, and no card that cannot be edited."""
    given = of_html(paste(sample, preset).html)
    _whole(given, preset)
    assert in_ghost([paste(sample, preset).html]) == [given]


@pytest.mark.parametrize("editor", EDITORS)
def test_the_page_selected_whole_arrives_as_structure(
    desk: BrowserContext, editors: Page, editor: str
) -> None:
    """Ctrl+A and Ctrl+C in brief.html, Ctrl+V in an editor: all of its structure, and no table."""
    page = clipboard.open_page(desk, (SAMPLE / "brief.html").as_uri())
    given = of_html(page.evaluate(_VISIBLE))
    _whole(given, "plain")
    clipboard.copy_all(page)
    page.close()
    assert _by_lines(of_html(clipboard.paste(editors, editor)), editor) == _by_lines(given, editor)


def _by_lines(shape: Shape, editor: str) -> Shape:
    """Quill has no line break inside a list item: it makes two of a next step and the date above it."""
    return replace(shape, items=("".join(shape.items),)) if editor == "quill" else shape


def test_ghost_takes_the_page_selected_whole(desk: BrowserContext) -> None:
    """Ghost's own converter makes no card of brief.html, and loses nothing of it."""
    page = clipboard.open_page(desk, (SAMPLE / "brief.html").as_uri())
    given = of_html(page.evaluate(_VISIBLE))
    clipboard.copy_all(page)
    copied = clipboard.copied(page, "text/html")
    page.close()
    assert in_ghost([copied]) == [given]
