"""The map's contract with deck.gl, and the traps of notes/dashboard.md that the deck itself must avoid."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from driving import held, within

from geonews.claims import Claim, group
from geonews.dashboard import arcs, areas, colours, maps, mapstyle, pins
from geonews.dashboard.colours import Colour, Counts
from geonews.dashboard.drawing import Chosen, Drawing, Manner, Rows, chosen, draw
from geonews.dashboard.fit import fit
from geonews.dashboard.mapsigns import LETTERS
from geonews.dashboard.mapstyle import Static
from geonews.dashboard.palette import DARK, LIGHT, Palette
from geonews.dashboard.pieces.legend import Drawn, legend_html
from geonews.dashboard.state import View
from geonews.dashboard.stated import stated
from geonews.models import Figure, Place
from geonews.store import PlaceRow, Route, Statement, Store

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "map.json"
FILES: Static = {
    "basemap": "http://localhost:8501/app/static/basemap.geojson",
    "names": "http://localhost:8501/app/static/names.geojson",
    "glyphs": "http://localhost:8501/app/static/glyphs",
}
VIEW = fit([(2.0, 1.0)], 640, 560)
OUTLINES = {"ne:black-sea": [[(28.0, 41.0), (41.0, 41.0), (41.0, 46.0), (28.0, 46.0), (28.0, 41.0)]]}


def spec(  # noqa: PLR0913 - what a test may vary
    places: list[PlaceRow],
    selected: str | None = None,
    *,
    palette: Palette = LIGHT,
    colour: Colour = "kind",
    everywhere: list[PlaceRow] | None = None,
    counts: Counts = "off",
    claims: Sequence[Claim] = (),
) -> dict[str, Any]:
    rows = Rows(everywhere or places, places, claims=claims)
    drawn = draw(rows, Manner(palette, "mentions", colour, counts), outline)
    row = next((row for row in places if row.place.id == selected), None)
    look = mapstyle.Look(drawn, FILES, {name: within(data) for name, data in drawn.files.items()}, marked(drawn, row))
    document: dict[str, Any] = json.loads(maps.deck(look, fit(pins.framed(places), 640, 560), moves=True).to_json())
    for part in document["layers"]:
        part["data"] = held(part["data"])
    return document


def outline(place: Place) -> list[list[tuple[float, float]]]:
    return OUTLINES.get(place.id, [])


def marked(drawn: Drawing, *rows: PlaceRow | None) -> list[Chosen]:
    return [chosen(drawn, row, outline) for row in rows if row]


def layer(document: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(layer for layer in document["layers"] if layer["id"].split("-")[0] == name)
    return found


def style_of(document: dict[str, Any]) -> dict[str, Any]:
    packed = document["mapStyle"].removeprefix("data:application/json;base64,")
    style: dict[str, Any] = json.loads(base64.b64decode(packed))
    for source in style["sources"].values():
        source["data"] = source["data"] if source["data"] in FILES.values() else held(source["data"])
    return style


def signs(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return what is seen of each pin, by its label."""
    features = style_of(document)["sources"]["pins"]["data"]["features"]
    untold = dict.fromkeys(("sure", "apart", "area", "sign"), False) | {"figure": "", "column": ""}
    return {feature["properties"]["label"]: untold | feature["properties"] for feature in features}


def ringed(document: dict[str, Any]) -> list[list[float]]:
    """Return where the mark of the chosen place is."""
    return [each["geometry"]["coordinates"] for each in style_of(document)["sources"]["ring"]["data"]["features"]]


