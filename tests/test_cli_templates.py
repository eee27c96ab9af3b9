"""`briefing templates` and `--template`: seen, copied, changed, and told when they do not work."""

from pathlib import Path

import pytest

from briefing.render.templates import home
from tests.conftest import Run

STORY = "The mayor of Lower Quell, Ada Brandt, denied the claim on Monday. The bridge stays shut.\n"
BOMBS = {
    "loops": "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
    "lists": "{% set l = range(900)|list %}" + "{% for a in l %}" * 4 + "{% endfor %}" * 4,
    "filtered": "{% for a in range(9999) %}{% for b in range(9999) if false %}{% endfor %}{% endfor %}",
    "range": "{{ range(1000000000)|sum }}",
    "repeat": "{{ 'x' * 1000000000 }}",
    "power": "{{ 9 ** 9 ** 9 }}",
    "field": "{{ '%999999999d' % 1 }}",
    "format": "{{ '{:>999999999}'.format(1) }}",
    "filter": "{{ 'x'|center(999999999) }}",
    "method": "{{ 'x'.ljust(999999999) }}",
    "doubling": "{% set n = namespace(x='xx') %}{% for i in range(60) %}"
    "{% set n.x = n.x ~ n.x %}{% endfor %}",
    "printing": "{% set n = namespace(x='xx') %}{% for i in range(60) %}"
    "{% set n.x %}{{ n.x }}{{ n.x }}{% endset %}{% endfor %}",
    "recursion": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
}
SLIPS = {
    "{{ brief.title + 1 }}": b":1: TypeError",
    "\n{{ 1 / 0 }}": b":2: ZeroDivisionError",
    "\n\n{{ brief.nothing }}": b":3: ",
    "{% block %}": b":1: ",
    "{% extends 'absent.jinja' %}": b"absent.jinja",
    "{{ labels['absent'] }}": b"absent",
}


@pytest.fixture
def story(tmp_path: Path) -> str:
    """An input file."""
    (tmp_path / "story.txt").write_text(STORY)
    return "story.txt"


def _made(briefing: Run, story: str, template: object, format: str = "md"):  # type: ignore[no-untyped-def]
    return briefing("make", story, "--date", "2026-11-24", "--template", template, "-f", format)


def test_the_themes_are_listed_with_what_they_are(briefing: Run) -> None:
    """One line a theme, the default first."""
    lines = briefing("templates", "list").stdout.decode().splitlines()
    assert [line.split()[0] for line in lines] == ["newsletter", "dossier", "plain"]
    assert lines[0].split(maxsplit=4)[1:] == ["html,", "md,", "txt", "A letter to read"]


def test_a_template_is_shown_as_it_is(briefing: Run) -> None:
    """The source on stdout is the file's."""
    shown = briefing("templates", "show", "dossier", "-f", "md").stdout
    assert shown == (home() / "dossier" / "brief.md.jinja").read_bytes()


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["show", "fancy"], b"known: dossier, newsletter, plain"),
        (["show", "plain", "-f", "txt"], b"known: html, md"),
    ],
)
def test_an_unknown_template_is_told_with_what_is_known(briefing: Run, args: list[str], said: bytes) -> None:
    """One line on stderr, exit 2."""
    done = briefing("templates", *args)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert said in done.stderr


def test_a_theme_is_copied_and_is_then_ones_own(briefing: Run, tmp_path: Path, story: str) -> None:
    """What eject writes renders the same brief, and a change in it shows; nothing is ever overwritten."""
    assert briefing("templates", "eject", "mine", "--template", "plain").returncode == 0
    body = _made(briefing, story, "mine").stdout
    assert body.splitlines()[:-1] == _made(briefing, story, "plain").stdout.splitlines()[:-1]
    page = tmp_path / "mine" / "brief.md.jinja"
    page.write_text("Mine. " + page.read_text())
    assert _made(briefing, story, "mine").stdout.startswith(b"Mine. ")
    again = briefing("templates", "eject", "mine")
    assert again.returncode == 73
    assert b"exists" in again.stderr
    assert page.read_text().startswith("Mine. ")


