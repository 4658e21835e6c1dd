"""The exported page's map: what lies above what."""

from __future__ import annotations

import re
from dataclasses import replace

from geonews.export.worldmap import SIGNS, legend, world
from geonews.models import Place, PlaceKind
from geonews.store import PlaceRow


def row(name: str, kind: PlaceKind, mentions: int, country: str | None = "UA") -> PlaceRow:
    return PlaceRow(Place(f"x:{name}", name, kind, country, 50.0, 30.0), mentions, mentions, 0, None)


ROWS = [
    row("Land", "country", 90, "MT"),
    row("City", "city", 40),
    row("Village", "village", 3),
    row("Isle", "island", 2),
]
FAR = PlaceRow(Place("x:far", "Far", "city", "US", 40.0, -100.0), 1, 1, 0, None)


def test_no_area_covers_a_town_however_often_it_is_named() -> None:
    signs = re.findall(r'data-x[^>]*aria-label="(\w+), \d+ mentions"', world([*ROWS, FAR], []))
    assert signs == ["Isle", "Land", "Village", "City"]


def test_names_are_in_the_order_of_their_mentions_and_tell_areas_from_spots() -> None:
    names = re.findall(r'<text class="(\w+)[^>]*>(\w+)<', world([*ROWS, FAR], []))
    assert names[:4] == [("area", "Land"), ("spot", "City"), ("spot", "Village"), ("area", "Isle")]


def test_a_large_country_is_its_outline_and_shows_no_sign() -> None:
    drawn = world([row("Land", "country", 9), row("City", "city", 4)], [])
    assert '<a href="#p0" class="named many" aria-label="Land, 9 mentions">' in drawn
    assert '<a href="#p0" class="country wide"' in drawn


def test_a_small_country_has_a_sign_besides_that_is_no_towns() -> None:
    drawn = world([row("Land", "country", 9, "MT"), FAR], [])
    assert '<a href="#p0" class="named many"' in drawn
    assert '<a href="#p0" class="country"' in drawn


def test_what_is_no_country_tints_none() -> None:
    assert 'class="named' not in world([row("City", "city", 4), row("Part", "admin1", 4)], [])


def test_a_continent_has_a_sign_of_its_own_that_the_legend_names() -> None:
    assert '<a href="#p0" class="continent' in world([row("Veldland", "continent", 4, None)], [])
    assert SIGNS["continent"][1] not in {path for sign, (_, path) in SIGNS.items() if sign != "continent"}
    assert SIGNS["continent"][1] in legend([row("Veldland", "continent", 4, None)], [])


def test_the_legend_explains_what_is_drawn_and_nothing_else() -> None:
    held = legend([row("City", "city", 40)], [])
    assert SIGNS["town"][0] in held
    assert not [what for sign, (what, _) in SIGNS.items() if sign != "town" and what in held]
    assert "country" not in held
    assert "uncertain" not in held
    assert "country; stronger" in legend([row("Land", "country", 9)], [])
    assert "uncertain" in legend([replace(ROWS[1], confidence=0.2)], [])
