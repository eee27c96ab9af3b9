"""Tell a watchdog (healthchecks.io and its like) that a run began, ended well, or failed."""

from typing import Literal

from briefing.version import __version__

TIMEOUT = 10  # seconds
Event = Literal["start", "success", "fail"]
_PATHS: dict[Event, str] = {"start": "/start", "success": "", "fail": "/fail"}


def ping(url: str, event: Event) -> str | None:
    """Send one ping; what went wrong, if something did. A watchdog never keeps a brief from being made."""
    from http.client import HTTPException
    from urllib.request import Request, urlopen

    asked = Request(url.rstrip("/") + _PATHS[event], headers={"User-Agent": f"briefing/{__version__}"})
    try:
        with urlopen(asked, timeout=TIMEOUT):
            return None
    except (OSError, HTTPException, ValueError) as error:  # URLError is an OSError
        return str(error) or type(error).__name__
