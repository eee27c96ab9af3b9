"""A brief made of hostile words, for everything that prints."""

from dataclasses import replace

from briefing.model import Brief, Failure, Line, Quote, Span
from tests import newsroom


def hostile_brief(words: str, url: str | None = None) -> Brief:
    """A brief in which the words are title, text, name, role, speaker, claim, source and failed input."""
    article = replace(
        newsroom.FERRY, text=f"{words}\n\nHe said no.", title=words, source=words, url=url, title_span=None
    )
    whole = Quote("ferry", Span(0, len(words)))
    said = newsroom.quote(article, "He said no.")
    lines = (
        Line(whole, "rank"),
        Line(said, "who", name=whole, role=whole),
        Line(said, "denial", speaker=whole, stance="denied", certainty="explicit", claim=whole),
        Line(whole, "allegation", unanswered=True),
    )
    made = newsroom.single(article, *lines, note=words, reported_by=(words, "Other Gazette"))
    return replace(made, title=words, failed=(Failure(words, words),))
