"""Claims are put into words and lined up; what a source wrote stays text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geonews.claims import Claim, LineUp, Pair, group
from geonews.claims.models import PlaceRole, Source
from geonews.dashboard import pins
from geonews.dashboard.frames import claim_table
from geonews.dashboard.pieces.chart import chart_html, charts_html
from geonews.dashboard.pieces.claims import claim_html, claim_id
from geonews.dashboard.pieces.evidence import Found, place_html
from geonews.dashboard.pieces.invitation import invitation_html
from geonews.dashboard.pieces.lines import claim_line
from geonews.dashboard.pieces.passage import passage_html
from geonews.dashboard.state import View
from geonews.dashboard.stated import stated
from geonews.export import amounts
from geonews.models import LinkRole, Place
from geonews.store import ArticleRow, Filter, Mark, PassageRow, PlaceRow, Store

PLACE = Place("gn:1", "Ukraine", "country", "UA", 49.0, 32.0)
HOSTILE = '<img src=x onerror="window.hacked=1">'


def claim(low: float | None, high: float | None, day: int, *, about: bool = False, title: str = "Title") -> Claim:
    when = date(2022, 2, day)
    source = Source("key", title, "Desk", None, when, "quote", 3, f"{title} says quote here.", is_copy=False)
    place = PlaceRole(PLACE, "location")
    return Claim(
        low, high, about, "troops", "troops", None, "Russia", "done", (place,), (title,), None, when, when, 1, (source,)
    )


def _read(html: str) -> str:
    return unescape(re.sub("<[^>]+>", "", html))


def _opened(shown: Claim, *marks: Mark) -> str:
    rows = [
        PassageRow(
            each.key, "id", each.title, each.publisher, each.url, "2022-02-08T09:30:00+02:00", each.day, each.start,
            each.sentence, "Before it.", "After it.", marks, (),
        )
        for each in shown.sources
    ]  # fmt: skip
    found = Found(rows, len(rows), correctable=True)
    return claim_html(shown, [], found, View())


def test_the_passages_of_a_claim_are_as_rich_as_those_of_a_place() -> None:
    html = _opened(claim(1, 1, 1, title="Kyiv"), Mark(0, 4, "other place", "Kyiv", "gn:703448"))
    assert 'title="Kyiv" role="button" tabindex="0" data-do="place" data-value="gn:703448">Kyiv</mark>' in html
    assert '<span class="gn-context">Before it.</span>' in html
    assert 'aria-expanded="false">context</button>' in html
    assert 'data-do="correct" data-value="key@3"' in html
    assert "8 Feb 2022, 09:30 UTC+02:00" in html


def test_the_figure_of_the_claim_stands_out_in_its_passages_and_others_lead_to_theirs(store: Store) -> None:
    (shown,) = group(store.statements(store.statement_keys(Filter(text="Irpin")).handles.tolist()))
    (source,) = shown.sources
    row, *_ = store.passages_at([(source.key, source.start), ("gone", 3)])
    assert '<mark class="gn-figure gn-chosen" title="this claim">' in passage_html(row, stated=source)
    assert 'data-do="claim"' not in passage_html(row, stated=source)
    assert 'data-do="claim"' in passage_html(row, stated=replace(source, quote="nine boats"))
    assert "of the same publisher" in passage_html(row, stated=replace(source, is_copy=True))


def test_sources_beyond_the_first_are_counted() -> None:
    html = claim_html(claim(1, 1, 1), [], Found([], 12), View())
    assert "and 2 more sources" in html


def _about(*places: tuple[str, LinkRole], owner: str | None = "Poland") -> Claim:
    named = tuple(PlaceRole(Place(name, name, "city", "US", 0.0, 0.0), role) for name, role in places)
    return replace(claim(2000, 2000, 1), owner=owner, places=named)


def test_a_movement_is_an_arrow_to_the_place_that_is_read_about() -> None:
    moved = _about(("Fort Bragg", "origin"), ("North Carolina", "origin"), ("Poland", "destination"))
    line = claim_line(moved, "Poland")
    assert "2,000 troopsowner: Poland · Fort Bragg → Poland · from North Carolina · 1 Feb 2022" in _read(line)
    assert 'title="from Fort Bragg, from North Carolina, to Poland"' in line
    assert "North Carolina → Poland · from Fort Bragg" in _read(claim_line(moved, "North Carolina"))


def test_the_place_that_is_read_about_stands_first_and_those_left_out_are_counted() -> None:
    told = _about(("Kyiv", "target"), ("Lviv", "via"), ("Odesa", "location"), ("Ukraine", "recipient"), owner=None)
    assert _read(claim_line(told, "Odesa")).startswith("2,000 troopsin Odesa · aimed at Kyiv +2 · 1 Feb 2022")
    assert 'title="aimed at Kyiv, by way of Lviv, in Odesa, for Ukraine"' in claim_line(told)
    moved = _about(("Ems", "origin"), ("Spa", "destination"), ("Aachen", "via"), ("Bonn", "location"), owner=None)
    assert _read(claim_line(moved, "Bonn")).startswith("2,000 troopsin Bonn · Ems → Spa +1 · ")
    nowhere = _about(owner=None)
    assert _read(claim_line(nowhere)) == "2,000 troops1 Feb 2022 · 1 independent source"


def test_no_owner_is_no_words() -> None:
    for html in (claim_line(_about(owner=None)), _opened(_about(owner=None))):
        assert "owner" not in html
        assert "nobody" not in html


@pytest.mark.parametrize(
    ("low", "high", "about", "said"),
    [
        (1000, 1000, False, "1,000 troops"),
        (1000, 1000, True, "about 1,000 troops"),
        (100_000, None, False, "at least 100,000 troops"),
        (None, 5, False, "at most 5 troops"),
        (5, 10, False, "5 to 10 troops"),
        (1_300_000, 1_300_000, False, "1.3 million troops"),
    ],
)
def test_bounds_are_said_in_words(low: float | None, high: float | None, about: bool, said: str) -> None:  # noqa: FBT001
    assert amounts.says(claim(low, high, 1, about=about)) == said


def test_a_word_that_stands_for_no_number_is_told_with_what_it_is_read_as() -> None:
    said = claim(24, None, 1)
    vague = replace(said, sources=(replace(said.sources[0], quote="Dozens of troops"),))
    assert amounts.says(vague) == "dozens of troops (at least 24)"
    assert amounts.says(replace(vague, high=30.0)) == "24 to 30 troops"
    assert amounts.says(said) == "at least 24 troops"


def test_claims_that_contradict_stand_out_in_the_chart_and_its_text_alternative_tells_them() -> None:
    claims = (claim(100_000, None, 1), claim(30_000, 30_000, 2), claim(100_000, 130_000, 9))
    chart = chart_html(LineUp("Russia", "troops", "", PLACE, claims, (), (Pair(0, 1),)))
    assert chart.count('class="gn-odds') == 2
    assert chart.count('class="gn-even') == 1
    assert "How many troops? owner: Russia · Ukraine · \N{BLACK CIRCLE} 1 contradiction" in _read(chart)
    assert "1 Feb 2022: at least 100,000; 2 Feb 2022: 30,000; 9 Feb 2022: 100,000 to 130,000" in chart
    heights = [float(y) for y in re.findall(r'cy="([\d.]+)"', chart)]
    assert all(0 < height < 180 for height in heights)


def test_each_claim_of_a_chart_can_be_opened_with_mouse_and_keys_and_the_open_one_stands_out() -> None:
    claims = (claim(100_000, None, 1), claim(30_000, 30_000, 2))
    chart = chart_html(LineUp("Russia", "troops", "", PLACE, claims, (), (Pair(0, 1),)), claims[1])
    assert chart.count('role="button" tabindex="0"') == 2
    assert f'data-do="claim" data-value="{claim_id(claims[1])}"' in chart
    assert chart.count("gn-chosen") == 1


@given(st.lists(st.sampled_from([None, 1, 2, 9, 28]), min_size=2, max_size=60))
def test_no_claim_of_a_chart_lies_upon_another_and_all_are_in_the_picture(days: list[int | None]) -> None:
    claims = tuple(
        replace(claim(5, 5, day or 1), first=None if day is None else date(2022, 2, day), low=5 + at)
        for at, day in enumerate(days)
    )
    chart = chart_html(LineUp("Russia", "troops", "", PLACE, claims, (), ()))
    across = sorted(float(x) for x in re.findall(r'<line x1="([\d.]+)" x2', chart))
    assert len(across) == len(days)
    assert all(64 < x < 420 for x in across)
    assert all(two - one > min(11.8, 300 / len(days)) for one, two in pairwise(across))


def test_what_is_undated_stands_apart_from_the_days_of_a_chart() -> None:
    dated, undated = (claim(5, 5, 1), claim(7, 7, 28)), replace(claim(6, 6, 1), first=None)
    chart = chart_html(LineUp("Russia", "troops", "", PLACE, (dated[0], undated, dated[1]), (), ()))
    across = [float(x) for x in re.findall(r'<line x1="([\d.]+)" x2', chart)]
    assert across == sorted(across)[:1] + sorted(across)[:0:-1], "the undated one is the rightmost"
    assert ">undated</text>" in chart
    assert ">undated</text>" not in chart_html(LineUp("Russia", "troops", "", PLACE, dated, (), ()))


def test_a_claim_of_a_chart_tells_how_many_of_what_and_who_says_so() -> None:
    claims = (claim(100_000, None, 1), claim(30_000, 30_000, 2))
    chart = chart_html(LineUp("Russia", "troops", "", PLACE, claims, (), (Pair(0, 1),)))
    assert "<title>1 Feb 2022: at least 100,000 troops, said to be so (Desk)</title>" in chart


def test_what_a_chart_shows_denied_or_planned_says_so_and_its_mark_is_hollow() -> None:
    claims = (claim(2000, 2000, 1), replace(claim(2000, 2000, 3), status="denied"))
    chart = chart_html(LineUp("Russia", "troops", "", PLACE, claims, (), (Pair(0, 1),)))
    assert re.findall(r'gn-told-here"[^>]*>([^<]*)', chart) == ["2,000, Desk", "2,000 denied, Desk"]
    assert re.findall(r'<g class="([^"]*)"', chart) == ["gn-odds", "gn-odds gn-only"]


def test_what_is_claimed_of_two_places_alike_is_one_chart() -> None:
    claims = (claim(100_000, None, 1), claim(30_000, 30_000, 2))
    two = [LineUp("Russia", "troops", "", each, claims, (), ()) for each in (PLACE, replace(PLACE, id="x", name="Ems"))]
    charts = charts_html(two, claims[0])
    assert charts.count("<svg") == 1
    assert f"<bdi>{PLACE.name}</bdi>, <bdi>Ems</bdi>" in charts
    assert charts_html([two[0], replace(two[1], claims=claims[::-1])], claims[0]).count("<svg") == 2


def test_a_claim_says_what_befell_people_where_their_noun_does_not_tell() -> None:
    told = replace(claim(2, 2, 1), kind="casualties", noun="people")
    assert "casualties · owner: Russia · in Ukraine · 1 Feb 2022" in _read(claim_line(told))
    assert "casualties · owner: Russia" in _opened(told)
    assert "casualties ·" not in claim_line(replace(told, noun="casualties"))
    assert "troops ·" not in claim_line(claim(2, 2, 1))


def test_a_claim_can_be_cited_in_the_words_of_each_of_its_sources() -> None:
    said = _opened(claim(1, 1, 1, title="Ships & men"))
    assert 'data-copy="“Ships &amp; men says quote here.” Ships &amp; men, Desk, 1 Feb 2022. Passage:"' in said


def test_the_first_claims_are_named_after_what_puts_them_there() -> None:
    assert "Newest claims" in invitation_html([], [claim(1, 1, 1)], [])
    assert "Newest" not in invitation_html([], [replace(claim(1, 1, 1), first=None)], [])
    assert "Newest" not in invitation_html([], [claim(1, 1, 1), claim(1, 1, 2)], [])
    copied = replace(claim(1, 1, 1), sources=claim(1, 1, 1).sources * 2)
    assert "Newest claims" in invitation_html([], [copied], [])
    assert "Claims of most sources" in invitation_html([], [replace(copied, independent=2)], [])


def test_of_articles_that_mostly_copy_each_other_one_is_offered() -> None:
    rows = [
        ArticleRow(name, name, f"Title {name}", None, None, None, None, 1, 0, 1, family)
        for name, family in (("a", 1), ("b", 1), ("c", None), ("d", None), ("e", 2))
    ]
    assert re.findall("Title (.)", invitation_html([], [], rows)) == ["a", "c", "d", "e"]


def test_dots_are_labelled_with_value_and_speaker_where_there_is_room_and_the_axes_have_titles() -> None:
    two = (claim(100_000, None, 1), claim(30_000, 30_000, 2))
    chart = chart_html(LineUp("Russia", "troops", "", PLACE, two, (), (Pair(0, 1),)))
    assert re.findall(r'gn-told-here"[^>]*>([^<]*)<', chart) == ["at least 100,000, Desk", "30,000, Desk"]
    assert '<text x="0" y="11">troops</text>' in chart
    assert ">first said</text>" in chart
    many = tuple(claim(100 + day, 100 + day, day) for day in range(1, 29))
    crowded = chart_html(LineUp("Russia", "troops", "", PLACE, many, (), ()))
    assert crowded.count("gn-told-here") < len(many)


def test_an_arrow_points_where_no_bound_is_stated_and_stays_in_the_picture() -> None:
    open_ended = (claim(100, None, 1), claim(None, 90, 2), claim(95, 95, 3))
    chart = chart_html(LineUp(None, "troops", "", PLACE, open_ended, (), ()))
    heads = re.findall(r'<path d="M[\d.]+ ([\d.]+)h10l-5 (-?8)z">', chart)
    assert [step for _, step in heads] == ["-8", "8"]
    assert all(4 < float(y) + int(step) < 176 for y, step in heads)
    assert "nobody" not in chart


def test_what_a_chart_counts_is_named_as_its_claims_name_it() -> None:
    drones = tuple(replace(claim(low, low, 1), kind="equipment", noun="drones") for low in (7, 10))
    assert "How many <bdi>drones</bdi>?" in chart_html(LineUp(None, "equipment", "drone", PLACE, drones, (), ()))
    money = tuple(replace(claim(low, low, 1), kind="money", noun="dollars", currency="USD") for low in (7, 10))
    assert "How much <bdi>USD</bdi>?" in chart_html(LineUp(None, "money", "USD", PLACE, money, (), ()))


def test_one_claim_alone_has_no_chart() -> None:
    assert chart_html(LineUp("Russia", "troops", "", PLACE, (claim(1, 1, 1),), (), ())) == ""


def test_a_hostile_source_is_shown_as_text() -> None:
    html = _opened(claim(1, 1, 1, title=HOSTILE))
    assert "<img" not in html
    assert "&lt;img src=x" in html


def test_a_place_tells_of_the_figures_that_contradict_about_it() -> None:
    row = PlaceRow(PLACE, 3, 2, 2, None)
    claims = (claim(100_000, None, 1), claim(30_000, 30_000, 2))
    at_odds = LineUp("Russia", "troops", "", PLACE, claims, (), (Pair(0, 1),))
    agreed = LineUp("Russia", "troops", "", PLACE, claims, (Pair(0, 1),), ())
    listed = place_html(row, [], [], Found([], 0, claims=claims), View())
    assert listed.count('data-do="claim"') == 2
    disputed = place_html(row, [], [at_odds], Found([], 0), View())
    assert 'id="at-odds" open data-stays><summary>Figures that contradict' in disputed
    assert "Figures that contradict" not in place_html(row, [], [agreed], Found([], 0), View())


@pytest.mark.parametrize(
    ("low", "high", "about", "written"),
    [
        (1000, 1000, True, "~1,000 troops"),
        (1000, None, False, "1,000+ troops"),
        (169_000, 190_000, False, "169,000–190,000 troops"),
        (None, 50, False, "at most 50 troops"),
        (None, None, False, "a number of troops"),
    ],
)
def test_a_figure_on_the_map_is_written_briefly(
    low: float | None, high: float | None, *, about: bool, written: str
) -> None:
    found = stated("labels", (), [claim(low, high, 8, about=about)])
    assert found.labels == {"gn:1": written}
    assert pins.drawable(written) == written


def test_a_figure_on_the_map_says_what_befell_people_where_the_noun_does_not() -> None:
    killed = replace(claim(2, 2, 8), kind="casualties", noun="people")
    assert stated("labels", (), [killed]).labels == {"gn:1": "2 people (casualties)"}


def test_a_claim_shows_what_denies_it_and_which_of_its_places_are_doubtful() -> None:
    certain = claim(6000, 6000, 8)
    said = replace(certain, places=(PlaceRole(PLACE, "location", confidence=0.24),))
    denied = replace(said, status="denied", places=())
    html = claim_html(said, [], Found([], 1, claims=(denied,)), View())
    assert "Stated otherwise" in html
    assert "6,000 troopsdenied · owner: Russia" in _read(html)
    assert "location, 24% sure" in _read(html)
    assert "Stated otherwise" not in claim_html(said, [], Found([], 1), View())
    assert "in Ukraine? ·" in _read(claim_line(said))
    assert list(claim_table([said, certain])["Place"]) == ["Ukraine?", "Ukraine"]
    way = _about(("Ulm", "destination"), ("Ems", "origin"), ("Spa", "via"), ("Bonn", "via"), ("Bern", "via"))
    assert list(claim_table([way])["Place"]) == ["Ems \N{RIGHTWARDS ARROW} Ulm, Spa, Bonn +1"]


def test_the_table_of_claims_says_what_befell_people() -> None:
    hurt = replace(claim(2, 2, 8), kind="casualties", noun="people")
    told = replace(hurt, sources=(replace(hurt.sources[0], quote="2 people", sentence="The blast hurt 2 people."),))
    assert list(claim_table([told, claim(2, 2, 8)])["Claim"]) == ["2 people (injured)", "2 troops"]


def test_a_figure_on_the_map_says_that_it_is_denied_however_long_its_noun_is() -> None:
    denied = replace(claim(1500, 1500, 8), status="denied")
    assert stated("labels", (), [denied]).labels == {"gn:1": "1,500 troops (denied)"}
    said = replace(denied, status="done")
    assert stated("labels", (), [said, denied]).labels == {"gn:1": "1,500 troops (disputed)"}
    assert stated("labels", (), [replace(denied, noun="x" * 100)]).labels["gn:1"].endswith("… (denied)")
    assert "denied" in claim_line(denied)


def test_what_somebody_denies_is_said_to_be_denied_wherever_the_claim_is_named() -> None:
    told = replace(claim(1_500, 1_500, 1), deniers=(HOSTILE,))
    for html in (claim_line(told), _opened(told)):
        assert HOSTILE not in html
        assert f"said to be so, denied by {HOSTILE}" in _read(html)
    assert stated("labels", (), [told]).labels == {"gn:1": "1,500 troops (disputed)"}
    assert claim_table([told])["Status"].tolist() == [f"said to be so, denied by {HOSTILE}"]


def test_the_table_of_claims_says_of_what_time_a_number_of_the_past_is() -> None:
    past = replace(claim(2, 2, 8), date="2010")
    assert list(claim_table([past, claim(2, 2, 8)])["Status"]) == ["said to be so in 2010", "said to be so"]
