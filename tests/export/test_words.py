"""Days, moments and titles in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geonews.export import words

DAY = date(2022, 2, 9)


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("2022-02-09T10:30:00Z", "9 Feb 2022, 10:30 UTC"),
        ("2022-02-09T10:30:00+02:00", "9 Feb 2022, 10:30 UTC+02:00"),
        ("2022-02-09T10:30:00", "9 Feb 2022"),
        ("2022-02-09", "9 Feb 2022"),
    ],
)
def test_a_time_is_shown_with_its_zone_or_not_at_all(published: str, shown: str) -> None:
    assert words.moment(published, DAY) == shown


@pytest.mark.parametrize("published", [None, "last week"])
def test_what_is_no_date_is_undated(published: str | None) -> None:
    assert words.moment(published, None) == "undated"


@pytest.mark.parametrize("title", [None, "", " \t", "\u200b\u200b", "\u202e\x00"])
def test_a_title_of_which_nothing_can_be_seen_is_none(title: str | None) -> None:
    assert words.headline(title, 7) == "untitled (7)"


def test_a_title_of_one_emoji_is_one() -> None:
    assert words.headline("\U0001f9e8", 7) == "\U0001f9e8"


@pytest.mark.parametrize("override", ["\u202d", "\u202e"])
def test_what_would_have_a_number_read_backwards_is_a_visible_mark(override: str) -> None:
    assert words.clipped(f"some {override}12 aircraft") == "some \N{REPLACEMENT CHARACTER}12 aircraft"


@given(st.text())
def test_straight_text_has_its_offsets_and_its_right_to_left_script(text: str) -> None:
    shown = words.straight(text)
    assert len(shown) == len(text)
    assert all(one == other or one in "\u202d\u202e" for one, other in zip(text, shown, strict=True))
    assert words.straight("\u200f\u05e9\u05dc\u05d5\u05dd") == "\u200f\u05e9\u05dc\u05d5\u05dd"


@pytest.mark.parametrize("url", ["https://news.example/a@b?c=@d", " http://news.example:8080/ "])
def test_an_address_of_the_web_may_be_followed(url: str) -> None:
    assert words.web_address(url) == url.strip()


@pytest.mark.parametrize(
    "url",
    [None, "", "javascript:alert(1)", "ftp://news.example/", "//news.example/", "https://[bad",
     "https://user:pass@news.example/", "https://user@news.example/", "https://news.example@evil.example/"],
)  # fmt: skip
def test_what_runs_or_hides_where_it_leads_is_no_link(url: str | None) -> None:
    assert words.web_address(url) is None
