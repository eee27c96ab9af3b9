"""What of several articles: every opening counts, nothing is said twice, later news comes first."""

from dataclasses import replace

from briefing.model import Findings, Group
from briefing.rank import rank
from briefing.stories.what import what_order
from tests.stories.reports import FIRE, FIRE_TOLD_ELSEWHERE, VOTE, report


def ranked(found: Findings) -> Findings:
    """A report with its ranking."""
    return replace(found, ranked=rank(found.document, "en", "news"))


def lines(*found: Findings) -> list[str]:
    """The lines of a story, best first."""
    order = what_order(Group("story", tuple(ranked(f) for f in found)))
    return [f.article[lead.span] for f, lead in order]


def test_one_article_keeps_its_own_order() -> None:
    """A story told once is ranked as its article is."""
    found = ranked(report(*FIRE))
    assert [lead for _, lead in what_order(Group("story", (found,)))] == list(found.ranked)


def test_every_article_has_its_opening() -> None:
    """The first lines come from both reports, each from its beginning."""
    best = lines(report(*FIRE, name="one"), report(*FIRE_TOLD_ELSEWHERE, name="two"))[:3]
    assert any(line.startswith("Fire tore through") for line in best)
    assert any(line.startswith("Saltwick woke") for line in best)


def test_a_line_told_in_other_words_is_left_out() -> None:
    """Of two lines that say the same the better one stays."""
    again = "Nobody was hurt, she said, but a watchman had to be carried down a ladder from the top floor."
    told = lines(report(*FIRE, name="one"), report(*FIRE_TOLD_ELSEWHERE[:1], again, name="two"))
    assert sum("Nobody was hurt" in line for line in told) == 1


def test_nothing_else_is_left_out() -> None:
    """Every sentence that no other repeats is in the order."""
    found = [report(*FIRE, name="one"), report(*VOTE, name="two")]
    assert len(lines(*found)) == sum(len(f.document.sentences) for f in found)


def test_later_news_comes_first() -> None:
    """In a story that goes on, the latest article leads whatever the order it came in."""
    old, new = report(*FIRE, name="old", day=20), report(*FIRE_TOLD_ELSEWHERE, name="new", day=24)
    assert lines(old, new)[0].startswith("Saltwick woke")
    assert lines(new, old)[0].startswith("Saltwick woke")
