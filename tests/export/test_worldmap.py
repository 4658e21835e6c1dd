"""The exported page's map: what lies above what."""

from __future__ import annotations

import re

from geonews.export.worldmap import world
from geonews.models import Place, PlaceKind
from geonews.store import PlaceRow


def row(name: str, kind: PlaceKind, mentions: int) -> PlaceRow:
    return PlaceRow(Place(f"x:{name}", name, kind, "UA", 50.0, 30.0), mentions, mentions, 0, None)


ROWS = [row("Land", "country", 90), row("City", "city", 40), row("Village", "village", 3), row("Isle", "island", 2)]


def test_no_country_covers_a_town_however_often_it_is_named() -> None:
    signs = re.findall(r'aria-label="(\w+), \d+ mentions"', world(ROWS, []))
    assert signs == ["Isle", "Land", "Village", "City"]


def test_names_are_in_the_order_of_their_mentions_and_tell_areas_from_spots() -> None:
    names = re.findall(r'<text class="(\w+)"[^>]*>(\w+)<', world(ROWS, []))
    assert names == [("area", "Land"), ("spot", "City"), ("spot", "Village"), ("area", "Isle")]
