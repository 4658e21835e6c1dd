"""Arguments and options that several commands share, spelled once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Articles: .txt, .md, .html, .jsonl files, folders of them, or - for standard input.",
    ),
]
Source = Annotated[str | None, typer.Option(help="Publisher of articles that do not name one.")]
Published = Annotated[str | None, typer.Option(help="ISO 8601 date of articles that do not carry one.")]
Url = Annotated[str | None, typer.Option(help="Address of articles that do not carry one.")]
Limit = Annotated[float, typer.Option(help="Refuse an article above this size, in MB.", min=0.001)]
StorePath = Annotated[
    Path | None, typer.Option(help="The corpus store, an SQLite file.", show_default="in the user's data directory")
]
Resolver = Annotated[str, typer.Option(help="How a place is chosen: context or population.")]
Model = Annotated[str, typer.Option(help="An installed spaCy model, such as en_core_web_trf.")]


def limit_bytes(megabytes: float) -> int:
    """Turn the --limit option into bytes (1 MB = 1,000,000 bytes)."""
    return round(megabytes * 1_000_000)


Overlay = Annotated[
    Path | None, typer.Option("--gazetteer", help="Your own places, names and corrections, a CSV file.", exists=True)
]
