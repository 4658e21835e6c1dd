"""Words beside the dots of a chart, as far as there is room: pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

_WIDE, _HIGH = 6.0, 13.0
"""Of a letter and of a line, in the units of the picture; rather too much."""
_GAP = 9.0
"""From the middle of a dot to its words."""


@dataclass(frozen=True, slots=True)
class Box:
    """What is taken of the picture."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Tell whether the two overlap."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True, slots=True)
class Dot:
    """A dot, with what may stand beside it, the fullest wording first."""

    x: float
    y: float
    wordings: Sequence[str]


def labels_svg(dots: Sequence[Dot], taken: Sequence[Box], within: Box) -> str:
    """Return the words beside the dots, right or left of each, else below or above, where nothing is ``taken``."""
    found: list[str] = []
    full = list(taken)
    for dot in dots:
        free = (place for place in _places(dot) if _fits(place[0], full, within))
        place = next(free, None)
        if place is not None:
            box, wording = place
            full.append(box)
            line = (box.top + box.bottom) / 2 + 4
            found.append(f'<text class="gn-told-here" x="{box.left:.1f}" y="{line:.1f}">{escape(wording)}</text>')
    return "".join(found)


def _places(dot: Dot) -> list[tuple[Box, str]]:
    places = []
    for wording in dot.wordings:
        wide = _WIDE * len(wording)
        level = ((dot.x + _GAP, dot.y), (dot.x - _GAP - wide, dot.y))
        apart = ((dot.x - _GAP / 2, dot.y + side * (_GAP + _HIGH / 2)) for side in (1, -1))
        for left, middle in (*level, *apart):
            places.append((Box(left, middle - _HIGH / 2, left + wide, middle + _HIGH / 2), wording))
    return places


def _fits(box: Box, taken: Sequence[Box], within: Box) -> bool:
    inside = within.left <= box.left and box.right <= within.right
    inside = inside and within.top <= box.top and box.bottom <= within.bottom
    return inside and not any(box.meets(other) for other in taken)
