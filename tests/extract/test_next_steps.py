"""Next steps: what is scheduled, promised, demanded or pending, and what only sounds like it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.clean import clean
from briefing.extract.dates import dates
from briefing.extract.names import cast
from briefing.extract.next_steps import next_steps, order
from briefing.extract.statements import statements
from briefing.model import Article, Cast, Document, Furniture, NextStep, Sentence, Span

THURSDAY = date(2026, 3, 12)


def found(text: str, published: date | None = THURSDAY) -> tuple[NextStep, ...]:
    """The next steps of a story."""
    document = clean(Article("a", text, published=published), "en")
    people = cast(document, "en")
    return next_steps(document, "en", people, dates(document, "en"), statements(document, "en", people))


def words(text: str, span: Span | None) -> str | None:
    """The words of a span."""
    return text[span.start : span.end] if span else None


STEPS = [
    ("scheduled", "The trial is scheduled to resume at 9 a.m. Tuesday.", "2026-03-17"),
    ("scheduled", "Marlow holds its council election on Saturday.", "2026-03-14"),
    ("scheduled", "A public meeting will be held in the village hall next Wednesday.", "2026-03-18"),
    ("scheduled", "Ida Venn is due to testify before the committee on Friday.", "2026-03-13"),
    ("scheduled", "The pier is to close in June.", "2026-06"),
    ("scheduled", "The jury is expected to hear from the treasurer this month.", "2026-03"),
    ("scheduled", "The victims will be buried in Brackwater.", None),
    ("scheduled", "The judge adjourned the case until 20 May.", "2026-05-20"),
    ("commitment", "Ida Venn announced that she is stepping down.", None),
    ("commitment", "The company said it would publish the report by May 4.", "2026-05-04"),
    ("commitment", "Mayor Tom Hale said he will not attend the convention.", None),
    ("commitment", "“I’ll release my tax returns next month,” Tom Hale said.", "2026-04"),
    ("commitment", "The governor has vowed to veto the bill.", None),
    ("commitment", "Harbour Lines plans to buy six ferries.", None),
    ("commitment", "Tom Hale has no plans to resign.", None),
    ("demand", "Politicians from both parties are now calling for an independent investigation.", None),
    ("demand", "Ida Venn called on the harbour board to open its books.", None),
    ("demand", "Residents urged the council to reopen the pool.", None),
    ("demand", "The guild has asked the governor to step in.", None),
    ("demand", "“He should resign,” said Ida Venn.", None),
    ("demand", "Protesters demanded that the board resign.", None),
    ("pending", "The cause of death is pending an autopsy.", None),
    ("pending", "A venue has yet to be announced.", None),
    ("pending", "The agency has until Sept. 30 to rule on the pill.", "2026-09-30"),
    ("pending", "The deal requires approval by the full council.", None),
    ("pending", "The court is considering whether to hear the case.", None),
    ("pending", "The council must still approve the plan.", None),
    ("scheduled", "The guild has scheduled a forum for Monday.", "2026-03-16"),
    ("scheduled", "Ida Venn was to open the fair on Saturday.", "2026-03-14"),
    ("scheduled", "The last heat of the regatta comes on Sunday.", "2026-03-15"),
    ("scheduled", "Her next hearing is on Monday.", "2026-03-16"),
    ("scheduled", "The report on the pier is supposed to be published next week.", None),
    ("scheduled", "Her second novel, which will be in shops on Monday, is set in Marlow.", "2026-03-16"),
    ("commitment", "Harbour Lines is sending a second crew to the wreck on Saturday.", "2026-03-14"),
    ("commitment", "Ida Venn vowed last night to appeal against the ruling.", None),
    ("commitment", "Officers said they were preparing to charge Tom Hale.", None),
    ("demand", "The court has ordered the company to pay the crew.", None),
    ("demand", "The league has given the club 15 days to pay its players.", None),
    ("demand", "“You should resign,” Ida Venn told the mayor.", None),
    ("demand", "Ida Venn repeated her request that the board publish the minutes.", None),
    ("pending", "Police are still waiting for the results of the tests.", None),
    ("pending", "The council is considering an appeal.", None),
    ("pending", "The charges against Tom Hale are pending.", None),
    ("scheduled", "Tickets for the fair go on sale on Monday.", "2026-03-16"),
    ("scheduled", "Rory Pell is making a film set to open in May.", "2026-05"),
    ("scheduled", "The ferry is scheduled to get a new engine.", None),
    ("scheduled", "The president of Marlow meets the bishop of Brackwater next week.", None),
    ("scheduled", "The bell will be rung again on Monday.", "2026-03-16"),
    (
        "commitment",
        "Minister Ada May said that the country would declare its intention by April 9.",
        "2026-04-09",
    ),
    ("commitment", "The police said they would continue to investigate.", None),
    (
        "commitment",
        "Tom Hale plans to leave the bakers’ guild in Marlow soon and would have stayed if it had a pool.",
        None,
    ),
    ("pending", "The guild hasn't decided whether to sell the pier.", None),
    ("scheduled", "The fair is due to be held in the old mill next Tuesday.", "2026-03-17"),
    ("scheduled", "Tom Hale is due to reappear in court next Tuesday.", "2026-03-17"),
    ("commitment", "The ferry port also plans to halve the number of its gates.", None),
]


@pytest.mark.parametrize(("kind", "text", "day"), STEPS)
def test_a_step_has_its_kind_and_date(kind: str, text: str, day: str | None) -> None:
    """What is to come is found as a whole sentence, with its kind and the date of the step."""
    (step,) = found(text)
    assert (step.kind, step.date, words(text, step.span)) == (kind, day, text)


TALK = [
    "Marlow will win the cup.",
    "The storm could hit the coast on Friday.",
    "If he is elected, Tom Hale will build a bridge.",
    "“We will never be defeated,” the crowd sang.",
    "Will the mayor resign?",
    "He was due to appear in court last week.",
    "The delay is due to the weather.",
    "Prices will probably rise next year.",
    "Analysts believe the bank will cut rates in May.",
    "Last year he vowed to sell the farm.",
    "Tom Hale had said he would run again.",
    "The new law will help farmers.",
    "He asked whether she would come.",
    "The minister urged voters to be patient.",
    "The demands of the job are great.",
    "There are five days until the election.",
    "His plan to sell the pool failed.",
    "What will happen to the ferry is unclear.",
    "It is time for change.",
    "The Courier published reports on Tuesday about the mayor.",
    "Ida Venn was to have opened the fair.",
    "“I would oppose them again tomorrow,” Ida Venn added.",
    "His task was to push the rock up the hill.",
    "The pilot told her to wait in the cabin.",
    "The team is playing poorly this year.",
    "The letter comes from a shop in Marlow.",
    "The judge was known for his warmth, considering what he had seen.",
    "She was waiting for a bus when the wall fell.",
    "Former clerks have told investigators that bribes were paid to keep the pier open.",
    "His first thought on arriving was to call the harbour master.",
    "The inspection fell due on 14 August, but nobody came.",
    "With ten gold cups, Marlow has set a record this spring.",
    "Earlier, plans to add a second pier caused an uproar.",
    "The repairs will take several years.",
    "Shortly before officers were set to speak with her, Ida Venn left.",
    "Ida Venn has not called for the mayor to resign.",
    "Amid calls for the mayor to resign, the fair was dull.",
    "Her only path to the cup is to beat both sisters.",
    "As Tom Hale prepared to speak on Tuesday, it began to rain.",
    "Rory Pell wanted the clerk to file the papers.",
    "It was her last chance to speak before a March 24 deadline for a deal.",
    "People are more likely to visit the fair next month.",
    "Supporters will respond to the singer.",
    "“We’ll fight,” said Ida Venn.",
    "“We are glad that the board will hold the guild accountable,” Ida Venn said.",
    "With so few votes between them, Tom Hale could have requested a recount.",
    "While awaiting trial, Rory Pell painted the pier.",
    "The visit was supposed to take place next week.",
    "Nobody liked Tom Hale’s latest plan to close the pool.",
    "Ida Venn had pledged to back the nominee.",
    "The protocol called for the mayor to be taken to Marlow.",
    "Her plan for the harbour promises to lift trade.",
    "Ida Venn said she would be willing to help.",
    "Tom Hale says he won’t rule out a second bridge.",
    "Guilds have pressured the mayor on recent appointments to the board.",
    "Ida Venn has to step beyond her old speeches.",
    "Rory Pell called on the mayor months ago to quit the board.",
    "He began calling Marlow guilds and making an effort to find the boat.",
    "Whether he wins or loses, the guild will confront hard questions.",
    "How the storm turns will determine whether there is a harvest.",
    "The bill has parts that he said would punish bakers.",
    "At the fair Ida Venn announced the names that would be given to the three new bridges.",
    "The clerk was hurt after going to fetch the papers at the mill.",
    "The sailors appeal for a free kick as the ball seems to touch a hand.",
    "For more information on the harbour of Marlow, please visit the shop.",
    "Tom Hale wrote in a letter that was reviewed by the Marlow Courier that the sale was a mistake.",
    "Just over a quarter, 26 percent, say they will vote for somebody else next Tuesday.",
    "Both witnesses said in the hall that nothing Ida Venn did was a crime.",
]


@pytest.mark.parametrize("text", TALK)
def test_talk_is_no_step(text: str) -> None:
    """Predictions, conditions, rhetoric, questions and what is past are no next steps."""
    assert found(text) == ()


def test_the_day_of_saying_is_not_the_day_of_the_step() -> None:
    """Without a dateline, "told the Courier on Monday" tells of no day ahead."""
    assert found("The sisters meet in the tavern, Tom Hale told the Courier on Monday.", None) == ()


def test_a_columnists_own_should_is_no_demand() -> None:
    """In a column, the writer's "must" and "should" are opinions."""
    text = " ".join(
        f"I think of my town when I walk to my boat, and I wonder what we have done with our harbour ({n})."
        for n in range(9)
    )
    demand = " Tom Hale should resign."
    assert found(demand.strip()) != ()
    assert found(text + demand) == ()


