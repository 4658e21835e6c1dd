"""Texts that were pasted and files that were dropped: nothing about them is trusted."""

from __future__ import annotations

import io

import pytest

from geonews.corpus import pasted, read_stream
from geonews.errors import ArticleError
from geonews.models import Article


def only(data: bytes, filename: str, limit: int = 1_000) -> Article | ArticleError:
    (item,) = read_stream(io.BytesIO(data), filename, limit)
    return item


@pytest.mark.parametrize(
    "filename",
    ["../../etc/report.txt", "/etc/report.txt", "C:\\Users\\x\\report.TXT", "report.txt", "a\\..\\report.txt"],
)
def test_of_a_file_name_only_the_last_part_counts(filename: str) -> None:
    assert only(b"Title\ntext", filename) == Article("report", "Title\ntext", title="Title")


@pytest.mark.parametrize("filename", ["", ".", "..", "a/", "txt", "\udc80.txt", "x" * 10_000, "a.pdf", "a.txt\0.exe"])
def test_a_file_name_that_makes_no_sense_is_an_error_not_a_crash(filename: str) -> None:
    assert isinstance(only(b"text", filename), ArticleError)


def test_what_was_dropped_is_limited_and_named() -> None:
    assert str(only(b"x" * 1_001, "a.txt")) == "a.txt: is larger than the limit of 0.001 MB"
    assert str(only(b"", "a.html")) == "a.html: is empty"


def test_each_line_of_json_lines_is_an_article_or_an_error() -> None:
    lines = b'{"id": 1, "text": "a"}\n{"id": 2}\n{"id": 3, "text": "c"}'
    first, second, third = read_stream(io.BytesIO(lines), "a.jsonl", 1_000)
    assert (first.id, str(second), third.id) == (1, "a.jsonl:2: has no text", 3)


def test_a_pasted_text_is_kept_as_it_is_and_its_short_first_line_is_the_title() -> None:
    found = pasted(
        "Ships leave\n\nThey left Odesa.", source="Desk", published="2022-08-01", url="https://example.org/a"
    )
    assert found.text == "Ships leave\n\nThey left Odesa."
    assert (found.title, found.source, found.published) == ("Ships leave", "Desk", "2022-08-01")
    assert pasted("\n Ships leave\nThey left.").title == "Ships leave"
    assert pasted("They left Odesa.").title is None
    assert pasted("x" * 200 + "\nmore").title is None
    assert pasted("One\nTwo", title="Given").title == "Given"


def test_the_same_text_is_the_same_article_and_another_another() -> None:
    assert pasted("One\nTwo").id == pasted("One\nTwo", title="Given").id
    assert pasted("One\nTwo").id != pasted("One\nThree").id


@pytest.mark.parametrize("text", ["", " \n", "half \ud800"])
def test_what_is_no_text_is_refused(text: str) -> None:
    with pytest.raises(ArticleError, match="the pasted text"):
        pasted(text)


def test_a_pasted_text_is_limited_in_bytes() -> None:
    assert pasted("é" * 5, limit=10)
    with pytest.raises(ArticleError, match="larger than the limit"):
        pasted("é" * 6, limit=10)
