"""Claims and articles as lines to press: what it is, and below it whose, where, when and of how many sources."""

from __future__ import annotations

from html import escape

from geonews.claims import Claim
from geonews.dashboard import amounts, frames, words
from geonews.dashboard.pieces.parts import claim_id, name
from geonews.store import ArticleRow


def claim_line(claim: Claim) -> str:
    """Return a claim, which opens it."""
    owner = words.clipped(claim.owner, 60) if claim.owner else ""
    where = ", ".join(words.clipped(each.place.name, 40) for each in claim.places[:2])
    sources = words.counted(claim.independent, "independent source")
    about = " · ".join(filter(None, (words.fate(claim), owner, where, words.day(claim.first), sources)))
    return _line("claim", claim_id(claim), f'<b class="gn-said">{escape(amounts.says(claim))}</b>', about)


def article_line(row: ArticleRow) -> str:
    """Return an article, which opens it."""
    about = f"{words.publisher(row.source)} · {words.day(row.day)} · {words.counted(row.mentions, 'mention')}"
    return _line("read", row.key, f"<b>{name(frames.title(row), 90)}</b>", about)


def _line(do: str, value: str, label: str, about: str) -> str:
    return (
        f'<li><button type="button" class="gn-line" data-do="{do}" data-value="{escape(value)}">{label}'
        f"<small><bdi>{escape(words.clipped(about, 160))}</bdi></small></button></li>"
    )
