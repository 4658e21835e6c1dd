"""What each filter lets through, and what the lists and facets count under it."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geonews.store import EVERYTHING, Filter, KindCount, SourceCount, Store
from geonews.store.fulltext import hits, match_query
from geonews.store.keys import day_and_instant

if TYPE_CHECKING:
    from conftest import World


@pytest.fixture
def corpus(store: Store, world: World) -> Store:
    """Three dated articles, an undated one, and one whose date cannot be read."""
    for article_id, text, source, published in (
        ("feb7", "Kyiv waits. About 1,000 Russian troops left Kyiv.", "Wire", "2022-02-07"),
        ("feb8", "Ships crossed the Black Sea to Nowhereville.", "Gazette", "2022-02-08T23:30:00-05:00"),
        ("feb9", "Moscow denied it. Kyiv did not.", None, "2022-02-09T03:00:00+00:00"),
        ("undated", "Café talk in Kyiv.", "Wire", None),
        ("unreadable", "No place at all.", "Wire", "last Tuesday"),
    ):
        store.add(world.parsed(text, article_id, source=source, published=published))
    return store


def ids(store: Store, wanted: Filter) -> list[str | int]:
    return [row.id for row in store.articles(wanted)]


def test_the_default_lets_everything_through_newest_first_and_undated_last(corpus: Store) -> None:
    assert ids(corpus, EVERYTHING) == ["feb8", "feb9", "feb7", "undated", "unreadable"]


def test_a_filter_can_key_a_cache() -> None:
    assert len({Filter(sources=("Wire", None)), Filter(sources=("Wire", None)), EVERYTHING}) == 2


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Filter(sources=("Gazette",)), ["feb8"]),
        (Filter(sources=(None,)), ["feb9"]),
        (Filter(sources=(None, "Gazette")), ["feb8", "feb9"]),
        (Filter(sources=("Unknown",)), []),
        (Filter(undated=False), ["feb8", "feb9", "feb7"]),
        (Filter(since=date(2022, 2, 8)), ["feb8", "feb9", "undated", "unreadable"]),
        (Filter(since=date(2022, 2, 8), until=date(2022, 2, 8), undated=False), ["feb8"]),
        (Filter(until=date(2022, 2, 7), undated=False), ["feb7"]),
        (Filter(text="kyiv"), ["feb9", "feb7", "undated"]),
        (Filter(text='"left Kyiv"'), ["feb7"]),
        (Filter(text='"Kyiv left"'), []),
        (Filter(text="troops waits"), ["feb7"]),
        (Filter(text="troop"), []),
        (Filter(text="troop*"), ["feb7"]),
        (Filter(text="cafe"), ["undated"]),
        (Filter(text="  "), ["feb8", "feb9", "feb7", "undated", "unreadable"]),
        (Filter(text="..."), []),
        (Filter(place_kinds=("sea",)), ["feb8"]),
        (Filter(place_kinds=("sea", "city"), sources=("Wire",)), ["feb7", "undated"]),
        (Filter(place_kinds=("river",)), []),
    ],
)
def test_each_filter_lets_through_what_it_says(corpus: Store, wanted: Filter, expected: list[str]) -> None:
    assert ids(corpus, wanted) == expected
    assert corpus.facets(wanted).articles == len(expected)


def test_articles_are_filtered_by_key(corpus: Store) -> None:
    keys = (*corpus.keys("feb7"), *corpus.keys("undated"))
    assert ids(corpus, Filter(articles=keys)) == ["feb7", "undated"]
    assert ids(corpus, Filter(articles=("gone",))) == []


@given(st.text())
def test_no_input_can_break_the_full_text_search(typed: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE search USING fts5(text)")
    query = match_query(typed)
    if query is not None:
        connection.execute("SELECT * FROM search WHERE search MATCH ?", (query,)).fetchall()
    connection.close()


@pytest.mark.parametrize(
    "typed", ['"', '"open', 'a"b', "NEAR(", "title:x", "-", "*", "a OR", "\0", "\ud800", "x " * 9000, "^(){}[]:+'\\"]
)
def test_odd_searches_find_nothing_wrong(corpus: Store, typed: str) -> None:
    assert isinstance(corpus.articles(Filter(text=typed)), list)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("GRAIN", ["Grain", "grain"]),
        ('"grain ships" left', ["grain ships", "left"]),
        ("malmo", ["Malmö"]),
        ('"ships left" "grain ships"', ["grain ships left"]),
        ("gra ain ship", []),
        ("Gra* le*", ["Grain", "grain", "left"]),
        ('"grain shi"*', ["grain ships"]),
        ('"grain sh*"', []),
        ('"ships left m"* wait*', ["waited", "ships left Malmö"]),
        ("* **", []),
        ('- "" ()', []),
    ],
)
def test_what_was_searched_for_is_found_in_the_text_as_the_search_finds_it(typed: str, found: list[str]) -> None:
    text = "Grain waited; grain ships left Malmö."
    assert [text[start:end] for start, end in hits(text, typed)] == found


@given(st.text(alphabet='aBé-ßi\u0307 ."', max_size=40), st.text(alphabet='aBé-ßi \u0307"*', max_size=12))
def test_what_was_searched_for_is_marked_in_order_and_without_overlaps(text: str, typed: str) -> None:
    edges = [edge for span in hits(text, typed) for edge in span]
    assert edges == sorted(edges)
    assert all(text[start:end].strip() for start, end in hits(text, typed))


def test_rows_count_pins_figures_and_places(corpus: Store) -> None:
    row = next(row for row in corpus.articles() if row.id == "feb7")
    assert (row.mentions, row.figures, row.places, row.day) == (3, 1, 2, date(2022, 2, 7))
    (row,) = corpus.articles(Filter(place_kinds=("city",), articles=corpus.keys("feb7")))
    assert (row.mentions, row.places) == (2, 1)


def test_places_count_pins_articles_and_the_newest_date(corpus: Store) -> None:
    kyiv = corpus.places()[0]
    assert (kyiv.place.name, kyiv.mentions, kyiv.articles, kyiv.newest) == ("Kyiv", 4, 3, date(2022, 2, 9))
    assert {row.place.name: row.mentions for row in corpus.places(Filter(sources=(None,)))} == {"Kyiv": 1, "Moscow": 1}


def test_only_literal_toponyms_with_a_place_are_pins(store: Store, world: World) -> None:
    text = "Moscow said that Moscow, Kyiv and Nowhereville are Russian."
    store.add(world.parsed(text, kinds={0: "metonymic", 2: "associative", 4: "demonym"}))
    assert [(row.place.name, row.mentions) for row in store.places()] == [("Moscow", 1)]
    assert (store.summary().toponyms, store.summary().pins, store.summary().places) == (5, 1, 1)


def test_figures_of_a_place_are_counted_once_however_often_they_are_linked(store: Store, world: World) -> None:
    text = "About 1,000 troops and 5 ships left Kyiv for Kyiv."
    store.add(world.parsed(text, links=((0, 0, "origin"), (0, 1, "destination"), (1, 0, "origin"))))
    assert [(row.place.name, row.figures) for row in store.places()] == [("Kyiv", 2)]


def test_facets_obey_the_other_filters_but_not_their_own(corpus: Store) -> None:
    facets = corpus.facets(Filter(sources=("Gazette",), place_kinds=("city",)))
    assert facets.sources == (SourceCount("Wire", 2), SourceCount(None, 1))
    assert facets.kinds == (KindCount("sea", 1, 1),)
    assert facets.articles == 0


def test_facets_offer_all_days_and_count_the_undated(corpus: Store) -> None:
    facets = corpus.facets(Filter(since=date(2022, 2, 9), undated=False))
    assert (facets.first, facets.last, facets.undated) == (date(2022, 2, 7), date(2022, 2, 9), 2)
    assert facets.articles == 1


def test_an_empty_store_answers_everything(store: Store) -> None:
    assert store.articles() == store.places() == store.passages("gn:1") == []
    facets = store.facets()
    assert (facets.sources, facets.first, facets.undated, facets.articles) == ((), None, 0, 0)


def test_what_is_not_on_the_map_is_listed_with_the_reason(corpus: Store) -> None:
    unplaced = corpus.unplaced()
    (name,) = unplaced.names
    assert (name.text, name.reason, name.mentions, name.articles) == (
        "Nowhereville",
        "no such name in the gazetteer",
        1,
        1,
    )
    assert name.newest == corpus.keys("feb8")[0]
    assert [row.id for row in unplaced.articles] == ["unreadable"]
    assert corpus.unplaced(Filter(sources=("Gazette",))).articles == ()
    assert corpus.unplaced(Filter(sources=(None,))).names == ()


def test_a_day_is_the_publishers_own_and_the_order_is_that_of_the_instants() -> None:
    late = day_and_instant("2022-02-08T23:30:00-05:00")
    early = day_and_instant("2022-02-09T03:00:00+00:00")
    assert (late[0], early[0]) == ("2022-02-08", "2022-02-09")
    assert late[1] > early[1]


@given(st.datetimes(timezones=st.none() | st.timezones()))
def test_every_readable_date_has_a_day(moment: datetime) -> None:
    day, instant = day_and_instant(moment.isoformat())
    assert day == moment.isoformat()[:10]
    assert instant is not None


@pytest.mark.parametrize("published", [None, "", "last Tuesday", "2022-13-01"])
def test_a_date_that_cannot_be_read_is_no_date(published: str | None) -> None:
    assert day_and_instant(published) == (None, None)
