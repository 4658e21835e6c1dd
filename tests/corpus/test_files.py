"""Reading files and folders: verbatim text, clear errors, and the batch goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geonews.corpus import read
from geonews.errors import ArticleError
from geonews.models import Article

if TYPE_CHECKING:
    from pathlib import Path


def write(path: Path, data: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def only(path: Path, **options: object) -> Article | ArticleError:
    (item,) = read([path], **options)
    return item


def complaint(path: Path, **options: object) -> str:
    error = only(path, **options)
    assert isinstance(error, ArticleError)
    assert str(path) in str(error)
    return str(error)


def test_a_text_files_first_line_is_its_title_and_the_text_is_the_whole_file(tmp_path: Path) -> None:
    path = write(tmp_path / "a.b.txt", "  A title \n\nThe text.\n")
    assert only(path) == Article("a.b", "  A title \n\nThe text.\n", title="A title")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_stay_as_they_are(tmp_path: Path, end: str) -> None:
    path = write(tmp_path / "a.txt", f"Title{end}Text\x85{end}")
    assert only(path) == Article("a", f"Title{end}Text\x85{end}", title="Title")


def test_a_blank_first_line_is_no_title(tmp_path: Path) -> None:
    assert only(write(tmp_path / "a.txt", "\nText")) == Article("a", "\nText")


def test_a_markdown_heading_loses_its_marks_in_the_title_alone(tmp_path: Path) -> None:
    path = write(tmp_path / "a.md", "# War & # peace\n\nText")
    assert only(path) == Article("a", "# War & # peace\n\nText", title="War & # peace")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), min_size=1))
def test_any_text_survives_unchanged(tmp_path: Path, text: str) -> None:
    path = write(tmp_path / "a.txt", text)
    item = only(path)
    assert item.text == text if text.strip() else "is empty" in str(item)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path / "a.txt", "Kyïv 🚀\r\nx".encode(encoding))
    assert only(path).text == "Kyïv 🚀\r\nx"


def test_a_wrong_encoding_names_the_byte_and_the_way_out(tmp_path: Path) -> None:
    message = complaint(write(tmp_path / "a.txt", b"\xef\xbb\xbfabc \x93quoted\x94"))
    assert "0x93 at offset 7" in message
    assert "convert" in message


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_an_error(tmp_path: Path, data: bytes) -> None:
    assert "is empty" in complaint(write(tmp_path / "a.txt", data))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["Kyïv 🚀\r\nx", "Київ, 5 лютого. Ще день", "一 kyoto \u3000一", "a"])
def test_utf_16_without_a_byte_order_mark_is_read(tmp_path: Path, encoding: str, text: str) -> None:
    assert only(write(tmp_path / "a.txt", text.encode(encoding))).text == text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), min_size=1), st.sampled_from(["le", "be"]))
def test_any_plain_english_text_in_utf_16_survives_unchanged(tmp_path: Path, text: str, order: str) -> None:
    item = only(write(tmp_path / "a.txt", text.encode(f"utf-16-{order}")))
    assert item.text == text if text.strip() else "is empty" in str(item)


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0", b"\xff\xfe\0\0a\0\0\0"])
def test_a_binary_file_is_an_error(tmp_path: Path, data: bytes) -> None:
    assert "is binary" in complaint(write(tmp_path / "a.txt", data))


def test_a_file_above_the_limit_is_an_error_that_names_the_limit(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "x" * 2000)
    assert "limit of 0.0015 MB" in complaint(path, limit=1500)
    assert isinstance(only(path, limit=2000), Article)


def test_a_missing_path_is_an_error(tmp_path: Path) -> None:
    assert "No such file" in complaint(tmp_path / "missing.txt")


def test_an_unknown_kind_of_file_is_an_error_when_it_is_asked_for(tmp_path: Path) -> None:
    assert "unknown kind" in complaint(write(tmp_path / "a.xyz", "x"))


def test_a_pdf_or_a_word_document_is_told_with_the_way_out(tmp_path: Path) -> None:
    assert "is a PDF; save its text as .txt" in complaint(write(tmp_path / "a.PDF", "%PDF-1.7"))
    assert "is a Word document; save it as plain text" in complaint(write(tmp_path / "a.docx", b"PK\x03\x04"))
    assert "is binary" in complaint(write(tmp_path / "renamed.txt", "%PDF-1.7\n1 0 obj"))


def test_a_folder_is_read_recursively_in_order_without_hidden_and_other_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.MD", "a/deep/c.txt", ".hidden.txt", ".git/x.txt", "notes.pdf"):
        write(tmp_path / name, "Title\ntext")
    assert [item.id for item in read([tmp_path])] == ["c", "z", "b"]


def test_a_folder_with_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    write(tmp_path / "notes.pdf", "x")
    assert "holds no file to read" in complaint(tmp_path)


def test_the_batch_goes_on_after_a_bad_input(tmp_path: Path) -> None:
    bad, good = write(tmp_path / "bad.txt", b"\0"), write(tmp_path / "good.txt", "fine")
    kinds = [type(item) for item in read([bad, tmp_path / "missing.txt", good])]
    assert kinds == [ArticleError, ArticleError, Article]


def test_reading_is_lazy(tmp_path: Path) -> None:
    first, second = write(tmp_path / "a.txt", "one"), tmp_path / "b.txt"
    items = read([first, second])
    assert next(items).text == "one"
    write(second, "two")
    assert next(items).text == "two"


def test_options_give_what_a_plain_file_lacks(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "Text")
    item = only(path, source="Wire", published="2022-02-07", url="https://example.org/a")
    assert (item.source, item.published, item.url) == ("Wire", "2022-02-07", "https://example.org/a")


def test_a_date_option_that_is_no_date_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="'last week' is no ISO 8601 date"):
        read([tmp_path], published="last week")


PAGE = """<html><head><title>Ships leave | Sample</title>{meta}</head><body><nav>Menu</nav><article><h1>Ships leave</h1>
<p>About 20 ships left the harbour of Odesa on Monday morning, officials said in the city.</p>
<p>They had waited since 3 May 2021 &amp; were loaded with grain, according to the café owner.</p></article>
</body></html>"""
META = '<meta property="og:site_name" content="Sample"><meta name="date" content="2022-08-01">'


def test_a_page_gives_its_article_with_what_it_states_about_itself(tmp_path: Path) -> None:
    path = write(tmp_path / "ships.html", PAGE.format(meta='<meta charset="utf-8">' + META))
    item = only(path)
    assert (item.id, item.title, item.source, item.published) == ("ships", "Ships leave", "Sample", "2022-08-01")
    assert "About 20 ships left the harbour of Odesa" in item.text
    assert "& were loaded" in item.text
    assert "Menu" not in item.text


def test_a_page_without_a_date_is_undated_whatever_its_text_says(tmp_path: Path) -> None:
    assert only(write(tmp_path / "ships.htm", PAGE.format(meta=""))).published is None


def test_a_page_is_decoded_as_it_declares(tmp_path: Path) -> None:
    page = PAGE.format(meta='<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">')
    assert "café owner" in only(write(tmp_path / "ships.html", page.encode("latin-1"))).text
    assert "is not UTF-8" in complaint(write(tmp_path / "other.html", PAGE.format(meta="").encode("latin-1")))


def test_a_page_in_an_unknown_encoding_is_an_error(tmp_path: Path) -> None:
    page = PAGE.format(meta='<meta charset="klingon-8">')
    assert "unknown encoding 'klingon-8'" in complaint(write(tmp_path / "a.html", page))


def test_a_page_without_an_article_is_an_error(tmp_path: Path) -> None:
    assert "no article text" in complaint(write(tmp_path / "a.html", "<html><body></body></html>"))
