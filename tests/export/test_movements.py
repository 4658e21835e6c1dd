"""What moves from place to place on the exported page's map, and in its list."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from xml.etree import ElementTree as ET

import pytest

from geonews.export.movements import MOST_ROUTES, arcs, legend, section, tip
from geonews.export.projection import WIDTH
from geonews.export.takeaway import pieces
from geonews.models import FigureStatus, Link, Movement, ParsedArticle, Place, Resolution, Toponym
from geonews.store import Filter, Store

WEST, EAST = Place("y:1", "Westpoint", "city", "UA", 10.0, -175.0), Place("y:2", "Eastpoint", "city", "UA", 10.0, 175.0)
HARM = Place("y:3", "<script>Harm</script> & Co", "city", "UA", 40.0, 10.0)
Move = Callable[..., None]
KML = "{http://www.opengis.net/kml/2.2}"


@pytest.fixture
def move(store: Store, tell: Callable[..., ParsedArticle]) -> Move:
    """Return what adds an article by which so many troops went from one place to another."""

    def add(
        count: int,
        origin: Place,
        destination: Place,
        owner: str = "Ruthia",
        status: FigureStatus = "done",
        **sure: float,
    ) -> None:
        text = f"Word is that {count} troops left {origin.name} for {destination.name}, not Karvel."
        parsed = tell(
            f"move {count}", text, "Karvel", count, published=f"2022-02-0{count // 100}", title=f"March of {count}"
        )
        names = [
            Toponym(text.index(each.name), text.index(each.name) + len(each.name), each.name, "literal")
            for each in (origin, destination)
        ]
        store.add(
            replace(
                parsed,
                toponyms=(*names, *parsed.toponyms),
                resolutions=(
                    *(Resolution(each, sure.get(each.name, 0.9), "by hand") for each in (origin, destination)),
                    *parsed.resolutions,
                ),
                figures=tuple(replace(each, owner=owner, status=status) for each in parsed.figures),
                links=(Link(0, 0, "origin", "syntax"), Link(0, 1, "destination", "syntax")),
                movements=(Movement(0, 0, 1),),
            )
        )

    return add


def ends(drawn: str) -> list[tuple[float, float]]:
    """Return where each curve of the first arc begins and ends, from left to right."""
    curves = re.findall(r"M(-?[\d.]+) [-\d.]+Q[-\d. ]+ (-?[\d.]+) [-\d.]+", drawn.split('class="way ', maxsplit=1)[0])
    return [(float(x), float(to)) for x, to in curves]


def test_an_arc_tells_from_where_to_where_what_goes(store: Store, move: Move) -> None:
    move(500, WEST, HARM)
    move(700, WEST, HARM)
    (route,), _ = store.routes(each=1)
    assert tip(route) == "Westpoint → <script>Harm</script> & Co\n700 troops · Ruthia\nand 1 more"
    drawn = arcs([route])
    assert "700 troops · Ruthia" in drawn
    assert "<script" not in drawn


def test_an_arc_goes_the_shorter_way_over_the_edge_of_the_map(store: Store, move: Move) -> None:
    move(500, WEST, EAST)
    (there,) = store.routes()[0]
    one, other = ends(arcs([there]))
    assert one[0] - one[1] == pytest.approx(100, abs=1)
    assert other[0] - other[1] == pytest.approx(100, abs=1)
    assert other[0] - one[0] == pytest.approx(WIDTH, abs=1)


def test_there_and_back_again_are_two_arcs(store: Store, move: Move) -> None:
    move(500, WEST, HARM)
    move(600, HARM, WEST)
    drawn = arcs(store.routes()[0])
    assert len(set(re.findall(r'class="way whole"[^>]* d="([^"]*)"', drawn))) == 2


def test_what_is_only_planned_or_denied_is_dashed_and_the_key_says_so(store: Store, move: Move) -> None:
    move(500, WEST, HARM, status="negated")
    (denied,), _ = store.routes()
    assert 'class="way dashed"' in arcs([denied])
    assert "planned, threatened or denied" in legend([denied])
    assert "thicker" not in legend([denied])
    move(600, WEST, HARM)
    (newer,), _ = store.routes()
    assert 'class="way whole"' in arcs([newer])
    assert "planned" not in legend([newer])
    assert legend([]) == ""


def test_what_goes_from_or_to_an_uncertain_place_is_dotted_unless_a_statement_is_sure_of_it(
    store: Store, move: Move
) -> None:
    move(500, WEST, HARM)
    (sure,), _ = store.routes()
    (stated,) = sure.newest
    vague = replace(stated, places=tuple(replace(each, confidence=0.11) for each in stated.places))
    doubtful = replace(sure, newest=(vague,))
    assert 'class="way dotted"' in arcs([doubtful])
    assert "uncertain place" in legend([doubtful])
    assert tip(doubtful).startswith("Westpoint (11% sure) → ")
    assert "Westpoint (11% sure)" in "".join(section([doubtful], 1, ""))
    assert 'class="way whole"' in arcs([replace(sure, newest=(vague, stated))])
    assert "% sure" not in tip(sure)


def test_kml_and_geojson_tell_what_is_planned_and_what_is_uncertain(store: Store, move: Move) -> None:
    move(500, WEST, EAST)
    move(600, WEST, EAST, status="planned", Westpoint=0.13)
    document = ET.fromstring("".join(pieces("kml", store, Filter())))  # noqa: S314 - our own file
    marks = {mark.findtext(f"{KML}name"): mark for mark in document.iter(f"{KML}Placemark")}
    sure, doubtful = "500 troops: Westpoint to Eastpoint", "600 troops (planned): Westpoint (13% sure) to Eastpoint"
    assert marks[sure].findtext(f"{KML}styleUrl") == "#movement"
    assert marks[doubtful].findtext(f"{KML}styleUrl") == "#movement-unsure"
    assert "planned" in str(marks[doubtful].findtext(f"{KML}description"))
    styles = {each.get("id") for each in document.iter(f"{KML}Style")}
    assert {"movement", "movement-said", "movement-unsure", "town1-unsure"} <= styles
    features = json.loads("".join(pieces("geojson", store, Filter())))["features"]
    moved = [each["properties"] for each in features if each["properties"]["what"] == "movement"]
    assert {(each["status"], each["origin_confidence"]) for each in moved} == {("done", 0.9), ("planned", 0.13)}


def test_where_there_are_too_many_the_list_says_how_many_of_how_many(store: Store, move: Move) -> None:
    move(500, WEST, HARM)
    routes, found = store.routes()
    assert "All that articles state" in "".join(section(routes, found, ""))
    assert f"The 1 of most movements, of {MOST_ROUTES + 1}" in "".join(section(routes, MOST_ROUTES + 1, ""))


def test_the_page_lists_what_articles_say_of_each_movement(store: Store, move: Move) -> None:
    move(500, WEST, HARM)
    page = "".join(pieces("html", store))
    assert '<a href="#movements">' in page
    listed = page.split('<details id="m0">')[1].split("</details>")[0]
    assert "<script" not in listed
    assert '<mark class="figure">500</mark> troops left Westpoint' in listed
    assert "March of 500" in unescape(listed)


def test_a_page_on_which_nothing_moves_speaks_of_no_movement(store: Store, move: Move) -> None:
    move(500, WEST, HARM)
    page = "".join(pieces("html", store, Filter(figure_kinds=("ships",))))
    assert "ovement" not in page.split("</style>")[1].split("<script>")[0]
