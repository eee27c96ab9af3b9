"""Stories of many sources: who answered where, which figures differ, what is one text printed often."""

from datetime import date

from briefing.analyse import analyse
from briefing.assemble import Plan, assemble
from briefing.model import Article, Brief, Line, Quote, Story
from briefing.stories import group

DAY = date(2026, 11, 24)


def article(source: str, title: str, *paragraphs: str, day: date = DAY, id: str = "") -> Article:
    """An article of an outlet; its id is the outlet's name."""
    text = "\n\n".join(paragraphs)
    return Article(id or source, text, title=title, source=source, published=day, language="en")


def made(*articles: Article, **plan: object) -> Brief:
    """The brief of these articles."""
    return assemble(group([analyse(a, "en") for a in articles]), Plan(DAY, **plan))


def one(*articles: Article) -> Story:
    """The only story of the brief of these articles."""
    (story,) = made(*articles).stories
    return story


def lines(story: Story, key: str) -> tuple[Line, ...]:
    """The lines of a section."""
    return next((s.lines for s in story.sections if s.key == key), ())


def words(quote: Quote | None, *articles: Article) -> str | None:
    """The words a quote points at."""
    return next((a[quote.span] for a in articles if quote and a.id == quote.article), None)


ACCUSES = article(
    "Aldmere Post",
    "Auditor accuses Aldmere water chief Petra Vance of hiding lead tests",
    "An auditor accused Petra Vance, the Aldmere water chief, of hiding lead tests from the council.",
    "The results of forty tests lay in a drawer for two years. Vance has held the post since the spring.",
    "The pipes under Aldmere are a century old. The town council will debate the lead tests on Thursday.",
)
ANSWERS = article(
    "Aldmere Echo",
    "Aldmere water chief Petra Vance speaks about lead tests",
    "The Aldmere water chief, Petra Vance, spoke to the town council about the lead tests on Tuesday.",
    "Vance denied any wrongdoing. The pipes under Aldmere will be replaced, the town council said.",
    "Forty tests were made in two years, and the water of Aldmere is safe to drink, the council said.",
)
NEUTRAL = article(
    "Radio Aldmere",
    "Aldmere council to debate lead tests and the water chief",
    "The town council of Aldmere will debate on Thursday how lead tests of the town's water were kept.",
    "Petra Vance, the water chief, has held the post for nine years. The pipes are a century old.",
    "The town council of Aldmere put the cost of new pipes for its water at nine million crowns.",
)


def test_an_accusation_in_one_outlet_is_paired_with_the_answer_in_another() -> None:
    """The denial is printed with the claim that only the other outlet states, and nobody is called silent."""
    story = one(ACCUSES, ANSWERS)
    (denial,) = lines(story, "denials")
    assert denial.quote.article == "Aldmere Echo"
    assert words(denial.speaker, ACCUSES, ANSWERS) == "Petra Vance"
    assert denial.claim is not None
    assert denial.claim.article == "Aldmere Post"
    assert "accused Petra Vance" in (words(denial.claim, ACCUSES) or "")


def test_no_answer_speaks_of_all_sources() -> None:
    """An accusation that no outlet has an answer to is printed once, unanswered."""
    story = one(ACCUSES, NEUTRAL)
    assert [(line.unanswered, line.quote.article) for line in lines(story, "denials")] == [
        (True, "Aldmere Post")
    ]


def test_a_town_before_an_office_is_not_the_accused() -> None:
    """Of "accused the Aldmere water chief, Petra Vance" Aldmere is not what is accused, nor silent."""
    text = ACCUSES.text.replace(
        "Petra Vance, the Aldmere water chief,", "the Aldmere water chief, Petra Vance,"
    )
    post = article("Aldmere Post", ACCUSES.title or "", text)
    for story in (one(post), one(post, NEUTRAL)):
        assert "Aldmere" not in [words(line.name, post, NEUTRAL) for line in lines(story, "denials")]
    allies = ACCUSES.text.replace("accused Petra Vance, the Aldmere water chief,", "accused Vance allies")
    assert not lines(one(article("Aldmere Post", ACCUSES.title or "", allies)), "denials")


def test_a_voice_that_may_be_the_accused_is_no_silence() -> None:
    """When the lawyer of the accused speaks in another outlet, nothing is said of an answer."""
    lawyer = article(
        "Radio Aldmere",
        NEUTRAL.title or "",
        *NEUTRAL.text.split("\n\n"),
        "Her lawyer, Tilda Moss, said that the drawer was never locked.",
    )
    assert not lines(one(ACCUSES, lawyer), "denials")


