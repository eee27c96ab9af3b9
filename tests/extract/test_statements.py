"""Who said what: content, cue and source, and the fullest name of the speaker."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.clean import clean
from briefing.extract.names import cast
from briefing.extract.statements import statements
from briefing.model import Article, Statement


def said(text: str) -> list[tuple[Statement, str | None, str]]:
    """The statements of a text with the words of speaker and content."""
    article = Article("t", text)
    document = clean(article, "en")
    found = statements(document, "en", cast(document, "en"))
    return [
        (s, article[s.speaker] if s.speaker else None, " … ".join(article[c] for c in s.content))
        for s in found
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Mara Quillon said that the harbour was safe.", "Mara Quillon", "that the harbour was safe"),
        ("Mara Quillon said the harbour was safe.", "Mara Quillon", "the harbour was safe"),
        ("The harbour is safe, Mara Quillon said.", "Mara Quillon", "The harbour is safe"),
        ("“The harbour is safe,” Mara Quillon said.", "Mara Quillon", "The harbour is safe"),
        (
            '"The harbour is safe," said Mara Quillon, a lawyer for the port.',
            "Mara Quillon",
            "The harbour is safe",
        ),
        ("'The harbour is safe,' Mara Quillon told the Courier.", "Mara Quillon", "The harbour is safe"),
        (
            "Mara Quillon told reporters on Monday that the port was safe.",
            "Mara Quillon",
            "that the port was safe",
        ),
        ("Mara Quillon said in a statement on Monday that it was safe.", "Mara Quillon", "that it was safe"),
        ("According to Mara Quillon, the harbour is safe.", "Mara Quillon", "the harbour is safe"),
        ("Mara Quillon, a lawyer from Tarn Mills, said it was safe.", "Mara Quillon", "it was safe"),
        ("Mara Quillon, who runs the port, said it was safe.", "Mara Quillon", "it was safe"),
        ("A spokesman for the port said it was safe.", "A spokesman for the port", "it was safe"),
        ("A spokesman for the port, Odo Brask, said it was safe.", "Odo Brask", "it was safe"),
        ("Mara Quillon (Ind.) last week said the port was safe.", "Mara Quillon", "the port was safe"),
        ("Mara Quillon earlier this month said it was safe.", "Mara Quillon", "it was safe"),
        ("Police say the road is open again.", "Police", "the road is open again"),
        ("Mara Quillon called the plan “a gift to smugglers.”", "Mara Quillon", "a gift to smugglers"),
    ],
)
def test_one_sentence_names_its_speaker_and_its_content(text: str, speaker: str, content: str) -> None:
    """Direct, indirect, inverted and mixed speech give the same speaker and the words reported."""
    assert (speaker, content) in [(who, words) for _, who, words in said(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The report by the harbour board runs to ninety pages.",
        "His claim was settled out of court.",
        "Odo Brask is said to own three boats.",
        "Odo Brask found his keys under the bench.",
        "The show starts at eight.",
    ],
)
def test_nouns_passives_and_plain_objects_say_nothing(text: str) -> None:
    """A form that could report speech is none when it is a noun, a passive or has a plain object."""
    assert said(text) == []


STORY = (
    "Mara Quillon, the harbour master, spoke on Monday. She said that the crane was safe.\n\n"
    "“I have checked every bolt. The crane is older than I am. It will outlive us all,” Quillon said.\n\n"
    "Odo Brask disagreed. “It creaks,” he said. “It has creaked for years.”"
)


def test_pronouns_find_the_full_name() -> None:
    """“She” and “he” are the persons the article has just named."""
    by_words = {words: who for _, who, words in said(STORY)}
    assert by_words["that the crane was safe"] == "Mara Quillon"
    assert by_words["It creaks"] == "Odo Brask"


def test_a_quotation_over_several_sentences_has_one_speaker() -> None:
    """The speaker who comes sentences later speaks the whole quotation."""
    by_words = {words: who for _, who, words in said(STORY)}
    assert by_words["I have checked every bolt."] == "Mara Quillon"
    assert by_words["The crane is older than I am."] == "Mara Quillon"


def test_a_quotation_without_a_verb_takes_the_speaker_before_it() -> None:
    """In one paragraph with two speakers each quotation keeps its own."""
    by_words = {words: who for _, who, words in said(STORY)}
    assert by_words["It has creaked for years."] == "Odo Brask"


def test_the_same_story_on_one_line_has_the_same_speakers() -> None:
    """Attribution does not need paragraphs."""
    line = STORY.replace("\n\n", " ")
    assert [(who, words) for _, who, words in said(line)] == [(who, words) for _, who, words in said(STORY)]


def test_a_description_means_the_person_with_that_office() -> None:
    """“The former president” is whoever held the office, not the nearest name."""
    text = (
        "Former President Ada Lindqvist and Senator Odo Brask met in Tarn Mills. "
        "Brask arrived late and left early. The former president said the talks had gone well."
    )
    assert said(text)[-1][1] == "Ada Lindqvist"


def test_a_statement_stands_for_its_writer() -> None:
    """What a letter or statement says is said by whoever wrote it."""
    text = "Mara Quillon said the port was open. The statement added that no ship had been turned away."
    assert said(text)[-1][1] == "Mara Quillon"


def test_no_lexicon_no_statements() -> None:
    """A language without a table of speech has no statements."""
    article = Article("t", "Mara Quillon dijo que el puerto es seguro.")
    document = clean(article, "es")
    assert statements(document, "es", cast(document, "es")) == ()


WORDS = st.sampled_from(
    [
        "Mara Quillon",
        "he",
        "said",
        "that",
        "denied",
        "“",
        "”",
        '"',
        "'",
        ",",
        ".",
        "the port",
        "who",
        "of",
        "told",
        "\n\n",
        "(",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=25))
def test_every_span_lies_in_the_text_and_in_a_known_sentence(words: list[str]) -> None:
    """Whatever the text, statements point at sentences of the document and never outside the text."""
    article = Article("t", " ".join(words))
    document = clean(article, "en")
    known = {s.span for s in document.sentences}
    for s in statements(document, "en", cast(document, "en")):
        assert s.span in known
        assert all(0 <= c.start < c.end <= len(article.text) for c in s.content)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Mara Quillon leads the union. Odo Brask runs the port. Quillon accused Brask of lying on Monday"
            " and asserted that he had taken the money.",
            "Mara Quillon",
        ),
        (
            "Mara Quillon leads the union. Quillon accused the Velmora Port Board of hiding the bill"
            " and asserted that the families were tired of waiting.",
            "Mara Quillon",
        ),
        (
            "President Ada Lindqvist met the generals. President Lindqvist left at noon."
            " The governor said that nobody was hurt.",
            "The governor",
        ),
        (
            "Police fired on the crowd. The governor said nobody was hurt. Police said they fired first.",
            "The governor",
        ),
    ],
)
def test_the_nearest_name_is_not_always_the_speaker(text: str, speaker: str) -> None:
    """The accused of a clause does not speak its second verb; an office is nobody with another office."""
    assert speaker in [who for _, who, _ in said(text)]
    assert "Velmora Port Board" not in [who for _, who, _ in said(text)]
    assert "Odo Brask" not in [who for _, who, _ in said(text)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mara Quillon met reporters. The bigger risk, she said, is the tide.", "Mara Quillon"),
        ("Mara Quillon spoke in Ellery. Her job is “a gift from nobody,” she said.", "Mara Quillon"),
        ("Odo Brask ran the mill. He met Jim Pike in the spring, but he said they never spoke.", "Odo Brask"),
        ("Odo Brask ran the mill. He sold it to Jim Pike. “It leaked,” he said.", "Odo Brask"),
        ("Mara Quillon left. When she came back, Ada Lund was there. She said it was late.", "Ada Lund"),
        ("Teo Brask came to see his wife. Brask was tired. “The road is open,” he said.", "Teo Brask"),
        ("Odo Brask plays chess. The chess legend said the harbour was safe.", "Odo Brask"),
        (
            "Odo Brask, who leads the race, mocked Teo Pike for “a bad night.” He said it was late.",
            "Odo Brask",
        ),
        ("Jim Pike paid a girl to row. “The harbour is safe,” he said.", "Jim Pike"),
        (
            "The best player of the year joined Acme Rovers in May. He said it was late.",
            "The best player of the year",
        ),
    ],
)
def test_a_pronoun_means_somebody_who_can_be_meant(text: str, speaker: str) -> None:
    """No thing that is talked about, no name beside the same pronoun, nobody by a word before a stop."""
    assert said(text)[-1][1] == speaker


def test_a_chain_of_pronouns_costs_no_more_than_its_length() -> None:
    """Nobody is named, and every "he" may be the one before: each is followed back once, and not for ever."""
    text = "The rain fell on the mill. " + "He walked to the mill, and then he said that it was late. " * 400
    assert {who for _, who, _ in said(text)} == {None}
