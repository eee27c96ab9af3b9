"""Build the corpus from its authoring form: one marked-up text file an article (see README.md).

usage: python evals/corpus/build.py [--check]

A label is written in front of the sentence it is about, so text and labels cannot drift apart.
Offsets are Python character offsets into `text`.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).parent
STANCES = {"denied", "rejected", "disputed", "declined_to_comment", "no_response"}
KINDS = {"scheduled", "commitment", "demand", "pending"}
FLAGS = {"T": "title_sents", "J": "junk", "J?": "junk_ignore", "W": "what", "w": "what_any"}
FLAGS |= {"D?": "denials_ignore", "N?": "next_ignore"}
DENIAL = re.compile(r"D (?P<stance>\w+)(?P<broad> broad)?: (?P<speaker>[^<]+?)(?: < (?P<claims>[c\d. ]+))?$")
STEP = re.compile(r"N (?P<kind>\w+): (?P<actor>[^@=]*?)\s*(?:@ (?P<when>[^=]+?))?\s*(?:= (?P<date>[\d-]+))?$")
CLAIM_OF = re.compile(r"A (?P<state>answered|unanswered): (?P<about>.+)$")
DATE = re.compile(
    r"(?P<text>.+?)(?:#(?P<nth>\d+))? => (?P<date>[\d-]+|null) (?P<direction>\w+)(?: \| (?P<note>.*))?$"
)
Json = dict[str, object]


class MarkError(ValueError):
    """A source file that says something the form does not know; the message names file and line."""


@dataclass(frozen=True)
class Unit:
    """One sentence (or stretch of furniture) with its marks and its place in the text."""

    text: str
    marks: tuple[str, ...]
    start: int

    @property
    def span(self) -> Json:
        """Where the unit stands, as the gold writes places."""
        return {"start": self.start, "end": self.start + len(self.text)}


@dataclass
class Source:
    """A source file taken apart: head, units, the text they make, date marks."""

    name: str
    head: dict[str, str] = field(default_factory=dict)
    who: list[Json] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    text: str = ""
    dates: list[str] = field(default_factory=list)

    def fail(self, what: str) -> MarkError:
        """The error to raise, with the file's name in front."""
        return MarkError(f"{self.name}: {what}")


def parse(name: str, raw: str) -> Source:
    """Take one source file apart. Raises MarkError."""
    head, _, rest = raw.partition("\n---\n")
    body, _, dates = rest.partition("\n===\n")
    source = Source(name, dates=[line for line in dates.splitlines() if line.strip()])
    for line in head.splitlines():
        key, _, value = line.partition(": ")
        if key == "who":
            person, _, role = value.partition(" |")
            source.who.append({"name": person, "role": role.strip() or None})
        else:
            source.head[key] = value
    lay_out(source, body)
    return source


def lay_out(source: Source, body: str) -> None:
    """Join the sentences: a space inside a paragraph, a blank line between (or a space: `join: runon`)."""
    gap = " " if source.head.get("join") == "runon" else "\n\n"
    for block in re.split(r"\n\s*\n", body.strip("\n")):
        joint = gap if source.units else ""
        for line in block.splitlines():
            found = re.match(r"\{([^}]*)\} ?(.*)$", line)
            marks = tuple(m.strip() for m in found[1].split(";")) if found else ()
            words = found[2] if found else line
            source.text += "" if "~" in marks else joint
            source.units.append(Unit(words, marks, len(source.text)))
            source.text += words
            joint = " "


def gold(source: Source) -> Json:
    """The gold line of one article. Raises MarkError for an unknown mark or a label that does not fit."""
    out: Json = {
        "id": source.head["id"],
        "date": (source.head.get("published") or "")[:10] or None,
        "sha": sha256(source.text.encode()).hexdigest()[:16],
        "nsents": sum(not ({"J", "T"} & set(unit.marks)) for unit in source.units),
    }
    lists: dict[str, list[Json]] = {
        key: [] for key in ("denials", "denials_ignore", "next_steps", "next_ignore")
    }
    lists |= {key: [] for key in ("what", "what_any", "junk", "junk_ignore", "title_sents", "allegations")}
    claims = {m: unit.span for unit in source.units for m in unit.marks if re.fullmatch(r"c\d+", m)}
    for unit in source.units:
        for mark in unit.marks:
            for key, label in labels(source, unit, mark, claims):
                lists[key].append(label)
    return out | {"who": source.who} | lists


