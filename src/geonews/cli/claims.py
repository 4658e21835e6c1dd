"""``geonews claims``: the figures of the stored corpus as claims, with their sources."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from geonews.cli import options
from geonews.cli.corpus import existing_store
from geonews.cli.messages import say
from geonews.models import FigureKind

if TYPE_CHECKING:
    from geonews.store import Filter, Statement, Store

Format = StrEnum("Format", ["table", "csv", "json"])
Kind = StrEnum("Kind", list(get_args(FigureKind)))  # type: ignore[misc]  # the members are the model's
_DAY = ["%Y-%m-%d"]


def claims(
    *,
    place: Annotated[
        list[str] | None, typer.Option(help="Only about this place, by name or id; a country stands for all in it.")
    ] = None,
    owner: Annotated[list[str] | None, typer.Option(help="Only of this owner, such as Russia or NATO.")] = None,
    kind: Annotated[list[Kind] | None, typer.Option(help="Only figures of this kind.")] = None,
    since: Annotated[datetime | None, typer.Option(formats=_DAY, help="Only in articles from this day on.")] = None,
    until: Annotated[datetime | None, typer.Option(formats=_DAY, help="Only in articles up to this day.")] = None,
    format: Annotated[Format, typer.Option(help="How to write the claims.")] = Format.table,  # noqa: A002 - the flag's name
    store: options.StorePath = None,
) -> None:
    """List who says how many, where: each claim with its sources, then claims side by side; nothing is summed."""
    from geonews.claims import group  # noqa: PLC0415 - keeps --help fast
    from geonews.cli.claimtable import lines  # noqa: PLC0415
    from geonews.export.claims import FORMATS  # noqa: PLC0415
    from geonews.export.denials import denials  # noqa: PLC0415
    from geonews.store import Filter  # noqa: PLC0415

    with existing_store(store) as corpus:
        wanted = Filter(
            since=since.date() if since else None,
            until=until.date() if until else None,
            undated=since is None and until is None,
            figure_kinds=tuple(each.value for each in kind or ()),  # type: ignore[misc]  # the enumeration's values are
            owners=_owners(corpus, owner or ()),
        )
        found = group(_statements(corpus, wanted, place))
        against = denials(corpus, found)
        for piece in (lines if format is Format.table else FORMATS[format.value])(found, against):
            sys.stdout.write(piece)
        if not found:
            say(_why_nothing(corpus))


def _owners(corpus: Store, names: Sequence[str]) -> tuple[str, ...]:
    """Return the owners as the store spells them; a name that it does not know stays, and finds nothing."""
    known = {each.value.casefold(): each.value for each in corpus.facets().owners if each.value}
    return tuple(known.get(name.casefold(), name) for name in names)


def _statements(corpus: Store, wanted: Filter, names: Sequence[str] | None) -> list[Statement]:
    if names is None:
        keys = [corpus.statement_keys(wanted)]
    else:
        keys = [corpus.statement_keys(wanted, place) for name in names for place in _places(corpus, name)]
    return corpus.statements({handle for each in keys for handle in each.handles.tolist()})


def _places(corpus: Store, name: str) -> set[str]:
    """Return the ids of the places that a name or an id stands for; a country stands for all places in it."""
    from geonews.gazetteer import fold  # noqa: PLC0415

    places = [row.place for row in corpus.places()]
    named = [place for place in places if place.id == name or fold(place.name) == fold(name)]
    countries = {place.country for place in named if place.kind in {"country", "territory"} and place.country}
    return {place.id for place in [*named, *(each for each in places if each.country in countries)]}


def _why_nothing(corpus: Store) -> str:
    stored = corpus.summary()
    if not stored.articles:
        return f"{corpus.path}: no articles are stored yet; `geonews add PATH...` adds some"
    if not stored.figures:
        return f"{corpus.path}: the {stored.articles} stored articles hold no figures"
    return f"no claim passes these filters; without them there are {stored.figures} figures"
