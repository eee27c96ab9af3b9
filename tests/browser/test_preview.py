"""preview.html as a person uses it: with a keyboard, from a file, offline, and what lands in an editor."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from briefing.model import Brief
from briefing.render import render_brief
from briefing.render.paste import paste
from briefing.render.preset import PRESETS
from tests.browser import clipboard
from tests.browser.axe import overflow, views, violations
from tests.browser.chromium import Seen, watched
from tests.browser.shape import of_html

_NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"


@pytest.fixture(scope="module")
def address(sample: Brief, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of the golden brief, as a file."""
    place = tmp_path_factory.mktemp("preview") / "preview.html"
    place.write_text(render_brief(sample, "preview"), encoding="utf-8")
    return place.as_uri()


@pytest.fixture
def preview(desk: BrowserContext, address: str) -> Iterator[tuple[Page, Seen]]:
    """The page, opened beside the editors; whatever a test does, it loads nothing, complains of nothing."""
    with watched(desk) as (page, seen):
        page.goto(address)
        yield page, seen
        assert {url.partition("#")[0] for url in seen.requests} <= {address, "about:srcdoc"}
        assert seen.complaints == []


def _newsletter(page: Page) -> str:
    page.bring_to_front()
    _told(page, lambda: page.click("#copy-newsletter"))
    return clipboard.copied(page, "text/html")


def _told(page: Page, act: Callable[[], None]) -> None:
    """Do something, and wait until the page says that it is done: what it said before does not count."""
    page.evaluate("document.querySelector('#status').textContent = ''")
    act()
    page.wait_for_function("() => document.querySelector('#status').textContent !== ''")


def _stories(page: Page) -> list[str]:
    return [str(one.get_attribute("data-story")) for one in page.locator("section.story").all()]


def _tab_to(page: Page, target: Locator, presses: int = 60) -> None:
    """Press Tab until the element has the focus."""
    for _ in range(presses):
        page.keyboard.press("Tab")
        if target.evaluate("(one) => one === document.activeElement"):
            return
    pytest.fail(f"{target} was not reached with {presses} presses of Tab")


# The views differ in one pane: only the first is looked at in every width.
@pytest.mark.parametrize(
    ("pane", "widths"),
    [("inbox", (360, 700, 1200)), ("pasted", (360,)), ("text", (360,)), ("markdown", (1200,))],
)
def test_axe_finds_nothing(preview: tuple[Page, Seen], pane: str, widths: tuple[int, ...]) -> None:
    """From phone to desktop, light and dark, with a passage open, each view is clean to axe."""
    page, _ = preview
    page.locator("button.source").first.click()
    page.locator(f"input[name=view][value={pane}]").check()
    found = {view: bad for view in views(page, *widths) if (bad := violations(page))}
    assert found == {}


def test_nothing_is_wider_than_the_window(preview: tuple[Page, Seen]) -> None:
    """From 320 pixels on the page is not scrolled sideways."""
    page, _ = preview
    assert {view.width: overflow(page) for view in views(page, 320, 360, 700, 1200)} == dict.fromkeys(
        (320, 360, 700, 1200), 0
    )


def test_the_keyboard_is_enough(preview: tuple[Page, Seen], editors: Page, sample: Brief) -> None:
    """Tab, arrows, space and Enter choose a preset, leave a story out, and copy; Ctrl+V shows it."""
    page, _ = preview
    page.bring_to_front()
    _tab_to(page, page.locator("#preset"))
    page.keyboard.press("ArrowDown")
    assert page.locator("#preset").input_value() == list(PRESETS)[1]
    _tab_to(page, page.locator("section.story input.keep").first)
    page.keyboard.press("Space")
    for _ in range(60):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.id") == "copy-newsletter":
            break
    _told(page, lambda: page.keyboard.press("Enter"))
    pasted = of_html(clipboard.paste(editors, "tiptap"))
    whole = of_html(paste(sample, list(PRESETS)[1]).html)
    assert 0 < len(pasted.headings) < len(whole.headings)
    assert whole.headings[0] not in pasted.headings


@pytest.mark.parametrize("preset", PRESETS)
def test_the_button_copies_the_preset(
    preview: tuple[Page, Seen], editors: Page, sample: Brief, preset: str
) -> None:
    """What Copy for newsletter puts on the clipboard is the preset's paste, as HTML and as Markdown."""
    page, _ = preview
    page.select_option("#preset", preset)
    made = paste(sample, preset)
    assert of_html(_newsletter(page)) == of_html(made.html)
    assert clipboard.copied(page, "text/plain") == made.markdown
    assert of_html(clipboard.paste(editors, "lexical")) == of_html(made.html)


