"""Print hostile strings in every place of a brief and count what gets through. Expected: zeros.

usage: python evals/hostile.py [--data ../shared/data/hostile] [--page FILE.html]

Vectors: DOMPurify's tests, H5SC, OWASP's filter evasion cheat sheet, the big list of naughty strings; without
that folder, our own in tests/hostile.py. Each is the title, a sentence, name, role, speaker, claim,
source, address and failed input of a brief of its own. `raw` is the control: the same strings as a page,
unescaped.
--page writes one page with all of them, to be opened in a browser (no dialog may appear).
"""

import argparse
import email
import email.policy
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import markdown
from icalendar import Calendar
from lxml.html import HTMLParser, document_fromstring
from markdown_it import MarkdownIt

from briefing.model import Article, Brief, Failure, Line, Quote, Section, Span, Story
from briefing.render import FORMATS, edition, render_brief
from briefing.render.check import check
from briefing.render.escape import link, plain
from briefing.render.paste import paste
from briefing.render.preset import PRESETS
from briefing.render.templates import themes
from tests import hostile, newsroom

SHARED = Path(__file__).resolve().parents[2] / "shared/data/hostile"
OURS = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "div",
    "h1",
    "h2",
    "h3",
    "p",
    "ul",
    "ol",
    "li",
    "a",
    "b",
} | {*("i", "em", "strong", "code", "hr", "span", "blockquote", "br")}
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
HEADERS = ["Content-Type", "MIME-Version", "From", "To", "Subject", "Date", "Message-ID", "List-Id"]
HEADERS += ["Auto-Submitted", "Precedence"]
ENGINES = {
    "markdown-it": MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render,
    "python-markdown": lambda text: markdown.markdown(text, extensions=["extra"]),
}


def vectors(data: Path) -> Iterator[str]:
    """Every string of the collections, or our own when they are not there."""
    if not data.is_dir():
        print(f"{data} is not there: the project's own vectors only")
        yield from (*hostile.VECTORS, *hostile.HEADERS, *hostile.CALENDARS)
        return
    purify = (data / "xss/dompurify-expect.mjs").read_text("utf-8")
    yield from (json.loads(m[1]) for m in re.finditer(r'"payload":\s*("(?:[^"\\]|\\.)*")', purify))
    yield from re.split(r'(?=<div id="\d+">)', (data / "xss/h5sc-vectors.txt").read_text("utf-8"))[1:]
    sheet = (data / "xss/owasp-xss-filter-evasion.md").read_text("utf-8")
    yield from (m[1] for m in re.finditer(r"```\w*\n(.*?)```", sheet, re.DOTALL))
    yield from json.loads((data / "blns/blns.json").read_text("utf-8"))


def live(html: str) -> int:
    """How much in a page is live: foreign elements, handlers, addresses other than web addresses."""
    count = 0
    for element in document_fromstring(f"<p>{html}".encode(), parser=HTMLParser(encoding="utf-8")).iter("*"):
        count += element.tag not in OURS
        for name, value in element.attrib.items():
            count += name.startswith("on") or name in ("src", "action", "formaction", "srcdoc", "xlink:href")
            count += name == "href" and not value.startswith(("https://", "http://"))
    return count


def story(number: int, words: str) -> tuple[Story, Article]:
    """A story in which the words stand in every place."""
    key, said = f"a{number}", "He said no."
    article = Article(key, f"{words}\n\n{said}", words, words, words)
    whole, no = Quote(key, Span(0, len(words))), Quote(key, Span(len(words) + 2, len(words) + 2 + len(said)))
    lines = (
        Line(whole, "rank"),
        Line(no, "denial", speaker=whole, stance="denied", certainty="explicit", claim=whole),
        Line(whole, "allegation", unanswered=True),
    )
    sections = (
        Section("what", "What", lines),
        Section("who", "Who", (Line(no, "who", name=whole, role=whole),)),
        Section("next_steps", "Next steps", (Line(whole, "scheduled", when_date="2026-12-08"),)),
    )
    return Story(key, "new", words, key, (key,), (words,), sections, words), article


