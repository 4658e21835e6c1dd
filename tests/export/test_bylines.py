"""Who published a claim, and when."""

from __future__ import annotations

from datetime import date

from geonews.claims import Source
from geonews.export.bylines import bylines

FIRST, LATER = date(2022, 2, 7), date(2022, 2, 9)


def source(publisher: str | None, day: date | None, *, is_copy: bool = False) -> Source:
    return Source("key", "Title", publisher, None, day, "3 men", 0, "There are 3 men.", is_copy)


def test_each_publisher_stands_with_its_own_day() -> None:
    named, more = bylines([source("Wire", FIRST), source("Herald", LATER)])
    assert [each.text for each in named] == ["Wire, 7 Feb 2022", "Herald, 9 Feb 2022"]
    assert more == 0


def test_what_is_not_known_is_said() -> None:
    named, _ = bylines([source(None, None)])
    assert [each.text for each in named] == ["no publisher, undated"]


def test_copies_are_not_named_and_of_many_sources_the_first_are() -> None:
    copied = source("Copyist", FIRST, is_copy=True)
    others = [source(name, LATER) for name in ("Herald", "Post", "Times")]
    named, more = bylines([source("Wire", FIRST), copied, *others])
    assert [each.publisher for each in named] == ["Wire", "Herald"]
    assert more == 2


def test_sources_that_read_alike_are_named_once() -> None:
    named, more = bylines([source(None, None), source(None, None), source("Wire", FIRST)])
    assert [each.publisher for each in named] == ["no publisher", "Wire"]
    assert more == 0
