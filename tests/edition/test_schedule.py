"""The entries that `briefing schedule` prints are what their schedulers read."""

import plistlib
import shutil
import subprocess
from datetime import time
from pathlib import Path

import pytest

from briefing.edition.schedule import DELAY, Job, cron, days_of, launchd, systemd
from tests.conftest import Run

JOB = Job(
    ("/opt/my venv/bin/briefing", "run", "-c", "/srv/100% news/b.toml"), time(6, 5), (1, 5), "Europe/London"
)


def test_the_cron_line_runs_in_a_bare_shell(tmp_path: Path) -> None:
    """Five fields, a random delay, and a command that /bin/sh runs with absolute paths, blanks and all."""
    program = tmp_path / "my venv" / "briefing"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\nprintf "%s|" "$@"\n')
    program.chmod(0o755)
    job = Job((str(program), "run", "-c", "/srv/100% news/b.toml"), time(6, 5), (1, 5), "UTC")
    (line,) = [row for row in cron(job).splitlines() if not row.startswith("#")]
    fields = line.split(None, 5)
    assert fields[:5] == ["5", "6", "*", "*", "1,5"]
    command = fields[5].replace(r"\%", "%")
    assert command.startswith(DELAY)
    done = subprocess.run(
        ["/bin/sh", "-c", command.replace(DELAY, "true")], env={}, capture_output=True, text=True, check=True
    )
    assert done.stdout == "run|-c|/srv/100% news/b.toml|"


def test_the_delay_is_a_number_of_seconds() -> None:
    """What the entry sleeps for is a number from 0 to 255, in a plain POSIX shell."""
    number = DELAY.removeprefix("sleep ")
    done = subprocess.run(["/bin/sh", "-c", f"echo {number}"], capture_output=True, text=True, check=True)
    assert 0 <= int(done.stdout) <= 255


def test_the_property_list_is_one() -> None:
    """launchd gets a label, a command and an entry for each weekday."""
    found = plistlib.loads(launchd(JOB).encode())
    assert found["ProgramArguments"][:2] == ["/bin/sh", "-c"]
    assert found["StartCalendarInterval"] == [
        {"Weekday": 1, "Hour": 6, "Minute": 5},
        {"Weekday": 5, "Hour": 6, "Minute": 5},
    ]


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd-analyze")
def test_systemd_accepts_the_units(tmp_path: Path) -> None:
    """systemd's own checker finds nothing wrong with the service, the timer, or its calendar."""
    job = Job(("/bin/true", "run", "-c", '/srv/100% "news"/b.toml'), time(6, 5), (1, 5), "Europe/London")
    service, _, timer = systemd(job).partition("# ~/.config/systemd/user/briefing.timer")
    (tmp_path / "briefing.service").write_text(service)
    (tmp_path / "briefing.timer").write_text(f"#{timer}")
    units = [tmp_path / "briefing.service", tmp_path / "briefing.timer"]
    done = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False)
    assert "briefing" not in done.stderr
    calendar = timer.partition("OnCalendar=")[2].partition("\n")[0]
    assert (
        subprocess.run(["systemd-analyze", "calendar", calendar], capture_output=True, check=False).returncode
        == 0
    )


def test_weekdays_are_read_by_name() -> None:
    """Days are named in English, long or short, in any case; another word is refused."""
    assert days_of(["Mon", "friday", " SUN"]) == (0, 1, 5)
    with pytest.raises(ValueError, match="xyz"):
        days_of(["xyz"])


def test_the_command_names_the_configuration_by_its_whole_path(briefing: Run, tmp_path: Path) -> None:
    """What is printed works from anywhere; an unknown scheduler and a strange hour are refused."""
    briefing("init")
    for kind in ("cron", "systemd", "launchd"):
        done = briefing("schedule", kind)
        assert done.returncode == 0
        assert str(tmp_path / "briefing.toml").encode() in done.stdout
    assert briefing("schedule", "at").returncode == 2
    assert briefing("schedule", "cron", "--at", "noon").returncode == 2
    assert briefing("schedule", "cron", "-c", "nowhere.toml").returncode == 78
