"""What is beside the map before anything is chosen: the places, claims and articles to begin with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from geonews.claims import Claim
from geonews.dashboard.pieces.lines import article_line, claim_line
from geonews.dashboard.pieces.parts import place_chips
from geonews.store import ArticleRow, PlaceRow

_PLACES = 18
_LINES = 5
"""Claims, and articles."""


def invitation_html(
    places: Sequence[PlaceRow], claims: Sequence[Claim], articles: Sequence[ArticleRow], *, leads: bool = True
) -> str:
    """Invite to choose a place, and offer those most mentioned, the claims of most sources and the newest articles.

    ``leads`` unless something else stands above it.
    """
    title = "What was said where"
    heading = f'<h2 class="gn-place-name">{title}</h2>' if leads else f'<h3 class="gn-part">{title}</h3>'
    return (
        f'<div data-top="">{heading}<p class="gn-place-facts">Choose a place '
        "on the map, in the table, or here, to read the sentences that name it.</p>"
        f"{place_chips(places[:_PLACES])}{_part(_said(claims), map(claim_line, claims[:_LINES]))}"
        f"{_part(_listed(articles), map(article_line, islice(_apart(articles), _LINES)))}</div>"
    )


def _apart(articles: Iterable[ArticleRow]) -> Iterator[ArticleRow]:
    """Yield the articles without those that mostly copy one before them."""
    known: set[int | None] = set()
    for row in articles:
        if row.family is None or row.family not in known:
            known.add(row.family)
            yield row


def _said(claims: Sequence[Claim]) -> str:
    """Name the list of claims after what puts the first of them there."""
    if claims and claims[0].independent > 1:
        return "Claims of most sources"
    days = [each.first for each in claims[:_LINES] if each.first]
    return "Newest claims" if days and days == sorted(days, reverse=True) else "Claims"


def _listed(articles: Sequence[ArticleRow]) -> str:
    return "Newest articles" if articles and articles[0].day else "Articles"


def _part(title: str, lines: Iterable[str]) -> str:
    listed = "".join(lines)
    return f'<h3 class="gn-part">{title}</h3><ul class="gn-lines">{listed}</ul>' if listed else ""
