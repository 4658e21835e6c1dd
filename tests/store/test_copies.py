"""Copied passages: counted over articles, whatever is added or removed; and the claims that they make."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from geonews.claims import Copyist, group
from geonews.store import EVERYTHING, Filter

if TYPE_CHECKING:
    from conftest import World

    from geonews.store import PlaceRow, Store

LONG = "About 1,000 Russian troops left Kyiv for a row of camps by the river, the mayor said on Monday."
EDITED = LONG.replace(", the mayor said on Monday", "")
OTHER = LONG.replace("1,000", "3,000")


@pytest.fixture
def put(store: Store, world: World):  # noqa: ANN201 - a function of this file
    """Return what adds articles by id, each published by itself."""

    def add(**texts: str) -> None:
        for article_id, text in texts.items():
            links = ((0, 1, "origin"),) if "left Kyiv" in text else ()
            parsed = world.parsed(text, article_id, source=article_id, published="2022-02-07", links=links)
            store.add(parsed, copyist=Copyist())

    return add


def copied(store: Store, wanted: Filter = EVERYTHING) -> dict[str, int]:
    return {str(row.id): row.copies for row in store.passages("gn:1", wanted)}


def at(store: Store, name: str, wanted: Filter = EVERYTHING) -> PlaceRow:
    """Return the place of this name."""
    return next(row for row in store.places(wanted) if row.place.name == name)


def test_a_passage_tells_in_how_many_other_articles_it_stands(store: Store, put) -> None:  # noqa: ANN001
    put(a=LONG, b="First this. " + LONG, c=EDITED, d=OTHER)
    assert copied(store) == {"a": 2, "d": 0}
    assert copied(store, Filter(articles=store.keys("c"))) == {"c": 2}
    assert store.passage_count("gn:1") == 2


def test_where_it_was_filed_makes_no_other_sentence_unless_that_alone_says_where(store: Store, put) -> None:  # noqa: ANN001
    put(a=LONG, b=f"Moscow, Russia (Wire) - {LONG}")
    assert copied(store) == {"a": 1}
    shelled = "At least twelve people were killed when a shell struck the old market on Friday night."
    put(c=f"Kyiv (Wire) - {shelled}", d=f"Moscow (Wire) - {shelled}")
    assert copied(store) == {"a": 1, "c": 0}


def test_of_copies_the_oldest_is_read_and_undated_ones_last(store: Store, world: World) -> None:
    for article_id, published in (
        ("u", None),
        ("b", "2022-02-08"),
        ("a", "2022-02-07T21:00"),
        ("c", "2022-02-07T22:00"),
    ):
        store.add(world.parsed(LONG, article_id, published=published), copyist=Copyist())
    assert copied(store) == {"a": 3}


def test_copies_are_listed_with_where_they_stand(store: Store, put) -> None:  # noqa: ANN001
    put(a=LONG, b="First this. " + LONG)
    (copy,) = store.copies(store.keys("a")[0], 0)
    assert (copy.key, copy.source, copy.start, copy.text) == (store.keys("b")[0], "b", 12, LONG)
    assert store.copies("unknown", 0) == store.copies(store.keys("a")[0], 5) == []


def test_a_sentence_that_stands_twice_in_one_article_is_no_copy_of_another(store: Store, put) -> None:  # noqa: ANN001
    put(a=f"{LONG} {LONG}")
    assert set(copied(store).values()) == {0}


def test_removing_an_article_takes_its_copies_out_of_the_count(store: Store, put) -> None:  # noqa: ANN001
    put(a=LONG, b=LONG, c=EDITED)
    store.remove(store.keys("a"))
    assert copied(store) == {"b": 1}
    store.remove([*store.keys("b"), *store.keys("c")])
    put(d=EDITED)
    assert copied(store) == {"d": 0}


def test_another_parse_of_the_same_article_is_no_copy_of_the_old_one(store: Store, world: World) -> None:
    store.add(world.parsed(LONG), copyist=Copyist())
    store.add(replace(world.parsed(LONG), links=()), copyist=Copyist())
    assert copied(store) == {"a": 0}


def test_without_a_copyist_every_sentence_stands_alone(store: Store, world: World) -> None:
    for article_id in "ab":
        store.add(world.parsed(LONG, article_id))
    assert copied(store) == {"a": 0, "b": 0}
    assert len(group(store.statements(store.statement_keys().handles))) == 2


def test_what_copies_say_is_one_claim_and_another_number_another(store: Store, put) -> None:  # noqa: ANN001
    put(a=LONG, b=LONG, c=OTHER)
    found = group(store.statements(store.statement_keys().handles))
    assert [(claim.low, claim.independent, claim.copies) for claim in found] == [(1000, 1, 1), (3000, 1, 0)]
    assert [[each.place.name for each in claim.places] for claim in found] == [["Kyiv"], ["Kyiv"]]


def test_articles_that_mostly_copy_each_other_are_one_source_even_where_they_differ(store: Store, put) -> None:  # noqa: ANN001
    shared = "Nobody in Moscow wanted to speak to reporters about it all week. Ships lay idle in the Black Sea."
    put(a=f"{LONG} {shared}", b=f"In short, about 1,000 Russian troops have now gone from Kyiv. {shared}")
    statements = store.statements(store.statement_keys().handles)
    assert len({each.copy for each in statements}) == 2
    assert len({each.family for each in statements}) == 1


def test_a_place_counts_what_articles_copy_of_each_other_once(store: Store, put) -> None:  # noqa: ANN001
    quiet = "Nobody in Moscow wanted to speak to reporters about it all week."
    put(a=f"{LONG} {quiet}", b=f"{EDITED} {quiet}", c=f"{OTHER} Kyiv slept until the next day had come.")
    kyiv, moscow = (at(store, name) for name in ("Kyiv", "Moscow"))
    assert (kyiv.mentions, kyiv.once, kyiv.articles, kyiv.stories) == (4, 3, 3, 2)
    assert (moscow.mentions, moscow.once, moscow.articles, moscow.stories) == (2, 1, 2, 1)
    assert kyiv.figures == 2, "1,000 that two articles copy, and 3,000"
    countries = {each.country: each.mentions for each in store.facets().countries}
    assert countries["UA"] == sum(row.once for row in store.places() if row.place.country == "UA")


def test_under_a_filter_one_telling_of_a_story_still_counts(store: Store, put) -> None:  # noqa: ANN001
    put(a=LONG, b=LONG, c=OTHER)
    alone = Filter(articles=(*store.keys("b"), *store.keys("c")))
    kyiv = at(store, "Kyiv", alone)
    assert (kyiv.mentions, kyiv.once, kyiv.stories, kyiv.figures) == (2, 2, 2, 2)


def test_articles_of_one_sentence_are_a_story_if_that_is_copied(store: Store, put) -> None:  # noqa: ANN001
    put(a=LONG, b=EDITED, c=f"{LONG} Nobody in Moscow wanted to speak to reporters about it all week.")
    kyiv = at(store, "Kyiv")
    assert (kyiv.mentions, kyiv.once, kyiv.stories) == (3, 1, 2)


def test_statements_obey_the_filter_and_the_place(store: Store, put) -> None:  # noqa: ANN001
    put(a=LONG, b="About 5 ships left Moscow.")
    assert len(store.statement_keys(Filter(figure_kinds=("ships",))).handles) == 1
    assert len(store.statement_keys(place_id="gn:1").handles) == 1
    assert len(store.statement_keys(place_id="gn:999").handles) == 0


def test_a_statement_of_an_article_that_is_gone_is_left_out(store: Store, put) -> None:  # noqa: ANN001
    put(a=LONG, b=OTHER)
    handles = store.statement_keys().handles
    store.remove(store.keys("a"))
    assert [each.figure.low for each in store.statements(handles)] == [3000]
