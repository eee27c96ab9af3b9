"""`briefing findings` as JSON, plain and explained."""

import json

from briefing.model import (
    Allegation,
    Denial,
    Document,
    Entity,
    Findings,
    Furniture,
    Lead,
    NextStep,
    Sentence,
    Span,
    Statement,
    When,
)
from briefing.render.findings import findings_json
from tests import newsroom

KEYS = [
    "id",
    "title",
    "source",
    "url",
    "author",
    "published",
    "language",
    "text",
    "sha256",
    "sentences",
    "furniture",
    "summary",
    "who",
    "statements",
    "allegations",
    "denials",
    "next_steps",
    "dates",
]


def _span(words: str) -> Span:
    return newsroom.quote(newsroom.HARBOUR, words).span


def _found() -> Findings:
    denial, step = _span("“I never touched the money,” Dunn said."), _span("The council will vote")
    dunn, cue = _span("Mara Dunn"), _span("never")
    document = Document(newsroom.HARBOUR, (Sentence(0, denial, 0),), (Furniture(Span(0, 32), "title"),))
    return Findings(
        document,
        "en",
        True,
        (Lead(denial, 0.5),),
        (Lead(denial, 0.5, (("news", 0.4), ("length", 0.1))),),
        who=(Entity(dunn, "person", None, dunn, 2),),
        statements=(Statement(denial, dunn, dunn, _span("said"), (cue,), True, "quote"),),
        allegations=(Allegation(denial, dunn, None, (0,), "moved"),),
        denials=(Denial(denial, dunn, "denied", "implied", cue, None, "never", (cue,)),),
        next_steps=(NextStep(step, None, "scheduled", _span("8 December"), "2026-12-08", "will", (step,)),),
        dates=(When(_span("8 December"), "2026-12-08", "day_month"),),
    )


def test_findings_have_the_keys_of_the_contract() -> None:
    """Keys and their order are what scorers read, and no explanation is given unasked."""
    row = json.loads(findings_json(_found()))
    assert list(row) == KEYS
    assert row["summary"] == [{"start": 218, "end": 257, "score": 0.5}]
    assert list(row["denials"][0]) == ["start", "end", "speaker", "stance", "certainty", "cue", "claim"]
    assert row["next_steps"][0]["when_text"] == "8 December"


def test_explained_findings_name_rule_and_words() -> None:
    """With `explain` each finding has its rule and the words it rests on, each summary line its features."""
    row = json.loads(findings_json(_found(), explain=True))
    assert row["denials"][0]["rule"] == "never"
    assert row["denials"][0]["evidence"] == [{"start": 221, "end": 226, "text": "never"}]
    assert [e["text"] for e in row["statements"][0]["evidence"]] == ["Mara Dunn", "said"]
    assert row["dates"][0]["rule"] == "day_month"
    assert row["summary"][0]["why"] == {"news": 0.4, "length": 0.1}


def test_explaining_only_adds() -> None:
    """Without what was added, the explained findings are the plain ones."""
    plain, explained = json.loads(findings_json(_found())), json.loads(findings_json(_found(), explain=True))
    for key in ("summary", "statements", "allegations", "denials", "next_steps", "dates"):
        for row in explained[key]:
            added = {"rule", "evidence", "why"} & set(row)
            assert added
            for name in added:
                del row[name]
    assert explained == plain


def test_a_line_of_findings_is_one_line_and_safe_to_print() -> None:
    """Line breaks and control characters of the article are escapes in its JSON."""
    line = findings_json(_found())
    assert "\n" not in line
    assert json.loads(line)["text"] == newsroom.HARBOUR.text
