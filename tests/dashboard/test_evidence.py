"""Passages are shown verbatim and harmlessly."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape
from urllib.parse import parse_qs

from hypothesis import given
from hypothesis import strategies as st

from geonews.dashboard.pieces import reader
from geonews.dashboard.pieces.passage import citation, passage_html
from geonews.dashboard.state import View, from_params
from geonews.export.permalinks import permalink
from geonews.store import Filter, Mark, PassageFigure, PassageRow, Store


def row(text: str, *marks: Mark) -> PassageRow:
    return PassageRow("key", "id", "Title", "Source", None, None, None, 0, text, "", "", marks, ())


def test_the_sentence_is_verbatim_and_its_marks_can_be_told_apart(store: Store) -> None:
    shown = next(passage for passage in store.passages("gn:703448") if passage.id == "one")
    html = passage_html(shown)
    assert '<mark class="gn-here" title="Kyiv">Kyiv</mark>' in html
    assert '<mark class="gn-place" title="Irpin" role="button" tabindex="0" data-do="place"' in html
    figure = re.search(r'<mark class="gn-figure" ([^>]*)>[^<]*1,000 troops</mark>', html)
    assert figure is not None
    assert f'data-do="claim" data-value="{shown.key}@{shown.start}@1,000 troops"' in figure[1]
    sentence = re.search(r'<span class="gn-sentence">(.*?)</span>', html)
    assert sentence is not None
    assert unescape(re.sub("<[^>]+>", "", sentence[1])) == shown.text


def test_a_sentence_either_side_title_publisher_date_and_link_are_there(store: Store) -> None:
    html = passage_html(next(passage for passage in store.passages("gn:703448") if passage.id == "one"))
    assert '<span class="gn-context">Talks began early.</span>' in html
    assert '<span class="gn-context">Berlin sent help.</span>' in html
    assert 'href="https://example.org/one"' in html
    assert "Troops near the capital" in html
    assert "The Daily Sample" in html
    assert "8 Feb 2022" in html


def test_a_hostile_article_is_shown_as_text(store: Store) -> None:
    html = passage_html(next(passage for passage in store.passages("gn:703448") if passage.id == "hostile"))
    tags = set(re.findall(r"<\s*([a-zA-Z]+)", html))
    assert tags <= {"article", "header", "div", "bdi", "time", "p", "span", "mark", "button", "footer"}
    assert "javascript:" not in html
    assert len(html) < 5_000


@given(st.text(), st.text(min_size=1), st.text())
def test_any_text_comes_out_as_it_went_in(before: str, name: str, after: str) -> None:
    text = before + name + after
    html = passage_html(row(text, Mark(len(before), len(before) + len(name), "place", "label")))
    inside = html[html.index('<span class="gn-sentence">') + 26 : html.rindex("</span>")]
    assert unescape(re.sub("<[^>]+>", "", inside)) == text


def test_a_figure_that_a_name_interrupts_opens_its_claim_on_either_side_of_it() -> None:
    text = "Some 40,000 Polish soldiers marched."
    figure = PassageFigure(
        "40,000", "Some 40,000 Polish soldiers", 40_000, None, approximate=True, kind="troops", noun="soldiers",
        owner=None, status="done", role=None,
    )  # fmt: skip
    marks = (Mark(0, 11, "figure", "troops"), Mark(12, 18, "other place", "Poland"), Mark(19, 27, "figure", "troops"))
    html = passage_html(replace(row(text, *marks), figures=(figure,)))
    assert html.count('data-do="claim" data-value="key@0@Some 40,000 Polish soldiers"') == 2


def test_a_mark_says_that_a_figure_is_denied_and_that_a_place_is_doubtful() -> None:
    text = "Minsk denied that 6,000 troops were in Tawila."
    figure = PassageFigure(
        "6,000", "6,000 troops", 6000, 6000, approximate=False, kind="troops", noun="troops", owner=None,
        status="denied", role=None,
    )  # fmt: skip
    name = Mark(39, 45, "other place", "Tawilah", "gn:1", confidence=0.24)
    html = passage_html(replace(row(text, Mark(18, 30, "figure", "troops"), name), figures=(figure,)))
    assert html.count('data-how="denied"') == 1
    assert 'data-how="24% sure">Tawila</mark>' in html
    sure = passage_html(replace(row(text, replace(name, confidence=0.9)), figures=(replace(figure, status="done"),)))
    assert "data-how" not in sure
    righted = passage_html(row(text, replace(name, by_hand=True)))
    assert "data-how" not in righted, "a person has said which place it is"


def test_a_figure_of_another_time_than_its_article_says_of_which() -> None:
    text = "The one of February 2023 killed more than 53,000 people in Turkey."
    figure = PassageFigure(
        "53,000", "more than 53,000 people", 53_000, None, approximate=False, kind="casualties", noun="people",
        owner=None, status="done", role="location", date="2023-02",
    )  # fmt: skip
    html = passage_html(replace(row(text), day=date(2026, 5, 4), figures=(figure,)))
    assert "dead · here or near · in Feb 2023</div>" in html


def test_only_web_addresses_become_links() -> None:
    for address in ("javascript:alert(1)", "data:text/html,x", "//example.org", "ftp://example.org/", "https://[bad"):
        assert "<a " not in passage_html(replace(row("x"), url=address))
    for address in ("https://user:pass@example.org/", "https://user@example.org/", "http://@example.org/"):
        assert "<a " not in passage_html(replace(row("x"), url=address))
    assert '<a href="https://example.org/?a=1&amp;b=&quot;"' in passage_html(
        replace(row("x"), url='https://example.org/?a=1&b="')
    )


def test_unknown_title_publisher_and_date_are_said_to_be_unknown() -> None:
    html = passage_html(replace(row("x"), title=None, source=None))
    assert "untitled (id)" in html
    assert "no publisher" in html
    assert "undated" in html


def test_a_passage_can_be_linked_to_and_cited() -> None:
    shown = replace(row("Shells fell on Irpin."), key="k&1", start=7, url="https://example.org/one")
    assert from_params(parse_qs(permalink("", "k&1", 7)[1:])) == View(Filter(articles=("k&1",)), at=7)
    assert citation(shown) == "“Shells fell on Irpin.” Title, Source, undated. https://example.org/one"
    assert passage_html(shown).count(' data-link="?article=k%261&amp;at=7"') == 2, "copied with the citation as well"


def test_words_that_were_searched_for_are_marked_within_and_across_the_other_marks(store: Store) -> None:
    text = "Some grain ships left Odesa at dawn."
    at = text.index("ships")
    html = passage_html(row(text, Mark(at, at + 5, "figure", "ships")), searched='"grain ships left" ODESA')
    assert '<mark class="gn-hit">grain </mark><mark class="gn-figure" title="ships">' in html
    assert '<mark class="gn-hit">ships</mark></mark><mark class="gn-hit"> left</mark> ' in html
    assert '<mark class="gn-hit">Odesa</mark>' in html
    (shown,) = (each for each in store.passages("gn:703448") if each.id == "hostile")
    assert "<script" not in passage_html(shown, searched="script hacked <b>")


def test_an_article_opened_from_a_search_shows_its_words_and_leads_to_its_neighbours(store: Store) -> None:
    listed = store.articles()
    at = next(at for at, each in enumerate(listed) if each.id == "one")
    parsed = store.article(listed[at].key)
    assert parsed is not None
    beside = reader.beside(listed[at].key, Filter(text="shells"), listed)
    html = reader.article_html(parsed, listed[at], None, None, beside=beside)
    assert '<mark class="gn-hit">shells</mark>' in html
    assert f'data-do="read" data-value="{listed[at - 1].key}">previous article' in html
    assert f'data-do="read" data-value="{listed[at + 1].key}">next article' in html
    assert "Back to where the article was opened" in html
    alone = reader.article_html(parsed, listed[at], None, None)
    assert "gn-hit" not in alone
    assert "previous article" not in alone
