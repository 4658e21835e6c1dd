"""What was corrected by hand is said in every export, harmlessly."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from geonews.claims import group
from geonews.export.claims import record, where
from geonews.export.takeaway import EXPORTS, pieces
from geonews.models import Correction, Place
from geonews.store import EVERYTHING, Store

MADE = datetime(2026, 2, 8, 9, 30, tzinfo=UTC)
ELSEWHERE = Place("x:9", "Karvel <b>Minor</b>", "village", "PL", 52.0, 21.0, admin1="=Lower Veldia")


@pytest.fixture
def corrected(store_path: Path) -> Store:
    store = Store.open(store_path)
    store.ledger.add([Correction("place", "Karvel", place=ELSEWHERE)])
    return store


def exported(form: str, store: Store) -> str:
    return "".join(pieces(form, store, EVERYTHING, made=MADE)).removeprefix("\ufeff")


def column(store: Store, name: str) -> set[str]:
    return {row[name] for row in csv.DictReader(io.StringIO(exported("csv", store)))}


@pytest.mark.parametrize("form", ["kml", "brief", "html"])
def test_a_passage_says_what_was_corrected_in_it_and_the_export_how_much(corrected: Store, form: str) -> None:
    text = exported(form, corrected)
    assert "corrected by hand: Karvel means Karvel" in text
    assert "of the mentions corrected by hand" in text
    assert "<b>Minor" not in text


def test_a_table_and_geojson_hold_it_as_values(corrected: Store) -> None:
    rows = [row for row in csv.DictReader(io.StringIO(exported("csv", corrected))) if row["by_hand"]]
    assert {row["place_id"] for row in rows} == {"x:9"}
    assert rows[0]["by_hand"].startswith(
        "Karvel means Karvel <b>Minor</b> (village, =Lower Veldia, Poland), read as Karvel"
    )
    found = json.loads(exported("geojson", corrected))
    places = [each for each in found["features"] if each["properties"]["what"] == "place"]
    counts = {each["id"]: each["properties"]["corrected"] for each in places}
    assert counts["x:9"] == found["metadata"]["count"]["corrected"] > 0
    assert counts["x:2"] == 0


def test_a_claim_says_which_of_its_places_was_corrected(corrected: Store) -> None:
    claims = group(corrected.statements(corrected.statement_keys().handles.tolist()))
    (claim,) = (each for each in claims if any(place.corrected for place in each.places))
    assert where(claim.places) == "Karvel <b>Minor</b> (location, corrected by hand)"
    assert [place["corrected"] for place in record(claim)["places"]] == [True]


def test_what_is_called_wrong_or_no_place_is_in_no_export(store_path: Path) -> None:
    with Store.open(store_path) as store:
        (key,) = store.keys(next(row.id for row in store.articles() if row.figures))
        parsed = store.article(key)
        figure, name = parsed.figures[0], parsed.toponyms[0]
        store.ledger.add([Correction("wrong figure", figure.text, parsed.article.id, figure.start, figure.end)])
        assert figure.quote not in column(store, "figure")
        store.ledger.add([Correction("no place", name.text, parsed.article.id, name.start, name.end)])
        assert parsed.article.text not in {
            row["passage"] for row in csv.DictReader(io.StringIO(exported("csv", store)))
        }


@pytest.mark.parametrize("form", sorted(EXPORTS))
def test_without_corrections_no_passage_speaks_of_them(store_path: Path, form: str) -> None:
    with Store.open(store_path) as store:
        assert "corrected by hand" not in exported(form, store)