def test_the_deck_is_the_agreed_one(store: Store) -> None:
    document = spec(store.places(), "ne:black-sea")
    document["mapStyle"] = style_of(document)
    assert document == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_every_layer_has_an_id_of_its_own(store: Store) -> None:
    names = [layer["id"] for layer in spec(store.places(), "gn:703448")["layers"]]
    assert [name.split("-")[0] for name in names] == ["areas", "points", "movements"]
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
    drawn = pins.pins(rows, rows, "mentions", scale)
    assert len(drawn) == pins.MOST_PINS
    rare = pins.pins(rows, rows[-3:], "mentions", scale)
    assert {pin["id"] for pin in rare if pin["shown"]} == {row.place.id for row in rows[-3:]}
    assert "10,000 of 10,005 places drawn" in legend_html(drawn, scale, View(), Drawn(len(rows)))
    drawing = draw(Rows(rows, rows), Manner(LIGHT), outline)
    assert sum(map(len, drawing.files.values())) < 1_200_000
    tips = [row["tip"] for row in json.loads(drawing.files["points"])]
    assert "Place 8\ncity, Ukraine\n9 mentions" in next(tip for tip in tips if tip.startswith("Place 8\n"))
    assert "Place 9998 · 9" in tips  # of the many that are named less, a tooltip tells less
    fetched = dict.fromkeys(drawing.files, "http://localhost:8501/media/0123456789abcdef.json")
    look = mapstyle.Look(drawing, FILES, fetched, marked(drawing, rows[7]))
    assert len(maps.deck(look, fit([], 640, 560), moves=True).to_json()) < 60_000


def test_signs_that_look_alike_and_have_no_name_are_one_feature() -> None:
    rows = [PlaceRow(Place(f"x:{at}", f"Port {at}", "base", None, at / 10, 1), 1, 1, 0, None) for at in range(700)]
    features = style_of(spec(rows))["sources"]["pins"]["data"]["features"]
    nameless = [each for each in features if "label" not in each["properties"]]
    assert [each["geometry"]["type"] for each in nameless] == ["MultiPoint"]
    assert len(nameless[0]["geometry"]["coordinates"]) == 100
    assert nameless[0]["properties"] == {"group": "site", "size": 5.7, "step": 0, "sure": True, "sign": True}


def test_trap_4_small_pins_are_taken_before_large_ones(store: Store) -> None:
    sizes = [row["r"] for row in layer(spec(store.places()), "points")["data"]]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) > 1


def test_trap_5_names_are_placed_by_the_basemap_the_selected_one_first_then_by_mentions(store: Store) -> None:
    document = spec(store.places(), "gs:ramstein")
    ranks = {name: sign["rank"] for name, sign in signs(document).items()}
    assert ranks["Kyiv"] < ranks["Irpin"]
    order = [layer["id"] for layer in style_of(document)["layers"]]
    assert order.index("pins-labels") < order.index("chosen-labels")  # what is on top is placed first
    labels = next(layer for layer in style_of(document)["layers"] if layer["id"] == "pins-labels")
    assert labels["layout"]["text-allow-overlap"] is False
    assert labels["layout"]["symbol-sort-key"] == ["get", "rank"]
    others = ["match", ["get", "rank"], [ranks["Ramstein Air Base"]], False, True]
    assert others in labels["filter"][-1]  # it is not named twice
    (named,) = style_of(document)["sources"]["chosen"]["data"]["features"]
    assert named["properties"]["label"] == "Ramstein Air Base"


def test_names_find_room_around_all_signs_and_columns_and_keep_it_as_signs_grow(store: Store) -> None:
    layers = style_of(spec(store.places()))["layers"]
    order = [layer["id"] for layer in layers]
    (free,) = (layer for layer in layers if layer["id"] == "kept-free")
    assert order[-1] == "kept-free"  # what is on top is placed first
    assert "text-ignore-placement" not in free["layout"]
    assert free["paint"] == {"text-opacity": 0}
    (columns,) = (layer for layer in layers if layer["id"] == "columns")
    assert "text-ignore-placement" not in columns["layout"]
    for layer in ("pins-labels", "pins-waters", "country-names", "sea-names"):
        assert order.index(layer) < order.index("columns")
    for one, other in (("signs", "towns"), ("towns", "sites")):
        assert order.index(one) < order.index(other)  # small on top


