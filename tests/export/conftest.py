"""A corpus of three articles, one of them hostile, for the exports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from geonews.models import Article, Figure, Link, ParsedArticle, Passage, Place, Resolution, Toponym
from geonews.store import Store

KARVEL = Place("x:1", "Karvel", "city", "UA", 50.0, 30.0, admin1="Karvel Oblast")
VELDIA = Place("x:2", "Veldia", "country", "PL", 51.0, 20.0)
GULF = Place("x:3", "Gulf of <b>Om</b> & more", "sea", None, 44.0, 34.0)
HOSTILE = (
    "=HYPERLINK(1) <script>document.title='owned'</script> <img src=//evil.example/x onerror=alert(1)> "
    "[click](javascript:alert(1)) $\\frac{1}{2}$ **bold** `code` \x07 ]]> www.evil.example "
    "\u202etxet desrever near {place}."
)
TITLE = '# <script>document.title="owned"</script> [x](http://evil.example) | $a$ \u202e'


def stated(
    key: str, text: str, place: Place, count: int | None = None, confidence: float = 0.9, **about: str | None
) -> ParsedArticle:
    """Return an article of one sentence that names a place and may count troops in it."""
    at = text.index(place.name)
    figures: tuple[Figure, ...] = ()
    if count is not None:
        start = text.index(str(count))
        quote = f"{count} troops"
        figures = (
            Figure(
                start,
                start + len(str(count)),
                str(count),
                quote,
                count,
                count,
                approximate=False,
                kind="troops",
                noun="troops",
                owner="Ruthia",
            ),
        )
    return ParsedArticle(
        Article(key, text, **about),
        (Passage(0, len(text)),),
        (Toponym(at, at + len(place.name), place.name, "literal"),),
        (Resolution(place, confidence, "by hand"),),
        figures,
        tuple(Link(index, 0, "location", "syntax") for index in range(len(figures))),
    )


Tell = Callable[..., ParsedArticle]


@pytest.fixture
def tell() -> Tell:
    """Return what makes an article of one sentence; its place is called by name."""
    places = {place.name: place for place in (KARVEL, VELDIA, GULF)}
    return lambda key, text, name, *count, **about: stated(key, text, places[name], *count, **about)


@pytest.fixture
def store_path(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.sqlite"
    with Store.open(path) as store:
        for parsed in (
            stated(
                "first",
                "There are 3000 troops in Karvel.",
                KARVEL,
                3000,
                title="First",
                source="Wire",
                url="https://example.org/first?a=1&b=2",
                published="2022-02-07",
            ),
            stated("second", "Rain fell on Veldia.", VELDIA, title="Second", source="Herald", published="2022-03-01"),
            stated("third", HOSTILE.replace("{place}", GULF.name), GULF, title=TITLE, url="javascript:alert(1)"),
        ):
            store.add(parsed)
    return path


@pytest.fixture
def store(store_path: Path) -> Iterator[Store]:
    with Store.open(store_path) as opened:
        yield opened
