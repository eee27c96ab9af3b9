"""The project's own gold corpus: what is committed is what its sources say."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

CORPUS = Path(__file__).parents[2] / "evals" / "corpus"
Row = dict[str, Any]


@pytest.fixture(scope="module")
def build() -> ModuleType:
    """The corpus's build script, loaded as a module."""
    spec = importlib.util.spec_from_file_location("corpus_build", CORPUS / "build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up by name
    spec.loader.exec_module(module)
    return module


def rows(name: str) -> list[Row]:
    """The committed rows of one file."""
    return [json.loads(line) for line in (CORPUS / name).read_text("utf-8").splitlines()]


def test_committed_files_are_what_the_sources_say(build: ModuleType) -> None:
    """Rebuilding the corpus gives the committed files, byte for byte."""
    for name, content in build.build().items():
        assert (CORPUS / name).read_bytes() == content.encode(), f"run python evals/corpus/build.py ({name})"


def test_a_label_is_a_whole_sentence_of_its_article(build: ModuleType) -> None:
    """Every gold place begins and ends at the edges of a sentence written in the source."""
    texts = {row["id"]: row["text"] for row in rows("articles.jsonl")}
    sources = [build.parse(p.name, p.read_text("utf-8")) for p in sorted((CORPUS / "src").glob("[0-9]*.txt"))]
    known = {s.head["id"]: {(u.start, u.start + len(u.text)) for u in s.units} for s in sources}
    for row in rows("gold.jsonl"):
        places = [x for value in row.values() if isinstance(value, list) for x in value if "start" in x]
        assert {(x["start"], x["end"]) for x in places} <= known[row["id"]]
        assert all(texts[row["id"]][x["start"] : x["end"]].strip() for x in places)


def test_every_named_person_stands_in_the_article() -> None:
    """A gold name, and a gold role, is made of words that the article prints."""
    texts = {row["id"]: row["text"] for row in rows("articles.jsonl")}
    for row in rows("gold.jsonl"):
        text = texts[row["id"]].lower()
        for person in row["who"]:
            assert person["name"].lower() in text, person
            assert not person["role"] or person["role"].lower() in text, person


def test_a_speaker_is_named_in_the_article() -> None:
    """The last word of each gold speaker is printed in the article."""
    texts = {row["id"]: row["text"] for row in rows("articles.jsonl")}
    for row in rows("gold.jsonl"):
        for denial in row["denials"]:
            assert denial["speaker"].split()[-1] in texts[row["id"]], denial


@pytest.mark.parametrize(
    "mark", ["X", "D shrugged: Ann", "D denied: Ann < c9", "N dance: Ann", "N demand: A @ noon"]
)
def test_a_mark_that_means_nothing_is_refused(build: ModuleType, mark: str) -> None:
    """An unknown mark, stance, kind, claim or time expression stops the build and names the file."""
    source = build.parse("a.txt", f"id: a\n---\n{{{mark}}} Ann said nothing.")
    with pytest.raises(build.MarkError, match=r"a\.txt"):
        build.gold(source)


def test_no_article_dates_a_step_without_a_dateline(build: ModuleType) -> None:
    """A step of an undated article cannot carry a resolved date."""
    source = build.parse("a.txt", "id: a\n---\n{N scheduled: Ann @ Friday = 2026-11-27} Ann speaks Friday.")
    with pytest.raises(build.MarkError, match="date"):
        build.gold(source)
