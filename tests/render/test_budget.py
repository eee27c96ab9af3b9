"""The size of the mail: what is moved to keep it small, and what never happens to a story."""

import email
import email.policy
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.deliver.folder import read_folder
from briefing.deliver.target import target, write
from briefing.model import Article, Brief, Line, Quote, Section, Span, Story
from briefing.render import render_brief
from briefing.render.budget import fit, mailed
from briefing.render.check import check
from tests import newsroom
from tests.conftest import Run

UNRELATED = (
    "The mayor of Lower Quell opened a bridge. ",
    "Bakers in Ostrel will strike over flour. ",
    "A comet passed the observatory at midnight. ",
    "Goats have eaten the tax records of Imber. ",
    "The choir lost its only tenor to a rival. ",
    "Snow closed the pass between both valleys. ",
)


def _long(count: int, words: int = 60) -> Brief:
    """A brief of `count` stories, each with one long sentence."""
    told: list[Story] = []
    articles: list[Article] = []
    for n in range(count):
        text = f"Number {n} is " + "very " * words + "long."
        article = Article(f"a{n}", text, f"Story {n}", "The Long Paper", f"https://long.example/{n}")
        line = Line(Quote(article.id, Span(0, len(text))), "rank")
        told.append(
            Story(
                article.id,
                "new",
                f"Story {n}",
                article.id,
                (article.id,),
                (),
                (Section("what", "What", (line,)),),
            )
        )
        articles.append(article)
    return newsroom.brief(told, articles)


def _bytes(brief: Brief) -> int:
    return mailed(render_brief(brief, "html"))


def test_a_small_brief_stays_as_it_is() -> None:
    """Nothing is moved from a brief that fits."""
    assert fit(_long(3), 90_000, _bytes) == _long(3)


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 40), st.integers(4_000, 40_000))
def test_as_many_stories_as_fit_are_told_whole(count: int, limit: int) -> None:
    """The brief fits, with one more story it would not, and every story is told as it was or listed."""
    whole = _long(count)
    fitted = fit(whole, limit, _bytes)
    told = len(fitted.stories)
    assert fitted.stories == whole.stories[:told]
    assert [item.headline for item in fitted.also] == [story.headline for story in whole.stories[told:]]
    assert told == 1 or _bytes(fitted) <= limit
    if told < count:
        more = replace(whole, stories=whole.stories[: told + 1], also=tuple(fitted.also[1:]))
        assert _bytes(more) > limit


def test_what_is_moved_comes_before_what_was_listed_already() -> None:
    """The list goes on in the order of importance."""
    whole = replace(_long(9), also=newsroom.morning().also)
    assert [item.headline for item in fit(whole, 1, _bytes).also][-2:] == ["Story 8", "Ferry out of service"]


def test_one_story_is_told_whatever_its_size(tmp_path: Path) -> None:
    """A story is never cut, and a brief is never only a list; that it is too large is said."""
    written = write(_long(1, 900), target(str(tmp_path / "brief.html"), None, None, 1))
    assert len(written.brief.stories) == 1
    assert written.too_large > 1_000


@pytest.mark.parametrize("format", ["md", "txt", "json"])
def test_what_is_not_mailed_has_no_budget(format: str, tmp_path: Path) -> None:
    """A single file that is not for an inbox tells every story."""
    assert write(_long(9), target(str(tmp_path / f"brief.{format}"), None, None, 1)).moved == 0


def test_a_folder_with_moved_stories_verifies(tmp_path: Path) -> None:
    """All files of a folder tell the same stories, the record says how many were moved."""
    written = write(_long(12), target(str(tmp_path), None, None, 9))
    folder = tmp_path / "2026-11-24"
    assert 0 < written.moved < 12
    assert json.loads((folder / "run.json").read_text())["moved_to_also"] == written.moved
    assert (folder / "brief.md").read_text().count("\n## Story") == 0
    assert (folder / "brief.md").read_text().count("\n## [Story") == 12 - written.moved
    assert check(read_folder(folder)).bad == ()
    mail = email.message_from_bytes((folder / "brief.eml").read_bytes(), policy=email.policy.default)
    assert len(mail.get_body(("html",)).get_content().encode()) <= 9_000


def test_the_command_says_what_it_moved(briefing: Run, tmp_path: Path) -> None:
    """--max-email-kb moves stories and says so on stderr, once."""
    for n, text in enumerate(UNRELATED):
        (tmp_path / f"{n}.txt").write_text(text * 3)
    done = briefing("make", ".", "-o", "out", "--date", "2026-11-24", "--max-email-kb", "5")
    assert done.returncode == 0
    assert b"only listed, to keep the mail under 5 kB (--max-email-kb)" in done.stderr
    assert mailed((tmp_path / "out/latest/brief.html").read_text()) <= 5_000
    again = briefing("make", ".", "--date", "2026-11-24", BRIEFING_MAX_EMAIL_KB="5")
    assert again.stderr == b""
