"""How many, in words: those of the exports, and whose a figure is and what became of it. Plain text."""

from __future__ import annotations

from geonews.dashboard import words
from geonews.export.amounts import amount, plain, says
from geonews.models import FigureStatus, LinkRole

__all__ = ["ROLES", "amount", "facts", "plain", "says"]

ROLES: dict[LinkRole, str] = {
    "location": "here",
    "origin": "from here",
    "destination": "to here",
    "target": "aimed here",
    "recipient": "for this place",
    "via": "by way of here",
}
"""What a figure has to do with the selected place."""


def facts(owner: str | None, status: FigureStatus, attribution: str | None, role: LinkRole | None) -> str:
    """Return whose a figure is, what became of it, its role for the place and who says so."""
    parts = [
        words.clipped(owner, 60) if owner else "",
        "" if status == "done" else words.STATUSES[status],
        ROLES[role] if role else "",
        f"says {words.clipped(attribution, 60)}" if attribution else "",
    ]
    return " · ".join(part for part in parts if part)
