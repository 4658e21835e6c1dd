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
    """Return the words beside the dots, right or left of each, where they meet nothing that is ``taken``."""
    found: list[str] = []
    full = list(taken)
    for dot in dots:
        free = (place for place in _places(dot) if _fits(place[0], full, within))
        place = next(free, None)
        if place is not None:
            box, wording = place
            full.append(box)
            found.append(f'<text class="gn-told-here" x="{box.left:.1f}" y="{dot.y + 4:.1f}">{escape(wording)}</text>')
    return "".join(found)


def _places(dot: Dot) -> list[tuple[Box, str]]:
    return [
        (Box(left, dot.y - _HIGH / 2, left + _WIDE * len(wording), dot.y + _HIGH / 2), wording)
        for wording in dot.wordings
        for left in (dot.x + _GAP, dot.x - _GAP - _WIDE * len(wording))
    ]


def _fits(box: Box, taken: Sequence[Box], within: Box) -> bool:
    return within.left <= box.left and box.right <= within.right and not any(box.meets(other) for other in taken)
