"""`briefing diff`: what one brief has that another had not."""

import subprocess
from pathlib import Path

from tests.conftest import Run

ONE = (
    "The ferry Larkspur ran onto a sandbank off Teal Point on Monday with 90 passengers on board. "
    "A tug pulled her free at high water, the coastguard said."
)
TWO = ONE.replace("90 passengers", "190 passengers") + " The captain will be questioned on Friday."
GOAT = (
    "A goat climbed the church tower of Upper Quell on Sunday. The bell ringer led the goat down with bread."
)


def write(folder: Path, **texts: str) -> None:
    """Articles as files, each with an address, so that their stories keep their names."""
    folder.mkdir()
    for name, text in texts.items():
        head = f"Title: About the {name}\nURL: https://paper.example.org/{name}\nDate: 2026-11-24\n\n"
        (folder / f"{name}.txt").write_text(head + text)


def diff(briefing: Run, *folders: str) -> subprocess.CompletedProcess[bytes]:
    """The command."""
    return briefing("diff", *folders)


def test_what_is_new_gone_and_changed(briefing: Run, tmp_path: Path) -> None:
    """New stories and lines have a plus, those that went a minus, changed ones both wordings."""
    write(tmp_path / "in1", ferry=ONE, goat=GOAT)
    write(tmp_path / "in2", ferry=TWO, mill="The mill at Aldmere lost its wheel to the flood.")
    for number in (1, 2):
        briefing("make", f"in{number}", "-o", f"out{number}", "--date", "2026-11-24", "--only", "what")
    done = diff(briefing, "out1/2026-11-24", "out2/2026-11-24")
    rows = done.stdout.decode().splitlines()
    assert done.returncode == 0
    assert "+ About the mill" in rows
    assert "- About the goat" in rows
    at = rows.index("~ About the ferry")
    assert "with 90 passengers" in rows[at + 1]
    assert "with 190 passengers" in rows[at + 2]
    assert any(row.startswith("  + what: The captain") for row in rows)


def test_a_brief_does_not_differ_from_itself(briefing: Run, tmp_path: Path) -> None:
    """The same folder twice prints nothing; a folder without a brief is refused."""
    write(tmp_path / "in", ferry=ONE)
    briefing("make", "in", "-o", "out", "--date", "2026-11-24")
    assert diff(briefing, "out/latest", "out/2026-11-24").stdout == b""
    assert diff(briefing, "out/latest", "in").returncode == 66
