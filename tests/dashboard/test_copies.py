"""A passage tells in how many other articles it also is, and names them when asked."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

from geonews.dashboard.actions import apply
from geonews.dashboard.pieces.passage import passage_html
from geonews.dashboard.state import View, from_params, to_params
from geonews.store import CopyRow, Mark, PassageRow

TEXT = "Shells fell on Irpin at dawn."


def passage(copies: int, *marks: Mark) -> PassageRow:
    return PassageRow("k&1", "id", "Title", "Source", None, None, None, 7, TEXT, "", "", marks, (), copies=copies)


def copy(number: int, text: str = TEXT) -> CopyRow:
    return CopyRow(f"k{number}", f"Copy {number}", "Other", f"https://example.org/{number}", date(2022, 2, 8), 3, text)


def test_a_passage_without_copies_says_nothing_of_them() -> None:
    assert "other article" not in passage_html(passage(0))


def test_copies_are_counted_and_listed_on_demand() -> None:
    closed = passage_html(passage(2))
    assert "also in 2 other articles" in closed
    assert 'data-do="copies" data-value="k&amp;1@7" aria-expanded="false"' in closed
    assert "Copy 1" not in closed
    listed = passage_html(passage(2), [copy(1), copy(2)])
    assert 'data-do="copies" data-value="" aria-expanded="true"' in listed
    assert listed.index("Copy 1") < listed.index("Copy 2")
    assert 'href="https://example.org/1"' in listed
    assert 'data-do="read" data-value="k1@3"' in listed


def test_a_copy_shows_its_words_only_where_they_differ_and_harmlessly() -> None:
    assert "gn-reworded" not in passage_html(passage(1), [copy(1, "Shells fell  on Irpin\nat dawn.")])
    html = passage_html(passage(1), [copy(1, "<script>Shells</script> fell on Irpin.")])
    assert "gn-reworded" in html
    assert "<script" not in html
    assert "<script>Shells</script> fell" in unescape(html)


def test_many_copies_are_named_up_to_a_number_and_the_rest_is_counted() -> None:
    html = passage_html(passage(60), [copy(number) for number in range(60)])
    assert len(re.findall("https://example.org/", html)) == 50
    assert "and 10 more" in html


def test_which_passage_has_its_copies_listed_is_in_the_address_until_another_place_is_chosen() -> None:
    view = apply(View(place="gn:1", page=2), {"do": "copies", "value": "k&1@7"})
    assert view == View(place="gn:1", page=2, copies="k&1@7")
    assert from_params(to_params(view)) == view
    assert apply(view, {"do": "copies", "value": ""}).copies == ""
    for step in ({"do": "place", "value": "gn:2"}, {"do": "page", "value": "3"}, {"do": "q", "value": "x"}):
        assert apply(view, step).copies == ""


def test_another_place_in_the_sentence_can_be_pressed_but_not_the_place_itself() -> None:
    at = TEXT.index("Irpin")
    other = passage_html(passage(0, Mark(at, at + 5, "other place", "Irpin", "gn:707565")))
    assert 'role="button" tabindex="0" data-do="place" data-value="gn:707565">Irpin</mark>' in other
    same = passage_html(passage(0, Mark(at, at + 5, "place", "Irpin", "gn:707565")))
    assert 'role="button"' not in same
    unknown = passage_html(passage(0, Mark(at, at + 5, "other place", "Irpin")))
    assert 'role="button"' not in unknown
