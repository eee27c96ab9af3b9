"""Which lines a story gets, in which section, in which order."""

import re
from datetime import date

import pytest

from briefing.analyse import analyse
from briefing.assemble import Plan, assemble
from briefing.errors import UnknownName
from briefing.model import Article, Brief, Denial, Findings, Lead, Line, NextStep, Quote, Section, Span
from briefing.render import render_brief
from briefing.stories import group

DAY = date(2026, 11, 24)
TEXT = (
    "The mayor denied it. She took no money, she said. The board will meet on Friday. "
    "It must act at once. The bridge is shut. The ferry runs. The road is open."
)
WHOLE = analyse(Article("a", TEXT, title="Bridge shut", source="The Quell Courier", published=DAY), "en")
MAYOR = Span(0, 9)
EVENTS = [
    "A ferry sank off Lower Quell on Monday. All nine passengers swam ashore before the lifeboat came.",
    "Painters have finished the town hall of Brackwater. The new colour, a deep green, divides the council.",
    "Ida Marsh was elected to lead the fishing guild. She beat two rivals by a single vote, the clerk said.",
    "Drillers struck hot water under Northam. Engineers believe that it could heat four hundred houses.",
    "The county fair sold its oldest goat at auction. A cheese maker paid twice what anybody had expected.",
]
PLACES = [s.span for s in WHOLE.document.sentences]


def found(
    denials: tuple[Denial, ...] = (),
    steps: tuple[NextStep, ...] = (),
    order: tuple[int, ...] = tuple(range(7)),
) -> Findings:
    """Findings over TEXT with these denials and next steps, and sentences ranked in this order."""
    ranked = tuple(Lead(PLACES[i], round(1 - n / 10, 1)) for n, i in enumerate(order))
    return Findings(WHOLE.document, "en", True, ranked, ranked[:3], denials=denials, next_steps=steps)


def denial(
    at: int, speaker: Span | None = MAYOR, certainty: str = "explicit", stance: str = "denied"
) -> Denial:
    """A denial in sentence `at`."""
    return Denial(PLACES[at], speaker, stance, certainty, None, None, "rule")


def step(at: int, kind: str = "scheduled", day: str | None = None, actor: Span | None = None) -> NextStep:
    """A next step in sentence `at`."""
    return NextStep(PLACES[at], actor, kind, None, day, "rule")


def made(f: Findings, **plan: object) -> Brief:
    """The brief of one article."""
    return assemble(group([f]), Plan(DAY, **plan))


def section(brief: Brief, key: str) -> tuple[Line, ...]:
    """The lines of a section of the only story."""
    return next((s.lines for s in brief.stories[0].sections if s.key == key), ())


def sentences(lines: tuple[Line, ...]) -> list[int]:
    """The numbers of the sentences that lines print."""
    return [PLACES.index(line.quote.span) for line in lines]


def test_the_ranker_cannot_swallow_a_denial() -> None:
    """A denial that the ranker wants second goes to Denials, and What takes its next best sentence."""
    brief = made(found(denials=(denial(0),), order=(4, 0, 5, 6, 1, 2, 3)))
    assert sentences(section(brief, "denials")) == [0]
    assert sentences(section(brief, "what")) == [4, 5, 6]


def test_the_best_ranked_sentence_stays_with_what() -> None:
    """A denial that is the best-ranked sentence is printed in What; Denials points to it and its speaker."""
    brief = made(found(denials=(denial(0),)))
    assert sentences(section(brief, "what"))[0] == 0
    (line,) = section(brief, "denials")
    assert (line.see, line.stance, line.speaker) == ("what", "denied", Quote("a", Span(0, 9)))


def test_denials_come_before_next_steps() -> None:
    """A sentence that both want is a denial; next steps points to it with its day, or leaves it out."""
    for day, pointers in (("2026-12-01", ["denials"]), (None, [])):
        brief = made(found(denials=(denial(2),), steps=(step(2, day=day),), order=(4, 5, 6, 0, 1, 2, 3)))
        assert [line.see for line in section(brief, "denials")] == [None]
        assert [line.see for line in section(brief, "next_steps")] == pointers


