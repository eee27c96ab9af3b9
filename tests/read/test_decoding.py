"""Bytes to characters: the right text or a refusal, never something else."""

import pytest

from briefing.errors import InputError
from briefing.model import Raw
from briefing.read.decode import Decoded, decode

RUSSIAN = (
    "Начальник порта заявил в понедельник, что никто не платил сбор. Слушания пройдут в четверг, "
    "сообщил комитет. Три помощника, названные в отчёте, не ответили на вопросы, хотя обещали это вчера."
)
ENGLISH = (
    "“I never touched the money,” the café’s owner said. The harbour wasn’t paid the £40,000 fee, he said."
)


def refusal(data: bytes) -> str:
    """Why these bytes are not read."""
    with pytest.raises(InputError) as error:
        decode(Raw(data, "x.txt"))
    return str(error.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(encoding: str) -> None:
    """Unicode with a mark is read as announced."""
    assert decode(Raw(RUSSIAN.encode(encoding), "x")).text.removeprefix("\ufeff") == RUSSIAN


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_read_and_reported(encoding: str) -> None:
    """UTF-16 without a mark is told by its zeros, and the user is told."""
    assert decode(Raw(ENGLISH.encode(encoding), "x")) == Decoded(
        ENGLISH, (f"no byte order mark; read as {encoding}",)
    )


@pytest.mark.parametrize(
    ("text", "encoding"), [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (ENGLISH, "cp1252")]
)
def test_a_legacy_encoding_is_told_by_its_letters(text: str, encoding: str) -> None:
    """Text in an old encoding is read right, and the user is told how."""
    found = decode(Raw(text.encode(encoding), "x"))
    assert found.text == text
    assert encoding in found.notes[0]


def test_a_declared_charset_is_believed_when_it_fits() -> None:
    """A charset that the carrier or the page declares needs no detection."""
    page = f'<meta charset="windows-1251"><p>{RUSSIAN[:20]}'
    assert decode(Raw(page.encode("cp1251"), "x")) == Decoded(page)
    assert decode(Raw(RUSSIAN.encode("koi8-r"), "x", charset="koi8-r")) == Decoded(RUSSIAN)


def test_a_wrong_declaration_is_not_believed() -> None:
    """Cyrillic bytes that call themselves UTF-8 are read as Cyrillic."""
    page = f'<meta charset="utf-8"><p>{RUSSIAN}'
    found = decode(Raw(page.encode("cp1251"), "x"))
    assert found.text == page
    assert found.notes[0].startswith("not utf-8")


def test_utf7_is_never_decoded() -> None:
    """A page that calls itself UTF-7 keeps its harmless ASCII."""
    page = b'<meta charset="utf-7"><title>+ADw-script+AD4-</title>'
    assert decode(Raw(page, "x")).text == page.decode()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"caf\xc3\xa9 and caf\xe9 and \x93deal\x94, he said", "mixed"),
        (b"\xc0\xbcscript\xc0\xbe alert", "damaged UTF-8"),
        (b"The minister\0 denied it.", "NUL"),
        (bytes(range(256)) * 4, "NUL"),
        (b"%PDF-1.4\n%\xe2\xe3", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"caf\xe9 x", "cannot be told"),
        ("Der Hafen ist gro\u00df".encode()[:-1], "ends inside a character"),
        (b"\xff\xfe\x00\xd8a", "utf-16"),
    ],
)
def test_what_cannot_be_read_right_is_refused(data: bytes, reason: str) -> None:
    """Mixed, damaged and binary input is refused in one line that says why."""
    message = refusal(data)
    assert reason in message
    assert "\n" not in message


@pytest.mark.parametrize("encoding", ["utf-32-le", "utf-32-be"])
def test_utf32_without_a_mark_is_read_and_reported(encoding: str) -> None:
    """UTF-32 without a mark is told by its zeros, in any script."""
    assert decode(Raw(RUSSIAN.encode(encoding), "x")) == Decoded(
        RUSSIAN, (f"no byte order mark; read as {encoding}",)
    )


def test_an_xml_declaration_names_the_encoding() -> None:
    """What it says holds where the bytes are not UTF-8; UTF-16 said of bytes that are not means nothing."""
    declared = '<?xml version="1.0" encoding="koi8-r"?><a>Порт</a>'
    assert decode(Raw(declared.encode("koi8-r"), "x")) == Decoded(declared)
    wrong = '<?xml version="1.0" encoding="utf-16"?><a>Порт</a>'
    assert decode(Raw(wrong.encode(), "x")) == Decoded(wrong)


def test_a_false_western_label_is_found_out() -> None:
    """Any bytes are Latin-1; text that has hardly a plain letter in it is not, and the user is told."""
    page = f'<meta charset="iso-8859-1"><p>{RUSSIAN}</p>'
    found = decode(Raw(page.encode("cp1251"), "x"))
    assert found == Decoded(page, ("calls itself cp1252; read as cp1251, as its letters suggest",))
    true = f'<meta charset="iso-8859-1"><p>{ENGLISH}</p>'
    assert decode(Raw(true.encode("cp1252"), "x")) == Decoded(true)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [("It’s a “deal”, he said.", "cp1252"), ("Le café où il a dîné", "cp1252"), (RUSSIAN, "latin-1")],
)
def test_text_that_was_encoded_twice_is_reported_and_kept(text: str, encoding: str) -> None:
    """The letters stay as they came; one line says that they look wrong."""
    twice = text.encode().decode(encoding, "ignore")
    found = decode(Raw(twice.encode(), "x"))
    assert found.text == twice
    (note,) = found.notes
    assert "looks encoded twice" in note


@pytest.mark.parametrize(
    "text", ["Âge, être, dîner à Nîmes", "A IRMÃ… e o pão", "ÜBER «Öl» ß", "naïve €5 – £40", RUSSIAN]
)
def test_accents_are_not_taken_for_damage(text: str) -> None:
    """Right text gets no note."""
    assert decode(Raw(text.encode(), "x")) == Decoded(text)


def test_lost_characters_are_counted() -> None:
    """What somebody else lost before is named, never mended."""
    text = "The caf\ufffd owner and the caf\ufffd"
    assert decode(Raw(text.encode(), "x")).notes == (
        "2 characters were lost before it came here (U+FFFD), left as they are",
    )


def test_thai_is_not_taken_for_cyrillic() -> None:
    """Dense bytes of one script are not read as another."""
    text = "นายกเทศมนตรีปฏิเสธเมื่อวันจันทร์ว่าไม่ได้ขายท่าเรือ และจะแถลงในวันศุกร์"
    found = decode(Raw(text.encode("cp874"), "x"))
    assert found.text == text
    assert "read as cp874" in found.notes[0]
