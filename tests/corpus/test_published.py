"""The day of publication: what a page states, and nothing that it only looks like."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geonews.corpus.published import published, stated_day

PROSE = "<p>About 20 ships left the harbour of Odesa on 3 May 2021, officials said, after a long wait in the port " * 2


def page(head: str = "", top: str = "", before: str = "", after: str = "") -> str:
    article = f"<article><h1>Ships leave</h1>{top}{PROSE}</p></article>"
    return f"<html><head>{head}</head><body>{before}{article}{after}</body></html>"


@pytest.mark.parametrize(
    ("head", "stated"),
    [
        ('<meta property="article:published_time" content="2022-08-01T23:30:00-05:00">', "2022-08-01T23:30:00-05:00"),
        ('<meta name="Date" content="2022-08-01">', "2022-08-01"),
        ('<meta itemprop="datePublished" content="2022-08-01T10:00:00Z">', "2022-08-01T10:00:00+00:00"),
        ('<meta name="pubdate" content="Mon, 01 Aug 2022 10:00:00 GMT">', "2022-08-01T10:00:00+00:00"),
        ('<meta name="pubdate" content="2022/08/01">', "2022-08-01"),
        ('<meta name="date" content="2019"><meta name="dc.date" content="2022-08-01">', "2022-08-01"),
        (
            (
                '<script type="application/ld+json">{"@graph": [{"@type": "Organization"}, {"@type": ["NewsArticle"],'
                '"datePublished": "2022-08-01", "dateModified": "2022-09-01"}]}</script>'
            ),
            "2022-08-01",
        ),
    ],
)
def test_a_stated_day_is_taken(head: str, stated: str) -> None:
    assert published(page(head)) == stated


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="date" content="2019">',
        '<meta name="date" content="2019-06">',
        '<meta name="date" content="last week">',
        '<meta name="date" content="1970-01-01T00:00:00Z"><meta name="pubdate" content="0001-01-01T00:00:00">',
        '<meta property="article:modified_time" content="2023-08-01">',
        '<meta http-equiv="last-modified" content="2020-05-05">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "dateModified": "2022-09-01"}</script>',
        '<script type="application/ld+json">{broken</script>',
        (
            '<script type="application/ld+json">[{"@type": "Article", "datePublished": "2022-01-01"},'
            '{"@type": "Article", "datePublished": "2022-02-02"}]</script>'
        ),
    ],
)
def test_what_is_no_day_of_publication_is_none(head: str) -> None:
    assert published(page(head)) is None


def test_a_time_at_the_head_of_the_article_is_taken() -> None:
    assert published(page(top='<p>By A. Writer <time datetime="2022-08-01T10:00+02:00">1 Aug</time></p>')) == (
        "2022-08-01T10:00:00+02:00"
    )


def test_a_time_of_other_articles_is_not() -> None:
    other = '<aside><time datetime="2018-01-02">2 Jan</time></aside><div><time datetime="2018-01-02">x</time></div>'
    assert published(page(before=other, after=other)) is None
    assert published(page(top='<aside><time datetime="2018-01-02">2 Jan</time></aside>')) is None


def test_a_copyright_and_a_picture_say_nothing() -> None:
    around = '<footer>© 2019 Sample</footer><p>Last updated: 12 September 2019</p><img src="/2015/06/07/x.jpg">'
    assert published(page(after=around)) is None


def test_the_path_of_the_address_says_it_where_the_page_does_not() -> None:
    assert published(page(), "https://example.org/2022/08/1/ships.html") == "2022-08-01"
    assert published(page(), "https://example.org/2022/13/01/ships.html") is None
    assert published(page(), "http://[/2022/08/01/") is None
    assert published(page(), "https://example.org/?p=/2022/08/01/") is None
    assert (
        published(page('<meta name="date" content="2022-07-31">'), "https://example.org/2022/08/01/a") == "2022-07-31"
    )


@pytest.mark.parametrize(
    "value", ["Mon, 01 Aug 2022 10:00:00 +99999999999", "Mon, 01 Aug 99999 10:00:00 GMT", "2022-08-32"]
)
def test_impossible_moments_are_none(value: str) -> None:
    assert stated_day(value) is None


def test_a_page_without_anything_has_no_day() -> None:
    assert published("") is None
    assert published("<!-- -->") is None


@given(st.text())
def test_no_value_is_an_error_and_each_day_is_whole(value: str) -> None:
    day = stated_day(value)
    assert day is None or stated_day(day) == day


@given(st.datetimes(min_value=datetime(1971, 1, 1)))  # noqa: DTZ001 - half of all pages name no zone
def test_every_iso_moment_is_read_back(moment: datetime) -> None:
    assert stated_day(moment.isoformat()) == moment.isoformat()
    assert stated_day(moment.date().isoformat()) == moment.date().isoformat()
