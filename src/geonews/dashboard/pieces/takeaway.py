"""What can be taken along: how much it is, under which filter, and the command that writes the same. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from geonews.dashboard import words
from geonews.export.conditions import stated
from geonews.export.flags import command
from geonews.store import Facets, Filter

MOST_MENTIONS = 100_000
"""Mentions that a download may hold where it holds all of them; a command writes more without holding it in memory."""


@dataclass(frozen=True, slots=True)
class Form:
    """A format that the page offers."""

    name: str
    """In ``geonews.export.takeaway.EXPORTS``."""
    label: str
    holds: str
    ending: str
    mime: str


FORMS = (
    Form("html", "Web page", "one file to mail: map, passages and claims; opens offline", "html", "text/html"),
    Form("brief", "Brief", "Markdown: claims and passages, each cited", "md", "text/markdown"),
    Form("csv", "Table", "CSV, zipped with its statement: a row for each passage and figure", "zip", "application/zip"),
    Form(
        "claims",
        "Claims",
        "CSV, zipped with its statement: a row for each claim, with its sources",
        "claims.zip",
        "application/zip",
    ),
    Form(
        "geojson", "GeoJSON", "for QGIS and the like: places, movements and claims", "geojson", "application/geo+json"
    ),
    Form(
        "kml",
        "KML",
        "for Google Earth: places, movements and claims in time",
        "kml",
        "application/vnd.google-earth.kml+xml",
    ),
)
_ON_DISK = {"csv": "csv", "claims": "claims.csv"}
"""Endings of what a command writes, where a download has another: two files beside each other there, one here."""
_WHOLE = frozenset({"csv", "claims", "geojson", "kml"})
"""Formats that hold all that passes the filter; the others hold the most mentioned of it, and say so."""


def file_name(form: Form, facets: Facets, total: int, today: date) -> str:
    """Return a name that says when and, under a filter, how many of how many articles."""
    part = "" if facets.articles == total else f"-{facets.articles}-of-{total}-articles"
    return f"geonews-{today.isoformat()}{part}.{form.ending}"


def too_large(form: Form, facets: Facets) -> bool:
    """Tell whether a download would be too much for a browser and for the server's memory."""
    return form.name in _WHOLE and facets.mentions > MOST_MENTIONS


def statement_html(wanted: Filter, facets: Facets, total: int, names: dict[str, str], copied: int = 0) -> str:
    """Say what a download holds: counts and filter. Each file says the same, with the moment it was made.

    ``copied`` of the mentions stand in copies of a sentence.
    """
    once = f" ({facets.mentions - copied:,} without copies)" if copied else ""
    held = f"{words.counted(facets.mentions, 'mention')}{once}, {words.counted(facets.figures, 'figure')}"
    passes = escape(stated(wanted, names, facets))
    return f'<p class="gn-taken"><b>{words.how_many(facets, total)}</b>, {held}<br><bdi>{passes}</bdi></p>'


def command_html(wanted: Filter, refused: Sequence[Form], store: str = "") -> str:
    """Return the command that writes the same, and why what is too large is not to be had here; ``store`` as there."""
    form = refused[0] if refused else FORMS[2]
    line = command(form.name, f"geonews.{_ON_DISK.get(form.name, form.ending)}", wanted, store)
    names = " and ".join(", ".join(each.label for each in refused).rsplit(", ", 1))
    why = (
        f"{names} would hold more than {MOST_MENTIONS:,} mentions: narrow the filter, or run"
        if refused
        else "The same from the command line:"
    )
    return (
        f'<div class="gn-command"><p>{why}</p><code>{escape(line)}</code>'
        f'<button type="button" class="gn-way" data-copy="{escape(line)}">copy</button></div>'
    )
