"""The filters beside the map: what each offers, and how many it would leave."""

from __future__ import annotations

import re
from dataclasses import replace

from geonews.dashboard.actions import apply
from geonews.dashboard.pieces.filters import filters_html
from geonews.dashboard.state import View
from geonews.store import EVERYTHING, Filter, Store


def test_what_names_stand_for_is_a_filter_with_counts_and_closed_until_it_is_changed(store: Store) -> None:
    html = filters_html(EVERYTHING, store.facets(), [])
    assert '<details class="gn-list" id="list-use"><summary' in html
    assert 'data-do="use" data-value="literal" checked>' in html
    assert "the place itself" in html
    wider = apply(View(), {"do": "use", "value": "metonymic", "on": "yes"}).filter
    assert wider.uses == ("literal", "metonymic")
    changed = filters_html(wider, store.facets(wider), [])
    assert '<details class="gn-list" id="list-use" open>' in changed
    assert "its government, people or team" in changed


def test_what_is_chosen_and_found_nowhere_is_called_what_it_is(store: Store) -> None:
    nowhere = Filter(
        sources=(None,),
        countries=("UA", None),
        place_kinds=("admin1",),
        statuses=("negated",),
        owners=(None,),
        articles=("gone",),
    )
    html = filters_html(nowhere, store.facets(replace(nowhere, text="zebra")), [])
    labels = re.findall(r'dir="auto">([^<]*)<', html)
    assert set(labels) == {
        "no publisher",
        "Ukraine",
        "no single country",
        "province",
        "said not to be",
        "nobody named",
        "the place itself",
        "an article that is not here",
    }


def test_each_list_says_what_its_numbers_count(store: Store) -> None:
    html = filters_html(EVERYTHING, store.facets(), store.articles())
    counted = dict(re.findall('id="list-([a-z]+)".*?data-counts="([a-z]+)"', html))
    assert {name: counted[name] for name in ("publisher", "country", "owner")} == {
        "publisher": "articles",
        "country": "mentions",
        "owner": "figures",
    }


def test_the_undated_are_offered_where_there_are_any_or_they_are_chosen(store: Store) -> None:
    facets = store.facets()
    assert 'data-do="undated"' in filters_html(EVERYTHING, replace(facets, undated=2), [])
    assert 'data-do="undated"' not in filters_html(EVERYTHING, replace(facets, undated=0), [])
    assert 'data-do="undated"' in filters_html(replace(EVERYTHING, undated=False), replace(facets, undated=0), [])


def test_a_title_cannot_turn_the_date_beside_it(store: Store) -> None:
    (row,) = (each for each in store.articles() if each.title == "A note")
    html = filters_html(EVERYTHING, store.facets(EVERYTHING), [replace(row, title="\u0645\u0631\u062d\u0628\u0627")])
    assert 'dir="auto">\u0645\u0631\u062d\u0628\u0627<bdi> (undated)</bdi></span>' in html
