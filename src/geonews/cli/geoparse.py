"""``geonews geoparse``: articles in, their parse out; nothing is stored."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from geonews.cli import options
from geonews.cli.batch import Batch
from geonews.cli.parsing import parses
from geonews.settings import DEFAULT_LIMIT_MB, DEFAULT_MODEL, Settings

Format = StrEnum("Format", ["jsonl", "geojson", "csv"])


def geoparse(
    paths: options.Paths,
    *,
    format: Annotated[Format, typer.Option(help="How to write the parse.")] = Format.jsonl,  # noqa: A002 - the flag's name
    source: options.Source = None,
    published: options.Published = None,
    url: options.Url = None,
    limit: options.Limit = DEFAULT_LIMIT_MB,
    resolver: options.Resolver = "context",
    model: options.Model = DEFAULT_MODEL,
    gazetteer: options.Overlay = None,
    home: options.Home = None,
    figures: options.Figures = True,
    fast: options.Fast = False,
    jobs: options.Jobs = 1,
) -> None:
    """Write the parse of articles to standard output, without storing it."""
    from geonews.corpus import read  # noqa: PLC0415 - keeps --help fast
    from geonews.export import FORMATS  # noqa: PLC0415

    batch = Batch()
    given = {"source": source, "published": published, "url": url}
    articles = read(paths, limit=options.limit_bytes(limit), allow_private=Settings().allow_private, **given)
    readable = batch.remarked(batch.readable(articles))
    chosen = {"model": model, "resolver": resolver, "home": home, "fast": fast, "figures": figures}
    found = parses(readable, batch, overlay=gazetteer, jobs=jobs, **chosen)
    for piece in FORMATS[format.value](found):
        sys.stdout.write(piece)
        sys.stdout.flush()
    raise typer.Exit(batch.exit_code)
