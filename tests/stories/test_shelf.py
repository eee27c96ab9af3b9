"""Findings are put away small and come back the same."""

import pickle

from briefing.stories import Shelf, group, shelved
from tests.stories.reports import FIRE, FIRE_TOLD_ELSEWHERE, NOTICE, report

FOUND = [
    report(*FIRE, name="fire"),
    report(*FIRE_TOLD_ELSEWHERE, name="told"),
    report(*NOTICE, name="notice"),
]


def test_what_was_put_away_comes_back_the_same() -> None:
    """Looked at once, twice or by place, findings equal those that were put away."""
    shelf = shelved(iter(FOUND))
    assert list(shelf) == FOUND == list(shelf)
    assert shelf[1] == FOUND[1]
    assert list(shelf.pick([2, 0])) == [FOUND[2], FOUND[0]]


def test_a_shelf_is_smaller_than_what_stands_on_it() -> None:
    """Beside its articles, which it shares, it takes less than two thirds of the room of plain pickles."""
    shelf = shelved(FOUND)
    assert all(one is f.article for one, f in zip((on.article for on in shelf.packed), FOUND, strict=True))
    packed = sum(len(on.found) for on in shelf.packed)
    assert packed * 3 < 2 * sum(len(pickle.dumps(f)) - len(f.article.text) for f in FOUND)


def test_the_stories_of_a_shelf_are_those_of_a_list() -> None:
    """Grouping does not care where findings lie; an empty day has no story."""
    assert [list(story) for story in group(shelved(FOUND))] == [list(story) for story in group(FOUND)]
    assert group(Shelf()) == []
