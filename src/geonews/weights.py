"""The learnt numbers that ship beside the code. Training may lend others in their place, to measure them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib.resources import files
from typing import Any, TypeVar

Learnt = TypeVar("Learnt")
_read: dict[str, Any] = {}
_lent: dict[str, str] = {}


def learnt(where: str, parse: Callable[[str], Learnt]) -> Learnt:
    """Return what ``parse`` makes of the weight file ``where`` (a path inside the package); it is read once."""
    if where not in _read:
        text = _lent[where] if where in _lent else files("geonews").joinpath(where).read_text("utf-8")
        _read[where] = parse(text)
    found: Learnt = _read[where]
    return found


@contextmanager
def lent(texts: Mapping[str, str]) -> Iterator[None]:
    """Let the weight files at these paths hold other texts for a while.

    Raises:
        LookupError: one of them was never read, so that what was measured is not what was lent.

    """
    shipped = dict(_read)
    _read.clear()
    _lent.update(texts)
    try:
        yield
        unread = set(texts) - set(_read)
        if unread:
            message = f"nobody read {', '.join(sorted(unread))}"
            raise LookupError(message)
    finally:
        _lent.clear()
        _read.clear()
        _read.update(shipped)
