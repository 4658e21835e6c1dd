"""The address of the page <-> what it shows. The only place that knows how a view is written into a URL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from geonews.store import EVERYTHING, Filter

Params = Mapping[str, list[str]]
"""Query parameters by name, each with all its values."""
NOBODY = "~"
"""Stands for "no publisher"; a publisher's name that begins with it gets one more."""


@dataclass(frozen=True, slots=True)
class View:
    """All that a link to the page must carry."""

    filter: Filter = field(default=EVERYTHING)
    place: str | None = None
    """Id of the selected place."""


def to_params(view: View) -> dict[str, list[str]]:
    """Return the query parameters of a view; the plain page has none."""
    wanted = view.filter
    params = {
        "place": [view.place] if view.place else [],
        "q": [wanted.text] if wanted.text else [],
        "publisher": [_written(source) for source in wanted.sources],
        "article": list(wanted.articles),
        "from": [wanted.since.isoformat()] if wanted.since else [],
        "to": [wanted.until.isoformat()] if wanted.until else [],
        "undated": [] if wanted.undated else ["no"],
    }
    return {name: values for name, values in params.items() if values}


def from_params(params: Params) -> View:
    """Return the view of query parameters; what cannot be understood is left out, so that no link is an error."""
    wanted = Filter(
        articles=tuple(dict.fromkeys(filter(None, params.get("article", ())))),
        sources=tuple(dict.fromkeys(_read(name) for name in params.get("publisher", ()) if name)),
        since=_day(params.get("from")),
        until=_day(params.get("to")),
        undated=params.get("undated") != ["no"],
        text=_last(params.get("q")),
    )
    return View(wanted, _last(params.get("place")) or None)


def _written(source: str | None) -> str:
    if source is None:
        return NOBODY
    return NOBODY + source if source.startswith(NOBODY) else source


def _read(name: str) -> str | None:
    if name == NOBODY:
        return None
    return name.removeprefix(NOBODY)


def _last(values: list[str] | None) -> str:
    return values[-1] if values else ""


def _day(values: list[str] | None) -> date | None:
    try:
        return date.fromisoformat(_last(values))
    except ValueError:
        return None
