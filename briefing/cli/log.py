"""What a run has to say: warnings on stderr, everything in the file of --log-json, one JSON object a line."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from briefing.cli.say import say
from briefing.errors import OutputError

Level = Literal["info", "warning", "error"]


class Log:
    """Say what matters, and when it is `watched` the rest; keep all in `file`. Raises OutputError."""

    def __init__(self, file: Path | None, verbose: bool) -> None:
        self._file, self.watched = file, verbose
        self.write("info", "start")

    def info(self, message: str) -> None:
        """What only somebody who watches wants to know."""
        if self.watched:
            say(message)
        self.write("info", message)

    def warning(self, message: str) -> None:
        """What somebody has to know."""
        say(message)
        self.write("warning", message)

    def write(self, level: Level, message: str) -> None:
        """A line for the file alone."""
        if self._file is None:
            return
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        line = json.dumps({"time": now, "level": level, "message": message})
        try:
            with open(self._file, "a", encoding="utf-8") as file:
                file.write(line + "\n")
        except OSError as error:
            raise OutputError(f"{self._file}: cannot be written: {error.strerror}") from None
