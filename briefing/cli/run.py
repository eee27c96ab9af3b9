"""`briefing run`: the command that cron calls."""

import signal
import sys
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from briefing.cli import options as o
from briefing.cli.log import Log
from briefing.cli.progress import progress
from briefing.cli.say import say_kept_back, say_size
from briefing.errors import TryAgain, UnknownName, UsageError

if TYPE_CHECKING:
    from briefing.config.tables import BriefTable, Config
    from briefing.deliver.ping import Event
    from briefing.edition import Asked, Done


def run(
    config: o.ConfigFile = None,
    edition: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Make this [[edition]] of the day.", show_default=False),
    ] = None,
    day: o.Day = None,
    since: Annotated[
        date | None,
        typer.Option(
            "--since",
            parser=o.day_of,
            metavar="YYYY-MM-DD",
            help="Take what was published from this day on, also what a first run left out as older.",
            show_default=False,
        ),
    ] = None,
    catch_up: Annotated[
        bool, typer.Option("--catch-up", help="First make the editions of the days that were missed.")
    ] = False,
    lines: Annotated[
        int | None,
        typer.Option("-n", "--lines", min=1, envvar="BRIEFING_LINES", help="What lines a story."),
    ] = None,
    max_stories: Annotated[
        int | None,
        typer.Option(min=1, envvar="BRIEFING_MAX_STORIES", help="Stories told; the others get a line each."),
    ] = None,
    title: Annotated[str | None, typer.Option(envvar="BRIEFING_TITLE", help="The brief's title.")] = None,
    tz: Annotated[str | None, typer.Option(envvar="BRIEFING_TZ", help="IANA zone of the day.")] = None,
    jobs: o.Jobs = 1,
    allow_embargoed: o.Embargoed = False,
    strict: o.Strict = False,
    wait: Annotated[
        float, typer.Option(metavar="SECONDS", min=0, help="Wait so long for another run to end.")
    ] = 0,
    timeout: Annotated[
        float | None,
        typer.Option(metavar="SECONDS", min=1, help="Give up after so long.", show_default="never"),
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 4 when there is nothing new.")
    ] = False,
    ping: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            envvar="BRIEFING_PING",
            help="Call URL/start, then URL, or URL/fail when no brief could be made.",
            show_default=False,
        ),
    ] = None,
    log_json: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Append a line of JSON for all that happens.", show_default=False),
    ] = None,
    quiet: o.Quiet = False,
    verbose: o.Verbose = False,
) -> None:
    """Make today's brief of what is new, as briefing.toml says: the command for cron.

    Takes only what no edition had yet; without a terminal it says nothing unless something is wrong.
    """
    from briefing.config import find, load

    log = Log(log_json, verbose or (sys.stderr.isatty() and not quiet))
    _within(timeout)
    with _Watchdog(ping, log):
        file = load(find(config))
        brief = _brief(file, edition, lines=lines, max_stories=max_stories, title=title, timezone=tz)
        asked = _asked(brief, edition, day, since)
        asked = replace(
            asked,
            allow_embargoed=allow_embargoed,
            strict=strict,
            jobs=jobs,
            wait=wait,
            catch_up=catch_up,
            progress=progress(quiet),
        )
        done = _made(file, asked, log)
    raise typer.Exit(3 if done.failed else 4 if exit_code and not done.written else 0)


def _brief(file: "Config", edition: str | None, **asked: str | int | None) -> "BriefTable":
    """[brief] of the edition, with what the command line and the environment say otherwise."""
    from briefing.config import checks

    named = {e.name: e.brief for e in file.editions}
    if edition is not None and edition not in named:
        raise UnknownName("edition", edition, named)
    zone = asked["timezone"]
    if isinstance(zone, str) and (wrong := checks.zone(zone)):
        raise UsageError(f"--tz {zone!r} {wrong}")
    given = {name: value for name, value in asked.items() if value is not None}
    return replace(named[edition] if edition else file.brief, **given)  # type: ignore[arg-type]


def _asked(brief: "BriefTable", edition: str | None, day: date | None, since: date | None) -> "Asked":
    """The edition's day is the clock's in its zone, unless one is named; the clock is asked only here."""
    from briefing.edition import Asked
    from briefing.edition.eligible import About

    now = None if day else datetime.now(ZoneInfo(brief.timezone))
    on = day or (now.date() if now else date.min)
    name = f"{on.isoformat()}-{edition}" if edition else on.isoformat()
    return Asked(About(name, on, brief.timezone, since), brief, now)


def _made(file: "Config", asked: "Asked", log: Log) -> "Done":
    from briefing.edition import run as make

    done = make(file, asked)
    for name in done.learned:
        log.info(f"{name}: recorded; the run that wrote it had not come so far")
    for note in (*done.notes, *map(str, done.failed)):
        log.warning(note)
    for source, runs in done.silent:
        log.warning(f"{source}: gave nothing in {runs} runs; is it still there?")
    if done.written:
        say_size(done.written, file.output.max_email_kb)
        if log.watched:
            say_kept_back(done.written.brief)
    log.info(f"wrote {done.folder}" if done.written else "nothing new")
    if done.mailed:
        log.info(f"mailed to {done.mailed}")
    if done.unmailed:
        raise done.unmailed
    return done


class _Watchdog:
    """Pings around the work; a ping that fails is a warning and nothing else."""

    def __init__(self, url: str | None, log: Log) -> None:
        self._url, self._log = url, log

    def __enter__(self) -> None:
        self._ping("start")

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: object) -> None:
        if kind:
            self._log.write("error", str(error) or kind.__name__)
        self._ping("fail" if kind else "success")

    def _ping(self, event: "Event") -> None:
        from briefing.deliver.ping import ping

        if self._url and (wrong := ping(self._url, event)):
            self._log.warning(f"--ping: {wrong}")


def _within(seconds: float | None) -> None:
    """Let the whole run take no longer than this."""
    if seconds:
        signal.signal(signal.SIGALRM, _too_long)
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _too_long(number: int, frame: FrameType | None) -> None:
    raise TryAgain("--timeout: the run took too long and was stopped; nothing is left half done")
