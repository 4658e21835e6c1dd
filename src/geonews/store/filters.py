"""What a reader has narrowed the corpus to, as a value that caches can key on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from geonews.models import PlaceKind


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions that all hold at once; an empty tuple, ``None`` or ``""`` restricts nothing, so the default is all."""

    articles: tuple[str, ...] = ()
    """Store keys of articles."""
    sources: tuple[str | None, ...] = ()
    """Publishers; ``None`` among them is "no publisher"."""
    since: date | None = None
    """First day that is in, by the date as the article gives it."""
    until: date | None = None
    """Last day that is in."""
    undated: bool = True
    """Whether articles without a (readable) date are in, whatever ``since`` and ``until`` say."""
    text: str = ""
    """Words that title or text must all hold; ``"double quotes"`` keep words together. No input is an error."""
    place_kinds: tuple[PlaceKind, ...] = ()
    """Kinds of place that count as pins; articles must hold such a pin. The unplaced know no kind and ignore this."""


EVERYTHING = Filter()
"""The filter that lets everything through."""
