"""Text whose accents are characters of their own (NFD, as macOS and many PDFs write it)."""

from unicodedata import normalize

import pytest

from briefing.analyse import analyse
from briefing.model import Article

STORY = (
    "José Núñez, the transport minister, denied that he had taken money. Núñez said the bridge will open "
    "on Friday. Simone Müller, a lawyer for Ångström-Weiß, accused Núñez of fraud. "
    "Éva Kőrösi declined to comment."
)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_decomposed_accents_belong_to_their_word(form: str) -> None:
    """The same people, roles and answers are found, and printed as the source writes them."""
    article = Article("a", normalize(form, STORY))
    found = analyse(article, "en")
    who = [(article[p.name], p.role and article[p.role]) for p in found.who]
    assert [(normalize("NFC", name), role) for name, role in who if role] == [
        ("José Núñez", "transport minister"),
        ("Simone Müller", "lawyer for " + normalize(form, "Ångström-Weiß")),
    ]
    speakers = [normalize("NFC", article[d.speaker]) for d in found.denials if d.speaker]
    assert speakers == ["José Núñez", "Éva Kőrösi"]
