"""Map squares of one degree: which places are in which, so that "near" and "inside" need not look at all."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from geonews.gazetteer.tables import Table

COLUMNS = 360
ROWS = 180


def cell(lat: float, lon: float) -> int:
    """Return the number of the square, row by row from the south-west corner of the map."""
    row = min(ROWS - 1, max(0, int(lat + 90)))
    return row * COLUMNS + int(lon + 180) % COLUMNS


def cell_table(points: Sequence[tuple[float, float]]) -> dict[str, Table]:
    """Return the numbers of the (lat, lon) points by square, and where each square's part ends."""
    squares = [cell(lat, lon) for lat, lon in points]
    order = sorted(range(len(points)), key=squares.__getitem__)
    ends = array("I", bytes(4 * COLUMNS * ROWS))
    for square in squares:
        ends[square] += 1
    total = 0
    for square, count in enumerate(ends):
        total += count
        ends[square] = total
    return {"cell_place": array("I", order), "cell_end": ends}
