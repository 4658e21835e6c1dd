"""Days become bars, few enough to be seen, and none is lost."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geonews.dashboard.days import MOST_BARS, bars
from geonews.dashboard.pieces.timeline import timeline_html
from geonews.store import EVERYTHING, DayCount, Filter


def counts(*days: date | None) -> list[DayCount]:
    return [DayCount(day, 1, 2, 1) for day in days]


@given(
    st.lists(st.dates(date(1980, 1, 1), date(2040, 1, 1)), min_size=1, max_size=30, unique=True)
    | st.lists(st.dates(), min_size=1, max_size=3, unique=True)
)
def test_the_bars_hold_every_day_once_in_order_and_without_gaps(days: list[date]) -> None:
    found = bars(counts(*days))
    assert sum(bar.mentions for bar in found) == 2 * len(days)
    assert all(any(bar.first <= day <= bar.last for bar in found) for day in days)
    assert all(one.last + timedelta(days=1) == two.first for one, two in pairwise(found))


@given(st.dates(), st.dates() | st.just(date.min) | st.just(date.max))
def test_all_years_that_there_are_fit_as_well_as_a_week(one: date, other: date) -> None:
    assert len(bars(counts(*{one, other}))) <= MOST_BARS + 2


def test_a_few_days_are_a_bar_each() -> None:
    assert [bar.label for bar in bars(counts(date(2022, 2, 8), date(2022, 2, 10)))] == [
        "8 Feb 2022",
        "9 Feb 2022",
        "10 Feb 2022",
    ]


def test_bars_outside_the_filter_are_faint_and_the_undated_have_a_button_of_their_own() -> None:
    html = timeline_html(counts(date(2022, 2, 8), date(2022, 2, 9), None), Filter(since=date(2022, 2, 9)))
    assert html.count('class="gn-mentions gn-faint"') == 1
    assert 'data-chosen="1 1"' in html
    assert "1 undated article, 2 mentions" in html
    labels = re.search('data-labels="([^"]*)"', html)
    assert labels is not None
    assert unescape(labels[1]).split("|")[1] == "9 Feb 2022: 2 mentions, 1 figure"


def test_undated_articles_alone_have_no_bars_but_are_said() -> None:
    html = timeline_html(counts(None), EVERYTHING)
    assert "data-brush" not in html
    assert "1 undated article" in html
    assert "no article here has a date" in html


def test_the_days_that_are_shown_are_said_as_the_articles_and_the_filter_have_them_not_as_the_bars() -> None:
    years = counts(date(2022, 2, 12), date(2026, 7, 22))
    assert "<span>12 Feb 2022 to 22 Jul 2026</span>" in timeline_html(years, EVERYTHING)
    assert "<span>3 Mar 2022 to 22 Jul 2026</span>" in timeline_html(years, Filter(since=date(2022, 3, 3)))
    assert "<span>12 Feb 2022 to 1 May 2022</span>" in timeline_html(years, Filter(until=date(2022, 5, 1)))


def test_the_newest_days_are_a_press_away_as_far_as_they_are_not_all() -> None:
    html = timeline_html(counts(date(2022, 2, 1), date(2022, 2, 9)), EVERYTHING)
    assert 'data-value="2022-02-09/2022-02-09"' in html
    assert 'data-value="2022-02-03/2022-02-09"' in html
    assert "30 days" not in html
    shown = timeline_html(
        counts(date(2022, 2, 1), date(2022, 2, 9)), Filter(since=date(2022, 2, 3), until=date(2022, 2, 9))
    )
    assert 'gn-on" data-do="days" data-value="2022-02-03/2022-02-09"' in shown
    assert "last day" not in timeline_html(counts(date.min), EVERYTHING)


def test_the_browser_is_told_which_bars_hold_no_article() -> None:
    html = timeline_html(counts(date(2022, 2, 8), date(2022, 2, 10)), EVERYTHING)
    assert 'data-articles="1 0 1"' in html


def dates(first: date, last: date) -> list[str]:
    html = timeline_html(counts(*{first, last}), EVERYTHING)
    axis = html[html.index('<div class="gn-axis"') : html.index('<div class="gn-time-foot">')]
    return re.findall("<span [^>]*>([^<]*)</span>", axis)


def test_the_dates_below_the_bars_are_regular_steps_of_the_calendar() -> None:
    assert dates(date(2022, 2, 8), date(2022, 2, 8)) == ["8 Feb 2022"]
    assert dates(date(2022, 2, 8), date(2022, 2, 16)) == ["8 Feb 2022", "10 Feb 2022", "12 Feb 2022", "14 Feb 2022"]
    assert dates(date(2022, 2, 8), date(2022, 3, 10)) == ["8 Feb 2022", "15 Feb 2022", "22 Feb 2022", "1 Mar 2022"]
    assert dates(date(2022, 2, 8), date(2022, 6, 20)) == ["Mar 2022", "Apr 2022", "May 2022", "Jun 2022"]
    assert dates(date(2022, 2, 8), date(2023, 2, 20)) == ["Apr 2022", "Jul 2022", "Oct 2022", "Jan 2023"]
    assert dates(date(2022, 2, 8), date(2024, 3, 1)) == ["Jul 2022", "Jan 2023", "Jul 2023"]
    assert dates(date(2022, 2, 12), date(2026, 7, 22)) == ["2023", "2024", "2025", "2026"]
    assert dates(date(1987, 1, 1), date(2026, 7, 22)) == ["1990", "2000", "2010", "2020"]
    assert dates(date.min, date.max) == ["2000", "4000", "6000", "8000"]


@given(st.dates(), st.integers(0, 40_000) | st.integers(0, 4_000_000))
def test_each_date_begins_where_its_bar_does_and_a_few_are_enough(first: date, length: int) -> None:
    last = date.fromordinal(min(first.toordinal() + length, date.max.toordinal()))
    found = bars(counts(*{first, last}))
    html = timeline_html(counts(*{first, last}), EVERYTHING)
    ticks = [float(left) / 100 * len(found) for left in re.findall('<span style="left:([0-9.]+)%">', html)]
    assert ticks == pytest.approx([round(tick) for tick in ticks], abs=0.07)
    assert len({round(tick) for tick in ticks}) == len(ticks)
    assert 1 <= len(ticks) <= 5
    assert len(found) > 5 or found[0].first < found[0].last or len(ticks) == len(found)


def test_bars_and_dates_share_one_box_that_is_no_wider_than_the_bars_are() -> None:
    html = timeline_html(counts(date(2022, 2, 8), date(2022, 2, 9)), EVERYTHING)
    box = re.search('<div class="gn-days" style="max-width:144px">(.*)<div class="gn-time-foot">', html)
    assert box is not None
    assert "data-brush" in box[1]
    assert '<span style="left:50.0%">9 Feb 2022</span>' in box[1]
