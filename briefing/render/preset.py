"""What the editors of newsletters keep of a paste."""

from typing import Literal, NamedTuple

from briefing.errors import UnknownName


class Preset(NamedTuple):
    """What an editor keeps of a paste.

    `name`: as its maker writes it. `title`: print the brief's own, for editors that have no field for it.
    `level` of a story's heading, its sections one below; None: bold paragraphs, where headings are dropped.
    `rules` between stories. `links`: on the headline, on the source's name, or written out behind it.
    """

    name: str
    title: bool
    level: int | None
    rules: bool
    links: Literal["headline", "source", "written"]


# What they rest on is in docs/newsletters.md.
PRESETS: dict[str, Preset] = {
    "substack": Preset("Substack", title=False, level=2, rules=True, links="source"),
    "ghost": Preset("Ghost", title=False, level=2, rules=True, links="headline"),
    "mailchimp": Preset("Mailchimp", title=True, level=None, rules=False, links="source"),
    "beehiiv": Preset("beehiiv", title=False, level=2, rules=False, links="source"),
    "buttondown": Preset("Buttondown", title=False, level=2, rules=False, links="headline"),
    "plain": Preset("Plain", title=True, level=2, rules=False, links="written"),
}


def known(name: str) -> Preset:
    """The preset of that name; raises UnknownName."""
    if name not in PRESETS:
        raise UnknownName("preset", name, PRESETS)
    return PRESETS[name]
