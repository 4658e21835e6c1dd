"""Corrections in the store: everything it answers obeys them, and nothing the parser said is lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from righting import IDAHO, TEXT, at, moscow, placed, wrong

from geonews.claims import Copyist, group
from geonews.errors import StoreError
from geonews.models import Correction
from geonews.store import Filter, Reached, Store

if TYPE_CHECKING:
    from conftest import World


def test_a_mention_that_is_put_elsewhere_moves_on_the_map_and_the_others_stay(filled: Store) -> None:
    assert placed(filled) == {"gn:1": 2, "gn:2": 3, "gn:3": 1}
    filled.ledger.add([moscow()])
    assert placed(filled) == {"gn:1": 2, "gn:2": 2, "gn:3": 1, "gn:9": 1}
    (row,) = (row for row in filled.places() if row.place.id == "gn:9")
    assert (row.place, row.corrected, row.confidence) == (IDAHO, 1, 1.0)
    assert [row.corrected for row in filled.places() if row.place.id != "gn:9"] == [0, 0, 0]
    assert filled.facets(Filter(countries=("US",))).mentions == 1


def test_a_name_is_put_right_in_one_article_or_everywhere(filled: Store) -> None:
    filled.ledger.add([moscow(start=None, end=None)])
    assert (placed(filled)["gn:9"], placed(filled)["gn:2"]) == (2, 1)
    filled.ledger.add([moscow(start=None, end=None, article=None)])
    assert placed(filled) == {"gn:1": 2, "gn:9": 3, "gn:3": 1}


def test_how_far_a_name_goes_everywhere_is_known_before_it_is_put_right(filled: Store, world: World) -> None:
    ledger = filled.ledger
    assert ledger.reach("MOSCOW") == Reached(3, 2)
    filled.places()  # what has been read of the whole store is counted from
    assert ledger.reach("MOSCOW") == Reached(3, 2)
    filled.add(world.parsed("Moscow sang.", "c"))
    assert ledger.reach("Moscow") == Reached(4, 3)
    ledger.add([moscow(), Correction("no place", "Moscow", "b")])
    assert ledger.reach("Moscow") == Reached(2, 2)
    ledger.add([moscow(start=None, end=None, article=None)])
    assert ledger.history()[0].mentions == 2
    filled.places()
    assert ledger.reach("Moscow") == Reached(2, 2)
    assert ledger.reach("Nowhere") == ledger.reach("") == Reached(0, 0)


def test_what_is_no_place_leaves_the_map_for_the_tray(filled: Store, world: World) -> None:
    filled.add(world.parsed("Kyiv scored twice.", "c", kinds={0: "metonymic"}))
    filled.ledger.add([Correction("no place", "Kyiv")])
    assert "gn:1" not in placed(filled)
    (name,) = filled.unplaced().names
    assert (name.text, name.reason, name.mentions) == ("Kyiv", "rejected by hand: not a place", 3)
    (statement,) = filled.statements(filled.statement_keys().handles.tolist())
    assert [each.place.id for each in statement.places] == ["gn:3"]


def test_a_wrong_figure_is_in_no_claim_and_no_count_but_listed_with_its_passage(filled: Store) -> None:
    filled.ledger.add([wrong()])
    assert len(filled.statement_keys().handles) == 0
    assert filled.summary().figures == filled.facets().figures == filled.articles()[0].figures == 0
    assert filled.facets(Filter(figure_kinds=("troops",))).articles == 0
    assert all(row.figures == 0 for row in filled.places())
    assert filled.unplaced().figures == 0
    (passage,) = filled.passages("gn:1", Filter(articles=filled.keys("a")))
    assert passage.figures == ()
    assert [(each.what, each.text) for each in passage.by_hand] == [("wrong figure", "About 1,000 Russian troops")]
    assert "figure" not in {mark.what for mark in passage.marks}


def test_a_claim_knows_which_of_its_places_were_put_right(filled: Store) -> None:
    filled.ledger.add([Correction("place", "Kyiv", place=IDAHO)])
    (claim,) = group(filled.statements(filled.statement_keys().handles.tolist()))
    assert {(each.place.id, each.role, each.corrected) for each in claim.places} == {
        ("gn:9", "origin", True),
        ("gn:3", "location", False),
    }


def test_sentences_that_said_the_same_of_two_places_do_so_no_longer(store: Store, world: World) -> None:
    for key, end in (("a", "fast"), ("b", "slowly")):
        text = f"{end} 500 troops went to Moscow."
        store.add(world.parsed(text, key, links=((0, 0, "location"),), published="2022-02-07"), copyist=Copyist())
    assert len(group(store.statements(store.statement_keys().handles.tolist()))) == 1
    store.ledger.add([Correction("place", "Moscow", "a", place=IDAHO)], copyist=Copyist())
    assert len(group(store.statements(store.statement_keys().handles.tolist()))) == 2


def test_marks_and_passages_tell_what_was_put_right_and_what_it_was(filled: Store, world: World) -> None:
    filled.ledger.add([moscow(note="seen on the ground")])
    (passage,) = filled.passages("gn:9")
    assert [(mark.what, mark.by_hand) for mark in passage.marks] == [("place", True)]
    (change,) = passage.by_hand
    assert (change.text, change.place, change.was, change.scope) == ("Moscow", IDAHO, world.places["Moscow"], "mention")
    assert (change.start, change.end) == at(TEXT, "Moscow")
    assert change.note == "seen on the ground"
    assert filled.ledger.of_article(passage.key) == (change,)
    assert filled.ledger.of_article("no such key") == ()


def test_a_place_that_the_store_knows_keeps_its_facts(filled: Store, world: World) -> None:
    moved = replace(world.places["Kyiv"], lat=0.0, lon=0.0)
    filled.ledger.add([moscow(place=moved)])
    (kyiv,) = (row.place for row in filled.places() if row.place.id == "gn:1")
    assert kyiv == world.places["Kyiv"]
    assert placed(filled)["gn:1"] == 3


def test_corrections_come_out_as_they_went_in(filled: Store) -> None:
    kept = [moscow(note="ü"), wrong(), Correction("no place", "St. Kyiv", article=7, place=None, made="x")]
    assert filled.ledger.add(kept) == 3
    assert filled.ledger.corrections() == kept
    assert filled.ledger.add([]) == 0


def test_another_process_sees_a_correction_at_once(filled: Store) -> None:
    with Store.open(filled.path, read_only=True) as reader:
        assert "gn:9" not in placed(reader)
        filled.ledger.add([moscow()])
        assert placed(reader)["gn:9"] == 1


def test_a_store_for_reading_takes_no_corrections(filled: Store, tmp_path: Path) -> None:
    filled.close()
    with (
        Store.open(tmp_path / "corpus.sqlite", read_only=True) as reader,
        pytest.raises(StoreError, match="reading only"),
    ):
        reader.ledger.add([moscow()])
