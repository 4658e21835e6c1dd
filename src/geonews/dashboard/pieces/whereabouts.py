"""Whose a claim is and where it is, in words: pure functions."""

from __future__ import annotations

from collections.abc import Sequence

from geonews.claims import Claim, PlaceRole
from geonews.dashboard import words
from geonews.dashboard.pieces.parts import place_name
from geonews.models import LinkRole

_ROLES: dict[LinkRole, str] = {
    "location": "in",
    "origin": "from",
    "destination": "to",
    "target": "aimed at",
    "recipient": "for",
    "via": "by way of",
}
_SHOWN = 2
"""Of the places of a claim, a movement's two ends being one."""
_LONGEST = 40
"""Code points of a place's name."""
_ALL = 1000
"""Code points of the list of all places."""


def whose(owner: str | None) -> str:
    """Return "owner: Poland", plain text; nothing where no owner is named."""
    return f"owner: {words.clipped(owner, 60)}" if owner else ""


def where_html(claim: Claim, here: str | None = None) -> str:
    """Return where a claim is: "Fort Bragg → Poland · in Odesa +2".

    ``here`` is the id of the place that is read about: it stands first, unless it is an end of the movement. A movement
    has one origin and one destination; the places that are left out are counted. Behind the uncertain is a "?".
    """
    ends = _ends(claim, here)
    rest = sorted((each for each in claim.places if each not in ends), key=lambda each: each.place.id != here)
    said = [" → ".join(_named(each) for each in ends)] if ends else []
    at = 0 if rest and rest[0].place.id == here and here not in {each.place.id for each in ends} else len(said)
    said[at:at] = [f"{_role(each)} {_named(each)}" for each in rest[: _SHOWN - len(said)]]
    left = len(rest) - (len(said) - bool(ends))
    return " · ".join(said) + (f" +{left:,}" if left else "")


def _named(each: PlaceRole) -> str:
    return place_name(each.place.name, each.confidence, _LONGEST)


def everywhere(claim: Claim) -> str:
    """Return all places of a claim with what they are to it, plain text."""
    return words.clipped(", ".join(f"{_role(each)} {words.clipped(each.place.name)}" for each in claim.places), _ALL)


def _ends(claim: Claim, here: str | None) -> Sequence[PlaceRole]:
    """Return an origin and a destination, those that are read about if they are among them; or nothing."""
    origins, ends = (
        sorted((each for each in claim.places if each.role == role), key=lambda each: each.place.id != here)
        for role in ("origin", "destination")
    )
    pairs = ((origin, end) for origin in origins for end in ends if origin.place.id != end.place.id)
    return next(pairs, ())


def _role(each: PlaceRole) -> str:
    return "at" if each.role == "location" and each.place.kind == "site" else _ROLES[each.role]
