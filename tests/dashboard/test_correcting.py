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
from geonews.dashboard.correcting import (
    Mention,
    begun,
    chosen,
    corrections,
    following,
    mentions,
    neighbours,
    reach,
)
from geonews.dashboard.draft import NO_PLACE, Draft, step
from geonews.dashboard.panels.frame import SIZE
from geonews.dashboard.pieces.byhand import merge_html
from geonews.dashboard.pieces.correct import Shown, by_hand_html, saved_html, told_html, undone_html
from geonews.dashboard.pieces.form import Form, form_html, walk_html
from geonews.dashboard.pieces.passage import passage_html
from geonews.dashboard.pieces.reader import article_html
from geonews.models import Article, Candidate, Correction, ParsedArticle, Passage, Place, Resolution, Toponym
from geonews.store import Filter, KeptCorrection, Store

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
    mention = chosen(listed, draft, PARSED)
    assert mention is not None
    return listed, mention


def form(draft: Draft = DRAFT, offers: Sequence[Place] = (), copies: int = 0) -> str:
    listed, mention = found(draft)
    passage = next(each for each in PARSED.passages if each.start == draft.start)
    return form_html(Form(TEXT, passage, listed, mention, draft, offers, copies))


def said(draft: Draft = DRAFT) -> list[Correction]:
    return corrections(found(draft)[1], draft, PARSED, "now")


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
    draft = step(step(DRAFT, {"do": "means", "value": "gn:2"}, nowhere), {"do": "reach", "value": scope}, nowhere)
    assert said(draft) == [expected]


def test_saving_without_a_choice_accepts_what_was_read() -> None:
    assert said() == [Correction("place", "Paris", "a", 0, 5, HERE, "now")]


def test_a_name_without_a_place_can_only_be_saved_with_a_choice() -> None:
    draft = replace(DRAFT, start=28)
    assert said(draft) == []
    assert 'data-do="save"' not in form(draft)
    assert said(replace(draft, choice=NO_PLACE)) == [Correction("no place", "Rome", "a", 28, 32, made="now")]


def test_a_place_of_the_gazetteer_can_be_taken_that_nobody_weighed() -> None:
    elsewhere = Place("gn:3", "Paris", "city", "CA", 43.2, -80.4, "Ontario")
    draft = step(replace(DRAFT, typed="paris"), {"do": "pick", "value": "gn:3"}, lambda _id: elsewhere)
    assert draft.typed == ""
    assert [each.place for each in said(draft)] == [elsewhere]
    assert step(DRAFT, {"do": "pick", "value": "gn:9"}, nowhere) == DRAFT


def test_another_mention_and_another_sentence_begin_anew() -> None:
    draft = replace(DRAFT, choice="gn:2", reach="corpus")
    assert step(draft, {"do": "mention", "value": "10"}, nowhere) == Draft("key", 0, 10)
    assert step(draft, {"do": "passage", "value": "28"}, nowhere) == Draft("key", 28)
    assert neighbours(PARSED.passages, 0) == (None, 17)
    assert neighbours(PARSED.passages, 17) == (0, 28)
    assert neighbours(PARSED.passages, 28) == (17, None)
    assert following(PARSED, (), found()[1], "key") == Draft("key", 0, 10)
    assert following(PARSED, (), found(Draft("key", 0, 10))[1], "key") == Draft("key", 28, 28)
    assert following(PARSED, (), found(Draft("key", 28))[1], "key") is None


def test_every_sentence_of_the_article_is_a_press_away() -> None:
    html = walk_html(TEXT, PARSED.passages, 17)
    assert re.findall(r'data-do="passage" data-value="(\d+)"', html) == ["0", "28", "0", "17", "28"]
    assert walk_html("Alone.", [Passage(0, 6)], 0) == ""


def words(start: int, end: int, draft: Draft = DRAFT) -> Draft:
    return step(draft, {"do": "words", "value": f"{start}-{end}"}, nowhere)


def test_any_word_of_a_sentence_can_be_given_a_place_and_taken_longer_and_shorter() -> None:
    html = form(DRAFT)
    assert 'class="gn-word" id="word-6" data-do="words" data-value="6-9" tabindex="-1">met</button>' in html
    assert 'data-do="words" data-value="0-9"' in html
    html = form(words(0, 9))
    assert re.search(r'id="mention-0"[^>]*aria-pressed="true">Paris met</button>', html)
    assert 'data-value="6-9" title="Take “Paris” out of the name"' in html
    assert 'data-value="0-15" title="Take “Paris” into the name"' in html
    assert "Not a place" not in html
    assert "in all articles" not in html
    assert 'data-do="save"' not in html


def test_where_nothing_was_read_the_form_asks_for_a_word_that_every_key_reaches() -> None:
    draft = replace(DRAFT, start=17)
    assert chosen(mentions(PARSED, (), 17), draft, PARSED) is None
    html = form_html(Form(TEXT, PARSED.passages[1], [], None, draft, ()))
    assert "No place and no figure was read in this sentence" in html
    assert 'data-value="17-21">They</button>' in html
    asking = step(DRAFT, {"do": "naming"}, nowhere)
    assert chosen(mentions(PARSED, (), 0), asking, PARSED) is None
    assert step(asking, {"do": "words", "value": "6-9"}, nowhere) == Draft("key", 0, 6, 9)


def test_words_that_nobody_read_are_named_once_or_wherever_the_article_has_them_never_everywhere() -> None:
    text = "Sea Port met Port men. Port Sea slept."
    parsed = replace(PARSED, article=Article("a", text), toponyms=(Toponym(23, 31, "Port Sea", "literal"),) * 3)
    draft = replace(words(4, 8), choice="gn:2", picked=THERE)
    mention = chosen([], draft, parsed)
    assert mention is not None
    assert (mention.text, mention.namesakes, mention.is_read) == ("Port", 2, False)
    once = Correction("place", "Port", "a", 4, 8, THERE, "now")
    assert corrections(mention, draft, parsed, "now") == [once]
    assert corrections(mention, replace(draft, reach="corpus"), parsed, "now") == [once]
    twice = [once, replace(once, start=13, end=17)]
    assert corrections(mention, replace(draft, reach="article"), parsed, "now") == twice


def test_a_sentence_that_others_copy_is_put_right_in_all_unless_one_says_otherwise() -> None:
    assert (reach(DRAFT, 2), reach(DRAFT, 0)) == ("copies", "mention")
    assert reach(replace(DRAFT, reach="mention"), 2) == "mention"
    assert reach(replace(DRAFT, reach="copies"), 0) == "mention"
    assert 'value="copies" checked' in form(copies=2)
    assert "the 2 copies of this sentence in other articles" in form(copies=2)
    assert "copies" not in form()


@given(some.text(), some.text())
def test_no_action_is_an_error(name: str, value: str) -> None:
    step(DRAFT, {"do": name, "value": value}, nowhere)
    for known in ("mention", "words", "naming", "passage", "reach", "means", "find"):
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
        merge_html(Merge((), 1, ((1, hostile),), ((2, hostile),)), hostile),
        told_html("x", 1, hostile),
        form_html(Form(hostile, parsed.passages[0], [], None, draft, [])),
        undone_html([Correction("no place", hostile), Correction("no place", "b")]),
        saved_html([KeptCorrection(1, Correction("place", hostile, place=place), 1, "applied", "")]),
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
