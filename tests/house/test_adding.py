"""The "adding things" table of CONTRIBUTING.md, row by row: one new file, at most one changed line.

Each test copies the package, makes the addition, and runs the copy.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
STORY = "The mayor of Lower Quell, Ada Brandt, denied the claim on Monday. The bridge stays shut.\n"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A checkout with the package and its templates only."""
    shutil.copytree(ROOT / "briefing", tmp_path / "briefing", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    (tmp_path / "story.txt").write_text(STORY)
    return tmp_path


def run(copy: Path, *args: str) -> str:
    """Standard output of the copied command."""
    done = subprocess.run(
        [sys.executable, "-m", "briefing", *args],
        capture_output=True,
        text=True,
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy)},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def touch_registry(copy: Path, module: str, registry: str, entry: str, load: str) -> None:
    """Add one entry (and the import it needs) to a literal registry."""
    path = copy / "briefing" / module
    source = path.read_text()
    at = source.index("{", source.index(f"\n{registry}")) + 1
    path.write_text(source[:at] + f"\n    {entry},\n" + source[at:])
    lines = path.read_text().split("\n")
    first = next(i for i, line in enumerate(lines) if line.startswith(("from briefing", "import ")))
    path.write_text("\n".join([*lines[:first], load, *lines[first:]]))


def test_an_input_format(copy: Path) -> None:
    """A reader is one file in read/ and one line in READERS."""
    (copy / "briefing" / "read" / "shout.py").write_text(
        "from briefing.model import Article\n\n\n"
        "def read_shout(raw):\n    yield Article(id='s', text=raw.data.decode().lower())\n"
    )
    touch_registry(
        copy,
        "read/__init__.py",
        "READERS",
        '"shout": read_shout',
        "from briefing.read.shout import read_shout",
    )
    code = (
        "from briefing.model import Raw; from briefing.read import READERS; "
        "print(next(READERS['shout'](Raw(b'LOUD', '-'))).text)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=copy, check=True)
    assert done.stdout == "loud\n"


def test_a_ranking(copy: Path) -> None:
    """A ranker is one file in rank/ and one line in RANKERS; the option's help and checks follow."""
    (copy / "briefing" / "rank" / "last.py").write_text(
        "from briefing.model import Lead\n\n\n"
        "def last(document, code):\n"
        "    return tuple(Lead(s.span, float(s.index)) for s in reversed(document.sentences))\n"
    )
    touch_registry(copy, "rank/__init__.py", "RANKERS", '"last": last', "from briefing.rank.last import last")
    row = json.loads(run(copy, "findings", "story.txt", "--ranker", "last", "-n", "1"))
    (chosen,) = row["summary"]
    assert row["text"][chosen["start"] : chosen["end"]] == "The bridge stays shut."
    assert "last" in run(copy, "make", "--help")


def test_a_section(copy: Path) -> None:
    """A section is one function and one line in SECTIONS; every format prints it, no template is touched."""
    (copy / "briefing" / "assemble" / "ending.py").write_text(
        "from briefing.model import Line, Quote\n\n\n"
        "def ending(story):\n"
        "    f = story[0]\n"
        "    return [Line(Quote(f.article.id, f.document.sentences[-1].span), 'ending')]\n"
    )
    touch_registry(
        copy,
        "assemble/sections.py",
        "SECTIONS",
        '"ending": Rule(ending, 1)',
        "from briefing.assemble.ending import ending",
    )
    run(copy, "make", "story.txt", "-o", "out", "--date", "2026-11-24", "--only", "ending")
    for name in ("brief.md", "brief.html", "brief.txt", "brief.json"):
        assert "The bridge stays shut." in (copy / "out" / "2026-11-24" / name).read_text()


def test_an_output_format(copy: Path) -> None:
    """A format is one file in render/ and one line in FORMATS; `-f` and the folder know it at once."""
    (copy / "briefing" / "render" / "tally.py").write_text(
        "def tally(brief, template):\n    return f'{len(brief.stories)} story\\n'\n"
    )
    touch_registry(
        copy,
        "render/__init__.py",
        "FORMATS",
        '"tally": Format("brief.tally", tally)',
        "from briefing.render.tally import tally",
    )
    assert run(copy, "make", "story.txt", "--date", "2026-11-24", "-f", "tally") == "1 story\n"
    run(copy, "make", "story.txt", "--date", "2026-11-24", "-o", "out")
    assert (copy / "out" / "2026-11-24" / "brief.tally").read_text() == "1 story\n"


def test_a_language(copy: Path) -> None:
    """A language is one file in lang/, nothing else is touched."""
    (copy / "briefing" / "lang" / "xx.toml").write_text('name = "Exish"\n')
    row = json.loads(run(copy, "findings", "story.txt", "--language", "xx"))
    assert row["language"] == "xx"
    assert row["denials"] == []
