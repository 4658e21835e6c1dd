"""What the map is fitted to: the places under the filter, the ends of movements, the days if the reader wants that."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving import ShownPage

from geonews.dashboard.session import RETURNS
from geonews.models import Article, Figure, Link, Movement, ParsedArticle, Passage, Place, Resolution, Toponym
from geonews.store import Store

TALLINN = Place("gn:588409", "Tallinn", "city", "EE", 59.43696, 24.75353, population=394_024)
TARTU = Place("gn:588335", "Tartu", "city", "EE", 58.38062, 26.72509, population=101_092)
RIGA = Place("gn:456172", "Riga", "city", "LV", 56.946, 24.10589, population=742_572)


@pytest.fixture
def sent(store_path: Path) -> Place:
    """Return where a figure is sent to from a town in a country of two towns."""
    text = "Some 400 marines left Tallinn for Riga, none Tartu."
    names = {place.name: text.index(place.name) for place in (TALLINN, RIGA, TARTU)}
    figure = Figure(5, 8, "400", "400 marines", 400, 400, approximate=False, kind="troops", noun="marines", owner=None)
    moved = ParsedArticle(
        Article("moved", text, "Marines leave", "The Daily Sample", published="2022-02-09"),
        (Passage(0, len(text)),),
        tuple(Toponym(start, start + len(name), name, "literal") for name, start in names.items()),
        tuple(Resolution(place, 0.9, "by hand") for place in (TALLINN, RIGA, TARTU)),
        (figure,),
        (Link(0, 0, "origin", "syntax"), Link(0, 1, "destination", "syntax")),
        (Movement(0, 0, 1),),
    )
    with Store.open(store_path) as store:
        store.add(moved)
    return RIGA


@pytest.mark.usefixtures("sent")
def test_the_ends_of_movements_are_in_view_although_they_are_not_under_the_filter(page: ShownPage) -> None:
    page.at.query_params["country"] = "EE"
    page.at.run()
    assert page.pins() == {"Tallinn", "Tartu"}
    both = page.sight()
    page.do("moves", "yes", on="no")
    assert page.sight()["zoom"] > both["zoom"]
    assert page.sight()["latitude"] > both["latitude"]


def test_days_move_the_map_only_when_it_is_fitted_to_them_and_then_other_days_do_not(page: ShownPage) -> None:
    page.at.run()
    whole = page.sight()
    assert "Fit to these days" not in page.surfaces()["legend"]
    page.do("days", "2022-02-08/2022-02-08")
    assert page.sight() == whole
    assert "Fit to these days" in page.surfaces()["legend"]
    page.do("near", "2022-02-08/2022-02-08")
    fitted = page.sight()
    assert fitted["zoom"] > whole["zoom"]
    assert "Fit to these days" not in page.surfaces()["legend"]
    page.do("days", "2022-02-08/2022-03-01")
    assert page.sight() == fitted
    page.do("days", "")
    assert page.sight() == whole
    page.do("days", "2022-02-08/2022-02-08")
    page.do("whole")
    assert page.sight()["zoom"] == pytest.approx(whole["zoom"])


@pytest.mark.parametrize("near", ["/", "yesterday/tomorrow", "2022-02-08", "2030-01-01/2029-01-01"])
def test_days_that_are_none_or_hold_nothing_leave_the_map_as_it_is(near: str, page: ShownPage) -> None:
    page.at.query_params["from"] = "2022-02-08"
    page.at.query_params["undated"] = "no"
    page.at.run()
    whole = page.sight()
    page.at.query_params["near"] = near
    page.at.run()
    assert page.sight() == whole


def test_a_link_with_days_opens_on_what_they_hold_and_other_days_do_not_move_it_until_the_whole_map_is_asked_for(
    page: ShownPage,
) -> None:
    page.at.query_params["from"] = page.at.query_params["to"] = "2022-02-08"
    page.at.query_params["undated"] = "no"
    page.at.run()
    opened = page.sight()
    assert "Fit to these days" not in page.surfaces()["legend"]
    page.do("days", "2022-02-08/2022-03-01")
    assert page.sight() == opened
    page.at.session_state[RETURNS] = 1
    page.at.run()
    assert page.sight()["zoom"] < opened["zoom"]
    page.do("days", "2022-02-08/2022-02-08")
    assert page.sight()["zoom"] < opened["zoom"]
