"""`briefing templates`: see and take the templates that a brief is printed with."""

from pathlib import Path
from typing import Annotated

import typer

from briefing.cli.say import say
from briefing.deliver.file import write_file
from briefing.deliver.stdout import to_stdout
from briefing.errors import OutputError
from briefing.render.templates import DEFAULT, themes
from briefing.render.themes import KINDS, about, source, sources

app = typer.Typer(
    help="List, show and copy the templates that a brief is printed with.", no_args_is_help=True
)

Theme = Annotated[str, typer.Argument(metavar="NAME", help="A theme that `briefing templates list` names.")]


@app.command("list")
def list_() -> None:
    """List the themes: name, formats, what it is like. The others take what they lack from the first."""
    for theme in sorted(themes(), key=lambda name: (name != DEFAULT, name)):
        kinds = ", ".join(file.split(".")[1] for file in sources(theme))
        to_stdout(f"{theme:<12}{kinds:<16}{about(theme)}\n")


@app.command()
def show(
    theme: Theme = DEFAULT,
    kind: Annotated[str, typer.Option("-f", "--format", help=f"One of {', '.join(KINDS)}.")] = "html",
) -> None:
    """Print the source of a template."""
    to_stdout(source(theme, kind))


@app.command()
def eject(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to write the files.")],
    theme: Annotated[str, typer.Option("--template", metavar="NAME", help="The theme to copy.")] = DEFAULT,
) -> None:
    """Copy a theme into a folder of your own, to be changed and used with --template DIR.

    A file that is already there is never overwritten.
    """
    files = sources(theme)
    for name in files:
        if (folder / name).exists():
            raise OutputError(f"{folder / name}: exists; name another folder or move it away")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder}: cannot be made: {error.strerror}") from None
    for name, text in files.items():
        write_file(folder / name, text)
    say(f"wrote {', '.join(files)} to {folder}; use them with --template {folder}")
