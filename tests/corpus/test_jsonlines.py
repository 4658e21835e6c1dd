"""Reading JSON Lines: ids and texts unchanged, one bad line spoils no other."""

from __future__ import annotations

import io
import json
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geonews.corpus import read
from geonews.errors import ArticleError
from geonews.models import Article

if TYPE_CHECKING:
    from pathlib import Path


def lines(tmp_path: Path, *records: object) -> Path:
    path = tmp_path / "articles.jsonl"
    written = (item if isinstance(item, bytes) else json.dumps(item, ensure_ascii=False).encode() for item in records)
    path.write_bytes(b"\n".join(written))
    return path


def test_every_field_is_taken_as_it_is(tmp_path: Path) -> None:
    record = {
        "id": "7",
        "title": "T",
        "text": " A\r\ntext\u0085with\u2028odd ends \n",
        "source": "Wire",
        "url": "https://example.org/a",
        "published": "2022-02-07T10:00:00Z",
        "unknown": [1],
    }
    (item,) = read([lines(tmp_path, record)])
    del record["unknown"]
    assert item == Article(**record)


def test_missing_null_and_blank_facts_are_unknown(tmp_path: Path) -> None:
    path = lines(tmp_path, {"id": 1, "text": "x", "title": None, "source": " ", "published": ""})
    assert list(read([path])) == [Article(1, "x")]


def test_a_date_field_stands_in_for_published(tmp_path: Path) -> None:
    date = "2009-03-20 12:24:52.002364-05"
    path = lines(
        tmp_path, {"id": 1, "text": "x", "date": date}, {"id": 2, "text": "x", "date": date, "published": "2022-02-07"}
    )
    assert [item.published for item in read([path])] == [date, "2022-02-07"]


@pytest.mark.parametrize("published", ["2022", "2022-02", "0001-01-01T00:00:00Z", "9999-12-31"])
def test_a_year_a_month_or_a_filler_is_no_day_so_the_article_is_undated_and_says_so(
    tmp_path: Path, published: str
) -> None:
    (item,) = read([lines(tmp_path, {"id": 1, "text": "x", "published": published})])
    assert item == Article(1, "x")
    assert item.remark == (
        f"{tmp_path / 'articles.jsonl'}:1: published {published!r} names no day; the article is kept as undated"
    )


def test_options_do_not_overrule_a_record(tmp_path: Path) -> None:
    path = lines(tmp_path, {"id": 1, "text": "x", "source": "Own"}, {"id": 2, "text": "x"})
    assert [item.source for item in read([path], source="Given")] == ["Own", "Given"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
            st.text(st.characters(exclude_categories=["Cs"])).filter(str.strip),
        ),
        min_size=1,
    ),
    st.booleans(),
)
def test_ids_and_texts_come_out_unchanged(tmp_path: Path, pairs: list[tuple[str | int, str]], escaped: bool) -> None:  # noqa: FBT001
    path = tmp_path / "articles.jsonl"
    records = [json.dumps({"id": each, "text": text}, ensure_ascii=escaped) for each, text in pairs]
    path.write_bytes("\n".join(records).encode())
    assert [(item.id, item.text) for item in read([path])] == pairs


@pytest.mark.parametrize(
    ("record", "cause"),
    [
        (b"{broken", "broken JSON"),
        (b"[" * 100_000, "broken JSON"),
        (b'{"id": ' + b"9" * 5000 + b', "text": "x"}', "broken JSON"),
        (b"[1]", "is no JSON object"),
        (b'{"id": 1, "text": "caf\xe9"}', "is not UTF-8 (byte 0xe9 at offset 22"),
        ({"text": "x"}, "has no id"),
        ({"id": None, "text": "x"}, "has no id"),
        ({"id": True, "text": "x"}, "id must be a string or an integer, not a truth value"),
        ({"id": 1.5, "text": "x"}, "id must be a string or an integer, not a number"),
        ({"id": 1}, "has no text"),
        ({"id": 1, "text": ["x"]}, "text must be a string, not a list"),
        ({"id": 1, "text": " \n"}, "text is empty"),
        ({"id": 1, "text": "x", "title": 5}, "title must be a string, not a number"),
        ({"id": 1, "text": "x", "published": "yesterday"}, "'yesterday' is no ISO 8601 date"),
        (rb'{"id": 1, "text": "a\ud800"}', "text: holds a lone surrogate"),
        (rb'{"id": "\udfff", "text": "a"}', "id: holds a lone surrogate"),
        (rb'{"id": 1, "text": "a", "url": "\ud800"}', "url: holds a lone surrogate"),
        ({"id": 1, "text": "é" * 600}, "limit of 0.001 MB"),
    ],
)
def test_a_bad_line_names_file_line_and_cause_and_the_rest_goes_on(tmp_path: Path, record: object, cause: str) -> None:
    good = {"id": 1, "text": "fine"}
    path = lines(tmp_path, good, record, b"  ", good)
    first, error, last = read([path], limit=1000)
    assert isinstance(error, ArticleError)
    assert str(error).startswith(f"{path}:2: ")
    assert cause in str(error)
    assert first == last == Article(1, "fine")


def test_a_line_without_end_does_not_fill_the_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geonews.corpus.jsonlines._BESIDE_TEXT", 100)
    path = lines(tmp_path, {"id": 1, "text": "x" * 5000}, {"id": 2, "text": "fine"})
    error, article = read([path], limit=10)
    assert "articles.jsonl:1: is larger than the limit" in str(error)
    assert article == Article(2, "fine")


def test_a_byte_order_mark_at_the_start_is_accepted(tmp_path: Path) -> None:
    path = lines(tmp_path, b'\xef\xbb\xbf{"id": 1, "text": "x"}\r')
    assert list(read([path])) == [Article(1, "x")]


@pytest.mark.parametrize("data", [b"", b"\n \n"])
def test_a_file_without_records_is_an_error(tmp_path: Path, data: bytes) -> None:
    (error,) = read([lines(tmp_path, data)])
    assert str(error) == f"{tmp_path / 'articles.jsonl'}: is empty"


@pytest.mark.parametrize("data", [b"\x89PNG\r\0\0\n\0\n\0", '{"id": 1}\n'.encode("utf-16")])
def test_a_binary_file_is_one_error(tmp_path: Path, data: bytes) -> None:
    (error,) = read([lines(tmp_path, data)])
    assert "binary" in str(error)


def standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, **options: int) -> list[Article | ArticleError]:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    return list(read(["-"], **options))


def test_standard_input_may_be_json_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    items = standard_input(monkeypatch, b'\n{"id": 1, "text": "x"}\n{broken\n')
    assert items[0] == Article(1, "x")
    assert str(items[1]).startswith("standard input:3: is broken JSON")


@pytest.mark.parametrize("text", ["A title\nand {text}", "{not json}\nat all", "\n\nlate title"])
def test_standard_input_may_be_plain_text(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    (item,) = standard_input(monkeypatch, text.encode())
    assert (item.id, item.text) == ("stdin", text)


@pytest.mark.parametrize(("data", "cause"), [(b"", "is empty"), (b"\0", "is binary"), (b"x" * 11, "limit of 1e-05 MB")])
def test_bad_standard_input_is_an_error(monkeypatch: pytest.MonkeyPatch, data: bytes, cause: str) -> None:
    (error,) = standard_input(monkeypatch, data, limit=10)
    assert cause in str(error)
