"""The page as a whole, run without a browser."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from driving import APP, KYIV, MOSCOW, ShownPage
from streamlit.testing.v1 import AppTest

from geonews.dashboard import session
from geonews.dashboard.panels.frame import SIZE


def test_it_shows_all_articles_and_their_places(page: ShownPage) -> None:
    page.at.run()
    assert not page.at.exception
    assert "<b>5 articles</b> · 8 Feb 2022 to 1 Mar 2022, 1 undated" in page.heading()
    assert page.pins() == {
        "Kyiv", "Irpin", "Moscow", "Berlin", "Ukraine", "Black Sea", "Kherson region", "Ramstein Air Base",
    }  # fmt: skip
    assert page.ringed() == []


def test_trap_10_a_second_run_is_as_full_as_the_first(page: ShownPage) -> None:
    page.at.run()
    first = page.html()
    page.at.run()
    assert page.html() == first


def test_the_chosen_place_is_shown_nearer_and_a_click_on_another_moves_nothing(page: ShownPage) -> None:
    page.at.run()
    whole = page.sight()
    page.do("place", KYIV)
    assert page.sight() == whole
    page.do("near", KYIV)
    near = page.sight()
    assert near["zoom"] > whole["zoom"] + 1
    assert page.asked("near") == [KYIV]
    assert "Show the whole map" in page.surfaces()["legend"]
    page.do("place", MOSCOW)
    assert page.sight() == near
    assert "Show <bdi>Moscow</bdi> nearer" in page.surfaces()["legend"]
    page.do("whole")
    assert page.asked("near") == []
    assert page.sight() == whole
    page.at.query_params["near"] = "no such place"
    page.at.run()
    assert page.sight() == whole


def test_a_map_that_was_moved_by_hand_is_asked_for_anew_to_show_all(page: ShownPage) -> None:
    page.at.run()
    asked_for = page.sight()
    page.at.session_state[session.RETURNS] = 1
    page.at.run()
    assert all(0 < abs(page.sight()[name] - asked_for[name]) < 1e-5 for name in ("longitude", "latitude", "zoom"))


def test_an_article_is_shown_whole_whatever_was_seen_from_near(page: ShownPage) -> None:
    page.at.query_params.update({"near": KYIV})
    page.at.run()
    page.do("read", "two")
    assert page.asked("near") == []


def test_a_pasted_link_opens_the_place_with_its_passages_under_the_filter(page: ShownPage) -> None:
    page.at.query_params.update({"place": KYIV, "publisher": "The Daily Sample", "from": "2022-02-08", "undated": "no"})
    page.at.run()
    shown = page.html()
    assert "2 of 5 articles" in page.heading()
    assert "since 8 Feb 2022" in page.heading()
    assert "by The Daily Sample" in page.heading()
    assert page.ringed() == [[30.524, 50.455]]
    assert '<mark class="gn-here" title="Kyiv">Kyiv</mark>' in shown
    assert "1,000 troops" in shown
    assert "hacked" not in page.surfaces()["passages"]
    assert re.search(r'data-value="The Daily Sample" checked', shown)
    assert 'value="2022-02-08"' in shown


def test_the_browsers_back_takes_everything_along(page: ShownPage) -> None:
    page.at.run()
    page.do("q", "shells")
    page.at.query_params.clear()  # what Back does: the address changes, and the page runs again
    page.at.run()
    assert 'value="shells"' not in page.surfaces()["filters"]
    assert "<b>5 articles</b>" in page.heading()


def test_all_but_the_map_is_there_before_the_browser_has_told_how_large_that_is(store_path: Path) -> None:
    assert store_path.exists()
    page = ShownPage(AppTest.from_file(str(APP), default_timeout=60).run())
    assert not page.at.exception
    assert not page.at.get("deck_gl_json_chart")
    assert "gn-placeholder" in page.html()
    assert page.at.dataframe, "so that a browser fetches what draws tables meanwhile"
    assert page.surfaces()["timeline"]


def test_geonames_is_credited_beside_the_map(page: ShownPage) -> None:
    page.at.run()
    legend = page.surfaces()["legend"]
    assert 'href="https://www.geonames.org"' in legend
    assert "CC BY 4.0" in legend


def test_who_does_not_see_the_map_is_told_what_it_shows(page: ShownPage) -> None:
    page.at.run()
    said = page.map().proto.alt
    assert "Map of 8 places that the articles name. The most mentioned are Kyiv (3), Moscow (2)," in said
    assert "The table of places lists all." in said


def test_hostile_text_reaches_the_page_only_as_text(page: ShownPage, hostile: str) -> None:
    page.at.query_params["place"] = KYIV
    page.at.run()
    shown = page.html()
    assert "<script" not in shown
    assert "<img src=x" not in shown
    assert "&lt;script&gt;" in shown
    assert len(hostile) < len(shown) < 120_000


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
