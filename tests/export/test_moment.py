"""An export is of one moment: what others write while it is made is not in it, and they need not wait."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from geonews.export.takeaway import EXPORTS, pieces, write
from geonews.models import ParsedArticle
from geonews.store import EVERYTHING, Store

Tell = Callable[..., ParsedArticle]


@pytest.fixture
def other(store_path: Path) -> Iterator[Store]:
    with Store.open(store_path) as opened:
        yield opened


def is_held(path: Path) -> bool:
    """Tell whether somebody still reads a state of the store from before its last change."""
    with closing(sqlite3.connect(path)) as connection:
        busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return bool(busy)


def test_a_file_agrees_with_its_statement_though_another_adds_articles_meanwhile(
    store: Store, other: Store, tell: Tell
) -> None:
    made = pieces("geojson", store)
    taken = [next(made)]
    other.add(tell("late", "There are 500 troops in Karvel.", "Karvel", 500, published="2022-02-08"))
    assert other.summary().articles == 4
    read = json.loads("".join([*taken, *made]))
    passages = [
        each
        for feature in read["features"]
        if feature["properties"]["what"] == "place"
        for each in feature["properties"]["passages"]
    ]
    assert read["metadata"]["count"]["mentions"] == len(passages) == 3
    assert "500 troops" not in json.dumps(read)


def test_rows_are_of_the_moment_of_the_statement_beside_them(
    store: Store, other: Store, tell: Tell, tmp_path: Path
) -> None:
    def disturb(done: int, _of: int) -> None:
        other.add(tell(f"late {done}", "Rain fell on Veldia again.", "Veldia"))
        other.remove(other.keys("first"))

    out = tmp_path / "rows.csv"
    write("csv", store, EVERYTHING, out, disturb)
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig"))))
    counted = json.loads(out.with_name("rows.csv-metadata.json").read_text(encoding="utf-8"))["notes"][0]["count"]
    assert counted["articles"] == len({row["article"] for row in rows}) == 3
    assert other.summary().articles == 3
    assert not other.keys("first")


@pytest.mark.parametrize("form", EXPORTS)
def test_who_stops_early_holds_nothing(form: str, store: Store, other: Store, tell: Tell, store_path: Path) -> None:
    made = pieces(form, store)
    next(made)
    other.add(tell("late", "Rain fell on Veldia again.", "Veldia"))
    assert is_held(store_path)
    made.close()
    assert not is_held(store_path)


def test_a_failed_export_holds_nothing(store: Store, other: Store, tell: Tell, tmp_path: Path) -> None:
    def fail(_done: int, _of: int) -> None:
        other.add(tell("late", "Rain fell on Veldia again.", "Veldia"))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write("csv", store, EVERYTHING, tmp_path / "rows.csv", fail)
    assert not is_held(store.path)
