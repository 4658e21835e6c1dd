"""Names and signs on the map: which come first, where they find room, and what a crowd does to them."""

from __future__ import annotations

from mapped import layer, outline, signs, spec, style_of

from geonews.dashboard import mapsigns, pins
from geonews.dashboard.drawing import Manner, Rows, draw
from geonews.dashboard.palette import LIGHT
from geonews.models import Place
from geonews.store import PlaceRow, Store


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
    for name in ("kept-free", "kept-free-leading"):
        free = next(layer for layer in layers if layer["id"] == name)
        assert "text-ignore-placement" not in free["layout"]
        assert free["paint"] == {"text-opacity": 0}
        assert order.index("pins-labels") < order.index(name)  # what is on top is placed first
    (columns,) = (each for each in layers if each["id"] == "columns")
    assert "text-ignore-placement" not in columns["layout"]
    for name in ("pins-labels", "pins-waters", "country-names", "sea-names"):
        assert order.index(name) < order.index("columns")
    for one, other in (("towns", "signs"), ("signs", "sites")):
        assert order.index(one) < order.index(other)  # the sign of a country is half as large as its capital's


def test_the_chosen_and_the_most_mentioned_places_are_named_first_for_a_story_crowds_around_them() -> None:
    rows = [PlaceRow(Place(f"x:{at}", f"Town {at}", "city", None, 1, 1), 99 - at, 1, 0, None) for at in range(30)]
    layers = {layer["id"]: layer for layer in style_of(spec(rows))["layers"]}
    order = [
        "columns",
        "ring-edge",
        "ring",
        "pins-figures",
        "pins-leading",
        "chosen-labels",
        "chosen-stated",
        "chosen-waters",
    ]
    assert list(layers)[-10:] == [*order, "kept-free-leading", "edge"]  # what is on top is placed first
    among = layers["pins-leading"]["filter"][-1][-1]
    assert ["<", ["get", "rank"], 8] in among[1]
    for name in ("pins-labels", "pins-stated"):
        assert layers[name]["filter"][-1][-1] == ["!", among]  # none is named twice


def test_no_figure_covers_a_name_or_a_town_and_those_of_the_leading_places_come_before_lesser_signs(
    store: Store,
) -> None:
    layers = {layer["id"]: layer for layer in style_of(spec(store.places(), "gs:ramstein"))["layers"]}
    order = list(layers)
    placed = ["kept-free-leading", "pins-leading", "pins-figures", "columns", "kept-free", "pins-stated", "pins-labels"]
    assert sorted(placed, key=order.index, reverse=True) == placed
    for name in ("pins-figures", "pins-stated"):
        assert layers[name]["layout"]["text-allow-overlap"] is False
        assert ["has", "figure"] in layers[name]["filter"][-1]
    assert ["!", ["has", "figure"]] in layers["pins-labels"]["filter"][-1]  # none is named twice
    among = layers["pins-leading"]["filter"][-1][-1]
    assert layers["pins-figures"]["filter"][-1][-1][-1] == among  # the others have name and figure in one piece
    assert layers["chosen-stated"]["layout"]["text-allow-overlap"] is True


def test_of_several_chosen_places_no_name_lies_on_another(store: Store) -> None:
    drawn = draw(Rows(pins.hidden(store.places()), store.places()), Manner(LIGHT), outline)
    several = [*drawn.signs.values()][:2]
    layers = {layer["id"]: layer for layer in mapsigns.layers(drawn.scale, several, mapsigns.Growth(2.0, 1.0))}
    for name in ("chosen-labels", "chosen-stated", "chosen-waters"):
        assert layers[name]["layout"]["text-allow-overlap"] is False


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


def test_a_place_that_is_named_too_seldom_for_a_label_has_one_when_it_is_chosen() -> None:
    rows = [PlaceRow(Place(f"x:{at}", f"Town {at}", "city", None, 1, 1), 1, 1, 0, None) for at in range(700)]
    document = spec(rows, "x:699")
    assert "Town 699" not in signs(document)
    (named,) = style_of(document)["sources"]["chosen"]["data"]["features"]
    assert named["properties"]["label"] == "Town 699"


def test_a_name_in_letters_that_the_map_does_not_have_is_left_out_for_it_would_cost_its_neighbours_theirs() -> None:
    assert pins.drawable("Đà Nẵng – Київ") == "Đà Nẵng – Київ"
    assert pins.drawable("東京") == ""
