"""Shared by all tests: where things are, and how the command is run as a user would."""

import os
import subprocess
import sys
from collections.abc import Callable
from ipaddress import ip_address
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent

# These machines are shared: how long one example takes says nothing.
settings.register_profile("briefing", deadline=None)
settings.load_profile("briefing")

Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture
def briefing(tmp_path: Path) -> Run:
    """Run the command in an empty folder; keyword arguments are environment variables."""

    def run(*args: object, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "briefing", *map(str, args)],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), **env},
            timeout=60,
            check=False,
        )

    return run


def _at_home(event: str, args: tuple[object, ...]) -> None:
    """Refuse whatever would leave this machine, a question to a name server included."""
    if event == "socket.connect" and isinstance(args[1], tuple):  # a path is a local socket
        refused = not ip_address(args[1][0].partition("%")[0]).is_loopback
    elif event == "socket.getaddrinfo":
        refused = args[0] != "localhost" and not _number(str(args[0]))
    else:
        return
    if refused:
        raise RuntimeError(f"a test reaches for another machine: {args}")


def _number(host: str) -> bool:
    try:
        ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


sys.addaudithook(_at_home)
