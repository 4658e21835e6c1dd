"""The tables of a gazetteer: named arrays in one block of bytes, little-endian, that can be memory-mapped as it is.

A block is a head of fixed size (magic, then a JSON directory padded with spaces) and the tables, each at a multiple of
eight bytes.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

from geonews.errors import GazetteerError

MAGIC = b"GEONEWS1"
HEAD_SIZE = 4096
DEGREE = 100_000
"""Coordinates are kept as whole numbers of 1/100,000 degree."""
_ALIGN = 8
_CODES: Final[dict[str, Literal["B", "H", "I", "i"]]] = {"B": "B", "H": "H", "I": "I", "i": "i"}
Table: TypeAlias = "array[int] | bytes"
"""Numbers (typecodes B, H, I, i) or UTF-8 text."""
Layout = dict[str, tuple[str, int, int]]
"""Table -> (typecode, offset in bytes, size in bytes)."""


def layout(sizes: Mapping[str, tuple[str, int]]) -> tuple[Layout, int]:
    """Place tables of (typecode, bytes); return where each goes and the size of the whole block."""
    placed: Layout = {}
    position = HEAD_SIZE
    for name, (code, size) in sizes.items():
        placed[name] = (code, position, size)
        position += -(-size // _ALIGN) * _ALIGN
    return placed, position


def head(placed: Layout, stamp: str) -> bytes:
    """Return the head of a block; ``stamp`` tells whose it is."""
    text = json.dumps({"stamp": stamp, "tables": placed}).encode()
    return (MAGIC + text).ljust(HEAD_SIZE)


def block(tables: Mapping[str, Table], stamp: str = "") -> bytes:
    """Put tables together in memory."""
    raw = {name: (typecode(table), bytes(table)) for name, table in tables.items()}
    placed, size = layout({name: (code, len(data)) for name, (code, data) in raw.items()})
    out = bytearray(size)
    out[:HEAD_SIZE] = head(placed, stamp)
    for name, (_, offset, length) in placed.items():
        out[offset : offset + length] = raw[name][1]
    return bytes(out)


def typecode(table: Table) -> str:
    """Return the array typecode of a table."""
    return "B" if isinstance(table, bytes) else table.typecode


def views(data: memoryview) -> tuple[str, dict[str, memoryview]]:
    """Return the stamp and the tables of a block, without copying.

    Raises:
        GazetteerError: the bytes are no such block, or cut short.

    """
    if sys.byteorder != "little":
        message = "the gazetteer's tables need a little-endian machine"
        raise GazetteerError(message)
    try:
        if bytes(data[: len(MAGIC)]) != MAGIC:
            message = "not a geonews gazetteer"
            raise GazetteerError(message)
        directory = json.loads(bytes(data[len(MAGIC) : HEAD_SIZE]))
        tables = {name: _view(data, *place) for name, place in directory["tables"].items()}
    except (ValueError, KeyError, TypeError) as error:
        message = f"damaged gazetteer: {error}"
        raise GazetteerError(message) from error
    return str(directory["stamp"]), tables


def _view(data: memoryview, code: str, offset: int, size: int) -> memoryview:
    part = data[offset : offset + size]
    if len(part) != size:
        message = "cut short"
        raise ValueError(message)
    if code not in _CODES:
        message = f"unknown typecode {code!r}"
        raise ValueError(message)
    return part.cast(_CODES[code])
