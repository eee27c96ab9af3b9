"""sumy's algorithms behind our adapter: the same choices as sumy alone, offline, with a limit."""

import os
import subprocess
import sys
import warnings
from importlib import import_module
from typing import Any

import pytest

from briefing.clean import clean
from briefing.errors import InputError
from briefing.lang.rank import rank_words
from briefing.model import Article, Document, Sentence, Span
from briefing.rank import RANKERS, rank
from briefing.rank.sumy import ALGORITHMS, MOST_WORDS, Words
from briefing.text import sentences

TITLE = "FERRY COMPANY ADMITS SELLING TICKETS FOR CANCELLED CROSSINGS"
STORY = """Ellery Lines sold nine thousand tickets for crossings that it had already cancelled, its chairman
Nadia Brandt admitted on Tuesday. The company kept the money for up to four months. Passengers in
Port Ellery and on Skarn Island were told that the crossings were only delayed.

Brandt told the harbour council that the ticket system was never linked to the timetable. "We sold
seats on ships that were in dock," she said. The council had asked for the figures in March, and the
company refused.

The islanders' association wants the money back with interest. Its secretary, Tomas Vell, said many
families had paid for hotels as well. Some had missed funerals, he said, and some had missed their
own weddings.

The company will publish the figures on Friday. The council votes next week on whether to end its
contract with Ellery Lines. The contract is worth 40 million crowns a year, and no other company
runs ships of that size.

Skarn Island has 3,000 inhabitants. Passengers in Port Ellery can ask for their money at the harbour
office."""


class Splitter(Words):
    """What sumy asks of a tokenizer, made of our sentences and our words."""

    def to_sentences(self, text: str) -> list[str]:
        """Sentences of a paragraph."""
        return [text[s.start : s.end] for s in sentences(text, Span(0, len(text)), "en")]


def story() -> Document:
    """The story as a document of ours, without the title in its text."""
    return clean(Article("ferry", STORY.replace("\n", " ").replace("  ", "\n\n"), title=TITLE), "en")


def of(*texts: str) -> Document:
    """A document of sentences written one after another."""
    text, found = "", []
    for index, sentence in enumerate(texts):
        found.append(Sentence(index, Span(len(text), len(text) + len(sentence)), 0))
        text += sentence + " "
    return Document(Article("made", text), tuple(found), ())


def chosen_by_sumy(name: str, count: int) -> list[str]:
    """What sumy itself chooses, from its own parser to its own selection."""
    from sumy.nlp.stemmers import Stemmer
    from sumy.parsers.plaintext import PlaintextParser
    from sumy.utils import get_stop_words

    module, kind, _ = ALGORITHMS[name]
    summarizer: Any = getattr(import_module(f"sumy.summarizers.{module}"), kind)(Stemmer("english"))
    parser = PlaintextParser.from_string(f"{TITLE}\n{STORY}", Splitter())
    if name == "edmundson":
        stop = get_stop_words("english")
        summarizer.bonus_words = [w for w in parser.significant_words if w.lower() not in stop]
        summarizer.stigma_words = rank_words("en").leaning
        summarizer.null_words = stop
    else:
        summarizer.stop_words = get_stop_words("english")
    return [str(sentence) for sentence in summarizer(parser.document, count)]


@pytest.mark.parametrize("name", ALGORITHMS)
@pytest.mark.parametrize("count", [1, 2, 4])  # where LSA has no ties: those sumy breaks by hash seed
def test_choices_are_sumys_own(name: str, count: int) -> None:
    """An algorithm chooses what sumy chooses when it is given the same words, stemmer and stop words."""
    document = story()
    best = sorted(lead.span for lead in rank(document, "en", name)[:count])
    assert [document.article[span] for span in best] == chosen_by_sumy(name, count)


@pytest.mark.parametrize("name", ALGORITHMS)
def test_every_sentence_comes_once_and_best_first(name: str) -> None:
    """A ranking holds each sentence of the story once, by falling score."""
    document = story()
    ranked = rank(document, "en", name)
    assert sorted(lead.span for lead in ranked) == [s.span for s in document.sentences]
    assert [lead.score for lead in ranked] == sorted((lead.score for lead in ranked), reverse=True)


@pytest.mark.parametrize("name", ALGORITHMS)
def test_equal_sentences_keep_their_own_places(name: str) -> None:
    """Two sentences in the same words, which sumy takes for one, are both in the ranking."""
    document = of("The dam broke.", "Water took the mill.", "The dam broke.")
    assert sorted(lead.span for lead in rank(document, "en", name)) == [s.span for s in document.sentences]


@pytest.mark.parametrize("name", ALGORITHMS)
@pytest.mark.parametrize("texts", [(), ("…",), ("— —", "42", "!!!"), ("Rain.",)], ids=str)
def test_texts_without_much_to_rank_are_ranked(name: str, texts: tuple[str, ...]) -> None:
    """No text, no words and one word are no error and no warning, and every score is a number."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ranked = rank(of(*texts), "en", name)
    assert sorted(lead.span for lead in ranked) == [s.span for s in of(*texts).sentences]
    assert all(lead.score == lead.score for lead in ranked)


@pytest.mark.parametrize("name", ALGORITHMS)
def test_a_language_without_stemmer_is_ranked_by_its_words(name: str) -> None:
    """Where nltk has no stemmer and sumy no stop words, words count as they are."""
    document = of("Đập vỡ lúc nửa đêm.", "Nước cuốn cối xay.", "Đập cũ được xây năm 1931.")
    assert len(rank(document, "vi", name)) == 3


@pytest.mark.parametrize("name", ALGORITHMS)
def test_too_many_sentences_are_refused_with_the_limit(name: str) -> None:
    """Beyond its limit an algorithm refuses; the message names article, algorithm, limit and a way out."""
    cap = ALGORITHMS[name][2]
    with pytest.raises(InputError) as caught:
        rank(of(*["Rain fell."] * (cap + 1)), "en", name)
    for part in ("made:", repr(name), f"{cap + 1:,} sentences", f"at most {cap:,} of", "'news'"):
        assert part in str(caught.value)


def test_a_sentence_without_end_is_refused() -> None:
    """Too many words are refused as well, be they one sentence: algorithms compare words with words."""
    cap = ALGORITHMS["textrank"][2] * MOST_WORDS
    with pytest.raises(InputError, match=f"1 sentences of {cap + 1:,} words are too much"):
        rank(of("rain " * (cap + 1)), "en", "textrank")


def test_nothing_is_downloaded_or_looked_up() -> None:
    """All eight work without nltk's data, without a home and with sockets forbidden."""
    code = (
        "import socket, sys\n"
        "def refuse(*a, **k): raise SystemExit('a socket was opened')\n"
        "socket.socket.connect = socket.create_connection = refuse\n"
        "from briefing.clean import clean\n"
        "from briefing.model import Article\n"
        "from briefing.rank import rank\n"
        "document = clean(Article('a', 'The dam broke. Water took the mill. Nobody was hurt.'), 'en')\n"
        f"for name in {sorted(ALGORITHMS)}: print(len(rank(document, 'en', name)))\n"
    )
    env = {**os.environ, "NLTK_DATA": "/nonexistent", "HOME": "/nonexistent"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=False)
    assert (done.stdout.split(), done.stderr) == (["3"] * 8, "")


def test_all_eight_are_registered() -> None:
    """Each of sumy's algorithms can be asked for by name."""
    assert set(ALGORITHMS) <= set(RANKERS)
