"""The commands, one function each."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from briefing import pipeline
from briefing.analyse import Settings
from briefing.assemble import Plan
from briefing.assemble.sections import SECTIONS
from briefing.cli import doctor, init, preview, replies, run, schedule, send, state, templates
from briefing.cli import options as o
from briefing.cli.day import when, zone
from briefing.cli.network import gathered, network
from briefing.cli.progress import counted, progress
from briefing.cli.say import Watched, say, say_kept_back, say_size
from briefing.deliver.folder import read_folder
from briefing.deliver.stdout import to_stdout
from briefing.deliver.stopwatch import Stopwatch
from briefing.deliver.target import MAIL_KB, target, write
from briefing.errors import OutputError, VerificationError
from briefing.gather.local import leads_to
from briefing.model import Findings
from briefing.render import FORMATS
from briefing.render.explain import explanation
from briefing.version import __version__

app = typer.Typer(
    name="briefing",
    help="Turn news articles into a short brief. Every line is copied from a source and can be checked.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(templates.app, name="templates")
app.add_typer(state.app, name="state")
app.command()(init.init)
app.command()(run.run)
app.command()(send.send)
app.command()(replies.replies)
app.command()(schedule.schedule)
app.command()(doctor.doctor)
app.command()(preview.preview)


def _version(asked: bool) -> None:
    if asked:
        print(f"briefing {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


@app.command()
def make(
    inputs: o.Inputs,
    output: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            metavar="DIR|FILE|-",
            help="A folder (a dated folder in it gets every format), a file (by its suffix), or -.",
        ),
    ] = "-",
    formats: Annotated[
        str | None,
        typer.Option(
            "-f", "--format", help=f"Formats, separated by commas: {', '.join(FORMATS)}.", show_default=False
        ),
    ] = None,
    title: Annotated[str, typer.Option(envvar="BRIEFING_TITLE", help="The brief's title.")] = "Daily brief",
    lines: o.Lines = 3,
    max_stories: Annotated[
        int,
        typer.Option(
            min=1, envvar="BRIEFING_MAX_STORIES", help="Stories told; the others are listed in a line each."
        ),
    ] = 7,
    day: o.Day = None,
    tz: Annotated[str, typer.Option(envvar="BRIEFING_TZ", help="IANA zone of the brief's day.")] = "UTC",
    language: o.Language = None,
    only: o.Sections = None,
    skip: o.Skipped = None,
    template: o.Template = None,
    max_email_kb: o.MailSize = MAIL_KB,
    ranker: o.Ranker = o.RANKER,
    splitter: o.Splitter = o.SPLITTER,
    names: o.Names = "rules",
    jobs: o.Jobs = 1,
    allow_embargoed: o.Embargoed = False,
    fetch: o.Fetch = False,
    allow_host: o.Hosts = None,
    full_text: o.FullText = True,
    timeout: o.Timeout = o.TIMEOUT,
    strict: o.Strict = False,
    explain: o.Explain = False,
    quiet: o.Quiet = False,
) -> None:
    """Make a brief of articles: Markdown on standard output, or files with -o.

    Reads no configuration and keeps no state. Example: briefing make inputs/ -o outputs
    """
    on, moment = when(day, tz)
    plan = Plan(
        day=on,
        title=title,
        timezone=zone(tz),
        sections=_sections(only, skip),
        max_stories=max_stories,
        lines=lines,
        moment=moment,
        allow_embargoed=allow_embargoed,
    )
    web = network(fetch, allow_host, full_text, timeout)
    place = target(output, formats, template, max_email_kb)
    _spare(inputs, place.file)
    how = Settings(ranker, splitter, lines, names)
    watch = Stopwatch()
    read = watch.through("gather", gathered(inputs, web, quiet))
    analysed = watch.through("analyse", pipeline.analysed(read, how, language, jobs))
    found = Watched(counted(analysed, "analysed", progress(quiet)), strict)
    kept = list(found) if explain else found
    with watch.stage("assemble"):
        brief = pipeline.make(kept, plan)
    written = write(brief, place, watch)
    say_size(written, max_email_kb)
    say_kept_back(written.brief)
    for reason in explanation(written.brief, [f for f in kept if isinstance(f, Findings)]) if explain else ():
        say(reason)
    if written.path and not quiet and sys.stderr.isatty():
        say(f"wrote {written.path}")
    raise typer.Exit(3 if found.failed else 0)


def _spare(inputs: list[str], file: Path | None) -> None:
    """See to it that no article is replaced by its brief."""
    if file and file.exists() and any(leads_to(word, file) for word in inputs):
        raise OutputError(f"{file}: is one of the inputs; choose another place with -o")


@app.command()
def findings(
    inputs: o.Inputs,
    lines: o.Lines = 3,
    language: o.Language = None,
    ranker: o.Ranker = o.RANKER,
    splitter: o.Splitter = o.SPLITTER,
    names: o.Names = "rules",
    jobs: o.Jobs = 1,
    fetch: o.Fetch = False,
    allow_host: o.Hosts = None,
    full_text: o.FullText = True,
    timeout: o.Timeout = o.TIMEOUT,
    strict: o.Strict = False,
    explain: o.Explain = False,
) -> None:
    """Print everything found in each article, uncapped, as one line of JSON an article."""
    how = Settings(ranker, splitter, lines, names)
    web = network(fetch, allow_host, full_text, timeout)
    rows = Watched(pipeline.findings_lines(gathered(inputs, web), how, language, jobs, explain), strict)
    rows.print_good()
    raise typer.Exit(3 if rows.failed else 0)


@app.command()
def clean(
    inputs: o.Inputs,
    show_removed: Annotated[
        bool, typer.Option("--removed", help="Print what was set aside instead, each stretch with its rule.")
    ] = False,
    language: o.Language = None,
    splitter: o.Splitter = o.SPLITTER,
    fetch: o.Fetch = False,
    allow_host: o.Hosts = None,
    full_text: o.FullText = True,
    timeout: o.Timeout = o.TIMEOUT,
    strict: o.Strict = False,
) -> None:
    """Print the text that counts as the story, or with --removed all that does not."""
    web = network(fetch, allow_host, full_text, timeout)
    texts = Watched(pipeline.cleaned(gathered(inputs, web), language, splitter, show_removed), strict)
    texts.print_good()
    raise typer.Exit(3 if texts.failed else 0)


@app.command()
def verify(
    path: Annotated[
        Path, typer.Argument(metavar="FILE|FOLDER", help="A brief.json, or the folder that holds it.")
    ],
) -> None:
    """Check every printed line against the stored sources; exit 5 names the first that differs."""
    report = pipeline.verify(path)
    to_stdout(f"{report}\n")
    for fault in report.bad:
        say(f"{fault.where}: {fault.reason}")
    raise typer.Exit(VerificationError.exit_code if report.bad else 0)


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(metavar="A", help="The folder of a brief.")],
    new: Annotated[Path, typer.Argument(metavar="B", help="The folder of a later one.")],
) -> None:
    """Print which stories and lines are new (+), gone (-) or changed (~) from one brief to another."""
    from briefing.render.check import recorded
    from briefing.render.difference import difference

    before, after = (recorded(read_folder(path)).brief for path in (old, new))
    for row in difference(before, after):
        to_stdout(f"{row}\n")


def _sections(only: list[str] | None, skip: list[str] | None) -> tuple[str, ...]:
    """Section keys to print; names that are not sections are refused where the brief is assembled."""
    return tuple(key for key in (only or SECTIONS) if key not in (skip or ()))
