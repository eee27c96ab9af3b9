"""The command line: parse, call the main path, turn errors into exit codes. No logic."""

import _thread
import gc
import os
import signal
import sys
import time
from pathlib import Path
from types import FrameType

from briefing.errors import BriefingError

STOPPED_BY = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)


def main() -> None:
    """Entry point of the `briefing` command: run it and exit with the contract's code."""
    listen()
    # Nothing that imports make is garbage: looking for some would be 5 % of a short run.
    gc.disable()
    # Imported only now, so that a signal during the imports already ends quietly.
    from briefing.cli.app import app
    from briefing.cli.refused import refused
    from briefing.cli.say import say

    gc.freeze()
    gc.enable()
    try:
        code = app(prog_name="briefing", standalone_mode=False) or 0
    except SystemExit as stop:
        # Nothing of ours exits with 1: so the parser ends when nobody reads its help (`--help | head -1`).
        code = stop.code if isinstance(stop.code, int) and stop.code != 1 else 0
    except BriefingError as error:
        code = error.exit_code
        say(str(error))
    except Exception as error:  # noqa: BLE001 - the last line of defence: a bug is one line and exit 1, never a traceback
        known = refused(error)
        code = known.exit_code if known else 1
        say(str(known or _report(error)))
    # The work is done: Python would hand the signals back to the system now, and one could kill its clean-up.
    for number in STOPPED_BY:
        signal.signal(number, signal.SIG_IGN)
    sys.exit(code)


def listen() -> None:
    """Let a signal unwind the work, wherever it is heard."""
    for number in STOPPED_BY:
        signal.signal(number, _stop)
    sys.unraisablehook = _swallowed


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


def _swallowed(lost: "sys.UnraisableHookArgs") -> None:
    """Python drops what is raised in some callbacks, of its imports for one: send such a signal once more."""
    if isinstance(lost.exc_value, SystemExit) and isinstance(lost.exc_value.code, int):
        _thread.start_new_thread(_send_again, (lost.exc_value.code - 128,))
    else:
        sys.__unraisablehook__(lost)


def _send_again(number: int) -> None:
    time.sleep(0.001)  # until the callback is over
    os.kill(os.getpid(), number)
