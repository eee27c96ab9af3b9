"""A changed character anywhere in a brief's folder is found and named."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import MissingInput, UnknownName, VerificationError
from briefing.render import edition, render_brief
from briefing.render.check import check
from briefing.render.json import seal
from briefing.verify import Report
from tests import newsroom

FORMATS = ("md", "html", "txt", "json")
FOLDER = {path: text.encode() for path, text in edition(newsroom.morning(), FORMATS).items()}
SOURCE = next(path for path in FOLDER if path.startswith("sources/") and b"Auditors" in FOLDER[path])


def _faults(folder: dict[str, bytes]) -> str:
    """All that is said about a folder, as one text."""
    try:
        return "\n".join(f"{v.where}: {v.reason}" for v in check(folder).bad)
    except VerificationError as error:
        return str(error)


def _resealed(content: Any) -> Any:
    """The record with all its hashes set right."""
    for story in content["stories"]:
        for line in (line for section in story["sections"] for line in section["lines"]):
            line["hash"] = seal({k: v for k, v in line.items() if k != "hash"})[:16]
    content["digest"] = seal({k: v for k, v in content.items() if k != "digest"})
    return content


def _record(change: Callable[[Any], object], *, resealed: bool = False) -> str:
    """What is said when the record is changed, by somebody who also sets its hashes right or not."""
    content = json.loads(FOLDER["brief.json"])
    change(content)
    if resealed:
        _resealed(content)
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    return _faults(FOLDER | {"brief.json": text.encode()})


def _line(content: Any, section: int, line: int = 0) -> Any:
    return content["stories"][0]["sections"][section]["lines"][line]


def test_a_brief_as_written_is_verbatim() -> None:
    """Every line of a folder as written stands in its source, and the count says so."""
    report = check(FOLDER)
    assert str(report) == "6 lines, 6 verbatim"
    assert report.bad == ()


def test_one_line_is_counted_as_one_line() -> None:
    """The count of a single line is worded in the singular."""
    files = edition(newsroom.single(newsroom.FERRY), ["md"])
    assert str(check({path: text.encode() for path, text in files.items()})) == "1 line, 1 verbatim"


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda c: _line(c, 0).update(text="Auditors have lost it."), "story 1, what, line 1: text"),
        (lambda c: _line(c, 0).update(start=33), "story 1, what, line 1: text"),
        (lambda c: _line(c, 0).update(end=10_000), "story 1, what, line 1: text"),
        (lambda c: _line(c, 0).update(article="nobody"), "story 1, what, line 1: text: no article 'nobody'"),
        (lambda c: _line(c, 1).update(name="Mara Dann"), "story 1, who, line 1: name"),
        (lambda c: _line(c, 1, 1).update(role="Harbour monster"), "story 1, who, line 2: role"),
        (lambda c: _line(c, 2).update(speaker="Joel Reyes"), "story 1, denials, line 1: speaker"),
        (lambda c: _line(c, 2)["claim"].update(text="moved the honey"), "story 1, denials, line 1: claim"),
        (lambda c: _line(c, 2)["claim"].update(end=170), "story 1, denials, line 1: claim"),
        (
            lambda c: c["stories"][0]["headline"].update(text="Audit finds gold"),
            "story 1, headline: not the title",
        ),
        (lambda c: c["stories"][0]["headline"].update(article="ferry"), "story 1, headline: not the title"),
        (lambda c: c["also"][0].update(headline="Ferry sinks"), "also today 1, headline: not the title"),
        (lambda c: c["articles"][0].update(sha256="0" * 64), f"{SOURCE}: is not the text"),
        (
            lambda c: c["articles"][0].update(stored="sources/gone.txt"),
            "source 1 (harbour): sources/gone.txt is missing",
        ),
    ],
)
def test_a_false_record_is_named_even_when_its_hashes_fit(
    change: Callable[[Any], object], named: str
) -> None:
    """What no source says is found by looking into the source, whatever the record's hashes say."""
    assert _record(change).startswith(named)
    assert _record(change, resealed=True).startswith(named)


def test_a_title_changed_in_all_places_is_found_where_the_text_has_it() -> None:
    """A headline changed together with the article's title is caught by the title's place in the text."""

    def change(content: Any) -> None:
        content["articles"][0]["title"] = "Audit finds gold in harbour fund"
        content["stories"][0]["headline"]["text"] = "Audit finds gold in harbour fund"

    assert "the title of 'harbour' is not what its text says" in _record(change, resealed=True)


@pytest.mark.parametrize("field", ["stance", "certainty", "when_date", "rule", "see"])
def test_a_changed_margin_note_is_named(field: str) -> None:
    """What is recorded of a line without being words of the article is held by the line's hash."""
    value = {"stance": "rejected", "certainty": "explicit"}.get(field, "2026-12-09")
    named = "story 1, denials, line 1: what is recorded of it was changed"
    assert _record(lambda c: _line(c, 2).update({field: value})).startswith(named)


