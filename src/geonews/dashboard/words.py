"""What the page says in words: the filter, dates, counts, kinds. Plain text, to be escaped where it is shown."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

from geonews.models import Place, PlaceKind
from geonews.store import Facets, Filter

NO_PUBLISHER = "no publisher"
UNTITLED = "untitled"
UNDATED = "undated"
_LONGEST = 120
_SPECIAL = re.compile(r"[!-/:-@\[-`{-~]")
"""ASCII punctuation: CommonMark lets each be escaped by a backslash."""


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return "1 article", "1,204 articles"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def day(when: date | None) -> str:
    """Return "8 Feb 2022" or "undated"."""
    return UNDATED if when is None else f"{when.day} {when:%b %Y}"


def sortable_day(when: date | None) -> str:
    """Return "2022-02-08" or "undated": for tables, whose columns are sorted as text."""
    return UNDATED if when is None else when.isoformat()


def clipped(text: str, longest: int = _LONGEST) -> str:
    """Return the text on one line and at most so long; a hostile title has no room to take over the page."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def publisher(source: str | None) -> str:
    """Return the publisher's name, or that there is none."""
    return NO_PUBLISHER if source is None else clipped(source, 60)


def kind_of(place: Place) -> str:
    """Return what and where a place is: "city, Kyiv City, UA", "sea"."""
    inside = place.admin1 if place.admin1 != place.name else None
    return ", ".join(part for part in (kind_name(place.kind), inside, place.country) if part)


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


def markdown(text: str) -> str:
    """Return text that Streamlit's labels show as it is: nothing in it is Markdown, LaTeX, an icon or a colour."""
    return _SPECIAL.sub(r"\\\g<0>", clipped(text, 60)).replace("\n", " ")


def filter_in_words(wanted: Filter, facets: Facets, total: int, titles: dict[str, str]) -> str:
    """Return the filter as a sentence, such as "12 of 340 articles · 7 Feb 2022 to 9 Feb 2022 · with “troops”".

    ``total`` counts the whole corpus; ``titles`` are those of filtered articles by key.
    """
    parts = [counted(total, "article") if facets.articles == total else f"{facets.articles:,} of {total:,} articles"]
    parts.extend(condition for condition in (_dates(wanted), _text(wanted), _sources(wanted)) if condition)
    parts.extend(f"only “{clipped(titles.get(key, key), 60)}”" for key in wanted.articles[:2])
    if len(wanted.articles) > 2:  # noqa: PLR2004 - two are named
        parts.append(f"and {len(wanted.articles) - 2} more")
    if wanted == Filter() and (facets.first or facets.undated):
        parts.append(_range(facets))
    return " · ".join(parts)


def _range(facets: Facets) -> str:
    dated = f"{day(facets.first)} to {day(facets.last)}" if facets.first and facets.last else ""
    undated = f"{facets.undated:,} undated" if facets.undated else ""
    return ", ".join(filter(None, (dated, undated)))


def _dates(wanted: Filter) -> str:
    undated = "" if wanted.undated else "without the undated"
    if wanted.since and wanted.until:
        dated = day(wanted.since) if wanted.since == wanted.until else f"{day(wanted.since)} to {day(wanted.until)}"
    elif wanted.since:
        dated = f"since {day(wanted.since)}"
    elif wanted.until:
        dated = f"until {day(wanted.until)}"
    else:
        return undated
    return f"{dated}, {undated or 'and undated'}"


def _text(wanted: Filter) -> str:
    return f"with “{clipped(wanted.text, 60)}”" if wanted.text else ""


def _sources(wanted: Filter) -> str:
    names = [publisher(source) for source in wanted.sources[:3]]
    more = len(wanted.sources) - len(names)
    return f"by {', '.join(names)}{f' and {more} more' if more > 0 else ''}" if names else ""


_KINDS: dict[PlaceKind, str] = {
    "admin1": "region",
    "admin2": "district",
    "base": "military base",
    "plant": "power plant",
    "mountains": "mountain range",
}
