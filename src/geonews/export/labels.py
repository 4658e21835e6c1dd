"""Where names stand on the exported page's map as long as no script has placed them: at their own signs, over nothing.

``webpage.js`` does the same anew for each view, with the true widths of the names. Pure; pixels, y downwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

_LETTER = 7.5
"""Pixels of a letter, rather too many than too few."""
_ABOVE, _BELOW = 12.0, 4.0
"""Pixels that letters rise over the line on which they stand, and fall below it."""
_REACH = 12.0
"""Pixels from the middle of the largest sign to its edge."""
Anchor = Literal["start", "middle", "end"]


class Spot(NamedTuple):
    """A sign with its name."""

    x: float
    y: float
    size: float
    """Of the sign, as part of the largest; 0 for a country, which is named in its middle."""
    name: str


class Stand(NamedTuple):
    """Where a name stands, from its sign."""

    anchor: Anchor
    x: float
    y: float


class Room(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Room) -> bool:
        """Tell whether the two overlap."""
        across = self.left < other.right and self.right > other.left
        return across and self.top < other.bottom and self.bottom > other.top

    def holds(self, spot: Spot) -> bool:
        """Tell whether the middle of a sign is in it."""
        return self.left < spot.x < self.right and self.top < spot.y < self.bottom


def stands(spots: Sequence[Spot], picture: Room) -> list[Stand | None]:
    """Return where the names stand, the first first.

    ``None`` is left out, for it would leave the picture or lie on a sign or a name, or its own sign lies under that of
    an earlier one.
    """
    signs = [_sign(spot) for spot in spots]
    names: list[Room] = []
    found: list[Stand | None] = []
    for at, spot in enumerate(spots):
        others = [*names, *(sign for other, sign in enumerate(signs) if other != at and spots[other].size)]
        free = (each for each in _around(spot) if _is_free(_room(spot, each), others, picture))
        stand = None if any(sign.holds(spot) for sign in signs[:at] if spot.size) else next(free, None)
        found.append(stand)
        if stand is not None:
            names.append(_room(spot, stand))
    return found


def _is_free(room: Room, others: Sequence[Room], picture: Room) -> bool:
    inside = picture.left <= room.left and room.right <= picture.right
    inside = inside and picture.top <= room.top and room.bottom <= picture.bottom
    return inside and not any(room.meets(one) for one in others)


def _around(spot: Spot) -> Iterator[Stand]:
    """Yield right, left, below and above of a sign."""
    if not spot.size:
        yield Stand("middle", 0, 5)
        return
    far = _REACH * spot.size + 3
    yield from (Stand("start", far, 5), Stand("end", -far, 5))
    yield from (Stand("middle", 0, far + _ABOVE - 1), Stand("middle", 0, -far))


def _sign(spot: Spot) -> Room:
    far = _REACH * spot.size
    return Room(spot.x - far, spot.y - far, spot.x + far, spot.y + far)


def _room(spot: Spot, stand: Stand) -> Room:
    width = _LETTER * len(spot.name)
    before = {"start": 0.0, "middle": 0.5, "end": 1.0}[stand.anchor]
    left, line = spot.x + stand.x - before * width, spot.y + stand.y
    return Room(left, line - _ABOVE, left + width, line + _BELOW)
