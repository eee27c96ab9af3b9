"""Mails as articles: their words, their headers, and what is set aside or refused."""

import base64

import pytest

from briefing.clean import clean
from briefing.errors import InputError
from briefing.model import Article, Raw
from briefing.read import read

HEAD = """From: "Quell Courier" <daily@courier.example>
Subject: =?utf-8?q?Mayor_denies_sale_=E2=80=93_and_more?=
Date: Tue, 24 Nov 2026 06:30:00 +0100
Message-ID: <n-1@courier.example>
MIME-Version: 1.0
"""
PAGE = """<html><head><style>p { color: red }</style></head><body>
<div style="display:none; max-height:0">Preview words that nobody sees</div>
<table><tr><td><a href="https://click.example/1">View this email in your browser</a></td></tr>
<tr><td><h2>The quay</h2><p>The mayor of Quell denied on Monday that the quay was sold.</p></td>
<td><p>The ferry to Osk stops in May, its owner said on Monday.</p>
<p>Ada Lund will speak on Friday, the council said in a note to members.</p></td></tr>
<tr><td><p>You are receiving this email because you signed up at our site.</p>
<p><a href="https://click.example/2">Unsubscribe</a> or manage your preferences</p>
<img src="https://track.example/x.gif" width="1" height="1"></td></tr></table></body></html>"""
LETTER = f"""{HEAD}Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

View this email in your browser: https://click.example/1
--b
Content-Type: text/html; charset=utf-8

{PAGE}
--b
Content-Type: text/calendar; charset=utf-8

BEGIN:VCALENDAR
--b--
"""
REPLY = f"""{HEAD}Content-Type: text/plain; charset=utf-8

The mayor of Quell denied on Monday that the quay was sold.
Ada Lund will speak on Friday.

On Mon, 23 Nov 2026 at 10:00, Ada Lund <ada@lund.example> wrote:
> Nobody sold the quay.
> It stands where it stood.

--\x20
Ola Brandt
Quell
"""


def one(text: str | bytes, name: str = "letter.eml") -> Article:
    """The one article of a message."""
    (article,) = read(Raw(text if isinstance(text, bytes) else text.encode(), name))
    assert isinstance(article, Article), article
    return article


def refusal(text: str | bytes) -> str:
    """Why a message is not read, in one line."""
    (error,) = read(Raw(text if isinstance(text, bytes) else text.encode(), "letter.eml"))
    assert isinstance(error, InputError)
    assert "\n" not in str(error)
    return error.reason


def told(article: Article) -> list[str]:
    """The sentences of its story."""
    document = clean(article, "en")
    return [document.text(sentence) for sentence in document.sentences]


def test_headers_say_what_an_article_says_of_itself() -> None:
    """Subject, sender's name, date and message id, with encoded words decoded."""
    article = one(LETTER)
    assert (article.id, article.source) == ("n-1@courier.example", "Quell Courier")
    assert article.title == "Mayor denies sale – and more"
    assert article.published is not None
    assert article.published.isoformat() == "2026-11-24T06:30:00+01:00"


def test_a_newsletter_is_its_stories() -> None:
    """Of two versions the fuller is read; preview, pixel, way out and headings are no part of the story."""
    article = one(LETTER)
    assert "Preview" not in article.text
    assert told(article) == [
        "The mayor of Quell denied on Monday that the quay was sold.",
        "The ferry to Osk stops in May, its owner said on Monday.",
        "Ada Lund will speak on Friday, the council said in a note to members.",
    ]
    assert {f.rule for f in clean(article, "en").furniture} == {"mail", "crosshead"}
    assert article.notes == ("not read of this message: text/calendar",)


def test_the_text_version_is_read_where_it_says_more() -> None:
    """A page of pictures is not preferred for being a page."""
    text = LETTER.replace(
        "View this email in your browser: https://click.example/1", "The quay was sold. " * 60
    )
    assert one(text).text.startswith("The quay was sold. The quay")


def test_replies_and_signatures_are_set_aside() -> None:
    """What is quoted, who is quoted and who signs is not the story, and all of it stays in the text."""
    article = one(REPLY)
    assert told(article) == [
        "The mayor of Quell denied on Monday that the quay was sold.",
        "Ada Lund will speak on Friday.",
    ]
    assert [f.rule for f in clean(article, "en").furniture] == ["mail", "quoted", "signature"]


