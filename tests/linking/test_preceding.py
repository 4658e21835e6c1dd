"""A bare sentence leaves its place to the one before, if that tells of a blow in one place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reader = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Heavy shelling hit [Lima]. Nine died.", ["Lima"]),
        ("A car bomb exploded in [Lima] on Friday. At least 12 people were killed.", ["Lima"]),
        ("Gunmen attacked a village near [Lima], [Peru]. Seventeen people were killed.", ["Lima", "Peru"]),
    ],
)
def test_the_dead_of_a_bare_sentence_died_where_the_blow_fell(reading: Reader, text: str, places: list[str]) -> None:
    found = reading(text)
    assert [found.toponyms[link.toponym].text for link in found.links] == places
    assert {(link.role, link.method) for link in found.links} == {("location", "context")}
    assert all(link.score < 0.75 for link in found.links)


@pytest.mark.parametrize(
    "text",
    [
        "Heavy shelling hit the depot. Nine died.",
        "Officials met in [Lima]. Nine people died.",
        "Victims of the attack were remembered in [Lima]. Nine people died.",
        "A bomb exploded in [Lima] and rockets fell on [Oslo]. Four people died.",
        "A bomb exploded in [Lima]. Last year 400 people died.",
        "A bomb exploded in [Lima]. Elsewhere, four people died.",
        "A bomb exploded in [Lima]. The army sent 400 soldiers.",
        "A bomb exploded in [Lima]. Nobody spoke. Four people died.",
        "A bomb worried [Lima], which wants calm. Four people died.",
    ],
)
def test_no_place_is_taken_over_where_another_may_be_meant(reading: Reader, text: str) -> None:
    assert reading(text).links == ()


def test_a_place_of_its_own_comes_first(reading: Reader) -> None:
    assert reading("A bomb exploded in [Lima]. In [Oslo], four people died.").roles() == {("Oslo", "location")}


def test_there_means_every_level_that_was_named(reading: Reader) -> None:
    found = reading("The envoys reached [Lima], [Peru]. There, 200 soldiers will guard the airport.")
    assert found.roles() == {("Lima", "location"), ("Peru", "location")}