def test_a_reaction_that_is_no_statement_is_no_silence() -> None:
    """Words in quotation marks beside the accused, or claims that are laughed off, may be an answer."""
    for sentence in (
        "Vance laughed off the allegations and went fishing.",
        "Vance stood at the gate with a sign that read “Test me instead”.",
        "The water chief’s office called the story nonsense, and nobody there had heard of the drawer.",
    ):
        other = article("Radio Aldmere", NEUTRAL.title or "", *NEUTRAL.text.split("\n\n"), sentence)
        assert not [line for line in lines(one(ACCUSES, other), "denials") if line.unanswered]


def bridge(source: str, lede: str, *more: str) -> Article:
    """A report of a footbridge that fell."""
    return article(source, "Quell footbridge collapses during lantern festival", lede, *more)


TWELVE = bridge(
    "Quell Courier",
    "At least 12 people were killed when a footbridge fell into the river at Quell on Monday.",
    "Hundreds had come to the lantern festival. The footbridge was built of larch thirty winters before.",
    "Divers searched the river below the weir with lamps until the early hours.",
)
FOURTEEN = bridge(
    "Bay Times",
    "The lantern festival at Quell ended in grief when its footbridge collapsed.",
    "Fourteen people died in the water, the coroner told reporters at the town hall.",
    "Mayor Ada Brandt ordered every other crossing shut and asked an engineer to look at them.",
)


def test_figures_that_differ_stand_beside_each_other() -> None:
    """Two outlets with two tolls: both are printed, smaller first, each in its own words."""
    shown = [words(line.quote, TWELVE, FOURTEEN) for line in lines(one(TWELVE, FOURTEEN), "figures")]
    assert shown == [
        "At least 12 people were killed when a footbridge fell into the river at Quell on Monday",
        "Fourteen people died in the water",
    ]


def test_figures_that_agree_are_not_shown() -> None:
    """The same toll in figures and in words is no difference, nor is another thing, or another time."""
    for toll in (
        "Twelve people died in the water, the coroner told reporters at the town hall.",
        "Three children were killed, the coroner told reporters at the town hall.",
        "Nine of the 12 dead were dancers, the coroner told reporters at the town hall.",
        "Thirty people were killed at another crossing of the river, the coroner told reporters.",
        "In 1998, 30 people were killed when another footbridge at Quell collapsed.",
        "Two others were killed in the panic, the coroner told reporters at the town hall.",
    ):
        other = article("Bay Times", FOURTEEN.title or "", *FOURTEEN.text.split("\n\n")[::2], toll)
        assert not lines(one(TWELVE, other), "figures")


def test_sums_differ_only_when_they_are_for_the_same() -> None:
    """Two amounts for cranes are set side by side, a fine and a loss of one firm are not."""

    def firm(source: str, sentence: str, more: str) -> Article:
        return article(source, "Quell Cranes inquiry widens at harbour", sentence, more)

    one_sum = firm(
        "Courier",
        "The Quell harbour board paid 14 million crowns for three cranes that never came to Quell.",
        "A foreman walked the quay each morning with a notebook and found no trace of them.",
    )
    for sentence, shown in (
        ("The board of Quell harbour had set aside 12 million crowns for cranes, a clerk of Quell said.", 2),
        (
            "The board of Quell harbour faces a fine of 3 million crowns for late papers, a clerk said.",
            0,
        ),
    ):
        other = firm("Ledger", sentence, "Auditors from the capital arrived by ferry and asked for tea.")
        assert len(lines(one(one_sum, other), "figures")) == shown


def test_a_rough_figure_near_an_exact_one_is_no_difference() -> None:
    """About 340 and 342 are the same; about 340 and 420 are not."""

    title = "Hollin dam spillway opened as river rises"
    post = article(
        "Post",
        title,
        "About 340 people were evacuated below the Hollin dam as the river rose on Monday.",
        "Farmers drove their cows uphill. A school was opened for the night, with soup and blankets.",
    )
    for figure, shown in (("Some 342", 0), ("About 420", 2)):
        echo = article(
            "Echo",
            title,
            "Engineers opened the spillway of the Hollin dam as the river rose.",
            f"{figure} people were evacuated in buses, said Lotte Brandt, who leads the fire brigade.",
            "Rain is forecast until the weekend, and the gates will stay open as long as it lasts.",
        )
        assert len(lines(one(post, echo), "figures")) == shown


