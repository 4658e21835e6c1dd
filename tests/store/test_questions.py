"""What a dashboard asks of the store: filters over sentences, facets, days, movements, places by name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from geonews.claims import Copyist
from geonews.models import Link, Movement
from geonews.store import CountryCount, DayCount, FigureCount, Filter, UseCount

if TYPE_CHECKING:
    from conftest import World

    from geonews.store import Store

WAYS = tuple(
    Link(figure, 2 * figure + end, role, "syntax")
    for figure in (0, 1)
    for end, role in enumerate(("origin", "destination"))
)
"""From each sentence's first place to its second."""


@pytest.fixture
def corpus(store: Store, world: World) -> Store:
    """Two dated articles and one undated; owners and statuses of their figures differ."""
    first = world.parsed(
        "About 1,000 Russian troops left Kyiv. Moscow said 5 ships stayed.",
        "one",
        {0: "demonym", 2: "metonymic"},
        ((0, 1, "origin"),),
        published="2022-02-07",
    )
    owned = (replace(first.figures[0], owner="Russia"), replace(first.figures[1], status="planned"))
    store.add(replace(first, figures=owned))
    store.add(
        world.parsed("Kyiv slept. About 20 ships crossed the Black Sea.", "two", published="2022-02-07T23:00:00Z")
    )
    store.add(world.parsed("Kyiv and Moscow and Nowhereville were calm.", "three"))
    return store


def names(store: Store, wanted: Filter) -> dict[str, int]:
    return {row.place.name: row.mentions for row in store.places(wanted)}


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        pytest.param(Filter(), {"Kyiv": 3, "Black Sea": 1, "Moscow": 1}, id="pins are literal"),
        pytest.param(Filter(uses=()), {"Kyiv": 3, "Moscow": 2, "Black Sea": 1, "Russia": 1}, id="all uses"),
        pytest.param(Filter(uses=("metonymic",)), {"Moscow": 1}, id="one use"),
        pytest.param(Filter(countries=("UA",)), {"Kyiv": 3}, id="a country"),
        pytest.param(Filter(countries=(None, "RU")), {"Black Sea": 1, "Moscow": 1}, id="no country or one"),
        pytest.param(Filter(confidence=0.95), {}, id="surer than any"),
        pytest.param(Filter(figure_kinds=("troops",)), {"Kyiv": 1}, id="in sentences with such a figure"),
        pytest.param(Filter(owners=("Russia",)), {"Kyiv": 1}, id="of an owner"),
        pytest.param(Filter(owners=(None,)), {"Black Sea": 1}, id="of nobody named"),
        pytest.param(Filter(statuses=("planned",), uses=()), {"Moscow": 1}, id="of a status"),
        pytest.param(Filter(figure_kinds=("ships",), countries=("UA",)), {}, id="both within one sentence"),
        pytest.param(Filter(figure_kinds=("money",)), {}, id="what nobody counts"),
    ],
)
def test_what_counts_under_a_filter(corpus: Store, wanted: Filter, expected: dict[str, int]) -> None:
    assert names(corpus, wanted) == expected


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        pytest.param(Filter(), (date(2022, 2, 5), date(2022, 2, 7), 3), id="all"),
        pytest.param(Filter(until=date(2022, 2, 6)), (date(2022, 2, 5), date(2022, 2, 5), 2), id="the undated too"),
        pytest.param(Filter(since=date(2022, 2, 8)), (None, None, 1), id="the undated alone"),
    ],
)
def test_a_place_tells_the_days_of_the_articles_that_count(
    store: Store, world: World, wanted: Filter, expected: tuple[date | None, date | None, int]
) -> None:
    for name, published in (("one", "2022-02-07"), ("two", "2022-02-05"), ("three", None)):
        store.add(world.parsed("Kyiv slept. Moscow and Kyiv did not.", name, published=published))
    for row in store.places(wanted):
        assert (row.oldest, row.newest, row.articles) == expected