def test_in_a_crowd_the_most_mentioned_places_are_named_first_for_no_name_finds_room_among_all_signs() -> None:
    rows = [PlaceRow(Place(f"x:{at}", f"Town {at}", "city", None, 1, 1), 99 - at, 1, 0, None) for at in range(60)]
    crowded, sparse = (style_of(spec(some))["layers"] for some in (rows, rows[:9]))
    order = [layer["id"] for layer in crowded]
    assert order[-3:] == ["kept-free", "pins-leading", "kept-free-leading"]  # what is on top is placed first
    first, others = (
        next(layer for layer in crowded if layer["id"] == name) for name in ("pins-leading", "pins-labels")
    )
    assert ["<", ["get", "rank"], 8] in first["filter"][-1][-1]
    assert [">=", ["get", "rank"], 8] in others["filter"][-1]  # none is named twice
    assert "pins-leading" not in {layer["id"] for layer in sparse}


def test_where_many_places_crowd_signs_are_small_and_grow_as_the_reader_comes_closer() -> None:
    rows = [PlaceRow(Place(f"x:{at}", f"Town {at}", "city", None, 1, 1), 9, 1, 0, None) for at in range(300)]
    grown = {}
    for places in (rows[:5], rows):
        style = style_of(spec(places))
        (towns,) = (layer for layer in style["layers"] if layer["id"] == "towns")
        (same,) = style["sources"]["towns"]["data"]["features"]
        _, _, _, zoom, small, closer, large = towns["paint"]["circle-radius"]
        assert closer > zoom
        share = large[2][1] / small[2][1]
        grown[len(places)] = same["properties"]["size"], same["properties"]["size"] * share
    assert grown[300][0] < grown[5][0] / 2
    assert grown[300][0] < grown[300][1] < grown[5][0]
    assert grown[5][0] == grown[5][1]


def test_a_choice_changes_nothing_of_what_the_browser_has_fetched(store: Store) -> None:
    drawn = draw(Rows(store.places(), store.places()), Manner(LIGHT), outline)
    fetched = {name: within(data) for name, data in drawn.files.items()}
    rows = {row.place.name: row for row in store.places()}
    specs = [
        json.loads(maps.deck(mapstyle.Look(drawn, FILES, fetched, marked(drawn, row)), VIEW, moves=True).to_json())
        for row in (None, rows["Kyiv"], rows["Black Sea"])
    ]
    for name in ("areas", "points"):
        assert len({layer(each, name)["data"] for each in specs}) == 1
    for name in ("towns", "pins", "areas"):
        assert len({json.dumps(style_of(each)["sources"][name]) for each in specs}) == 1


def test_a_place_that_is_named_too_seldom_for_a_label_has_one_when_it_is_chosen() -> None:
    rows = [PlaceRow(Place(f"x:{at}", f"Town {at}", "city", None, 1, 1), 1, 1, 0, None) for at in range(700)]
    document = spec(rows, "x:699")
    assert "Town 699" not in signs(document)
    (named,) = style_of(document)["sources"]["chosen"]["data"]["features"]
    assert named["properties"]["label"] == "Town 699"


def test_a_name_in_letters_that_the_map_does_not_have_is_left_out_for_it_would_cost_its_neighbours_theirs() -> None:
    assert pins.drawable("Đà Nẵng – Київ") == "Đà Nẵng – Київ"
    assert pins.drawable("東京") == ""


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_trap_7_nothing_is_asked_of_another_host(store: Store, palette: Palette) -> None:
    document = spec(store.places(), palette=palette)
    style = style_of(document)
    assert style["sources"].keys() == {"earth", "names", "areas", "towns", "pins", "chosen", "chosen-area", "ring"}
    assert style["glyphs"] == FILES["glyphs"] + "/{fontstack}/{range}.pbf"
    document["mapStyle"] = style
    assert set(re.findall(r"https?://[^/]+", json.dumps(document))) == {"http://localhost:8501"}


def test_trap_9_disputed_borders_are_dashed_and_the_map_says_so(store: Store) -> None:
    style = style_of(spec(store.places()))
    dashed = next(layer for layer in style["layers"] if layer["id"] == "disputed")
    assert "line-dasharray" in dashed["paint"]
    assert "disputed borders dashed" in style["sources"]["earth"]["attribution"]


