"""The other articles that hold a passage in the same, or hardly other, words."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from geonews.dashboard import words
from geonews.dashboard.pieces.parts import button, source
from geonews.store import CopyRow, PassageRow

_MOST = 50
"""Copies that are listed."""


def toggle_html(row: PassageRow, *, is_open: bool) -> str:
    """Return in how many other articles the passage is, to press for the list of them; nothing for none."""
    if not row.copies:
        return ""
    here = escape(f"{row.key}@{row.start}")
    return (
        f'<button type="button" class="gn-way gn-copied" id="copies-{here}" data-do="copies" '
        f'data-value="{"" if is_open else here}" aria-expanded="{str(is_open).lower()}">'
        f"also in {words.counted(row.copies, 'other article')}</button>"
    )


def list_html(row: PassageRow, copies: Sequence[CopyRow]) -> str:
    """Return the articles that copy the passage, as they were given: oldest first."""
    more = f"<li>and {len(copies) - _MOST:,} more</li>" if len(copies) > _MOST else ""
    return f'<ol class="gn-copies">{"".join(_copy(row, each) for each in copies[:_MOST])}{more}</ol>'


def _copy(row: PassageRow, copy: CopyRow) -> str:
    """Return one copy; its words only where they differ."""
    same = " ".join(copy.text.split()) == " ".join(row.text.split())
    text = "" if same else f'<div class="gn-reworded" dir="auto">{escape(words.clipped(copy.text, 500))}</div>'
    read = button("show in article", "read", f"{copy.key}@{copy.start}", kind="gn-way")
    return f"<li>{source(copy.title, copy.key, copy.source, copy.day, copy.url)}{text}{read}</li>"
