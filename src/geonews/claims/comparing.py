"""Which two claims speak of one thing at one time, so that other numbers contradict and not merely add news."""

from __future__ import annotations

import re
from datetime import date

from geonews.claims.models import Claim
from geonews.models import FigureKind, LinkRole
from geonews.tables import rows

_LASTS = 7
"""Days within which two claims speak of one state of affairs; later, another number is news and no contradiction."""
_HAPPENS = 1
"""The same for what happens once: a blow, a sum promised."""
_EVENTS: frozenset[FigureKind] = frozenset({"casualties", "strikes", "money"})
_THERE: frozenset[LinkRole] = frozenset({"location", "target"})
_MAGNITUDE = 10
"""Numbers of one thing differ by less than this factor."""
_FATES = {row["word"]: row["fate"] for row in rows(__package__, "fates")}
_WORD = re.compile(r"\w+")
_DAY = 10
"""Code points of a full ISO 8601 day."""


def comparable(one: Claim, other: Claim, place: str) -> bool:
    """Tell whether two claims of one owner and kind about ``place`` (its id) speak of one thing at one time.

    They give the place the same part, tell of the same fate, and either name other speakers or have each a source that
    the other lacks: one article's 200 sent and 400 stationed, or its sum and the sum's parts, are no disagreement.
    """
    return (
        bool(_parts(one, place) & _parts(other, place))
        and _are_told_apart(one, other)
        and _at_one_time(one, other)
        and (one.kind != "casualties" or fate(one) == fate(other))
        and _are_of_one_magnitude(one, other)
    )


def fate(claim: Claim) -> str:
    """Return what befell the people counted, by the word nearest to the number; "" where the sentence has none."""
    if not claim.sources:
        return ""
    source = claim.sources[0]
    start = max(source.sentence.find(source.quote), 0)
    end = start + len(source.quote)
    found = [
        (max(start - match.end(), match.start() - end, 0), _FATES[match.group().lower()])
        for match in _WORD.finditer(source.sentence)
        if match.group().lower() in _FATES
    ]
    return min(found, default=(0, ""))[1]


def _parts(claim: Claim, place: str) -> set[str]:
    return {"there" if each.role in _THERE else each.role for each in claim.places if each.place.id == place}


def _are_told_apart(one: Claim, other: Claim) -> bool:
    ours, theirs = ({source.key for source in claim.sources} for claim in (one, other))
    if not (ours <= theirs or theirs <= ours):
        return True
    speakers = set(one.attributions), set(other.attributions)
    return all(speakers) and speakers[0].isdisjoint(speakers[1])


def _at_one_time(one: Claim, other: Claim) -> bool:
    if one.kind in _EVENTS:
        day, other_day = _happened(one), _happened(other)
        return not (day and other_day) or abs((day - other_day).days) <= _HAPPENS
    if not (one.first and one.last and other.first and other.last):
        return True
    apart = max(one.first, other.first) - min(one.last, other.last)
    return bool(apart.days <= _LASTS)


def _happened(claim: Claim) -> date | None:
    return date.fromisoformat(claim.date) if claim.date and len(claim.date) == _DAY else claim.first


def _are_of_one_magnitude(one: Claim, other: Claim) -> bool:
    ours, theirs = one.low or one.high or 0.0, other.low or other.high or 0.0
    return max(ours, theirs) < _MAGNITUDE * max(min(ours, theirs), 1.0)