def test_a_brief_with_ones_own_template_verifies(briefing: Run, tmp_path: Path, story: str) -> None:
    """The record names the template, so that every rendering can be made again."""
    briefing("templates", "eject", "mine")
    briefing("make", story, "-o", "out", "--date", "2026-11-24", "--template", "mine")
    assert briefing("verify", "out/latest").returncode == 0
    (tmp_path / "mine" / "brief.html.jinja").write_text("changed\n")
    assert b"brief.html" in briefing("verify", "out/latest").stderr
    (tmp_path / "mine").rename(tmp_path / "away")
    done = briefing("verify", "out/latest")
    assert done.returncode == 5
    assert b"cannot be made again: unknown template 'mine'" in done.stderr


def test_one_file_is_a_template(briefing: Run, tmp_path: Path, story: str) -> None:
    """A single file serves its own format; the others, and its neighbours, are the default's."""
    (tmp_path / "short.md.jinja").write_text("{{ brief.stories|length }} story\n")
    (tmp_path / "brief.html.jinja").write_text("neighbour\n")
    assert _made(briefing, story, "short.md.jinja").stdout == b"1 story\n"
    assert b"neighbour" not in _made(briefing, story, "short.md.jinja", "html").stdout


def test_a_template_may_extend_ours_and_include_its_own(briefing: Run, tmp_path: Path, story: str) -> None:
    """A house style is a few lines over a theme that came with the program."""
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "foot.jinja").write_text("1 Quay Street")
    (tmp_path / "house" / "brief.html.jinja").write_text(
        "{% extends 'newsletter/brief.html.jinja' %}{% set accent = '#0b4f6c' %}"
        "{% block footer %}{{ super() }}<p>{% include 'foot.jinja' %}</p>{% endblock %}"
    )
    html = _made(briefing, story, "house", "html").stdout
    assert b"color:#0b4f6c" in html
    assert b"#9a3412" not in html
    assert b"<p>1 Quay Street</p>" in html


def test_the_house_style_of_the_documents_works(briefing: Run, root: Path, story: str) -> None:
    """docs/house-style renders; its accent and fonts reach the page."""
    html = _made(briefing, story, root / "docs" / "house-style", "html").stdout
    assert b"The Harbour Courier, 1 Quay Street, Port Merrow" in html
    assert b"Palatino" in html


@pytest.mark.parametrize("body", SLIPS)
def test_a_slip_is_one_line_with_file_and_line(briefing: Run, tmp_path: Path, story: str, body: str) -> None:
    """Whatever a template does wrong: exit 2, one line, nothing on stdout."""
    (tmp_path / "own.md.jinja").write_text(body)
    done = _made(briefing, story, "own.md.jinja")
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
    assert SLIPS[body] in done.stderr
    assert b"own.md.jinja" in done.stderr


@pytest.mark.parametrize("name", BOMBS)
def test_a_template_comes_to_an_end(briefing: Run, tmp_path: Path, story: str, name: str) -> None:
    """Endless loops, giant numbers and texts that double are refused, not computed."""
    (tmp_path / "own.md.jinja").write_text(BOMBS[name])
    done = _made(briefing, story, "own.md.jinja")
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)


def test_what_is_no_template_is_told(briefing: Run, tmp_path: Path, story: str) -> None:
    """A missing path, a folder without templates, a file that is named for no format, one in Latin-1."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "page.txt").write_text("x")
    (tmp_path / "latin.md.jinja").write_bytes("Käse".encode("latin-1"))
    for path, said in {
        "absent": b"unknown template",
        "empty": b"holds none of",
        "page.txt": b"name it",
        "latin.md.jinja": b"latin.md.jinja",
    }.items():
        done = _made(briefing, story, path)
        assert (done.returncode, done.stderr.count(b"\n")) == (2, 1), path
        assert said in done.stderr
