"""RSS and Atom: feedparser reads the feed; its entries name the pages to fetch."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any

from lxml.html import fragment_fromstring

from geonews.corpus.published import stated_day

_FEED = re.compile(rb"<(rss|feed|rdf:RDF)[\s>]")
_PAGE = re.compile(rb"\s*<(!doctype\s+)?html", re.IGNORECASE)
_HEAD = 3000
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML does not know."""
_BLOCKS = ("address", "blockquote", "br", "div", "h1", "h2", "h3", "h4", "li", "ol", "p", "pre", "table", "tr", "ul")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of one article."""

    address: str | None
    """Of the article's page."""
    identity: str
    title: str | None
    published: str | None
    """ISO 8601, where the feed states a whole day."""
    text: str
    """What the feed itself holds of the article; often but its first sentence, "" for nothing."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's title and its entries, in its own order."""

    title: str | None
    entries: tuple[Entry, ...]


def is_feed(body: bytes, kind: str) -> bool:
    """Tell a feed from a page, by the media type or, since servers often name a wrong one, by how it begins."""
    if kind in {"application/rss+xml", "application/atom+xml"}:
        return True
    return _PAGE.match(body) is None and _FEED.search(body[:_HEAD]) is not None


def read_feed(body: bytes, address: str, kind: str, charset: str | None) -> Feed:
    """Read a feed's bytes; relative links are completed by ``address``. What is broken of it is left out."""
    import feedparser  # noqa: PLC0415 - other inputs need not wait for it

    said = f"{kind or 'application/xml'}; charset={charset}" if charset else kind
    found = feedparser.parse(io.BytesIO(body), response_headers={"content-type": said, "content-location": address})
    return Feed(_plain(found.feed.get("title", "")) or None, tuple(map(_entry, found.entries)))


def _entry(raw: Any) -> Entry:  # noqa: ANN401 - feedparser's own dictionary
    address = raw.get("link") or None
    held = [each.get("value", "") for each in raw.get("content", ())] or [raw.get("summary", "")]
    return Entry(
        address=address,
        identity=raw.get("id") or address or "",
        title=" ".join(_plain(raw.get("title", "")).split()) or None,
        published=stated_day(raw.get("published", "")),
        text="\n\n".join(filter(None, map(_plain, held))),
    )


def _plain(html: str) -> str:
    """Return the words of a piece of HTML, a line for each block."""
    root = fragment_fromstring(_NO_XML.sub("", html), create_parent="div")
    for element in root.iter(*_BLOCKS):
        element.tail = "\n" + (element.tail or "")
    for element in root.xpath(".//script | .//style"):
        element.drop_tree()
    lines = (" ".join(line.split()) for line in root.text_content().splitlines())
    return "\n".join(filter(None, lines))
