"""`briefing state`: see and tend the journal."""

import json
from collections import Counter
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from briefing.cli import options as o
from briefing.cli.say import say
from briefing.deliver.stdout import to_stdout
from briefing.render.escape import plain

if TYPE_CHECKING:
    from briefing.config import Config

app = typer.Typer(help="See and tend the journal of what was briefed.", no_args_is_help=True)

Edition = Annotated[str, typer.Argument(metavar="EDITION", help="Its folder's name, such as 2026-11-24.")]


def _load(config: str | None) -> "Config":
    from briefing.config import find, load

    return load(find(config))


def _today(config: "Config", day: date | None) -> date:
    return day or datetime.now(ZoneInfo(config.brief.timezone)).date()


@app.command("list")
def list_(
    edition: Annotated[
        str | None, typer.Argument(metavar="[EDITION]", help="List its articles.", show_default=False)
    ] = None,
    config: o.ConfigFile = None,
) -> None:
    """List the editions with what became of how many articles, or the articles of one."""
    from briefing.edition.tend import tended
    from briefing.journal.ask import FIELDS, editions, outcomes

    with tended(_load(config)) as base:
        rows = [dict(zip(FIELDS, row, strict=True)) for row in outcomes(base, edition)]
        known = editions(base)
    if edition is None:
        for one in known:
            counts = Counter(str(row["outcome"]) for row in rows if row["edition"] == one.name)
            said = ", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items()))
            to_stdout(f"{one.name:<22}{(one.digest or 'no brief')[:8]:<10}{said}\n")
        return
    for row in rows:
        outcome = f"{row['outcome']}: {row['detail']}" if row["detail"] else row["outcome"]
        title = plain(str(row["title"] or row["key"]))
        to_stdout(f"{outcome:<24}{plain(str(row['source']))}: {title}\n")


@app.command()
def forget(edition: Edition, config: o.ConfigFile = None) -> None:
    """Forget what an edition briefed, so that its articles are new again for a later day.

    Its folder stays, and a run of its own day takes it for what was briefed.
    """
    from briefing.edition.tend import tended
    from briefing.journal.record import forget as forget_edition

    with tended(_load(config)) as base:
        count = forget_edition(base, edition)
    say(f"articles of {edition} that are new again: {count}; they are told by an edition of a later day")


@app.command()
def prune(config: o.ConfigFile = None, day: o.Day = None) -> None:
    """Forget now what no source has carried for [state] keep_days; every run does so, in time."""
    from briefing.edition.tend import prune_now

    file = _load(config)
    say(f"articles forgotten: {prune_now(file, _today(file, day))}")


@app.command("mark-seen")
def mark_seen(config: o.ConfigFile = None, day: o.Day = None) -> None:
    """Let all that the sources carry now count as briefed, without a brief."""
    from briefing.edition.tend import mark_seen as mark

    file = _load(config)
    count, failed = mark(file, _today(file, day))
    for error in failed:
        say(str(error))
    say(f"articles that count as briefed: {count}")
    raise typer.Exit(3 if failed else 0)


@app.command()
def export(config: o.ConfigFile = None) -> None:
    """Print what became of every article, a line of JSON each."""
    from briefing.edition.tend import tended
    from briefing.journal.ask import FIELDS, outcomes

    with tended(_load(config)) as base:
        for row in outcomes(base):
            to_stdout(json.dumps(dict(zip(FIELDS, row, strict=True))) + "\n")