def test_a_pointer_needs_an_answer_or_a_day() -> None:
    """Who has to act is not printed beside it, so that a step without a day has nothing to say."""
    steps = (step(2, actor=Span(0, 9)),)
    brief = made(found(denials=(denial(2),), steps=steps, order=(4, 5, 6, 0, 1, 2, 3)))
    assert section(brief, "next_steps") == ()


def test_an_open_allegation_that_what_prints_is_named_in_denials() -> None:
    """The pointer says who has not answered, in every format, and no block stands without words."""
    charge = "Ana Shim is charged with 13 counts of fraud over the harbour fund, prosecutors said."
    text = f"The council met on Monday. {charge} Shim ran the fund for years. The fund paid for two piers."
    brief = assemble(group([analyse(Article("a", text, "Harbour fund"), "en")]), Plan(DAY, lines=1))
    (line,) = section(brief, "denials")
    assert (line.see, line.unanswered) == ("what", True)
    for template in ("newsletter", "plain", "dossier"):
        for form in ("md", "txt", "html"):
            page = re.sub(r"<[^>]*>|[*]", "", render_brief(brief, form, template=template))
            assert "Ana Shim has no answer in this article, see What" in page


def test_without_what_nothing_is_kept_for_it() -> None:
    """A brief without the What section prints the best-ranked sentence where it is found."""
    brief = made(found(denials=(denial(0),)), sections=("denials",))
    assert [line.see for line in section(brief, "denials")] == [None]


def test_one_line_a_speaker_the_plainest() -> None:
    """Of a speaker's denials the explicit one is printed, whatever stands first."""
    brief = made(found(denials=(denial(1, certainty="implied"), denial(3)), order=(4, 5, 6, 0, 1, 2, 3)))
    assert sentences(section(brief, "denials")) == [3]


def test_an_answer_goes_before_a_silence() -> None:
    """A speaker who denied and would not say more is quoted with the denial."""
    both = (denial(1, stance="declined_to_comment"), denial(3))
    assert sentences(section(made(found(denials=both, order=(4, 5, 6, 0, 1, 2, 3))), "denials")) == [3]


def test_a_refusal_stays_beside_what_is_only_implied() -> None:
    """A speaker who declined to comment and yet said something that implies a denial has both lines."""
    both = (denial(1, stance="declined_to_comment"), denial(3, certainty="implied"))
    lines = section(made(found(denials=both, order=(4, 5, 6, 0, 1, 2, 3))), "denials")
    assert sorted(sentences(lines)) == [1, 3]


def test_dated_steps_first() -> None:
    """Next steps: dated ones by date, then scheduled, pending, promised, demanded."""
    steps = (
        step(0, "demand"),
        step(1, "scheduled"),
        step(2, "scheduled", "2026-12-01"),
        step(3, "pending", "2026-11-27"),
    )
    assert sentences(section(made(found(steps=steps, order=(4, 5, 6, 0, 1, 2, 3))), "next_steps")) == [
        3,
        2,
        1,
        0,
    ]


def test_who_has_to_act_is_named_where_the_sentence_does_not() -> None:
    """“She will …” is printed with the name that stands elsewhere; a sentence that names its actor is not."""
    brief = made(
        found(steps=(step(1, actor=Span(0, 9)), step(2, actor=PLACES[2])), order=(4, 5, 6, 0, 1, 2, 3))
    )
    assert [line.speaker for line in section(brief, "next_steps")] == [Quote("a", Span(0, 9)), None]


def test_an_actor_named_in_part_is_not_named_again() -> None:
    """A sentence that holds a word of the actor's name needs no margin note."""
    text = "The Harbour Board met. The board of the Harbour will vote on Friday. Nobody came."
    whole = analyse(Article("a", text, published=DAY), "en")
    second = whole.document.sentences[1].span
    steps = (NextStep(second, Span(4, 17), "scheduled", None, "2026-11-27", "rule"),)
    f = Findings(whole.document, "en", True, whole.ranked, whole.summary, next_steps=steps)
    assert [line.speaker for line in section(made(f), "next_steps")] == [None]


def test_what_is_printed_in_reading_order() -> None:
    """What lines are chosen by rank and printed as they stand in the article."""
    assert sentences(section(made(found(order=(6, 4, 5, 0, 1, 2, 3))), "what")) == [4, 5, 6]


