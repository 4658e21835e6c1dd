"""Articles by address: a page, a plain text, or a feed whose pages are fetched one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from geonews.corpus.checks import check_characters
from geonews.corpus.feeds import Entry, Feed, is_feed, read_feed
from geonews.corpus.plain import read_plain
from geonews.corpus.webpage import host, read_page
from geonews.errors import ArticleError
from geonews.fetching import Fetched, Rules, fetch
from geonews.models import Article

MOST_ENTRIES = 30
"""Of a feed: the first that it names, which are its newest."""
_PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "text/markdown"})
_FEEDS = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml"}
)
Foresee = Callable[[int], None]
"""Told how many articles are to come, as soon as that is known."""


def read_address(
    address: str,
    *,
    source: str | None = None,
    limit: int = 5_000_000,
    allow_private: bool = False,
    foresee: Foresee = lambda _: None,
) -> Iterator[Article | ArticleError]:
    """Yield the article at a web address, or those that the feed there names; an ``ArticleError`` for each that fails.

    Of a feed the first ``MOST_ENTRIES`` are read: the page that each names, or where that cannot be read what the feed
    itself holds of it, with a remark. ``source`` is the publisher of pages that name none (default: their host).
    ``foresee`` is told how many are to come; ``limit`` is in bytes of a page; unless ``allow_private`` only the public
    internet is asked.
    """
    for item in _read(address, Rules(most_bytes=limit, allow_private=allow_private), foresee):
        if isinstance(item, ArticleError):
            yield item
        else:
            yield replace(item, source=item.source or source or host(item.url))


def _read(address: str, rules: Rules, foresee: Foresee) -> Iterator[Article | ArticleError]:
    try:
        found = fetch(address, rules, _PAGES | _FEEDS)
        if not is_feed(found.body, found.kind):
            yield _article(found)
            return
    except ArticleError as error:
        yield error
        return
    try:
        feed = read_feed(found.body, found.url, found.kind, found.charset)
    except Exception as error:  # noqa: BLE001 - whatever one feed breaks in the libraries that read it
        yield ArticleError(f"{found.url}: cannot be read as a feed ({type(error).__name__}: {error})")
        return
    if not feed.entries:
        yield ArticleError(f"{found.url}: is a feed without entries")
        return
    foresee(min(len(feed.entries), MOST_ENTRIES))
    yield from _told_of_the_rest(_entries(feed, found.url, rules), found.url, len(feed.entries))


def _article(found: Fetched) -> Article:
    if found.kind in {"text/plain", "text/markdown"}:
        return replace(read_plain(found.body, found.url, found.url), url=found.url)
    return read_page(found.body, found.url, found.charset)


def _entries(feed: Feed, url: str, rules: Rules) -> Iterator[Article | ArticleError]:
    for entry in feed.entries[:MOST_ENTRIES]:
        try:
            yield _of_entry(entry, feed, url, rules)
        except ArticleError as error:
            yield error


def _of_entry(entry: Entry, feed: Feed, url: str, rules: Rules) -> Article:
    try:
        article = _page_of(entry, url, rules)
    except ArticleError as error:
        if not entry.text:
            raise
        return _of_feed(entry, feed, url, f"{error}; what the feed holds of it was read instead")
    return replace(article, title=article.title or entry.title, published=article.published or entry.published)


def _page_of(entry: Entry, url: str, rules: Rules) -> Article:
    if entry.address is None:
        message = f"{url}: the entry {entry.title or entry.identity!r} names no page"
        raise ArticleError(message)
    return _article(fetch(entry.address, rules, _PAGES))


def _of_feed(entry: Entry, feed: Feed, url: str, remark: str) -> Article:
    check_characters(entry.text, entry.address or url)
    return Article(
        id=entry.identity or url,
        text=entry.text,
        title=entry.title,
        source=feed.title,
        url=entry.address,
        published=entry.published,
        origin=entry.address or url,
        remark=remark,
    )


def _told_of_the_rest(
    items: Iterator[Article | ArticleError], url: str, named: int
) -> Iterator[Article | ArticleError]:
    """Pass the articles on; the first that could be read tells that the feed named more than were read."""
    told = named <= MOST_ENTRIES
    for item in items:
        if told or isinstance(item, ArticleError):
            yield item
        else:
            told = True
            more = f"{url}: names {named:,} articles, of which the first {MOST_ENTRIES} are read"
            yield replace(item, remark="; ".join(filter(None, (item.remark, more))))
