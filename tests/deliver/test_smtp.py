"""A message is handed over once, and what is said of it afterwards is what is known."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from briefing.deliver.smtp import Server, dated, reachable, transmit
from tests.deliver.newsdesk import LIST, Newsdesk, running

MESSAGE = b"From: a@example.org\r\nDate: Tue, 24 Nov 2026 00:00:00 +0000\r\nSubject: x\r\n\r\n.dot\r\nend\r\n"


def given(desk: Newsdesk, server: Server, written: list[object]) -> list[str]:
    """The answers, and what was written down before the text left."""
    return [d.answer for d in transmit(MESSAGE, "a@example.org", LIST, server, written.append)]


ANSWERS = {
    "ok": (["sent", "sent"], 1),
    "reject": (["refused", "sent"], 1),
    "greylist": (["deferred", "sent"], 1),
    "tempfail": (["deferred", "deferred"], 0),
    "slow": (["unknown", "unknown"], None),  # whether it was kept in the end is not ours to know
    "drop-at-data": (["deferred", "deferred"], 0),
    "drop-mid-data": (["unknown", "unknown"], 0),
    "drop-data": (["unknown", "unknown"], 1),
}


@pytest.mark.parametrize("mode", ANSWERS)
def test_each_answer_says_what_is_known(mode: str) -> None:
    """Taken, refused, later, or unknown once the text has begun to flow; never more than one copy."""
    desk, written = Newsdesk(mode), list[object]()
    with running(desk) as server:
        assert given(desk, server, written) == ANSWERS[mode][0]
    if ANSWERS[mode][1] is not None:
        assert len(desk.kept) == ANSWERS[mode][1]


def test_the_text_arrives_as_it_was() -> None:
    """A line that begins with a dot keeps one dot, and the end is one end of line."""
    desk = Newsdesk()
    with running(desk) as server:
        given(desk, server, [])
    assert desk.kept == [MESSAGE]


def test_it_is_written_down_before_the_text_leaves() -> None:
    """Only those are written down whom the server takes it for; nobody when it takes it for none."""
    for mode, expected in (("greylist", [[LIST[1]]]), ("ok", [list(LIST)]), ("drop-at-data", [])):
        desk, written = Newsdesk(mode), list[object]()
        with running(desk) as server:
            given(desk, server, written)
        assert written == expected


def test_a_server_that_is_not_there_is_a_reason_to_wait() -> None:
    """Nothing was sent, so nothing is in doubt."""
    with running(Newsdesk()) as server:
        pass
    found = transmit(MESSAGE, "a@example.org", LIST, server, pytest.fail)
    assert [(d.answer, d.reply) for d in found] == [("deferred", "Connection refused")] * 2
    assert reachable(server) == "Connection refused"


def test_a_password_is_not_sent_in_the_open() -> None:
    """A server without STARTTLS is refused where it is asked for, before anything is said."""
    with running(Newsdesk()) as server:
        guarded = Server(server.host, server.port, "starttls", "desk", "secret", timeout=1.0)
        found = transmit(MESSAGE, "a@example.org", LIST, guarded, pytest.fail)
    assert {d.answer for d in found} == {"refused"}
    assert "STARTTLS" in found[0].reply


def checks(password: bytes) -> Callable[..., AuthResult]:
    """An authenticator that knows one password."""

    def check(
        server: SMTP, session: Session, envelope: Envelope, way: str, data: LoginPassword
    ) -> AuthResult:
        return AuthResult(success=data.password == password, handled=False)

    return check


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
def test_a_wrong_password_is_refused_for_good() -> None:
    """The right one gets the message through."""
    desk = Newsdesk()
    options = {"authenticator": checks(b"right"), "auth_require_tls": False, "auth_required": True}
    with running(desk, **options) as open_:
        for password, answer in (("wrong", "refused"), ("right", "sent")):
            server = Server(open_.host, open_.port, "none", "desk", password, timeout=5.0)
            assert given(desk, server, []) == [answer, answer]
    assert len(desk.kept) == 1


def test_a_servers_words_cannot_steer_a_terminal() -> None:
    """Control characters in a reply are dropped."""
    with running(Newsdesk("greylist")) as server:
        found = transmit(MESSAGE, "a@example.org", LIST, server, lambda _: None)
    assert found[0].reply == "451 4.7.1 later [31m"


def test_only_the_date_changes() -> None:
    """The message carries the moment of its sending and is otherwise what lies in the folder."""
    sent = dated(MESSAGE, datetime(2026, 11, 24, 6, 30, tzinfo=UTC))
    assert sent == MESSAGE.replace(b"00:00:00", b"06:30:00")
