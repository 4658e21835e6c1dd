"""The filter in words, for the page and all that is taken away from it. Plain text, to be escaped where it is shown."""

from __future__ import annotations

from datetime import date
from typing import get_args

from geonews.export.words import (
    NOBODY_NAMED,
    STATUSES,
    USES,
    clipped,
    counted,
    country,
    day,
    days,
    kind_name,
    publisher,
)
from geonews.models import FigureKind
from geonews.store import EVERYTHING, Facets, Filter

ONLY_UNDATED = (date.max, date.min)
"""First and last day of a filter that lets only the undated through: no day is in a span that ends before it began."""
_FIGURES: dict[FigureKind, str] = {
    "troops": "troop",
    "units": "unit",
    "ships": "ship",
    "vehicles": "vehicle",
    "weapons": "weapon",
    "strikes": "strike",
    "casualties": "casualty",
    "displaced": "displacement",
}
"""What stands before "figures", where the kind does not."""


def stated(wanted: Filter, titles: dict[str, str], facets: Facets) -> str:
    """Return the whole filter in one line, with what it leaves out though nobody chose so; "everything" for nothing.

    That is the uses of names: only names that stand for the place itself count, unless others are asked for.
    ``facets`` are those of the filter; ``titles`` as in ``conditions``.
    """
    found = [text for text, name in conditions(wanted, titles) if name != "use"]
    every = sum(row.mentions for row in facets.uses)
    used = _uses(wanted)
    if wanted.uses and facets.mentions != every:
        used = f"{used} ({facets.mentions:,} of {counted(every, 'mention')})"
    if wanted.uses != EVERYTHING.uses or facets.mentions != every:
        found.append(used)
    return "; ".join(found) or "everything"


def conditions(wanted: Filter, titles: dict[str, str]) -> list[tuple[str, str]]:
    """Return each condition of the filter in words, with the query parameters that hold it (divided by blanks).

    ``titles`` are those of filtered articles by key, and the names of filtered places by id.
    """
    found = [
        (_dates(wanted), "from to undated"),
        (_searched(wanted.text), "q"),
        (_named("by", [publisher(source) for source in wanted.sources]), "publisher"),
        (_named("naming", [clipped(titles.get(place, place), 40) for place in wanted.places]), "only"),
        (_named("naming", [_one(kind_name(kind)) for kind in wanted.place_kinds]), "kind"),
        (_named("in", [country(code) for code in wanted.countries]), "country"),
        (_figures(wanted), "figure"),
        (_named("of", [NOBODY_NAMED if owner is None else clipped(owner, 40) for owner in wanted.owners]), "owner"),
        (_named("figures that are", [STATUSES[status] for status in wanted.statuses]), "status"),
        (f"at least {wanted.confidence:.0%} sure" if wanted.confidence else "", "sure"),
        ("" if wanted.uses == EVERYTHING.uses else _uses(wanted), "use"),
        (_named("only", [f"“{clipped(titles.get(key, key), 70)}”" for key in wanted.articles]), "article at"),
    ]
    return [condition for condition in found if condition[0]]


def _searched(text: str) -> str:
    """Return what is searched; a phrase has quotation marks of its own."""
    shown = clipped(text, 60)
    if '"' not in text:
        shown = f"“{shown}”"
    return f"with {shown}" if text else ""


def _dates(wanted: Filter) -> str:
    if (wanted.since, wanted.until) == ONLY_UNDATED:
        return "only undated"
    undated = "" if wanted.undated else "without the undated"
    if wanted.since and wanted.until:
        dated = days(wanted.since, wanted.until)
        if wanted.since > wanted.until:
            dated = f"on no day ({day(wanted.since)} is after {day(wanted.until)})"
    elif wanted.since:
        dated = f"since {day(wanted.since)}"
    elif wanted.until:
        dated = f"until {day(wanted.until)}"
    else:
        return undated
    return dated if undated else f"{dated}, and undated"


def _figures(wanted: Filter) -> str:
    if len(wanted.figure_kinds) == len(get_args(FigureKind)):
        return "with figures"
    *others, last = [_FIGURES.get(kind, kind) for kind in wanted.figure_kinds] or [""]
    kinds = f"{', '.join(others)} and {last}" if others else last
    return f"with {kinds} figures" if kinds else ""


def _uses(wanted: Filter) -> str:
    """Return "names used for the place itself, or for its government, people or team"; "its" is always a place's."""
    if not wanted.uses:
        return "names in any use"
    names = "names" if wanted.uses[0] == "literal" else "names of a place"
    return f"{names} used for {', or for '.join(USES[use] for use in wanted.uses)}"


def _one(kind: str) -> str:
    """Return "a city" or "an island"."""
    return f"{'an' if kind[0] in 'aeio' else 'a'} {kind}"


def _named(how: str, names: list[str]) -> str:
    """Return "by A, B and 3 more"."""
    listed = ", ".join(names[:3])
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""  # noqa: PLR2004 - three are named
    return f"{how} {listed}{more}" if names else ""
