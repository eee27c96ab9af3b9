"""Templates: ours, and what a user puts in their place."""

from pathlib import Path

import pytest

from briefing.errors import UsageError
from briefing.render import render_brief
from briefing.render.templates import home, themes
from tests import newsroom


def _theme(tmp_path: Path, body: str, kind: str = "md") -> str:
    (tmp_path / f"brief.{kind}.jinja").write_text(body, encoding="utf-8")
    return str(tmp_path)


def test_themes_lie_at_the_top_of_the_checkout_or_in_the_package(root: Path) -> None:
    """The program's own themes are found, the default among them."""
    assert "newsletter" in themes()
    assert home() in (root / "templates", root / "briefing" / "templates")


def test_a_folder_of_templates_is_a_theme(tmp_path: Path) -> None:
    """A user's template prints the fields of the brief, escaped for its format without being asked."""
    theme = _theme(tmp_path, "{{ brief.date }}: {% for s in brief.stories %}{{ s.headline }}{% endfor %}.\n")
    made = newsroom.single(newsroom.FERRY, headline="*Ferry* #1")
    assert render_brief(made, "md", theme) == "24 November 2026: \\*Ferry\\* \\#1.\n"


def test_what_a_theme_lacks_is_taken_from_the_default(tmp_path: Path) -> None:
    """A theme with one template still renders every format."""
    theme = _theme(tmp_path, "only markdown\n")
    assert render_brief(newsroom.morning(), "md", theme) == "only markdown\n"
    assert "Audit finds hole" in render_brief(newsroom.morning(), "txt", theme)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("one\n{{ brief.nothing }}\n", r"brief\.md\.jinja:2: .*nothing"),
        ("one\n\n{% if %}\n", r"brief\.md\.jinja:3: "),
        ("{% include 'absent.jinja' %}", "absent"),
    ],
)
def test_a_broken_template_is_told_with_file_and_line(tmp_path: Path, body: str, said: str) -> None:
    """An unknown variable, a slip of syntax, a missing part: one line that says where."""
    with pytest.raises(UsageError, match=said):
        render_brief(newsroom.morning(), "md", _theme(tmp_path, body))


@pytest.mark.parametrize(
    "body",
    [
        "{{ ().__class__.__mro__ }}",
        "{{ brief.__init__.__globals__ }}",
        "{% include '../../etc/passwd' %}",
        "{% include '/etc/passwd' %}",
    ],
)
def test_a_users_template_stays_in_its_box(tmp_path: Path, body: str) -> None:
    """A template cannot reach the interpreter or files outside its folder."""
    with pytest.raises(UsageError):
        render_brief(newsroom.morning(), "md", _theme(tmp_path, body))
