"""The address of the page <-> what it shows. The only place that knows how a view is written into a URL."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any, Literal, get_args
from urllib.parse import parse_qs, urlencode

from geonews.dashboard.colours import Colour, Counts, Size
from geonews.export import conditions
from geonews.models import FigureKind, FigureStatus, PlaceKind, ToponymKind
from geonews.store import EVERYTHING, Filter, Order

Params = Mapping[str, list[str]]
"""Query parameters by name, each with all its values."""
NOBODY = "~"
"""Stands for "none" where a name is expected ("no publisher"); a name that begins with it gets one more."""

LISTS: dict[str, str] = {
    "article": "articles",
    "publisher": "sources",
    "only": "places",
    "kind": "place_kinds",
    "country": "countries",
    "figure": "figure_kinds",
    "owner": "owners",
    "status": "statuses",
    "use": "uses",
}
"""Query parameters that may be repeated, and the field of the filter that each of them fills."""
_IDS = frozenset({"article", "only"})
"""Those whose values are ids, none of which stands for "none"."""
Shown = Literal["shown", "hidden"]
Holding = Literal["any", "figures"]
Tab = Literal["places", "claims", "articles", "missing", "hand"]
"""Which table is open: of places, claims, articles, what is not on the map, what was put right by hand."""
ONLY_UNDATED = conditions.ONLY_UNDATED
"""First and last day of a filter that lets only the undated through: no day is in a span that ends before it began."""
_ALLOWED: dict[str, frozenset[str]] = {
    "kind": frozenset(get_args(PlaceKind)),
    "figure": frozenset(get_args(FigureKind)),
    "status": frozenset(get_args(FigureStatus)),
    "use": frozenset(get_args(ToponymKind)),
}


@dataclass(frozen=True, slots=True)
class View:
    """All that a link to the page must carry."""

    filter: Filter = field(default=EVERYTHING)
    place: str | None = None
    """Id of the selected place."""
    at: int | None = None
    """Offset of the passage to show in the filter's only article."""
    size: Size = "once"
    """What makes a pin large."""
    colour: Colour = "kind"
    """What a pin's colour says."""
    counts: Counts = "off"
    """How figures are shown on the map."""
    claim: str = ""
    """The selected claim: ``KEY@OFFSET@QUOTE`` of its first source."""
    order: Order = "newest"
    """Of passages."""
    page: int = 1
    """Which page of passages."""
    moves: Shown = "shown"
    """Whether movements are drawn."""
    copies: str = ""
    """``KEY@OFFSET`` of the passage whose copies in other articles are listed."""
    tab: Tab = "places"
    """The open table."""
    beside: str = ""
    """Id of another place that the passages of the selected one must name as well."""
    holding: Holding = "any"
    """What the passages of the selected place must hold."""
    near: str = ""
    """Id of the place that the map shows from near, or the days ``FIRST/LAST`` that it is fitted to; it stays so when
    others are chosen."""
    back: str = ""
    """The query of the view that the filter's articles were opened from; empty for all articles."""


def to_params(view: View) -> dict[str, list[str]]:
    """Return the query parameters of a view; the plain page has none."""
    wanted = view.filter
    params = {
        "place": [view.place] if view.place else [],
        "q": [wanted.text] if wanted.text else [],
    }
    params |= _days(wanted)
    params["sure"] = [f"{wanted.confidence:.0%}".rstrip("%")] if wanted.confidence else []
    params |= {
        name: [value if name in _IDS else written(value) for value in getattr(wanted, to)]
        for name, to in LISTS.items()
        if getattr(wanted, to) != getattr(EVERYTHING, to)
    }
    params |= {name: [str(getattr(view, name))] for name in _PLAIN if getattr(view, name) != _DEFAULTS[name]}
    return {name: values for name, values in params.items() if values}


def query(view: View) -> str:
    """Return the view as the query of an address, without its question mark."""
    return urlencode(to_params(view), doseq=True)


def days(view: View) -> str:
    """Return the days that are shown, ``FIRST/LAST``; "" for all days, and for the undated alone."""
    first, last = ("".join(to_params(view).get(name, [])) for name in ("from", "to"))
    return f"{first}/{last}" if first or last else ""


