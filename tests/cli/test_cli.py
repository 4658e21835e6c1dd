"""The command line as a user meets it: results on stdout, messages on stderr, exit codes that tell."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner, Result

from geonews.cli import app

if TYPE_CHECKING:
    from tests.conftest import Site

TEXT = "Guard arrives\nSome 350 soldiers flew from Berlin to Warsaw on Monday."


def geonews(*arguments: str | Path, given: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=given)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "guard.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "command",
    ["geoparse", "add", "list", "remove", "dashboard", "gazetteer", "gazetteer lookup"],
)
def test_every_command_explains_itself(command: str) -> None:
    result = geonews(*command.split(), "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.stdout


def test_geoparse_writes_one_json_object_an_article(article: Path) -> None:
    result = geonews("geoparse", article)
    assert result.exit_code == 0
    (line,) = result.stdout.rstrip("\n").split("\n")
    row = json.loads(line)
    assert (row["id"], row["title"], row["text"]) == ("guard", "Guard arrives", TEXT)
    assert {t["text"]: t["place"]["country"] for t in row["toponyms"]} == {"Berlin": "DE", "Warsaw": "PL"}
    assert [(f["text"], f["low"], f["approximate"]) for f in row["figures"]] == [("350", 350, True)]


def test_geoparse_reads_standard_input(article: Path) -> None:
    assert json.loads(geonews("geoparse", "-", given=article.read_text("utf-8")).stdout)["text"] == TEXT


def test_the_outlet_s_home_says_which_town_is_meant(tmp_path: Path) -> None:
    path = tmp_path / "theft.txt"
    path.write_text("Police in Rochester looked for a thief on Monday.", encoding="utf-8")
    result = geonews("geoparse", path, "--home", "Red Wing, Minnesota")
    (toponym,) = json.loads(result.stdout)["toponyms"]
    assert (toponym["place"]["admin1"], toponym["reason"]) == ("Minnesota", "near the outlet's home, Red Wing")


@pytest.mark.parametrize("form", ["geojson", "csv"])
def test_geoparse_writes_other_formats(form: str, article: Path) -> None:
    result = geonews("geoparse", article, "--format", form)
    assert result.exit_code == 0
    assert "Warsaw" in result.stdout


def test_a_bad_input_is_named_with_its_cause_and_the_rest_goes_on(article: Path, tmp_path: Path) -> None:
    empty, binary = tmp_path / "empty.txt", tmp_path / "photo.txt"
    empty.write_text("")
    binary.write_bytes(b"\x89PNG\x00\x00")
    result = geonews("geoparse", empty, binary, tmp_path / "missing.txt", article)
    assert result.exit_code == 1
    assert len(result.stdout.rstrip("\n").split("\n")) == 1
    for name in ("empty.txt", "photo.txt", "missing.txt"):
        assert name in result.stderr


def test_a_text_above_the_limit_is_refused_with_the_limit_named(article: Path) -> None:
    result = geonews("geoparse", article, "--limit", "0.00001")
    assert result.exit_code == 2
    assert "0.001" in result.stderr
    big = article.with_name("big.txt")
    big.write_text(TEXT * 50, encoding="utf-8")
    result = geonews("geoparse", big, "--limit", "0.001")
    assert result.exit_code == 1
    assert "0.001 MB" in result.stderr


def test_an_article_without_any_place_is_written_and_the_exit_code_tells(tmp_path: Path) -> None:
    path = tmp_path / "weather.txt"
    path.write_text("It rained, and nobody went anywhere.", encoding="utf-8")
    result = geonews("geoparse", path)
    assert result.exit_code == 3
    assert json.loads(result.stdout)["toponyms"] == []
    assert "weather.txt" in result.stderr


def test_what_is_very_long_is_listed_cut(article: Path, tmp_path: Path) -> None:
    store = tmp_path / "corpus.sqlite"
    geonews("add", article, "--store", store, "--source", "Wire " * 600)
    (line,) = geonews("list", "--store", store).stdout.splitlines()
    assert "Wire Wire" in line
    assert max(map(len, line.split("\t"))) <= 100


@pytest.mark.parametrize(
    ("option", "value", "cause"),
    [
        ("--resolver", "oracle", "population"),
        ("--published", "yesterday", "ISO 8601"),
        ("--url", "javascript:alert(1)", "http"),
    ],
)
def test_a_wrong_option_is_a_usage_error_that_says_what_is_right(
    article: Path, option: str, value: str, cause: str
) -> None:
    result = geonews("geoparse", article, option, value)
    assert result.exit_code == 2
    assert cause in result.stderr


def test_a_folder_is_no_overlay(article: Path, tmp_path: Path) -> None:
    assert geonews("geoparse", article, "--gazetteer", tmp_path).exit_code == 2


def test_the_user_s_own_places_are_found(tmp_path: Path) -> None:
    mine, text = tmp_path / "mine.csv", tmp_path / "a.txt"
    mine.write_text("action,name,kind,country,lat,lon\nplace,Checkpoint Birch,site,UA,46.7,32.8\n", encoding="utf-8")
    text.write_text("Some 20 soldiers wait at Checkpoint Birch near Kherson.", encoding="utf-8")
    row = json.loads(geonews("geoparse", text, "--gazetteer", mine).stdout)
    assert {t["text"]: t["place"]["lat"] for t in row["toponyms"]}["Checkpoint Birch"] == 46.7


def test_adding_the_same_article_twice_changes_nothing(article: Path, tmp_path: Path) -> None:
    store = tmp_path / "corpus.sqlite"
    assert "1 added" in geonews("add", article, "--store", store).stderr
    assert "0 added, 0 updated, 1 unchanged" in geonews("add", article, "--store", store).stderr
    assert len(geonews("list", "--store", store).stdout.splitlines()) == 1


def test_what_a_plain_file_lacks_can_be_given_and_stays_unknown_otherwise(article: Path, tmp_path: Path) -> None:
    store = tmp_path / "corpus.sqlite"
    geonews("add", article, "--store", store)
    assert "undated\tno publisher" in geonews("list", "--store", store).stdout
    geonews("add", article, "--store", store, "--source", "Sample Wire", "--published", "2024-05-01")
    assert "2024-05-01\tSample Wire" in geonews("list", "--store", store).stdout


def test_a_page_is_added_by_its_address_from_this_machine_only_where_that_is_allowed(
    tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    prose = "<p>Some 350 soldiers flew from Berlin to Warsaw on Monday, the ministry said in the evening.</p>" * 3
    page = f"<html><body><article><h1>Guard arrives</h1>{prose}</article></body></html>"
    address, store = site.says("/guard", page.encode()), tmp_path / "store.sqlite"
    refused = geonews("add", address, "--store", store)
    assert refused.exit_code == 1
    assert f"{address}: leads to this machine or a private network" in refused.stderr
    monkeypatch.setenv("GEONEWS_ALLOW_PRIVATE", "1")
    added = geonews("add", address, site.url("/missing"), "--store", store, "--source", "Desk")
    assert added.exit_code == 1
    assert "1 added" in added.stderr
    assert f"{site.url('/missing')}: the server answers 404" in added.stderr
    assert "\tundated\tDesk\tGuard arrives\t" in geonews("list", "--store", store).stdout


def test_what_could_not_be_taken_over_is_said_and_the_article_kept(tmp_path: Path) -> None:
    path = tmp_path / "old.jsonl"
    path.write_text('{"id": 1, "text": "Ships left Odesa.", "published": "1904"}', encoding="utf-8")
    added = geonews("add", path, "--store", tmp_path / "store.sqlite")
    assert added.exit_code == 0
    assert f"{path}:1: published '1904' names no day; the article is kept as undated" in added.stderr
    assert "1 added" in added.stderr


def test_where_nothing_can_be_read_no_store_is_made(tmp_path: Path) -> None:
    store = tmp_path / "corpus.sqlite"
    assert geonews("add", tmp_path / "missing.txt", "--store", store).exit_code == 1
    assert not store.exists()


def test_another_text_under_the_same_id_is_kept_with_a_word(article: Path, tmp_path: Path) -> None:
    store = tmp_path / "corpus.sqlite"
    geonews("add", article, "--store", store)
    article.write_text(TEXT.replace("350", "400"), encoding="utf-8")
    assert "both are kept" in geonews("add", article, "--store", store).stderr
    assert len(geonews("list", "--store", store).stdout.splitlines()) == 2


def test_an_article_is_removed_by_its_id(article: Path, tmp_path: Path) -> None:
    store = tmp_path / "corpus.sqlite"
    geonews("add", article, "--store", store)
    assert geonews("remove", "guard", "--store", store).exit_code == 0
    assert geonews("list", "--store", store).stdout == ""
    again = geonews("remove", "guard", "--store", store)
    assert again.exit_code == 1
    assert "no such article" in again.stderr


def test_listing_a_store_that_is_not_there_says_how_to_make_one(tmp_path: Path) -> None:
    result = geonews("list", "--store", tmp_path / "none.sqlite")
    assert result.exit_code == 1
    assert "geonews add" in str(result.exception)


def test_a_title_cannot_act_on_the_terminal(tmp_path: Path) -> None:
    path, store = tmp_path / "evil.txt", tmp_path / "corpus.sqlite"
    path.write_text("\x1b[2J\u202eevil\nA storm hit Berlin.", encoding="utf-8")
    geonews("add", path, "--store", store)
    listed = geonews("list", "--store", store).stdout
    assert "\x1b" not in listed
    assert "\u202e" not in listed


def test_lookup_lists_the_likeliest_place_first() -> None:
    first = geonews("gazetteer", "lookup", "Kiev").stdout.splitlines()[0].split("\t")
    assert first[:3] == ["Kyiv", "city", "UA"]
    rows = json.loads(geonews("gazetteer", "lookup", "Kiev", "--json").stdout)
    assert {"name", "kind", "country", "lat", "lon", "population"} <= set(rows[0])


def test_lookup_of_an_unknown_name_says_so() -> None:
    result = geonews("gazetteer", "lookup", "Qqqqqqq")
    assert result.exit_code == 1
    assert "Qqqqqqq" in result.stderr
