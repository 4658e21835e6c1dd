"""Adding, updating and removing articles: nothing is lost, nothing is doubled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from geonews.errors import StoreError
from geonews.store import Filter, Summary, article_key

if TYPE_CHECKING:
    from conftest import World

    from geonews.store import Store


def test_an_article_comes_out_as_it_went_in(store: Store, world: World) -> None:
    parsed = world.parsed(title="T", source="S", url="https://example.org/x", published="2022-02-07 12:24:52.002364-05")
    assert store.add(parsed) == "added"
    assert store.article(*store.keys("a")) == parsed


def test_the_same_article_again_changes_nothing(store: Store, world: World) -> None:
    store.add(world.parsed(title="T", source="S"))
    before = store.revision(), store.summary()
    assert store.add(world.parsed()) == "unchanged"
    assert (store.revision(), store.summary()) == before


def test_newly_known_facts_are_taken_over_and_unknown_ones_erase_nothing(store: Store, world: World) -> None:
    store.add(world.parsed(title="T", source="S"))
    assert store.add(world.parsed(published="2022-02-07")) == "updated"
    article = store.article(*store.keys("a")).article
    assert (article.title, article.source, article.published) == ("T", "S", "2022-02-07")


def test_a_new_title_can_be_found_and_the_old_one_no_longer(store: Store, world: World) -> None:
    store.add(world.parsed(title="Oldword"))
    store.add(world.parsed(title="Newword"))
    assert len(store.articles(Filter(text="newword"))) == 1
    assert store.articles(Filter(text="oldword")) == []


def test_the_same_id_with_another_text_is_kept_beside_the_first(store: Store, world: World) -> None:
    assert store.add(world.parsed("Kyiv one.")) == "added"
    assert store.add(world.parsed("Kyiv two.")) == "added"
    assert store.keys("a") == (article_key("a", "Kyiv one."), article_key("a", "Kyiv two."))


def test_a_number_and_its_digits_are_two_ids(store: Store, world: World) -> None:
    store.add(world.parsed(article_id=7))
    store.add(world.parsed(article_id="7"))
    assert len(store.keys(7)) == len(store.keys("7")) == 1
    assert [row.id for row in store.articles()] == [7, "7"]


def test_ids_beyond_64_bits_survive(store: Store, world: World) -> None:
    store.add(world.parsed(article_id=10**30))
    assert store.article(*store.keys(10**30)).article.id == 10**30


def test_another_parse_of_the_same_text_replaces_the_old_one(store: Store, world: World) -> None:
    store.add(world.parsed(links=((0, 0, "origin"),), title="T"))
    better = replace(world.parsed(kinds={0: "demonym"}), figures=())
    assert store.add(better) == "updated"
    assert store.article(*store.keys("a")) == replace(better, article=world.parsed(title="T").article)
    assert store.summary().figures == store.summary().links == 0


def test_holds_tells_whether_parsing_again_could_change_anything(store: Store, world: World) -> None:
    article = world.parsed(title="T").article
    assert not store.holds(article)
    store.add(world.parsed(title="T"), parser="1")
    assert store.holds(article, parser="1")
    assert store.holds(replace(article, title=None), parser="1")
    assert not store.holds(article, parser="2")
    assert not store.holds(replace(article, source="S"), parser="1")
    assert not store.holds(replace(article, text="Other."), parser="1")
    assert not store.holds(replace(article, id=1), parser="1")


def test_a_newer_parser_with_the_same_result_is_noted(store: Store, world: World) -> None:
    store.add(world.parsed(), parser="1")
    assert store.add(world.parsed(), parser="2") == "updated"
    assert store.holds(world.parsed().article, parser="2")


def test_removing_leaves_no_trace_and_counts_what_was_there(store: Store, world: World) -> None:
    store.add(world.parsed(links=((0, 1, "origin"),)))
    assert store.remove([*store.keys("a"), "0123456789abcdef"]) == 1
    assert store.summary() == Summary(0, 0, 0, 0, 0, 0, 0)
    assert store.keys("a") == ()
    assert list(store.parsed()) == []


def test_removing_more_keys_than_sqlite_has_parameters(store: Store, world: World) -> None:
    store.add(world.parsed())
    assert store.remove([f"{number:016x}" for number in range(40_000)] + list(store.keys("a"))) == 1


def test_removing_nothing_is_no_change(store: Store, world: World) -> None:
    store.add(world.parsed())
    before = store.revision()
    assert store.remove([]) == store.remove(["unknown"]) == 0
    assert store.revision() == before


def test_an_unknown_key_is_no_article(store: Store) -> None:
    assert store.article("unknown") is None


def test_every_change_moves_the_revision(store: Store, world: World) -> None:
    seen = [store.revision()]
    store.add(world.parsed())
    seen.append(store.revision())
    store.add(world.parsed(title="T"))
    seen.append(store.revision())
    store.remove(store.keys("a"))
    seen.append(store.revision())
    assert seen == sorted(set(seen))


def test_an_article_that_cannot_be_stored_leaves_nothing_behind(store: Store, world: World) -> None:
    store.add(world.parsed())
    before = store.revision(), store.summary()
    broken = world.parsed("Kyiv fell.", article_id="b")
    half_character = replace(broken.resolutions[0], reason="\ud800")
    with pytest.raises(StoreError, match="lone surrogate"):
        store.add(replace(broken, resolutions=(half_character,)))
    assert (store.revision(), store.summary()) == before


def test_what_the_gazetteer_says_last_about_a_place_is_what_the_map_shows(store: Store, world: World) -> None:
    store.add(world.parsed("Kyiv fell."))
    later = world.parsed("Kyiv stood.", article_id="b")
    place = replace(world.places["Kyiv"], population=3_000_000)
    store.add(replace(later, resolutions=(replace(later.resolutions[0], place=place, candidates=()),)))
    assert [(row.place.population, row.mentions) for row in store.places()] == [(3_000_000, 2)]
