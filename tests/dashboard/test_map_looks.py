"""What a place looks like on the map, by its nature, its sureness and its figures, and what pointing at it tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mapped import FILES, VIEW, layer, outline, ringed, signs, spec, style_of

from geonews.claims import group
from geonews.dashboard import arcs, areas, colours, maps, mapstyle, pins
from geonews.dashboard.drawing import Manner, Rows, draw
from geonews.dashboard.mapsigns import LETTERS
from geonews.dashboard.palette import LIGHT
from geonews.dashboard.pieces.legend import Drawn, legend_html
from geonews.dashboard.state import View
from geonews.dashboard.stated import stated
from geonews.models import Figure, Place, PlaceKind
from geonews.store import PlaceRow, Route, Statement, Store


def test_kinds_of_place_look_different(store: Store) -> None:
    seen = {name: sign["group"] for name, sign in signs(spec(store.places())).items()}
    assert seen["Kyiv"] == "settlement"
    assert seen["Ramstein Air Base"] == "site"
    assert seen["UKRAINE"] == "country"
    assert seen["Kherson region"] == "region"
    assert seen["Black Sea"] == "water"
    letters = list(LETTERS.values())
    assert len(set(letters)) == len(letters)


def test_a_continent_is_drawn_as_no_country_and_no_town_is_and_the_key_names_it() -> None:
    kinds: tuple[PlaceKind, ...] = ("continent", "country", "city", "region")
    rows = [PlaceRow(Place(f"x:{kind}", kind, kind, None, 1.0, 2.0), 1, 1, 0, None) for kind in kinds]
    seen = {sign["group"] for sign in signs(spec(rows)).values()}
    assert len({LETTERS[group] for group in seen}) == len(kinds)
    assert signs(spec(rows))["CONTINENT"]["group"] == "continent"
    scale = colours.scale("kind", rows, LIGHT)
    key = legend_html(pins.pins(pins.hidden(rows), rows, "mentions", scale), scale, View(), Drawn(len(rows)))
    assert all(f">{word}</span>" in key for word in ("city", "region", "country", "continent"))


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
    drawn = draw(Rows(pins.hidden(rows), rows), Manner(LIGHT), outline)
    document = maps.deck(mapstyle.Look(drawn, FILES, dict.fromkeys(drawn.files, "")), VIEW, (640, 560))
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
    assert found[0]["way"] == "whole"
    denied = replace(said, figure=replace(figure, status="denied"))
    newest_first = [Route(rows["Berlin"], rows["Kyiv"], 2, (denied, said))]
    assert arcs.arcs(newest_first)[0]["way"] == "dashed", "the newest statement tells"


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
    doubtful = [replace(row, confidence=0.2) for row in store.places()]
    assert signs(spec(doubtful))["Black Sea"]["sign"], "an area looks certain"
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
    drawn = pins.pins(pins.hidden(rows), rows, "mentions", scale)
    shown = legend_html(drawn, scale, View(counts="columns"), Drawn(3, brick=found.each))
    assert "each brick: up to 2 figures" in shown
    assert '<option value="columns" selected>' in shown


def test_figures_can_be_written_beside_the_names(store: Store) -> None:
    claims = group(store.statements(store.statement_keys().handles.tolist()))
    seen = signs(spec(store.places(), counts="labels", claims=claims))
    assert (seen["Kyiv"]["figure"], seen["Berlin"]["figure"]) == ("1 troops", "")
