"""Claims and articles as lines to press: what it is, and below it whose, where, when and of how many sources."""

from __future__ import annotations

from html import escape

from geonews.claims import Claim
from geonews.dashboard import frames, words
from geonews.dashboard.pieces.parts import claim_id, name
from geonews.dashboard.pieces.whereabouts import everywhere, where_html, whose
from geonews.export import amounts
from geonews.store import ArticleRow


def claim_line(claim: Claim, here: str | None = None) -> str:
    """Return a claim, which opens it; ``here`` is the id of the place that is read about."""
    about = (
        amounts.claimed_fate(claim),
        escape(amounts.manner(claim.status, claim.deniers)),
        name(whose(claim.owner)) if claim.owner else "",
        where_html(claim, here),
        amounts.then(claim),
        words.day(claim.first),
        f'<span class="gn-kept">{words.counted(claim.independent, "independent source")}</span>',
    )
    label = f'<b class="gn-said">{escape(amounts.says(claim))}</b>'
    return _line("claim", claim_id(claim), label, " · ".join(filter(None, about)), everywhere(claim))


def article_line(row: ArticleRow) -> str:
    """Return an article, which opens it."""
    about = f"{name(words.publisher(row.source))} · {words.day(row.day)} · {words.counted(row.mentions, 'mention')}"
    return _line("read", row.key, f"<b>{name(frames.title(row), 90)}</b>", about)


def _line(do: str, value: str, label: str, about: str, says: str = "") -> str:
    """Return a line; ``label`` and ``about`` are HTML, ``says`` is its tooltip."""
    told = f' title="{escape(says)}"' if says else ""
    return (
        f'<li><button type="button" class="gn-line" data-do="{do}" data-value="{escape(value)}"{told}>{label}'
        f"<small>{about}</small></button></li>"
    )