def from_params(params: Params) -> View:
    """Return the view of query parameters; what cannot be understood is left out, so that no link is an error."""
    only = params.get("undated") == ["only"]
    since, until = ONLY_UNDATED if only else (_day(params.get("from")), _day(params.get("to")))
    lists: dict[str, Any] = {to: _listed(name, params.get(name, [])) for name, to in LISTS.items()}
    wanted = Filter(
        since=since,
        until=until,
        undated=params.get("undated") != ["no"],
        text=_last(params.get("q")),
        confidence=_percent(_last(params.get("sure"))),
        **lists,
    )
    plain: dict[str, Any] = {name: read(_last(params.get(name)), _DEFAULTS[name]) for name, read in _PLAIN.items()}
    return View(wanted, _last(params.get("place")) or None, **plain)


def before(view: View) -> View:
    """Return the view that the articles of this one were opened from: what is chosen of map and tables goes along."""
    if not view.back:
        return replace(view, filter=replace(view.filter, articles=()), at=None, page=1, copies="")
    kept = {name: getattr(view, name) for name in ("size", "colour", "counts", "moves", "tab")}
    return replace(opened_from(view), **kept)


def opened_from(view: View) -> View:
    """Return the view that ``back`` tells, as it was; its own way back goes along."""
    return from_params(parse_qs(view.back))


def written(value: str | None) -> str:
    """Return a name as the address has it; ``None`` has a sign of its own."""
    if value is None:
        return NOBODY
    return NOBODY + value if value.startswith(NOBODY) else value


def read(name: str) -> str | None:
    """Return what ``written`` wrote."""
    return None if name == NOBODY else name.removeprefix(NOBODY)


def _days(wanted: Filter) -> dict[str, list[str]]:
    if (wanted.since, wanted.until, wanted.undated) == (*ONLY_UNDATED, True):
        return {"undated": ["only"]}
    return {
        "from": [wanted.since.isoformat()] if wanted.since else [],
        "to": [wanted.until.isoformat()] if wanted.until else [],
        "undated": [] if wanted.undated else ["no"],
    }


def _listed(name: str, values: list[str]) -> tuple[str | None, ...]:
    allowed = _ALLOWED.get(name)
    kept = [read(value) for value in values if value and (allowed is None or value in allowed)]
    if name in _IDS:
        kept = [value for value in values if value]
    return tuple(dict.fromkeys(kept)) or getattr(EVERYTHING, LISTS[name])


def _percent(text: str) -> float:
    return int(text) / 100 if text in {str(percent) for percent in range(1, 101)} else 0.0


def _last(values: list[str] | None) -> str:
    return values[-1] if values else ""


def _day(values: list[str] | None) -> date | None:
    try:
        return date.fromisoformat(_last(values))
    except ValueError:
        return None


def _one_of(choices: object) -> Callable[[str, Any], Any]:
    allowed = get_args(choices)
    return lambda text, default: text if text in allowed else default


def _whole(least: int) -> Callable[[str, Any], Any]:
    def read_number(text: str, default: int | None) -> int | None:
        plain = text.isascii() and text.isdigit() and len(text) < 10  # noqa: PLR2004 - no text is that long
        return int(text) if plain and int(text) >= least else default

    return read_number


_PLAIN: dict[str, Callable[[str, Any], Any]] = {
    "at": _whole(0),
    "size": _one_of(Size),
    "colour": _one_of(Colour),
    "counts": _one_of(Counts),
    "order": _one_of(Order),
    "page": _whole(1),
    "moves": _one_of(Shown),
    "tab": _one_of(Tab),
    "holding": _one_of(Holding),
    "claim": lambda text, _default: text,
    "copies": lambda text, _default: text,
    "near": lambda text, _default: text,
    "beside": lambda text, _default: text,
    "back": lambda text, _default: text,
}
"""Query parameters that stand for a field of the view, and how each is read."""
_DEFAULTS: dict[str, Any] = {each.name: each.default for each in fields(View)}
