"""A table's statement: a table has no room for one of its own that no program would take for a row.

It travels beside it, as "CSV on the Web" has it (W3C): ``FILE-metadata.json`` with the filter, the counts, the date and
what each column holds.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO

from geonews.export.about import About

_AT_ONCE = 1 << 16
"""Characters of a piece, about."""


def table(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """Yield a table (RFC 4180), header first, in pieces of many rows."""
    buffer = StringIO()
    lines = csv.writer(buffer)
    lines.writerow(columns)
    for row in rows:
        lines.writerow(row)
        if buffer.tell() > _AT_ONCE:
            yield _emptied(buffer)
    yield _emptied(buffer)


def statement(about: About, name: str, columns: Mapping[str, str]) -> str:
    """Return a table's statement as "CSV on the Web" metadata.

    ``name`` is that of the table's file; ``columns`` has what each of them holds.
    """
    described = [{"name": each, "titles": each, "dc:description": what} for each, what in columns.items()]
    values = about.values()
    return json.dumps(
        {
            "@context": "http://www.w3.org/ns/csvw",
            "url": name,
            "dc:title": values.pop("title"),
            "dc:date": values["made"],
            "dc:description": about.sentence,
            "tableSchema": {"columns": described},
            "notes": [values],
        },
        ensure_ascii=False,
        indent=1,
    )


def _emptied(buffer: StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text
