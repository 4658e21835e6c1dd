"""Each export is opened again by a parser that is not ours, and holds what passes the filter and nothing else."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from geonews.errors import ExportError, UnknownOptionError
from geonews.export.takeaway import EXPORTS, TABLES, pieces, write
from geonews.models import Figure, Link, ParsedArticle
from geonews.store import EVERYTHING, Filter, Store

MADE = datetime(2026, 2, 8, 9, 30, tzinfo=UTC)
TROOPS = Filter(figure_kinds=("troops",))
KML = {"k": "http://www.opengis.net/kml/2.2"}


def exported(form: str, store: Store, wanted: Filter = EVERYTHING) -> str:
    return "".join(pieces(form, store, wanted, made=MADE))


def table(store: Store, wanted: Filter = EVERYTHING) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(exported("csv", store, wanted).removeprefix("\ufeff"))))


def test_a_table_has_a_row_for_each_figure_of_a_place_and_one_for_a_passage_without(store: Store) -> None:
    rows = {row["place"]: row for row in table(store)}
    assert len(rows) == 3
    karvel = rows["Karvel"]
    assert (karvel["low"], karvel["high"], karvel["owner"], karvel["role"]) == ("3000", "3000", "Ruthia", "location")
    assert (float(karvel["lat"]), float(karvel["lon"])) == (50.0, 30.0)
    assert karvel["passage"] == "There are 3000 troops in Karvel."
    assert karvel["written"] == "Karvel"
    assert rows["Veldia"]["figure"] == ""


def test_a_table_begins_with_the_mark_by_which_excel_knows_its_letters(store: Store, tmp_path: Path) -> None:
    write("csv", store, EVERYTHING, tmp_path / "rows.csv")
    held = (tmp_path / "rows.csv").read_bytes()
    assert held.startswith(b"\xef\xbb\xbfplace_id,")
    assert held.count(b"\xef\xbb\xbf") == 1


def test_claims_are_a_table_of_their_own(store: Store) -> None:
    (row,) = csv.DictReader(io.StringIO(exported("claims", store).removeprefix("\ufeff")))
    assert (row["low"], row["high"], row["owner"], row["status"]) == ("3000", "3000", "Ruthia", "done")
    assert (row["places"], row["place_ids"], row["lat"], row["lon"]) == ("Karvel (location)", "x:1", "50.0", "30.0")
    assert row["sources"] == "2022-02-07 Wire https://example.org/first?a=1&b=2"
    assert row["independent"] == "1"
    assert (row["confidence"], row["fate"]) == ("0.9", "")


@pytest.mark.parametrize("form", ["claims", "brief", "html"])
def test_the_doubtful_place_of_a_claim_is_called_so(
    form: str, store: Store, tell: Callable[..., ParsedArticle]
) -> None:
    store.add(tell("doubt", "Some 70 troops are in Karvel.", "Karvel", 70, 0.24))
    assert "Karvel (location, 24% sure)" in exported(form, store)
    headed = {"claims": 0, "brief": 1, "html": 2}[form]  # the place's own heading, its row
    assert exported(form, store, Filter(text="Some")).count("% sure") == 1 + headed


@pytest.mark.parametrize("form", ["csv", "claims", "geojson", "kml", "brief", "html"])
def test_no_address_that_runs_leaves_with_an_article(
    form: str, store: Store, tell: Callable[..., ParsedArticle]
) -> None:
    store.add(tell("evil", "Some 70 troops are in Karvel.", "Karvel", 70, url="javascript:alert(2)"))
    assert "alert(2)" not in exported(form, store)


def test_the_doubtful_place_is_called_so_in_kml(store: Store, tell: Callable[..., ParsedArticle]) -> None:
    store.add(tell("vague", "Some 80 troops are in Veldia.", "Veldia", 80, 0.24))
    document = ET.fromstring(exported("kml", store, Filter(text="80")))  # noqa: S314 - our own file
    (mark,) = document.findall(".//k:Folder[1]/k:Placemark", KML)
    assert mark.findtext("k:name", None, KML) == "Veldia?"
    assert "24% sure" in str(mark.findtext("k:Snippet", None, KML))
    assert str(mark.findtext("k:styleUrl", None, KML)).endswith("-unsure")


@pytest.mark.parametrize("form", ["brief", "html"])
def test_what_contradicts_a_claim_stands_beside_it(form: str, store: Store, tell: Callable[..., ParsedArticle]) -> None:
    store.add(tell("one", "Some 700 troops are in Veldia.", "Veldia", 700, published="2022-05-01", source="Wire"))
    store.add(tell("two", "Just 300 troops are in Veldia.", "Veldia", 300, published="2022-05-01", source="Desk"))
    shown = exported(form, store, Filter(text="troops Veldia"))
    assert "contradicted by 300 troops, Desk" in shown
    assert "contradicted by 700 troops, Wire" in shown
    assert "contradicted" not in exported(form, store, Filter(text="700"))


def test_a_spreadsheet_runs_nothing_of_a_table(store: Store) -> None:
    cells = [cell for row in table(store) for cell in row.values()]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    assert not any(cell[:1] in set("=+-@") for cell in cells)


def test_the_places_of_geojson_carry_their_passages(store: Store) -> None:
    read = json.loads(exported("geojson", store))
    assert read["type"] == "FeatureCollection"
    features = {feature["id"]: feature for feature in read["features"]}
    assert features["x:1"]["geometry"] == {"type": "Point", "coordinates": [30.0, 50.0]}
    [passage] = features["x:1"]["properties"]["passages"]
    assert passage["text"] == "There are 3000 troops in Karvel."
    assert passage["figures"][0]["low"] == 3000


def test_a_claim_of_geojson_lies_where_its_place_is(store: Store) -> None:
    (claim,) = (
        each for each in json.loads(exported("geojson", store))["features"] if each["properties"]["what"] == "claim"
    )
    assert claim["geometry"] == {"type": "Point", "coordinates": [30.0, 50.0]}
    assert claim["properties"]["name"] == "3,000 troops"
    assert claim["properties"]["sources"][0]["source"] == "Wire"


def test_geojson_says_where_all_of_it_lies_and_names_no_system_of_coordinates(store: Store) -> None:
    read = json.loads(exported("geojson", store))
    assert read["bbox"] == [20.0, 44.0, 34.0, 51.0]
    assert "crs" not in read


def test_geojson_of_nothing_is_still_geojson(store: Store) -> None:
    assert json.loads(exported("geojson", store, Filter(text="nowhere")))["features"] == []


def test_kml_is_read_by_an_xml_parser_whatever_the_articles_hold(store: Store) -> None:
    document = ET.fromstring(exported("kml", store))  # noqa: S314 - our own file
    marks = document.findall(".//k:Folder[k:name='Places']/k:Placemark", KML)
    assert {mark.findtext("k:name", "", KML) for mark in marks} == {"Karvel", "Veldia", "Gulf of <b>Om</b> & more"}
    points = {mark.findtext("k:name", "", KML): mark.findtext("k:Point/k:coordinates", "", KML) for mark in marks}
    assert points["Karvel"] == "30.0,50.0"


def test_a_balloon_of_kml_shows_hostile_text_as_text(store: Store) -> None:
    document = ET.fromstring(exported("kml", store))  # noqa: S314 - our own file
    balloons = "".join(each.text or "" for each in document.findall(".//k:Placemark/k:description", KML))
    assert "&lt;script&gt;" in balloons
    assert "<script" not in balloons
    assert "<img" not in balloons
    assert 'href="javascript:' not in balloons
    assert '<a href="https://example.org/first?a=1&amp;b=2"><bdi>First</bdi></a>' in balloons


@pytest.mark.parametrize("form", [form for form in EXPORTS if form != "claims"])  # none is stated there
def test_nothing_in_a_file_is_read_backwards(form: str, store: Store) -> None:
    written = exported(form, store)
    assert "\ufffdtxet desrever" in written.replace("\\u202e", "\u202e")
    assert "\u202e" not in written.replace("\\u202e", "\u202e")


def test_what_is_dated_has_its_time_in_kml(store: Store) -> None:
    document = ET.fromstring(exported("kml", store))  # noqa: S314 - our own file
    dated = {
        mark.findtext("k:name", "", KML): mark.findtext("k:TimeStamp/k:when", "", KML)
        for mark in document.findall(".//k:Placemark", KML)
    }
    assert dated == {
        "Karvel": "2022-02-07",
        "Veldia": "2022-03-01",
        "Gulf of <b>Om</b> & more": "",
        "3,000 troops": "2022-02-07",
    }


def test_a_place_of_several_days_spans_them_in_kml(store: Store, tell: Callable[..., ParsedArticle]) -> None:
    store.add(tell("later", "Snow fell on Veldia.", "Veldia", published="2022-03-05"))
    document = ET.fromstring(exported("kml", store, Filter(places=("x:2",))))  # noqa: S314 - our own file
    span = document.find(".//k:TimeSpan", KML)
    assert span is not None
    assert [each.text for each in span] == ["2022-03-01", "2022-03-05"]


def test_a_claim_of_another_time_than_its_article_has_that_time_in_kml(
    store: Store, tell: Callable[..., ParsedArticle]
) -> None:
    text = "In 2019 Veldia sent 40 ships."
    told = tell("then", text, "Veldia", published="2022-03-05")
    at = text.index("40")
    figure = Figure(at, at + 2, "40", "40 ships", 40, 40, approximate=False, kind="ships", noun="ships", date="2019")
    store.add(replace(told, figures=(figure,), links=(Link(0, 0, "location", "syntax"),)))
    document = ET.fromstring(exported("kml", store, Filter(figure_kinds=("ships",))))  # noqa: S314 - our own file
    claimed = next(mark for mark in document.iterfind(".//k:Placemark", KML) if mark[0].text == "40 ships")
    assert [each.text for each in claimed.iterfind("k:TimeSpan/*", KML)] == ["2019-01-01", "2019-12-31"]


def test_all_that_kml_points_to_is_in_it_once(store: Store) -> None:
    document = ET.fromstring(exported("kml", store))  # noqa: S314 - our own file
    ids = [each.get("id") for each in document.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[A-Za-z_][\w.-]*", each) for each in ids)
    leads = {each.text for each in document.findall(".//k:styleUrl", KML)}
    leads |= {each.get("schemaUrl") for each in document.findall(".//k:SchemaData", KML)}
    assert leads
    assert leads <= {f"#{each}" for each in ids}


@pytest.mark.parametrize("form", EXPORTS)
def test_what_is_no_text_is_in_no_export(form: str, store: Store, tell: Callable[..., ParsedArticle]) -> None:
    store.add(tell("odd", "A \x00bell\x07 rang for 20 in Karvel, \ufffe.", "Karvel", 20, title="Odd \x00"))
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\ud800-\udfff]", exported(form, store))


def test_a_brief_cites_each_article_once_and_lets_no_markup_through(store: Store) -> None:
    brief = exported("brief", store)
    assert "> There are 3000 troops in Karvel. (1:0)" in brief
    assert brief.count("<https://example.org/first?a=1&b=2>") == 1
    for markup in ("<script", "<img", "](", "$\\frac", "**bold", "`code"):
        assert not any(markup in part and f"\\{markup}" not in part for part in brief.splitlines())
    assert "javascript:alert" not in brief.split("## Sources")[1]
    assert "\u202e" not in brief


def test_a_brief_says_at_each_claim_and_passage_who_published_it_and_when(store: Store) -> None:
    brief = exported("brief", store)
    [claim] = [line for line in brief.splitlines() if line.startswith("- **3,000 troops**")]
    assert "Karvel (location) (Wire, 7 Feb 2022): “There are" in claim
    assert "> Rain fell on Veldia. (3:0), Herald, 1 Mar 2022" in brief
    assert "no publisher, undated\n" in brief


@pytest.mark.parametrize(
    ("title", "listed"),
    [
        ("Rain", "Rain. Wire"),
        ("Rain falls.", "Rain falls. Wire"),
        ("Rain?", "Rain? Wire"),
        ("'It rains.'", "'It rains.' Wire"),
        ("Rain (again)", "Rain (again). Wire"),
    ],
)
def test_a_title_that_ends_itself_gets_no_second_full_stop(
    store: Store, tell: Callable[..., ParsedArticle], title: str, listed: str
) -> None:
    store.add(tell("more", "Hail fell on Veldia.", "Veldia", title=title, source="Wire"))
    assert f". {listed}, undated. Article " in exported("brief", store)


@pytest.mark.parametrize("form", sorted(set(EXPORTS) - {"claims"}))
def test_every_export_holds_what_passes_the_filter_and_nothing_else(form: str, store: Store) -> None:
    everything, troops = exported(form, store), exported(form, store, TROOPS)
    assert re.search(r"Rain fell on (<[^>]*>)?Veldia", everything)
    assert "3000 troops" in troops
    assert "Veldia" not in troops


@pytest.mark.parametrize("form", sorted(set(EXPORTS) - set(TABLES)))
def test_every_export_states_filter_count_and_date(form: str, store: Store) -> None:
    troops = exported(form, store, TROOPS)
    assert "with troop figures" in troops
    assert "2026-02-08" in troops
    if form == "geojson":
        assert json.loads(troops)["metadata"]["count"]["articles"] == 1
    else:
        assert "1 of 3 articles, 1 mention of 1 place, 1 figure" in troops


def test_a_table_is_stated_beside_it_and_stays_a_table(store: Store, tmp_path: Path) -> None:
    out = tmp_path / "rows.csv"
    write("csv", store, TROOPS, out)
    with out.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    beside = json.loads((tmp_path / "rows.csv-metadata.json").read_text(encoding="utf-8"))
    assert [row["place"] for row in rows] == ["Karvel"]
    assert beside["url"] == "rows.csv"
    assert [each["name"] for each in beside["tableSchema"]["columns"]] == list(rows[0])
    assert "with troop figures" in beside["dc:description"]
    assert beside["notes"][0]["conditions"]["figure_kinds"] == ["troops"]


def test_a_period_is_stated_in_words(store: Store) -> None:
    wanted = Filter(since=date(2022, 2, 1), until=date(2022, 2, 28), undated=False)
    read = json.loads(exported("geojson", store, wanted))
    assert "1 Feb 2022 to 28 Feb 2022" in read["metadata"]["filter"]
    assert [feature["id"] for feature in read["features"]] == ["x:1", "claim:1"]


def test_progress_ends_at_the_last_passage(store: Store) -> None:
    told: list[tuple[int, int]] = []
    list(pieces("csv", store, progress=lambda done, of: told.append((done, of))))
    assert told[-1] == (3, 3)


def test_an_unknown_format_names_those_that_exist(store: Store) -> None:
    with pytest.raises(UnknownOptionError, match="csv, claims, geojson, kml, brief, html"):
        pieces("shapefile", store)


def test_a_file_that_cannot_be_written_is_named(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="missing"):
        write("csv", store, EVERYTHING, tmp_path / "missing" / "rows.csv")
    with pytest.raises(ExportError, match="folder"):
        write("csv", store, EVERYTHING, tmp_path)


def test_the_store_is_never_written_over(store: Store) -> None:
    with pytest.raises(ExportError, match="store itself"):
        write("csv", store, EVERYTHING, store.path)
    assert store.summary().articles == 3


def test_a_failed_export_leaves_what_was_there(store: Store, tmp_path: Path) -> None:
    out = tmp_path / "rows.geojson"
    out.write_text("before", encoding="utf-8")

    def full(_done: int, _of: int) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(ExportError, match="No space left"):
        write("geojson", store, EVERYTHING, out, full)
    assert out.read_text(encoding="utf-8") == "before"
    assert {path.name for path in tmp_path.iterdir() if path.name.endswith(".part")} == set()
