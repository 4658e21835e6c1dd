"""The map's contract with deck.gl, and the traps of notes/dashboard.md that the deck itself must avoid."""

from __future__ import annotations

import json
import re

import pytest
from driving import within
from mapped import FILES, GOLDEN, VIEW, layer, marked, outline, signs, spec, style_of

from geonews.dashboard import colours, maps, mapstyle, pins
from geonews.dashboard.drawing import Manner, Rows, draw
from geonews.dashboard.fit import fit
from geonews.dashboard.palette import DARK, LIGHT, Palette
from geonews.dashboard.pieces.legend import Drawn, legend_html
from geonews.dashboard.state import View
from geonews.models import Place
from geonews.store import PlaceRow, Store


def test_the_deck_is_the_agreed_one(store: Store) -> None:
    document = spec(store.places(), "ne:black-sea")
    document["mapStyle"] = style_of(document)
    assert document == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_every_layer_has_an_id_of_its_own(store: Store) -> None:
    names = [layer["id"] for layer in spec(store.places(), "gn:703448")["layers"]]
    assert [name.split("-")[0] for name in names] == ["movements", "areas", "points"], "what is on top takes a click"
    assert len(set(names)) == len(names)


def test_trap_1_other_rows_are_another_layer_for_what_was_selected_in_one_means_nothing_in_the_other() -> None:
    rows = [PlaceRow(Place(f"x:{at}", f"Town {at}", "city", None, 1, 1), 1, 1, 0, None) for at in range(3)]
    assert layer(spec(rows), "points")["id"] == layer(spec(rows[:1], everywhere=rows), "points")["id"]
    assert layer(spec(rows), "points")["id"] != layer(spec(rows[1:]), "points")["id"]


def test_trap_1_rows_that_a_filter_hides_keep_their_place_and_cannot_be_picked(store: Store) -> None:
    everywhere = store.places()
    few = [row for row in everywhere if row.place.name in {"Kyiv", "Berlin"}]
    whole, narrowed = spec(everywhere), spec(few, everywhere=everywhere)
    for name in ("areas", "points"):
        assert [row["id"] for row in layer(narrowed, name)["data"]] == [row["id"] for row in layer(whole, name)["data"]]
    rows = layer(narrowed, "points")
    assert {row["tip"].split("\n")[0] for row in rows["data"] if row["r"]} == {"Kyiv", "Berlin"}
    assert rows["extensions"] == [{"@@type": "DataFilterExtension", "filterSize": 1}]
    assert (rows["getFilterValue"], rows["filterRange"]) == ("@@=r", [1, 1000])
    assert set(signs(narrowed)) == {"Kyiv", "Berlin"}


def test_trap_2_only_light_layers_can_be_picked_and_outlines_are_in_the_style(store: Store) -> None:
    document = spec(store.places())
    clicked = {layer["id"].split("-")[0] for layer in document["layers"] if layer["pickable"]}
    assert clicked == {"areas", "points", "movements"}
    assert not any(layer["@@type"] in {"GeoJsonLayer", "PolygonLayer"} for layer in document["layers"])
    assert style_of(document)["sources"]["earth"]["data"] == FILES["basemap"]


def test_trap_3_so_many_places_at_most_a_small_message_and_the_legend_says_what_is_left_out() -> None:
    rows = [
        PlaceRow(Place(f"gn:{i}", f"Place {i}", "city", "UA", i % 80, i % 170), 1 + i % 9, 1, 0, None)
        for i in range(pins.MOST_PINS + 5)
    ]
    scale = colours.scale("kind", rows, LIGHT)
    drawn = pins.pins(pins.hidden(rows), rows, "mentions", scale)
    assert len(drawn) == pins.MOST_PINS
    rare = pins.pins(pins.hidden(rows), rows[-3:], "mentions", scale)
    assert {pin["id"] for pin in rare if pin["shown"]} == {row.place.id for row in rows[-3:]}
    assert "10,000 of 10,005 places drawn" in legend_html(drawn, scale, View(), Drawn(len(rows)))
    drawing = draw(Rows(pins.hidden(rows), rows), Manner(LIGHT), outline)
    assert sum(map(len, drawing.files.values())) < 1_200_000
    tips = [row["tip"] for row in json.loads(drawing.files["points"])]
    assert "Place 8\ncity, Ukraine\n9 mentions" in next(tip for tip in tips if tip.startswith("Place 8\n"))
    assert "Place 9998 · 9" in tips  # of the many that are named less, a tooltip tells less
    fetched = dict.fromkeys(drawing.files, "http://localhost:8501/media/0123456789abcdef.json")
    look = mapstyle.Look(drawing, FILES, fetched, marked(drawing, rows[7]))
    assert len(maps.deck(look, fit([], 640, 560), (640, 560)).to_json()) < 60_000


def test_whatever_a_place_is_called_the_browser_can_read_where_it_is_clicked_and_what_is_told_of_it() -> None:
    odd = Place('x:"1\\', 'O\u2019"Brien\n\\ \u0421\u0435\u043b\u043e \udc80', "city", None, -1e-4, 12)
    rows = [PlaceRow(odd, 2, 1, 0, None), PlaceRow(Place("x:2", "Far", "city", None, -33.25, -70.5), 1, 1, 0, None)]
    drawing = draw(Rows(pins.hidden(rows), rows[:1]), Manner(LIGHT), outline)
    shown, hidden = json.loads(drawing.files["points"])
    assert (shown["id"], shown["at"], shown["r"] > 0) == (odd.id, [12, 0], True)
    assert shown["tip"].startswith(odd.name.split("\n")[0])
    assert hidden == {"id": "x:2", "at": [-70.5, -33.25], "r": 0}


def test_a_choice_changes_nothing_of_what_the_browser_has_fetched(store: Store) -> None:
    drawn = draw(Rows(pins.hidden(store.places()), store.places()), Manner(LIGHT), outline)
    fetched = {name: within(data) for name, data in drawn.files.items()}
    rows = {row.place.name: row for row in store.places()}
    specs = [
        json.loads(maps.deck(mapstyle.Look(drawn, FILES, fetched, marked(drawn, row)), VIEW, (640, 560)).to_json())
        for row in (None, rows["Kyiv"], rows["Black Sea"])
    ]
    for name in ("areas", "points"):
        assert len({layer(each, name)["data"] for each in specs}) == 1
    for name in ("towns", "pins", "areas"):
        assert len({json.dumps(style_of(each)["sources"][name]) for each in specs}) == 1


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_trap_7_nothing_is_asked_of_another_host(store: Store, palette: Palette) -> None:
    document = spec(store.places(), palette=palette)
    style = style_of(document)
    sources = {"earth", "names", "areas", "towns", "pins", "chosen", "chosen-area", "ring", "edge"}
    sources |= {"moves", "moves-others", "moved", "moved-others"}
    assert style["sources"].keys() == sources
    assert style["glyphs"] == FILES["glyphs"] + "/{fontstack}/{range}.pbf"
    document["mapStyle"] = style
    assert set(re.findall(r"https?://[^/]+", json.dumps(document))) == {"http://localhost:8501"}


def test_trap_9_disputed_borders_are_dashed_and_the_map_says_so(store: Store) -> None:
    style = style_of(spec(store.places()))
    dashed = next(layer for layer in style["layers"] if layer["id"] == "disputed")
    assert "line-dasharray" in dashed["paint"]
    assert "disputed borders dashed" in style["sources"]["earth"]["attribution"]
