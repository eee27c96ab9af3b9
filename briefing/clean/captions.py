"""Captions without a paragraph of their own, as in `Paying respects: Ida Marsh arrives at the quay.`

Pages that label pictures do so all along, so the signs are weighed together: one alone may be the story's.
"""

import re
from collections import Counter

from briefing.clean.page import Page
from briefing.clean.rules import Names
from briefing.lang.furniture import Caption

SCENES_ALONE = 3  # as many scenes, where there is no other sign
SPEAKER = 3  # times the same label stands; then it is who speaks
ENOUGH = 2  # signs that make a page one that captions its pictures
SCENES = 0.3  # share of scenes from which the present tense is the story's own
LABEL_WORDS = 7
QUESTION_WORDS = 6
SCENE_WORDS = 40
UNDER_WORDS = 10
_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][\w-]+")  # capitalised words inside sentences
_COLON = ((": ", (": ",)),)
_LABEL = re.compile(r"""'?[A-Z\d][\w'-]*+(?:,? [\w'&.-]++){0,6}?[?!.]*'?(?P<colon>:) (?=[A-Z\d(\[£$€])""")


def captions(page: Page, words: Caption, names: Names) -> list[int]:
    """Sentences that are captions by label or scene; `names` tells which are furniture already."""
    labels = _labels(page, words)
    under = _under_credits(page, words, names)
    known = sum(name in ("caption", "video", "credit") for name in names)
    if not labels and not known and SCENES * len(page) < SCENES_ALONE:
        return under  # too short for scenes alone: what they look like need not even be compiled
    lede = names.index("") if "" in names else len(page)
    scenes = [
        index for index in range(lede + 1, len(page)) if not names[index] and _scene(page, index, words)
    ]
    if len(scenes) > SCENES * len(page):
        scenes = []
    if len(page.blocks) > 1 and not known:
        labels = []  # in an article of paragraphs, lists have labels too
    enough = ENOUGH if labels or known else SCENES_ALONE
    if len(labels) + len(scenes) + known < enough:
        return under
    return under + labels + scenes + (_questions(page, words) if labels else [])


def _labels(page: Page, words: Caption) -> list[int]:
    """Sentences that begin with a label; none where one comes back again and again, as speakers' names do.

    Nor is a label that stands inside sentences too, as a name does.
    """
    found = {index: label for index in page.holding(_COLON) if (label := _label(page, index, words))}
    often = max(Counter(found.values()).values(), default=0)
    if not found or often >= SPEAKER:
        return []
    inside = frozenset(_INSIDE.findall(page.plain))
    return [index for index, label in found.items() if label not in inside]


def _label(page: Page, index: int, words: Caption) -> str:
    span = page.spans[index]
    found = _LABEL.match(page.plain, span.start, span.end)
    label = page.plain[span.start : found.start("colon")] if found else ""
    said = label.lower().split()
    dated = label.isdigit()  # an entry of a timeline
    return label if words.speech.isdisjoint(said) and len(said) <= LABEL_WORDS and not dated else ""


def _scene(page: Page, index: int, words: Caption) -> bool:
    span = page.spans[index]
    return (
        words.scene.match(page.plain, span.start, span.end) is not None
        and page.words(index) <= SCENE_WORDS
        and words.scene_not.search(page.low, span.start, span.end) is None
    )


def _under_credits(page: Page, words: Caption, names: Names) -> list[int]:
    """The paragraph under a line that only credits a picture, when it is short or begins with a scene."""
    found = []
    for index in range(len(page) - 1):
        if names[index] == "credit" and page.paragraph[index] != page.paragraph[index + 1]:
            under = [i for i in range(index + 1, len(page)) if page.paragraph[i] == page.paragraph[index + 1]]
            plain = not any('"' in page.plain[page.spans[i].start : page.spans[i].end] for i in under)
            if plain and (sum(map(page.words, under)) <= UNDER_WORDS or _scene(page, under[0], words)):
                found += under
    return found


def _questions(page: Page, words: Caption) -> list[int]:
    """Labels that ask – `On the move? The striker is wanted abroad.` – with what answers them."""
    found = []
    for index in range(len(page) - 1):
        span = page.spans[index]
        asked = (
            page.plain[span.end - 1] == "?"
            and page.words(index) < QUESTION_WORDS
            and page.plain[span.start].isupper()
        )
        if asked and words.speech.isdisjoint(page.low[span.start : span.end - 1].split()):
            found += [index, index + 1]
    return found
