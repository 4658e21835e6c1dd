"""What was put right, as it shows: marked and told in passages, articles, tables, claims, and in what was done last."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import read
from drafting import HERE, THERE

from geonews.claims import PlaceRole, group
from geonews.dashboard import frames, sample
from geonews.dashboard.correcting import corrections, mentions
from geonews.dashboard.draft import Draft
from geonews.dashboard.pieces.correct import Shown, by_hand_html, saved_html, undone_html
from geonews.dashboard.pieces.passage import passage_html
from geonews.dashboard.pieces.reader import article_html
from geonews.models import Article, Correction
from geonews.store import ByHand, Filter, KeptCorrection, Store


def kyiv(store: Store, **changes: object) -> Correction:
    parsed = store.article(*store.keys("one"))
    at = parsed.article.text.index("Kyiv")
    berlin = next(row.place for row in store.places() if row.place.name == "Berlin")
    return replace(Correction("place", "Kyiv", "one", at, at + 4, berlin, "2026-01-01"), **changes)


@pytest.fixture
def writable(store_path: Path) -> Store:
    return Store.open(store_path)


def test_a_figure_is_called_wrong_and_is_struck_out_where_the_article_is_read(writable: Store) -> None:
    (key,) = writable.keys("one")
    parsed = writable.article(key)
    figure = next(each for each in mentions(parsed, (), 20) if each.figure)
    assert figure.figure.startswith("1 troops")
    (made,) = corrections(figure, Draft(key, 20), parsed, "now")
    assert made == Correction("wrong figure", "1,000", "one", figure.start, figure.end, made="now")
    writable.ledger.add([made])
    shown = Shown(writable.ledger.of_article(key), offered=True)
    (row,) = writable.articles(Filter(articles=(key,)))
    html = article_html(writable.article(key), row, None, None, shown)
    assert re.search(r'<mark class="gn-wrong"[^>]*>1,000</mark>', html)
    assert "is a wrong figure and counts nowhere" in html
    wrong = next(each for each in mentions(writable.article(key), shown.changes, 20) if each.figure)
    assert wrong.by == shown.changes[0]


def test_what_was_put_right_is_marked_in_passages_articles_tables_and_claims(writable: Store) -> None:
    writable.ledger.add([kyiv(writable)])
    (passage,) = (row for row in writable.passages("gn:2950159") if row.by_hand)
    html = passage_html(passage, correctable=True)
    assert re.search(r'<mark class="gn-here gn-righted" title="Berlin, corrected by hand"[^>]*>Kyiv</mark>', html)
    assert "means <bdi>Berlin</bdi> (city, Germany), not <bdi>Kyiv</bdi> (city, Kyiv City, Ukraine)" in html
    assert f'data-do="take-back" data-value="{passage.by_hand[0].number}"' in html
    table = frames.place_table(writable.places())
    assert dict(zip(table["Place"], table["By hand"], strict=True))["Berlin"] == 1
    claims = group(writable.statements(writable.statement_keys().handles.tolist()))
    assert list(frames.claim_table(claims)["Place"]) == ["Berlin (by hand)"]


def test_without_corrections_tables_have_no_column_for_them(store: Store) -> None:
    assert "By hand" not in frames.place_table(store.places())
    assert PlaceRole(HERE, "location").corrected is False


def test_a_page_for_reading_only_shows_what_was_put_right_and_offers_nothing(writable: Store) -> None:
    writable.ledger.add([kyiv(writable)])
    (passage,) = (row for row in writable.passages("gn:2950159") if row.by_hand)
    html = passage_html(passage)
    assert "gn-righted" in html
    assert "take-back" not in html
    assert 'data-do="correct"' not in html


def test_a_correction_of_a_name_is_one_line_however_often_the_article_has_it(writable: Store) -> None:
    text = "Kyiv slept. Kyiv woke. Berlin sent Kyiv help."
    writable.add(read(Article("often", text)))
    writable.ledger.add(
        [Correction("no place", "Kyiv"), kyiv(writable, text="Berlin", article="often", start=23, end=29)]
    )
    (key,) = writable.keys("often")
    listed = re.findall(r"<li>(.*?)</li>", by_hand_html(writable.ledger.of_article(key), offered=True))
    assert len(listed) == 2
    assert listed[0].startswith(
        "<b><bdi>Kyiv</bdi></b> is no place, not <bdi>Kyiv</bdi> (city, Kyiv City, Ukraine) "
        "· in all articles, and in those to come (3 mentions here) <button"
    )
    assert ">undo in all articles</button>" in listed[0]
    assert "means <bdi>Berlin</bdi> (city, Germany): confirmed <button" in listed[1]
    assert ">undo</button>" in listed[1]


def test_a_correction_for_one_article_says_so_and_so_does_its_way_back(writable: Store) -> None:
    (key,) = writable.keys("one")
    writable.ledger.add([kyiv(writable, start=None, end=None)])
    html = by_hand_html(writable.ledger.of_article(key), offered=True)
    assert "(city, Kyiv City, Ukraine) · in this article <button" in html
    assert ">undo in this article</button>" in html


def test_places_that_a_name_was_read_as_in_different_mentions_are_all_told() -> None:
    change = ByHand(1, 0, 5, "Paris", "place", "corpus", HERE, None, "")
    was = (HERE, THERE, replace(HERE, id="gn:3", admin1="Ontario", country="CA"), None)
    html = by_hand_html([replace(change, start=at, was=each) for at, each in enumerate(was)], offered=False)
    assert "not <bdi>Paris</bdi> (city, Texas, United States) or <bdi>Paris</bdi> (city, Ontario, Canada) ·" in html
    assert "confirmed" not in html
    assert "(4 mentions here)" in html


def test_the_list_of_corrections_says_what_holds_where_and_what_became_of_it(writable: Store) -> None:
    writable.ledger.add([kyiv(writable), kyiv(writable, article="gone"), Correction("no place", "Berlin")])
    table = frames.correction_table(writable.ledger.history())
    assert list(table["Correction"]) == [
        "is not a place",
        "means Berlin (city, Germany)",
        "means Berlin (city, Germany)",
    ]
    assert list(table["Holds"]) == ["everywhere", "once, in article gone", "once, in “Troops near the capital”"]
    assert list(table["State"])[1:] == ["orphaned: the corpus does not hold its article", "applied"]


def test_what_was_added_by_hand_says_so_and_can_be_chosen_again_with_its_words(writable: Store) -> None:
    (key,) = writable.keys("one")
    start = writable.article(key).article.text.index("shells")
    writable.ledger.add([kyiv(writable, text="shells", start=start, end=start + 6)])
    (change,) = writable.ledger.of_article(key)
    assert "means <bdi>Berlin</bdi> (city, Germany): added, no such name was read" in by_hand_html(
        [change], offered=True
    )
    (added,) = (each for each in mentions(writable.article(key), [change], 20) if each.text == "shells")
    assert (added.is_read, added.by) == (False, change)


def test_one_press_is_told_with_all_that_it_reaches_and_so_is_its_way_back() -> None:
    made = [Correction("place", "Paris", name, 0, 5, HERE, "now") for name in "abc"]
    kept = [KeptCorrection(at, each, 1, "applied", "") for at, each in enumerate(made)]
    assert "That holds for 3 mentions, 2 of them elsewhere." in saved_html(kept)
    assert "Undone (3 corrections): <b><bdi>Paris</bdi></b> is again as read." in undone_html(made)
    assert "nothing to undo" in undone_html([])


def test_nothing_put_right_takes_no_room() -> None:
    assert by_hand_html((), offered=True) == ""


def test_the_sample_stays_as_it_is_when_a_copy_of_it_is_put_right(store: Store, tmp_path: Path) -> None:
    before = list(store.parsed())
    own = tmp_path / "own" / "corpus.sqlite"
    sample.copy(store.path, own)
    with Store.open(own) as copied:
        assert list(copied.parsed()) == before
        copied.ledger.add([Correction("no place", "Kyiv")])
    assert list(store.parsed()) == before
    assert store.ledger.history() == []
