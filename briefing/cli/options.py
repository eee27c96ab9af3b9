"""The options that several commands share, each defined once."""

import re
from datetime import date
from typing import Annotated

import typer

from briefing.assemble.sections import SECTIONS
from briefing.gather import network
from briefing.rank import DEFAULT, RANKERS
from briefing.text import SPLITTERS


def day_of(value: str) -> date:
    """A day written YYYY-MM-DD; anything else is a mistake in the command."""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        day = None
    if day is None or day.isoformat() != value:  # fromisoformat reads 20261124 too
        raise typer.BadParameter(f"{value!r} is not a day; write it as YYYY-MM-DD")
    return day


def language_of(value: str) -> str:
    """A language's code. Raises BadParameter for what is none."""
    if not re.fullmatch(r"[a-z]{2,3}(?:-[A-Za-z0-9]+)*", value):
        raise typer.BadParameter(f"{value!r} is no language code; write two or three letters, such as en")
    return value


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="Files, folders, globs, web addresses, or - for standard input.",
        show_default=False,
    ),
]
ConfigFile = Annotated[
    str | None,
    typer.Option(
        "-c",
        "--config",
        metavar="FILE",
        help="The configuration; default: $BRIEFING_CONFIG, ./briefing.toml, the user's own.",
        show_default=False,
    ),
]
Ranker = Annotated[
    str, typer.Option(envvar="BRIEFING_RANKER", help=f"How sentences are ranked: {', '.join(RANKERS)}.")
]
Splitter = Annotated[
    str, typer.Option(envvar="BRIEFING_SPLITTER", help=f"How sentences are split: {', '.join(SPLITTERS)}.")
]
Names = Annotated[
    str,
    typer.Option(
        envvar="BRIEFING_NAMES",
        metavar="rules|spacy:PIPELINE",
        help="How names are found: by rule, or by an English spaCy pipeline that you have installed.",
    ),
]
Lines = Annotated[
    int, typer.Option("-n", "--lines", min=1, envvar="BRIEFING_LINES", help="What lines a story.")
]
Language = Annotated[
    str | None,
    typer.Option(
        envvar="BRIEFING_LANGUAGE",
        parser=language_of,
        metavar="CODE",
        help="Read every article in this language (a code such as en) instead of its own.",
        show_default=False,
    ),
]
Jobs = Annotated[int, typer.Option(min=1, envvar="BRIEFING_JOBS", help="Processes to work with.")]
Fetch = Annotated[
    bool,
    typer.Option("--fetch", help="Let local feeds and lists of feeds lead to the network as well."),
]
Hosts = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-host",
        metavar="HOST",
        help="A host (or HOST:PORT) without a public address that may be fetched (repeatable).",
        show_default=False,
    ),
]
FullText = Annotated[
    bool,
    typer.Option("--full-text/--no-full-text", help="Fetch the page of an entry that is only a teaser."),
]
Timeout = Annotated[
    int, typer.Option(min=1, metavar="SECONDS", envvar="BRIEFING_TIMEOUT", help="What one document may take.")
]
Strict = Annotated[bool, typer.Option("--strict", help="Write nothing when any input fails.")]
Embargoed = Annotated[
    bool, typer.Option("--allow-embargoed", help="Print what is embargoed or withheld as well.")
]
Explain = Annotated[
    bool, typer.Option("--explain", help="Say for every line which rule, words or features made it.")
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing about success.")]
Verbose = Annotated[bool, typer.Option("-v", "--verbose", help="Say more about what is done.")]
Day = Annotated[
    date | None,
    typer.Option(
        "--date",
        parser=day_of,
        metavar="YYYY-MM-DD",
        help="The brief's day; with it the clock is never asked.",
        show_default="today",
    ),
]
Sections = Annotated[
    list[str] | None,
    typer.Option(
        "--only", help=f"Only this section (repeatable): {', '.join(SECTIONS)}.", show_default=False
    ),
]
Skipped = Annotated[
    list[str] | None,
    typer.Option("--skip", help="Leave this section out (repeatable).", show_default=False),
]
MailSize = Annotated[
    int,
    typer.Option(
        "--max-email-kb",
        min=1,
        metavar="N",
        envvar="BRIEFING_MAX_EMAIL_KB",
        help="Thousand bytes of HTML in a mail; the lowest stories are listed instead of told.",
    ),
]
Template = Annotated[
    str | None,
    typer.Option(
        envvar="BRIEFING_TEMPLATE",
        metavar="NAME|PATH",
        help="A theme by name, or a folder of templates, or one template.",
        show_default=False,
    ),
]
RANKER, SPLITTER = DEFAULT, "rule"
TIMEOUT = int(network.TIMEOUT)
