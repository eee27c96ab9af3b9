"""`briefing schedule`: the entry for cron, systemd or launchd."""

import os
import shutil
import sys
from datetime import time
from typing import Annotated

import typer

from briefing.cli import options as o
from briefing.deliver.stdout import to_stdout
from briefing.errors import UnknownName, UsageError


def schedule(
    kind: Annotated[str, typer.Argument(metavar="cron|systemd|launchd", help="What runs it.")],
    config: o.ConfigFile = None,
    at: Annotated[str, typer.Option(metavar="HH:MM", help="When, by the scheduler's clock.")] = "06:30",
    days: Annotated[
        str, typer.Option(metavar="DAYS", help="On which days, separated by commas.")
    ] = "mon,tue,wed,thu,fri",
    edition: Annotated[
        str | None, typer.Option(metavar="NAME", help="Make this [[edition]].", show_default=False)
    ] = None,
) -> None:
    """Print the entry that runs `briefing run` every day: absolute paths, a random delay, catching up."""
    from briefing.config import find, load
    from briefing.edition.schedule import SCHEDULES, Job, days_of

    if kind not in SCHEDULES:
        raise UnknownName("scheduler", kind, SCHEDULES)
    file = load(find(config))
    try:
        on, when = days_of(days.split(",")), time.fromisoformat(at)
    except ValueError:
        raise UsageError(f"--at {at} --days {days}: write them as 06:30 and mon,tue,wed") from None
    command = (*_program(), "run", "-c", str(file.file), "--wait", "600", "--timeout", "3600")
    named = ("--edition", edition) if edition else ()
    to_stdout(SCHEDULES[kind](Job((*command, *named), when, on, file.brief.timezone)))


def _program() -> tuple[str, ...]:
    """This very command by its absolute path: cron's python3 and PATH may be others."""
    found = shutil.which(sys.argv[0])
    if found and os.path.basename(found) == "briefing":
        return (os.path.abspath(found),)
    return (sys.executable, "-m", "briefing")
