"""Where a brief goes: a dated folder with every format, one file, or standard output."""

from dataclasses import dataclass
from pathlib import Path

from briefing.deliver.file import write_file
from briefing.deliver.folder import write_folder
from briefing.deliver.stdout import to_stdout
from briefing.errors import UnknownName, UsageError
from briefing.model import Brief
from briefing.render import FORMATS, edition, render_brief
from briefing.render.run import run_json


@dataclass(frozen=True, slots=True)
class Target:
    """Where a brief goes: a folder with all `formats`, one file, or (neither) standard output."""

    formats: tuple[str, ...]
    folder: Path | None = None
    file: Path | None = None
    template: str | None = None


def target(output: str, formats: str | None, template: str | None) -> Target:
    """What `-o` and `-f` ask for. Raises UnknownName, or UsageError when the two do not go together."""
    asked = tuple(dict.fromkeys(name.strip() for name in (formats or "").split(",") if name.strip()))
    for name in asked:
        if name not in FORMATS:
            raise UnknownName("format", name, FORMATS)
    suffix = Path(output).suffix[1:]
    if output != "-" and suffix not in FORMATS:
        return Target(asked or tuple(FORMATS), folder=Path(output), template=template)
    one = asked or (suffix or "md",)
    if len(one) > 1:
        raise UsageError(f"-f {formats}: one format at a time goes to {output!r}; name a folder with -o")
    return Target(one, file=None if output == "-" else Path(output), template=template)


def write(brief: Brief, where: Target) -> Path | None:
    """Write the brief; the path of what was written, `None` for standard output. Raises OutputError."""
    if where.folder:
        files = edition(brief, where.formats, where.template)
        return write_folder(
            where.folder, brief.day.isoformat(), {**files, "run.json": run_json(brief, files)}
        )
    text = render_brief(brief, where.formats[0], where.template)
    if where.file:
        write_file(where.file, text)
    else:
        to_stdout(text)
    return where.file
