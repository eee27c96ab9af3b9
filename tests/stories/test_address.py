"""One page has many addresses."""

import pytest

from briefing.stories.address import address

PAGE = "courier.example/news/fire-at-the-works"


@pytest.mark.parametrize(
    "url",
    [
        "https://courier.example/news/fire-at-the-works",
        "http://www.courier.example/news/fire-at-the-works/",
        "https://m.courier.example/news/fire-at-the-works?utm_source=post&utm_medium=mail",
        "https://courier.example:443/news/fire-at-the-works?fbclid=Iw0&gclid=x#comments",
        "https://amp.courier.example/news/fire-at-the-works/amp/",
        "https://courier.example/news/fire-at-the-works?outputType=amp",
        "https://www.google.com/amp/s/courier.example/news/fire-at-the-works",
        "https://courier-example.cdn.ampproject.org/c/s/courier.example/news/fire-at-the-works",
        "https://reader@courier.example/news/fire%2Dat%2Dthe%2Dworks",
    ],
)
def test_copies_of_a_page_have_one_address(url: str) -> None:
    """Tracking, AMP, phone hosts, ports, fragments and spelling do not make another page."""
    assert address(url) == PAGE


@pytest.mark.parametrize(
    "url",
    [
        "https://courier.example/news/fire-at-the-works?page=2",
        "https://courier.example/news/fire-at-the-dock",
        "https://herald.example/news/fire-at-the-works",
        "https://courier.example:8080/news/fire-at-the-works",
    ],
)
def test_another_page_has_another_address(url: str) -> None:
    """Whatever names another text is kept."""
    assert address(url) not in (PAGE, None)


def test_the_order_of_a_query_does_not_count() -> None:
    """Two spellings of one query are one address."""
    assert address("https://c.example/a?id=7&page=2") == address("https://c.example/a?page=2&id=7")


@pytest.mark.parametrize(
    "url", [None, "", "https://courier.example", "https://courier.example/?utm_source=x"]
)
def test_a_front_page_is_no_article(url: str | None) -> None:
    """What many articles may give as their address is nobody's."""
    assert address(url) is None


def test_hosts_that_only_look_like_a_phones_are_left() -> None:
    """A site whose own name is one letter keeps it."""
    assert address("https://m.example/a") == "m.example/a"
