"""What the documents show is run: cog blocks call these and are rewritten by `make docs`."""

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path
from typing import Any, get_type_hints

ROOT = Path(__file__).parent.parent
_place: list[tempfile.TemporaryDirectory[str]] = []


def _folder() -> Path:
    """One scratch checkout for all commands of a document: inputs, and whatever the commands write."""
    if not _place:
        _place.append(tempfile.TemporaryDirectory())
        (Path(_place[0].name) / "inputs").symlink_to(ROOT / "inputs")
    return Path(_place[0].name)


def shell(command: str) -> str:
    """Run a `briefing` command line in the scratch checkout; its standard output."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"}
    name, *args = shlex.split(command)
    assert name == "briefing", command
    done = subprocess.run(
        [sys.executable, "-m", "briefing", *args],
        cwd=_folder(),
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def run(*commands: str, width: int = 0) -> None:
    """Print a console block: each command, then what it printed (lines cut at `width` characters)."""
    print("```console")
    for command in commands:
        print(f"$ {command}")
        for line in shell(command).rstrip("\n").split("\n"):
            if line or len(commands) == 1:
                print(line if not width or len(line) <= width else line[: width - 1].rstrip() + "…")
    print("```")


def _application() -> Any:
    sys.path.insert(0, str(ROOT))
    import typer

    from briefing.cli.app import app

    return typer.main.get_command(app)


def _walk() -> Iterator[tuple[str, Any]]:
    """Every command with its full name, those of groups one by one."""
    for name, command in _application().commands.items():
        if hasattr(command, "commands"):
            yield from ((f"{name} {inner}", c) for inner, c in command.commands.items())
        else:
            yield name, command


def commands() -> None:
    """Print the table of commands, each with the first line of its help."""
    print("| command | does |\n|---|---|")
    for name, command in _walk():
        print(f"| `briefing {name}` | {command.help.splitlines()[0].rstrip('.')} |")


def options() -> None:
    """Print a table of options for every command."""
    for name, command in _walk():
        print(f"\n## briefing {name}\n\n{command.help}\n")
        print("| option | default | does |\n|---|---|---|" if command.params else "No options.")
        for p in command.params:
            flags = ", ".join(f"`{o}`" for o in p.opts) if p.param_type_name == "option" else f"`{p.name}`"
            shown = "" if p.default in (None, False) or p.required else f"`{p.default}`"
            variable = f" (`{p.envvar}`)" if p.envvar else ""
            print(f"| {flags}{variable} | {shown} | {p.help.replace('|', '·')} |")


def configuration() -> None:
    """Print what briefing.toml may hold: every table with its keys, their types, defaults and meanings."""
    sys.path.insert(0, str(ROOT))
    from briefing.config.keys import keys
    from briefing.config.tables import REPEATED, TABLES

    kinds = {str: "text", int: "whole number", bool: "true, false", tuple: "list of texts"}
    for name, table in TABLES.items():
        print(f"\n### {f'[[{name}]]' if name in REPEATED else f'[{name}]'}\n\n{cleandoc(table.__doc__)}\n")
        print("| key | type | default | meaning |\n|---|---|---|---|")
        for key in keys(table):
            if name == "edition" and key.field not in ("name", "to"):
                continue
            default = list(key.default) if isinstance(key.default, tuple) else key.default
            shown = "needed" if key.required else "" if default is None else f"`{default}`"
            words = f" One of {', '.join(key.says.choices)}." if key.says.choices else ""
            meaning = f"{key.says.meaning}{words}".replace("|", "·")
            print(f"| `{key.name}` | {kinds[key.kind]} | {shown.replace('|', '·')} | {meaning} |")


def source(path: str) -> None:
    """Print a file of the checkout as a block of code."""
    print(f"```jinja\n{(ROOT / path).read_text().rstrip()}\n```")


def variables() -> None:
    """Print what a template sees: every class of render/view.py with its fields, types and meanings."""
    sys.path.insert(0, str(ROOT))
    from briefing.lang.labels import Labels
    from briefing.render.view import BriefView

    nouns = [v for v in vars(sys.modules[BriefView.__module__]).values() if hasattr(v, "_fields")]
    for noun in [*reversed(nouns), Labels]:
        print(f"\n### {noun.__name__}\n\n{cleandoc(noun.__doc__)}\n\n| field | type |\n|---|---|")
        for name, kind in get_type_hints(noun).items():
            print(f"| `{name}` | `{_short(str(kind))}` |")
        for name, found in vars(noun).items():
            if isinstance(found, property) and not name.startswith("_"):
                kind = str(get_type_hints(found.fget)["return"])
                print(f"| `{name}` | `{_short(kind)}`: {found.__doc__} |")


def _short(kind: str) -> str:
    """A type as it is said: without its modules, and with no bar that would end a cell."""
    return re.sub(r"[\w.]+\.(?=\w)|<class '|'>", "", kind).replace(" | ", " or ")