def test_the_other_buttons_copy_source_text(preview: tuple[Page, Seen], sample: Brief) -> None:
    """Copy HTML and Copy Markdown put that text, as text, on the clipboard."""
    page, _ = preview
    made = paste(sample, str(page.locator("#preset").input_value()))
    _told(page, lambda: page.click("#copy-html"))
    assert clipboard.copied(page, "text/plain") == made.html
    _told(page, lambda: page.click("#copy-markdown"))
    assert clipboard.copied(page, "text/plain") == made.markdown


def test_a_story_left_out_is_not_pasted(preview: tuple[Page, Seen], editors: Page) -> None:
    """Unticking a story takes its heading and lines out of what lands in the editor, and nothing else."""
    page, _ = preview
    before = of_html(_newsletter(page))
    headline = "".join(page.locator("section.story h2").first.inner_text().split())
    page.locator("section.story input.keep").first.uncheck()
    _newsletter(page)
    after = of_html(clipboard.paste(editors, "tiptap"))
    assert any(headline in one for one in before.headings)
    assert not any(headline in one for one in after.headings)
    second = "".join(page.locator("section.story h2").nth(1).inner_text().split())
    assert any(second in one for one in after.headings)


def test_a_line_left_out_is_not_pasted(preview: tuple[Page, Seen], editors: Page) -> None:
    """Unticking a line takes that line out, and nothing else."""
    page, _ = preview
    before = of_html(_newsletter(page))
    page.locator("section.story [data-line]:has(.keep-line)").first.locator(".keep-line").uncheck()
    _newsletter(page)
    after = of_html(clipboard.paste(editors, "tiptap"))
    assert (after.headings, after.items) == (before.headings, before.items[1:])


def test_a_moved_story_is_pasted_in_its_new_place(preview: tuple[Page, Seen], editors: Page) -> None:
    """Down and up move a story on the page, and in what lands in the editor."""
    page, _ = preview
    stories = _stories(page)
    before = of_html(_newsletter(page))
    page.locator("section.story button.down").first.click()
    assert _stories(page)[:3] == [stories[1], stories[0], stories[2]]
    _newsletter(page)
    moved = of_html(clipboard.paste(editors, "tiptap"))
    assert moved.headings != before.headings
    assert sorted(moved.headings) == sorted(before.headings)
    page.locator("section.story button.up").nth(1).click()
    assert _stories(page) == stories
    assert of_html(_newsletter(page)) == before


def test_every_line_shows_its_source(preview: tuple[Page, Seen], sample: Brief) -> None:
    """Each line's button opens the passage with the words in it and closes it again."""
    page, _ = preview
    buttons = page.locator("[data-line] button.source")
    assert buttons.count() == page.locator("[data-line]").count() > 20
    for number in range(0, buttons.count(), 10):
        line, button = page.locator("[data-line]").nth(number), buttons.nth(number)
        passage = line.locator("[data-passage]")
        assert not passage.is_visible()
        button.click()
        assert passage.is_visible()
        marked = " ".join(passage.locator("mark").first.inner_text().split())
        # The headline of a listed article may stand in its metadata only.
        assert any(marked in " ".join(f"{a.title} {a.text}".split()) for a in sample.articles)
        button.click()
        assert not passage.is_visible()


@pytest.mark.parametrize("button", ["newsletter", "html", "markdown"])
def test_copying_works_without_the_new_clipboard(
    chromium: Browser, address: str, sample: Brief, button: str
) -> None:
    """In a browser without navigator.clipboard the older way copies the same."""
    context = chromium.new_context()
    context.add_init_script(_NO_CLIPBOARD)
    page, place = context.new_page(), context.new_page()
    page.goto(address)
    page.bring_to_front()
    page.click(f"#copy-{button}")
    page.wait_for_function("() => document.querySelector('#status').textContent !== ''")
    made = paste(sample, str(page.locator("#preset").input_value()))
    html, text = _dropped(place)
    context.close()
    assert text == {"newsletter": made.markdown, "html": made.html, "markdown": made.markdown}[button]
    assert of_html(html or "<p>") == of_html(made.html if button == "newsletter" else "<p>")


def _dropped(place: Page) -> tuple[str, str]:
    """What a paste event carries, as HTML and as text: read without the clipboard's new interface."""
    place.set_content("<p contenteditable>here</p>")
    place.evaluate("""() => addEventListener('paste', (event) => { window.got =
      ['text/html', 'text/plain'].map((type) => event.clipboardData.getData(type)); })""")
    place.bring_to_front()
    place.click("p")
    place.keyboard.press("Control+v")
    place.wait_for_function("() => window.got")
    html, text = place.evaluate("() => window.got")
    return str(html), str(text)


def test_the_page_is_one_file(address: str) -> None:
    """Nothing is loaded: no stylesheet, script, picture or font is named."""
    html = Path(address.removeprefix("file://")).read_text("utf-8")
    assert not any(sign in html for sign in ("<link", "<img", "script src", "@import", "url("))
