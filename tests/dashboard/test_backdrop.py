"""The picture that stands in the map's place shows what the map will."""

from __future__ import annotations

import re

import pytest

from geonews.dashboard import colours, pins
from geonews.dashboard.fit import fit
from geonews.dashboard.palette import DARK, LIGHT, Palette
from geonews.dashboard.pieces.backdrop import backdrop_html
from geonews.dashboard.pins import Pin
from geonews.models import Place, PlaceKind
from geonews.store import PlaceRow

KINDS: tuple[PlaceKind, ...] = ("country", "admin1", "sea", "city", "base")


def rows(number: int) -> list[PlaceRow]:
    return [
        PlaceRow(Place(f"x:{at}", f"Place {at}", KINDS[at % 5], None, at % 60, at % 90), number - at, 1, 0, None)
        for at in range(number)
    ]


def drawn(places: list[PlaceRow], palette: Palette, chosen: int | None = None) -> tuple[str, list[Pin]]:
    scale = colours.scale("kind", places, palette)
    found = pins.pins(pins.hidden(places), places, "mentions", scale)
    sight = fit(pins.framed(places), 640, 460)
    return backdrop_html(sight, (640, 460), found, scale, [] if chosen is None else [found[chosen]]), found


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_each_kind_has_its_shape_in_the_theme_s_colours_and_small_signs_lie_on_top(palette: Palette) -> None:
    html, _ = drawn(rows(5), palette)
    kinds = [
        ("round" if shape == "circle" else f"{shape.count(' ')} numbers", fill, edge)
        for fill, edge, signs in re.findall(r'<g fill="(#\w+)" stroke="(#\w+)"[^>]*>(.*?)</g>', html)
        for shape in re.findall(r'<(circle|path d="M[^"]*z")', signs)
    ]
    assert sorted(kinds[:3]) == sorted(
        [
            ("8 numbers", palette.paper, palette.area),
            ("8 numbers", palette.paper, palette.area),
            ("round", palette.paper, palette.water),
        ]
    )
    assert kinds[3:] == [("round", palette.ink, palette.paper), ("6 numbers", palette.site, palette.paper)]
    assert palette.accent not in html


def test_the_chosen_place_is_marked() -> None:
    html, found = drawn(rows(5), LIGHT, 3)
    (ring,) = re.findall(rf'<circle cx="([\d.-]+)" cy="([\d.-]+)"[^>]*stroke="{LIGHT.accent}"', html)
    assert f'<circle cx="{ring[0]}" cy="{ring[1]}"' in drawn(rows(5), LIGHT)[0]
    assert found[3]["group"] == "settlement"


def test_of_too_many_places_the_most_mentioned_are_pictured() -> None:
    many = rows(900)
    html, found = drawn(many, LIGHT)
    assert html.count("<circle") + html.count("<path") == 1 + 400
    (most,) = (pin for pin in found if pin["id"] == "x:3")
    lone = drawn([row for row in many if row.place.id == "x:3"], LIGHT)[0]
    centre = re.search(r'<circle cx="[\d.-]+" cy="[\d.-]+"', lone)
    assert centre is not None
    assert centre.group() in html
    assert most["shown"]
