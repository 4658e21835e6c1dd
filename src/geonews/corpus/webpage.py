"""Web pages: trafilatura tells the article from what stands around it."""

from __future__ import annotations

from urllib.parse import urlsplit

from geonews.corpus.checks import check_characters
from geonews.corpus.decoding import decode_html
from geonews.errors import ArticleError
from geonews.models import Article

_MOST_TAGS = 50_000
"""A page of news has a few thousand; the time that trafilatura takes grows with their square."""


def read_html(data: bytes, article_id: str, name: str) -> Article:
    """Make an article of a saved page: its main text, and title, publisher, address and date if the page states them.

    Offsets index the extracted text. Raises ``ArticleError`` if the page holds no article.
    """
    return _article(decode_html(data, name), article_id, name, None)


def read_page(data: bytes, address: str, charset: str | None = None) -> Article:
    """Make an article of a page as it was fetched from ``address``, which is its id and its url.

    An address that the page itself calls its own ("canonical") is used instead if it is of the same host. A page in no
    encoding that it or its server (``charset``) names is read in the one that it looks like.
    """
    from trafilatura.utils import decode_file  # noqa: PLC0415  # half a second that other inputs need not wait

    try:
        html = decode_html(data, address, charset)
    except ArticleError:
        html = str(decode_file(data))
    return _article(html, address, address, address)


def _article(html: str, article_id: str, name: str, address: str | None) -> Article:
    try:
        return _extracted(html, article_id, name, address)
    except ArticleError:
        raise
    except Exception as error:  # whatever one page breaks in the libraries that read it, the others are read
        message = f"{name}: cannot be read as a page ({type(error).__name__}: {error})"
        raise ArticleError(message) from error


def _extracted(html: str, article_id: str, name: str, address: str | None) -> Article:
    from trafilatura import bare_extraction  # noqa: PLC0415
    from trafilatura.settings import Document  # noqa: PLC0415

    from geonews.corpus.published import published  # noqa: PLC0415

    if html.count("<") > _MOST_TAGS:
        message = f"{name}: is too intricate a page (more than {_MOST_TAGS:,} tags); save its text as .txt"
        raise ArticleError(message)
    page = bare_extraction(
        html,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False},  # its dates are not used: some are guesses
    )
    if not isinstance(page, Document) or not page.text or not page.text.strip():
        message = f"{name}: holds no article text"
        raise ArticleError(message)
    check_characters(page.text, name)
    url = page.url or None if address is None else _own(page.url, address)
    return Article(
        id=article_id if address is None else url or article_id,
        text=page.text,
        title=_sound(page.title),
        source=_sound(page.sitename) if page.sitename != host(page.url) else None,
        url=url,
        published=published(html, url),
        origin=name,
    )


def _own(canonical: str | None, address: str) -> str:
    """Return the address that a page calls its own, unless that is another host's, or the host's front page."""
    if not canonical or host(canonical) != host(address):
        return address
    is_front = urlsplit(canonical).path in {"", "/"} and not urlsplit(canonical).query
    return address if is_front or not canonical.startswith(("http://", "https://")) else canonical


def _sound(text: str | None) -> str | None:
    """Return a page's words about itself without half characters, which JSON may hold and no store."""
    return text.encode("utf-8", "replace").decode("utf-8") or None if text else None


def host(address: str | None) -> str | None:
    """Return the host of a web address, as a publisher's name: without "www."; ``None`` where there is none."""
    try:
        return (urlsplit(address or "").hostname or "").removeprefix("www.") or None
    except ValueError:  # brackets without an address in them
        return None
