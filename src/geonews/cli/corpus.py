"""``geonews add``, ``list`` and ``remove``: the corpus store from the command line."""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geonews.cli import options
from geonews.cli.batch import Batch
from geonews.cli.messages import printable, say
from geonews.cli.parsing import parses
from geonews.settings import DEFAULT_LIMIT_MB, DEFAULT_MODEL, Settings

if TYPE_CHECKING:
    from geonews.models import Article
    from geonews.store import ArticleRow, Store

_LONGEST = 100
"""Characters of a title or publisher that are listed."""


def add(
    paths: options.Paths,
    *,
    store: options.StorePath = None,
    source: options.Source = None,
    published: options.Published = None,
    url: options.Url = None,
    limit: options.Limit = DEFAULT_LIMIT_MB,
    resolver: options.Resolver = "context",
    model: options.Model = DEFAULT_MODEL,
    gazetteer: options.Overlay = None,
    home: options.Home = None,
    fast: options.Fast = False,
    jobs: options.Jobs = 1,
) -> None:
    """Put articles into the corpus store; an article that is there already is not read again.

    With --fast, what was read with the language model and otherwise the same options stays as it is; without, what was
    read fast is read anew.
    """
    from geonews.claims import Copyist  # noqa: PLC0415 - keeps --help fast
    from geonews.corpus import read  # noqa: PLC0415
    from geonews.gazetteer import Gazetteer  # noqa: PLC0415
    from geonews.pipeline import parser_name  # noqa: PLC0415
    from geonews.store import Store  # noqa: PLC0415

    batch, copyist = Batch(), Copyist()
    given = {"source": source, "published": published, "url": url}
    articles = read(paths, limit=options.limit_bytes(limit), allow_private=Settings().allow_private, **given)
    readable = batch.remarked(batch.readable(articles))
    first = next(readable, None)
    if first is None:
        raise typer.Exit(batch.exit_code)
    path = _path(store)
    outcomes: Counter[str] = Counter()
    opened = Gazetteer.open(gazetteer)
    parser, fuller = (
        parser_name(model, resolver, opened, home, fast=each) + _mark(gazetteer) for each in (fast, False)
    )
    with Store.open(path) as corpus:
        new = _unknown(corpus, chain([first], readable), {parser, fuller}, outcomes)
        chosen = {"model": model, "resolver": resolver, "home": home, "fast": fast}
        try:
            for parsed in parses(new, batch, overlay=gazetteer, jobs=jobs, **chosen):
                outcomes[corpus.add(parsed, parser=parser, copyist=copyist)] += 1
                _warn_of_namesakes(corpus, parsed.article)
        except KeyboardInterrupt:
            say(f"stopped: {_outcome(outcomes)} in {path}; the same command goes on from there")
            raise
    say(f"{_outcome(outcomes)} in {path}")
    raise typer.Exit(batch.exit_code)


def list_articles(*, store: options.StorePath = None) -> None:
    """List the stored articles: key, date, publisher, title, places and figures, separated by tabs."""
    with existing_store(store) as corpus:
        sys.stdout.writelines(f"{_line(row)}\n" for row in corpus.articles())


def _line(row: ArticleRow) -> str:
    from geonews.export.words import clipped  # noqa: PLC0415 - keeps --help fast

    long = (row.published or "undated", row.source or "no publisher", row.title or str(row.id))
    cells = (row.key, *(clipped(each, _LONGEST) for each in long))
    return "\t".join([*map(printable, cells), str(row.places), str(row.figures)])


def remove(
    names: Annotated[list[str], typer.Argument(metavar="KEY...", help="Keys or ids, as `geonews list` shows them.")],
    *,
    store: options.StorePath = None,
) -> None:
    """Take articles out of the corpus store; their files stay where they are."""
    with existing_store(store) as corpus:
        rows = corpus.articles()
        missing = [name for name in names if not any(name in {row.key, str(row.id)} for row in rows)]
        gone = [row for row in rows if {row.key, str(row.id)} & set(names)]
        corpus.remove([row.key for row in gone])
    for row in gone:
        say(f"removed {row.key} ({row.title or row.id})")
    for name in missing:
        say(f"{name}: no such article in the store")
    raise typer.Exit(1 if missing else 0)


def _mark(overlay: Path | None) -> str:
    """Tell one overlay of the gazetteer from another, so that a change of it is a reason to read again."""
    return f" {hashlib.sha256(overlay.read_bytes()).hexdigest()[:8]}" if overlay else ""


def _path(store: Path | None) -> Path:
    return store or Settings().store


def existing_store(store: Path | None) -> Store:
    """Open the store that is named, or the user's own; raise ``StoreError`` where there is none yet."""
    from geonews.errors import StoreError  # noqa: PLC0415
    from geonews.store import Store  # noqa: PLC0415

    path = _path(store)
    if not path.exists():
        message = f"{path}: there is no store yet; `geonews add PATH...` makes it"
        raise StoreError(message)
    return Store.open(path)


def _unknown(
    corpus: Store, articles: Iterator[Article], parsers: Collection[str], outcomes: Counter[str]
) -> Iterator[Article]:
    """Yield the articles that the store does not hold yet, as one of these ``parsers`` reads them."""
    for article in articles:
        if any(corpus.holds(article, parser=parser) for parser in parsers):
            outcomes["unchanged"] += 1
        else:
            yield article


def _warn_of_namesakes(corpus: Store, article: Article) -> None:
    if len(corpus.keys(article.id)) > 1:
        say(f"{article.origin}: another text is stored under the id {article.id!r} too; both are kept")


def _outcome(outcomes: Counter[str]) -> str:
    return ", ".join(f"{outcomes[what]} {what}" for what in ("added", "updated", "unchanged"))
