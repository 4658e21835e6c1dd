"""The legend explains what is on the map, all of it and nothing else, and is folded away on a phone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from geonews.dashboard import colours, markers, pins
from geonews.dashboard.areas import Area
from geonews.dashboard.palette import DARK, LIGHT, Palette
from geonews.dashboard.pieces.legend import Drawn, legend_html
from geonews.dashboard.state import View
from geonews.export.movements import Way
from geonews.models import Place
from geonews.store import PlaceRow

TOWN = PlaceRow(Place("x:town", "Town", "city", "PL", 52.0, 21.0), 3, 2, 1, None, confidence=0.9, literal=3)
DOUBT = PlaceRow(Place("x:doubt", "Doubt", "city", "PL", 53.0, 21.0), 1, 1, 0, None, confidence=0.2, literal=1)
LAND = PlaceRow(Place("x:land", "Land", "country", "PL", 52.5, 19.0), 2, 2, 0, None, confidence=0.9, literal=2)
SEA = PlaceRow(Place("x:sea", "Sea", "sea", None, 57.0, 19.0), 2, 2, 0, None, confidence=0.9, literal=2)
SEA_AREA: Area = {"id": "x:sea", "group": "water", "vague": False, "rings": [[[17, 55], [22, 55], [20, 59], [17, 55]]]}


def shown(rows: list[PlaceRow], view: View | None = None, drawn: Drawn | None = None, palette: Palette = LIGHT) -> str:
    view = view or View()
    scale = colours.scale(view.colour, rows, palette)
    return legend_html(pins.pins(pins.hidden(rows), rows, view.size, scale), scale, view, drawn or Drawn(len(rows)))


def told(html: str) -> list[str]:
    """Return the words of the key."""
    key = html.partition('class="gn-keys"')[2].partition('class="gn-credits"')[0]
    return [re.sub(r"<[^>]*>", "", each) for each in re.findall(r"<span[^>]*>(.*?)</span>", key)]


def test_only_what_is_on_the_map_is_explained() -> None:
    assert told(shown([TOWN])) == ["city", "1 mention", "disputed border"]
    assert told(shown([TOWN, LAND, DOUBT], View(size="articles"), Drawn(3, most=1234))) == [
        "city", "country", "11,234 articles", "uncertain", "disputed border"
    ]  # fmt: skip


def test_what_articles_copy_makes_no_sign_larger_unless_asked() -> None:
    copied = PlaceRow(Place("x:c", "Copied", "city", "PL", 53.0, 22.0), 12, 6, 0, None, copied=9, retold=4)
    scale = colours.scale("kind", [TOWN, copied], LIGHT)
    once, every, articles = (
        {pin["name"]: pin["size"] for pin in pins.pins(pins.hidden([TOWN, copied]), [TOWN, copied], by, scale)}
        for by in ("once", "mentions", "articles")
    )
    assert once["Copied"] == once["Town"]
    assert every["Copied"] > every["Town"]
    assert articles["Copied"] > articles["Town"]
    (tip,) = (pin["tip"] for pin in pins.pins({}, [copied], "once", scale))
    assert "12 mentions, 3 without copies · 6 articles, 2 stories" in tip


def test_a_place_that_a_hand_put_right_has_a_star_that_is_explained() -> None:
    righted = replace(TOWN, corrected=1)
    assert "* by hand" in told(shown([righted, LAND]))
    assert "* by hand" not in told(shown([TOWN, LAND]))
    scale = colours.scale("kind", [righted, LAND], LIGHT)
    labels = [pins.label(pin) for pin in pins.pins(pins.hidden([righted, LAND]), [righted, LAND], "mentions", scale)]
    assert sorted(labels) == ["LAND", "Town*"]


def test_a_water_whose_area_is_tinted_is_explained_by_the_tint_alone() -> None:
    html = shown([SEA], drawn=Drawn(1, [SEA_AREA]))
    assert markers.patch(LIGHT.water, LIGHT) in html
    assert markers.single("water", LIGHT.water, LIGHT) not in html
    assert markers.single("water", LIGHT.water, LIGHT) in shown([SEA])


def test_a_bay_too_narrow_to_be_seen_has_a_sign_as_well() -> None:
    bay: Area = {**SEA_AREA, "vague": True, "rings": [[[17.0, 55.0], [17.2, 55.0], [17.1, 55.2], [17.0, 55.0]]]}
    html = shown([SEA], drawn=Drawn(1, [bay]))
    assert markers.single("water", LIGHT.water, LIGHT) in html
    assert "water" in told(html)


def test_an_extent_of_unknown_borders_is_explained_apart() -> None:
    assert "rough extent" in told(shown([SEA], drawn=Drawn(1, [{**SEA_AREA, "vague": True}])))


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_chosen_place_has_its_mark_and_countries_their_tints_in_both_themes(palette: Palette) -> None:
    html = shown([TOWN, LAND], drawn=Drawn(2, chosen=["x:town"]), palette=palette)
    assert markers.ring(palette) in html
    assert markers.tint(palette) in html
    assert "chosen" not in told(shown([TOWN, LAND], palette=palette))


def test_colours_that_mean_something_are_explained_step_by_step() -> None:
    assert told(shown([TOWN], View(colour="figures")))[2:6] == ["no figures", "to ⅓", "to ⅔", "more with figures"]


def test_on_a_phone_the_legend_is_one_line_until_it_is_unfolded_and_what_was_left_out_is_said_beside_it() -> None:
    html = shown([TOWN], drawn=Drawn(4000, moves=1, pairs=2, narrow=True))
    folded, _, beside = html.partition("</details>")
    assert folded.startswith('<div class="gn-legend"><details class="gn-fold" id="legend"><summary>')
    assert " open" not in folded
    assert "1 of 4,000 places drawn" in beside
    assert "1 of 2 movements drawn" in beside
    assert "beyond the edge" not in html
    assert "3 places beyond the edge" in shown([TOWN], drawn=Drawn(1, narrow=True, beyond=3))
    assert "GeoNames" in beside
    assert "<details" not in shown([TOWN])


@pytest.mark.parametrize("ways", [("whole", "dashed", "dotted"), ("whole",), ("dashed",), ("dotted",), ()])
def test_movements_that_may_never_be_or_be_elsewhere_are_explained_where_such_are_drawn(ways: Sequence[Way]) -> None:
    says = {"whole": "movement", "dashed": "planned, threatened or denied", "dotted": "uncertain end"}
    legend = told(shown([TOWN], drawn=Drawn(1, moves=2, pairs=2, ways=ways)))
    assert {*says.values()} & {*legend} == {says[way] for way in ways}


def test_a_column_is_said_to_count_figures_and_not_to_add_them_up() -> None:
    html = shown([TOWN], View(counts="columns"))
    assert "How many figures are stated there, whatever their size" in html


def test_the_chosen_place_can_be_shown_nearer_and_the_whole_map_again() -> None:
    hostile = Place("x:evil", "<img src=x onerror=alert(1)>", "city", None, 1.0, 2.0)
    html = shown([TOWN], drawn=Drawn(1, nearer=hostile))
    assert "<img src=x" not in html
    assert 'data-do="near" data-value="x:evil"' in html
    assert 'data-do="whole"' in html
    assert "nearer</button>" not in shown([TOWN])
