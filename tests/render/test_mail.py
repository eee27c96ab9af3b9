"""brief.eml: a message that every mail program reads the same way, and nobody can smuggle a header into."""

import email
import email.policy
import re
from dataclasses import replace
from email.headerregistry import Address
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import UsageError
from briefing.model import Brief, Mail
from briefing.render import render_brief
from briefing.render.escape import plain
from briefing.render.mail import slug
from tests import newsroom
from tests.hostile import HEADERS, VECTORS

NAMES = [
    *("Content-Type", "MIME-Version", "From", "To", "Subject", "Date", "Message-ID", "List-Id"),
    *("Auto-Submitted", "Precedence"),
]


def _read(brief: Brief, template: str | None = None) -> EmailMessage:
    raw = render_brief(brief, "eml", template).encode("ascii")
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    assert [defect for part in message.walk() for defect in part.defects] == []
    return message


def test_a_mail_is_text_first_then_html() -> None:
    """The two bodies are brief.txt and brief.html, in quoted-printable UTF-8, the richer one last."""
    made = newsroom.morning()
    parts = list(_read(made).iter_parts())
    assert [p.get_content_type() for p in parts] == ["text/plain", "text/html"]
    assert [p.get_content_charset() for p in parts] == ["utf-8", "utf-8"]
    assert [p["Content-Transfer-Encoding"] for p in parts] == ["quoted-printable"] * 2
    assert parts[0].get_content().replace("\r\n", "\n") == render_brief(made, "txt")
    assert parts[1].get_content().replace("\r\n", "\n") == render_brief(made, "html")


def test_a_mail_has_the_headers_of_a_list() -> None:
    """Every header stands once; without a configuration the addresses lead nowhere."""
    message = _read(newsroom.morning())
    assert message.keys() == NAMES
    assert message["Subject"] == "Morning brief: Audit finds hole in harbour fund (24 November 2026)"
    assert message["From"].addresses == (Address("Briefing", "briefing", "briefing.invalid"),)
    assert message["To"] == "undisclosed-recipients:;"
    assert message["Date"].datetime.isoformat() == "2026-11-24T00:00:00+00:00"
    assert message["List-Id"] == "<morning-brief.briefing.invalid>"
    assert re.fullmatch(r"<2026-11-24\.[0-9a-f]{24}@briefing\.invalid>", message["Message-ID"])
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Precedence"] == "bulk"


def test_a_mail_is_dated_in_the_zone_of_the_brief() -> None:
    """The day begins where the brief is read."""
    message = _read(replace(newsroom.morning(), timezone="Pacific/Auckland"))
    assert message["Date"] == "Tue, 24 Nov 2026 00:00:00 +1300"


def test_lines_are_short_and_ended_as_mail_wants_them() -> None:
    """No line is longer than 76 characters, all end with CR LF, all is ASCII."""
    text = render_brief(replace(newsroom.morning(), title="Ü" * 300), "eml")
    assert text.isascii()
    lines = text.split("\r\n")
    assert "\n" not in "".join(lines)
    assert max(map(len, lines)) <= 76


def test_another_brief_is_another_message() -> None:
    """The message's id hangs on the content: a resent mail is the same, a changed one is not."""
    one, other = _read(newsroom.morning()), _read(newsroom.morning(title="Evening brief"))
    assert one["Message-ID"] == _read(newsroom.morning())["Message-ID"]
    assert one["Message-ID"] != other["Message-ID"]


def test_addresses_are_those_configured() -> None:
    """Sender, recipients, subject and the ways out are taken from the configuration."""
    mail = Mail(
        "Ärztin Dr. Ö Desk <desk@example.org>",
        ("list@example.org", "Ines Okoye <ines@example.org>"),
        "{{ date }}: {{ top_headline|upper }}",
        ("https://example.org/out?u=1", "mailto:out@example.org"),
    )
    message = _read(newsroom.morning(mail=mail))
    assert message["From"].addresses[0].display_name == "Ärztin Dr. Ö Desk"
    assert [a.addr_spec for a in message["To"].addresses] == ["list@example.org", "ines@example.org"]
    assert message["Subject"] == "24 November 2026: AUDIT FINDS HOLE IN HARBOUR FUND"
    assert message["List-Unsubscribe"] == "<https://example.org/out?u=1>, <mailto:out@example.org>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_one_click_needs_a_page() -> None:
    """RFC 8058: without an https address there is nothing to post to."""
    message = _read(newsroom.morning(mail=Mail(unsubscribe=("mailto:out@example.org",))))
    assert message["List-Unsubscribe"] == "<mailto:out@example.org>"
    assert message["List-Unsubscribe-Post"] is None


@pytest.mark.parametrize(
    "mail",
    [
        Mail("nobody"),
        Mail("Desk <desk@example.org>\r\nBcc: all@example.org"),
        Mail(to=("a@b.example, c@d.example",)),
        Mail(to=("ü@example.org",)),
        Mail(unsubscribe=("javascript:x",)),
        Mail(unsubscribe=("https://example.org/>\r\nBcc: x@example.org",)),
        Mail(subject="{{ nothing }}"),
        Mail(subject="{{ title.__class__.__mro__ }}"),
        Mail(subject="{% if %}"),
    ],
)
def test_a_wrong_address_or_subject_is_told(mail: Mail) -> None:
    """What cannot be an address, and a template that fails, end with one line and no mail."""
    with pytest.raises(UsageError):
        render_brief(newsroom.morning(mail=mail), "eml")


@pytest.mark.parametrize("words", HEADERS + VECTORS)
def test_no_title_becomes_a_header(words: str) -> None:
    """Whatever the title and the first headline say, it is one Subject that says just that."""
    (story,) = newsroom.morning().stories
    message = _read(newsroom.morning(title=words, stories=(replace(story, headline=words),)))
    assert message.keys() == NAMES
    expected = f"{plain(words)}: {plain(words)} (24 November 2026)"
    assert message["Subject"].split() == expected.split()
    assert re.fullmatch(r"<[a-z0-9-]+\.briefing\.invalid>", message["List-Id"])


@given(st.text())
def test_any_title_comes_through(words: str) -> None:
    """The decoded subject is the title, folded and without control characters, and nothing else."""
    title = words.encode("utf-8", "ignore").decode()
    text = render_brief(newsroom.morning(title=title), "eml")
    subject = email.message_from_string(text, policy=email.policy.default)["Subject"]
    assert " ".join(subject.split()) == " ".join(
        f"{plain(title)}: Audit finds hole in harbour fund (24 November 2026)".split()
    )
    assert max(map(len, text.split("\r\n"))) <= 76


def test_a_title_names_its_list() -> None:
    """A list's name is made of the letters a domain may have; titles without any are still told apart."""
    assert slug("Crème brûlée – daily!") == "creme-brulee-daily"
    assert slug("Утро") != slug("Вечер")
    assert slug("Утро").startswith("brief-")


def test_a_long_subject_with_an_accent_costs_no_more_than_its_length() -> None:
    """A headline of thousands of letters before its first accent is written at once, and read back whole."""
    brief = newsroom.morning()
    title = "Harbour " * 400 + "’" + "a" * 3000
    story = replace(brief.stories[0], headline=title)
    mail = _read(replace(brief, stories=(story,)))
    assert "Harbour" in str(mail["Subject"])
