"""Days, moments and titles in words."""

from __future__ import annotations

from datetime import date

import pytest

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
