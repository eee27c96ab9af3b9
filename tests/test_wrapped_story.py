"""A news story wrapped in appeals, a caption and a read-more: the user's case, with invented words.

The story is told twice with every name, outlet, sum and appeal worded differently; both must come out alike.
"""

from datetime import date

import pytest

from briefing.analyse import analyse
from briefing.assemble import Plan, assemble
from briefing.model import Brief, Findings, Raw
from briefing.read import read
from briefing.render import render_brief
from briefing.stories import group

FIRST = """Support The Varnholm Times!

Chancellor's Circle Was in 'Daily Contact' With Ostrava Before Vote — Reports

Chancellor Edvard Lindqvist speaks by phone with Ostravan President Milos Dragan on Jan. 28. Petra Solheim / Norpress

Senior members of Chancellor Edvard Lindqvist's campaign were in “daily contact” with Ostravan officials before the \
K.L. elections, several Karlish newspapers have reported.

The Karlsby Post and KNN published reports on Tuesday claiming that top Lindqvist aides spoke to senior Ostravan \
intelligence agents in the year leading up to the Nov. 2031 elections.

Both newspapers also named Lindqvist campaign chairman Torsten Aagard as being of particular interest to the police. \
Aagard, who previously worked as a political consultant in Belmark dismissed any allegations of wrongdoing. He said \
that he may have met Ostravan agents without knowing it. “Nobody wears a badge that says, ‘I am a spy,’” he told The \
Karlsby Post.

K.L. Presidential spokesperson Henrik Voss denied the allegations. Chancellor Lindqvist also denied that his team had \
contacted Ostravan officials before the election several weeks ago.

Castle spokesperson Irina Belova declined to comment on the claims. "It is an internal affair of the Lindqvist \
administration. It has nothing to do with us," she said.

The revelations follow the resignation of K.L. National Security Advisor Anton Brekke on Monday following allegations \
that he had secretly discussed sanctions with Ostrava’s ambassador before the Lindqvist administration came to power.

Brekke repeatedly told the press that he had not talked about sanctions with Ostravan Ambassador Yuri Kostin prior to \
Chancellor Lindqvist’s inauguration, but then appeared to change his mind when confronted by reporters.

The Chancellery later said that Brekke's departure "came down to a matter of trust."

Lawmakers from both parties are now calling for an independent investigation into Brekke's communications.

… we have a small favor to ask.

As you may have heard, The Varnholm Times, an independent paper for over 40 years, has been branded a "hostile voice" \
by the Ostravan government. This attempt to silence us is an attack on the journalism we hold dear.

We, the journalists of The Varnholm Times, refuse to be silenced. But we need your help to go on.

Your support, however small, makes a difference. If you can, please support us monthly from just 3. Thank you.


Read more"""

SECOND = """Keep the Delta Ledger free: become a member today

Premier's Staff Spoke 'Every Week' to Sarkovia Before Ballot — Reports

Premier Ruth Okonjo greets Sarkovian Premier Dario Vell on March 3. Abel Ferrand / Deltapress

Leading figures in Premier Ruth Okonjo's party office spoke “every week” to Sarkovian diplomats before the D.R. ballot, \
two radio stations have reported.

Radio Delta and Channel Nine broadcast reports on Thursday claiming that top Okonjo aides met senior Sarkovian \
officers in the months leading up to the Oct. 2033 ballot.

Both stations also named Okonjo campaign chairman Samuel Arendt as being of particular interest to investigators. \
Arendt, who previously worked as a trade consultant in Lorvania dismissed any allegations of misconduct. He said that \
he may have shaken a Sarkovian hand at a reception. “Spies do not carry business cards,” he told Radio Delta.

D.R. Presidential spokesperson Miriam Tahl denied the allegations. Premier Okonjo also denied that her staff had \
approached Sarkovian diplomats before the ballot several months ago.

Palace spokesperson Goran Petrik declined to comment on the claims. "This is a matter for the Okonjo government. We \
have nothing to add," he said.

The reports follow the resignation of D.R. National Security Advisor Felix Baum on Wednesday following allegations \
that he had secretly discussed tariffs with Sarkovia’s ambassador before the Okonjo government took office.

Baum repeatedly told reporters that he had not talked about tariffs with Sarkovian Ambassador Nadia Orlan prior to \
Premier Okonjo’s swearing-in, but then appeared to change his story when shown the minutes.

The Premier's office later said that Baum's departure "was a question of confidence."

Politicians from all camps are now calling for an independent inquiry into Baum's conversations.

Before you go, a word from the newsroom.

The Delta Ledger belongs to no company and no party. Ministers have called us "enemies of the river", and our license \
is under review. That is what honest reporting costs.

We will not stop reporting. But we cannot do it without you.

If you value our work, please consider a gift of any size, or give 5 a month. It takes one minute. We are grateful.


Read more"""

