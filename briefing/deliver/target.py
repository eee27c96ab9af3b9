"""Where a brief goes: a dated folder with every format, one file, or standard output."""

from pathlib import Path
from typing import NamedTuple

from briefing.deliver.file import write_file
from briefing.deliver.folder import write_folder
from briefing.deliver.stdout import to_stdout
from briefing.deliver.stopwatch import Stopwatch
from briefing.errors import OutputError, UnknownName, UsageError
from briefing.model import Brief
from briefing.render import FORMATS, MAILED, edition, render_brief
from briefing.render.budget import KILOBYTE, fit, mailed
from briefing.render.run import Course, run_json

MAIL_KB = 90  # Gmail clips a mail at about 102; the rest is for what a mail list adds


class Target(NamedTuple):
    """Where a brief goes: a folder with all `formats`, one file, or (neither) standard output.

    `mail_kb` is how many thousand bytes its HTML may have when it is made to be mailed.
    """

    formats: tuple[str, ...]
    folder: Path | None = None
    file: Path | None = None
    template: str | None = None
    mail_kb: int = MAIL_KB


class Written(NamedTuple):
    """What was written: the brief as it was told, and where (`None`: standard output).

    `moved`: stories listed instead of told to keep the mail small. `too_large`: the HTML's bytes when
    they are more than was asked for all the same.
    """

    brief: Brief
    path: Path | None
    moved: int = 0
    too_large: int = 0


def target(output: str, formats: str | None, template: str | None, mail_kb: int = MAIL_KB) -> Target:
    """What `-o` and `-f` ask for.

    Raises UnknownName, UsageError when the two do not go together, OutputError for a file of no format.
    """
    asked = tuple(dict.fromkeys(name.strip() for name in (formats or "").split(",") if name.strip()))
    for name in asked:
        if name not in FORMATS:
            raise UnknownName("format", name, FORMATS)
    suffix = Path(output).suffix[1:]
    if output != "-" and suffix not in FORMATS:
        if Path(output).exists() and not Path(output).is_dir():
            known = ", ".join(f".{name}" for name in FORMATS)
            raise OutputError(f"{output}: is no folder; name one, or a file that ends in {known}")
        return Target(asked or tuple(FORMATS), folder=Path(output), template=template, mail_kb=mail_kb)
    one = asked or (suffix or "md",)
    if len(one) > 1:
        raise UsageError(f"-f {formats}: one format at a time goes to {output!r}; name a folder with -o")
    file = None if output == "-" else Path(output)
    return Target(one, file=file, template=template, mail_kb=mail_kb)


def write(brief: Brief, where: Target, watch: Stopwatch | None = None) -> Written:
    """Write the brief, no larger as a mail than `mail_kb` where it is to be one. Raises OutputError.

    What `watch` has measured is said in a folder's run.json.
    """
    watch = watch or Stopwatch()
    with watch.stage("render"):
        fit = fitted(brief, where)
    return fit._replace(path=_put(fit.brief, where, fit.moved, watch))


def fitted(brief: Brief, where: Target) -> Written:
    """The brief as it will be written: no larger as a mail than it may be. Nothing is written yet."""
    made, size = _fitted(brief, where)
    moved = len(brief.stories) - len(made.stories)
    return Written(made, None, moved, size if size > where.mail_kb * KILOBYTE else 0)


def _fitted(brief: Brief, where: Target) -> tuple[Brief, int]:
    """The brief as it can be mailed, and the bytes of its HTML; unchanged when no format is for an inbox."""
    if MAILED.isdisjoint(where.formats):
        return brief, 0

    def size(one: Brief) -> int:
        return mailed(render_brief(one, "html", where.template))

    fitted = fit(brief, where.mail_kb * KILOBYTE, size)
    return fitted, size(fitted)


def _put(brief: Brief, where: Target, moved: int, watch: Stopwatch) -> Path | None:
    if where.folder:
        with watch.stage("render"):
            files = edition(brief, where.formats, where.template)
        whole = {**files, "run.json": run_json(brief, files, Course(moved, watch.seconds))}
        return write_folder(where.folder, brief.day.isoformat(), whole)
    text = render_brief(brief, where.formats[0], where.template)
    if where.file:
        write_file(where.file, text)
    else:
        to_stdout(text)
    return where.file