def test_kinds_of_place_look_different(store: Store) -> None:
    seen = {name: sign["group"] for name, sign in signs(spec(store.places())).items()}
    assert seen["Kyiv"] == "settlement"
    assert seen["Ramstein Air Base"] == "site"
    assert seen["UKRAINE"] == "country"
    assert seen["Kherson region"] == "region"
    assert seen["Black Sea"] == "water"
    letters = list(LETTERS.values())
    assert len(set(letters)) == len(letters)


def test_what_is_uncertain_looks_so() -> None:
    place = Place("gn:1", "Perhaps", "city", None, 1.0, 2.0)
    assert signs(spec([PlaceRow(place, 1, 1, 0, None, confidence=0.3)]))["Perhaps"]["sure"] is False
    assert signs(spec([PlaceRow(place, 1, 1, 0, None, confidence=0.9)]))["Perhaps"]["sure"] is True


def test_colour_can_tell_the_share_of_figures_and_the_age() -> None:
    rows = [
        PlaceRow(
            Place(f"gn:{at}", f"Place {at}", "city", None, at, at), 3, 1, at, date(2022, 1, 1 + at) if at else None
        )
        for at in range(4)
    ]
    figures = {name: sign["step"] for name, sign in signs(spec(rows, colour="figures")).items()}
    assert figures == {"Place 0": 0, "Place 1": 1, "Place 2": 2, "Place 3": 3}
    newest = {name: sign["step"] for name, sign in signs(spec(rows, colour="newest")).items()}
    assert newest["Place 0"] == 0
    assert 0 < newest["Place 1"] < newest["Place 3"]


def test_the_selected_place_has_a_ring_of_its_own(store: Store) -> None:
    assert ringed(spec(store.places(), "gn:703448")) == [[30.524, 50.455]]
    assert ringed(spec(store.places(), "gs:ramstein")) == [[7.6, 49.437]]
    assert ringed(spec(store.places())) == []


def test_a_tooltip_tells_what_was_put_right_by_hand_and_why_a_place_is_uncertain() -> None:
    place = Place("gn:1", "Springfield", "city", "US", 1.0, 2.0)
    tips = [
        layer(spec([row]), "points")["data"][0]["tip"].split("\n")[3:]
        for row in (
            PlaceRow(place, 3, 1, 0, None),
            PlaceRow(place, 3, 1, 0, None, corrected=2),
            PlaceRow(place, 3, 1, 0, None, confidence=0.31),
        )
    ]
    assert tips == [
        [],
        ["2 of 3 put here or confirmed by hand"],
        ["uncertain, 31% sure at best: another place of that name, or none, may be meant"],
    ]


def test_a_tooltip_is_text_and_never_markup() -> None:
    rows = [PlaceRow(Place("gn:1", "<img src=x onerror=alert(1)>" * 500, "city", None, 1.0, 2.0), 1, 1, 0, None)]
    drawn = draw(Rows(rows, rows), Manner(LIGHT), outline)
    document = maps.deck(mapstyle.Look(drawn, FILES, dict.fromkeys(drawn.files, "")), VIEW, moves=True)
    assert set(document._tooltip) == {"text", "style"}  # noqa: SLF001 - pydeck has no other way to it
    assert len(layer(spec(rows), "points")["data"][0]["tip"]) < 300


def test_movements_are_bows_between_their_places_with_the_figures_told(store: Store) -> None:
    rows = {row.place.name: row.place for row in store.places()}
    figure = Figure(
        0, 3, "400", "400 marines", 400, 400, approximate=True, kind="troops", noun="marines", owner="France"
    )
    said = Statement("key", "Title", None, None, None, None, figure, 7, "text", None, None, None, ())
    found = arcs.arcs([Route(rows["Berlin"], rows["Kyiv"], 1234, (said,))])
    assert [(arc["origin"], arc["destination"], arc["passage"]) for arc in found] == [
        ([13.4105, 52.5244], [30.5238, 50.4547], "key@7")
    ]
    assert found[0]["tip"] == "Berlin → Kyiv\nabout 400 marines · France\nand 1,233 more"


