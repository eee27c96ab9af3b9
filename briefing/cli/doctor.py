"""`briefing doctor`: what is missing for a run, and what to do about it."""

from datetime import UTC, datetime

import typer

from briefing.cli import options as o
from briefing.deliver.stdout import to_stdout
from briefing.render.escape import plain


def doctor(config: o.ConfigFile = None) -> None:
    """Check the configuration, clock, data, permissions, lock, journal, sources and mail server.

    Exits with the code that a run would have for the first thing that is wrong.
    """
    from briefing.config import find, load
    from briefing.edition.doctor import examine

    codes = []
    for one in examine(load(find(config)), datetime.now(UTC)):
        codes += [one.wrong.exit_code] if one.wrong else []
        to_stdout(f"{'WRONG' if one.wrong else 'ok':<6}{plain(one.check)}: {plain(one.found)}\n")
    raise typer.Exit(codes[0] if codes else 0)