@pytest.mark.parametrize(
    "wanted",
    [
        Filter(uses=()),
        Filter(uses=("literal", "metonymic")),
        Filter(uses=("metonymic",)),
        Filter(countries=("RU",)),
        Filter(uses=("literal", "demonym"), since=date(2022, 2, 8)),
        Filter(uses=(), figure_kinds=("ships",)),
        Filter(confidence=0.95, uses=()),
    ],
)
def test_the_filter_of_figures_and_the_one_of_anywhere_leave_answers_as_they_are(corpus: Store, wanted: Filter) -> None:
    narrower = wanted.of_figures
    assert corpus.statement_keys(narrower).handles.tolist() == corpus.statement_keys(wanted).handles.tolist()
    assert corpus.unplaced(wanted.anywhere) == corpus.unplaced(wanted)


def test_filters_that_differ_in_the_uses_of_names_alone_have_one_filter_of_figures() -> None:
    assert Filter(text="x", uses=("literal", "metonymic")).of_figures == Filter(text="x").of_figures


def test_an_article_passes_if_one_sentence_meets_all_conditions(corpus: Store) -> None:
    def ids(wanted: Filter) -> list[str | int]:
        return [row.id for row in corpus.articles(wanted)]

    assert ids(Filter(figure_kinds=("ships",))) == ["two", "one"]
    assert ids(Filter(figure_kinds=("ships",), place_kinds=("sea",))) == ["two"]
    assert ids(Filter(figure_kinds=("ships",), place_kinds=("city",))) == []


def test_articles_come_in_pages(corpus: Store) -> None:
    everything = corpus.articles()
    assert corpus.articles(limit=2) == everything[:2]
    assert corpus.articles(limit=2, offset=2) == everything[2:]


def test_every_facet_counts_under_the_other_filters_but_not_its_own(corpus: Store) -> None:
    facets = corpus.facets(Filter(figure_kinds=("ships",), countries=("UA",)))
    assert facets.countries == (CountryCount(None, 1, 1),)
    assert facets.figure_kinds == (FigureCount("troops", 1),)
    assert facets.mentions == facets.figures == facets.articles == 0
    free = corpus.facets()
    assert free.uses == (UseCount("literal", 5), UseCount("demonym", 1), UseCount("metonymic", 1))
    assert free.owners == (FigureCount(None, 2), FigureCount("Russia", 1))
    assert free.statuses == (FigureCount("done", 2), FigureCount("planned", 1))
    assert free.confidences == (5,) * 10
    assert (free.mentions, free.figures) == (5, 3)


def test_the_timeline_counts_days_and_keeps_the_undated_apart(corpus: Store) -> None:
    assert corpus.timeline() == (DayCount(date(2022, 2, 7), 2, 3, 3), DayCount(None, 1, 2, 0))
    assert corpus.timeline(Filter(figure_kinds=("troops",))) == (DayCount(date(2022, 2, 7), 1, 1, 1),)
    assert corpus.timeline(Filter(text="zebra")) == ()


def test_passages_with_figures_for_the_place_can_come_first(corpus: Store) -> None:
    newest = [row.id for row in corpus.passages("gn:1")]
    assert newest == ["two", "one", "three"]
    assert [row.id for row in corpus.passages("gn:1", order="figures")] == ["one", "two", "three"]
    assert [row.id for row in corpus.passages("gn:1", Filter(figure_kinds=("troops",)))] == ["one"]


def test_places_are_found_by_the_beginning_of_a_word_in_any_spelling(corpus: Store) -> None:
    def found(typed: str) -> list[str]:
        return [row.place.name for row in corpus.search_places(typed)]

    assert found("KY") == ["Kyiv"]
    assert found("sea") == ["Black Sea"]
    assert found("zz") == []
    assert found("") == ["Kyiv", "Black Sea", "Moscow"]
    assert len(corpus.search_places("", limit=1)) == 1