def labels(source: Source, unit: Unit, mark: str, claims: dict[str, Json]) -> Iterator[tuple[str, Json]]:
    """What one mark adds to the gold, and where."""
    if mark in FLAGS:
        yield FLAGS[mark], unit.span
        if mark == "W":
            yield "what_any", unit.span
    elif found := DENIAL.match(mark):
        yield "denials", denial(source, unit, found, claims)
    elif found := STEP.match(mark):
        yield "next_steps", step(source, unit, found)
    elif found := CLAIM_OF.match(mark):
        yield "allegations", unit.span | {"about": found["about"], "answered": found["state"] == "answered"}
    elif mark != "~" and mark not in claims:
        raise source.fail(f"unknown mark {mark!r} before {unit.text[:40]!r}")


def denial(source: Source, unit: Unit, found: re.Match[str], claims: dict[str, Json]) -> Json:
    """A denial's label; `.` among its claims is its own sentence. Raises MarkError."""
    names = (found["claims"] or "").split()
    if found["stance"] not in STANCES or any(n != "." and n not in claims for n in names):
        raise source.fail(f"no such stance or claim in {found[0]!r}")
    where = [unit.span if n == "." else claims[n] for n in names]
    scope = "broad" if found["broad"] else "core"
    label = {"speaker": found["speaker"], "stance": found["stance"], "scope": scope}
    return label | unit.span | {"claims": where, "claim_agreed": bool(where)}


def step(source: Source, unit: Unit, found: re.Match[str]) -> Json:
    """A next step's label; only an article with a date can have a resolved one. Raises MarkError."""
    when, day = found["when"], found["date"]
    if (
        found["kind"] not in KINDS
        or (when and when not in unit.text)
        or (day and not source.head.get("published"))
    ):
        raise source.fail(f"kind, time words or date do not fit: {found[0]!r}")
    label = {"actor": found["actor"] or None, "kind": found["kind"], "when_text": when, "when_date": day}
    return label | unit.span


def dated(source: Source) -> Iterator[Json]:
    """The time expressions marked under `===`, each with the date it means."""
    for line in source.dates:
        found = DATE.match(line)
        if not found:
            raise source.fail(f"not a date mark: {line!r}")
        places = [m.start() for m in re.finditer(re.escape(found["text"]), source.text)]
        nth = int(found["nth"] or 1)
        if not places or nth > len(places) or (len(places) > 1 and not found["nth"]):
            raise source.fail(f"{found['text']!r} occurs {len(places)} times")
        start = places[nth - 1]
        value = None if found["date"] == "null" else found["date"]
        place = {"id": source.head["id"], "start": start, "end": start + len(found["text"]), "date": value}
        rest = {"published": source.head.get("published"), "text": found["text"]}
        yield place | rest | {"direction": found["direction"], "note": found["note"] or ""}


def article(source: Source) -> Json:
    """The line of `articles.jsonl`: the contract's keys, those the article has."""
    keys = ("id", "title", "source", "url", "author", "published", "language")
    row: Json = {key: source.head[key] for key in keys if key in source.head}
    return row | {"text": source.text}


def splits(raw: str) -> Iterator[Json]:
    """Paragraphs of `sentences.txt`, a sentence a line.

    `~` joins without a space, `/` by a line break, `|` is a line break inside a sentence.
    """
    for block in re.split(r"\n\s*\n", raw.strip("\n")):
        text = ""
        starts: list[int] = []
        for line in block.splitlines():
            joint = {"~": "", "/": "\n"}.get(line[0], " ") if starts else ""
            text += joint
            starts.append(len(text))
            text += (line[1:] if line[0] in "~/" else line).replace("|", "\n")
        yield {"text": text, "starts": starts}


def build(folder: Path = HERE / "src") -> dict[str, str]:
    """Every generated file and its content, from the sources in name order."""
    sources = [parse(path.name, path.read_text("utf-8")) for path in sorted(folder.glob("[0-9]*.txt"))]
    for source in sources:
        date.fromisoformat((source.head.get("published") or "2026-01-01")[:10])
    rows: dict[str, list[Json]] = {
        "articles.jsonl": [article(s) for s in sources],
        "gold.jsonl": [gold(s) for s in sources],
        "dates.jsonl": [row for s in sources for row in dated(s)],
        "sentences.jsonl": list(splits((folder / "sentences.txt").read_text("utf-8"))),
    }
    return {
        name: "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in lines) for name, lines in rows.items()
    }


def main() -> int:
    """Write the files, or with `--check` name those that are stale."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a file is stale")
    check = parser.parse_args().check
    stale = []
    for name, content in build().items():
        path = HERE / name
        if not path.exists() or path.read_text("utf-8") != content:
            stale.append(name)
            if not check:
                path.write_text(content, "utf-8")
    print(f"{'stale' if check else 'written'}: {', '.join(stale) or 'nothing'}")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
