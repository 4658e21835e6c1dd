"""Corrections in the store: everything it answers obeys them, and nothing the parser said is lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from geonews.claims import Copyist, group
from geonews.errors import StoreError
from geonews.models import Correction, ParsedArticle, Place, Resolution, Toponym
from geonews.store import Filter, Store

if TYPE_CHECKING:
    from conftest import World

IDAHO = Place("gn:9", "Moscow", "city", "US", 46.7, -117.0, admin1="Idaho")
TEXT = "About 1,000 Russian troops left Kyiv. Moscow slept. Moscow woke."
OTHER = "Moscow and Kyiv talked."


def at(text: str, word: str) -> tuple[int, int]:
    start = text.index(word)
    return start, start + len(word)


def moscow(**changes: object) -> Correction:
    """Say that the first Moscow of the text is the one in Idaho."""
    start, end = at(TEXT, "Moscow")
    return replace(Correction("place", "Moscow", "a", start, end, IDAHO, "2026-01-01T00:00:00.000000+00:00"), **changes)


def wrong() -> Correction:
    return Correction("wrong figure", "1,000", "a", *at(TEXT, "1,000"))


@pytest.fixture
def parsed(world: World) -> ParsedArticle:
    return world.parsed(TEXT, links=((0, 1, "origin"), (0, 0, "location")), published="2022-02-07")


@pytest.fixture
def filled(store: Store, world: World, parsed: ParsedArticle) -> Store:
    store.add(parsed, copyist=Copyist())
    store.add(world.parsed(OTHER, "b"), copyist=Copyist())
    return store


def placed(store: Store) -> dict[str, int]:
    return {row.place.id: row.mentions for row in store.places()}


def dump(store: Store) -> list[object]:
    """Return all that the store answers, but for its revision."""
    names = [row.place.id for row in store.places()]
    handles = store.statement_keys().handles.tolist()
    return [
        list(store.parsed()),
        store.places(),
        store.articles(),
        store.facets(),
        store.unplaced(),
        store.summary(),
        store.timeline(),
        [store.passages(name) for name in names],
        store.statements(handles),
    ]


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


def nowhereville(**changes: object) -> Correction:
    """Give the words "sailed off", which no parser takes for a name, a place."""
    start, end = at(ADDING, "sailed off")
    made = "2026-01-01T00:00:00.000000+00:00"
    return replace(Correction("place", "sailed off", "a", start, end, IDAHO, made), **changes)


ADDING = "About 1,000 Russian troops left Kyiv. They sailed off. Moscow slept."


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
