"""The page's logic, run without a browser."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geonews.dashboard import cache
from geonews.dashboard.actions import apply
from geonews.dashboard.panels.frame import SIZE
from geonews.dashboard.pieces.claims import claim_id
from geonews.dashboard.state import from_params, to_params
from geonews.models import Article
from geonews.settings import Settings
from geonews.store import EVERYTHING

APP = Path(__file__).resolve().parents[2] / "app.py"
KYIV, MOSCOW, BERLIN = "gn:703448", "gn:524901", "gn:2950159"


@pytest.fixture
def page(store_path: Path) -> AppTest:
    assert store_path.exists()
    page = AppTest.from_file(str(APP), default_timeout=60)
    page.session_state[SIZE] = {"width": 640, "height": 460, "narrow": False}  # what a browser tells at once
    return page


def surfaces(page: AppTest) -> dict[str, str]:
    """Return the HTML of each piece of the page that is our own, by its key."""
    drawn = {element.proto.id.rsplit("-", 1)[-1]: element.proto for element in page.get("bidi_component")}
    return {key: json.loads(each.json)["html"] for key, each in drawn.items() if key not in {"ruler", "picture"}}


def html(page: AppTest) -> str:
    return "\n".join([element.proto.body for element in page.get("html")] + list(surfaces(page).values()))


def words_above_the_map(page: AppTest) -> str:
    return surfaces(page)["heading"]


def do(page: AppTest, name: str, value: str = "", on: str = "") -> None:
    """Do what a press in one of our own pieces does: the address becomes that of the view after the action."""
    view = from_params({key: asked(page, key) for key in page.query_params})
    params = to_params(apply(view, {"do": name, "value": value, "on": on}))
    page.query_params.clear()
    page.query_params.update(params)
    page.run()
    assert not page.exception


def the_map(page: AppTest) -> Any:  # noqa: ANN401 - AppTest knows no class for it
    return page.get("deck_gl_json_chart")[0]


def pins(page: AppTest) -> set[str]:
    layers = json.loads(the_map(page).proto.json)["layers"]
    rows = [row for layer in layers if layer["id"] in {"areas", "points"} for row in layer["data"]]
    return {row["name"] for row in rows if row["shown"]}


def drawn(page: AppTest) -> list[str]:
    layers = json.loads(the_map(page).proto.json)["layers"]
    return [row["id"] for layer in layers if layer["id"] in {"areas", "points"} for row in layer["data"]]


def ringed(page: AppTest) -> list[list[float]]:
    layers = json.loads(the_map(page).proto.json)["layers"]
    return [row["position"] for layer in layers if layer["id"] == "selected" for row in layer["data"]]


def asked(page: AppTest, name: str) -> list[str]:
    value = page.query_params.get(name, [])
    return [value] if isinstance(value, str) else list(value)


def press(page: AppTest, label: str) -> None:
    next(button for button in page.button if button.label.startswith(label)).click().run()
    assert not page.exception


def test_it_shows_all_articles_and_their_places(page: AppTest) -> None:
    page.run()
    assert not page.exception
    assert "<b>5 articles</b> · 8 Feb 2022 to 1 Mar 2022, 1 undated" in words_above_the_map(page)
    assert pins(page) == {
        "Kyiv", "Irpin", "Moscow", "Berlin", "Ukraine", "Black Sea", "Kherson region", "Ramstein Air Base",
    }  # fmt: skip
    assert ringed(page) == []


def test_trap_10_a_second_run_is_as_full_as_the_first(page: AppTest) -> None:
    page.run()
    first = html(page)
    page.run()
    assert html(page) == first


def test_a_pasted_link_opens_the_place_with_its_passages_under_the_filter(page: AppTest) -> None:
    page.query_params.update({"place": KYIV, "publisher": "The Daily Sample", "from": "2022-02-08", "undated": "no"})
    page.run()
    shown = html(page)
    assert "2 of 5 articles" in words_above_the_map(page)
    assert "since 8 Feb 2022" in words_above_the_map(page)
    assert "by The Daily Sample" in words_above_the_map(page)
    assert ringed(page) == [[30.5238, 50.4547]]
    assert '<mark class="gn-here" title="Kyiv">Kyiv</mark>' in shown
    assert "1,000 troops" in shown
    assert "hacked" not in surfaces(page)["passages"]
    assert re.search(r'data-value="The Daily Sample" checked', shown)
    assert 'value="2022-02-08"' in shown


def test_a_filter_goes_into_the_address_and_one_button_takes_it_out_again(page: AppTest) -> None:
    page.run()
    do(page, "q", "shells")
    assert asked(page, "q") == ["shells"]
    assert "1 of 5 articles" in words_above_the_map(page)
    assert "with “shells”" in words_above_the_map(page)
    assert pins(page) == {"Kyiv", "Irpin", "Berlin"}
    do(page, "publisher", "The Daily Sample", on="yes")
    assert asked(page, "publisher") == ["The Daily Sample"]
    do(page, "clear")
    assert not dict(page.query_params)
    assert "<b>5 articles</b>" in words_above_the_map(page)


def test_each_condition_can_be_dropped_by_itself(page: AppTest) -> None:
    page.query_params.update({"q": "shells", "publisher": "The Daily Sample"})
    page.run()
    do(page, "drop", "q")
    assert asked(page, "q") == []
    assert asked(page, "publisher") == ["The Daily Sample"]
    assert "2 of 5 articles" in words_above_the_map(page)


def test_no_publisher_and_undated_are_choices(page: AppTest) -> None:
    page.run()
    assert ">no publisher</bdi>" in surfaces(page)["filters"]
    assert "1 undated" in surfaces(page)["filters"]
    do(page, "publisher", "~", on="yes")
    assert "1 of 5 articles" in words_above_the_map(page)
    assert pins(page) == {"Moscow"}


def test_the_browsers_back_takes_everything_along(page: AppTest) -> None:
    page.run()
    do(page, "q", "shells")
    page.query_params.clear()  # what Back does: the address changes, and the page runs again
    page.run()
    assert 'value="shells"' not in surfaces(page)["filters"]
    assert "<b>5 articles</b>" in words_above_the_map(page)


def test_the_undated_can_be_shown_alone_and_have_a_place_beside_the_timeline(page: AppTest) -> None:
    page.run()
    assert "1 undated article" in surfaces(page)["timeline"]
    do(page, "undated", "only")
    assert "only undated" in words_above_the_map(page)
    assert pins(page) == {"Moscow"}


def test_brushed_days_filter_everything_but_never_move_the_map(page: AppTest) -> None:
    page.run()
    before = json.loads(the_map(page).proto.json)["initialViewState"]
    do(page, "days", "2022-02-08/2022-02-08")
    assert pins(page) == {"Kyiv", "Irpin", "Berlin"}
    assert "8 Feb 2022" in words_above_the_map(page)
    assert json.loads(the_map(page).proto.json)["initialViewState"] == before
    assert 'data-do="days" data-value=""' in surfaces(page)["timeline"]


def test_an_article_is_shown_whole_beside_the_map_of_itself_alone(page: AppTest) -> None:
    page.run()
    corpus = cache.open_corpus(lambda _done, _all: None)
    one = next(row for row in corpus.articles(EVERYTHING) if row.id == "one")
    do(page, "read", f"{one.key}@20")
    shown = surfaces(page)["passages"]
    assert "Talks began early." in re.sub("<[^>]+>", "", shown)
    assert "data-reveal" in shown
    assert re.search(
        r'<mark class="gn-place" title="Irpin[^>]*data-do="place" data-value="gn:707565">Irpin</mark>', shown
    )
    assert pins(page) == {"Kyiv", "Irpin", "Berlin"}
    assert asked(page, "at") == ["20"]


def test_claims_are_listed_and_one_can_be_linked_to(page: AppTest) -> None:
    page.query_params["tab"] = "claims"
    page.run()
    table = page.dataframe[0].value
    assert list(table["Claim"]) == ["1 troops"]
    corpus = cache.open_corpus(lambda _done, _all: None)
    listed, total = corpus.claims(EVERYTHING)
    assert total == 1
    do(page, "claim", claim_id(listed[0]))
    assert "About <mark" in surfaces(page)["passages"]
    assert "1 independent source" in surfaces(page)["passages"]


def test_nothing_is_drawn_before_the_browser_has_told_how_large_the_map_is(store_path: Path) -> None:
    assert store_path.exists()
    page = AppTest.from_file(str(APP), default_timeout=60).run()
    assert not page.exception
    assert not page.get("deck_gl_json_chart")
    assert "gn-placeholder" in html(page)


def test_an_empty_result_says_why_and_how_to_widen_it(page: AppTest) -> None:
    page.query_params.update({"q": "shells", "publisher": "Another Sample", "place": KYIV})
    page.run()
    assert "No article passes this filter" in html(page)
    assert "0 of 5 articles" in words_above_the_map(page)
    labels = [button.label for button in page.button]
    assert {"Without the text: 1 article", "Any publisher: 1 article", "Clear all filters: 5 articles"} <= set(labels)
    assert "All its conditions must hold at once" in html(page)
    press(page, "Any publisher")
    assert asked(page, "q") == ["shells"]
    assert "1 of 5 articles" in words_above_the_map(page)


def test_a_condition_that_excludes_everything_alone_is_named_and_no_button_leads_nowhere(page: AppTest) -> None:
    page.query_params.update({"q": "nosuchword", "publisher": "Another Sample", "from": "2022-02-01"})
    page.run()
    assert "No article matches the search." in html(page)
    labels = [button.label for button in page.button if button.key and button.key.startswith("widen-")]
    assert labels == ["Without the text: 1 article", "Clear all filters: 5 articles"]


def test_where_no_single_condition_helps_all_can_be_cleared(page: AppTest) -> None:
    page.query_params.update({"q": "nosuchword", "from": "2030-01-01", "undated": "no"})
    page.run()
    assert "No article matches the search. No article matches the dates." in html(page)
    labels = [button.label for button in page.button if button.key and button.key.startswith("widen-")]
    assert labels == ["Clear all filters: 5 articles"]


def test_articles_without_places_say_so(page: AppTest) -> None:
    page.query_params.update({"publisher": "Another Sample"})
    page.run()
    assert not page.exception
    assert "This article names no place that could be put on the map" in html(page)


def test_a_place_that_the_filter_hides_can_be_brought_back(page: AppTest) -> None:
    page.query_params.update({"place": KYIV, "publisher": "Another Sample"})
    page.run()
    assert "No article under the current filter names it; without the filter, 3 articles would" in " ".join(
        html(page).split()
    )
    do(page, "clear")
    assert asked(page, "place") == [KYIV]
    assert "Troops near the capital" in html(page)


def test_a_place_that_nobody_names_is_said_to_be_so(page: AppTest) -> None:
    page.query_params.update({"place": "gn:1"})
    page.run()
    assert "No article here mentions the place of this link" in html(page)
    do(page, "place")
    assert not dict(page.query_params)


def test_trap_1_rows_keep_their_place_on_the_map_so_that_no_phantom_is_selected(page: AppTest) -> None:
    page.run()
    whole = the_map(page).proto.id
    rows = drawn(page)
    do(page, "q", "shells")
    assert the_map(page).proto.id == whole
    assert drawn(page) == rows
    assert pins(page) == {"Kyiv", "Irpin", "Berlin"}


def test_trap_1_other_rows_make_another_table(page: AppTest) -> None:
    page.run()
    whole = page.dataframe[0].proto.id
    do(page, "q", "shells")
    assert page.dataframe[0].proto.id != whole


def test_trap_4_close_places_are_offered_beside_the_one_that_was_hit(page: AppTest) -> None:
    page.query_params["place"] = KYIV
    page.run()
    assert 'data-do="place" data-value="gn:707565"' in surfaces(page)["passages"]
    do(page, "place", "gn:707565")
    assert asked(page, "place") == ["gn:707565"]
    assert ringed(page) == [[30.2509, 50.5175]]


def test_hostile_text_reaches_the_page_only_as_text(page: AppTest, hostile: str) -> None:
    page.query_params["place"] = KYIV
    page.run()
    shown = html(page)
    assert "<script" not in shown
    assert "<img src=x" not in shown
    assert "&lt;script&gt;" in shown
    assert len(hostile) < len(shown) < 120_000


def test_no_table_links_to_a_script(page: AppTest) -> None:
    page.query_params["tab"] = "articles"
    page.run()
    cells = page.dataframe[0].value.to_numpy().flat
    assert any("<script>" in str(cell) for cell in cells)
    assert not any("javascript:" in str(cell) for cell in cells)


def test_the_open_table_stays_open_when_a_filter_changes_its_count(page: AppTest) -> None:
    page.run()
    assert 'data-value="places" aria-selected="true"' in surfaces(page)["tabs"]
    do(page, "tab", "articles")
    assert "Articles <small>5</small>" in surfaces(page)["tabs"]
    do(page, "q", "shells")
    assert "Articles <small>1</small>" in surfaces(page)["tabs"]
    assert 'data-value="articles" aria-selected="true"' in surfaces(page)["tabs"]
    assert list(page.dataframe[0].value["Title"]) == ["Troops near the capital"]


def test_a_link_to_a_table_that_is_not_offered_opens_the_first(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEONEWS_READ_ONLY", "1")
    page.query_params["tab"] = "hand"
    page.run()
    assert not page.exception
    assert 'data-value="places" aria-selected="true"' in surfaces(page)["tabs"]


def test_passages_are_paged(page: AppTest, add_article: Callable[[Article], None]) -> None:
    for number in range(12):
        add_article(Article(f"more {number}", f"Rain fell on Berlin on day {number}.", published="2022-04-01"))
    page.query_params["place"] = BERLIN
    page.run()
    assert html(page).count('class="gn-card"') == 10
    assert "1 to 10 of 13" in html(page)
    do(page, "page", "2")
    assert html(page).count('class="gn-card"') == 3


def test_what_another_process_adds_is_there_on_the_next_run(
    page: AppTest, add_article: Callable[[Article], None]
) -> None:
    page.run()
    assert "<b>5 articles</b>" in words_above_the_map(page)
    add_article(Article("six", "Snow fell on Berlin.", "Snow", published="2022-04-01"))
    page.run()
    assert "<b>6 articles</b>" in words_above_the_map(page)


def test_counts_never_contradict_each_other_while_another_process_adds(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache.Corpus, "total", lambda _self: 4)  # asked before the fifth was there
    page.run()
    assert "<b>5 articles</b>" in words_above_the_map(page)


def test_a_store_that_is_gone_or_damaged_is_no_longer_the_one_that_is_shown(store_path: Path) -> None:
    corpus = cache.open_corpus(lambda _done, _all: None)
    assert not cache.is_stale(corpus)
    store_path.rename(store_path.with_name("elsewhere.sqlite"))
    assert cache.is_stale(corpus)
    store_path.write_text("this is no database, although it is where one should be " * 20)
    assert cache.is_stale(corpus)
    assert cache.is_stale(replace(corpus, is_sample=True))


def test_geonames_is_credited_beside_the_map(page: AppTest) -> None:
    page.run()
    legend = surfaces(page)["legend"]
    assert 'href="https://www.geonames.org"' in legend
    assert "CC BY 4.0" in legend


def test_a_store_that_cannot_be_read_is_named_with_the_cause(page: AppTest) -> None:
    Settings().store.write_text("this is no database, although it is where one should be " * 20)
    page.run()
    assert not page.exception
    assert "corpus.sqlite: is not a database" in html(page)


def test_looking_at_a_stored_corpus_never_loads_the_language_model(store_path: Path) -> None:
    program = (
        "import sys; from streamlit.testing.v1 import AppTest\n"
        f"page = AppTest.from_file({str(APP)!r}, default_timeout=60)\n"
        f"page.query_params['place'] = {KYIV!r}\n"
        f"page.session_state[{SIZE!r}] = {{'width': 640, 'height': 460, 'narrow': False}}\n"
        "page.run()\n"
        "assert not page.exception and page.get('deck_gl_json_chart')\n"
        "assert not {'spacy', 'thinc', 'geonews.pipeline'} & set(sys.modules)"
    )
    environment = os.environ | {"GEONEWS_STORE": str(store_path)}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-500:]


def test_who_does_not_see_the_map_is_told_what_it_shows(page: AppTest) -> None:
    page.run()
    said = the_map(page).proto.alt
    assert "Map of 8 places that the articles name. The most mentioned are Kyiv (3), Moscow (2)," in said
    assert "The table of places lists all." in said
