"""What becomes of corrections: undone they leave no trace, and they outlive their article and its parse."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from righting import IDAHO, OTHER, TEXT, at, dump, moscow, placed, wrong

from geonews.claims import Copyist
from geonews.models import Correction, ParsedArticle
from geonews.store import Store

if TYPE_CHECKING:
    from conftest import World


def test_what_is_undone_leaves_no_trace(filled: Store) -> None:
    before = dump(filled)
    filled.ledger.add([moscow(), wrong(), Correction("no place", "Kyiv")], copyist=Copyist())
    assert dump(filled) != before
    for each in filled.ledger.history():
        assert filled.ledger.undo(each.number, copyist=Copyist()) == each.correction
    assert dump(filled) == before
    assert filled.ledger.history() == []


def test_undoing_what_is_not_there_changes_nothing(filled: Store) -> None:
    revision = filled.revision()
    assert filled.ledger.undo(7) is None
    assert filled.revision() == revision


def test_undoing_the_newer_of_two_brings_the_older_one_back(filled: Store) -> None:
    filled.ledger.add([moscow()])
    filled.ledger.add([Correction("no place", "Moscow", "a", *at(TEXT, "Moscow"), made="2026-02-01")])
    newer, older = filled.ledger.history()
    assert (newer.state, older.state) == ("applied", "superseded")
    filled.ledger.undo(newer.number)
    assert placed(filled)["gn:9"] == 1
    assert [each.state for each in filled.ledger.history()] == ["applied"]


def test_the_list_names_the_article_of_each_by_its_title_as_long_as_that_is_here(
    filled: Store, parsed: ParsedArticle
) -> None:
    everywhere = Correction("no place", "Kyiv", made="2026-03-01")
    filled.ledger.add([moscow(), replace(moscow(), article="gone"), everywhere])
    assert [each.title for each in filled.ledger.history()] == [None, None, parsed.article.title]
    titled = replace(parsed, article=replace(parsed.article, title="Ships leave"))
    filled.add(titled, parser="newer", copyist=Copyist())
    assert [each.title for each in filled.ledger.history()] == [None, None, "Ships leave"]


def test_a_number_is_never_given_twice(filled: Store) -> None:
    filled.ledger.add([moscow()])
    (first,) = filled.ledger.history()
    filled.ledger.undo(first.number)
    filled.ledger.add([moscow()])
    assert filled.ledger.history()[0].number > first.number


def test_a_new_parse_of_the_article_is_corrected_again(filled: Store, parsed: ParsedArticle) -> None:
    filled.ledger.add([moscow(), wrong()])
    kyiv = replace(parsed.resolutions[1], score=0.5, reason="read anew")
    again = replace(parsed, resolutions=(parsed.resolutions[0], kyiv, *parsed.resolutions[2:]))
    assert filled.add(again, parser="newer", copyist=Copyist()) == "updated"
    assert filled.add(again, parser="newer", copyist=Copyist()) == "unchanged"
    (key,) = filled.keys("a")
    after = filled.article(key)
    assert after.resolutions[1] == kyiv
    assert (after.resolutions[2].place, after.figures) == (IDAHO, ())
    assert placed(filled)["gn:9"] == 1
    for each in filled.ledger.history():
        filled.ledger.undo(each.number)
    assert filled.article(key) == again


def test_a_correction_outlives_its_article_and_waits_for_it(filled: Store, parsed: ParsedArticle) -> None:
    filled.ledger.add([moscow()])
    filled.remove(filled.keys("a"))
    (waiting,) = filled.ledger.history()
    assert (waiting.state, waiting.why) == ("orphaned", "the corpus does not hold its article")
    filled.add(parsed)
    assert placed(filled)["gn:9"] == 1
    assert filled.ledger.history()[0].state == "applied"


def test_an_article_that_comes_later_obeys_what_holds_everywhere(store: Store, world: World) -> None:
    store.ledger.add([Correction("place", "Moscow", place=IDAHO)])
    assert [each.state for each in store.ledger.history()] == ["orphaned"]
    store.add(world.parsed(OTHER, "b"))
    assert placed(store) == {"gn:9": 1, "gn:1": 1}


def test_when_the_text_has_changed_what_still_stands_there_is_corrected(store: Store, world: World) -> None:
    store.add(world.parsed(TEXT))
    store.ledger.add([moscow()])
    store.remove(store.keys("a"))
    store.add(world.parsed(TEXT + " More came."))
    assert placed(store)["gn:9"] == 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("New: " + TEXT, "the article's text has changed: other words stand there"),
        (
            "About 1,000 Russian troops left Kyiv. Moscowites slept.",
            "the article's text has changed: the words there are",
        ),
    ],
)
def test_what_no_longer_fits_is_kept_and_said_to_be_orphaned(store: Store, world: World, text: str, why: str) -> None:
    again = world.parsed(text)
    if "Moscowites" in text:
        again = replace(again, toponyms=again.toponyms[:2], resolutions=again.resolutions[:2])
    store.add(again)
    store.ledger.add([moscow()])
    (orphan,) = store.ledger.history()
    assert orphan.state == "orphaned"
    assert orphan.why.startswith(why)
    assert "gn:9" not in placed(store)
    assert store.article(*store.keys("a")) == again
