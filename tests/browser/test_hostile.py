"""Whatever an article says, its words stay words in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from briefing.model import Brief
from tests import hostile
from tests.browser import attacked
from tests.browser.chromium import Outcome, Seen, outcome, watched

VECTORS = tuple(dict.fromkeys((*hostile.VECTORS, *hostile.HEADERS, *hostile.CALENDARS)))
# The presets share their escaping, the Markdown its themes: evals/browser.py shows the rest.
SHORT = ("preview.html", "brief.html", "brief.md, newsletter", "pasted, plain", "pasted as Markdown, plain")

Watched = tuple[Page, Seen]


@pytest.fixture(scope="module")
def window(chromium: Browser) -> Iterator[Watched]:
    """One window for all vectors."""
    context = chromium.new_context()
    with watched(context) as pair:
        yield pair
    context.close()


def _outcomes(window: Watched, brief: Brief, place: Path) -> dict[str, Outcome]:
    shown = ((name, html) for name, html in attacked.pages(brief) if name.startswith(SHORT))
    return {name: outcome(*window, html, place / "page.html") for name, html in shown}


@pytest.fixture(scope="module")
def quiet(window: Watched, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    """What the same pages do when the words are harmless: the preview has a script and frames of its own."""
    return _outcomes(window, attacked.words(attacked.QUIET), tmp_path_factory.mktemp("quiet"))


def test_the_vectors_work_when_nothing_is_escaped(watched_page: Watched, tmp_path: Path) -> None:
    """Written into a page as they are, the vectors run, call out and leave handlers: the control."""
    made = [outcome(*watched_page, f"<title>x</title>{v}", tmp_path / "page.html") for v in hostile.SCRIPTS]
    assert sum(one.ran > 0 for one in made) >= 8
    assert sum(bool(one.requests) for one in made) >= 3
    assert sum(bool(one.live or one.active) for one in made) >= 12


def test_there_are_enough_vectors() -> None:
    """At least sixty strings of our own are tried as words."""
    assert len(VECTORS) >= 60


@pytest.mark.parametrize("vector", VECTORS, ids=range(len(VECTORS)))
def test_hostile_words_stay_words(
    window: Watched, quiet: dict[str, Outcome], tmp_path: Path, vector: str
) -> None:
    """As title, sentence, name, speaker, claim or source: nothing runs, calls out, waits for a click."""
    assert _outcomes(window, attacked.words(vector), tmp_path) == quiet


@pytest.mark.parametrize("vector", hostile.URLS, ids=range(len(hostile.URLS)))
def test_hostile_addresses_lead_nowhere(
    window: Watched, quiet: dict[str, Outcome], tmp_path: Path, vector: str
) -> None:
    """As an article's address: no link but a web link, and nothing runs or is fetched."""
    assert _outcomes(window, attacked.address(vector), tmp_path) == quiet