def test_a_place_tells_how_sure_its_surest_mention_is_and_how_many_are_literal(corpus: Store) -> None:
    moscow = next(row for row in corpus.places(Filter(uses=())) if row.place.name == "Moscow")
    assert (moscow.confidence, moscow.literal, moscow.mentions) == (0.9, 1, 2)


def test_a_movement_has_both_ends_and_the_sentence_that_says_so(store: Store, world: World) -> None:
    parsed = world.parsed("Some 1,000 troops left Kyiv for Moscow. And 5 ships left Kyiv for Nowhereville.")
    moves = (Movement(0, 0, 1), Movement(1, 2, 3))
    store.add(replace(parsed, movements=moves, links=WAYS))
    (moved,) = store.movements()
    assert (moved.origin.name, moved.destination.name, moved.statement.figure.low) == ("Kyiv", "Moscow", 1000)
    assert moved.statement.text.startswith("Some 1,000")
    assert store.movements(Filter(figure_kinds=("ships",))) == []


def test_a_movement_from_what_its_figure_is_not_linked_to_is_none(store: Store, world: World) -> None:
    parsed = world.parsed("Some 1,000 troops left Kyiv for Moscow.")
    store.add(replace(parsed, movements=(Movement(0, 0, 1),), links=WAYS[:1]))
    assert store.movements() == []
    assert store.routes() == ([], 0)


def test_a_movement_that_articles_copy_is_one(store: Store, world: World) -> None:
    said = "Some 1,000 troops left Kyiv for a row of camps by the river near Moscow, the mayor said on Monday."
    moved = replace(world.parsed(said), movements=(Movement(0, 0, 1),), links=WAYS[:2])
    for number in (1, 2):
        store.add(replace(moved, article=replace(moved.article, id=str(number))), copyist=Copyist())
    assert len(store.movements()) == 1
    assert [route.movements for route in store.routes()[0]] == [1]


def test_a_route_holds_all_movements_of_its_ends_and_its_newest_statements(store: Store, world: World) -> None:
    for day in (1, 2, 3, 4):
        parsed = world.parsed(f"Some {day},000 troops left Kyiv for Moscow. And {day} ships left Moscow for Kyiv.")
        article = replace(parsed.article, id=str(day), published=f"2022-02-0{day}" if day < 4 else None)
        moves = (Movement(0, 0, 1), Movement(1, 2, 3), Movement(1, 2, 2))[day // 4 :]
        store.add(replace(parsed, article=article, movements=moves, links=WAYS))
    (first, second), _ = store.routes(each=2)
    assert [(way.origin.name, way.destination.name, way.movements) for way in (first, second)] == [
        ("Moscow", "Kyiv", 4),
        ("Kyiv", "Moscow", 3),
    ]
    assert [str(stated.day) for stated in first.newest] == ["2022-02-03", "2022-02-02"]
    assert store.routes(limit=1)[1] == 2
    assert store.routes(Filter(figure_kinds=("nothing",))) == ([], 0)


def test_figures_without_a_place_are_counted_among_what_the_map_cannot_show(corpus: Store) -> None:
    assert corpus.unplaced().figures == 2
    assert [name.text for name in corpus.unplaced(Filter(countries=("XX",))).names] == ["Nowhereville"]
    assert corpus.unplaced(Filter(figure_kinds=("troops",))).names == ()


def test_a_long_list_of_what_the_map_cannot_show_is_cut_and_counted(store: Store, world: World) -> None:
    for number in range(3):
        store.add(world.parsed("Nowhereville and Nowhereville.", f"unplaced {number}"))
        store.add(world.parsed("Nothing at all.", f"bare {number}"))
    whole, first, nothing = (store.unplaced(limit=limit) for limit in (None, 1, 0))
    assert (whole.all_names, whole.all_articles) == (1, 6)
    assert (len(whole.names), len(whole.articles)) == (1, 6)
    assert (first.names, first.articles) == (whole.names, whole.articles[:1])
    assert (nothing.names, nothing.articles, nothing.all_articles) == ((), (), 6)
