"""The default ranker: what it prefers, that its reasons are the reasons, and that it is total and steady."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.clean import clean
from briefing.errors import UnknownName
from briefing.model import Article, Document, Lead, Sentence, Span
from briefing.rank import DEFAULT, RANKERS, rank
from briefing.rank.features import features
from briefing.rank.weighted import PICKED, weighted, weights

STORY = (
    "The bridge over the Tarn at Osk has been closed after engineers found cracks in two of its piers.",
    "Nothing like it had happened in living memory.",
    "But it will not reopen before the spring, said Ilse Moran, the county's chief engineer.",
    "“It was a shock,” said a baker in the market square of the town.",
    "The county will spend 14 million crowns on the bridge, and a ferry over the Tarn starts on Monday.",
    "The bridge over the Tarn at Osk is closed after engineers found cracks in two piers.",
    "Osk has a market.",
)


def of(*texts: str, title: str | None = None) -> Document:
    """A document of sentences written one after another."""
    text, found = "", []
    for index, sentence in enumerate(texts):
        found.append(Sentence(index, Span(len(text), len(text) + len(sentence)), 0))
        text += sentence + " "
    return Document(Article("made", text, title=title), tuple(found), ())


def lines(document: Document, leads: tuple[Lead, ...], count: int) -> list[str]:
    """The words of the first lines of a ranking."""
    return [document.article[lead.span] for lead in leads[:count]]


def test_the_event_comes_first_and_what_adds_to_it_second() -> None:
    """The line that tells the news leads, and the next one adds to it instead of repeating it."""
    document = of(*STORY)
    assert lines(document, rank(document, "en"), 2) == [STORY[0], STORY[4]]


def test_a_line_told_twice_is_taken_once() -> None:
    """The same news in almost the same words is not chosen again while others are left."""
    document = of(*STORY)
    assert STORY[5] not in lines(document, rank(document, "en"), 4)


@pytest.mark.parametrize(
    ("alone", "needs", "feature"),
    [
        (
            "Ilse Moran will close the second bridge at noon.",
            "But Ilse Moran will close it at noon.",
            "leans back",
        ),
        ("Ilse Moran will resign at noon on Friday.", "At noon on Friday he will resign.", "unnamed"),
        ("Moran ordered the town to close the school.", "Read our other stories.", "short"),
        (
            "“Close it,” Moran told the town on Friday.",
            "Close it on Friday,” Moran told the town.",
            "broken quote",
        ),
        ("Ilse Moran left Osk at noon.", "She has left Osk and Tarn by bus at noon.", "opens with he"),
        ("Moran resigns at noon.", "mayor resigns; Moran to speak at noon.", "opens small"),
        ("Moran resigns at noon.", "• Moran resigns at noon.", "opens small"),
    ],
)
def test_a_line_that_stands_alone_goes_before_one_that_does_not(alone: str, needs: str, feature: str) -> None:
    """Of two lines, the one that a reader understands without the others is taken first, for that reason."""
    document = of(needs, alone)
    marked = features(document, "en").columns[feature]
    assert marked[0] > marked[1]
    by = {feature: weights()[feature]}
    assert lines(document, weighted(document, "en", by), 1) == [alone]


def test_the_headline_says_what_the_story_is_about() -> None:
    """Of two equal lines, the one that shares words with the headline is taken first."""
    texts = ("Harbour dues rise by a tenth in May.", "School meals rise by a tenth in May.")
    assert lines(
        of(*texts, title="School meals cost more"), rank(of(*texts, title="School meals"), "en"), 1
    ) == [texts[1]]
    assert lines(of(*texts), rank(of(*texts), "en"), 1) == [texts[0]]


def test_shares_add_up_to_the_score() -> None:
    """The reasons given for a line and the bias are the log-odds of its score, nothing left out."""
    from math import exp

    for lead in rank(of(*STORY), "en"):
        total = weights()["bias"] + sum(share for _, share in lead.why)
        assert lead.score == pytest.approx(1 / (1 + exp(-total)), abs=0.001)


def test_removing_the_named_reason_changes_the_choice() -> None:
    """The feature that carried a line over another is the reason: without it the other is taken."""
    texts = (
        "The town of Osk woke to rain on Monday and the market opened late.",
        "The bridge over the Tarn is closed, the county said, and the ferry leaves from the bridge at Osk.",
        "The county said the ferry over the Tarn is free.",
        "The bridge at Osk is the only bridge over the Tarn in the county.",
    )
    document = of(*texts)
    best = rank(document, "en")[0]
    assert document.article[best.span] == texts[1]
    reasons = dict(best.why)
    other = dict(next(lead.why for lead in rank(document, "en") if lead.span == document.sentences[0].span))
    carried = max(reasons, key=lambda name: reasons[name] - other.get(name, 0.0))
    assert carried in ("central", "to the point")
    without = {name: weight for name, weight in weights().items() if name != carried}
    assert lines(document, weighted(document, "en", without), 1) == [texts[0]]


def test_reasons_come_largest_first_and_all_are_known_features() -> None:
    """What carried a line most is named first, and every name is a feature that has a weight."""
    document = of(*STORY)
    known = set(features(document, "en").columns)
    assert set(weights()) - {"bias"} <= known
    for lead in rank(document, "en"):
        sizes = [abs(share) for _, share in lead.why]
        assert sizes == sorted(sizes, reverse=True)
        assert {name for name, _ in lead.why} <= known | {"repeats"}


def test_lines_beyond_any_brief_carry_no_reasons() -> None:
    """Only the lines that a brief could print are explained."""
    document = of(*(f"Boat {n} left the harbour of Osk." for n in range(PICKED + 3)))
    explained = [bool(lead.why) for lead in rank(document, "en")]
    assert explained == [True] * PICKED + [False] * 3


def test_a_language_without_words_is_ranked_by_the_same_weights() -> None:
    """Where nothing is known of a language, place, length and the story's own words decide."""
    texts = (
        "Pod Oskem byl uzavřen most přes řeku Tarn, inženýři našli trhliny ve dvou pilířích.",
        "Nic takového se nestalo.",
        "Kraj zaplatí za pilíře mostu 14 milionů korun a přes řeku Tarn bude jezdit přívoz.",
    )
    document = of(*texts)
    assert lines(document, rank(document, "cs"), 2) == [texts[0], texts[2]]


def test_an_article_without_sentences_has_no_lines() -> None:
    """Nothing to rank is no error."""
    assert rank(of(), "en") == ()


def test_an_unknown_ranker_is_named_with_those_known() -> None:
    """A ranker that does not exist is refused, with a suggestion."""
    with pytest.raises(UnknownName, match="unknown ranker 'lexrnk' – did you mean 'lexrank'"):
        rank(of(*STORY), "en", "lexrnk")


def test_the_default_is_registered() -> None:
    """The default ranker is one of those on offer."""
    assert DEFAULT in RANKERS


def test_the_lead_is_the_order_of_the_article() -> None:
    """The order of the article is what `lead` gives, whatever the lines say."""
    document = of(*STORY)
    assert lines(document, rank(document, "en", "lead"), 7) == list(STORY)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=60), max_size=25),
    st.sampled_from(["en", "xx"]),
)
def test_every_sentence_comes_once_with_a_falling_score(texts: list[str], code: str) -> None:
    """Whatever the text, a ranking holds each sentence once, its scores fall and lie between 0 and 1."""
    document = clean(Article("any", " \n\n".join(texts)), "en")
    ranked = rank(document, code)
    assert sorted(lead.span for lead in ranked) == [s.span for s in document.sentences]
    scores = [lead.score for lead in ranked]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert ranked == rank(replace(document), code)
