"""A real clipboard: what is put on it, and what an editor makes of it at Ctrl+V."""

from playwright.sync_api import BrowserContext, Page

EDITORS = ("tiptap", "lexical", "quill", "tinymce")
_WRITE = """(kinds) => navigator.clipboard.write([new ClipboardItem(Object.fromEntries(
  Object.entries(kinds).map(([type, text]) => [type, new Blob([text], { type })])))])"""
_READ = """async (kind) => {
  const [item] = await navigator.clipboard.read();
  return item.types.includes(kind) ? (await item.getType(kind)).text() : '';
}"""


def copy(page: Page, **kinds: str) -> None:
    """Put these on the clipboard, as a page's own button does: html, plain, or both."""
    page.bring_to_front()
    page.evaluate(_WRITE, {f"text/{kind}": text for kind, text in kinds.items()})


def copied(page: Page, kind: str) -> str:
    """What lies on the clipboard as text/html or text/plain."""
    page.bring_to_front()
    return str(page.evaluate(_READ, kind))


def copy_all(page: Page) -> None:
    """Select the page with the keyboard and copy it, as a reader does."""
    page.bring_to_front()
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+c")


def paste(editors: Page, name: str) -> str:
    """Empty the editor, press Ctrl+V in it, and return the HTML that it then holds."""
    editors.bring_to_front()
    editors.evaluate("(name) => window.editors[name].clear()", name)
    place = editors.locator(f"#{name} [contenteditable=true]").first
    place.click()
    editors.keyboard.press("Control+v")
    editors.wait_for_function("(one) => one.textContent.trim() !== ''", arg=place.element_handle())
    return str(editors.evaluate("(name) => window.editors[name].html()", name))


def open_page(context: BrowserContext, address: str) -> Page:
    """A page of the same profile, hence with the same clipboard."""
    page = context.new_page()
    page.goto(address)
    return page
