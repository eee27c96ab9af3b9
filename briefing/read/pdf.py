"""A PDF → its text, page by page as pypdf extracts it. Optional: `pip install newsbriefing[pdf]`.

Nothing is mended: words that a line's end parted stay parted, because a brief prints what the source says.
Its metadata is not believed either; titles in it are those of the template, dates those of the export.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from briefing.errors import InputError
from briefing.model import Article, Raw
from briefing.read.fields import described, identified
from briefing.read.headline import headline

if TYPE_CHECKING:
    from pypdf import PdfReader

MAX_PAGES = 200
MAX_CHARACTERS = 2_000_000
MISSING = "a PDF, which needs the extra: pip install 'newsbriefing[pdf]', or export it as text"


def pdf(raw: Raw) -> Iterator[Article]:
    """The one article of a PDF, a blank line between pages. Raises InputError, also without pypdf."""
    text = "\n\n".join(filter(None, _pages(raw)))
    if not text:
        raise InputError(raw.origin, "a PDF without text (pictures of pages?): recognise its text first")
    yield identified(headline(described(Article("", text, origin=raw.origin), {})))


def _pages(raw: Raw) -> list[str]:
    try:
        import pypdf
    except ImportError:
        raise InputError(raw.origin, MISSING) from None
    import logging

    logging.getLogger("pypdf").addHandler(logging.NullHandler())  # its remarks would land on stderr
    # What a damaged file raises besides pypdf's own errors: objects of a wrong kind, missing or in a circle
    # (a RecursionError), or packed in a way that pypdf does not know (both are a RuntimeError).
    damaged = (pypdf.errors.PyPdfError, pypdf.errors.DependencyError, AttributeError, LookupError, TypeError)
    try:
        return _extracted(pypdf.PdfReader(BytesIO(raw.data)), raw.origin)
    except (*damaged, ValueError, ArithmeticError, RuntimeError) as error:
        reason = " ".join(str(error).split())[:100] or type(error).__name__
        raise InputError(raw.origin, f"a PDF that cannot be read: {reason}") from None


def _extracted(reader: "PdfReader", origin: str) -> list[str]:
    if reader.is_encrypted:
        raise InputError(origin, "a PDF with a password: save it without one")
    if len(reader.pages) > MAX_PAGES:
        raise InputError(origin, f"a PDF of {len(reader.pages)} pages, more than {MAX_PAGES}: split it")
    pages: list[str] = []
    for page in reader.pages:
        pages.append(page.extract_text().strip())
        if sum(map(len, pages)) > MAX_CHARACTERS:
            raise InputError(origin, f"a PDF of more than {MAX_CHARACTERS} characters: split it")
    return pages
