"""Articles about one event stand together, across outlets and days; other events of its people do not."""

from collections.abc import Sequence
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from briefing.clean import clean
from briefing.gather import articles
from briefing.lang.detect import language_of
from briefing.model import Article, Findings
from briefing.stories import Group, Told, group, told
from briefing.stories.words import number, words
from tests.stories.reports import FIRE, FIRE_TOLD_ELSEWHERE, NOTICE, VOTE, report

INPUTS = Path(__file__).parent.parent.parent / "inputs"
ARREST = (
    "A lodger of the Anchor inn was arrested on Wednesday over the fire at the Saltwick rope works.",
    "Inspector Jonas Hale said a neighbour had recognised the man's bicycle beside the works in Tar Lane.",
    "Osric Vane, the owner, said he had never met him. “I make rope, I do not make enemies,” he said.",
    "Chief officer Petra Lindqvist said the beams of the rope works were cold enough to be searched now.",
)


def stories(found: Sequence[Group]) -> set[frozenset[str]]:
    """The ids that stand together."""
    return {frozenset(f.article.id for f in story) for story in found}


def sample() -> list[Findings]:
    """The sample articles, cleaned."""
    found = []
    for article in articles([str(INPUTS)], None):  # type: ignore[arg-type]
        assert isinstance(article, Article)
        code = language_of(article)
        found.append(Findings(clean(article, code), code, True, (), ()))
    return found


def test_three_outlets_tell_the_harbour_story() -> None:
    """Of the sample articles the three about the harbour stand together and all others by themselves."""
    found = group(sample())
    several = [story for story in found if len(story) > 1]
    assert [sorted(story.sources) for story in several] == [
        ["Coastwire", "Merrow Ledger", "The Harbour Courier"]
    ]
    assert len(found) == len(sample()) - 2


def test_two_reports_of_one_event_are_one_story() -> None:
    """Other words, other paragraphs, one fire."""
    found = [
        report(*FIRE, name="fire"),
        report(*FIRE_TOLD_ELSEWHERE, name="told"),
        report(*NOTICE, name="notice"),
    ]
    assert stories(group(found)) == {frozenset({"fire", "told"}), frozenset({"notice"})}


def test_one_name_in_two_events_is_two_stories() -> None:
    """The same man and the same town, on the same day."""
    found = [
        report(*FIRE, name="fire"),
        report(*VOTE, name="vote"),
        report(*FIRE_TOLD_ELSEWHERE, name="told"),
    ]
    assert stories(group(found)) == {frozenset({"fire", "told"}), frozenset({"vote"})}


@given(st.permutations(range(5)))
def test_order_does_not_decide(order: list[int]) -> None:
    """The same articles in any order make the same stories with the same ids."""
    texts = [FIRE, VOTE, FIRE_TOLD_ELSEWHERE, NOTICE, ARREST]
    found = [report(*text, name=str(i)) for i, text in enumerate(texts)]
    shuffled = group([found[i] for i in order])
    assert stories(shuffled) == stories(group(found))
    assert {story.id for story in shuffled} == {story.id for story in group(found)}


def test_a_follow_up_joins_and_a_year_parts() -> None:
    """Reports of neighbouring days tell one story; the same words weeks later are another."""
    fire = report(*FIRE, name="fire", day=2)
    others = [report(*VOTE, name="vote", day=2), report(*NOTICE, name="notice", day=2)]
    soon = group([fire, report(*ARREST, name="arrest", day=3), *others])
    late = group([fire, report(*ARREST, name="arrest", day=28), *others])
    assert frozenset({"fire", "arrest"}) in stories(soon)
    assert frozenset({"fire", "arrest"}) not in stories(late)


def test_a_story_keeps_its_id_the_next_day() -> None:
    """What was told yesterday names what goes on from it today, and nothing else."""
    (yesterday,) = group([report(*FIRE, name="fire", day=23)])
    today = group([report(*VOTE, name="vote"), report(*ARREST, name="arrest")], earlier=told(yesterday))
    assert [(story.id == yesterday.id, story[0].article.id) for story in today] == [
        (False, "vote"),
        (True, "arrest"),
    ]


def test_a_story_keeps_its_id_when_more_is_told_the_same_day() -> None:
    """The article that appeared first names the story."""
    first = report(*FIRE, name="fire", day=23)
    alone = group([first])
    assert group([report(*FIRE_TOLD_ELSEWHERE, name="told"), first])[0].id == alone[0].id


def test_what_was_told_is_no_article_of_today() -> None:
    """Earlier stories that nothing goes on from are not told again."""
    earlier: list[Told] = told(group([report(*FIRE, name="fire", day=23)])[0])
    assert stories(group([report(*VOTE, name="vote")], earlier=earlier)) == {frozenset({"vote"})}


def test_stories_need_no_word_list() -> None:
    """A language without a file is grouped by the same rule."""
    one = (
        "Tulipalo tuhosi Ruovedin vanhan köysitehtaan viime yönä, kertoi palomestari Petra Lind.",
        "Köysitehtaan omistaja Osmo Vainio sanoi, että tuotanto seisoo kuusi viikkoa.",
    )
    two = (
        "Kuusikymmentä palomiestä sammutti Ruovedin köysitehtaan paloa aamuun asti.",
        "Omistaja Osmo Vainio aikoo rakentaa köysitehtaan uudelleen, palomestari Petra Lind kertoo.",
    )
    other = (
        "Maanantain vastaisena yönä Lohjan järvellä nähtiin harvinainen kuikka, kertoo lintuseura.",
        "Seuran puheenjohtaja Aino Salo sanoi, että kuikka lähtee etelään ennen jäitä.",
    )
    found = [report(*text, name=str(i), language="fi") for i, text in enumerate((one, two, other))]
    assert stories(group(found)) == {frozenset({"0", "1"}), frozenset({"2"})}


def test_nothing_makes_no_story() -> None:
    """No articles, no stories."""
    assert group([]) == []


def test_words_have_the_same_number_everywhere() -> None:
    """Sketches outlive a process, so no number may hang on its hash seed."""
    assert number("harbour") == 1450119290


def test_scripts_without_spaces_are_cut_into_characters() -> None:
    """A clause is no word."""
    assert words("首相は東京で Ngày 23/10 Trung Quốc") == [
        *"首相は東京で",
        "ngày",
        "23",
        "10",
        "trung",
        "quốc",
    ]
