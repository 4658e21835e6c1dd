"""The names of the tables, one of them open; the address says which, so that it stays open whatever else changes."""

from __future__ import annotations

from collections.abc import Sequence

from geonews.dashboard.pieces.parts import number
from geonews.dashboard.state import Tab

Named = tuple[Tab, str, int]
"""A table, its name, and how many rows it stands for."""


def tabs_html(tables: Sequence[Named], chosen: Tab) -> str:
    """Return a tab for each table, with its count."""
    tabs = "".join(_tab(*each, chosen) for each in tables)
    return f'<div class="gn-tabs" role="tablist" aria-label="Tables">{tabs}</div>'


def _tab(table: Tab, label: str, count: int, chosen: Tab) -> str:
    is_open = table == chosen
    return (
        f'<button type="button" class="gn-tab" role="tab" id="tab-{table}" data-do="tab" data-value="{table}" '
        f'aria-selected="{str(is_open).lower()}" tabindex="{0 if is_open else -1}">{label} '
        f"<small>{number(count)}</small></button>"
    )
