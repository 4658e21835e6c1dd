"""A copy of a sentence that comes later follows what was put right in the sentence and its copies."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from righting import IDAHO, placed

from geonews.claims import Copyist
from geonews.models import Correction
from geonews.store import Store

if TYPE_CHECKING:
    from conftest import World

SENTENCE = "About 1,000 Russian troops left Moscow for a camp near Moscow on Friday night, the ministry said."
SECOND = SENTENCE.rindex("Moscow")
MADE = "2026-01-01T00:00:00.000000+00:00"
HERE = Correction("place", "Moscow", "a", SECOND, SECOND + 6, IDAHO, MADE)


def add(store: Store, world: World, **texts: str) -> None:
    for name, text in texts.items():
        store.add(world.parsed(text, name), copyist=Copyist())


def put_right(store: Store, made: Correction) -> None:
    """Put a mention right with the copies of its sentence, as one press does."""
    (key,) = store.keys(made.article)
    store.ledger.add([made, *store.ledger.repeated(key, made)], copyist=Copyist())


@pytest.fixture
def copied(store: Store, world: World) -> Store:
    """Return a store of a sentence and a copy of it."""
    add(store, world, a=SENTENCE, b=f"Kyiv woke. {SENTENCE}")
    return store


def test_a_later_copy_is_put_right_as_the_others_are_and_one_press_takes_all_back(copied: Store, world: World) -> None:
    put_right(copied, HERE)
    add(copied, world, c=f"{SENTENCE} Kyiv slept.", d="Moscow slept.")
    assert placed(copied)["gn:9"] == 3
    latest = copied.ledger.history()[0]
    assert latest.correction == replace(HERE, article="c")
    assert (latest.state, latest.mentions) == ("applied", 1)
    assert len(copied.ledger.undo_press(latest.number, copyist=Copyist())) == 3
    assert "gn:9" not in placed(copied)
    add(copied, world, e=f"Kyiv sang. {SENTENCE}")
    assert "gn:9" not in placed(copied)
    assert copied.ledger.history() == []


def test_a_wrong_figure_is_wrong_in_a_later_copy_too(copied: Store, world: World) -> None:
    put_right(copied, Correction("wrong figure", "1,000", "a", 6, 11, made=MADE))
    add(copied, world, c=f"{SENTENCE} Kyiv slept.")
    assert copied.summary().figures == 0
    assert [each.correction.article for each in copied.ledger.history()] == ["c", "b", "a"]


def test_what_was_said_of_one_mention_alone_is_followed_by_no_copy(copied: Store, world: World) -> None:
    copied.ledger.add([HERE])
    add(copied, world, c=f"{SENTENCE} Kyiv slept.")
    assert placed(copied)["gn:9"] == 1
    assert len(copied.ledger.history()) == 1


def test_of_two_presses_about_the_same_the_newer_holds_in_a_later_copy_until_it_is_undone(
    copied: Store, world: World
) -> None:
    put_right(copied, HERE)
    put_right(copied, replace(HERE, what="no place", place=None, made="2026-02-01T00:00:00.000000+00:00"))
    add(copied, world, c=f"{SENTENCE} Kyiv slept.")
    assert "gn:9" not in placed(copied)
    copied.ledger.undo_press(copied.ledger.history()[0].number, copyist=Copyist())
    assert placed(copied)["gn:9"] == 3


def test_an_article_that_comes_back_or_is_read_anew_follows_once(copied: Store, world: World) -> None:
    put_right(copied, HERE)
    later = f"{SENTENCE} Kyiv slept."
    add(copied, world, c=later)
    kept = copied.ledger.corrections()
    copied.remove(copied.keys("c"))
    add(copied, world, c=later)
    copied.add(world.parsed(later, "c", kinds={0: "demonym"}), parser="newer", copyist=Copyist())
    assert copied.ledger.corrections() == kept
    assert placed(copied)["gn:9"] == 3
