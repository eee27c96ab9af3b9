"""The command line: parse, call the main path, turn errors into exit codes. No logic."""

import gc
import signal
import sys
from pathlib import Path
from types import FrameType

from briefing.errors import BriefingError

STOPPED_BY = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)


def main() -> None:
    """Entry point of the `briefing` command: run it and exit with the contract's code."""
    for number in STOPPED_BY:
        signal.signal(number, _stop)
    # Nothing that imports make is garbage: looking for some would be 5 % of a short run.
    gc.disable()
    # Imported only now, so that a signal during the imports already ends quietly.
    from briefing.cli.app import app
    from briefing.cli.say import say

    gc.freeze()
    gc.enable()
    try:
        app(prog_name="briefing")
        code = 0
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else 1
    except BriefingError as error:
        code = error.exit_code
        say(str(error))
    except Exception as bug:  # noqa: BLE001 - the last line of defence: a bug is one line and exit 1, never a traceback
        code = 1
        say(_report(bug))
    # The work is done: Python would hand the signals back to the system now, and one could kill its clean-up.
    for number in STOPPED_BY:
        signal.signal(number, signal.SIG_IGN)
    sys.exit(code)


def _report(bug: Exception) -> str:
    """What is wrong and where, for a bug report."""
    last = bug.__traceback__
    while last and last.tb_next:
        last = last.tb_next
    where = f"{Path(last.tb_frame.f_code.co_filename).name}:{last.tb_lineno}" if last else "?"
    return f"a bug, please report it: {type(bug).__name__}: {bug} ({where})"


def _stop(number: int, frame: FrameType | None) -> None:
    """Unwind, so that temporary files are removed, and exit with 128 + the signal's number."""
    raise SystemExit(128 + number)