def test_a_mailing_lists_footer_is_set_aside() -> None:
    """The rule of underscores that Mailman draws ends the message."""
    footer = "_" * 47 + "\nCoast mailing list\nCoast@lists.example\nhttps://lists.example/coast\n"
    article = one(REPLY + footer)
    assert [f.rule for f in clean(article, "en").furniture] == ["mail", "quoted", "signature", "list_footer"]


@pytest.mark.parametrize(
    ("written", "title"),
    [
        (
            "=?utf-8?b?" + base64.b64encode(b"News\r\nBcc: a@evil.example").decode() + "?=",
            "News Bcc: a@evil.example",
        ),
        ("=?utf-8?q?News=E2=80=A8X:_y=1B]0;z=07?=", "News X: y ]0;z"),
        ("=?koi8-r?b?8M/S1A==?= today", "Порт today"),
        ("=?utf-7?q?+AAoBcc?=", "+AAoBcc"),
        ("=?idna?q?xn--a?= x", "xn--a x"),
        ("=?utf-8?b?!!!?=", None),
        ("Порт", "Порт"),
        ("x" * 3_000, None),
    ],
)
def test_a_subject_is_one_clean_line(written: str, title: str | None) -> None:
    """Encoded line ends and controls become a space; what is no text encoding is not used."""
    article = one(
        f"Subject: {written}\nMessage-ID: <1@x>\n\nthe mayor of quell denied it, the council said.\n"
    )
    assert article.title == title or (title is None and "\n" not in (article.title or ""))


@pytest.mark.parametrize(
    ("header", "source"),
    [
        ("From: daily@courier.example", "courier.example"),
        ("From: daily@lists.example\nList-Id: Coast news <coast.lists.example>", "Coast news"),
        ("From: =?utf-8?q?Bank_=3Cx=40bank=2Eexample=3E?= <a@evil.example>", "evil.example"),
        ('From: "editor@courier.example" <a@evil.example>', "evil.example"),
        ("X-None: 1", None),
    ],
)
def test_the_source_is_who_sent_it(header: str, source: str | None) -> None:
    """The sender's name, the list's, or the host; a name that is another address is not believed."""
    article = one(f"{header}\nMessage-ID: <1@x>\n\nThe mayor denied it.\n")
    assert article.source == source
    assert bool(article.notes) == (source == "evil.example")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Content-Type: message/rfc822\n\n" * 3_000 + "Subject: x\n\nText.", "too deep"),
        (
            "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(1_500))
            + "\n\nx",
            "too deep",
        ),
        (
            "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(40))
            + "\n\nx",
            "deep",
        ),
        (f"Subject: {'x' * 2_000_000}\n\nText.", "bytes of headers"),
        (
            "Subject: x\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n!!!!not base64$$$\n",
            "base64",
        ),
        ("Subject: x\nContent-Type: image/png\n\nabc", "without text (image/png)"),
        ("Subject: x\n\n", "without text"),
        ("Content-Type: multipart/mixed; boundary*=utf\0-8''b\n\n--b\n\nx\n--b--", "boundary"),
        (
            'Content-Type: multipart/mixed; boundary="b"\n\n' + "--b\n\nx\n" * 300 + "--b--",
            "parts, more than",
        ),
    ],
)
def test_a_message_that_cannot_be_read_is_refused(text: str, reason: str) -> None:
    """Too deep, too large, damaged or empty."""
    assert reason in refusal(text)


@pytest.mark.parametrize("charset", ["../../etc/passwd", "unknown-8bit", "x" * 200, "utf-7"])
def test_a_charset_that_is_none_does_no_harm(charset: str) -> None:
    """The words decide."""
    assert one(
        f'Subject: x\nContent-Type: text/plain; charset="{charset}"\n\nThe quay, said Zoë.'
    ).text.endswith("Zoë.")


def test_a_part_in_its_declared_charset_is_read() -> None:
    """Legacy charsets are honoured part by part."""
    head = b"Subject: x\nContent-Type: text/plain; charset=koi8-r\n\n"
    assert (
        one(head + "Мэр опроверг продажу причала.".encode("koi8-r")).text == "Мэр опроверг продажу причала."
    )


def test_a_mail_is_known_by_its_headers() -> None:
    """Under any name; a text whose header lines are ours is no mail."""
    assert one(REPLY, "-").source == one(REPLY, "a.txt").source == "Quell Courier"
    text = "Title: Quay sold\nDate: 2026-11-24\n\nThe mayor denied it.\n"
    assert one(text, "-").text == text
