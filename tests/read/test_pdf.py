"""PDF files, with and without the extra that reads them."""

import sys

import pytest

from briefing.errors import InputError
from briefing.model import Article, Raw
from briefing.read import read


def made(*pages: str) -> bytes:
    """A PDF with a line of text on each page, written by hand."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, line in enumerate(pages):
        stream = f"BT /F1 12 Tf 72 700 Td ({line}) Tj ET" if line else ""
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] "
            f"/Contents {5 + 2 * number} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    tail = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + head.encode() + tail.encode()


def refusal(data: bytes) -> str:
    """Why a PDF is not read, in one line."""
    (error,) = read(Raw(data, "a.txt"))
    assert isinstance(error, InputError)
    assert "\n" not in str(error)
    return error.reason


def test_a_pdf_is_the_text_of_its_pages() -> None:
    """Known by its first bytes; words that a line's end parted stay parted."""
    (article,) = read(Raw(made("The mayor of Quell denied the sale of the har-", "bour on Monday."), "a.txt"))
    assert isinstance(article, Article)
    assert article.text == "The mayor of Quell denied the sale of the har-\n\nbour on Monday."


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (made(""), "without text"),
        (made("The mayor denied it.")[:200], "cannot be read"),
        (
            made("The mayor denied it.").replace(b"<< /Length", b"<< /Filter /Xyz /Length"),
            "Unsupported filter",
        ),
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "cannot be read"),
        (
            b"%PDF-1.7\n" + b"1 0 obj << /Kids [1 0 R] >> endobj\n" * 500 + b"trailer << /Root 1 0 R >>",
            "a PDF",
        ),
        (made(*["page"] * 201), "201 pages, more than 200"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_refused(data: bytes, reason: str) -> None:
    """Pictures of pages, damage and too many pages."""
    assert reason in refusal(data)


def test_without_the_extra_one_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing library is a failed input with its remedy."""
    monkeypatch.setitem(sys.modules, "pypdf", None)
    assert "pip install 'newsbriefing[pdf]'" in refusal(made("The mayor denied it."))
