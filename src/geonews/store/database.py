"""Opening the file: connections, transactions, and plain words for what SQLite refuses."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from geonews.errors import StoreError
from geonews.store import migration, schema

_BUSY_MILLISECONDS = 30_000
_WRITES = "geonews_writes"


class Database:
    """One SQLite file. Readers see the last commit; one writer at a time waits for the others."""

    def __init__(self, path: Path, *, read_only: bool) -> None:
        """Open ``path``, making the file and its parents unless ``read_only``; errors as in ``Store.open``."""
        self.path = path
        self.read_only = read_only
        _check_path(path, read_only=read_only)
        self._engine = _engine(path, read_only=read_only)
        try:
            self._prepare()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Give a connection that sees one state of the store throughout."""
        with self._explained(), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Give a connection whose changes are all kept or, on any error, all undone."""
        if self.read_only:
            message = f"{self.path}: the store is open for reading only"
            raise StoreError(message)
        with self._explained(), self._engine.connect() as opened:
            connection = opened.execution_options(**{_WRITES: True})
            with connection.begin():
                yield connection

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            message = f"{self.path}: {_cause(error)}"
            raise StoreError(message) from error
        except UnicodeEncodeError as error:
            message = f"{self.path}: the article holds a lone surrogate, which is no character and cannot be stored"
            raise StoreError(message) from error

    def _prepare(self) -> None:
        with self.reading() as connection:
            version = self._version(connection)
        if version == schema.VERSION:
            return
        if self.read_only:
            self._prepare_elsewhere(version)
            return
        if not version:
            with self._explained(), self._engine.connect() as connection:
                connection.connection.execute("PRAGMA journal_mode = WAL")
        with self.writing() as connection:
            version = self._version(connection)  # another process may have been faster
            if not version:
                _create(connection)
            elif version < schema.VERSION:
                migration.migrate(connection, version)

    def _prepare_elsewhere(self, version: int) -> None:
        """Bring an older store up to date, though it is to be read only: what it says stays the same."""
        if not version:
            message = f"{self.path}: is empty, not a geonews store"
            raise StoreError(message)
        try:
            Database(self.path, read_only=False).close()
        except StoreError as error:
            message = (
                f"{self.path}: was written by an older geonews (store version {version}) and cannot be brought up to"
                f" date where it is: copy it to where you may write, and `geonews list --store COPY` does so"
            )
            raise StoreError(message) from error

    def _version(self, connection: sa.Connection) -> int:
        """Return our version of the file, 0 if it is empty; raise if it is someone else's or of a newer geonews."""
        owner = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        version: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        if owner == schema.APPLICATION_ID and version > schema.VERSION:
            message = (
                f"{self.path}: was written by a newer geonews"
                f" (store version {version}, this one knows up to {schema.VERSION})"
            )
            raise StoreError(message)
        if owner == schema.APPLICATION_ID:
            return version
        if connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one():
            message = f"{self.path}: is a database of another program, not a geonews store"
            raise StoreError(message)
        return 0


def _check_path(path: Path, *, read_only: bool) -> None:
    if path.is_dir():
        message = f"{path}: is a folder, not a geonews store"
        raise StoreError(message)
    if read_only:
        if not path.exists():
            message = f"{path}: there is no store here"
            raise StoreError(message)
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"{path}: its folder cannot be made ({error.strerror})"
        raise StoreError(message) from error


def _engine(path: Path, *, read_only: bool) -> sa.Engine:
    query = {"uri": "true", "mode": "ro" if read_only else "rwc"}
    if read_only and not os.access(path.parent, os.W_OK) and not path.with_name(path.name + "-wal").exists():
        query["immutable"] = "1"  # on read-only media SQLite cannot keep its shared memory beside the file
    url = sa.URL.create("sqlite", database=f"file:{quote(str(path.resolve()))}", query=query)
    engine = sa.create_engine(url, connect_args={"timeout": _BUSY_MILLISECONDS / 1000})
    sa.event.listen(engine, "connect", _on_connect)
    sa.event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(connection: Any, _record: object) -> None:  # noqa: ANN401  # the driver's own class, behind a facade
    connection.isolation_level = None  # the driver must not begin transactions by itself; _on_begin does
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_MILLISECONDS}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")  # in WAL mode: safe against crashes of the program


def _on_begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _create(connection: sa.Connection) -> None:
    schema.metadata.create_all(connection)
    for statement in schema.FULL_TEXT:
        connection.exec_driver_sql(statement)
    connection.execute(schema.state.insert(), [{"name": name, "value": 0} for name in ("revision", "family")])
    connection.exec_driver_sql(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {schema.VERSION}")


def _cause(error: DBAPIError) -> str:
    cause = str(error.orig)
    return {
        "file is not a database": "is not a database",
        "unable to open database file": "cannot be opened (no permission?)",
        "attempt to write a readonly database": "cannot be written (no permission?)",
        "database is locked": "another program has kept it locked",
        "database disk image is malformed": "is damaged",
    }.get(cause, cause)