def test_sections_stand_in_the_order_asked_for() -> None:
    """The plan's order of sections is the order of the brief; empty sections disappear."""
    brief = made(found(denials=(denial(1),)), sections=("denials", "next_steps", "what"))
    assert [s.key for s in brief.stories[0].sections] == ["denials", "what"]


def test_an_unknown_section_is_refused() -> None:
    """A section that is in no registry is an error that lists the known."""
    with pytest.raises(UnknownName, match="denials"):
        made(found(), sections=("denails",))


def test_stories_beyond_the_limit_are_listed() -> None:
    """The stories that are not told are one line each under Also today, and none is lost."""
    many = [
        analyse(Article(str(i), t, title=f"Bridge {i}", published=DAY), "en") for i, t in enumerate(EVENTS)
    ]
    brief = assemble(group(many), Plan(DAY, max_stories=2))
    assert len(brief.stories) == 2
    assert {s.headline for s in brief.stories} | {a.headline for a in brief.also} == {
        f"Bridge {i}" for i in range(5)
    }


def test_an_untitled_article_is_headed_by_its_own_words() -> None:
    """Without a title the headline is the beginning of the first sentence, cut at a word, as it stands."""
    text = "The mayor of " + "very " * 30 + "long ago denied it. The bridge is shut."
    brief = assemble(group([analyse(Article("a", text), "en")]), Plan(DAY))
    assert text.startswith(brief.stories[0].headline + " ")
    assert len(brief.stories[0].headline) <= 90


def test_the_sentence_that_heads_a_story_is_not_printed_again() -> None:
    """Only where it is all there is does What repeat the heading of an untitled text."""
    heading, rest = "The mill burned down.", "Nobody was hurt, said the mayor."
    of = {text: made(analyse(Article("a", text), "en")) for text in (f"{heading}\n\n{rest}", heading)}
    assert [brief.stories[0].headline for brief in of.values()] == [heading, heading]
    printed = [[line.quote.span.start for line in section(brief, "what")] for brief in of.values()]
    assert printed == [[len(heading) + 2], [0]]


def test_a_language_without_cue_words_is_named() -> None:
    """A story in a language without a lexicon is ranked only, and says so."""
    f = analyse(
        Article("a", "La alcaldesa negó el lunes haber vendido la playa. Nada más.", language="es"), "es"
    )
    story = assemble(group([f]), Plan(DAY)).stories[0]
    assert [s.key for s in story.sections] == ["what"]
    assert story.note is not None
    assert "es" in story.note


def test_sections_are_plain_nouns() -> None:
    """A section carries its heading in the brief's language."""
    assert section(made(found()), "what")
    assert made(found()).stories[0].sections[0] == Section("what", "What", section(made(found()), "what"))


def test_a_step_whose_day_is_over_is_not_printed() -> None:
    """A step dated before the brief's day is left out; one of that day, month or year still stands."""
    steps = (
        step(2, day="2026-11-23"),
        step(3, day="2026-11-24"),
        step(4, day="2026-11"),
        step(5, day="2025"),
    )
    assert sentences(section(made(found(steps=steps, order=(0, 6, 1, 2, 3, 4, 5))), "next_steps")) == [4, 3]


def test_an_old_article_keeps_its_steps() -> None:
    """An article more than a week older than the brief is briefed on purpose and keeps its steps."""
    f = found(steps=(step(3, day="2026-11-27"),))
    assert sentences(section(assemble(group([f]), Plan(date(2026, 11, 28))), "next_steps")) == []
    assert sentences(section(assemble(group([f]), Plan(date(2027, 11, 28))), "next_steps")) == [3]


def test_a_heading_that_is_cut_says_so() -> None:
    """Behind the beginning of a long first sentence stands a mark; behind a whole one none."""
    long = (
        "The mayor of Upper Quell said on Monday that the bridge over the old river would be shut, to cars."
    )
    cut, whole = (
        render_brief(made(analyse(Article("a", f"{text} It is old."), "en")), "txt")
        for text in (long, "It fell.")
    )
    assert "would be shut …\n" in cut  # and no comma
    assert "…" not in whole
