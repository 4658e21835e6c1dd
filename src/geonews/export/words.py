"""The filter, dates, publishers and kinds in words, for the page and all that is taken away from it.

Plain text, to be escaped where it is shown.
"""

from __future__ import annotations

import functools
import unicodedata
from datetime import date, datetime
from typing import get_args
from urllib.parse import urlsplit

from geonews.models import FigureKind, FigureStatus, Place, PlaceKind
from geonews.store import EVERYTHING, Filter
from geonews.tables import rows

NO_PUBLISHER = "no publisher"
NO_COUNTRY = "no single country"
NOBODY_NAMED = "nobody named"
UNTITLED = "untitled"
UNDATED = "undated"
ONLY_UNDATED = (date.max, date.min)
"""First and last day of a filter that lets only the undated through: no day is in a span that ends before it began."""
_LONGEST = 120


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return "1 article", "1,204 articles"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def day(when: date | None) -> str:
    """Return "8 Feb 2022" or "undated"."""
    return UNDATED if when is None else f"{when.day} {when:%b %Y}"


def moment(published: str | None, when: date | None) -> str:
    """Return a day and, where the article states one, the time with its zone: "8 Feb 2022, 10:30 UTC+02:00"."""
    try:
        stated = datetime.fromisoformat(published or "")
    except ValueError:
        return day(when)
    if stated.tzinfo is None:
        return day(when)
    return f"{day(stated.date())}, {stated:%H:%M} {stated.tzname()}"


def days(first: date, last: date) -> str:
    """Return "8 Feb 2022" or "8 Feb 2022 to 9 Feb 2022"."""
    return day(first) if first == last else f"{day(first)} to {day(last)}"


def clipped(text: str, longest: int = _LONGEST) -> str:
    """Return the text on one line and at most so long; a hostile title has no room to take over the page."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def headline(title: str | None, identity: object) -> str:
    """Return an article's title, or its id where it has none that can be seen."""
    return clipped(title) if title and _is_seen(title) else f"{UNTITLED} ({clipped(str(identity), 60)})"


def _is_seen(text: str) -> bool:
    """Tell whether anything of a text is drawn: not where it is all spaces, controls and joiners."""
    return any(unicodedata.category(each)[0] not in "CZ" for each in text)


def publisher(source: str | None) -> str:
    """Return the publisher's name, or that there is none."""
    return NO_PUBLISHER if source is None else clipped(source, 60)


def kind_of(place: Place) -> str:
    """Return what and where a place is: "city, Kyiv City, Ukraine", "sea"."""
    inside = place.admin1 if place.admin1 != place.name else None
    where = country(place.country) if place.country and place.kind not in {"country", "territory"} else None
    return ", ".join(part for part in (kind_name(place.kind), inside, where) if part)


def country(code: str | None) -> str:
    """Return a country's English name by its ISO 3166-1 alpha-2 code; the code itself where it is unknown."""
    return NO_COUNTRY if code is None else _countries().get(code, code)


@functools.cache
def _countries() -> dict[str, str]:
    return {row["iso"]: row["name"] for row in rows("geonews.export", "countries")}


def kind_name(kind: PlaceKind) -> str:
    """Return a kind of place in a reader's words."""
    return _KINDS.get(kind, kind)


def web_address(url: str | None) -> str | None:
    """Return the address if a browser may be sent there: http or https, nothing that runs."""
    if url is None:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in {"http", "https"} and parts.netloc else None


def conditions(wanted: Filter, titles: dict[str, str]) -> list[tuple[str, str]]:
    """Return each condition of the filter in words, with the query parameters that hold it (divided by blanks).

    ``titles`` are those of filtered articles by key, and the names of filtered places by id.
    """
    found = [
        (_dates(wanted), "from to undated"),
        (_searched(wanted.text), "q"),
        (_named("by", [publisher(source) for source in wanted.sources]), "publisher"),
        (_named("naming", [clipped(titles.get(place, place), 40) for place in wanted.places]), "only"),
        (_named("naming a", [kind_name(kind) for kind in wanted.place_kinds]), "kind"),
        (_named("in", [country(code) for code in wanted.countries]), "country"),
        (_figures(wanted), "figure"),
        (_named("of", [NOBODY_NAMED if owner is None else clipped(owner, 40) for owner in wanted.owners]), "owner"),
        (_named("that", [STATUSES[status] for status in wanted.statuses]), "status"),
        (f"at least {wanted.confidence:.0%} sure" if wanted.confidence else "", "sure"),
        ("" if wanted.uses == EVERYTHING.uses else "names used for more than the place", "use"),
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
    kinds = _named("with", [kind.replace("_", " ") for kind in wanted.figure_kinds])
    return f"{kinds} figures" if kinds else ""


def _named(how: str, names: list[str]) -> str:
    """Return "by A, B and 3 more"."""
    listed = ", ".join(names[:3])
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""  # noqa: PLR2004 - three are named
    return f"{how} {listed}{more}" if names else ""


STATUSES: dict[FigureStatus, str] = {
    "done": "happened",
    "happening": "is happening",
    "planned": "is planned",
    "threatened": "is threatened",
    "considered": "is considered",
    "denied": "is denied",
    "negated": "is said not to be",
}
"""What became of a figure."""
_KINDS: dict[PlaceKind, str] = {
    "admin1": "province",
    "admin2": "district",
    "base": "military base",
    "plant": "power plant",
    "mountains": "mountain range",
}
