"""``geonews gazetteer``: ask the bundled gazetteer."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from geonews.cli.messages import printable, say
from geonews.models import Candidate

app = typer.Typer(help="Ask the bundled gazetteer.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """Ask the bundled gazetteer."""


@app.command()
def lookup(
    name: Annotated[str, typer.Argument(help="A place name as a text writes it.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON array.")] = False,
) -> None:
    """List the places that bear a name, likeliest first: kind, country, coordinates (WGS84 degrees), population."""
    from geonews.gazetteer import Gazetteer  # noqa: PLC0415 - keeps --help fast

    found = Gazetteer.open().lookup(name)
    if as_json:
        typer.echo(json.dumps([_row(candidate) for candidate in found], ensure_ascii=False, indent=1))
    else:
        for candidate in found:
            typer.echo(_line(candidate))
    if not found:
        say(f"{name}: no place of this name in the gazetteer")
        raise typer.Exit(1)


def _row(candidate: Candidate) -> dict[str, object]:
    return {**asdict(candidate.place), "form": candidate.form}


def _line(candidate: Candidate) -> str:
    place = candidate.place
    cells = (
        place.name,
        place.kind,
        place.country or "-",
        place.admin1 or "-",
        f"{place.lat:.4f}",
        f"{place.lon:.4f}",
        "-" if place.population is None else str(place.population),
        place.id,
        candidate.form,
    )
    return "\t".join(printable(cell) for cell in cells)
