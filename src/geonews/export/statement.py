"""A table's statement: a table has no room for one of its own that no program would take for a row.

It travels beside it, as "CSV on the Web" has it (W3C): ``FILE-metadata.json`` with the filter, the counts, the date and
what each column holds.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping

from geonews.export.about import About


class _Given:
    """What a writer writes to, to have it back: it returns what this returns."""

    def write(self, text: str) -> str:
        return text


_WRITER = csv.writer(_Given())


def line(cells: Iterable[object]) -> str:
    """Return a line of a table (RFC 4180)."""
    written: str = _WRITER.writerow(cells)
    return written


def table(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """Yield a table, header first, a line at a time."""
    yield line(columns)
    yield from map(line, rows)


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
