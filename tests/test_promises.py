"""The three promises, on articles that hypothesis makes up: verbatim, nothing lost, deterministic."""

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analyse import analyse
from briefing.assemble import Plan, assemble
from briefing.model import Article, Brief, Findings
from briefing.render.findings import findings_json
from briefing.stories import group

PIECES = st.sampled_from(
    [
        "Ada Brandt, the mayor of Lower Quell, denied the claim on Monday.",
        "“We never touched the money,” said Ola Rind, a spokesman for Quell Water.",
        "The council will vote on the plan on 3 March.",
        "The Harbour Board declined to comment.",
        "He said so.",
        "Read more",
        "Support the Quell Courier!",
        "By Ulla Marsh",
        "PUBLISHED: 09:41 EST, 18 February 2013",
        "Photo: Jo Finn / Quell Pictures",
        "“Unclosed",
        "• a bullet line",
        "No. 10 cost 3.5 million… and ‘counting’!",
        "\u202eright to left\u2069",
        "naïve Ærø",
    ]
)
GAPS = st.sampled_from([" ", "\n", "\n\n", "\r\n\r\n", "\t", "", "\u00a0", "\ufeff"])
TEXTS = st.one_of(
    st.lists(st.tuples(PIECES, GAPS), max_size=14).map(lambda rows: "".join(a + b for a, b in rows)),
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300),
)
ARTICLES = TEXTS.map(lambda text: Article("a", text, published=date(2026, 11, 24)))


def places(f: Findings) -> list[tuple[int, int]]:
    """Every span in the findings."""
    spans = [x.span for x in (*f.ranked, *f.statements, *f.denials, *f.allegations, *f.next_steps, *f.dates)]
    spans += [s for e in f.who for s in (e.name, e.role, e.shows) if s]
    spans += [s for d in f.denials for s in (d.speaker, d.cue, d.claim, *d.evidence) if s]
    spans += [s for x in f.statements for s in (x.speaker, x.source, x.cue, *x.content) if s]
    spans += [s for n in f.next_steps for s in (n.actor, n.when) if s]
    return [(s.start, s.end) for s in spans]


@settings(max_examples=150, deadline=None)
@given(ARTICLES)
def test_every_place_is_in_the_text(article: Article) -> None:
    """Whatever is found is a non-empty slice of the untouched text, so that it can be printed verbatim."""
    for start, end in places(analyse(article, "en")):
        assert 0 <= start < end <= len(article.text)
        assert article.text[start:end].strip()


@settings(max_examples=150, deadline=None)
@given(ARTICLES)
def test_nothing_is_lost(article: Article) -> None:
    """Sentences and furniture are disjoint and cover every character that is not white space."""
    document = analyse(article, "en").document
    parts = sorted([s.span for s in document.sentences] + [f.span for f in document.furniture])
    assert all(a.end <= b.start for a, b in pairwise(parts))
    covered = {i for span in parts for i in range(span.start, span.end)}
    assert [c for i, c in enumerate(article.text) if i not in covered and not c.isspace()] == []


@settings(max_examples=60, deadline=None)
@given(ARTICLES)
def test_whole_sentences_only(article: Article) -> None:
    """Denials, next steps, statements, allegations and leads are whole sentences of the story."""
    f = analyse(article, "en")
    whole = {s.span for s in f.document.sentences}
    found = (*f.ranked, *f.denials, *f.next_steps, *f.statements, *f.allegations)
    assert {x.span for x in found} <= whole
    assert len(f.ranked) == len(whole)


@settings(max_examples=60, deadline=None)
@given(ARTICLES)
def test_the_same_article_gives_the_same_findings(article: Article) -> None:
    """Analysis is a function of the article."""
    assert findings_json(analyse(article, "en")) == findings_json(analyse(article, "en"))


@settings(max_examples=80, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_no_sentence_is_printed_twice_in_a_story(texts: list[str]) -> None:
    """Each section claims its sentences; another section that wants one only points to it."""
    found = [analyse(Article(str(i), t, published=date(2026, 11, 24)), "en") for i, t in enumerate(texts)]
    told = [f for f in found if f.document.sentences]
    brief: Brief = assemble(group(told), Plan(date(2026, 11, 24)))
    for story in brief.stories:
        printed = [x.quote for s in story.sections if s.key != "who" for x in s.lines if not x.see]
        assert len(printed) == len(set(printed))
