"""A store seen through one connection: one state of it, whoever writes meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from geonews.store.database import Database


class Held(Database):
    """What ``Database.reading`` sees at one moment, for several questions; nothing is written through it."""

    def __init__(self, path: Path, connection: sa.Connection) -> None:
        """Take over a connection that reads; who opened it closes it."""
        self.path = path
        self.read_only = True
        self._connection = connection

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Give the one connection."""
        with self._explained():
            yield self._connection

    def close(self) -> None:
        """Leave the connection to who opened it."""
