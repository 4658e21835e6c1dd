"""Arguments and options that several commands share, spelled once."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from geonews.errors import UnknownOptionError


def _checked_date(value: str | None) -> str | None:
    if value is not None:
        try:
            datetime.fromisoformat(value)
        except ValueError as error:
            message = f"{value!r} is no ISO 8601 date, such as 2022-02-07 or 2022-02-07T10:30:00+01:00"
            raise typer.BadParameter(message) from error
    return value


def _checked_address(value: str | None) -> str | None:
    if value is not None and not value.startswith(("http://", "https://")):
        message = f"{value!r} does not begin with http:// or https://"
        raise typer.BadParameter(message)
    return value


def _checked_resolver(value: str) -> str:
    from geonews.linking.resolvers import resolver  # noqa: PLC0415 - not needed by --help

    try:
        resolver(value)
    except UnknownOptionError as error:
        raise typer.BadParameter(str(error)) from error
    return value


def _checked_resolvers(values: list[str] | None) -> list[str]:
    return [_checked_resolver(value) for value in values or ["context"]]


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Articles: .txt, .md, .html, .jsonl files, folders of them, addresses (http, https) of pages and feeds, "
        "or - for standard input.",
    ),
]
Source = Annotated[str | None, typer.Option(help="Publisher of articles that do not name one.")]
Published = Annotated[
    str | None, typer.Option(help="ISO 8601 date of articles that do not carry one.", callback=_checked_date)
]
Url = Annotated[
    str | None, typer.Option(help="Address (http, https) of articles that carry none.", callback=_checked_address)
]
Limit = Annotated[float, typer.Option(help="Refuse an article above this size, in MB.", min=0.001)]
StorePath = Annotated[
    Path | None, typer.Option(help="The corpus store, an SQLite file.", show_default="in the user's data directory")
]
Resolver = Annotated[str, typer.Option(help="How a place is chosen: context, population.", callback=_checked_resolver)]
Resolvers = Annotated[
    list[str] | None,
    typer.Option(
        "--resolver",
        help="How a place is chosen: context, population; several are compared.",
        callback=_checked_resolvers,
        show_default="context",
    ),
]
Home = Annotated[
    str | None,
    typer.Option(help='Where the outlet is at home ("Rochester, Minnesota"): decides where an article leaves it open.'),
]
Model = Annotated[str, typer.Option(help="An installed spaCy model, such as en_core_web_trf.")]

Figures = Annotated[
    bool, typer.Option("--figures/--no-figures", help="Read figures of force, or places alone (faster).")
]
Fast = Annotated[
    bool, typer.Option("--fast", help="Use no language model: several times as fast, less sure names, no figures.")
]
Jobs = Annotated[int, typer.Option(help="Processes that parse side by side; 0 is one a core.", min=0)]


def limit_bytes(megabytes: float) -> int:
    """Turn the --limit option into bytes (1 MB = 1,000,000 bytes)."""
    return round(megabytes * 1_000_000)


Overlay = Annotated[
    Path | None,
    typer.Option(
        "--gazetteer", help="Your own places, names and corrections, a CSV file.", exists=True, dir_okay=False
    ),
]
