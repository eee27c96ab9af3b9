"""News articles in, a short brief out, in which every printed line can be checked against its source.

The Python API is five names: `read` articles, `analyse` each, `make_brief` of the findings,
`render_brief` as Markdown, HTML, text or JSON, and `verify` a written brief against its sources.

>>> import briefing
>>> from datetime import date
>>> found = [briefing.analyse(article) for article in briefing.read("inputs/trumpet-swan.txt")]
>>> brief = briefing.make_brief(found, day=date(2026, 11, 24))
>>> page = briefing.render_brief(brief, "md")
"""

import sys
from types import ModuleType
from typing import TYPE_CHECKING

from briefing.version import __version__

if TYPE_CHECKING:
    from briefing.pipeline import analyse_article as analyse
    from briefing.pipeline import make_brief, read, verify
    from briefing.render import render_brief

__all__ = ["__version__", "analyse", "make_brief", "read", "render_brief", "verify"]


def _lazy(module: str, name: str) -> property:
    """The function, imported when it is asked for.

    The setter does nothing: when a room of the same name (`briefing.read`) is imported, Python sets it as an
    attribute here, and the function would be gone.
    """

    def get(self: ModuleType) -> object:
        from importlib import import_module

        return getattr(import_module(module), name)

    return property(get, lambda self, value: None)


class _Api(ModuleType):
    """This module, with its five functions imported late: the command must hear Ctrl-C before they are."""

    analyse = _lazy("briefing.pipeline", "analyse_article")
    make_brief = _lazy("briefing.pipeline", "make_brief")
    read = _lazy("briefing.pipeline", "read")
    verify = _lazy("briefing.pipeline", "verify")
    render_brief = _lazy("briefing.render", "render_brief")


sys.modules[__name__].__class__ = _Api
