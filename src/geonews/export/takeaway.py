"""The corpus under a filter, written to a file in any of the formats that others read."""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from itertools import chain
from pathlib import Path

from geonews.errors import ExportError, UnknownOptionError
from geonews.export import brief, claims, geojson, kml, sheet, webpage
from geonews.export.about import About, about
from geonews.export.evidence import Evidence, Progress
from geonews.export.statement import statement
from geonews.store import EVERYTHING, Filter, Store

EXPORTS: dict[str, Callable[[Evidence], Iterator[str]]] = {
    "csv": sheet.pieces,
    "claims": claims.pieces,
    "geojson": geojson.pieces,
    "kml": kml.pieces,
    "brief": brief.pieces,
    "html": webpage.pieces,
}
"""Name of a format to the function that writes a corpus in it, as pieces of text."""
TABLES: dict[str, dict[str, str]] = {"csv": sheet.COLUMNS, "claims": claims.COLUMNS}
"""Those that are tables, which have their statement beside them, and what their columns hold."""
_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Begins a table: without a byte order mark Excel takes UTF-8 for the code page of its country."""
_NO_TEXT = re.compile("[^\t\n\r -\u202c\u202f-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML may hold, and makes programs take a table for a program: NUL and the like, and half characters.

And what would have a number read backwards, see ``words.straight``.
"""


def _silent(_done: int, _of: int) -> None:
    """Tell nobody."""


def pieces(  # noqa: PLR0913 - what, of what, and what it says of itself
    form: str,
    store: Store,
    wanted: Filter = EVERYTHING,
    *,
    made: datetime | None = None,
    progress: Progress = _silent,
    page: str = "",
) -> Iterator[str]:
    """Yield an export piece by piece, for a download; raises ``UnknownOptionError`` for an unknown format.

    ``page`` is the address of the dashboard that it is taken from, without its last slash: passages lead there. As all
    here, of one state of the store, which is held until the last piece is taken or the generator closed.
    """
    _writer(form)

    def held() -> Iterator[str]:
        with store.as_of_now() as still:
            stated = about(still, wanted, made or datetime.now(UTC))
            yield from _written(form, Evidence(still, wanted, stated, progress, page))

    return held()


def table_archive(form: str, store: Store, wanted: Filter, name: str, page: str = "") -> bytes:
    """Return a ZIP file of a table, called ``name``, and its statement, for a download, which is one file.

    ``page`` is as for ``pieces``.
    """
    archive = BytesIO()
    with store.as_of_now() as still, zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as files:
        stated = about(still, wanted, datetime.now(UTC))
        moment = stated.made.timetuple()[:6]
        with files.open(zipfile.ZipInfo(name, moment), "w") as table:
            for piece in _written(form, Evidence(still, wanted, stated, _silent, page)):
                table.write(piece.encode())
        beside = zipfile.ZipInfo(f"{name}-metadata.json", moment)
        files.writestr(beside, "".join(_text([statement(stated, name, TABLES[form])])).encode())
    return archive.getvalue()


def write(
    form: str,
    store: Store,
    wanted: Filter,
    out: Path,
    progress: Progress = _silent,
) -> About:
    """Write an export to a file, and say what it holds; a table gets its statement as ``FILE-metadata.json`` beside it.

    The file appears when it is whole; one of that name is replaced. An export under which nothing passes is written
    as well. Raises ``UnknownOptionError`` for an unknown format, and ``ExportError`` where the file cannot be written
    or is the store itself.
    """
    if out.exists() and out.samefile(store.path):
        message = f"{out}: that is the corpus store itself"
        raise ExportError(message)
    with store.as_of_now() as still:
        stated = about(still, wanted, datetime.now(UTC))
        _replace(out, _written(form, Evidence(still, wanted, stated, progress)))
    if form in TABLES:
        _replace(out.with_name(f"{out.name}-metadata.json"), _text([statement(stated, out.name, TABLES[form])]))
    return stated


def _writer(form: str) -> Callable[[Evidence], Iterator[str]]:
    if form not in EXPORTS:
        message = f"there is no format {form!r}; there are: {', '.join(EXPORTS)}"
        raise UnknownOptionError(message)
    return EXPORTS[form]


def _written(form: str, evidence: Evidence) -> Iterator[str]:
    return chain([_MARK] if form in TABLES else [], _text(_writer(form)(evidence)))


def _text(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the pieces without what is no text."""
    return (_NO_TEXT.sub("\N{REPLACEMENT CHARACTER}", piece) for piece in pieces)


def _replace(out: Path, text: Iterable[str]) -> None:
    """Write beside the file and move into its place, so that a failure leaves what was there."""
    if out.is_dir():
        message = f"{out}: that is a folder; name a file in it"
        raise ExportError(message)
    draft = out.with_name(f".{out.name[:100]}.{os.getpid()}.part")
    try:
        with draft.open("w", encoding="utf-8", newline="") as stream:
            stream.writelines(text)
        draft.replace(out)
    except OSError as error:
        message = f"{out}: cannot be written: {error.strerror or error}"
        raise ExportError(message) from error
    finally:
        draft.unlink(missing_ok=True)
