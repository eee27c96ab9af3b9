"""The harness sees: what must not happen in the other tests happens here, on purpose."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.axe import violations
from tests.browser.chromium import Outcome, Seen, outcome
from tests.browser.clipboard import EDITORS, copied, copy, paste
from tests.browser.shape import in_ghost, of_html

RUNS = (
    "<script>window.ran = 1</script>",
    "<img src=x onerror='window.ran = 1'>",
    "<svg onload='window.ran = 1'></svg>",
    "<a href='javascript:window.ran = 1'>click</a>",
    "<a href=' \x01JaVaScRiPt:window.ran = 1'>click</a>",
    "<body onload='window.ran = 1'>",
    "<details open ontoggle='window.ran = 1'>x</details>",
    "<iframe srcdoc='<script>parent.ran = 1</script>'></iframe>",
    "<iframe sandbox='allow-scripts' srcdoc='<script>top.ran = 1</script>'></iframe>",
)
LIVES = ("<p onclick='x()'>x</p>", "<a href='java\nscript:x()'>x</a>", "<a href='data:text/html,x'>x</a>")
LEAVES = (
    "<img src='http://evil.example/pixel.png'>",
    "<style>@import url(https://evil.example/x.css)</style>",
    "<iframe src='https://evil.example/'></iframe>",
    "<link rel=stylesheet href='//evil.example/x.css'><base href='http://evil.example'>",
    "<p style='background: url(http://evil.example/x)'>x</p>",
)
TABLE = "<table><tr><td><h2>Head</h2><ul><li>item</li></ul></td></tr></table>"


@pytest.mark.parametrize("html", RUNS)
def test_a_script_that_runs_is_seen(watched_page: tuple[Page, Seen], tmp_path: Path, html: str) -> None:
    """Inline scripts, handlers, javascript: links and framed scripts are all counted."""
    assert outcome(*watched_page, html, tmp_path / "page.html").ran > 0


def test_a_quiet_page_is_silent(watched_page: tuple[Page, Seen], tmp_path: Path) -> None:
    """A page of plain words with a web link gives nothing at all."""
    made = outcome(*watched_page, "<p>Quiet <a href='https://one.example/'>x</a>", tmp_path / "page.html")
    assert made == Outcome(0, (), (), ())


@pytest.mark.parametrize("html", LIVES)
def test_what_waits_for_a_click_is_seen(watched_page: tuple[Page, Seen], tmp_path: Path, html: str) -> None:
    """Handlers and addresses that run are found in the page though nothing has run yet."""
    assert outcome(*watched_page, html, tmp_path / "page.html").live


@pytest.mark.parametrize("html", LEAVES)
def test_a_request_is_seen(watched_page: tuple[Page, Seen], tmp_path: Path, html: str) -> None:
    """Pictures, styles, frames and backgrounds from elsewhere are counted, and reach nobody."""
    assert outcome(*watched_page, html, tmp_path / "page.html").requests


def test_a_dialog_is_seen(watched_page: tuple[Page, Seen], tmp_path: Path) -> None:
    """An alert is closed and counted."""
    outcome(*watched_page, "<script>alert('seen')</script>", tmp_path / "page.html")
    assert watched_page[1].dialogs == ["seen"]


def test_axe_is_awake(watched_page: tuple[Page, Seen], tmp_path: Path) -> None:
    """A grey picture-less page without language is complained of."""
    page, _ = watched_page
    (tmp_path / "page.html").write_text("<img src=x.png><p style='color:#ccc;background:#fff'>pale")
    page.goto((tmp_path / "page.html").as_uri())
    named = {bad.split()[0] for bad in violations(page)}
    assert {"color-contrast", "html-has-lang", "image-alt"} <= named


@pytest.mark.parametrize("editor", ["lexical", "tinymce"])
def test_a_lost_table_is_seen(editors: Page, editor: str) -> None:
    """A page laid out in tables does not pass for a clean one; TipTap and Quill unwrap this one."""
    copy(editors, html=TABLE, plain="Head item")
    assert of_html(paste(editors, editor)) != of_html("<h2>Head</h2><ul><li>item</li></ul>")


def test_ghost_makes_a_card_of_a_table() -> None:
    """Ghost's converter hides a table in a card that nobody can edit, and the count says so."""
    assert in_ghost([TABLE])[0].opaque == 1


@pytest.mark.parametrize("editor", EDITORS)
def test_markdown_as_text_arrives_as_text(editors: Page, editor: str) -> None:
    """Markdown alone on the clipboard gives no heading and no list: why the button copies HTML."""
    copy(editors, plain="# Head\n\n- item")
    made = of_html(paste(editors, editor))
    assert (made.headings, made.items) == ((), ())


def test_the_clipboard_is_real(editors: Page) -> None:
    """What one page copies, the clipboard holds."""
    copy(editors, html="<h2>Head</h2>", plain="Head")
    assert "<h2>Head</h2>" in copied(editors, "text/html")
