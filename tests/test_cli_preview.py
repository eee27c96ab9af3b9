"""`briefing preview`: written, opened, refused, and the paste on standard output."""

import stat
from pathlib import Path

import pytest

from tests.conftest import Run

STORY = "The mayor of Lower Quell, Ada Brandt, denied the claim on Monday. The bridge stays shut.\n"
DAY = ("--date", "2026-11-24")


@pytest.fixture
def story(tmp_path: Path) -> str:
    """An input file."""
    (tmp_path / "story.txt").write_text(STORY)
    return "story.txt"


@pytest.fixture
def browser(tmp_path: Path) -> tuple[str, Path]:
    """A browser that writes down what it is asked to open, as BROWSER names it, and where it does."""
    seen, program = tmp_path / "seen", tmp_path / "browser"
    program.write_text(f'#!/bin/sh\necho "$1" >> "{seen}"\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return f"{program} %s", seen


def test_inputs_are_briefed_and_shown(briefing: Run, story: str, browser: tuple[str, Path]) -> None:
    """The page is written to a place of its own, which is named, and opened from there."""
    command, seen = browser
    done = briefing("preview", story, *DAY, BROWSER=command, TMPDIR=str(seen.parent))
    assert (done.returncode, done.stdout) == (0, b"")
    page = Path(done.stderr.decode().split("wrote ")[1].strip())
    assert seen.read_text().strip() == page.as_uri()
    assert "The bridge stays shut." in page.read_text()
    assert stat.S_IMODE(page.parent.stat().st_mode) == 0o700


def test_a_finished_brief_is_shown_as_it_was_made(briefing: Run, story: str, tmp_path: Path) -> None:
    """Of a brief's folder, or its brief.json, the page is the one that lies in the folder."""
    briefing("make", story, *DAY, "-o", "out", "--template", "plain", "--title", "Quell")
    made = (tmp_path / "out" / "latest" / "preview.html").read_bytes()
    for named in ("out/latest", "out/2026-11-24/brief.json"):
        done = briefing("preview", named, "-o", "page.html", "--no-open")
        assert (done.returncode, done.stderr) == (0, b"briefing: wrote page.html\n")
        assert (tmp_path / "page.html").read_bytes() == made


def test_no_browser_is_said_with_the_path(briefing: Run, story: str, tmp_path: Path) -> None:
    """Without a browser the page is still there, and the message says what to do, even when quiet."""
    nowhere = {"BROWSER": "", "DISPLAY": "", "WAYLAND_DISPLAY": "", "PATH": str(tmp_path)}
    done = briefing("preview", story, *DAY, "-o", "page.html", "-q", **nowhere)
    assert done.returncode == 0
    assert done.stderr == b"briefing: wrote page.html; there is no browser here, open it in one\n"
    assert (tmp_path / "page.html").exists()


def test_the_page_can_go_to_standard_output(briefing: Run, story: str, browser: tuple[str, Path]) -> None:
    """With `-o -` the page is the product, and nothing is opened."""
    command, seen = browser
    done = briefing("preview", story, *DAY, "-o", "-", BROWSER=command)
    assert done.stdout.startswith(b"<!DOCTYPE html>")
    assert not seen.exists()


def test_a_paste_is_printed(briefing: Run, story: str, browser: tuple[str, Path]) -> None:
    """`--copy` prints the HTML that the page would copy and makes no page."""
    command, seen = browser
    done = briefing("preview", story, *DAY, "--copy", "plain", "--title", "Quell", BROWSER=command)
    assert done.stdout.startswith(b"<h1>Quell</h1>\n<p>24 November 2026</p>\n")
    assert not seen.exists()


def test_an_unknown_preset_is_told_before_the_work(briefing: Run) -> None:
    """A wrong preset is exit 2, whatever the inputs."""
    done = briefing("preview", "absent.txt", "--copy", "gost")
    assert done.returncode == 2
    assert b"did you mean 'ghost'" in done.stderr


def test_a_brief_that_does_not_verify_is_not_shown(briefing: Run, story: str, tmp_path: Path) -> None:
    """A folder whose sources were changed is refused with the first fault."""
    briefing("make", story, *DAY, "-o", "out")
    (source,) = (tmp_path / "out" / "latest" / "sources").iterdir()
    source.write_text(STORY.replace("bridge", "tunnel"))
    done = briefing("preview", "out/latest", "-o", "page.html", "--no-open")
    assert done.returncode == 5
    assert b"briefing verify" in done.stderr
    assert not (tmp_path / "page.html").exists()


def test_a_failed_input_is_said(briefing: Run, story: str) -> None:
    """What could be briefed is shown, and the exit code says that something could not."""
    done = briefing("preview", story, "absent.txt", *DAY, "-o", "page.html", "--no-open")
    assert done.returncode == 3
    assert b"absent.txt" in done.stderr


def test_no_input_is_an_error(briefing: Run) -> None:
    """Nothing to show is exit 66, as with make."""
    assert briefing("preview", "absent.txt", "--no-open").returncode == 66
