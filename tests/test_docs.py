"""The documents cannot go stale: what they show is run, what they name exists."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
COMMANDS = re.findall(
    r"^\$ ((?:cat [^|]+\| )?briefing [^#\n]+)", (ROOT / "README.md").read_text(), re.MULTILINE
)


def _ids(path: Path) -> str:
    return path.name


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that looks like the checkout to a command: inputs/, and a brief in outputs/latest."""
    place = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "inputs", place / "inputs")
    (place / "bin").mkdir()
    (place / "bin" / "briefing").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m briefing "$@"\n')
    (place / "bin" / "briefing").chmod(0o755)
    return place


def sh(checkout: Path, command: str) -> subprocess.CompletedProcess[bytes]:
    """Run a shell line in the checkout, as a reader of the README would."""
    env = {"PATH": f"{checkout / 'bin'}:/usr/bin:/bin", "PYTHONPATH": str(ROOT)}
    return subprocess.run(["sh", "-c", command], cwd=checkout, env=env, capture_output=True, check=False)


def test_every_command_of_the_readme_works(checkout: Path) -> None:
    """Each command line in README.md runs, in order, and ends well."""
    assert len(COMMANDS) > 8
    for command in COMMANDS:
        done = sh(checkout, command)
        assert done.returncode == 0, (command, done.stderr)


def test_the_python_of_the_readme_works(checkout: Path) -> None:
    """The Python block in README.md runs and prints a brief."""
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=checkout,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert b"Harbour Authority" in done.stdout


@pytest.mark.parametrize("path", DOCUMENTS, ids=_ids)
def test_what_is_shown_is_what_runs(path: Path) -> None:
    """The output shown in a document is what its commands print now; `make docs` brings it up to date."""
    if "[[[cog" not in path.read_text():
        return
    cog = Path(sys.executable).with_name("cog")
    done = subprocess.run(
        [cog, "-P", "--check", "-I", "tests", path], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", DOCUMENTS, ids=_ids)
def test_links_lead_somewhere(path: Path) -> None:
    """Every relative link and picture in a document names a file of the checkout."""
    targets = re.findall(
        r"\]\((?!https?:|#|mailto:)([^)#\s]+)",
        re.sub(r"```.*?```|`[^`\n]*`", "", path.read_text(), flags=re.DOTALL),
    )
    assert [t for t in targets if not (path.parent / t).exists()] == []
