"""``geonews evaluate``: how well annotated corpora are read."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geonews.cli import options
from geonews.cli.batch import counted
from geonews.settings import DEFAULT_MODEL

if TYPE_CHECKING:
    from geonews.evaluation import Report
    from geonews.evaluation.figures import FigureReport
    from geonews.gazetteer import Gazetteer
    from geonews.pipeline import Geoparser

Task = StrEnum("Task", ["places", "figures"])


def evaluate(
    corpora: Annotated[list[Path], typer.Argument(metavar="CORPUS...", help="Annotated corpora, JSON Lines.")],
    *,
    task: Annotated[Task, typer.Option(help="What the corpora annotate.")] = Task.places,
    resolver: options.Resolvers = None,
    errors: Annotated[int, typer.Option(help="List so many of the worst errors of each sort.", min=0)] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, for machines.")] = False,
    model: options.Model = DEFAULT_MODEL,
    gazetteer: options.Overlay = None,
    home: options.Home = None,
    fast: options.Fast = False,
) -> None:
    """Compare the parse of annotated corpora with the annotation: place names and places, or figures and links."""
    from geonews.cli import scoreboard  # noqa: PLC0415 - keeps --help fast
    from geonews.evaluation import plain  # noqa: PLC0415
    from geonews.gazetteer import Gazetteer  # noqa: PLC0415
    from geonews.pipeline import Geoparser  # noqa: PLC0415

    known = Gazetteer.open(gazetteer)
    parsers = {
        name: Geoparser(model=model, resolver=name, gazetteer=known, home=home, fast=fast) for name in resolver or ()
    }
    found: dict[str, object] = {}
    for path in corpora:
        if task is Task.figures:
            figures = {name: _figures(path, name, parser) for name, parser in parsers.items()}
            found[str(path)] = figures
            shown = scoreboard.figures(path.stem, figures, errors)
        else:
            places = {name: _places(path, name, parser, known, errors) for name, parser in parsers.items()}
            found[str(path)] = places
            shown = scoreboard.places(path.stem, places)
        if not as_json:
            scoreboard.show(shown)
    if as_json:
        typer.echo(json.dumps(plain(found), indent=1, ensure_ascii=False))


def _places(path: Path, resolver: str, parser: Geoparser, gazetteer: Gazetteer, errors: int) -> Report:
    from geonews.evaluation import annotated, report  # noqa: PLC0415
    from geonews.measuring import read  # noqa: PLC0415

    documents = list(annotated(path))
    reads = counted(read(documents, parser, gazetteer), f"{path.stem}, {resolver}:", len(documents))
    return report(list(reads), gazetteer, errors=errors)


def _figures(path: Path, resolver: str, parser: Geoparser) -> dict[str, FigureReport]:
    """Return the report of the whole corpus and, where it has parts, of each."""
    from geonews.evaluation import figures  # noqa: PLC0415

    texts = list(figures.counted(path))
    parses = counted(parser.pipe(one.article for one in texts), f"{path.stem}, {resolver}:", len(texts))
    read = [figures.matched(*pair) for pair in zip(texts, parses, strict=True)]
    parts = {one.truth.part: [other for other in read if other.truth.part == one.truth.part] for one in read}
    return {
        "all": figures.figure_report(read),
        **{part: figures.figure_report(documents) for part, documents in sorted(parts.items()) if part},
    }
