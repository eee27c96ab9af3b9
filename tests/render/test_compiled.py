"""Compiled templates are kept, and never used for another template than the one they were made of."""

import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from briefing.render.compiled import Compiled


def rendered(folder: Path, source: str = "Dam breaks", options: str = "md") -> str:
    """A template's text, its code kept in the folder."""
    loader = DictLoader({"brief.md.jinja": source})
    environment = Environment(loader=loader, bytecode_cache=Compiled(folder, options), autoescape=True)
    return environment.get_template("brief.md.jinja").render()


@pytest.fixture(autouse=True)
def writing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python keeps compiled code, however the tests were started."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def kept(folder: Path) -> list[Path]:
    """The files in a folder."""
    return sorted(folder.iterdir())


def test_second_time_nothing_is_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The code is found again."""
    rendered(tmp_path)
    monkeypatch.setattr(Environment, "_generate", lambda *given, **named: pytest.fail("compiled again"))
    assert rendered(tmp_path) == "Dam breaks"


def test_changed_template_is_compiled_again(tmp_path: Path) -> None:
    """Old code is replaced, not used."""
    rendered(tmp_path)
    assert rendered(tmp_path, "Dam holds") == "Dam holds"
    assert rendered(tmp_path, "Dam holds") == "Dam holds"
    assert len(kept(tmp_path)) == 1


def test_other_options_have_their_own_code(tmp_path: Path) -> None:
    """A template compiled for text is not used for a page."""
    rendered(tmp_path)
    rendered(tmp_path, options="html")
    assert len(kept(tmp_path)) == 2


def test_missing_folder_is_no_error(tmp_path: Path) -> None:
    """As with a folder that may not be written to: compiled, and not kept."""
    assert rendered(tmp_path / "none") == "Dam breaks"
    assert kept(tmp_path) == []
