"""A real browser, the editors, and a brief to paste into them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from briefing.model import Brief
from briefing.render.parse import parse
from tests.browser.chromium import EDITORS, ChromiumMissing, Seen, executable, launch, watched

SAMPLE = Path(__file__).parents[2] / "outputs" / "sample"
PATIENCE = 10_000  # milliseconds; two cores may be busy with more than this
CLIPBOARD = ["clipboard-read", "clipboard-write"]


def pytest_configure() -> None:
    """Without a browser the run fails at once: a skipped test would pass for a green one."""
    try:
        executable()
    except ChromiumMissing as error:
        pytest.exit(str(error), returncode=1)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A fresh profile."""
    made = chromium.new_context()
    made.set_default_timeout(PATIENCE)
    yield made
    made.close()


@pytest.fixture(scope="session")
def desk(chromium: Browser) -> Iterator[BrowserContext]:
    """The profile in which pages and editors share a clipboard."""
    made = chromium.new_context(permissions=CLIPBOARD)
    made.set_default_timeout(PATIENCE)
    yield made
    made.close()


@pytest.fixture
def watched_page(context: BrowserContext) -> Iterator[tuple[Page, Seen]]:
    """A page and what it does."""
    with watched(context) as pair:
        yield pair


@pytest.fixture(scope="session")
def editors(desk: BrowserContext) -> Page:
    """The page with all editors; `paste` empties one before it uses it."""
    page = desk.new_page()
    page.goto((EDITORS / "index.html").as_uri())
    page.wait_for_selector("body[data-ready]")
    return page


@pytest.fixture(scope="session")
def sample() -> Brief:
    """The golden brief, read back from its record."""
    sources = {f"sources/{path.name}": path.read_bytes() for path in (SAMPLE / "sources").iterdir()}
    return parse((SAMPLE / "brief.json").read_text("utf-8"), sources).brief