def test_an_appeal_for_money_makes_no_column_of_news() -> None:
    """The outlet's own "we" and "our", set aside as furniture, do not turn a report into an opinion page."""
    demand = "Members of both parties are calling for an independent inquiry."
    appeal = "We need our readers. What we and our readers do for us lets us do our work, and we thank you."
    article = Article("a", f"{demand}\n\n{appeal}")
    story, rest = Span(0, len(demand)), Span(len(demand) + 2, len(article.text))
    document = Document(article, (Sentence(0, story, 0),), (Furniture(rest, "appeal"),))
    (step,) = next_steps(document, "en", Cast((), ()), ())
    assert (step.kind, step.span) == ("demand", story)


ACTORS = [
    ("Ida Venn met Tom Hale. Jo Finn told Tom Hale: “I will resign on Friday.”", "Jo Finn"),
    ("The board is run by Mary Venn, a lawyer. Tom Hale urged Venn to resign.", "Mary Venn"),
    ("Politicians from both parties are now calling for an inquiry.", "Politicians from both parties"),
    ("Ida Venn spoke on Monday. She will testify on Friday.", "Ida Venn"),
    ("The European Fish Council will meet on Friday.", "European Fish Council"),
    (
        "Ida Venn won on Monday. Tom Hale spoke in Ellery. He praised Venn. She will testify on Friday.",
        "Ida Venn",
    ),
    ("Tom Hale left Ellery. The verdict is expected on Friday.", ""),
    ("Tom Hale left London. It is expected to close on Friday.", ""),
    ("Zephyr Looms grew. Roe & Hale did not. Zephyr said it would close on Friday.", "Zephyr Looms"),
    ("Roe Mills was sued. “And it is going to appeal on Friday,” Tom Hale told the Roe Courier.", ""),
    ("Ida Venn also asked the harbour board not to close the pier.", "the harbour board"),
    ("The harbour board has been asked to open its books.", "harbour board"),
    ("Residents called on the harbour board to open its books.", "the harbour board"),
    ("But Ida Venn and her brother will travel to Ellery on Friday.", "Ida Venn and her brother"),
    ("Painters from across the Ellery Union will be invited on Friday.", ""),
    ("The nurse flew to London yesterday and will spend Friday there.", ""),
    ("Opening statements in the trial of Tom Hale are scheduled for Friday.", ""),
    ("The Ellery Council called for the matter to be taken up with the harbour board.", ""),
    ("The vote is on Friday. Officers were told by Roe Mills to sign the terms by Monday.", "Officers"),
    ("Detectives said they will question Tom Hale on Friday.", "Detectives"),
    ("Ida Venn’s parents filed a claim, saying they plan to sue on Friday.", "Ida Venn’s parents"),
    ("Roe’s campaign says it will close its office on Friday.", "Roe’s campaign"),
    ("Roe Mills told the Ellery Courier last week that it would close on Friday.", "Roe Mills"),
    ("The trial goes on. Tom Hale said it will end on Friday.", ""),
]


