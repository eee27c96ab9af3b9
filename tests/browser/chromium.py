"""Debian's Chromium, and what a page did in it of its own accord."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, Playwright, Route

EDITORS = Path(__file__).with_name("editors")
# Frames stay in the page's process, so that one debugger sees the scripts of all of them.
_FLAGS = ["--disable-features=IsolateSandboxedIframes", "--disable-gpu", "--disable-background-networking"]
# An address counts by what the browser makes of it: it drops tabs, line ends and leading control characters.
_LIVE = """() => [...document.querySelectorAll('*')].flatMap((element) => [...element.attributes]
  .filter((one) => {
  if (/^on/i.test(one.name)) return true;
  if (!/^(href|src|action|formaction|xlink:href|data|background|poster)$/i.test(one.name)) return false;
  return !['http:', 'https:'].includes(URL.parse(one.value, 'https://base.example/')?.protocol);
}).map((one) => `${element.localName} ${one.name}=${one.value.slice(0, 60)}`))"""
_ACTIVE = """() => [...document.querySelectorAll('script,style,iframe,frame,object,embed,form,base,link,svg,'
  + 'math,img,video,audio,input,button,textarea,select,template,meta[http-equiv]')]
  .map((one) => one.localName)"""
# Web links lead away, all others are followed; two turns of the loop, for a followed script is queued.
_FOLLOW = """async () => {
  [...document.links].filter((one) => !/^https?:$/.test(one.protocol)).forEach((one) => one.click());
  for (let turn = 0; turn < 2; turn++) await new Promise((done) => setTimeout(done, 4));
  return Number('ran' in window);
}"""


class ChromiumMissing(Exception):
    """Chromium is not on this machine."""


def executable() -> str:
    """Where the machine's own Chromium is; raises ChromiumMissing."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        raise ChromiumMissing("chromium is not installed; as root on Debian or Ubuntu: bash .ci/browser")
    return found


def launch(playwright: Playwright) -> Browser:
    """Start Chromium; Playwright drives Debian's as well as the one it would download."""
    return playwright.chromium.launch(executable_path=executable(), args=_FLAGS)


@dataclass(slots=True)
class Seen:
    """What a page did: lists that grow while it is open."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def count(self) -> int:
        """How many scripts and dialogs so far."""
        return len(self.scripts) + len(self.dialogs)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A page of hostile words once it has loaded, all its frames included."""

    ran: int  # scripts and dialogs
    requests: tuple[str, ...]  # but the page itself
    live: tuple[str, ...]  # handlers, and addresses that are no web address
    active: tuple[str, ...]  # elements that do something by themselves


@contextmanager
def watched(context: BrowserContext) -> Iterator[tuple[Page, Seen]]:
    """A page whose scripts, requests, dialogs and complaints are written down; nothing leaves the machine."""
    page, seen = context.new_page(), Seen()
    context.route(re.compile("^(?!file:///)"), _refuse)
    page.on("request", lambda request: seen.requests.append(request.url))
    page.on("console", lambda said: said.type == "error" and seen.complaints.append(said.text))
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.on("dialog", lambda dialog: (seen.dialogs.append(dialog.message), dialog.dismiss()))
    debugger = context.new_cdp_session(page)
    _debug(debugger, seen)
    try:
        yield page, seen
    finally:
        page.close()


def _refuse(route: Route) -> None:
    """Answer with nothing: a page that is sent elsewhere stays where it is, a frame is empty."""
    request = route.request
    framed = request.is_navigation_request() and request.frame.parent_frame is not None
    route.fulfill(status=200 if framed else 204)


def _debug(session: CDPSession, seen: Seen) -> None:
    """Have the debugger name every script that is run: inline, handler, javascript: address, or loaded.

    What Playwright runs in the page has no address, nor has a followed javascript: link: that one has to
    leave a mark, or open a dialog.
    """
    session.on("Debugger.scriptParsed", lambda script: script["url"] and seen.scripts.append(script["url"]))
    session.send("Debugger.enable")


def outcome(page: Page, seen: Seen, html: str, place: Path) -> Outcome:
    """Open the HTML as a file, click what could run, and say what it did."""
    place.write_text(html, encoding="utf-8", errors="replace")
    before = seen.count(), len(seen.requests)
    page.goto(place.as_uri(), wait_until="load")
    for frame in (frames := page.frames):
        frame.wait_for_load_state("load")
    live = [found for frame in frames for found in frame.evaluate(_LIVE)]
    active = [found for frame in frames for found in frame.evaluate(_ACTIVE)]
    marked = page.evaluate(_FOLLOW)
    return Outcome(
        ran=seen.count() - before[0] + marked,
        requests=tuple(url for url in seen.requests[before[1] :] if url != place.as_uri()),
        live=tuple(live),
        active=tuple(active),
    )
