"""The Jinja2 templates: where they lie, and the environment in which nothing leaves a variable unescaped.

A theme is a folder with `brief.md.jinja`, `brief.html.jinja`, `brief.txt.jinja`, or one file so called;
what it lacks is taken from the default theme. A template sees `brief` (a BriefView) and `labels`; one that
did not come with the program runs in a sandbox and reads no file but its own and ours
(`{% extends "newsletter/brief.html.jinja" %}`).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.errors import UnknownName, UsageError
from briefing.lang.labels import labels
from briefing.model import Brief
from briefing.render.escape import markdown, plain
from briefing.render.view import BriefView

if TYPE_CHECKING:
    from jinja2 import BaseLoader, Environment

    from briefing.render.sandbox import Box

DEFAULT = "newsletter"
# What a template of somebody else can raise beside Jinja2's own errors: a sum of text and number, a file in
# Latin-1, a macro that calls itself.
_SLIPS = (ArithmeticError, LookupError, TypeError, ValueError, AttributeError, RecursionError, OSError)


class Theme(NamedTuple):
    """A folder of templates; with `file`, only that one of them counts."""

    folder: Path
    file: str | None = None

    @property
    def ours(self) -> bool:
        """Whether the theme came with the program."""
        return self.folder.parent == home()

    def page(self, kind: str) -> str | None:
        """The name of the template for a kind of text, if the theme has one."""
        if self.file:
            return self.file if self.file.endswith(f"{kind}.jinja") else None
        return name(kind) if (self.folder / name(kind)).is_file() else None


@cache
def home() -> Path:
    """The folder of themes: inside the installed package, or at the top of a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"


def themes() -> tuple[str, ...]:
    """Names of the themes that come with the program."""
    return tuple(sorted(folder.name for folder in home().iterdir() if folder.is_dir()))


def name(kind: str) -> str:
    """The file name of the template for a kind of text."""
    return f"brief.{kind}.jinja"


def theme(template: str | None) -> Theme:
    """A theme given by name, as a folder or as a file.

    Raises UnknownName when there is none, UsageError when a folder or file holds no template.
    """
    asked = template or DEFAULT
    if asked in themes():
        return Theme(home() / asked)
    path, kinds = Path(asked), tuple(map(name, _ESCAPES))
    if path.is_file():
        if not path.name.endswith(tuple(f"{kind}.jinja" for kind in _ESCAPES)):
            raise UsageError(f"template {asked!r}: name it *.md.jinja, *.html.jinja or *.txt.jinja")
        return Theme(path.parent, path.name)
    if path.is_dir():
        if not any((path / kind).is_file() for kind in kinds):
            raise UsageError(f"template {asked!r}: the folder holds none of {', '.join(kinds)}")
        return Theme(path)
    raise UnknownName("template", asked, themes())


def fill(brief: BriefView, kind: str, template: str | None) -> str:
    """The text of the template for a kind of text.

    Raises UnknownName for an unknown theme; UsageError, with file and line, for a template that fails.
    """
    asked = theme(template)
    page = asked.page(kind)
    if page is None:
        asked, page = Theme(home() / DEFAULT), name(kind)
    with _telling(f"template {template or DEFAULT!r}", page):
        text = _environment(kind, asked).get_template(page)
        return text.render(brief=brief, labels=labels(brief.language))


def subject(brief: Brief) -> str:
    """The subject of the brief as a mail. Raises UsageError for a template that fails."""
    first = brief.stories[0].headline if brief.stories else ""
    return subject_line(brief.mail.subject, brief.title, first, brief.day, brief.language)


def subject_line(template: str, title: str, top_headline: str, day: date, language: str) -> str:
    """A template of a subject filled with these. Raises UsageError when it cannot be."""
    box = _subjects()
    box.begin()
    with _telling("subject of the mail", ""):
        return box.get_template(template).render(
            title=plain(title), top_headline=plain(top_headline), date=labels(language).date(day.isoformat())
        )


@contextmanager
def _telling(what: str, page: str) -> Iterator[None]:
    """Turn what a template raises into one line that says where."""
    from jinja2 import TemplateError

    try:
        yield
    except TemplateError as error:
        raise UsageError(f"{what}: {_place(error)}{plain(error.message or str(error))}") from None
    except _SLIPS as error:
        place = _place(error) or (page and f"{page}: ")
        raise UsageError(f"{what}: {place}{type(error).__name__}: {plain(str(error))}") from None


def _place(error: Exception) -> str:
    """Where in the templates an error happened: `file:line: `, or nothing when it was not inside one."""
    if found := getattr(error, "filename", None):
        return f"{found}:{getattr(error, 'lineno', 0)}: "
    place, trace = "", error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename.endswith(".jinja"):
            place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}: "
        trace = trace.tb_next
    return place


def _environment(kind: str, asked: Theme) -> "Environment":
    if asked.ours:
        return trusted(kind, asked.folder)  # the sandbox costs a third of the time
    box = _boxed(kind, asked.folder)
    box.begin()
    return box


@cache
def trusted(kind: str, folder: Path) -> "Environment":
    """The environment of templates that came with the program."""
    from jinja2 import Environment, FileSystemLoader

    from briefing.kept import beside_ours
    from briefing.render.compiled import Compiled

    kept = beside_ours()
    options = _options()
    return Environment(
        loader=FileSystemLoader(folder),
        finalize=_escaped(_ESCAPES[kind]),
        bytecode_cache=Compiled(kept, f"{kind}|{options}") if kept else None,
        **options,
    )


@cache
def _boxed(kind: str, folder: Path) -> "Box":
    from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader

    from briefing.render.sandbox import Box

    shipped: dict[str, BaseLoader] = {name: FileSystemLoader(home() / name) for name in themes()}
    loader = ChoiceLoader([FileSystemLoader(folder), PrefixLoader(shipped)])
    return Box(_escaped(_ESCAPES[kind]), loader=loader, **_options())


@cache
def _subjects() -> "Box":
    from jinja2 import FunctionLoader, StrictUndefined

    from briefing.render.sandbox import Box

    # A subject is its own name, so that it is compiled once.
    return Box(lambda value: value, loader=FunctionLoader(str), undefined=StrictUndefined)


def _options() -> dict[str, Any]:
    from jinja2 import StrictUndefined

    return {
        "autoescape": True,
        "undefined": StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "keep_trailing_newline": True,
        "auto_reload": False,
        "optimized": False,  # compiling takes longer than what it saves on one brief
    }


def _escaped(escape: Callable[[str], str] | None) -> Callable[[object], object]:
    """How a variable is printed: by the format's own rule, or folded and left to Jinja2's HTML escaping."""
    from markupsafe import Markup

    def finalize(value: object) -> object:
        if value is None or isinstance(value, Markup):
            return "" if value is None else value
        return Markup(escape(str(value))) if escape else plain(str(value))

    return finalize


_ESCAPES: dict[str, Callable[[str], str] | None] = {"md": markdown, "txt": plain, "html": None}