@pytest.mark.parametrize(("text", "name"), ACTORS)
def test_the_actor_is_who_has_to_act(text: str, name: str) -> None:
    """The addressee of a demand and the subject of a promise, under the fullest name the article gives."""
    assert (words(text, found(text)[-1].actor) or "").removeprefix("The ") == name


def test_without_a_dateline_a_step_keeps_its_time_words_and_has_no_date() -> None:
    """An undated article's "Tuesday" is printed as it stands and resolves to nothing."""
    text = "The trial is scheduled to resume at 9 a.m. Tuesday."
    (step,) = found(text, None)
    assert step.date is None
    assert words(text, step.when) == "9 a.m. Tuesday"


def test_a_past_time_is_not_the_time_of_a_step() -> None:
    """The day on which something was demanded is not the day by which it is to be done."""
    (step,) = found("On Monday two committees asked the Justice Department to investigate the sale.")
    assert (step.kind, step.date) == ("demand", None)


def test_a_step_says_which_words_made_it() -> None:
    """Every step names its rule and points at the words it rests on."""
    text = "Ida Venn is due to testify on Friday."
    (step,) = found(text)
    assert step.rule == "set_to"
    assert [words(text, span) for span in step.evidence] == ["due to", "Friday"]


def test_dated_steps_come_first_then_fixtures() -> None:
    """The sort key puts dates in order before the undated, and fixtures before demands and promises."""
    text = (
        "The governor has vowed to veto the bill. Residents urged the council to reopen the pool. "
        "The victims will be buried in Brackwater. The fair opens next Saturday. "
        "A vote is scheduled for Friday."
    )
    kinds = [(step.date, step.kind) for step in sorted(found(text), key=order)]
    assert kinds == [
        ("2026-03-13", "scheduled"),
        ("2026-03-21", "scheduled"),
        (None, "scheduled"),
        (None, "demand"),
        (None, "commitment"),
    ]


