"""``geonews evaluate``: how well annotated corpora are read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geonews.cli import options
from geonews.cli.messages import say
from geonews.settings import DEFAULT_MODEL

if TYPE_CHECKING:
    from geonews import evaluation
    from geonews.models import ParsedArticle
    from geonews.pipeline import Geoparser


def evaluate(
    corpora: Annotated[list[Path], typer.Argument(metavar="CORPUS...", help="Annotated corpora, JSON Lines.")],
    *,
    resolver: options.Resolver = "context",
    model: options.Model = DEFAULT_MODEL,
) -> None:
    """Compare the parse of annotated corpora with the annotation: names found, and right places end to end."""
    from geonews import evaluation  # noqa: PLC0415 - keeps --help fast
    from geonews.pipeline import Geoparser  # noqa: PLC0415

    missing = [path for path in corpora if not path.is_file()]
    for path in missing:
        say(f"{path}: no such file")
    if missing:
        raise typer.Exit(1)
    parser = Geoparser(model=model, resolver=resolver)
    typer.echo("corpus\tP\tR\tF1\tright place within 161 km, of all annotated")
    for path in corpora:
        report = evaluation.evaluate(_pairs(evaluation.annotated(path), parser))
        names, whole = report.recognition, report.end_to_end
        typer.echo(f"{path.stem}\t{names.precision:.3f}\t{names.recall:.3f}\t{names.f1:.3f}\t{whole.recall:.3f}")


def _pairs(
    documents: Iterator[evaluation.Annotated], parser: Geoparser
) -> Iterator[tuple[evaluation.Annotated, ParsedArticle]]:
    for document in documents:
        yield document, parser(document.article)