CASES = [
    pytest.param(
        FIRST,
        {
            "Edvard Lindqvist": "Chancellor",
            "Torsten Aagard": "campaign chairman",
            "Henrik Voss": "Presidential spokesperson",
            "Irina Belova": "Castle spokesperson",
            "Anton Brekke": "National Security Advisor",
            "Yuri Kostin": "Ambassador",
        },
        "calling for an independent investigation",
        id="first",
    ),
    pytest.param(
        SECOND,
        {
            "Ruth Okonjo": "Premier",
            "Samuel Arendt": "campaign chairman",
            "Miriam Tahl": "Presidential spokesperson",
            "Goran Petrik": "Palace spokesperson",
            "Felix Baum": "National Security Advisor",
            "Nadia Orlan": "Ambassador",
        },
        "calling for an independent inquiry",
        id="second",
    ),
]
STANCES = ["rejected", "denied", "denied", "declined_to_comment", "denied"]


def found(text: str) -> Findings:
    """Findings of the text as it would be read from a file."""
    (article,) = read(Raw(text.encode(), "story.txt"))
    return analyse(article, "en")


def brief(text: str) -> Brief:
    """The brief of the one story."""
    return assemble(group([found(text)]), Plan(date(2033, 11, 24)))


@pytest.mark.parametrize(("text", "people", "demand"), CASES)
def test_only_the_story_is_printed(text: str, people: dict[str, str], demand: str) -> None:
    """No appeal, caption or read-more reaches the brief; the headline is the headline."""
    page = render_brief(brief(text), "md")
    wrapping = (
        "Support",
        "become a member",
        "press on",
        "phone",
        "greets",
        "favor",
        "silenced",
        "gift",
        "Read more",
        "newsroom",
    )
    assert [w for w in wrapping if w in page] == []
    assert "Reports" in brief(text).stories[0].headline


@pytest.mark.parametrize(("text", "people", "demand"), CASES)
def test_everybody_is_named_with_a_role(text: str, people: dict[str, str], demand: str) -> None:
    """Who names the six people, each with the role printed beside the name."""
    f = found(text)
    named = {f.article[e.name]: f.article[e.role] if e.role else "" for e in f.who}
    assert {name: role in named.get(name, "") for name, role in people.items()} == dict.fromkeys(people, True)


@pytest.mark.parametrize(("text", "people", "demand"), CASES)
def test_every_answer_is_kept(text: str, people: dict[str, str], demand: str) -> None:
    """Five people answer, each in their own way; what was only told to the press is implied."""
    f = found(text)
    answered = {f.article[d.speaker]: d for d in reversed(f.denials) if d.speaker}
    names = list(people)
    order = [names[1], names[2], names[0], names[3], names[4]]
    assert [answered[name].stance if name in answered else None for name in order] == STANCES


@pytest.mark.parametrize(("text", "people", "demand"), CASES)
def test_what_comes_next_has_no_invented_date(text: str, people: dict[str, str], demand: str) -> None:
    """The call for an inquiry is the next step; without a dateline no relative date is resolved or shown."""
    f = found(text)
    assert demand in " ".join(f.article[n.span] for n in f.next_steps)
    assert [n.date for n in f.next_steps if n.date] == []
    assert f.article.published is None
