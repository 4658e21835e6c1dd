"""The corpus as a table: a row for each place in a passage, or for each figure tied to it.

A table has no room for a statement of its own that every program would take for one. It travels beside it, as "CSV on
the Web" has it (W3C): ``FILE-metadata.json`` with the filter, the counts, the date and what each column holds.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from geonews.export.about import About
from geonews.export.byhand import said
from geonews.export.contract import whole
from geonews.export.evidence import Evidence
from geonews.export.tables import inert
from geonews.store import PassageFigure, PassageRow, PlaceRow

COLUMNS = {
    "place_id": "id of the place",
    "place": "its name",
    "place_kind": "what it is",
    "country": "ISO 3166-1 alpha-2",
    "admin1": "province",
    "lat": "WGS84 degrees",
    "lon": "WGS84 degrees",
    "confidence": "of the place's surest mention, 0 to 1",
    "written": "the names that the passage has for the place; empty where another use of the name counts",
    "figure": "the figure as written, with what it counts; empty where none is tied to the place",
    "low": "its lower bound; empty: none is stated",
    "high": "its upper bound; empty: none is stated",
    "approximate": "whether the bounds are about so much",
    "figure_kind": "troops, ships, money and so on",
    "noun": "what is counted",
    "currency": "ISO 4217",
    "owner": "whose it is",
    "status": "what became of it",
    "role": "what the place is to the figure",
    "said_by": "who says so, verbatim",
    "figure_date": "ISO 8601, of what is counted",
    "by_hand": "what was corrected by hand in the passage; empty: nothing",
    "passage": "the sentence, verbatim; a ' before =, +, - or @ keeps spreadsheets from running it",
    "copies": "other articles that hold a copy of the passage",
    "article": "key of the article in the store",
    "start": "offset of the passage in the article's text, in code points",
    "title": "of the article",
    "publisher": "of the article",
    "published": "as the article gives it",
    "url": "of the article",
}
"""Name of each column to what it holds."""


def pieces(evidence: Evidence) -> Iterator[str]:
    """Yield the table (RFC 4180), header first; a cell that a spreadsheet would run is made inert."""
    yield _line(COLUMNS)
    for place, found in evidence.places():
        for passage in found:
            tied: Sequence[PassageFigure | None] = evidence.figures(passage) or [None]
            for figure in tied:
                cells = {**_place(place), **_passage(passage), **_figure(figure)}
                yield _line(inert(cells.get(name)) for name in COLUMNS)


def description(about: About, name: str) -> str:
    """Return the table's statement as "CSV on the Web" metadata; ``name`` is that of the table's file."""
    columns = [{"name": name, "titles": name, "dc:description": what} for name, what in COLUMNS.items()]
    values = about.values()
    return json.dumps(
        {
            "@context": "http://www.w3.org/ns/csvw",
            "url": name,
            "dc:title": values.pop("title"),
            "dc:date": values["made"],
            "dc:description": about.sentence,
            "tableSchema": {"columns": columns},
            "notes": [values],
        },
        ensure_ascii=False,
        indent=1,
    )


def _place(row: PlaceRow) -> dict[str, object]:
    place = row.place
    return {
        "place_id": place.id,
        "place": place.name,
        "place_kind": place.kind,
        "country": place.country,
        "admin1": place.admin1,
        "lat": place.lat,
        "lon": place.lon,
        "confidence": row.confidence,
    }


def _passage(row: PassageRow) -> dict[str, object]:
    written = dict.fromkeys(row.text[mark.start : mark.end] for mark in row.marks if mark.what == "place")
    return {
        "written": "; ".join(written),
        "by_hand": said(row.by_hand),
        "passage": row.text,
        "copies": row.copies,
        "article": row.key,
        "start": row.start,
        "title": row.title,
        "publisher": row.source,
        "published": row.published,
        "url": row.url,
    }


def _figure(figure: PassageFigure | None) -> dict[str, object]:
    if figure is None:
        return {}
    return {
        "figure": figure.quote,
        "low": whole(figure.low),
        "high": whole(figure.high),
        "approximate": str(figure.approximate).lower(),
        "figure_kind": figure.kind,
        "noun": figure.noun,
        "currency": figure.currency,
        "owner": figure.owner,
        "status": figure.status,
        "role": figure.role,
        "said_by": figure.attribution,
        "figure_date": figure.date,
    }


def _line(cells: Iterable[object]) -> str:
    buffer = StringIO()
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue()
