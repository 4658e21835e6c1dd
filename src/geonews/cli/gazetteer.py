"""``geonews gazetteer``: ask the bundled gazetteer."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Annotated

import typer

from geonews.cli import options
from geonews.cli.messages import printable, say
from geonews.models import Candidate, Place

app = typer.Typer(help="Ask the bundled gazetteer.", no_args_is_help=True)

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON array.")]


@app.command()
def lookup(
    name: Annotated[str, typer.Argument(help="A place name as a text writes it.")],
    *,
    as_json: AsJson = False,
    gazetteer: options.Overlay = None,
) -> None:
    """List the places that bear a name, likeliest first: kind, country, coordinates (WGS84 degrees), population."""
    from geonews.gazetteer import Gazetteer  # noqa: PLC0415 - keeps --help fast

    _answer(name, Gazetteer.open(gazetteer).lookup(name), as_json=as_json)


@app.command()
def search(
    beginning: Annotated[str, typer.Argument(help="The first letters of a place name.")],
    *,
    as_json: AsJson = False,
    gazetteer: options.Overlay = None,
) -> None:
    """List the best known places whose name begins with some letters; spelling mistakes are forgiven."""
    from geonews.gazetteer import Gazetteer  # noqa: PLC0415

    opened = Gazetteer.open(gazetteer)
    _answer(beginning, opened.search(beginning) or opened.fuzzy(beginning), as_json=as_json)


@app.command(context_settings={"ignore_unknown_options": True})
def near(
    lat: Annotated[float, typer.Argument(min=-90, max=90, help="WGS84 degrees north.")],
    lon: Annotated[float, typer.Argument(min=-180, max=180, help="WGS84 degrees east.")],
) -> None:
    """List the ten places nearest to a point with their distance in km."""
    from geonews.gazetteer import Gazetteer  # noqa: PLC0415

    for place, kilometres in Gazetteer.open().nearest(lat, lon, limit=10):
        typer.echo(_line(place, f"{kilometres:.1f} km"))


@app.command()
def info() -> None:
    """Say what the gazetteer holds: counts, sources with licences, date and checksums."""
    from geonews.gazetteer import checks  # noqa: PLC0415

    held = checks.info()
    typer.echo(f"{held.places} places, {held.names} names, {held.packed_bytes / 1e6:.1f} MB, built {held.built}")
    for title, counts in (("kinds", held.kinds), ("countries", held.countries)):
        typer.echo(f"\n{title}")
        _counts(counts)
    typer.echo("\nsources")
    for source in held.sources:
        typer.echo(f"{source.name} {source.version}\t{source.places}\t{source.licence}\t{source.attribution}")
    typer.echo("\nchecksums (SHA-256 of the uncompressed tables)")
    for table, digest in held.checksums.items():
        typer.echo(f"{digest}  {table}")


@app.command()
def check() -> None:
    """Check what the gazetteer promises: ids, names, coordinates within countries, parents. Takes about a minute."""
    from geonews.gazetteer import checks  # noqa: PLC0415
    from geonews.gazetteer.prepare import prepared  # noqa: PLC0415

    problems = 0
    for problem in checks.check(prepared(), checks.exceptions()):
        problems += 1
        typer.echo(f"{problem.place}\t{printable(problem.what)}")
    say(f"{problems} problems")
    raise typer.Exit(1 if problems else 0)


def _answer(asked: str, found: Sequence[Candidate], *, as_json: bool) -> None:
    if as_json:
        rows = [{**asdict(candidate.place), "form": candidate.form} for candidate in found]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for candidate in found:
            typer.echo(_line(candidate.place, candidate.form))
    if not found:
        say(f"{asked}: no place of this name in the gazetteer")
        raise typer.Exit(1)


def _line(place: Place, note: str) -> str:
    cells = (
        place.name,
        place.kind,
        place.country or "-",
        place.admin1 or "-",
        f"{place.lat:.4f}",
        f"{place.lon:.4f}",
        "-" if place.population is None else str(place.population),
        place.id,
        note,
    )
    return "\t".join(printable(cell) for cell in cells)


def _counts(counts: Mapping[str, int]) -> None:
    for name, count in sorted(counts.items(), key=lambda pair: -pair[1]):
        typer.echo(f"{name or '-'}\t{count}")
