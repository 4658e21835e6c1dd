"""Statements by hand: what several made-up articles say of how many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from geonews.models import Figure, LinkRole, Place

KARVEL = Place("x:1", "Karvel", "city", "VE", 50.0, 30.0)
MORNSTADT = Place("x:2", "Mornstadt", "city", "VE", 51.0, 31.0)


@dataclass(frozen=True)
class At:
    place: Place = KARVEL
    role: LinkRole = "location"
    corrected: bool = False
    confidence: float = 1.0


@dataclass(frozen=True)
class Stated:
    key: str
    figure: Figure
    day: date | None = None
    source: str | None = None
    places: tuple[At, ...] = (At(),)
    copy: int | None = None
    claim: int | None = None
    subject: int | None = None
    family: int | None = None
    title: str | None = None
    url: str | None = None
    start: int = 0
    text: str = "A sentence."
    instant: str | None = None
    added: int = 0


class Desk:
    """Makes statements of troops of Veldia at Karvel; everything else as given."""

    elsewhere = At(MORNSTADT)
    arrival = At(role="destination")

    def says(
        self, key: str, value: float | None, high: float | None = None, *,
        over: bool = False, sentence: str = "A sentence.", **known: object
    ) -> Stated:  # fmt: skip
        about_figure = {name: known.pop(name) for name in list(known) if name in Figure.__slots__}
        said = {"quote": f"{value} troops", "kind": "troops", "noun": "troops", "owner": "Veldia"} | about_figure
        most = None if over else (high or value)
        figure = Figure(0, 1, "1", low=value, high=most, **{"approximate": False} | said)
        return Stated(key, figure, text=sentence, **known)


@pytest.fixture
def desk() -> Desk:
    return Desk()