WIRE = (
    "The ferry Larkspur ran onto a sandbank off Teal Point on Monday with 90 passengers on board.",
    "A tug pulled her free at high water, the coastguard said, and nobody was hurt.",
    "The ferry company said that the Larkspur would sail again on Friday after an inspection in dock.",
)


def test_one_wire_text_is_one_report() -> None:
    """A text printed three times is told once, carried by three outlets, and the copies have an outcome."""
    prints = [article(s, f"Ferry aground, {s}", *WIRE) for s in ("Coastwire", "Teal Gazette", "Sound Herald")]
    brief = made(*prints)
    (story,) = brief.stories
    assert len(story.articles) == 1
    assert set(story.reported_by) == {"Coastwire", "Teal Gazette", "Sound Herald"}
    assert story.note is not None
    assert all(a.source in story.note for a in prints if a.source)
    assert {d.why for d in brief.duplicates} == {"same text"}
    assert {a.id for a in brief.articles} | {d.article for d in brief.duplicates} == {a.id for a in prints}


def test_the_same_name_in_two_events_is_two_stories() -> None:
    """One person in two events: the denial of one is not the answer to the accusation of the other."""
    prize = article(
        "Garden Weekly",
        "Marrow by Petra Vance wins prize at the Dunlow show",
        "A marrow of 40 kilos grown by Petra Vance won the first prize at the Dunlow vegetable show.",
        "Petra Vance denied that she had fed the marrow with beer. The show closes with a dance on Sunday.",
    )
    brief = made(ACCUSES, NEUTRAL, prize)
    assert sorted(len(s.articles) for s in brief.stories) == [1, 2]
    accused = next(s for s in brief.stories if len(s.articles) == 2)
    assert [line.unanswered for line in lines(accused, "denials")] == [True]


def test_an_update_that_withdraws_a_claim_takes_it_out() -> None:
    """The later version of the same outlet is told, its correction on top, and the claim is nowhere."""
    report = (
        "Police in Marrick raided a printing works on Monday and seized 2,000 forged tram tickets.",
        "The owner, Ivo Santer, has been charged with forgery, police said.",
        "The printing works stands behind the tram depot. Inspectors had counted the tickets for a month.",
        "The tickets were sold at half the price on the night trams of Marrick, the inspectors said.",
    )
    first = article("Marrick Mail", "Police raid printing works over tram tickets", *report, id="v1")
    second = article(
        "Marrick Mail",
        "Police raid printing works over tram tickets",
        "Correction: An earlier version of this article said that the owner had been charged. He has not.",
        report[0],
        *report[2:],
        day=date(2026, 11, 25),
        id="v2",
    )
    brief = made(first, second)
    (story,) = brief.stories
    assert story.articles == ("v2",)
    assert (story.status, story.sections[0].key) == ("corrected", "corrections")
    assert "said that the owner had been charged. He has not." in (
        words(lines(story, "corrections")[0].quote, second) or ""
    )
    assert not any(
        "charged with" in brief.words(line.quote) for section in story.sections for line in section.lines
    )


def test_one_denial_in_two_outlets_is_one_line() -> None:
    """Two outlets quote one denial differently: the plainest is printed, the other place stands beside it."""
    echo = article(
        "Aldmere Echo",
        "Water chief Petra Vance rejects lead test claim in Aldmere",
        "The Aldmere water chief, Petra Vance, denied on Tuesday that she had hidden lead tests.",
        "An auditor, Jonas Quill, says that forty tests lay in a drawer for two years. The pipes are old.",
    )
    post = article(
        "Aldmere Post",
        "Aldmere water chief denies hiding lead tests",
        "Lead tests of the water of Aldmere lay in a drawer for two years, Jonas Quill, an auditor, said.",
        "The water chief of Aldmere, Petra Vance, denied it. “Ask the drawer,” she said. The pipes are old.",
    )
    answers = [line for line in lines(one(echo, post), "denials") if line.stance == "denied"]
    assert len(answers) == 1
    assert {answers[0].quote.article, *(q.article for q in answers[0].also)} == {
        "Aldmere Echo",
        "Aldmere Post",
    }


