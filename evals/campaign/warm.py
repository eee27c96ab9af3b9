"""`briefing` started by a fork of a process that has all modules: a kill then meets its work, not its imports."""

import json
import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE, Popen

from evals.campaign.office import ROOT, Ended

SAID = "stderr"  # the file in the room that takes what the command says


@dataclass
class Warm:
    """A process that runs one command after another, each in a child of its own."""

    parent: Popen[str]

    def start(self, folder: Path, *args: str) -> int:
        """Begin a command in a folder; its process id."""
        self._tell(json.dumps([str(folder), *args]))
        return int(self._hear())

    def ended(self, folder: Path) -> Ended:
        """How the command that was begun last came to its end."""
        code = int(self._hear())
        return Ended(code, (folder / SAID).read_text())

    def call(self, folder: Path, *args: str) -> Ended:
        """A command from beginning to end."""
        self.start(folder, *args)
        return self.ended(folder)

    def _tell(self, words: str) -> None:
        assert self.parent.stdin
        self.parent.stdin.write(words + "\n")
        self.parent.stdin.flush()

    def _hear(self) -> str:
        assert self.parent.stdout
        return self.parent.stdout.readline()

    def __enter__(self) -> "Warm":
        return self

    def __exit__(self, *error: object) -> None:
        self.parent.communicate(timeout=60)


def warm() -> Warm:
    """Such a process; leaving its `with` ends it."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return Warm(Popen([sys.executable, "-m", __name__], stdin=PIPE, stdout=PIPE, text=True, env=env))


def _serve() -> None:
    import briefing.cli.app
    import briefing.config
    import briefing.deliver.smtp
    import briefing.edition  # noqa: F401

    for line in sys.stdin:
        folder, *args = json.loads(line)
        if not (child := os.fork()):
            _run(folder, args)
        print(child, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def _run(folder: str, args: list[str]) -> None:
    """The command itself, as `python -m briefing` runs it."""
    from briefing.cli import main

    os.chdir(folder)
    os.dup2(os.open(SAID, os.O_CREAT | os.O_WRONLY | os.O_TRUNC), 2)
    os.dup2(os.open(os.devnull, os.O_RDWR), 1)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.argv = ["briefing", *args]
    sys.exit(main())


if __name__ == "__main__":
    _serve()