def test_a_place_that_is_never_meant_itself_stands_apart() -> None:
    place = Place("gn:1", "Capital", "city", None, 1.0, 2.0)
    seen = spec([PlaceRow(place, 3, 1, 0, None, literal=0)])
    assert signs(seen)["Capital"]["apart"] is True
    assert "3 of its government, people or team" in layer(seen, "points")["data"][0]["tip"]
    assert signs(spec([PlaceRow(place, 3, 1, 0, None, literal=1)]))["Capital"]["apart"] is False


def test_a_sea_is_a_tinted_area_with_a_name_and_no_sign_and_a_vague_region_a_dashed_oval(store: Store) -> None:
    document = spec(store.places(), "ne:black-sea")
    sources = style_of(document)["sources"]
    drawn = {each["properties"]["group"]: each for each in sources["areas"]["data"]["features"]}
    assert drawn["water"]["properties"] == {"group": "water", "vague": False}
    assert sources["chosen-area"]["data"]["features"] == [drawn["water"]]
    assert drawn["water"]["geometry"]["coordinates"][0][0][0] == [28.0, 41.0]
    assert drawn["region"]["properties"]["vague"] is True
    assert len(drawn["region"]["geometry"]["coordinates"][0][0]) > 20
    assert (signs(document)["Black Sea"]["area"], signs(document)["Black Sea"]["sign"]) == (True, False)
    assert signs(document)["Kherson region"]["sign"] is True
    assert ringed(document) == []
    order = [each["id"] for each in style_of(document)["layers"]]
    assert order.index("waters") < order.index("land") < order.index("regions")


def test_an_outline_that_is_not_cut_at_the_antimeridian_is_not_drawn() -> None:
    row = PlaceRow(Place("x:1", "Far Sea", "sea", None, 0.0, 180.0), 1, 1, 0, None)
    assert areas.areas([row], lambda _place: [[(-179.0, 0.0), (179.0, 0.0), (179.0, 5.0), (-179.0, 0.0)]]) == []


def test_so_many_areas_are_drawn_at_most_and_the_chosen_one_besides() -> None:
    rows = [
        PlaceRow(
            Place(f"x:{at}", f"Sea {at}", "sea", None, 0.0, 0.0, extent=(0.0, 0.0, 2.0, 2.0)), 1000 - at, 1, 0, None
        )
        for at in range(areas.MOST_AREAS + 5)
    ]
    sources = style_of(spec(rows, rows[-1].place.id))["sources"]
    assert len(sources["areas"]["data"]["features"]) == areas.MOST_AREAS
    assert len(sources["chosen-area"]["data"]["features"]) == 1


def test_figures_are_stacked_on_their_places_and_the_legend_says_what_a_brick_is() -> None:
    rows = [
        PlaceRow(Place(f"x:{at}", f"Town {at}", "city", None, at, at), 30, 1, figures, None)
        for at, figures in enumerate((24, 3, 0))
    ]
    found = stated("columns", rows, ())
    assert (found.bricks, found.each) == ({"x:0": 12, "x:1": 2}, 2)
    seen = signs(spec(rows, counts="columns"))
    assert seen["Town 0"]["column"] == "12"
    assert seen["Town 2"]["column"] == ""
    scale = colours.scale("kind", rows, LIGHT)
    drawn = pins.pins(rows, rows, "mentions", scale)
    shown = legend_html(drawn, scale, View(counts="columns"), Drawn(3, brick=found.each))
    assert "each brick: up to 2 figures" in shown
    assert '<option value="columns" selected>' in shown


def test_figures_can_be_written_below_the_names(store: Store) -> None:
    claims = group(store.statements(store.statement_keys().handles.tolist()))
    seen = signs(spec(store.places(), counts="labels", claims=claims))
    assert (seen["Kyiv"]["figure"], seen["Berlin"]["figure"]) == ("1 troops", "")
