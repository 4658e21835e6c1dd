"""How tables of numbers are arranged so that they compress well: differences, then byte by byte.

``gazetteer/build.py`` packs, ``prepare`` unpacks; both are here because they are one format.
"""

from __future__ import annotations

from typing import Literal

import numpy as np

Packing = Literal["plain", "planes", "steps"]
"""As it is; all lowest bytes first, then the next ...; the same after taking differences."""


def pack(data: bytes, typecode: str, packing: Packing) -> bytes:
    """Rearrange a table's bytes for compression."""
    if packing == "plain":
        return data
    numbers = np.frombuffer(data, dtype=f"<{np.dtype(typecode).str[1:]}")
    if packing == "steps":
        numbers = np.diff(numbers, prepend=numbers.dtype.type(0))
    return np.ascontiguousarray(numbers.view(np.uint8).reshape(-1, numbers.itemsize).T).tobytes()


def unpack(data: bytes, typecode: str, packing: str) -> bytes:
    """Undo ``pack``.

    Raises:
        ValueError: the length does not fit the typecode.

    """
    if packing == "plain":
        return data
    dtype = np.dtype(typecode)
    planes = np.frombuffer(data, dtype=np.uint8).reshape(dtype.itemsize, -1)
    numbers = np.ascontiguousarray(planes.T).reshape(-1).view(dtype)
    return (np.cumsum(numbers, dtype=dtype) if packing == "steps" else numbers).tobytes()