WORDS = """
will would not Ida Venn the council urged called for to resign if is due scheduled “ ” , . Friday vote has
until whether plans asked demands pending an inquiry said should
"""


@given(st.lists(st.sampled_from(WORDS.split()), max_size=30))
def test_any_words_give_whole_sentences_in_order(tokens: list[str]) -> None:
    """Whatever the words: at most one step a sentence, in reading order, its places inside the article."""
    text = "It was late. " + " ".join(tokens)
    article = Article("a", text, published=THURSDAY)
    document = clean(article, "en")
    steps = next_steps(document, "en", Cast((), ()), dates(document, "en"))
    spans = [step.span for step in steps]
    assert spans == sorted(set(spans))
    assert set(spans) <= {sentence.span for sentence in document.sentences}
    assert all(e.end <= len(text) for step in steps for e in step.evidence)


def test_she_is_the_subject_of_her_sentence() -> None:
    """“She” means the person whose name opens the sentence, not a name inside the title of a film."""
    text = (
        'Ida Marsh-Venn, who directed "Nine Shades of Grey," told Stagepaper.com that she won\'t be back for '
        "the sequel. Orla Grey, a widow, is played by Jo Finn. Mr Grey left."
    )
    (step,) = found(text)
    assert words(text, step.actor) == "Ida Marsh-Venn"


CLOCKS = [
    ("The council will vote on Thursday at 7 p.m.", "19:00"),
    ("The council will meet at 7:30pm on Thursday.", "19:30"),
    ("The trial is due to open on Thursday at 09:15.", "09:15"),
    ("The hearing is scheduled for noon on Thursday.", "12:00"),
    ("The board will meet on Thursday at 12 a.m. sharp.", "00:00"),
    ("The council will vote on Thursday.", None),
    ("The council will meet on Thursday between 7 p.m. and 9 p.m.", None),
    ("The council will vote in March at 7 p.m.", None),
]


@pytest.mark.parametrize(("text", "time"), CLOCKS)
def test_a_dated_step_has_the_time_of_day_that_is_said(text: str, time: str | None) -> None:
    """One time of day near a whole date belongs to it; of two, or beside a month, none is taken."""
    (step,) = found(text)
    assert step.time == time
