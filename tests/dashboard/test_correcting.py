"""Correct it: what is offered in a passage, and what comes of a choice."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from drafting import DRAFT, HERE, PARSED, READ, TEXT, THERE, form, found, nowhere, said
from hypothesis import given
from hypothesis import strategies as some

from geonews.corrections import Merge
from geonews.dashboard.correcting import begun, following, mentions, neighbours, reach
from geonews.dashboard.draft import NO_PLACE, Draft, step
from geonews.dashboard.pieces.anyplace import search_html
from geonews.dashboard.pieces.byhand import merge_html
from geonews.dashboard.pieces.correct import saved_html, told_html, undone_html
from geonews.dashboard.pieces.form import Form, form_html, walk_html
from geonews.models import Candidate, Correction, Passage, Place, Resolution, Toponym
from geonews.store import KeptCorrection, Reached


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


def test_what_is_typed_and_not_taken_speaks_against_the_choice_and_is_never_saved_over() -> None:
    typed = step(DRAFT, {"do": "find", "value": "paris, texas"}, nowhere)
    assert "checked" not in form(typed).partition("gn-reach")[0]
    assert "Not saved" not in form(typed)
    refused = step(typed, {"do": "save", "value": "paris, texas"}, nowhere)
    assert 'role="alert"><b>Not saved</b>: nothing is chosen for “<bdi>paris, texas</bdi>”' in form(refused)
    assert step(refused, {"do": "find", "value": "paris, texas"}, nowhere) == refused
    for name, value in (("find", "paris, t"), ("find", ""), ("means", "gn:2"), ("save", "")):
        assert "Not saved" not in form(step(refused, {"do": name, "value": value}, nowhere))


def test_a_place_that_is_chosen_by_hand_or_taken_puts_an_end_to_what_is_typed() -> None:
    refused = step(DRAFT, {"do": "save-on", "value": "paris, texas"}, nowhere)
    by_hand = step(refused, {"do": "means", "value": "gn:1"}, nowhere)
    taken = step(refused, {"do": "pick", "value": "gn:2"}, lambda _id: THERE)
    for draft, place in ((by_hand, HERE), (taken, THERE)):
        assert (draft.typed, draft.is_refused) == ("", False)
        assert f'value="{place.id}" checked' in form(draft)
        assert [each.place for each in said(draft)] == [place]


def test_saving_comes_with_a_choice_that_the_page_was_not_told_of_yet() -> None:
    typed = step(DRAFT, {"do": "find", "value": "paris"}, nowhere)
    elsewhere = Place("gn:3", "Paris", "city", "CA", 43.2, -80.4, "Ontario")
    for chosen, place in (("gn:2", THERE), ("gn:3", elsewhere)):
        saved = step(typed, {"do": "save", "value": "", "on": chosen}, {"gn:3": elsewhere}.get)
        assert not saved.is_refused
        assert [each.place for each in said(saved)] == [place]


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


def test_a_sentence_that_others_copy_is_put_right_in_all_unless_one_says_otherwise() -> None:
    assert (reach(DRAFT, 2), reach(DRAFT, 0)) == ("copies", "mention")
    assert reach(replace(DRAFT, reach="mention"), 2) == "mention"
    assert reach(replace(DRAFT, reach="copies"), 0) == "mention"
    assert 'value="copies" checked' in form(copies=2)
    assert "the 2 copies of this sentence in other articles" in form(copies=2)
    assert "copies" not in form()


def test_how_many_mentions_a_choice_reaches_is_told_before_it_is_saved() -> None:
    listed, mention = found()
    html = form_html(Form(TEXT, PARSED.passages[0], listed, mention, DRAFT, (), everywhere=Reached(1_200, 1)))
    assert "this name in all articles (now 1,200 mentions in 1 article), and in those to come" in html


@given(some.text(), some.text())
def test_no_action_is_an_error(name: str, value: str) -> None:
    step(DRAFT, {"do": name, "value": value}, nowhere)
    for known in ("mention", "words", "naming", "passage", "reach", "means", "find", "save", "save-on"):
        step(DRAFT, {"do": known, "value": value}, nowhere)


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


def test_a_search_of_the_gazetteer_in_vain_says_so_and_what_to_try() -> None:
    html = search_html("Kyiv, <Kansas>", [])
    assert "The gazetteer has no place “<bdi>Kyiv, &lt;Kansas&gt;</bdi>”" in html
    assert "or the name alone (<bdi>Kyiv</bdi>)" in html
    assert "or a larger place that it lies in" in search_html("Kyivv", [])
    assert "gn-hint" not in search_html(" ", [])
    assert "gn-hint" not in search_html("paris", [HERE])
