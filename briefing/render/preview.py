"""Brief → preview.html: a page to look at a brief, check it, leave things out, and copy it.

The page works from a file, loads nothing and sends nothing: a policy in it (CSP) lets only its own script
run, the mail is shown in a frame without scripts, and all that can be copied is made here, in pieces that
the script puts together.
"""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.lang.labels import labels
from briefing.lang.preview import preview_words
from briefing.model import Brief
from briefing.render.compose import view
from briefing.render.json import dump
from briefing.render.passages import proofs, report
from briefing.render.paste import Paste, pasted
from briefing.render.piece import Piece
from briefing.render.preset import PRESETS
from briefing.render.templates import trusted

if TYPE_CHECKING:
    from markupsafe import Markup

_PAGE = Path(__file__).parent / "page"
SHOWN = "ghost"  # whose pieces stand on the page itself; which one hardly shows there


@dataclass(frozen=True, slots=True)
class Mailed:
    """The brief as its mail has it."""

    html: str
    text: str


def preview(brief: Brief, template: str | None, mail: Mailed) -> str:
    """The page. Raises UnknownName when the brief's language has no words for it."""
    words = preview_words(brief.language)
    verdict = report(brief, template)
    composed = view(brief, digest="")
    pastes = {name: pasted(composed, name) for name in PRESETS}
    script = _file("preview.js")
    return (
        trusted("html", _PAGE)
        .get_template("preview.html.jinja")
        .render(
            brief=composed,
            labels=labels(brief.language),
            words=words,
            presets=PRESETS,
            parts=pastes[SHOWN].parts,
            proofs=proofs(brief, words, verdict),
            verified=words["verified"].format(
                lines=len(verdict.lines), right=sum(line.verbatim for line in verdict.lines)
            ),
            sound=not verdict.bad,
            mail=_attribute(_framed(mail.html)),
            text=_verbatim(mail.text),
            data=_island({"words": dict(words.spoken), **_packed(pastes)}),
            style=_raw(_file("preview.css")),
            script=_raw(script),
            policy=_policy(script),
            raw=_raw,
        )
    )


@cache
def _file(name: str) -> str:
    return (_PAGE / name).read_text("utf-8")


def _policy(script: str) -> str:
    """What the page may do: run this script, be styled, and nothing else."""
    digest = b64encode(sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; "
        "base-uri 'none'; form-action 'none'"
    )


def _framed(html: str) -> str:
    """The mail so that its links open beside the page and not in the frame, where the policy stops them."""
    return html.replace("<head>", '<head><base target="_blank">', 1)


def _raw(text: str) -> "Markup":
    from markupsafe import Markup

    return Markup(text)


def _attribute(text: str) -> "Markup":
    """Escaped, its line ends kept."""
    from markupsafe import escape

    return escape(text)


def _verbatim(text: str) -> "Markup":
    """The inside of a `pre`, which would swallow a first line break."""
    return _raw("\n") + _attribute(text)


def _island(data: object) -> "Markup":
    """JSON that cannot end the element it stands in, whatever words are in it."""
    text = dump(data)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return _raw(text)


def _packed(pastes: dict[str, Paste]) -> dict[str, Any]:
    """Pastes for the script: every text once, a piece as the numbers of its HTML and its Markdown."""
    texts: dict[str, int] = {}

    def piece(one: Piece) -> list[int]:
        return [texts.setdefault(text, len(texts)) for text in (one.html, one.markdown)]

    packed = {name: _pack(paste, piece) for name, paste in pastes.items()}
    return {"presets": packed, "texts": list(texts)}


def _pack(paste: Paste, piece: Callable[[Piece], list[int]]) -> dict[str, Any]:
    return {
        "head": piece(paste.head),
        "between": piece(paste.between),
        "tail": piece(paste.tail),
        "parts": {
            part.id: {
                "head": piece(part.head),
                "blocks": [
                    {
                        "open": piece(block.open),
                        "between": piece(block.between),
                        "close": piece(block.close),
                        "lines": {entry.id: piece(entry.piece) for entry in block.entries},
                    }
                    for block in part.blocks
                ],
            }
            for part in paste.parts
        },
    }
