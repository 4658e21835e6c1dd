"""Store rows -> tables. Knows no Streamlit. Days are days, not words: so they are sorted, however they are written."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from geonews.claims import Claim, PlaceRole
from geonews.corrections import decision
from geonews.dashboard import words
from geonews.export.amounts import standing, then, told
from geonews.models import Correction
from geonews.store import ArticleRow, KeptCorrection, PlaceRow, UnplacedName

_SAYERS = 24
"""Code points that three lines of their column hold."""
_NONE = "–"
"""An empty word that repeats would be shown as "None"."""
_NAMED = 3
"""Places of a claim that its cell names at most."""


def place_table(places: Sequence[PlaceRow]) -> pd.DataFrame:
    """Return one row a place: name, kind, country, mentions, articles, figures, newest, region.

    What was put right, and articles without copies, where there are such.
    Behind a name that no mention surely means as this place is a "?".
    """
    # Thousands of rows: what repeats is sent once, and numbers as short as they may be.
    retold = any(row.retold for row in places)
    stories = {"Stories": np.array([row.stories for row in places], np.int32)} if retold else {}
    righted = {"By hand": [row.corrected for row in places]} if any(row.corrected for row in places) else {}
    return pd.DataFrame(
        {
            "Place": [words.clipped(row.place.name) + ("?" if words.doubt(row.confidence) else "") for row in places],
            "Kind": pd.Categorical([words.kind_name(row.place.kind) for row in places]),
            "Country": pd.Categorical([_country(row) for row in places]),
            "Mentions": np.array([row.once for row in places], np.int32),
            "Articles": np.array([row.articles for row in places], np.int32),
            **stories,
            "Figures": np.array([row.figures for row in places], np.int32),
            "Newest": [row.newest for row in places],
            **righted,
            "Region": pd.Categorical([row.place.admin1 or _NONE for row in places]),
        }
    )


def _country(row: PlaceRow) -> str:
    return words.country(row.place.country) if row.place.country else _NONE


def article_table(articles: Sequence[ArticleRow]) -> pd.DataFrame:
    """Return one row an article: title, publisher, date, mentions, places, figures, link (http and https only)."""
    return pd.DataFrame(
        {
            "Title": [title(row) for row in articles],
            "Publisher": [words.publisher(row.source) for row in articles],
            "Date": [row.day for row in articles],
            "Places": [row.places for row in articles],
            "Mentions": [row.mentions for row in articles],
            "Figures": [row.figures for row in articles],
            "Link": [words.web_address(row.url) for row in articles],
        },
        index=[row.key for row in articles],
    )


def unplaced_table(names: Sequence[UnplacedName]) -> pd.DataFrame:
    """Return one row a name without a place: name, why, mentions, articles."""
    return pd.DataFrame(
        {
            "Name": [words.clipped(row.text) for row in names],
            "Why it is not on the map": [words.clipped(row.reason, 200) for row in names],
            "Mentions": [row.mentions for row in names],
            "Articles": [row.articles for row in names],
        }
    )


def claim_table(claims: Sequence[Claim]) -> pd.DataFrame:
    """Return one row a claim: how many of what, whose, where, how it is stated, who says so, sources, when, bounds.

    Behind a place that is uncertain is a "?"; what is stated of another time has that behind its status ("in 2010").
    """
    return pd.DataFrame(
        {
            "Claim": [told(claim) for claim in claims],
            "Owner": [words.clipped(claim.owner, 60) if claim.owner else "" for claim in claims],
            "Place": [_where(claim) for claim in claims],
            "Status": [_standing(claim) for claim in claims],
            "Sources": [claim.independent for claim in claims],
            "Says who": [words.clipped(", ".join(claim.attributions[:2]), _SAYERS) for claim in claims],
            "First": [claim.first for claim in claims],
            "Role": [", ".join(dict.fromkeys(each.role for each in claim.places[:3])) for claim in claims],
            "Kind": [claim.kind for claim in claims],
            "Copies": [claim.copies for claim in claims],
            "At least": [claim.low for claim in claims],
            "At most": [claim.high for claim in claims],
        }
    )


def _standing(claim: Claim) -> str:
    return " ".join(filter(None, (standing(claim.status, claim.deniers), then(claim))))


def correction_table(kept: Sequence[KeptCorrection]) -> pd.DataFrame:
    """Return one row a correction: words, what it says of them, where, what became of it, mentions, when."""
    return pd.DataFrame(
        {
            "Words": [words.clipped(each.correction.text, 60) for each in kept],
            "Correction": [_decided(each.correction) for each in kept],
            "Holds": [_reach(each) for each in kept],
            "State": [f"{each.state}: {each.why}" if each.why else each.state for each in kept],
            "Mentions": [each.mentions for each in kept],
            "Made (UTC)": _moments([each.correction.made[:16] for each in kept]),
            "Note": [words.clipped(each.correction.note, 200) for each in kept],
        },
        index=[each.number for each in kept],
    )


def _moments(made: Sequence[str]) -> pd.DatetimeIndex:
    return pd.to_datetime(made, format="ISO8601", errors="coerce")


def _decided(correction: Correction) -> str:
    if correction.place is None:
        return decision(correction)
    return words.clipped(f"means {correction.place.name} ({words.kind_of(correction.place)})")


def _reach(kept: KeptCorrection) -> str:
    correction = kept.correction
    if correction.article is None:
        return "everywhere"
    title = words.clipped(kept.title or "", 60)
    where = f"“{title}”" if title else f"article {words.clipped(str(correction.article), 60)}"
    return f"in {where}" if correction.start is None else f"once, in {where}"


def _where(claim: Claim) -> str:
    """Return where a claim is, a movement with one way first, and how many places more: "Ulm? → Rukla, Riga +2"."""
    ends = [[each for each in claim.places if each.role == role] for role in ("origin", "destination")]
    moves = all(len(end) == 1 for end in ends)
    way = [" \N{RIGHTWARDS ARROW} ".join(_claimed(end[0]) for end in ends)] if moves else []
    named = way + [_claimed(each) for each in claim.places if not (moves and each in (*ends[0], *ends[1]))]
    more = len(named) - _NAMED
    return ", ".join(named[:_NAMED]) + (f" +{more}" if more > 0 else "")


def _claimed(each: PlaceRole) -> str:
    by_hand, doubt = " (by hand)" if each.corrected else "", "?" if words.doubt(each.confidence) else ""
    return words.clipped(each.place.name, 40) + doubt + by_hand


def title(row: ArticleRow) -> str:
    """Return an article's title, or its id where it has none."""
    return words.headline(row.title, row.id)
