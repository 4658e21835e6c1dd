"""The corpus under a filter, written to a file in any of the formats that others read."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from geonews.errors import ExportError, UnknownOptionError
from geonews.export import brief, geojson, kml, sheet, webpage
from geonews.export.about import About, about
from geonews.export.evidence import Evidence, Progress
from geonews.store import EVERYTHING, Filter, Store

EXPORTS: dict[str, Callable[[Evidence], Iterator[str]]] = {
    "csv": sheet.pieces,
    "geojson": geojson.pieces,
    "kml": kml.pieces,
    "brief": brief.pieces,
    "html": webpage.pieces,
}
"""Name of a format to the function that writes a corpus in it, as pieces of text."""


def _silent(_done: int, _of: int) -> None:
    """Tell nobody."""


def pieces(
    form: str, store: Store, wanted: Filter = EVERYTHING, *, made: datetime | None = None, progress: Progress = _silent
) -> Iterator[str]:
    """Yield an export piece by piece, for a download; raises ``UnknownOptionError`` for an unknown format."""
    stated = about(store, wanted, made or datetime.now(UTC))
    return _writer(form)(Evidence(store, wanted, stated, progress))


def table_archive(store: Store, wanted: Filter, name: str) -> bytes:
    """Return a ZIP file of the table, called ``name``, and its statement, for a download, which is one file."""
    stated = about(store, wanted, datetime.now(UTC))
    moment = stated.made.timetuple()[:6]
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as files:
        with files.open(zipfile.ZipInfo(name, moment), "w") as table:
            for line in EXPORTS["csv"](Evidence(store, wanted, stated, _silent)):
                table.write(line.encode("utf-8", "replace"))
        statement = zipfile.ZipInfo(f"{name}-metadata.json", moment)
        files.writestr(statement, sheet.description(stated, name).encode("utf-8", "replace"))
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
    writer = _writer(form)
    if out.exists() and out.samefile(store.path):
        message = f"{out}: that is the corpus store itself"
        raise ExportError(message)
    stated = about(store, wanted, datetime.now(UTC))
    _replace(out, writer(Evidence(store, wanted, stated, progress)))
    if form == "csv":
        _replace(out.with_name(f"{out.name}-metadata.json"), iter([sheet.description(stated, out.name)]))
    return stated


def _writer(form: str) -> Callable[[Evidence], Iterator[str]]:
    if form not in EXPORTS:
        message = f"there is no format {form!r}; there are: {', '.join(EXPORTS)}"
        raise UnknownOptionError(message)
    return EXPORTS[form]


def _replace(out: Path, text: Iterator[str]) -> None:
    """Write beside the file and move into its place, so that a failure leaves what was there."""
    if out.is_dir():
        message = f"{out}: that is a folder; name a file in it"
        raise ExportError(message)
    draft = out.with_name(f".{out.name[:100]}.{os.getpid()}.part")
    try:
        with draft.open("w", encoding="utf-8", errors="replace", newline="") as stream:
            stream.writelines(text)
        draft.replace(out)
    except OSError as error:
        message = f"{out}: cannot be written: {error.strerror or error}"
        raise ExportError(message) from error
    finally:
        draft.unlink(missing_ok=True)
