"""Corrections of a sentence that other articles copy: where the words stand there, and one way back for all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geonews.claims import Copyist
from geonews.models import Correction, Place
from geonews.store import Store

if TYPE_CHECKING:
    from conftest import World

IDAHO = Place("gn:9", "Moscow", "city", "US", 46.7, -117.0, admin1="Idaho")
SENTENCE = "About 1,000 Russian troops left Moscow for a camp near Moscow on Friday night, the ministry said."
MADE = "2026-01-01T00:00:00.000000+00:00"


def add(store: Store, world: World, **texts: str) -> None:
    for name, text in texts.items():
        store.add(world.parsed(text, name), copyist=Copyist())


def spots(store: Store, name: str, start: int, words: str) -> list[tuple[str | int | None, int | None]]:
    (key,) = store.keys(name)
    found = store.ledger.repeated(key, correction(name, start, words))
    assert all(each.end == each.start + len(words) and each.text == words for each in found)
    return [(each.article, each.start) for each in found]


def correction(name: str, start: int, words: str) -> Correction:
    return Correction("place", words, name, start, start + len(words), IDAHO, MADE)


def test_the_words_are_found_in_every_copy_at_the_same_turn(store: Store, world: World) -> None:
    add(store, world, a=SENTENCE, b=f"Moscow woke. {SENTENCE}", c=f"{SENTENCE} Kyiv slept.", d="Moscow slept.")
    second = SENTENCE.rindex("Moscow")
    assert spots(store, "a", second, "Moscow") == [("b", 13 + second), ("c", second)]
    first = SENTENCE.index("Moscow")
    assert spots(store, "b", 13 + first, "Moscow") == [("a", first), ("c", first)]


def test_a_copy_that_does_not_hold_the_words_is_left_out(store: Store, world: World) -> None:
    add(store, world, a=SENTENCE, b=SENTENCE.replace("Friday night", "Friday"))
    assert spots(store, "a", SENTENCE.index("night"), "night") == []
    assert len(spots(store, "a", SENTENCE.index("Friday"), "Friday")) == 1


def test_of_a_sentence_that_nothing_was_read_in_only_an_equal_one_is_a_copy(store: Store, world: World) -> None:
    plain = "The clinic by the old mill is shut."
    add(store, world, a=plain, b=f"Moscow woke. {plain}", c=plain.replace("mill", "pier"))
    assert spots(store, "a", 18, "old mill") == [("b", 31)]
    add(store, world, quoted='He said "so".', again='Kyiv slept. He said "so".')
    assert spots(store, "quoted", 3, "said") == [("again", 15)]


def test_words_of_no_passage_have_no_copies(store: Store, world: World) -> None:
    add(store, world, a=SENTENCE)
    assert spots(store, "a", len(SENTENCE), "x") == []
    assert store.ledger.repeated("no such key", correction("a", 0, "About")) == []
    assert store.ledger.repeated(*store.keys("a"), Correction("no place", "Moscow", "a")) == []


def test_what_one_press_has_put_right_in_all_copies_is_taken_back_at_once(store: Store, world: World) -> None:
    add(store, world, a=SENTENCE, b=f"Moscow woke. {SENTENCE}")
    before = store.places()
    start = SENTENCE.index("Moscow")
    here = correction("a", start, "Moscow")
    there = store.ledger.repeated(*store.keys("a"), here)
    other = replace(here, text="Russian", start=12, end=19)
    store.ledger.add([here, *there, other], copyist=Copyist())
    assert {row.place.id: row.articles for row in store.places()}["gn:9"] == 2
    number = store.ledger.history()[-1].number
    assert store.ledger.undo_press(number, copyist=Copyist()) == [here, *there]
    assert store.ledger.corrections() == [other]
    assert store.ledger.undo_press(number) == []
    store.ledger.undo_press(store.ledger.history()[0].number, copyist=Copyist())
    assert store.places() == before


def test_what_has_no_moment_belongs_to_no_press(store: Store, world: World) -> None:
    add(store, world, a=SENTENCE)
    store.ledger.add([Correction("no place", "Moscow", "a"), Correction("no place", "Moscow", "b")])
    assert len(store.ledger.undo_press(store.ledger.history()[0].number)) == 1


def test_taking_back_what_added_nothing_lets_the_name_before_it_speak_again(store: Store, world: World) -> None:
    add(store, world, a=SENTENCE)
    start = SENTENCE.index("camp")
    camp = correction("a", start, "camp")
    store.ledger.add([camp, replace(camp, what="no place", place=None, made="2026-02-01T00:00:00.000000+00:00")])
    assert "gn:9" not in {row.place.id for row in store.places()}
    store.ledger.undo(store.ledger.history()[0].number)
    assert "gn:9" in {row.place.id for row in store.places()}
