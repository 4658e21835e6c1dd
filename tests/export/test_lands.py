"""The land of the exported page's map."""

from __future__ import annotations

from geonews.export.lands import drawn, layers, named, span
from geonews.models import Place
from geonews.store import PlaceRow


def country(name: str, code: str | None, mentions: int = 1, confidence: float = 0.9) -> PlaceRow:
    place = Place(f"x:{name}", name, "country", code, 50.0, 30.0)
    return PlaceRow(place, mentions, mentions, 0, None, confidence=confidence)


def test_a_country_is_known_by_its_code_and_tinted_once() -> None:
    rows = [country("Landia", "UA"), country("Otherland", "XX"), country("Noland", None), country("Again", "UA")]
    assert named(rows) == {0: layers()["land"]["UA"]}


def test_the_land_that_is_tinted_is_not_drawn_twice() -> None:
    rows = [country("Landia", "UA")]
    assert drawn(rows, named(rows), 1).count(layers()["land"]["UA"]) == 1


def test_more_mentions_are_a_stronger_tint_and_little_confidence_is_dashed() -> None:
    rows = [country("Often", "UA", 100), country("Seldom", "PL", 1), country("Perhaps", "BY", 30, 0.3)]
    shown = drawn(rows, named(rows), 100)
    for level in ("named many", "named few", "named some unsure"):
        assert f'class="{level}"' in shown


def test_a_hostile_name_is_text() -> None:
    rows = [country('"><script>', "UA")]
    assert "<script" not in drawn(rows, named(rows), 1)


def test_a_span_is_that_of_the_largest_piece() -> None:
    assert span("M10 10l4 0 0 3-4 0zM500 500l1 0 0 9-1 0z") == 9
    assert span("") == 0
