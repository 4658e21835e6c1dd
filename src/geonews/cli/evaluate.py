"""``geonews evaluate``: how well annotated corpora are read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geonews.cli import options
from geonews.cli.batch import counted
from geonews.cli.messages import end_with_reader
from geonews.settings import DEFAULT_MODEL

if TYPE_CHECKING:
    from geonews.evaluation import Report
    from geonews.gazetteer import Gazetteer
    from geonews.pipeline import Geoparser


def evaluate(
    corpora: Annotated[list[Path], typer.Argument(metavar="CORPUS...", help="Annotated corpora, JSON Lines.")],
    *,
    resolver: options.Resolvers = None,
    errors: Annotated[int, typer.Option(help="List so many of the worst errors of each sort.", min=0)] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, for machines.")] = False,
    model: options.Model = DEFAULT_MODEL,
    gazetteer: options.Overlay = None,
) -> None:
    """Compare the parse of annotated corpora with the annotation."""
    from geonews.cli.scoreboard import show  # noqa: PLC0415 - keeps --help fast
    from geonews.evaluation import plain  # noqa: PLC0415
    from geonews.gazetteer import Gazetteer  # noqa: PLC0415
    from geonews.pipeline import Geoparser  # noqa: PLC0415

    end_with_reader()
    places = Gazetteer.open(gazetteer)
    parsers = {name: Geoparser(model=model, resolver=name, gazetteer=places) for name in resolver or ()}
    found: dict[str, dict[str, Report]] = {}
    for path in corpora:
        found[str(path)] = {name: _measured(path, name, parser, places, errors) for name, parser in parsers.items()}
        if not as_json:
            show(path.stem, found[str(path)])
    if as_json:
        typer.echo(json.dumps(plain(found), indent=1, ensure_ascii=False))


def _measured(path: Path, resolver: str, parser: Geoparser, gazetteer: Gazetteer, errors: int) -> Report:
    from geonews.evaluation import annotated, report  # noqa: PLC0415
    from geonews.measuring import read  # noqa: PLC0415

    documents = list(annotated(path))
    reads = counted(read(documents, parser, gazetteer), f"{path.stem}, {resolver}:", len(documents))
    return report(list(reads), gazetteer, errors=errors)
