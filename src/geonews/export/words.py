"""Dates, publishers and kinds in words, for the page and all that is taken away from it.

Plain text, to be escaped where it is shown.
"""

from __future__ import annotations

import functools
import unicodedata
from datetime import date, datetime
from urllib.parse import urlsplit

from geonews.models import FigureStatus, Place, PlaceKind, ToponymKind
from geonews.store import PlaceRow
from geonews.tables import rows

NO_PUBLISHER = "no publisher"
NO_COUNTRY = "no single country"
NOBODY_NAMED = "nobody named"
UNTITLED = "untitled"
UNDATED = "undated"
_LONGEST, _LONGEST_TITLE = 120, 600
_OVERRIDES = ("\N{LEFT-TO-RIGHT OVERRIDE}", "\N{RIGHT-TO-LEFT OVERRIDE}")
"""Of the direction of writing: they turn round even the digits of a number. Right-to-left script needs none."""


HAPPENED: frozenset[FigureStatus] = frozenset({"done", "happening"})
"""How what is no mere plan, threat or denial is stated."""
UNSURE = 0.5
"""Probability that a place is meant below which that is doubtful."""


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return "1 article", "1,204 articles"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def mentions(row: PlaceRow) -> str:
    """Return "12 mentions", or "12 mentions, 3 without copies"."""
    return counted(row.mentions, "mention") + (f", {row.once:,} without copies" if row.copied else "")


def said_by(speaker: str) -> str:
    """Return a speaker behind "says": an article that began a sentence begins none any more."""
    return speaker[0].lower() + speaker[1:] if speaker.startswith(("The ", "A ", "An ")) else speaker


def day(when: date | None) -> str:
    """Return "8 Feb 2022" or "undated"."""
    return UNDATED if when is None else f"{when.day} {when:%b %Y}"


def when(stated: str | None, article: date | None) -> str:
    """Return of what time a figure is, "in Feb 2023" or "on 6 Feb 2023", unless it is that of the article.

    ``stated`` is an ISO 8601 day, month or year.
    """
    if not stated or (article is not None and article.isoformat() == stated):
        return ""
    year, *month = stated.split("-")
    if not month:
        return f"in {year}"
    full = date.fromisoformat(f"{stated}-01"[:10])
    return f"on {day(full)}" if len(month) > 1 else f"in {full:%b %Y}"


def doubt(confidence: float) -> str:
    """Return "24% sure" of what is less sure than not, else nothing."""
    return f"{confidence:.0%} sure" if confidence < UNSURE else ""


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


def straight(text: str) -> str:
    """Return the text with a visible mark for what would have it read backwards; offsets hold."""
    for override in _OVERRIDES:
        text = text.replace(override, "\N{REPLACEMENT CHARACTER}")
    return text


def clipped(text: str, longest: int = _LONGEST) -> str:
    """Return the text straight, on one line and at most so long; a hostile title has no room to take over the page."""
    line = " ".join(straight(text).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def headline(title: str | None, identity: object, longest: int = _LONGEST) -> str:
    """Return an article's title, or its id where it has none that can be seen."""
    return clipped(title, longest) if title and _is_seen(title) else f"{UNTITLED} ({clipped(str(identity), 60)})"


def cited(title: str | None, identity: object) -> str:
    """Return the same for a list of sources, which gives titles whole: only what can be no title is cut."""
    return headline(title, identity, _LONGEST_TITLE)


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


def country_code(said: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of a country by this code or by its English name; ``None`` for neither."""
    names = {name.casefold(): code for code, name in _countries().items()}
    return said.upper() if said.upper() in _countries() else names.get(said.casefold())


@functools.cache
def _countries() -> dict[str, str]:
    return {row["iso"]: row["name"] for row in rows("geonews.export", "countries")}


def kind_name(kind: PlaceKind) -> str:
    """Return a kind of place in a reader's words."""
    return _KINDS.get(kind, kind)


def web_address(url: str | None) -> str | None:
    """Return the address if a browser may be sent there: http or https, nothing that runs, and no user's name in it.

    A name or a password before the host logs the reader in as somebody, or passes one host off as another.
    """
    if url is None:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in {"http", "https"} and parts.netloc and "@" not in parts.netloc else None


STATUSES: dict[FigureStatus, str] = {
    "done": "said to be so",
    "happening": "under way",
    "planned": "planned",
    "threatened": "a threat",
    "considered": "considered or unconfirmed",
    "denied": "denied",
    "negated": "said not to be",
}
"""How a figure is stated: true of troops that are massed, of a tank that costs millions, and of people who were killed.

A force that is "a threat" may be there already; what is threatened is what it may do.
"""
USES: dict[ToponymKind, str] = {
    "literal": "the place itself",
    "metonymic": "its government, people or team",
    "demonym": "its people, or what is theirs",
    "associative": "something called after it",
}
"""What a place's name is used for."""
_KINDS: dict[PlaceKind, str] = {
    "admin1": "province",
    "admin2": "district",
    "base": "military base",
    "plant": "power plant",
    "mountains": "mountain range",
}
