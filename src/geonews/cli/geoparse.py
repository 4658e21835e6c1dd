"""``geonews geoparse``: articles in, their parse out; nothing is stored."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from geonews.cli import options
from geonews.cli.batch import Batch, counted
from geonews.cli.messages import end_with_reader
from geonews.settings import DEFAULT_LIMIT_MB, DEFAULT_MODEL, Settings

if TYPE_CHECKING:
    from geonews.pipeline import Geoparser

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
    from geonews.parallel import parse_all  # noqa: PLC0415

    end_with_reader()
    batch = Batch()
    given = {"source": source, "published": published, "url": url}
    articles = read(paths, limit=options.limit_bytes(limit), allow_private=Settings().allow_private, **given)
    make = partial(_parser, gazetteer, model=model, resolver=resolver, home=home, fast=fast, figures=figures)
    parses = batch.readable(parse_all(batch.remarked(batch.readable(articles)), make, jobs=jobs or os.cpu_count() or 1))
    for piece in FORMATS[format.value](counted(batch.watched(parses), "articles read:")):
        sys.stdout.write(piece)
        sys.stdout.flush()
    raise typer.Exit(batch.exit_code)


def _parser(overlay: Path | None, **chosen: Any) -> Geoparser:  # noqa: ANN401 - the parser's own options
    """Make the parser of one process."""
    from geonews.gazetteer import Gazetteer  # noqa: PLC0415
    from geonews.pipeline import Geoparser  # noqa: PLC0415

    return Geoparser(gazetteer=Gazetteer.open(overlay), **chosen)
