"""The form on the page: opened for a passage, never on a page for reading only, and on the sample for a copy of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving import KYIV, ShownPage

from geonews.dashboard import sample
from geonews.store import Store


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
