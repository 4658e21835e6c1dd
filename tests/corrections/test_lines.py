"""Corrections as JSON Lines: what is written comes back, and what is wrong is said by line."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from geonews.corrections import line, read_lines
from geonews.models import Correction, Place

WORDS = some.text(some.characters(codec="utf-8"), min_size=1).filter(str.strip)
PLACES = some.builds(
    Place,
    id=WORDS,
    name=WORDS,
    kind=some.sampled_from(["city", "sea", "country"]),
    country=some.sampled_from([None, "UA", "US"]),
    lat=some.floats(-90, 90),
    lon=some.floats(-180, 180),
    admin1=some.none() | WORDS,
    admin2=some.none() | WORDS,
    population=some.none() | some.integers(0, 10**9),
    geonameid=some.none() | some.integers(0, 10**9),
    extent=some.none() | some.tuples(*[some.floats(-90, 90)] * 4),
)
IDS = WORDS | some.integers()
MOMENTS = some.just("") | some.datetimes().map(lambda each: each.isoformat(timespec="microseconds") + "+00:00")
TOLD = {"made": MOMENTS, "note": some.text(some.characters(codec="utf-8")), "text": WORDS}
SPANS = {"article": IDS, "start": some.just(3), "end": some.integers(4, 10**6)}
CORRECTIONS = some.one_of(
    some.builds(Correction, what=some.just("place"), place=PLACES, article=some.none() | IDS, **TOLD),
    some.builds(Correction, what=some.just("place"), place=PLACES, **SPANS, **TOLD),
    some.builds(Correction, what=some.sampled_from(["no place", "wrong figure"]), **SPANS, **TOLD),
)
GOOD = json.loads(line(Correction("place", "Paris", "a", 5, 10, Place("gn:1", "Paris", "city", "FR", 48.9, 2.4))))


@given(some.lists(CORRECTIONS))
def test_what_is_written_comes_back(corrections: list[Correction]) -> None:
    text = "".join(map(line, corrections))
    assert [each for _, each in read_lines(text.split("\n"))] == corrections


def test_blank_lines_and_a_byte_order_mark_are_nothing() -> None:
    assert [number for number, _ in read_lines(["\ufeff" + json.dumps(GOOD), "", "  \r\n", json.dumps(GOOD)])] == [1, 4]


def test_what_a_later_version_adds_is_left_out() -> None:
    ((_, found),) = read_lines([json.dumps({**GOOD, "mood": "sure"})])
    assert isinstance(found, Correction)


def test_moments_of_any_zone_become_utc() -> None:
    ((_, found),) = read_lines([json.dumps({**GOOD, "made": "2026-01-01T01:30:00+02:00"})])
    assert found.made == "2025-12-31T23:30:00.000000+00:00"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"what": "maybe"}, "what must be one of"),
        ({"schema": 2}, "schema 2"),
        ({"text": " "}, "text must be"),
        ({"text": "\ud800"}, "text must be"),
        ({"article": 1.5}, "article must be"),
        ({"article": None}, "need the id of its article"),
        ({"start": 10, "end": 5}, "start and end"),
        ({"end": None}, "start and end"),
        ({"start": True}, "start and end"),
        ({"place": None}, "place must be given"),
        ({"what": "no place"}, "place must be given"),
        ({"made": "yesterday"}, "ISO 8601"),
        ({"note": 1}, "note must be text"),
        ({"place": "gn:1"}, "place must be an object"),
        ({"place": {**GOOD["place"], "lat": 91}}, "lat must be"),
        ({"place": {**GOOD["place"], "lon": float("nan")}}, "lon must be"),
        ({"place": {**GOOD["place"], "kind": "planet"}}, "kind must be one of"),
        ({"place": {**GOOD["place"], "country": "France"}}, "two capital letters"),
        ({"place": {**GOOD["place"], "country": "fr"}}, "two capital letters"),
        ({"place": {**GOOD["place"], "population": -1}}, "whole"),
        ({"place": {**GOOD["place"], "extent": [1, 2, 3]}}, "four degrees"),
    ],
)
def test_a_line_that_is_wrong_says_why_and_the_next_one_is_read(change: dict[str, object], why: str) -> None:
    (number, wrong), (_, right) = read_lines([json.dumps({**GOOD, **change}), json.dumps(GOOD)])
    assert number == 1
    assert why in wrong
    assert isinstance(right, Correction)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"what": "place",', "is no JSON: expecting property name"),
        (json.dumps(GOOD) * 2, f"is no JSON: extra data at character {len(json.dumps(GOOD)) + 1}"),
        ("9" * 5_000, "is no JSON: its numbers"),
        ('{"note": "caf\udce9"}', "holds bytes that are no UTF-8"),
    ],
)
def test_what_cannot_be_read_says_where_it_breaks_off(text: str, why: str) -> None:
    ((_, wrong),) = read_lines([text])
    assert why in wrong


@pytest.mark.parametrize("text", ["{", "[]", "7", "[" * 100_000])
def test_what_is_no_json_object_is_said_so(text: str) -> None:
    ((_, wrong),) = read_lines([text])
    assert "is no JSON" in wrong
