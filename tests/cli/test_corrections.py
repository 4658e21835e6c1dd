"""``geonews corrections``: listed, undone, taken along and taken in again."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from geonews.cli import app
from geonews.models import Article, Correction, ParsedArticle, Passage, Place, Resolution, Toponym
from geonews.store import Store

FRANCE = Place("gn:1", "Paris", "city", "FR", 48.9, 2.4)
TEXAS = Place("gn:2", "Paris", "city", "US", 33.7, -95.6)
PARSED = ParsedArticle(
    Article("a", "Paris slept."),
    (Passage(0, 12),),
    (Toponym(0, 5, "Paris", "literal"),),
    (Resolution(FRANCE, 0.8, "most populous"),),
    (),
    (),
)
OLDER = Correction("place", "Paris", "a", 0, 5, TEXAS, "2026-01-01T00:00:00.000000+00:00", "as the byline says")
NEWER = Correction("no place", "Paris", "a", 0, 5, None, "2026-02-01T00:00:00.000000+00:00")


def corrections(*words: object) -> Result:
    return CliRunner().invoke(app, ["corrections", *map(str, words)])


def made(path: Path, *kept: Correction) -> Path:
    with Store.open(path) as store:
        store.add(PARSED)
        store.ledger.add(kept)
    return path


def places(path: Path) -> list[str]:
    with Store.open(path, read_only=True) as store:
        return [row.place.id for row in store.places()]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return made(tmp_path / "corpus.sqlite", OLDER)


def test_the_list_says_what_each_correction_says_and_what_became_of_it(store: Path) -> None:
    with Store.open(store) as corpus:
        corpus.ledger.add([NEWER, Correction("no place", "Rome")])
    lines = [line.split("\t") for line in corrections("list", "--store", store).stdout.splitlines()]
    assert [(state, mentions, where, what) for _, state, mentions, _, where, what, _ in lines] == [
        ("orphaned", "0", "everywhere", "'Rome' is not a place"),
        ("applied", "1", "a@0", "'Paris' is not a place"),
        ("superseded", "0", "a@0", "'Paris' means Paris (city, US)"),
    ]


def test_undo_takes_the_latest_back_or_those_that_are_named(store: Path) -> None:
    with Store.open(store) as corpus:
        corpus.ledger.add([NEWER])
    assert places(store) == []
    result = corrections("undo", "--store", store)
    assert (result.exit_code, places(store)) == (0, ["gn:2"])
    assert "'Paris' is not a place" in result.stderr
    assert corrections("undo", "1", "--store", store).exit_code == 0
    assert places(store) == ["gn:1"]
    assert corrections("undo", "1", "--store", store).exit_code == 1
    assert "nothing to undo" in corrections("undo", "--store", store).stderr


def test_undo_takes_back_all_that_one_press_made_and_names_each(store: Path) -> None:
    with Store.open(store) as corpus:
        corpus.ledger.add([NEWER, replace(NEWER, article="b"), replace(NEWER, article="c", text="Rome")])
    for words in (["'Rome' is not a place, c@0"], ["'Paris' is not a place, a@0", "'Paris' is not a place, b@0"]):
        result = corrections("undo", "--store", store)
        assert [line.partition("undone: ")[2] for line in result.stderr.splitlines()] == words
    assert places(store) == ["gn:2"]


def test_what_is_exported_is_taken_in_elsewhere_once(store: Path, tmp_path: Path) -> None:
    out = tmp_path / "by hand.jsonl"
    assert corrections("export", "--out", out, "--store", store).exit_code == 0
    assert corrections("export", "--store", store).stdout == out.read_text(encoding="utf-8")
    elsewhere = made(tmp_path / "elsewhere.sqlite")
    for expected in ("1 taken in, 0 known", "0 taken in, 1 known"):
        result = corrections("import", out, "--store", elsewhere)
        assert (result.exit_code, places(elsewhere)) == (0, ["gn:2"])
        assert expected in result.stderr
    assert len(corrections("list", "--store", elsewhere).stdout.splitlines()) == 1


def test_corrections_can_come_before_their_articles(store: Path, tmp_path: Path) -> None:
    out = tmp_path / "by hand.jsonl"
    corrections("export", "--out", out, "--store", store)
    new = tmp_path / "new.sqlite"
    assert corrections("import", out, "--store", new).exit_code == 0
    made(new)
    assert places(new) == ["gn:2"]


@pytest.mark.parametrize(("first", "second"), [(OLDER, NEWER), (NEWER, OLDER)])
def test_of_two_that_disagree_the_newer_holds_and_the_line_is_named(
    tmp_path: Path, first: Correction, second: Correction
) -> None:
    here, there = made(tmp_path / "here.sqlite", first), made(tmp_path / "there.sqlite", second)
    out = tmp_path / "by hand.jsonl"
    corrections("export", "--out", out, "--store", there)
    result = corrections("import", out, "--store", here)
    assert f"{out}, line 1: 'Paris' in a" in result.stderr
    assert "1 disagree" in result.stderr
    assert places(here) == []


def test_a_line_that_is_wrong_is_named_and_the_others_are_taken_in(store: Path, tmp_path: Path) -> None:
    out = tmp_path / "by hand.jsonl"
    good = corrections("export", "--store", store).stdout.encode()
    broken = {**json.loads(good), "what": "maybe"}
    latin = good.replace(b"as the byline says", b"caf\xe9")
    out.write_bytes(b"\n".join([json.dumps(broken).encode(), latin.strip(), good]))
    elsewhere = made(tmp_path / "elsewhere.sqlite")
    result = corrections("import", out, "--store", elsewhere)
    assert (result.exit_code, places(elsewhere)) == (1, ["gn:2"])
    assert "line 1: what must be one of" in result.stderr
    assert f"{out}, line 2: holds bytes that are no UTF-8" in result.stderr


def test_a_file_that_cannot_be_read_is_named_and_nothing_is_lost(store: Path, tmp_path: Path) -> None:
    before = corrections("export", "--store", store).stdout
    result = corrections("import", tmp_path / "none.jsonl", "--store", store)
    assert (result.exit_code, f"{tmp_path / 'none.jsonl'}: cannot be read" in result.stderr) == (1, True)
    (tmp_path / "picture.jsonl").write_bytes(bytes(range(256)))
    assert corrections("import", tmp_path / "picture.jsonl", "--store", store).exit_code == 1
    assert corrections("export", "--store", store).stdout == before


def test_an_export_never_writes_over_the_store(store: Path) -> None:
    assert corrections("export", "--out", store, "--store", store).exit_code == 1
    assert places(store) == ["gn:2"]
