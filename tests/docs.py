"""What the documents show is run: cog blocks call these and are rewritten by `make docs`."""

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

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


def _application() -> object:
    sys.path.insert(0, str(ROOT))
    import typer

    from briefing.cli.app import app

    return typer.main.get_command(app)


def commands() -> None:
    """Print the table of commands, each with the first line of its help."""
    print("| command | does |\n|---|---|")
    for name, command in _application().commands.items():
        print(f"| `briefing {name}` | {command.help.splitlines()[0].rstrip('.')} |")


def options() -> None:
    """Print a table of options for every command."""
    for name, command in _application().commands.items():
        print(f"\n## briefing {name}\n\n{command.help}\n\n| option | default | does |\n|---|---|---|")
        for p in command.params:
            flags = ", ".join(f"`{o}`" for o in p.opts) if p.param_type_name == "option" else f"`{p.name}`"
            shown = "" if p.default in (None, False) or p.required else f"`{p.default}`"
            variable = f" (`{p.envvar}`)" if p.envvar else ""
            print(f"| {flags}{variable} | {shown} | {p.help.replace('|', '·')} |")
