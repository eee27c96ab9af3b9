"""The command starts quickly: what is heavy is imported when it is used."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HEAVY = (
    "sumy",
    "nltk",
    "numpy",
    "trafilatura",
    "lxml",
    "requests",
    "httpx",
    "httpcore",
    "hishel",
    "smtplib",
    "asyncio",
    "feedparser",
    "pypdf",
)
STORY = "The dam at Osk broke on Monday. Water took the mill. The county will pay, its chair Ada Lund said."


def loaded(code: str) -> set[str]:
    """The heavy modules that a fresh interpreter has loaded after running the code."""
    code += f"\nimport sys; print([name for name in {HEAVY} if name in sys.modules])"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=True)
    return set(eval(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "module", ["briefing", "briefing.cli", "briefing.cli.app", "briefing.analyse", "briefing.rank"]
)
def test_importing_loads_nothing_heavy(module: str) -> None:
    """No module of ours loads sumy, nltk, numpy, trafilatura or a network client when it is imported."""
    assert loaded(f"import {module}") == set()


def test_a_brief_of_plain_text_needs_nothing_heavy(tmp_path: Path) -> None:
    """Reading, cleaning, ranking and finding in a text file use no heavy module at all."""
    (tmp_path / "story.txt").write_text(STORY)
    code = f"import briefing; [briefing.analyse(a) for a in briefing.read({str(tmp_path / 'story.txt')!r})]"
    assert loaded(code) == set()


def test_a_sumy_ranker_loads_what_it_needs(tmp_path: Path) -> None:
    """The check above can fail: LexRank, once asked for, does load sumy, nltk and numpy."""
    code = (
        "from briefing.clean import clean\n"
        "from briefing.model import Article\n"
        "from briefing.rank import rank\n"
        f"rank(clean(Article('a', {STORY!r}), 'en'), 'en', 'lexrank')"
    )
    assert {"sumy", "nltk", "numpy"} <= loaded(code)
