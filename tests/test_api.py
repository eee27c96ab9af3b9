"""The Python API: five names."""

from datetime import date
from pathlib import Path

import pytest

import briefing
from briefing.errors import MissingInput

STORY = (
    "Ada Brandt, the mayor of Lower Quell, denied the claim on Monday. The bridge stays shut until 3 March.\n"
)


def test_five_names_make_a_brief(tmp_path: Path) -> None:
    """read → analyse → make_brief → render_brief gives the brief of a file."""
    (tmp_path / "story.txt").write_text(STORY)
    (article,) = briefing.read(str(tmp_path / "story.txt"))
    found = briefing.analyse(article)
    brief = briefing.make_brief([found], day=date(2026, 11, 24))
    page = briefing.render_brief(brief, "md")
    assert "Ada Brandt, the mayor of Lower Quell, denied the claim on Monday." in page


def test_verify_reports_on_a_folder(tmp_path: Path, root: Path) -> None:
    """verify gives a verdict for every line of a written brief."""
    report = briefing.verify(root / "outputs" / "sample")
    assert report.lines
    assert report.bad == ()


def test_read_raises_for_what_cannot_be_read(tmp_path: Path) -> None:
    """A missing input is an error that names it."""
    with pytest.raises(MissingInput, match=r"nowhere\.txt"):
        list(briefing.read(str(tmp_path / "nowhere.txt")))


def test_the_names_are_documented() -> None:
    """`__all__` holds just these five, each with a docstring."""
    names = [name for name in briefing.__all__ if name != "__version__"]
    assert sorted(names) == ["analyse", "make_brief", "read", "render_brief", "verify"]
    assert all(getattr(briefing, name).__doc__ for name in names)
