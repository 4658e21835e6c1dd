"""What is beside the map before anything is chosen: the places, claims and articles to begin with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from geonews.claims import Claim
from geonews.dashboard import amounts, frames, words
from geonews.dashboard.pieces.claims import claim_id
from geonews.dashboard.pieces.parts import name, place_chips
from geonews.store import ArticleRow, PlaceRow

_PLACES = 18
_LINES = 5
"""Claims, and articles."""


def invitation_html(places: Sequence[PlaceRow], claims: Sequence[Claim], articles: Sequence[ArticleRow]) -> str:
    """Invite to choose a place, and offer those most mentioned, the claims of most sources and the newest articles."""
    return (
        '<div data-top=""><h2 class="gn-place-name">What was said where</h2><p class="gn-place-facts">Choose a place '
        "on the map, in the table, or here, to read the sentences that name it.</p>"
        f"{place_chips(places[:_PLACES])}{_part('Claims of most sources', map(_claim, claims[:_LINES]))}"
        f"{_part('Newest articles', map(_article, articles[:_LINES]))}</div>"
    )


def _part(title: str, lines: Iterable[str]) -> str:
    listed = "".join(f"<li>{line}</li>" for line in lines)
    return f'<h3 class="gn-part">{title}</h3><ul class="gn-lines">{listed}</ul>' if listed else ""


def _claim(claim: Claim) -> str:
    owner = words.clipped(claim.owner, 60) if claim.owner else ""
    where = ", ".join(words.clipped(each.place.name, 40) for each in claim.places[:2])
    sources = words.counted(claim.independent, "independent source")
    about = " · ".join(filter(None, (owner, where, words.day(claim.first), sources)))
    return _line("claim", claim_id(claim), f'<b class="gn-said">{escape(amounts.says(claim))}</b>', about)


def _article(row: ArticleRow) -> str:
    about = f"{words.publisher(row.source)} · {words.day(row.day)} · {words.counted(row.mentions, 'mention')}"
    return _line("read", row.key, f"<b>{name(frames.title(row), 90)}</b>", about)


def _line(do: str, value: str, label: str, about: str) -> str:
    return (
        f'<button type="button" class="gn-line" data-do="{do}" data-value="{escape(value)}">{label}'
        f"<small><bdi>{escape(words.clipped(about, 160))}</bdi></small></button>"
    )
