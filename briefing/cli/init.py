"""`briefing init`: a configuration to begin with."""

import json
from pathlib import Path
from typing import Annotated

import typer

from briefing.cli.say import say
from briefing.deliver.file import refusing, write_file
from briefing.deliver.stdout import to_stdout
from briefing.errors import OutputError

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="Where to write it.", show_default="here")]
Schema = Annotated[bool, typer.Option("--schema", help="Print the JSON Schema of briefing.toml instead.")]


def init(folder: Folder = Path(), schema: Schema = False) -> None:
    """Write a commented briefing.toml, and an article to try it on where there is no inputs/ yet.

    A file that is already there is never overwritten.
    """
    if schema:
        from briefing.config.schema import schema as made

        to_stdout(json.dumps(made(), indent=2) + "\n")
        return
    from briefing.config.starter import CONFIG, starter

    if (folder / CONFIG).exists():
        raise OutputError(f"{folder / CONFIG}: exists; edit it, or name another folder")
    files = starter(folder)
    for name, text in files.items():
        with refusing(folder / name):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
        write_file(folder / name, text)
    say(f"wrote {' and '.join(files)}; now: briefing run")
