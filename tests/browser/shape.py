"""What a piece of HTML is made of: counted where it is copied and again where it is pasted."""

import json
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import playwright
from lxml.html import HtmlElement, fragment_fromstring

GHOST = Path(__file__).with_name("ghost")
# Playwright's own Node: Ghost's converter wants a newer one than Debian has.
NODE = Path(playwright.__file__).parent / "driver" / "node"
_INVISIBLE = str.maketrans("", "", "\u200b\ufeff")


@dataclass(frozen=True, slots=True)
class Shape:
    """The structure that a reader of a newsletter sees; words are compared without white space."""

    headings: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    lists: tuple[str, ...]
    items: tuple[str, ...]
    quotes: tuple[str, ...]
    opaque: int  # tables and cards: what an editor takes in but nobody can edit
    letters: str


def of_html(html: str) -> Shape:
    """The shape of a page's body or of what an editor holds."""
    tree = fragment_fromstring(html, create_parent="div")
    return Shape(
        headings=tuple(f"{e.tag}:{_letters(e)}" for e in tree.iter("h1", "h2", "h3", "h4", "h5", "h6")),
        links=tuple((e.get("href", ""), _letters(e)) for e in tree.iter("a")),
        lists=tuple(str(e.tag) for e in tree.iter("ul", "ol")),
        items=tuple(map(_letters, tree.iter("li"))),
        quotes=tuple(map(_letters, tree.iter("blockquote"))),
        opaque=sum(1 for _ in tree.iter("table", "img", "iframe", "pre", "figure")),
        letters=_letters(tree),
    )


def _letters(element: HtmlElement) -> str:
    return _squeeze(str(element.text_content()))


def _squeeze(text: str) -> str:
    return "".join(text.translate(_INVISIBLE).split())


def in_ghost(pages: Iterable[str]) -> list[Shape]:
    """The shapes of the documents that Ghost's own converter makes of pasted HTML."""
    done = subprocess.run(
        [NODE, "convert.cjs"],
        cwd=GHOST,
        input=json.dumps(list(pages)),
        capture_output=True,
        check=True,
        text=True,
        timeout=60,
    )
    return [_of_lexical(document["root"]) for document in json.loads(done.stdout)]


def _of_lexical(root: dict[str, object]) -> Shape:
    nodes = [(_kind(node), node) for node in _nodes(root)]
    return Shape(
        headings=tuple(f"{node['tag']}:{_said(node)}" for kind, node in nodes if kind == "heading"),
        links=tuple((str(node["url"]), _said(node)) for kind, node in nodes if kind == "link"),
        lists=tuple(str(node["tag"]) for kind, node in nodes if kind == "list"),
        items=tuple(_said(node) for kind, node in nodes if kind == "listitem"),
        quotes=tuple(_said(node) for kind, node in nodes if kind in ("quote", "aside")),
        opaque=sum(kind not in EDITABLE for kind, _ in nodes),
        letters=_said(root),
    )


EDITABLE = frozenset(
    ("root", "paragraph", "heading", "text", "link", "list", "listitem", "quote", "aside", "linebreak")
) | {"horizontalrule"}


def _kind(node: dict[str, object]) -> str:
    return str(node["type"]).removeprefix("extended-")


def _nodes(node: dict[str, object]) -> Iterator[dict[str, object]]:
    yield node
    for child in node.get("children", ()):  # type: ignore[attr-defined]
        yield from _nodes(child)


def _said(node: dict[str, object]) -> str:
    return _squeeze("".join(str(n.get("text", "")) for n in _nodes(node)))
