"""What came of taking corrections in. Every word of the file is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from geonews.corrections import Merge
from geonews.dashboard import words
from geonews.dashboard.pieces.parts import name

_MOST_LINES = 50


def merge_html(merge: Merge, file: str) -> str:
    """Return the counts for a file of this name, then the lines that disagree with what is here or cannot be read."""
    known = f", {merge.known:,} known already" if merge.known else ""
    said = f"<p>{words.counted(len(merge.new), 'correction')} taken in from {name(file, 80)}{known}.</p>"
    return (
        f'<div class="gn-merge" role="status">{said}'
        f"{_lines('These decide otherwise than what was here', merge.conflicts)}"
        f"{_lines('These could not be read', merge.faults)}</div>"
    )


def _lines(title: str, told: Sequence[tuple[int, str]]) -> str:
    if not told:
        return ""
    shown = (f"<li>line {number:,}: {escape(words.clipped(what, 300))}</li>" for number, what in told[:_MOST_LINES])
    more = f"<li>and {len(told) - _MOST_LINES:,} more</li>" if len(told) > _MOST_LINES else ""
    return f"<p>{title}:</p><ul>{''.join(shown)}{more}</ul>"
