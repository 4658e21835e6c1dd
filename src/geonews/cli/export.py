"""``geonews export``: the stored corpus, or what passes the filters, as a file that other programs read."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from geonews.cli import options
from geonews.cli.corpus import existing_store
from geonews.cli.messages import say
from geonews.models import FigureKind, FigureStatus, PlaceKind, ToponymKind

if TYPE_CHECKING:
    from geonews.store import Store

Format = StrEnum("Format", ["csv", "claims", "geojson", "kml", "brief", "html"])
Kind = StrEnum("Kind", list(get_args(PlaceKind)))  # type: ignore[misc]  # the members are the model's
Counted = StrEnum("Counted", list(get_args(FigureKind)))  # type: ignore[misc]
Status = StrEnum("Status", list(get_args(FigureStatus)))  # type: ignore[misc]
Use = StrEnum("Use", list(get_args(ToponymKind)))  # type: ignore[misc]
_DAY = ["%Y-%m-%d"]
_NONE = "none"
_NOTHING = 3
_LONG = 10_000
"""Passages from which on progress is told."""


def export(
    *,
    format: Annotated[Format, typer.Option(help="What to write.")],  # noqa: A002 - the flag's name
    out: Annotated[Path, typer.Option(help="The file to write; one that is there is replaced.", metavar="FILE")],
    article: Annotated[list[str] | None, typer.Option(help="Only these articles, by key or id.")] = None,
    publisher: Annotated[list[str] | None, typer.Option(help='Only of this publisher; "none" is no publisher.')] = None,
    since: Annotated[
        datetime | None, typer.Option("--from", formats=_DAY, help="Only articles from this day on.")
    ] = None,
    until: Annotated[datetime | None, typer.Option("--to", formats=_DAY, help="Only articles up to this day.")] = None,
    undated: Annotated[
        bool | None,
        typer.Option(
            "--undated/--no-undated", help="Undated articles too.", show_default="unless --from or --to is given"
        ),
    ] = None,
    text: Annotated[
        str,
        typer.Option(
            help='Only articles with these words; "double quotes" keep words together, troop* is a beginning.'
        ),
    ] = "",
    place: Annotated[
        list[str] | None, typer.Option(help="Only this place, by name or id; a country's name is not its cities.")
    ] = None,
    kind: Annotated[list[Kind] | None, typer.Option(help="Only places of this kind.")] = None,
    country: Annotated[
        list[str] | None,
        typer.Option(help='Only places in this country (ISO 3166-1 alpha-2, or its name); "none" is no single one.'),
    ] = None,
    owner: Annotated[
        list[str] | None, typer.Option(help='Only with figures of this owner; "none" is nobody named.')
    ] = None,
    figure_kind: Annotated[list[Counted] | None, typer.Option(help="Only with figures of this kind.")] = None,
    status: Annotated[list[Status] | None, typer.Option(help="Only with figures of this status.")] = None,
    confidence: Annotated[float, typer.Option(help="Least probability of a mention.", min=0, max=1)] = 0.0,
    use: Annotated[
        list[Use] | None, typer.Option(help="Uses of a place name that count.", show_default="literal")
    ] = None,
    store: options.StorePath = None,
) -> None:
    """Write the corpus, or what passes all filters, as a table, a map layer, a brief or one page to mail."""
    from geonews.export.takeaway import write  # noqa: PLC0415 - keeps --help fast
    from geonews.store import Filter  # noqa: PLC0415

    if since and until and since > until:
        message = f"{since:%Y-%m-%d} is after {until:%Y-%m-%d}"
        raise typer.BadParameter(message, param_hint="--from")
    with existing_store(store) as corpus:
        wanted = Filter(
            articles=_articles(corpus, article or ()),
            sources=_known(publisher or (), [each.source for each in corpus.facets().sources]),
            since=since.date() if since else None,
            until=until.date() if until else None,
            undated=since is None and until is None if undated is None else undated,
            text=text,
            places=_places(corpus, place or ()),
            place_kinds=_values(kind),  # type: ignore[arg-type]  # the enumerations' values are the model's
            countries=tuple(map(_country, country or ())),
            confidence=confidence,
            uses=_values(use) or ("literal",),  # type: ignore[arg-type]
            figure_kinds=_values(figure_kind),  # type: ignore[arg-type]
            owners=_known(owner or (), [each.value for each in corpus.facets().owners]),
            statuses=_values(status),  # type: ignore[arg-type]
        )
        stated = write(format.value, corpus, wanted, out, progress=_tell)
    say(f"{out}: {stated.count}; filter: {stated.filter}")
    if not (stated.figures if format.value == "claims" else stated.mentions):
        say(_why_nothing(stated.stored))
        raise typer.Exit(_NOTHING)


def _articles(corpus: Store, names: Sequence[str]) -> tuple[str, ...]:
    """Return the keys of articles that are named by key or id; one that is not there is a wrong call."""
    if not names:
        return ()
    rows = corpus.articles()
    for name in names:
        if not any(name in {row.key, str(row.id)} for row in rows):
            message = f"{name}: no such article in the store; `geonews list` shows them"
            raise typer.BadParameter(message, param_hint="--article")
    return tuple(row.key for row in rows if {row.key, str(row.id)} & set(names))


def _places(corpus: Store, names: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of places that are named by name or id; one that no article names is a wrong call."""
    from geonews.gazetteer import fold  # noqa: PLC0415
    from geonews.store import Filter  # noqa: PLC0415

    if not names:
        return ()
    known = [row.place for row in corpus.places(Filter(uses=()))]
    found: dict[str, list[str]] = {
        name: [place.id for place in known if place.id == name or fold(place.name) == fold(name)] for name in names
    }
    for name, ids in found.items():
        if not ids:
            message = f"{name}: no stored article names such a place"
            raise typer.BadParameter(message, param_hint="--place")
    return tuple(dict.fromkeys(place for ids in found.values() for place in ids))


def _country(said: str) -> str | None:
    """Return the code of a country that is named by it or in English; one that there is not is a wrong call."""
    from geonews.export.words import country_code  # noqa: PLC0415

    if said.casefold() == _NONE:
        return None
    code = country_code(said)
    if code is None:
        message = f"{said}: no such country; its ISO 3166-1 alpha-2 code, such as UA, or its English name"
        raise typer.BadParameter(message, param_hint="--country")
    return code


def _known(names: Sequence[str], stored: Sequence[str | None]) -> tuple[str | None, ...]:
    """Return names as the store spells them; one that it does not know stays, and finds nothing."""
    known = {each.casefold(): each for each in stored if each is not None}
    nobody = {_NONE: None} if _NONE not in known else {}
    spelled: dict[str, str | None] = {**known, **nobody}
    return tuple(spelled.get(name.casefold(), name) for name in names)


def _values(chosen: Sequence[StrEnum] | None) -> tuple[str, ...]:
    return tuple(each.value for each in chosen or ())


def _tell(done: int, of: int) -> None:
    """Show how far a long export is, where somebody watches."""
    if sys.stderr.isatty() and of > _LONG:
        typer.echo(f"\r{done:,} of {of:,} passages", err=True, nl=done == of)


def _why_nothing(stored: int) -> str:
    if not stored:
        return "no articles are stored yet; `geonews add PATH...` adds some"
    return f"nothing passes these filters; the file says so. Without them there are {stored} articles"