def test_everybody_is_named_once_under_the_fullest_name() -> None:
    """A last name in one outlet is the full name of another, with the role that any of them gives."""
    short = article(
        "Radio Aldmere",
        ANSWERS.title or "",
        "Ms Vance spoke to the town council of Aldmere about the lead tests on Tuesday. Ms Vance was brief.",
        "Ms Vance will answer the questions of the council about the lead tests on Thursday, she said.",
    )
    who = lines(one(ACCUSES, short), "who")
    vance = [line for line in who if (words(line.name, ACCUSES, short) or "").endswith("Vance")]
    assert [words(line.name, ACCUSES, short) for line in vance] == ["Petra Vance"]
    assert words(vance[0].role, ACCUSES, short) is not None


def test_a_role_that_leans_on_another_name_is_the_last_to_be_printed() -> None:
    """ "Her deputy" says little in a row of names when another outlet says whose."""
    leaning = article(
        "Radio Aldmere",
        ANSWERS.title or "",
        "The water chief, Petra Vance, and her deputy, Tilda Moss, spoke about the lead tests of Aldmere.",
        "Tilda Moss said that the pipes were a century old. Tilda Moss will leave the council in May.",
    )
    plain = article(
        "Aldmere Post",
        ACCUSES.title or "",
        *ACCUSES.text.split("\n\n"),
        "The deputy water chief, Tilda Moss, said that the drawer was locked. Tilda Moss has the key.",
    )
    who = lines(one(leaning, plain), "who")
    (moss,) = (line for line in who if words(line.name, leaning, plain) == "Tilda Moss")
    assert words(moss.role, leaning, plain) == "deputy water chief"


def test_only_notes_about_a_correction_are_pinned() -> None:
    """An editor's note on what has changed stands on top; one on anything else is furniture."""
    for note, pinned in (
        ("Editor's note: This story has been corrected to say that the pipes are made of lead.", 1),
        ("Editor's note: The Post believes in clean water, and so should you.", 0),
    ):
        story = one(article("Post", "Pipes", note, *ANSWERS.text.split("\n\n")))
        assert len(lines(story, "corrections")) == pinned


def test_two_people_with_one_last_name_stay_apart() -> None:
    """Petra Vance and Otto Vance are two, whoever names them."""
    otto = article(
        "Radio Aldmere",
        ANSWERS.title or "",
        "Otto Vance, a plumber, spoke to the town council of Aldmere about the lead tests on Tuesday.",
        "The pipes are a century old, Otto Vance said. Otto Vance has mended them since he was a boy.",
    )
    names = {words(line.name, ACCUSES, otto) for line in lines(one(ACCUSES, otto), "who")}
    assert {"Petra Vance", "Otto Vance"} <= names


def test_no_sentence_is_printed_again_in_other_words() -> None:
    """What draws on every article, and leaves out what another article's line has said."""
    again = article(
        "Bay Times",
        TWELVE.title or "",
        "At least 12 people were killed on Monday when a footbridge at Quell collapsed during a festival.",
        "The mayor of Quell, Ada Brandt, has closed the market until the river is searched.",
    )
    what = [words(line.quote, TWELVE, again) or "" for line in lines(one(TWELVE, again), "what")]
    assert sum("were killed" in text for text in what) == 1
    assert any("mayor" in text for text in what)


def test_unnamed_sources_and_documents_are_marked() -> None:
    """A sentence says by its own words that its news is from somebody named or unnamed, or a document."""
    a = article(
        "Aldmere Post",
        "Dam money",
        "The dam will cost twice as much, according to officials who spoke on condition of anonymity.",
        "The contract was signed in May, according to documents seen by the Post.",
        "“We will build it all the same,” Ada Brandt said.",
        "The river is low.",
    )
    found = {
        (words(line.quote, a) or "")[:12]: line.sourcing
        for section in made(a, lines=4, sections=("what",)).stories[0].sections
        for line in section.lines
    }
    assert found == {
        "The dam will": "anonymous",
        "The contract": "document",
        "“We will bui": "named",
        "The river is": None,
    }


def test_stories_of_more_independent_sources_stand_first() -> None:
    """Two reports of their own weigh more than one text that three outlets print."""
    wire = [article(s, "Ferry aground", *WIRE) for s in ("Coastwire", "Teal Gazette", "Sound Herald")]
    first, second = made(*wire, TWELVE, FOURTEEN).stories
    assert set(first.articles) == {"Quell Courier", "Bay Times"}
    assert len(second.reported_by) == 3
