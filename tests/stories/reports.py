"""Invented reports: a fire told twice, a vote, and the notice that an outlet prints with everything."""

from datetime import date

from briefing.clean import clean
from briefing.model import Article, Findings

FIRE = (
    "Fire tore through the old rope works at Saltwick on Monday night and destroyed a third of the building. "
    "Chief officer Petra Lindqvist said 60 firefighters fought the flames until four in the morning.",
    "Nobody was hurt, she said, but a watchman had to be carried down a ladder from the second floor. "
    "The works, built in 1871, employ 140 people and supply nets to half the fleet.",
    "Owner Osric Vane told reporters that production would stop for at least six weeks. "
    "“We have rope for three boats and no roof,” he said. Insurers will inspect the ruin on Thursday.",
    "Police have closed Tar Lane and asked residents to keep their windows shut. "
    "An inquiry into the cause begins when the beams have cooled, Inspector Jonas Hale said.",
)
FIRE_TOLD_ELSEWHERE = (
    "Saltwick woke to a blackened rope works on Tuesday after a night in which 60 firefighters could save "
    "two thirds of it and no more.",
    "The watchman of the works, Emil Strand, was brought down a ladder. “I had my tea in my hand,” he said.",
    "For Osric Vane, whose family has made rope in Tar Lane for five generations, it means six weeks "
    "without work. Petra Lindqvist, the chief fire officer, said the roof had been dry as paper.",
    "Investigators cannot enter the works before the beams are cold.",
)
VOTE = (
    "The council of Saltwick voted on Monday to sell the harbour baths to a hotel group for nine million.",
    "Osric Vane, who sits there for the traders, voted against. “We will swim in the dock,” he said.",
    "Mayor Inga Torp said the baths had lost money every year since the slide was closed.",
    "The hotel group, Ambry Rooms, plans forty suites and a palm garden. Swimmers protested at the gate.",
)
NOTICE = (
    "The Tar Lane Courier belongs to its readers and to nobody else in the whole of the county. "
    "Write to us at the old customs house, and tell us what we have missed in your street this week.",
)


def report(
    *paragraphs: str, name: str = "a", day: int | None = 24, language: str = "en", **more: str
) -> Findings:
    """A report as it stands after cleaning; `day` is one of November 2026."""
    article = Article(
        id=name,
        text="\n\n".join(paragraphs) + "\n",
        title=more.get("title"),
        source=more.get("source"),
        url=more.get("url"),
        published=date(2026, 11, day) if day else None,
        language=language,
    )
    return Findings(clean(article, language), language, True, (), ())
