"""Names that are added by hand: shown, counted, undone, and there again after whatever becomes of their article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from righting import IDAHO, at, dump, placed

from geonews.claims import Copyist
from geonews.models import Correction, Resolution, Toponym
from geonews.store import Store

if TYPE_CHECKING:
    from conftest import World

ADDING = "About 1,000 Russian troops left Kyiv. They sailed off. Moscow slept."


def nowhereville(**changes: object) -> Correction:
    """Give the words "sailed off", which no parser takes for a name, a place."""
    start, end = at(ADDING, "sailed off")
    made = "2026-01-01T00:00:00.000000+00:00"
    return replace(Correction("place", "sailed off", "a", start, end, IDAHO, made), **changes)


@pytest.fixture
def unread(store: Store, world: World) -> Store:
    links = ((0, 1, "origin"), (0, 0, "location"))
    store.add(world.parsed(ADDING, links=links, published="2022-02-07"), copyist=Copyist())
    return store


def test_a_name_that_was_not_read_is_added_shown_counted_and_undone(unread: Store) -> None:
    before = dump(unread)
    unread.ledger.add([nowhereville()])
    (row,) = (row for row in unread.places() if row.place == IDAHO)
    assert (row.mentions, row.articles, row.corrected, row.confidence) == (1, 1, 1, 1.0)
    assert unread.summary().toponyms == before[5].toponyms + 1
    (passage,) = unread.passages("gn:9")
    assert passage.text == "They sailed off."
    assert [(passage.text[mark.start : mark.end], mark.by_hand) for mark in passage.marks] == [("sailed off", True)]
    (change,) = passage.by_hand
    assert (change.text, change.place, change.was, change.is_added) == ("sailed off", IDAHO, None, True)
    (kept,) = unread.ledger.history()
    assert (kept.state, kept.mentions) == ("applied", 1)
    unread.ledger.undo(kept.number)
    assert dump(unread) == before


def test_a_longer_name_takes_the_place_of_what_was_read_with_all_that_was_tied_to_it(unread: Store) -> None:
    before = dump(unread)
    start, end = at(ADDING, "left Kyiv")
    unread.ledger.add([nowhereville(text="left Kyiv", start=start, end=end)], copyist=Copyist())
    assert placed(unread) == {"gn:2": 1, "gn:3": 1, "gn:9": 1}
    assert unread.unplaced().names == ()
    (passage,) = unread.passages("gn:9")
    assert [passage.text[mark.start : mark.end] for mark in passage.marks if mark.what == "place"] == ["left Kyiv"]
    assert [each.role for each in passage.figures] == ["origin"]
    assert [each.text for each in passage.by_hand] == ["left Kyiv"]
    (statement,) = unread.statements(unread.statement_keys().handles.tolist())
    assert {(each.place.id, each.corrected) for each in statement.places} == {("gn:3", False), ("gn:9", True)}
    (kept,) = unread.ledger.history()
    assert (kept.state, kept.mentions) == ("applied", 1)
    unread.ledger.undo(kept.number, copyist=Copyist())
    assert dump(unread) == before


def test_an_added_name_survives_a_new_parse_removal_and_a_parse_that_reads_it(unread: Store, world: World) -> None:
    unread.ledger.add([nowhereville()])
    again = world.parsed(ADDING, kinds={0: "demonym"}, published="2022-02-07")
    assert unread.add(again, parser="newer") == "updated"
    assert unread.add(again, parser="newer") == "unchanged"
    assert placed(unread)["gn:9"] == 1
    assert unread.add(replace(again, article=replace(again.article, title="T")), parser="newer") == "updated"
    assert placed(unread)["gn:9"] == 1
    unread.remove(unread.keys("a"))
    assert "gn:9" not in placed(unread)
    unread.add(again)
    assert placed(unread)["gn:9"] == 1
    read = Toponym(*at(ADDING, "sailed off"), "sailed off", "literal")
    reads = replace(
        again, toponyms=(*again.toponyms, read), resolutions=(*again.resolutions, Resolution(None, 0.0, "not known"))
    )
    unread.add(reads, parser="newest")
    assert placed(unread)["gn:9"] == 1
    unread.ledger.undo(unread.ledger.history()[0].number)
    assert unread.article(*unread.keys("a")).toponyms == reads.toponyms


def test_of_two_added_names_that_overlap_the_newer_holds_and_the_other_says_why_not(unread: Store) -> None:
    start, end = at(ADDING, "They sailed")
    newer = nowhereville(text="They sailed", start=start, end=end, made="2026-02-01T00:00:00.000000+00:00")
    unread.ledger.add([nowhereville(), newer])
    states = [(each.state, each.why) for each in unread.ledger.history()]
    assert states == [
        ("applied", ""),
        ("orphaned", "a newer correction gives a place to words that overlap these"),
    ]
    unread.ledger.undo(unread.ledger.history()[0].number)
    assert [each.text for each in unread.passages("gn:9")[0].by_hand] == ["sailed off"]
