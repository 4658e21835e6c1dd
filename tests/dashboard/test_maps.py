"""The map's contract with deck.gl, and the traps of notes/dashboard.md that the deck itself must avoid."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from geonews.dashboard import frames, maps
from geonews.dashboard.fit import fit
from geonews.dashboard.palette import DARK, LIGHT, Palette
from geonews.models import Place
from geonews.store import PlaceRow, Store

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "map.json"
LOOK = maps.Look(LIGHT, "http://localhost:8501/app/static/basemap.geojson", ("UA",), None, (27.4, 40.9, 41.8, 46.8))


def spec(places: list[PlaceRow], selected: str | None = None, look: maps.Look = LOOK) -> dict[str, Any]:
    view = fit(frames.framed(places), 640, 560)
    document: dict[str, Any] = json.loads(maps.deck(frames.pins(places), view, look, selected).to_json())
    return document


def layer(document: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(layer for layer in document["layers"] if layer["id"] == name)
    return found


def style_of(document: dict[str, Any]) -> dict[str, Any]:
    style: dict[str, Any] = json.loads(unquote(document["mapStyle"].removeprefix("data:application/json,")))
    return style


def test_the_deck_is_the_agreed_one(store: Store) -> None:
    document = spec(store.places(), "ne:black-sea")
    document["mapStyle"] = style_of(document)
    assert document == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_every_layer_has_an_id_of_its_own(store: Store) -> None:
    names = [layer["id"] for layer in spec(store.places(), "gn:703448")["layers"]]
    assert names == ["extent", "areas", "points", "labels", "selected"]


def test_trap_2_only_light_layers_can_be_picked_and_outlines_are_in_the_style(store: Store) -> None:
    document = spec(store.places())
    assert {layer["id"] for layer in document["layers"] if layer["pickable"]} == {"areas", "points"}
    assert not any(layer["@@type"] in {"GeoJsonLayer", "PolygonLayer"} for layer in document["layers"])
    assert style_of(document)["sources"]["earth"]["data"] == LOOK.basemap


def test_trap_3_ten_thousand_places_at_most_and_a_small_message() -> None:
    rows = [
        PlaceRow(Place(f"gn:{i}", f"Place {i}", "city", "UA", i % 80, i % 170), 1 + i % 9, 1, 0, None)
        for i in range(frames.MOST_PINS + 5)
    ]
    assert len(frames.pins(rows)) == frames.MOST_PINS
    few = spec(rows[:100])
    assert len(json.dumps(few)) < 40_000


def test_trap_4_small_pins_are_drawn_on_top_of_large_ones(store: Store) -> None:
    sizes = [pin["size"] for pin in layer(spec(store.places()), "points")["data"]]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) > 1


def test_trap_5_labels_are_chosen_here_and_know_every_script(store: Store) -> None:
    labels = layer(spec(store.places()), "labels")
    assert labels["characterSet"] == "auto"
    assert "extensions" not in labels
    names = [row["text"] for row in labels["data"]]
    assert "Kyiv" in names
    assert "Irpin" not in names  # it would lie on Kyiv's


def test_a_city_is_labelled_before_its_country() -> None:
    city = Place("gn:1", "Metropolis", "city", "UA", 49.1, 32.0)
    country = Place("gn:2", "Country", "country", "UA", 49.0, 32.0)
    town = Place("gn:3", "Town", "city", "UA", 80.0, -170.0)
    rows = [PlaceRow(country, 10, 5, 0, None), PlaceRow(city, 8, 5, 0, None), PlaceRow(town, 1, 1, 0, None)]
    assert [row["text"] for row in layer(spec(rows), "labels")["data"]] == ["Metropolis", "Town"]


def test_trap_6_no_layer_has_a_colour_that_a_selection_dims(store: Store) -> None:
    document = spec(store.places())
    for name in ("areas", "points", "labels"):
        assert not {"getFillColor", "getColor"} & set(layer(document, name))
    assert layer(document, "selected")["filled"] is False


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_trap_7_nothing_is_asked_of_another_host(store: Store, palette: Palette) -> None:
    look = maps.Look(palette, "http://localhost:8501/app/static/basemap.geojson")
    document = spec(store.places(), look=look)
    assert style_of(document)["sources"].keys() == {"earth"}
    assert "glyphs" not in style_of(document)
    text = json.dumps(document) + json.dumps(style_of(document))
    assert "http" not in text.replace(look.basemap, "").replace("data:image/svg", "").replace("http%3A//localhost", "")


def test_trap_9_disputed_borders_are_dashed_and_the_map_says_so(store: Store) -> None:
    style = style_of(spec(store.places()))
    dashed = next(layer for layer in style["layers"] if layer["id"] == "disputed")
    assert "line-dasharray" in dashed["paint"]
    assert "disputed borders dashed" in style["sources"]["earth"]["attribution"]


def test_kinds_of_place_look_different(store: Store) -> None:
    document = spec(store.places())
    groups = {
        row["name"]: (name, row["group"]) for name in ("areas", "points") for row in layer(document, name)["data"]
    }
    assert groups["Kyiv"] == ("points", "settlement")
    assert groups["Ramstein Air Base"] == ("points", "site")
    assert groups["Ukraine"] == ("areas", "country")
    assert groups["Kherson region"] == ("areas", "region")
    assert groups["Black Sea"] == ("areas", "water")


def test_the_selected_place_has_a_ring_of_its_own(store: Store) -> None:
    assert layer(spec(store.places(), "gn:703448"), "selected")["data"][0]["position"] == [30.5238, 50.4547]
    assert layer(spec(store.places()), "selected")["data"] == []


def test_a_tooltip_is_text_and_never_markup() -> None:
    place = Place("gn:1", "<img src=x onerror=alert(1)>" * 500, "city", None, 1.0, 2.0)
    document = maps.deck(frames.pins([PlaceRow(place, 1, 1, 0, None)]), fit([(2, 1)], 640, 560), LOOK, None)
    assert set(document._tooltip) == {"text", "style"}  # noqa: SLF001 - pydeck has no other way to it
    assert len(layer(json.loads(document.to_json()), "points")["data"][0]["tip"]) < 300
