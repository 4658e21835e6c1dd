"""The day on which a page says that it was published; a guess (from its text, its neighbours, its upload) is none."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

_META = frozenset(
    {
        "article:published_time", "article:published", "og:article:published_time", "og:published_time",
        "bt:pubdate", "citation_publication_date", "cxenseparse:recs:publishtime", "date", "datepublished",
        "dc.date", "dc.date.created", "dc.date.issued", "dcterms.created", "dcterms.date", "dcterms.issued",
        "parsely-pub-date", "pubdate", "publication_date", "publish-date", "publish_date", "publishdate",
        "published_date", "published_time", "sailthru.date",
    }
)  # fmt: skip
"""Names, properties and item properties of ``<meta>`` that stand for the publication, in lower case."""
_ARTICLE = re.compile(r"(Article|BlogPosting|Report|Reportage)$")
"""Types of schema.org that are an article."""
_IN_PATH = re.compile(r"/((?:19|20)\d\d)/(\d\d?)/(\d\d?)/")
_SLASHES = re.compile(r"(\d{4})/(\d\d)/(\d\d)")
_PLACEHOLDERS = (date(1970, 1, 1), date(1, 1, 1))
"""What programs write where they know no date."""
_DAY_ALONE = len("2022-02-08")
_BYLINE = 120
"""Characters; a longer paragraph is the article's."""


def published(html: str, address: str | None = None) -> str | None:
    """Return the ISO 8601 date (or date-time, as far as stated) of a page, or ``None`` where it states none.

    In this order: its ``<meta>``, its JSON-LD, a ``<time>`` at the head of its article, the days in the path of its
    ``address`` ("/2022/02/08/").
    """
    with suppress(ParserError):  # a page without an element
        page = document_fromstring(html.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8"))
        for value in (*_from_meta(page), *_from_json(page), *_from_head(page)):
            day = stated_day(value)
            if day is not None:
                return day
    return _from_path(address)


def stated_day(value: str) -> str | None:
    """Return a date as ISO 8601 if the value names a whole day (ISO 8601, RFC 2822, or 2022/02/08), else ``None``."""
    text = _SLASHES.sub(r"\1-\2-\3", value.strip())
    moment = _moment(text) or _mail_date(text)
    if moment is None or moment.date() in _PLACEHOLDERS:
        return None
    return moment.date().isoformat() if len(text) <= _DAY_ALONE else moment.isoformat()


def _moment(text: str) -> datetime | None:
    is_written_out = re.match(r"\d{4}-\d\d-\d\d|\d{8}(T|$)", text)  # no week numbers, no day numbers
    try:
        return datetime.fromisoformat(text) if is_written_out else None
    except ValueError:
        return None


def _mail_date(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, IndexError, OverflowError):
        return None


def _from_meta(page: HtmlElement) -> Iterator[str]:
    for meta in page.iter("meta"):
        names = {str(meta.get(attribute, "")).strip().lower() for attribute in ("name", "property", "itemprop")}
        if names & _META and meta.get("content"):
            yield meta.get("content")


def _from_json(page: HtmlElement) -> list[str]:
    """Return the date of the only article that the page's JSON-LD describes; of several, none is surely this one."""
    found = []
    for script in page.iter("script"):
        if str(script.get("type", "")).strip().lower() == "application/ld+json":
            with suppress(ValueError, RecursionError):
                found += list(_articles(json.loads(script.text or "")))
    return found if len(set(found)) == 1 else []


def _articles(data: Any) -> Iterator[str]:  # noqa: ANN401 - whatever a page writes
    if isinstance(data, list):
        for each in data:
            yield from _articles(each)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        is_article = any(_ARTICLE.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds]))
        if not is_article:
            yield from _articles([data.get("@graph"), data.get("mainEntity")])
        elif isinstance(data.get("datePublished"), str):
            yield data["datePublished"]


def _from_head(page: HtmlElement) -> Iterator[str]:
    """Yield the times above the first real paragraph of the article that holds the headline."""
    headline = next(page.iter("h1"), None)
    article = None if headline is None else next(headline.iterancestors("article", "main"), None)
    for element in () if article is None else article.iter("time", "p"):
        if element.tag == "p" and len(element.text_content()) > _BYLINE:
            return
        if element.get("datetime") and next(element.iterancestors("aside", "nav", "footer"), None) is None:
            yield element.get("datetime")


def _from_path(address: str | None) -> str | None:
    with suppress(ValueError):  # no such day, or no such address
        found = _IN_PATH.search(urlsplit(address or "").path)
        return date(int(found[1]), int(found[2]), int(found[3])).isoformat() if found else None
    return None
