"""An article as a text and back: what is held must survive its source forgetting it."""

import json
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from briefing.model import Article, Furniture, Span


def dumped(article: Article) -> str:
    """The article as JSON."""
    fields = asdict(article)
    fields["published"] = article.published.isoformat() if article.published else None
    fields["embargo"] = article.embargo.isoformat() if article.embargo else None
    return json.dumps(fields, ensure_ascii=False)


def loaded(text: str) -> Article:
    """The article that `dumped` wrote."""
    fields: dict[str, Any] = json.loads(text)
    fields["published"] = day_or_time(fields["published"])
    fields["embargo"] = datetime.fromisoformat(fields["embargo"]) if fields["embargo"] else None
    fields["title_span"] = Span(**fields["title_span"]) if fields["title_span"] else None
    fields["head"] = tuple(Furniture(Span(**part["span"]), part["rule"]) for part in fields["head"])
    fields["notes"] = tuple(fields["notes"])
    return Article(**fields)


def day_or_time(written: str | None) -> date | None:
    """An ISO day, or an ISO time where it has one."""
    if not written:
        return None
    return datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)
