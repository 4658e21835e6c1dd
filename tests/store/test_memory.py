"""What is kept of a store in memory."""

from __future__ import annotations

import gc
from typing import Never

import pytest

from geonews.store import Store, loading


def test_while_a_store_is_read_nobody_looks_for_garbage_and_afterwards_it_is_looked_for_again(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    looking: list[bool] = []

    def failing(_connection: object) -> Never:
        looking.append(gc.isenabled())
        message = "no"
        raise RuntimeError(message)

    monkeypatch.setattr(loading, "load", failing)
    with pytest.raises(RuntimeError):
        filled.places()
    assert looking == [False]
    assert gc.isenabled()
