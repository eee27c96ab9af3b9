"""preview.html as a file: closed to the network, safe whatever an article says, complete, and verified."""

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser

import pytest

from briefing.errors import UnknownName
from briefing.model import Also, Brief, Line, Span
from briefing.render import FORMATS, edition, render_brief
from briefing.render.check import check
from briefing.render.escape import plain
from briefing.render.paste import paste
from briefing.render.piece import Piece, joined
from briefing.render.preset import PRESETS
from tests import newsroom
from tests.conftest import ROOT
from tests.hostile import URLS, VECTORS
from tests.render.hostile_brief import hostile_brief

SCRIPT = (ROOT / "briefing" / "render" / "page" / "preview.js").read_text("utf-8")


class _Page(HTMLParser):
    """The elements of a page with their attributes, and the text of some of them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"an attribute twice in {tag}"
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] in ("script", "style") and self.cdata_elem:
            self.raw.append(data)
        else:
            self.text += data

    def all(self, tag: str, **attributes: str) -> list[dict[str, str | None]]:
        """The attributes of all elements of a kind that have these values."""
        return [a for t, a in self.tags if t == tag and attributes.items() <= a.items()]


def _page(brief: Brief | None = None) -> _Page:
    return _Page(render_brief(brief or newsroom.morning(), "preview"))


def _data(read: _Page) -> dict:  # type: ignore[type-arg]
    return json.loads(next(raw for raw in read.raw if raw.startswith("{")))


def _skeleton(read: _Page) -> list[tuple[str, tuple[str, ...]]]:
    return [(tag, tuple(attributes)) for tag, attributes in read.tags]


def _whole(data: dict, preset: str) -> Piece:  # type: ignore[type-arg]
    """Everything put together as the script does it."""

    def piece(numbers: list[int]) -> Piece:
        return Piece(*(data["texts"][n] for n in numbers))

    made = data["presets"][preset]
    between, told = piece(made["between"]), []
    for part in made["parts"].values():
        blocks = [
            joined(
                [
                    piece(b["open"]),
                    joined(map(piece, b["lines"].values()), piece(b["between"])),
                    piece(b["close"]),
                ]
            )
            for b in part["blocks"]
        ]
        told.append(joined([piece(part["head"]), *blocks]))
    return joined([piece(made["head"]), joined([joined(told, between), piece(made["tail"])], between)])


def test_a_page_may_do_nothing_but_run_its_own_script() -> None:
    """The policy names the hash of the one script; the rest is forbidden, the network too."""
    read = _page()
    (policy,) = read.all("meta", **{"http-equiv": "Content-Security-Policy"})
    digest = b64encode(sha256(read.raw[-1].encode()).digest()).decode()
    assert policy["content"] == (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert [
        tag for tag, a in read.tags if {"src", "action", "data", "poster"} & a.keys() or tag == "link"
    ] == []


def test_the_script_is_small_and_writes_no_markup_of_its_own() -> None:
    """No more than 300 lines; nothing that asks the network, runs text or cannot stand in a page."""
    assert len(SCRIPT.splitlines()) <= 300
    refused = (
        r"fetch|XMLHttp|WebSocket|sendBeacon|import\b|(?:inner|outer)HTML|insertAdjacent|\.write\(\w*html"
    )
    refused += r"|document\.write|eval\(|Function\(|</script|<!--"
    assert re.findall(refused, SCRIPT) == []


def test_the_page_is_the_same_every_time_and_verified() -> None:
    """`verify` makes it again and finds a changed character."""
    files = {name: text.encode() for name, text in edition(newsroom.morning(), ["preview"]).items()}
    assert check(files).bad == ()
    files["preview.html"] = files["preview.html"].replace(b"Auditors", b"Auditora", 1)
    (fault,) = check(files).bad
    assert fault.where.startswith("preview.html")


def test_the_mail_is_shown_as_it_is_sent() -> None:
    """The frame holds brief.html, of which only links learn to open beside the page, and may run nothing."""
    mail, pasted = _page().all("iframe")
    sent = render_brief(newsroom.morning(), "html")
    assert (mail["srcdoc"] or "").replace('<base target="_blank">', "") == sent
    assert "allow-scripts" not in f"{mail['sandbox']} {pasted['sandbox']}"
    assert mail["title"] != pasted["title"]


@pytest.mark.parametrize("template", ["dossier", "plain"])
def test_the_mail_is_shown_in_its_theme(template: str) -> None:
    """A theme changes the mail in the frame."""
    mail, _ = _Page(render_brief(newsroom.morning(), "preview", template)).all("iframe")
    assert (mail["srcdoc"] or "").replace('<base target="_blank">', "") == render_brief(
        newsroom.morning(), "html", template
    )


def test_the_text_part_is_shown_as_it_is_sent() -> None:
    """Every line of brief.txt stands on the page."""
    html = render_brief(newsroom.morning(), "preview")
    assert f"\n{render_brief(newsroom.morning(), 'txt')}</pre>" in unescape(html)


@pytest.mark.parametrize("preset", PRESETS)
def test_what_the_script_puts_together_is_the_paste(preset: str) -> None:
    """The pieces in the page make exactly what `paste` makes."""
    made, expected = _whole(_data(_page()), preset), paste(newsroom.morning(), preset)
    assert made.html == expected.html
    assert made.markdown.rstrip() + "\n" == expected.markdown


def test_every_line_can_be_left_out_and_shows_where_it_stands() -> None:
    """A tick box, a button and a passage for each line and listed headline, two buttons for a story."""
    read = _page()
    lines = [a for tag, a in read.tags if "data-line" in a]
    ids = [a["data-line"] for a in lines]
    assert len(ids) == len(set(ids)) == 7
    assert set(ids) == {
        line
        for part in _data(read)["presets"]["ghost"]["parts"].values()
        for b in part["blocks"]
        for line in b["lines"]
    }
    for kind in ({"class": "keep-line"}, {"class": "source"}):
        tag = "input" if kind["class"] == "keep-line" else "button"
        assert len(read.all(tag, **kind)) == 7
    assert len([a for _, a in read.tags if "data-passage" in a]) == 7
    (story,) = [a for _, a in read.tags if "data-story" in a]
    assert (story["data-story"], story["class"]) == ("harbour", "part story")
    assert [len(read.all("button", **{"class": c})) for c in ("up", "down")] == [1, 1]


def test_names_of_controls_and_parts_point_to_what_is_there() -> None:
    """Every id is there once, and every reference by id leads to one."""
    read = _page()
    ids = [a["id"] for _, a in read.tags if "id" in a]
    assert len(ids) == len(set(ids))
    for _, attributes in read.tags:
        for key in ("aria-controls", "aria-labelledby", "aria-describedby", "for"):
            assert {*(attributes.get(key) or "").split()} <= set(ids)


def test_a_passage_shows_the_words_in_their_article() -> None:
    """The words are marked, what stands around them is there, and so is the place."""
    html = render_brief(newsroom.morning(), "preview")
    shown = (
        "Audit finds hole in harbour fund <mark>Auditors have found a gap of $4.2 million in the Port Ellery "
    )
    assert f"{shown}harbour fund.</mark> The harbour authority" in html
    assert "characters 34–108 of" in html
    assert f"sources/{newsroom.HARBOUR.sha256[:12]}.txt" in html
    assert html.count('class="verdict right"') == 7
    assert "Lines verbatim: 6 of 6" in html


def test_a_long_article_is_cut_between_words() -> None:
    """A passage ends where a word ends, and says that the text goes on."""
    text = "word " * 200 + "The dam broke. " + "next " * 200
    start = text.index("The")
    article = replace(newsroom.FERRY, text=text)
    line = Line(replace(newsroom.quote(article, "The dam broke.")), "rank")
    html = render_brief(newsroom.single(article, line), "preview")
    before, after = re.search(
        r"<blockquote>(.*?)<mark>The dam broke\.</mark>(.*?)</blockquote>", html
    ).groups()  # type: ignore[union-attr]
    assert before.split() == ["…", *["word"] * (len(before.split()) - 1)]
    assert after.split() == [*["next"] * (len(after.split()) - 1), "…"]
    assert 200 < len(before) < start


def test_words_without_a_space_are_shown_all_the_same() -> None:
    """In a text without white space a passage is cut anywhere."""
    article = replace(newsroom.FERRY, text="字" * 2_000)
    line = Line(replace(newsroom.quote(article, "字"), span=Span(1_000, 1_010)), "rank")
    html = render_brief(newsroom.single(article, line), "preview")
    assert re.search(r"<blockquote>… 字+<mark>字{10}</mark>", html)


def test_a_listed_headline_shows_its_place_when_it_has_one() -> None:
    """A headline that stands in the text is marked there; another is told to come from beside it."""
    listed = (
        Also(newsroom.HARBOUR.title or "", "harbour", "Harbour Courier", None),
        Also(newsroom.FERRY.title or "", "ferry", None, None),
    )
    html = render_brief(newsroom.morning(also=listed), "preview")
    assert "<mark>Audit finds hole in harbour fund</mark> Auditors have" in html
    assert "This headline was given beside the text of its article." in html


@pytest.mark.parametrize("words", [w for w in VECTORS if plain(w)])
def test_hostile_words_change_nothing_of_the_page(words: str) -> None:
    """Whatever an article says, the page has the elements and attributes it has for a harmless word."""
    html = render_brief(hostile_brief(words), "preview")
    read, harmless = _Page(html), _page(hostile_brief("word"))
    assert _skeleton(read) == _skeleton(harmless)
    assert len(read.raw) == 3
    assert plain(words) in plain(read.text)
    assert not re.search(r"[<>&\u2028\u2029]", next(raw for raw in read.raw if raw.startswith("{")))
    _data(read)


@pytest.mark.parametrize("url", URLS)
def test_a_hostile_address_is_no_link(url: str) -> None:
    """The page links to what is a web address and nothing else."""
    links = [a["href"] for a in _page(hostile_brief("Ferry stops", url)).all("a")]
    assert links == ["#look"]


def test_a_changed_source_shows_in_the_verdict() -> None:
    """The verdicts are those of verification: a headline that is not its article's is told."""
    wrong = (Also("Ferry sinks", "ferry", "Ellery Radio", None),)
    html = render_brief(newsroom.morning(also=wrong), "preview")
    assert 'class="verdict wrong"' in html
    assert "Not verbatim: not the title of &#39;ferry&#39;" in html


def test_a_brief_without_stories_has_a_page() -> None:
    """An empty day is shown, with nothing to tick."""
    read = _page(newsroom.brief([], []))
    assert "No news today." in read.text
    assert read.all("input", type="checkbox") == []


def test_a_language_without_words_for_the_page_has_none() -> None:
    """The folder goes without the page; asked for by itself it is an error that says what is known."""
    foreign = newsroom.morning(language="xx")
    assert not FORMATS["preview"].applies(foreign)
    with pytest.raises(UnknownName, match="en"):
        render_brief(foreign, "preview")
