"""Write the mail of 1, 7 and 60 invented stories in every theme and have it checked. Expected: no findings.

usage: python evals/mail.py [--out FOLDER] [--check ../shared/eval/email/check_email.sh]

The checker runs caniemail, axe in Chromium, Nu, html-validate and SpamAssassin and is no part of the project;
without it the mails are only written, with their sizes, and read back. The stories are those of inputs/ and
evals/corpus/, told twice where 60 are more than there are.
"""

import argparse
import email
import email.policy
import re
import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from briefing.analyse import Settings
from briefing.assemble import Plan
from briefing.errors import InputError
from briefing.model import Brief, Line, Quote, Story
from briefing.pipeline import analysed, gathered, make_brief
from briefing.render import render_brief
from briefing.render.budget import fit, mailed
from briefing.render.templates import themes

ROOT = Path(__file__).resolve().parents[1]
CHECK = ROOT.parent / "shared/eval/email/check_email.sh"
DAY = date(2026, 11, 24)
LIMIT = 90_000
SHOWN = re.compile(
    r"SIZE|NU|HTMLVALID|SPAMASSASSIN|NOSTYLE|AXE|LAYOUT|NETWORK|   (gmail.web|outlook|apple.ios|samsung)"
)


def told(count: int) -> Brief:
    """A brief of that many stories, none only listed."""
    sources = [*sorted((ROOT / "inputs").iterdir()), *sorted((ROOT / "evals/corpus/src").glob("[0-9]*.txt"))]
    found = analysed(gathered([str(path) for path in sources]), Settings())
    plan = Plan(DAY, title="Velmora morning brief", timezone="Europe/London", max_stories=1_000)
    brief = make_brief([f for f in found if not isinstance(f, InputError)], DAY, plan)
    again = [_copy(brief, story) for story in brief.stories[: max(0, count - len(brief.stories))]]
    copies = [
        replace(brief.texts[a], id=f"{a}-2") for story in again for a in (x[:-2] for x in story.articles)
    ]
    articles = (*brief.articles, *copies)
    stories = (*brief.stories, *again)[:count]
    return replace(brief, stories=stories, also=(), articles=articles, texts={a.id: a for a in articles})


def _copy(brief: Brief, story: Story) -> Story:
    def quote(q: Quote | None) -> Quote | None:
        return q and replace(q, article=f"{q.article}-2")

    def line(one: Line) -> Line:
        places = {name: quote(getattr(one, name)) for name in ("quote", "name", "role", "speaker", "claim")}
        return replace(one, also=tuple(quote(q) for q in one.also), **places)

    return replace(
        story,
        id=f"{story.id}-2",
        headline_article=f"{story.headline_article}-2",
        articles=tuple(f"{a}-2" for a in story.articles),
        sections=tuple(replace(s, lines=tuple(map(line, s.lines))) for s in story.sections),
    )


def written(out: Path, theme: str, count: int) -> Path:
    """The mail in a file, after what it holds was said."""
    brief = told(count)
    fitted = fit(brief, LIMIT, lambda one: mailed(render_brief(one, "html", theme)))
    mail = render_brief(fitted, "eml", theme)
    message = email.message_from_string(mail, policy=email.policy.default)
    html = message.get_body(("html",)).get_content().replace("\r\n", "\n")
    assert html == render_brief(fitted, "html", theme)
    whole = mailed(render_brief(brief, "html", theme))
    print(f"== {theme}, {count} stories: {whole} bytes of HTML; told in the mail: {len(fitted.stories)},")
    print(f"   {mailed(html)} bytes, longest line {max(map(len, mail.splitlines()))}")
    path = out / f"{theme}-{count}.eml"
    path.write_text(mail, newline="")
    return path


def main() -> None:
    """Write, and check where the checker is."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--out", type=Path)
    options.add_argument("--check", type=Path, default=CHECK)
    asked = options.parse_args()
    out = asked.out or Path(tempfile.mkdtemp())
    out.mkdir(exist_ok=True)
    if not asked.check.exists():
        print(f"{asked.check} is not there: the mails are only written, to {out}")
    for theme in themes():
        for count in (1, 7, 60):
            path = written(out, theme, count)
            if asked.check.exists():
                command = [asked.check, path, out / path.stem]
                report = subprocess.run(command, capture_output=True, text=True, check=True).stdout
                print(*(line for line in report.splitlines() if SHOWN.match(line)), sep="\n")


if __name__ == "__main__":
    main()
