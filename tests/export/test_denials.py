"""A filter takes no denial away from what it denies, whatever is exported."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from geonews.claims import group
from geonews.export.claims import FORMATS
from geonews.export.denials import denials
from geonews.export.takeaway import pieces
from geonews.models import ParsedArticle, Passage
from geonews.store import Filter, Store

TOLD, DENIED = "Some 700 troops are in Karvel.", "Ruthia denied that it had sent 700 troops."
IN_KARVEL = Filter(places=("x:1",))
KML = {"k": "http://www.opengis.net/kml/2.2"}


@pytest.fixture
def corpus(store: Store, tell: Callable[..., ParsedArticle]) -> Store:
    """Return a corpus with an article that tells of troops, and denies them in a sentence that names no place."""
    told = tell("told", TOLD, "Karvel", 700, source="Wire", published="2022-05-01")
    start = len(TOLD) + 1
    (figure,) = told.figures
    second = replace(figure, start=start + DENIED.index("700"), end=start + DENIED.index("700") + 3, status="denied")
    article = replace(told.article, text=f"{TOLD} {DENIED}")
    passages = (*told.passages, Passage(start, len(article.text)))
    store.add(replace(told, article=article, passages=passages, figures=(figure, second)))
    return store


def exported(form: str, store: Store, wanted: Filter) -> str:
    return "".join(pieces(form, store, wanted)).removeprefix("\ufeff")


@pytest.mark.parametrize("wanted", [IN_KARVEL, Filter(statuses=("done",)), Filter(text="denied")])
def test_the_table_of_claims_tells_what_denies_each(corpus: Store, wanted: Filter) -> None:
    found = {row["low"]: row for row in csv.DictReader(io.StringIO(exported("claims", corpus, wanted)))}
    assert found["700"]["denied_by"] == ("" if found["700"]["status"] == "denied" else "700 troops (denied), Wire")
    assert "3000" not in found or not found["3000"]["denied_by"]


@pytest.mark.parametrize("form", ["brief", "html"])
def test_what_denies_a_claim_stands_beside_it_though_the_filter_leaves_it_out(form: str, corpus: Store) -> None:
    shown = exported(form, corpus, IN_KARVEL).replace("\\", "")
    assert "contradicted by 700 troops (denied), Wire" in shown
    assert DENIED not in shown


@pytest.mark.parametrize("form", ["claims", "csv", "kml", "geojson", "brief", "html"])
def test_who_denies_what_another_says_is_named(form: str, store: Store, tell: Callable[..., ParsedArticle]) -> None:
    told = tell("told", TOLD, "Karvel", 700, source="Wire", published="2022-05-01")
    (figure,) = told.figures
    store.add(replace(told, figures=(replace(figure, status="denied", attribution="Oslo", denier="Lima & Quito"),)))
    shown = exported(form, store, Filter()).replace("\\", "").replace("&amp;", "&")
    assert "Lima & Quito" in shown
    assert "Oslo" in shown


def test_map_layers_tell_it_too(corpus: Store) -> None:
    features = json.loads(exported("geojson", corpus, IN_KARVEL))["features"]
    claims = [each["properties"] for each in features if each["properties"]["what"] == "claim"]
    assert {each["name"]: each["denied_by"] for each in claims} == {
        "3,000 troops": "",
        "700 troops": "700 troops (denied), Wire",
    }
    document = ET.fromstring(exported("kml", corpus, IN_KARVEL))  # noqa: S314 - our own file
    assert [each.text for each in document.iterfind(".//k:SimpleData[@name='denied_by']", KML) if each.text] == [
        "700 troops (denied), Wire"
    ]


def test_the_claims_of_the_command_line_tell_where_they_are_denied(corpus: Store) -> None:
    found = group(corpus.statements(corpus.statement_keys(IN_KARVEL).handles))
    as_json, as_csv = ("".join(FORMATS[form](found, denials(corpus, found))) for form in ("json", "csv"))
    told = {claim["low"]: [each["sentence"] for each in claim["denied_by"]] for claim in json.loads(as_json)["claims"]}
    assert told == {3000: [], 700: [DENIED]}
    rows = {row["low"]: row["denied_by"] for row in csv.DictReader(io.StringIO(as_csv))}
    assert rows == {"3000": "", "700": "700 troops (denied), Wire"}
    assert denials(corpus, ()) == ()
