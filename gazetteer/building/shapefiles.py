"""ESRI shapefiles: attributes and outlines, as Natural Earth uses them."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import pairwise

from geonews.gazetteer.entries import Ring

_POLYLINES = (3, 5)
_END_OF_FIELDS = 0x0D


def attributes(data: bytes) -> Iterator[dict[str, str]]:
    """Yield the rows of a .dbf file."""
    count, header, length = struct.unpack("<IHH", data[4:12])
    fields: list[tuple[str, int]] = []
    position = 32
    while data[position] != _END_OF_FIELDS:
        name = data[position : position + 11].split(b"\0")[0].decode()
        fields.append((name, data[position + 16]))
        position += 32
    for number in range(count):
        start = header + number * length + 1
        row = {}
        for name, width in fields:
            row[name] = data[start : start + width].strip(b" \0").decode("utf-8", "replace")
            start += width
        yield row


def outlines(data: bytes) -> Iterator[tuple[Ring, ...]]:
    """Yield the parts of each line or polygon of a .shp file."""
    position = 100
    while position < len(data):
        words = struct.unpack(">I", data[position + 4 : position + 8])[0]
        record = data[position + 8 : position + 8 + 2 * words]
        yield _parts(record) if struct.unpack("<i", record[:4])[0] in _POLYLINES else ()
        position += 8 + 2 * words


def _parts(record: bytes) -> tuple[Ring, ...]:
    parts, points = struct.unpack("<ii", record[36:44])
    starts = [*struct.unpack(f"<{parts}i", record[44 : 44 + 4 * parts]), points]
    numbers = struct.unpack(f"<{2 * points}d", record[44 + 4 * parts : 44 + 4 * parts + 16 * points])
    pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
    return tuple(tuple(pairs[a:b]) for a, b in pairwise(starts))
