"""The Jinja2 templates: where they lie, and the environment in which nothing leaves a variable unescaped.

A theme is a folder with `brief.md.jinja`, `brief.html.jinja`, `brief.txt.jinja`; what it lacks is taken
from the default theme. A template sees `brief` (a BriefView) and `labels`; one that did not come with the
program runs in Jinja2's sandbox.
"""

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import UnknownName, UsageError
from briefing.lang.labels import labels
from briefing.render.escape import markdown, plain
from briefing.render.view import BriefView

if TYPE_CHECKING:
    from jinja2 import Environment

DEFAULT = "newsletter"


@cache
def home() -> Path:
    """The folder of themes: inside the installed package, or at the top of a checkout."""
    package = Path(str(files("briefing")))
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"


def themes() -> tuple[str, ...]:
    """Names of the themes that come with the program."""
    return tuple(sorted(folder.name for folder in home().iterdir() if folder.is_dir()))


def folder(template: str | None) -> Path:
    """The folder of a theme, given by name or by path; raises UnknownName when it is neither."""
    name = template or DEFAULT
    if name in themes():
        return home() / name
    if Path(name).is_dir():
        return Path(name)
    raise UnknownName("template", name, themes())


def fill(brief: BriefView, kind: str, template: str | None) -> str:
    """The text of `brief.<kind>.jinja` of a theme.

    Raises UnknownName for an unknown theme; UsageError, with file and line, for a template that fails.
    """
    from jinja2 import TemplateError

    try:
        page = _environment(kind, folder(template)).get_template(f"brief.{kind}.jinja")
        return page.render(brief=brief, labels=labels(brief.language))
    except TemplateError as error:
        raise UsageError(
            f"template {template or DEFAULT!r}: {_place(error)}{error.message or error}"
        ) from None


def _place(error: Exception) -> str:
    """Where in the templates an error happened: `file:line: `, or nothing when it was not inside one."""
    if name := getattr(error, "filename", None):
        return f"{name}:{getattr(error, 'lineno', 0)}: "
    place, trace = "", error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename.endswith(".jinja"):
            place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}: "
        trace = trace.tb_next
    return place


@cache
def _environment(kind: str, theme: Path) -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    ours = theme.parent == home()  # the sandbox costs a third of the time and is for the templates of others
    return (Environment if ours else ImmutableSandboxedEnvironment)(
        loader=FileSystemLoader([theme, home() / DEFAULT]),
        autoescape=True,
        finalize=_escaped(_ESCAPES[kind]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )


def _escaped(escape: Callable[[str], str] | None) -> Callable[[object], object]:
    """How a variable is printed: by the format's own rule, or folded and left to Jinja2's HTML escaping."""
    from markupsafe import Markup

    def finalize(value: object) -> object:
        if value is None or isinstance(value, Markup):
            return "" if value is None else value
        return Markup(escape(str(value))) if escape else plain(str(value))

    return finalize


_ESCAPES: dict[str, Callable[[str], str] | None] = {"md": markdown, "txt": plain, "html": None}
