"""News articles in, a short brief out, in which every printed line can be checked against its source.

The Python API is five names: `read` articles, `analyse` each, `make_brief` of the findings,
`render_brief` as Markdown, HTML, text or JSON, and `verify` a written brief against its sources.

>>> import briefing
>>> from datetime import date
>>> found = [briefing.analyse(article) for article in briefing.read("inputs/trumpet-swan.txt")]
>>> brief = briefing.make_brief(found, day=date(2026, 11, 24))
>>> page = briefing.render_brief(brief, "md")
"""

from briefing.pipeline import analyse_article as analyse
from briefing.pipeline import make_brief, read, verify
from briefing.render import render_brief
from briefing.version import __version__

__all__ = ["__version__", "analyse", "make_brief", "read", "render_brief", "verify"]
