"""Two different texts never share an id."""

from dataclasses import replace

from briefing.model import Article
from briefing.read.fields import ID_LENGTH


class Ids:
    """The ids given so far, and the text each stands for."""

    def __init__(self) -> None:
        self._taken: dict[str, str] = {}

    def apart(self, article: Article) -> Article:
        """The article; a second text under a taken id gets the id with its hash behind.

        The same text under the same id comes again as it is.
        """
        digest = article.sha256
        if self._taken.setdefault(article.id, digest) == digest:
            return article
        return replace(article, id=f"{article.id}-{digest[:ID_LENGTH]}")