@pytest.mark.parametrize("format", ["md", "html", "txt"])
def test_a_changed_rendering_is_named_by_its_first_different_line(format: str) -> None:
    """A rendering that is not what the record makes is told with the line where it differs."""
    name = f"brief.{format}"
    lines = FOLDER[name].decode().split("\n")
    at = next(n for n, line in enumerate(lines, 1) if "$4.2" in line)
    changed = FOLDER[name].replace(b"$4.2", b"$4.3")
    assert _faults(FOLDER | {name: changed}) == f"{name}, line {at}: is not what brief.json makes"


def test_a_cut_rendering_is_named() -> None:
    """A rendering that lost its end is found, and so is one that gained something."""
    assert _faults(FOLDER | {"brief.md": FOLDER["brief.md"][:-1]}).startswith("brief.md, line ")
    assert _faults(FOLDER | {"brief.md": FOLDER["brief.md"] + b"\n"}).startswith("brief.md, line ")


def test_a_source_with_one_character_changed_is_named() -> None:
    """A changed source is told with its file, and the lines that no longer stand in it are named."""
    said = _faults(FOLDER | {SOURCE: FOLDER[SOURCE].replace(b"$4.2", b"$4.3")})
    assert said.startswith("story 1, what, line 1: text: not what stands at 'harbour' 34–108")
    assert f"{SOURCE}: is not the text that 'harbour' was recorded with" in said


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"schema": 2}', '{"schema": NaN}', "\ufeff{}"])
def test_what_is_no_record_is_refused(text: str) -> None:
    """A brief.json that cannot be read as a brief fails verification with one line."""
    said = _faults(FOLDER | {"brief.json": text.encode()})
    assert said.startswith("brief.json: ")
    assert "\n" not in said


def test_a_folder_without_a_record_is_a_missing_input() -> None:
    """Without brief.json there is nothing to verify."""
    with pytest.raises(MissingInput):
        check({"brief.md": b"# Morning brief"})


def test_the_record_reads_back_as_the_brief_it_was_written_from() -> None:
    """Reading a record and writing it again gives the same record."""
    from briefing.render.parse import parse

    brief = parse(FOLDER["brief.json"].decode(), FOLDER).brief
    assert render_brief(brief, "json").encode() == FOLDER["brief.json"]
    assert brief.stories == newsroom.morning().stories


@given(st.data())
def test_any_changed_character_is_found(data: st.DataObject) -> None:
    """Exchange, drop or add a character anywhere in any file of the folder: verification says where."""
    name = data.draw(st.sampled_from(sorted(FOLDER)))
    text = FOLDER[name].decode()
    at = data.draw(st.integers(0, len(text) - 1))
    new = data.draw(
        st.one_of(
            st.just(""), st.sampled_from("0 9aA\"'\n\r,:{}[]\ufeff\u202e\x00é"), st.characters(codec="utf-8")
        )
    )
    keep = data.draw(st.booleans()) and bool(new)
    changed = text[:at] + new + text[at if keep else at + 1 :]
    said = _faults(FOLDER | {name: changed.encode()})
    assert bool(said) == (changed != text)


@given(name=st.sampled_from(sorted(FOLDER)), at=st.integers(0), byte=st.integers(0, 255))
def test_any_changed_byte_is_found(name: str, at: int, byte: int) -> None:
    """A byte that makes a file no UTF-8 is found like any other."""
    content = FOLDER[name]
    place = at % len(content)
    changed = content[:place] + bytes([byte]) + content[place + 1 :]
    assert bool(_faults(FOLDER | {name: changed})) == (changed != content)


def test_a_report_tells_lines_before_the_rest() -> None:
    """A report without lines is all right only when nothing else is wrong."""
    assert Report((), ()).bad == ()


def _paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place inside parsed JSON."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(deeper for key, inside in items for deeper in _paths(inside, (*path, key)))]


VALUES = [
    None,
    True,
    -1,
    0,
    99,
    1e300,
    "",
    "x",
    "2016-99",
    "2026-12-08T25",
    [],
    {},
    [1],
    [None],
    {"a": 1},
    "\ud800",
]


@given(path=st.sampled_from(_paths(json.loads(FOLDER["brief.json"]))[1:]), value=st.sampled_from(VALUES))
def test_a_forged_record_never_breaks_the_check(path: tuple[Any, ...], value: object) -> None:
    """Whatever a forger writes into the record, with hashes set right, verification ends with a verdict."""

    def forge(content: Any) -> None:
        for key in path[:-1]:
            content = content[key]
        content[path[-1]] = value

    content = json.loads(FOLDER["brief.json"])
    forge(content)
    try:
        text = json.dumps(_resealed(content), indent=1)
    except (AttributeError, KeyError, TypeError):  # nothing left that could carry a hash
        text = json.dumps(content, indent=1)
    try:
        check(FOLDER | {"brief.json": text.encode("utf-8", "surrogatepass")})
    except (VerificationError, UnknownName):
        return
