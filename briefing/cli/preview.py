"""`briefing preview`: the page on which a brief is looked at and copied, written and opened."""

from pathlib import Path
from typing import Annotated

import typer

from briefing import pipeline
from briefing.analyse import Settings
from briefing.assemble import Plan
from briefing.cli import options as o
from briefing.cli.day import when, zone
from briefing.cli.network import gathered, network
from briefing.cli.say import Watched, say, say_kept_back, say_size
from briefing.deliver.stdout import to_stdout
from briefing.deliver.target import MAIL_KB, Target, write
from briefing.gather import Network
from briefing.model import Brief
from briefing.render import FORMATS
from briefing.render.preset import PRESETS, known

PREVIEW = "preview"


def preview(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...|FOLDER",
            help="What to brief, as for make; or the folder of a brief that is made already.",
            show_default=False,
        ),
    ],
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE|-",
            help="Write the page there.",
            show_default="a temporary folder",
        ),
    ] = None,
    no_open: Annotated[bool, typer.Option("--no-open", help="Write the page, open no browser.")] = False,
    copy: Annotated[
        str | None,
        typer.Option(
            metavar="PRESET",
            help=f"Print what the page would copy, as HTML, and make no page: {', '.join(PRESETS)}.",
            show_default=False,
        ),
    ] = None,
    title: Annotated[str, typer.Option(envvar="BRIEFING_TITLE", help="The brief's title.")] = "Daily brief",
    lines: o.Lines = 3,
    max_stories: Annotated[
        int, typer.Option(min=1, envvar="BRIEFING_MAX_STORIES", help="Stories told; the others are listed.")
    ] = 7,
    day: o.Day = None,
    tz: Annotated[str, typer.Option(envvar="BRIEFING_TZ", help="IANA zone of the brief's day.")] = "UTC",
    language: o.Language = None,
    template: o.Template = None,
    fetch: o.Fetch = False,
    allow_host: o.Hosts = None,
    full_text: o.FullText = True,
    timeout: o.Timeout = o.TIMEOUT,
    quiet: o.Quiet = False,
) -> None:
    """Look at a brief as a mail, check its lines against their sources, copy it into a newsletter.

    Writes one page that works from a file, and opens it. Example: briefing preview outputs/latest
    """
    if copy:
        known(copy)  # a mistake is told before the work
    if folder := _folder(inputs):
        brief, recorded = _kept(folder)
        template, failed = template or recorded, False
    else:
        on, moment = when(day, tz)
        plan = Plan(on, title=title, timezone=zone(tz), max_stories=max_stories, lines=lines, moment=moment)
        brief, failed = _made(inputs, plan, language, network(fetch, allow_host, full_text, timeout))
    if copy:
        _print(brief, copy)
    else:
        _show(brief, output, template, no_open, quiet)
    raise typer.Exit(3 if failed else 0)


def _folder(inputs: list[str]) -> Path | None:
    """The folder of a finished brief, if that is what was named."""
    from briefing.deliver.folder import RECORD

    place = Path(inputs[0])
    folder = place.parent if place.name == RECORD else place
    return folder if len(inputs) == 1 and (folder / RECORD).is_file() else None


def _kept(folder: Path) -> tuple[Brief, str | None]:
    """A finished brief, once it is found true, and the template it was printed with."""
    from briefing.deliver.folder import read_folder
    from briefing.render.check import sound

    record = sound(read_folder(folder))
    return record.brief, record.template


def _made(inputs: list[str], plan: Plan, language: str | None, web: Network) -> tuple[Brief, bool]:
    """The brief of the inputs, and whether some of them failed."""
    found = Watched(
        pipeline.analysed(gathered(inputs, web), Settings(lines=plan.lines), language), strict=False
    )
    brief = pipeline.make(found, plan)
    say_kept_back(brief)
    return brief, bool(found.failed)


def _print(brief: Brief, preset: str) -> None:
    from briefing.render.paste import paste

    to_stdout(paste(brief, preset).html)


def _show(brief: Brief, output: str | None, template: str | None, no_open: bool, quiet: bool) -> None:
    file = None if output == "-" else Path(output or _temporary())
    written = write(brief, Target((PREVIEW,), file=file, template=template))
    say_size(written, MAIL_KB)
    if file is None:
        return
    opened = not no_open and _opened(file)
    if not quiet or not (opened or no_open):
        say(f"wrote {file}" + ("" if opened or no_open else "; there is no browser here, open it in one"))


def _temporary() -> Path:
    """A place that only this user can read; it stays, for the browser."""
    from tempfile import mkdtemp

    return Path(mkdtemp(prefix="briefing-")) / FORMATS[PREVIEW].filename


def _opened(file: Path) -> bool:
    import webbrowser

    try:
        return webbrowser.get().open(file.resolve().as_uri())
    except webbrowser.Error:
        return False
