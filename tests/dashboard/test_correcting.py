"""Correct it: what is offered in a passage, what comes of a choice, and how it shows afterwards."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from streamlit.testing.v1 import AppTest

from geonews.claims import PlaceRole, group
from geonews.corrections import Merge
from geonews.dashboard import frames, sample
from geonews.dashboard.correcting import NO_PLACE, Draft, Mention, begun, chosen, correction, mentions, neighbours, step
from geonews.dashboard.panels.frame import SIZE
from geonews.dashboard.pieces.byhand import merge_html
from geonews.dashboard.pieces.correct import Form, Shown, by_hand_html, form_html, told_html
from geonews.dashboard.pieces.passage import passage_html
from geonews.dashboard.pieces.reader import article_html
from geonews.models import Article, Candidate, Correction, ParsedArticle, Passage, Place, Resolution, Toponym
from geonews.store import Filter, Store

APP = Path(__file__).resolve().parents[2] / "app.py"
HERE = Place("gn:1", "Paris", "city", "FR", 48.9, 2.4)
THERE = Place("gn:2", "Paris", "city", "US", 33.7, -95.6, "Texas", population=24_171)
TEXT = "Paris met Paris. They left. Rome slept."
READ = Resolution(HERE, 0.9, "most populous", (Candidate(HERE, "name", 0.9), Candidate(THERE, "name", 0.1)))
PARSED = ParsedArticle(
    Article("a", TEXT),
    (Passage(0, 16), Passage(17, 27), Passage(28, 39)),
    (Toponym(0, 5, "Paris", "literal"), Toponym(10, 15, "Paris", "literal"), Toponym(28, 32, "Rome", "literal")),
    (READ, READ, Resolution(None, 0.0, "not in the gazetteer")),
    (),
    (),
)
DRAFT = Draft("key", 0)


def found(draft: Draft = DRAFT) -> tuple[list[Mention], Mention]:
    listed = mentions(PARSED, (), draft.start)
    mention = chosen(listed, draft)
    assert mention is not None
    return listed, mention


def form(draft: Draft = DRAFT, offers: Sequence[Place] = ()) -> str:
    listed, mention = found(draft)
    return form_html(Form(TEXT, PARSED.passages[0], listed, mention, draft, offers))


def nowhere(_identifier: str) -> None:
    """Find no place."""


def test_the_form_opens_at_the_mention_of_the_place_that_is_shown() -> None:
    two = replace(PARSED, resolutions=(READ, replace(READ, place=THERE), PARSED.resolutions[2]))
    assert begun("key@0", "gn:2", lambda _key: two) == Draft("key", 0, 10)
    assert begun("key@0", None, lambda _key: two) == DRAFT
    for spot in ("key", "key@x", "@3", "key@-1"):
        assert begun(spot, None, lambda _key: two) is None
    assert begun("gone@0", None, nowhere) is None


def test_the_places_that_were_weighed_are_offered_with_region_country_and_sureness() -> None:
    html = form()
    assert "city, France" in html
    assert "city, Texas, United States · 24,171 people" in html
    assert "90% sure" in html
    assert re.search(r'value="gn:1" checked', html)
    assert "this name in the article (2 mentions)" in html


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("mention", Correction("place", "Paris", "a", 0, 5, THERE, "now")),
        ("article", Correction("place", "Paris", "a", place=THERE, made="now")),
        ("corpus", Correction("place", "Paris", place=THERE, made="now")),
    ],
)
def test_a_choice_becomes_a_correction_of_its_scope(scope: str, expected: Correction) -> None:
    draft = step(step(DRAFT, {"do": "means", "value": "gn:2"}, nowhere), {"do": "scope", "value": scope}, nowhere)
    assert correction(found(draft)[1], draft, "a", "now") == expected


def test_saving_without_a_choice_accepts_what_was_read() -> None:
    assert correction(found()[1], DRAFT, "a", "now") == Correction("place", "Paris", "a", 0, 5, HERE, "now")


def test_a_name_without_a_place_can_only_be_saved_with_a_choice() -> None:
    draft = replace(DRAFT, start=28)
    _, rome = found(draft)
    assert correction(rome, draft, "a", "now") is None
    assert 'data-do="save"' not in form(draft)
    rejected = correction(rome, replace(draft, choice=NO_PLACE), "a", "now")
    assert rejected == Correction("no place", "Rome", "a", 28, 32, made="now")


def test_a_place_of_the_gazetteer_can_be_taken_that_nobody_weighed() -> None:
    elsewhere = Place("gn:3", "Paris", "city", "CA", 43.2, -80.4, "Ontario")
    draft = step(replace(DRAFT, typed="paris"), {"do": "pick", "value": "gn:3"}, lambda _id: elsewhere)
    assert draft.typed == ""
    assert correction(found(draft)[1], draft, "a", "now").place == elsewhere
    assert step(DRAFT, {"do": "pick", "value": "gn:9"}, nowhere) == DRAFT


def test_another_mention_and_another_sentence_begin_anew() -> None:
    draft = replace(DRAFT, choice="gn:2", scope="corpus")
    assert step(draft, {"do": "mention", "value": "10"}, nowhere) == Draft("key", 0, 10)
    assert step(draft, {"do": "passage", "value": "28"}, nowhere) == Draft("key", 28)
    assert neighbours(PARSED, 0) == (None, 28)
    assert neighbours(PARSED, 28) == (0, None)
    assert neighbours(PARSED, 17) == (0, 28)


@given(some.text(), some.text())
def test_no_action_is_an_error(name: str, value: str) -> None:
    step(DRAFT, {"do": name, "value": value}, nowhere)
    for known in ("mention", "passage", "scope", "means", "find"):
        step(DRAFT, {"do": known, "value": value}, nowhere)


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
    made = correction(figure, Draft(key, 20), "one", "now")
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
    assert table["By hand"].to_dict()["gn:2950159"] == 1
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


def test_the_list_of_corrections_says_what_holds_where_and_what_became_of_it(writable: Store) -> None:
    writable.ledger.add([kyiv(writable), kyiv(writable, article="gone"), Correction("no place", "Berlin")])
    table = frames.correction_table(writable.ledger.history())
    assert list(table["Correction"]) == [
        "is not a place",
        "means Berlin (city, Germany)",
        "means Berlin (city, Germany)",
    ]
    assert list(table["Holds"]) == ["everywhere", "once, in gone", "once, in one"]
    assert list(table["State"])[1:] == ["orphaned: the corpus does not hold its article", "applied"]


def test_hostile_words_come_out_as_text_everywhere(hostile: str) -> None:
    place = replace(THERE, name=hostile, admin1=hostile)
    parsed = replace(
        PARSED,
        article=replace(PARSED.article, text=hostile),
        passages=(Passage(0, len(hostile)),),
        toponyms=(Toponym(0, 8, hostile[:8], "literal"),),
        resolutions=(Resolution(place, 0.9, hostile, (Candidate(place, "name", 0.9),)),),
    )
    listed = mentions(parsed, (), 0)
    draft = replace(DRAFT, typed=hostile)
    pieces = [
        form_html(Form(hostile, parsed.passages[0], listed, listed[0], draft, [place])),
        merge_html(Merge((), 1, ((1, hostile),), ((2, hostile),))),
        told_html("x", 1, hostile),
    ]
    for html in pieces:
        assert "<script" not in html
        assert "<img" not in html


def test_the_sample_stays_as_it_is_when_a_copy_of_it_is_put_right(store: Store, tmp_path: Path) -> None:
    before = list(store.parsed())
    own = tmp_path / "own" / "corpus.sqlite"
    sample.copy(store.path, own)
    with Store.open(own) as copied:
        assert list(copied.parsed()) == before
        copied.ledger.add([Correction("no place", "Kyiv")])
    assert list(store.parsed()) == before
    assert store.ledger.history() == []


def test_nothing_put_right_takes_no_room() -> None:
    assert by_hand_html((), offered=True) == ""


def surfaces(page: AppTest) -> dict[str, str]:
    drawn = {element.proto.id.rsplit("-", 1)[-1]: element.proto for element in page.get("bidi_component")}
    return {key: json.loads(each.json).get("html", "") for key, each in drawn.items() if key != "ruler"}


def opened(spot: str) -> AppTest:
    page = AppTest.from_file(str(APP), default_timeout=60)
    page.session_state[SIZE] = {"width": 640, "height": 460, "narrow": False}
    page.query_params["place"] = "gn:703448"
    page.session_state["correcting-asked"] = spot
    page.run()
    assert not page.exception
    return page


def test_the_page_opens_the_form_for_a_passage_and_offers_its_mentions(store: Store) -> None:
    (key,) = store.keys("one")
    drawn = "".join(surfaces(opened(f"{key}@20")).values())
    at = store.article(key).article.text.index("Kyiv")
    assert f'class="gn-mention gn-place" id="mention-{at}"' in drawn
    assert 'class="gn-mention gn-figure"' in drawn


def test_a_page_for_reading_only_opens_no_form(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEONEWS_READ_ONLY", "1")
    (key,) = store.keys("one")
    page = opened(f"{key}@20")
    drawn = "".join(surfaces(page).values())
    assert 'class="gn-mention ' not in drawn
    assert 'data-do="correct"' not in drawn
    assert "Places" in drawn
    assert "By hand" not in drawn


def test_on_the_sample_the_form_offers_a_copy_of_it(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEONEWS_STORE", str(tmp_path / "none yet.sqlite"))
    monkeypatch.setattr(sample, "ready", lambda *_: store.path)
    (key,) = store.keys("one")
    page = opened(f"{key}@20")
    drawn = "".join(surfaces(page).values())
    assert 'data-do="copy-sample"' in drawn
    assert 'class="gn-mention ' not in drawn
    assert "Places" in drawn
    assert "By hand" not in drawn
