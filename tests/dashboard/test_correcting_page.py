"""The form on the page: opened for a passage, never on a page for reading only, and on the sample for a copy of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import PLACES
from driving import BERLIN, KYIV, MOSCOW, ShownPage

from geonews.dashboard import correcting, sample
from geonews.dashboard.draft import NO_PLACE, Draft
from geonews.models import Place
from geonews.store import Store

IRPIN = "gn:707565"


def corrected(page: ShownPage, store: Store, name: str, place: Place | None, monkeypatch: pytest.MonkeyPatch) -> int:
    """Say in the form that a name of the first article means another place, or none; return the correction's number."""
    (key,) = store.keys("one")
    at = store.article(key).article.text.index(name)
    draft = Draft(key, at, at, choice=place.id if place else NO_PLACE, picked=place)
    monkeypatch.setattr(correcting, "begun", lambda *_: draft)
    page.at.session_state["correcting-asked"] = f"{key}@{at}"
    page.at.session_state["correcting-saving"] = False
    page.at.run()
    assert not page.at.exception
    return store.ledger.history()[0].number


def undone(page: ShownPage, number: int) -> None:
    page.at.session_state["correcting-undoing"] = ((number,), True)
    page.at.run()
    assert not page.at.exception


def test_where_the_shown_place_loses_its_last_mention_the_new_one_is_shown_and_undo_leads_back(
    page: ShownPage, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.at.query_params["place"] = IRPIN
    page.at.query_params["q"] = "talks"
    number = corrected(page, store, "Irpin", PLACES["Berlin"], monkeypatch)
    assert page.asked("place") == [BERLIN]
    assert page.asked("q") == ["talks"]
    assert "means <bdi>Berlin</bdi> (city, Germany), not <bdi>Irpin</bdi>" in page.html()
    assert "No article" not in page.html()
    undone(page, number)
    assert page.asked("place") == [IRPIN]
    assert "No article" not in page.html()


def test_where_it_is_no_place_at_all_nothing_is_selected_and_undo_leads_back(
    page: ShownPage, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.at.query_params["place"] = IRPIN
    number = corrected(page, store, "Irpin", None, monkeypatch)
    assert page.asked("place") == []
    undone(page, number)
    assert page.asked("place") == [IRPIN]


def test_a_place_that_is_still_named_stays_and_so_does_what_was_chosen_since(
    page: ShownPage, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.at.query_params["place"] = KYIV
    corrected(page, store, "Kyiv", PLACES["Berlin"], monkeypatch)
    assert page.asked("place") == [KYIV]
    page.at.query_params["place"] = IRPIN
    number = corrected(page, store, "Irpin", PLACES["Berlin"], monkeypatch)
    page.at.query_params["place"] = MOSCOW
    undone(page, number)
    assert page.asked("place") == [MOSCOW]


def drawn(spot: str) -> str:
    """Return the page after the form was asked for at a passage."""
    page = ShownPage.opened()
    page.at.query_params["place"] = KYIV
    page.at.session_state["correcting-asked"] = spot
    page.at.run()
    assert not page.at.exception
    return page.html()


def test_the_page_opens_the_form_for_a_passage_and_offers_its_mentions(store: Store) -> None:
    (key,) = store.keys("one")
    html = drawn(f"{key}@20")
    at = store.article(key).article.text.index("Kyiv")
    assert f'class="gn-mention gn-place" id="mention-{at}"' in html
    assert 'class="gn-mention gn-figure"' in html
    assert "this name in all articles (now 3 mentions in 3 articles), and in those to come" in html


def test_a_page_for_reading_only_opens_no_form(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEONEWS_READ_ONLY", "1")
    (key,) = store.keys("one")
    html = drawn(f"{key}@20")
    assert 'class="gn-mention ' not in html
    assert 'data-do="correct"' not in html
    assert "Places" in html
    assert "By hand" not in html


def test_the_list_of_corrections_is_whole_under_a_filter_and_can_be_read_where_none_can_be_made(
    page: ShownPage, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.at.query_params["tab"] = "hand"
    corrected(page, store, "Irpin", PLACES["Berlin"], monkeypatch)
    page.at.run()
    assert {each.key for each in page.at.button} >= {"by-hand-undo", "by-hand-in"}
    assert "whatever the filter" not in " ".join(each.value for each in page.at.caption)
    monkeypatch.setenv("GEONEWS_READ_ONLY", "1")
    page.at.query_params["q"] = "troops"
    page.at.run()
    assert not page.at.exception
    assert "All corrections, whatever the filter" in " ".join(each.value for each in page.at.caption)
    assert len(page.at.dataframe) == 1
    assert not {each.key for each in page.at.button} & {"by-hand-undo", "by-hand-in"}


def test_on_the_sample_the_form_offers_a_copy_of_it(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEONEWS_STORE", str(tmp_path / "none yet.sqlite"))
    monkeypatch.setattr(sample, "ready", lambda *_: store.path)
    (key,) = store.keys("one")
    html = drawn(f"{key}@20")
    assert 'data-do="copy-sample"' in html
    assert 'class="gn-mention ' not in html
    assert "Places" in html
    assert "By hand" not in html
