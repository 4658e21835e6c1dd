"""Pieces of text that come in one order and go in another: they wait on disk, as memory may not hold them all."""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Iterator
from types import TracebackType
from typing import Self

IN_MEMORY = 1 << 24
"""Bytes that need no disk."""


class Spool:
    """Numbered pieces, put in any order. It is empty and closed at the end of a ``with`` block."""

    def __init__(self, size: int) -> None:
        """Wait for so many pieces."""
        self._file = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - closed by the block's end
        self._starts, self._lengths = array("q", bytes(8 * size)), array("q", bytes(8 * size))
        self._end = 0

    def __enter__(self) -> Self:
        """Return the spool."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the pieces."""
        self._file.close()

    def put(self, number: int, piece: str) -> None:
        """Keep a piece under its number; all are put before the first is read."""
        held = piece.encode("utf-8", "surrogatepass")
        self._file.write(held)
        self._starts[number], self._lengths[number] = self._end, len(held)
        self._end += len(held)

    def pieces(self, first: int, last: int) -> Iterator[str]:
        """Yield the pieces of these numbers in order, ``last`` not included."""
        for start, length in zip(self._starts[first:last], self._lengths[first:last], strict=True):
            self._file.seek(start)
            yield self._file.read(length).decode("utf-8", "surrogatepass")
