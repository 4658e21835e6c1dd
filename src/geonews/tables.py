"""Reads the word tables that ship with a package: comma-separated, with comment lines that name their source."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def rows(package: str, name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of ``<package>/data/<name>.csv`` as dictionaries by the names in its head line.

    Raises:
        FileNotFoundError: the package holds no such table.

    """
    text = (files(package) / "data" / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(line for line in text.splitlines() if line and not line.startswith("#")))
