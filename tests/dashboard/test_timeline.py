"""Days become bars, few enough to be seen, and none is lost."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from geonews.dashboard.days import MOST_BARS, bars
from geonews.dashboard.pieces.timeline import timeline_html
from geonews.store import EVERYTHING, DayCount, Filter


def counts(*days: date | None) -> list[DayCount]:
    return [DayCount(day, 1, 2, 1) for day in days]


@given(st.lists(st.dates(date(1980, 1, 1), date(2040, 1, 1)), min_size=1, max_size=30, unique=True))
def test_the_bars_hold_every_day_once_in_order_and_without_gaps(days: list[date]) -> None:
    found = bars(counts(*days))
    assert sum(bar.mentions for bar in found) == 2 * len(days)
    assert all(any(bar.first <= day <= bar.last for bar in found) for day in days)
    assert all(one.last + timedelta(days=1) == two.first for one, two in pairwise(found))


@given(st.dates(date(1900, 1, 1), date(2018, 1, 1)), st.integers(0, 20_000))
def test_a_century_fits_as_well_as_a_week(first: date, days: int) -> None:
    assert len(bars(counts(*{first, first + timedelta(days=days)}))) <= MOST_BARS + 2


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
