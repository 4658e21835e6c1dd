"""What is cited leads back to the passage: on the page it was taken from, or on any that has the article."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import UTC, datetime
from html import unescape
from xml.etree import ElementTree as ET

import pytest

from geonews.export.permalinks import permalink
from geonews.export.takeaway import pieces
from geonews.store import EVERYTHING, Store

MADE = datetime(2026, 2, 8, 9, 30, tzinfo=UTC)
PAGE = "https://news.example.org/news"


@pytest.fixture
def key(store: Store) -> str:
    """Return the store key of the article that counts troops."""
    return next(row.key for row in store.articles() if row.title == "First")


def exported(form: str, store: Store, page: str = "") -> str:
    return "".join(pieces(form, store, EVERYTHING, made=MADE, page=page))


def test_a_permalink_stands_behind_the_address_of_the_page_it_was_made_on_and_is_a_query_without_one() -> None:
    assert permalink(PAGE, "k&1", 7) == "https://news.example.org/news/?article=k%261&at=7"
    assert permalink("", "k&1", 7) == "?article=k%261&at=7"


@pytest.mark.parametrize("page", ["", PAGE])
def test_each_row_of_a_table_has_the_permalink_of_its_passage(store: Store, key: str, page: str) -> None:
    rows = csv.DictReader(io.StringIO(exported("csv", store, page).removeprefix("\ufeff")))
    assert {row["place"]: row["link"] for row in rows}["Karvel"] == permalink(page, key, 0)


@pytest.mark.parametrize("page", ["", PAGE])
def test_a_claim_has_the_permalinks_of_all_its_sources(store: Store, key: str, page: str) -> None:
    [row] = csv.DictReader(io.StringIO(exported("claims", store, page).removeprefix("\ufeff")))
    assert row["links"] == permalink(page, key, 0)


@pytest.mark.parametrize("page", ["", PAGE])
def test_passages_and_claims_of_geojson_have_permalinks(store: Store, key: str, page: str) -> None:
    features = {each["id"]: each["properties"] for each in json.loads(exported("geojson", store, page))["features"]}
    assert features["x:1"]["passages"][0]["link"] == permalink(page, key, 0)
    assert features["claim:1"]["links"] == permalink(page, key, 0)


def test_a_brief_from_a_page_has_the_permalink_of_each_passage_it_cites(store: Store, key: str) -> None:
    brief = exported("brief", store, PAGE)
    assert "> There are 3000 troops in Karvel. [(1:0)], Wire, 7 Feb 2022" in brief
    assert brief.count(f"\n[(1:0)]: <{permalink(PAGE, key, 0)}>\n") == 1


def test_a_brief_without_a_page_still_tells_which_article_is_meant(store: Store, key: str) -> None:
    brief = exported("brief", store)
    assert "(1:0), Wire" in brief
    assert f"\n1. First. Wire, 7 Feb 2022. <https://example.org/first?a=1&b=2> Article {key}.\n" in brief
    assert "[(" not in brief


def cites(store: Store, form: str, page: str) -> str:
    """Return the HTML that cites passages."""
    text = exported(form, store, page)
    if form == "html":
        return text
    marks = ET.fromstring(text).iter("{http://www.opengis.net/kml/2.2}description")  # noqa: S314 - our own file
    return "".join(each.text or "" for each in marks)


@pytest.mark.parametrize("form", ["html", "kml"])
def test_a_passage_quoted_from_a_page_leads_back_to_it(store: Store, key: str, form: str) -> None:
    found = re.findall(r'<a href="([^"]*)"[^>]*>character 0</a>', cites(store, form, PAGE))
    assert permalink(PAGE, key, 0) in map(unescape, found)


@pytest.mark.parametrize("form", ["html", "kml"])
def test_a_passage_quoted_without_a_page_names_article_and_character(store: Store, key: str, form: str) -> None:
    said = cites(store, form, "")
    assert f"character 0 of article {key}" in said
    assert f"?article={key}" not in said


@pytest.mark.parametrize("form", ["html", "kml", "brief"])
def test_an_address_can_be_no_markup(store: Store, form: str) -> None:
    said = exported(form, store, 'https://x.example/"><script>alert(1)</script>')
    assert "<script>alert" not in said
