"""An open claim is marked on the map, wherever it was opened from, and closing it leads back there."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

from driving import BERLIN, KYIV, ShownPage

from geonews.claims import Claim
from geonews.claims.models import PlaceRole, Source
from geonews.dashboard import cache, claimed
from geonews.dashboard.pieces.claims import claim_id
from geonews.models import Place
from geonews.store import EVERYTHING

OSLO = Place("gn:3143244", "Oslo", "city", "NO", 59.91273, 10.74609)
SPLIT = Place("gn:3190261", "Split", "city", "HR", 43.50891, 16.43915)
SAID = Claim(
    *(400, 400, False, "marines", "troops", None, "Norway", "planned"),
    (PlaceRole(OSLO, "origin"), PlaceRole(SPLIT, "destination")),
    *((), None, None, None, 1),
    (Source("key", "Title", "Desk", None, None, "400 marines", 3, "Some 400 marines sail.", is_copy=False),),
)


def the_claim(page: ShownPage) -> str:
    """Return what the address calls the only claim of the small corpus."""
    page.at.run()
    (claim,) = cache.open_corpus(lambda _done, _all: None).claims(EVERYTHING)
    return claim_id(claim)


def layers(page: ShownPage) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(page.map().proto.json)["layers"]
    return found


def test_a_figure_that_goes_somewhere_is_marked_at_both_ends_and_on_its_way() -> None:
    assert claimed.marked(SAID) == (OSLO.id, SPLIT.id)
    (way,) = claimed.ways(SAID, [OSLO.id, SPLIT.id])
    assert (way["origin"], way["destination"]) == ([10.7461, 59.9127], [16.4392, 43.5089])
    assert claimed.ways(SAID, [OSLO.id]) == []
    (done,) = claimed.ways(replace(SAID, status="done"), [OSLO.id, SPLIT.id])
    assert (way["way"], done["way"]) == ("dashed", "whole")
    vague = replace(SAID, places=tuple(replace(each, confidence=0.2) for each in SAID.places))
    assert [each["way"] for each in claimed.ways(vague, [OSLO.id, SPLIT.id])] == ["dotted"]
    assert claimed.ways(replace(SAID, places=SAID.places[:1]), [OSLO.id]) == []
    norway = Place("gn:3144096", "Norway", "country", "NO", 62.0, 10.0, extent=(4.5, 57.9, 31.2, 71.2))
    twice = replace(SAID, places=(PlaceRole(norway, "origin"), *SAID.places))
    assert claimed.ways(twice, [norway.id, OSLO.id, SPLIT.id]) == [way]  # "from Oslo, Norway"
    far = replace(norway, extent=(170.0, 57.9, -170.0, 71.2))
    apart = replace(SAID, places=(PlaceRole(far, "origin"), *SAID.places))
    assert len(claimed.ways(apart, [far.id, OSLO.id, SPLIT.id])) == 2
    around = (PlaceRole(OSLO, "origin"), PlaceRole(OSLO, "destination"))
    assert claimed.ways(replace(SAID, places=around), [OSLO.id]) == []


def test_an_open_claim_is_marked_where_it_is_said_to_be_and_no_other_place_is(page: ShownPage) -> None:
    page.at.query_params["place"] = BERLIN
    page.do("claim", the_claim(page))
    assert page.ringed() == [[30.524, 50.455]]
    assert "chosen" in page.surfaces()["legend"]
    assert not [layer for layer in layers(page) if layer["id"] == "moved"]
    page.do("claim")
    assert page.ringed() == [[13.411, 52.524]]
    page.do("place")
    assert page.ringed() == []


def test_a_claim_that_is_opened_in_an_article_lies_over_it_and_closing_it_shows_the_article_again(
    page: ShownPage,
) -> None:
    claim = the_claim(page)
    page.do("read", claim.partition("@")[0])
    page.do("claim", claim)
    assert "Back to the article" in page.surfaces()["passages"]
    assert "1 independent source" in page.surfaces()["passages"]
    page.do("claim")
    assert "gn-article" in page.surfaces()["passages"]


def test_a_claim_of_a_place_is_closed_to_the_page_of_passages_that_it_was_opened_from(page: ShownPage) -> None:
    page.at.query_params.update({"place": KYIV, "page": "2"})
    page.do("claim", the_claim(page))
    assert "Back to the passages" in page.surfaces()["passages"]
    page.do("claim")
    assert page.asked("page") == ["2"]


def test_a_claim_that_the_filter_leaves_out_is_read_all_the_same_and_marked_as_far_as_its_place_is_shown(
    page: ShownPage,
) -> None:
    claim = the_claim(page)
    page.do("country", "DE", on="yes")
    page.do("claim", claim)
    assert "1 independent source" in page.surfaces()["passages"]
    assert page.ringed() == []


def test_every_figure_of_an_article_opens_its_claim_with_mouse_and_keys(page: ShownPage) -> None:
    claim = the_claim(page)
    page.do("read", claim.partition("@")[0])
    figure = re.search(r'<mark class="gn-figure" ([^>]*)>', page.surfaces()["passages"])
    assert figure is not None
    assert f'role="button" tabindex="0" data-do="claim" data-value="{claim}"' in figure[1]
    assert "who else says so, and who says otherwise" in figure[1]