def one_subject(mail: str, words: str) -> bool:
    """Whether a mail program sees our headers only, once each, and the words in the subject."""
    message = email.message_from_string(mail, policy=email.policy.default)
    first = plain(words) and f"{plain(words)}: "
    expected = f"{first}{plain(words)} (24 November 2026)".split()
    return message.keys() == HEADERS and message["Subject"].split() == expected


def parts(files: dict[str, str]) -> int:
    """How many bodies of the mail are the file beside it."""
    message = email.message_from_string(files["brief.eml"], policy=email.policy.default)
    bodies = [part.get_content().replace("\r\n", "\n") for part in message.iter_parts()]
    return sum(a == b for a, b in zip(bodies, (files["brief.txt"], files["brief.html"]), strict=True))


def one_event(agenda: str, words: str) -> bool:
    """Whether a calendar program sees one event, nothing inside it, and the words as its summary."""
    events = Calendar.from_ical(agenda).walk("VEVENT")
    return len(events) == 1 and not events[0].subcomponents and events[0]["SUMMARY"] == plain(words)


def brief(told: list[tuple[Story, Article]], words: str) -> Brief:
    """A brief of these stories; the words are also its title and a failed input."""
    made = newsroom.brief([s for s, _ in told], [a for _, a in told], failed=(Failure(words, words),))
    return (
        made
        if len(told) > 1
        else newsroom.brief(made.stories, made.articles, failed=made.failed, title=words)
    )


def skeleton(page: str) -> list[tuple[str, list[str]]]:
    """The elements of a page with the names of their attributes."""
    root = document_fromstring(page.encode(), parser=HTMLParser(encoding="utf-8"))
    return [(str(element.tag), element.keys()) for element in root.iter()]


def main() -> None:
    """Print the counts."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--data", type=Path, default=SHARED)
    options.add_argument("--page", type=Path)
    asked = options.parse_args()
    found, words, got = Counter(), [v for v in dict.fromkeys(vectors(asked.data)) if v], Counter()
    told, tame = [], skeleton(render_brief(brief([story(0, "word")], "word"), "preview"))
    for number, vector in enumerate(words):
        vector = vector.encode("utf-8", "ignore").decode()  # a reader refuses lone surrogates
        told.append(story(number, vector))
        one = brief([told[-1]], vector)
        found["raw: live"] += bool(live(vector))
        for theme in themes():
            found[f"html, {theme}: live"] += bool(live(render_brief(one, "html", theme)))
            text = render_brief(one, "md", theme)
            for name, engine in ENGINES.items():
                found[f"md, {theme}, {name}: live"] += bool(live(engine(text)))
        for preset in PRESETS:
            pasted = paste(one, preset)
            found["paste, html: live"] += bool(live(pasted.html))
            for name, engine in ENGINES.items():
                found[f"paste, md, {name}: live"] += bool(live(engine(pasted.markdown)))
        files = edition(one, FORMATS)
        if plain(vector) and not link(vector):  # nothing is "Untitled", and a web address may be a link
            found["preview: an element or attribute too many"] += skeleton(files["preview.html"]) != tame
        found["mail: not one subject, or not that subject"] += not one_subject(files["brief.eml"], vector)
        found["mail: a part that is not brief.txt and brief.html"] += parts(files) != 2
        found["agenda: not one event that says the words"] += not one_event(files["agenda.ics"], vector)
        found["control characters out"] += any(
            CONTROL.search(text.replace("\r\n", "\n"))
            for name, text in files.items()
            if not name.startswith("sources/")
        )
        report = check({n: t.encode() for n, t in files.items()})
        got["lines"] += len(report.lines)
        found["verify: not verbatim"] += bool(report.bad)
    print(f"{len(words)} vectors, each in 10 places; {got['lines']} lines verified")
    for name, count in found.items():
        print(f"{count:5d}  {name}")
    if asked.page:
        asked.page.write_text(render_brief(brief(told, "All vectors"), "html"), encoding="utf-8")


if __name__ == "__main__":
    main()
