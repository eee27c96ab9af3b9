"""Which language a text is in."""

import subprocess
import sys

import pytest

from briefing.lang.detect import UNKNOWN, detect, language_of, normalise
from briefing.model import Article

TEXTS = {
    "en": "The harbour master said on Monday that nobody had paid the fee. A hearing is due.",
    "es": "El jefe del puerto dijo el lunes que nadie había pagado la tasa. La audiencia es el jueves.",
    "fr": "Le capitaine du port a déclaré lundi que personne n'avait payé la taxe. Le procès est jeudi.",
    "it": "Il comandante del porto ha detto lunedì che nessuno aveva pagato la tassa. L'udienza è giovedì.",
    "de": "Der Hafenmeister sagte am Montag, niemand habe die Gebühr bezahlt. Die Anhörung folgt bald.",
    "pt": "O diretor do porto disse na segunda-feira que ninguém pagou a taxa. A audiência será quinta.",
    "nl": "De havenmeester zei maandag dat niemand de heffing had betaald. De hoorzitting is op donderdag.",
    "pl": "Kapitan portu powiedział w poniedziałek, że nikt nie zapłacił opłaty. Sąd orzeknie w czwartek.",
    "ru": "Начальник порта заявил в понедельник, что никто не платил сбор. Слушания пройдут в четверг.",
    "vi": "Giám đốc cảng cho biết hôm thứ Hai rằng không ai trả khoản phí đó. Phiên điều trần sắp diễn ra.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_few_sentences_are_enough(code: str) -> None:
    """Two sentences of news are told apart in ten languages."""
    assert detect(TEXTS[code]) == code


@pytest.mark.parametrize("text", ["", "Hi", "Port Avon", "12 34 56 78", "???", "Madrid Roma Berlin"])
def test_a_short_text_is_nobodys(text: str) -> None:
    """Too few words are not guessed at."""
    assert detect(text) is None


def test_english_with_long_foreign_quotations_stays_english() -> None:
    """What is quoted does not change the language of the report."""
    report = f"{TEXTS['en']} “{TEXTS['es']}” the mayor said, and left the room before the vote on the fee."
    assert detect(report) == "en"


def test_plain_english_needs_no_library() -> None:
    """Neither numpy nor the detector is loaded for English, so that the command starts fast."""
    code = (
        "import sys; from briefing.lang.detect import detect; "
        f"assert detect({TEXTS['en']!r}) == 'en'; assert not {{'numpy', 'py3langid'}} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("en-GB", "en"),
        ("EN_us", "en"),
        ("eng", "en"),
        ("English", "en"),
        ("zh-Hans-CN", "zh"),
        ("en_US.UTF-8", "en"),
        (" fr ", "fr"),
        ("x", None),
        ("und", None),
        ("klingonish", None),
        ("", None),
    ],
)
def test_a_declared_code_is_brought_to_its_primary_subtag(written: str, code: str | None) -> None:
    """Regions, scripts and encodings are dropped; what is no code is none."""
    assert normalise(written) == code


def test_the_user_knows_best_then_the_article_then_the_text() -> None:
    """An option beats a declaration, a declaration beats detection, and nothing is `und`."""
    assert language_of(Article("", TEXTS["es"], language="es"), "en") == "en"
    assert language_of(Article("", "Hola.", language="es")) == "es"
    assert language_of(Article("", TEXTS["fr"])) == "fr"
    assert language_of(Article("", "Port Avon")) == UNKNOWN


def test_a_plainly_false_declaration_is_not_believed() -> None:
    """A Spanish text that a template calls English is Spanish: no English cue is looked for in it."""
    assert language_of(Article("", TEXTS["es"] * 5, language="en")) == "es"
