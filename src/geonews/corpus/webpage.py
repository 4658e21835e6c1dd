"""Saved web pages: trafilatura tells the article from what stands around it."""

from __future__ import annotations

from geonews.corpus.checks import check_characters
from geonews.corpus.decoding import decode_html
from geonews.errors import ArticleError
from geonews.models import Article


def read_html(data: bytes, article_id: str, name: str) -> Article:
    """Make an article of a page's bytes: its main text, and title, publisher, address and date if the page states them.

    Offsets index the extracted text. Raises ``ArticleError`` if the page holds no article.
    """
    from trafilatura import bare_extraction  # noqa: PLC0415  # half a second that other inputs need not wait
    from trafilatura.settings import Document  # noqa: PLC0415

    page = bare_extraction(
        decode_html(data, name),
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},  # a date in the text is a guess
    )
    if not isinstance(page, Document) or not page.text or not page.text.strip():
        message = f"{name}: holds no article text"
        raise ArticleError(message)
    check_characters(page.text, name)
    return Article(
        id=article_id,
        text=page.text,
        title=page.title or None,
        source=page.sitename or None,
        url=page.url or None,
        published=page.date or None,
        origin=name,
    )
