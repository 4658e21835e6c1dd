"""The bundled tables, unpacked once into the user's cache and memory-mapped from there."""

from __future__ import annotations

import hashlib
import json
import logging
import mmap
import os
import tempfile
import time
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from threading import Lock
from typing import BinaryIO

import platformdirs

from geonews.errors import GazetteerError
from geonews.gazetteer.tables import Layout, head, layout

logger = logging.getLogger(__name__)
MANIFEST = "manifest.json"
_THREADS = 2
"""Enough to be quick; more would hold more tables in memory at once."""
_STALE = 600
"""Seconds after which another process's half-written file counts as left by a killed one."""
_FORMER = 86_400
"""Seconds after which an unpacked file of another version is removed."""


def bundled() -> Traversable:
    """Return the folder of the compressed tables: inside the wheel, or at the top of a checkout.

    Raises:
        GazetteerError: there is none.

    """
    package = files("geonews.gazetteer") / "data"
    checkout = Path(__file__).resolve().parents[3] / "gazetteer" / "tables"
    for folder in (package, checkout):
        if (folder / MANIFEST).is_file():
            return folder
    message = f"the bundled gazetteer is missing: no {MANIFEST} in {package} or {checkout}"
    raise GazetteerError(message)


def prepared(folder: Traversable | None = None, cache: Path | None = None) -> memoryview:
    """Return the unpacked tables, memory-mapped; unpack them first if that has not been done.

    Safe when several processes do it at once or one is killed: a file appears under its name only when it is whole.

    Args:
        folder: the compressed tables (default: the bundled ones).
        cache: where to keep the unpacked file (default: the user's cache folder, else the temporary one).

    Raises:
        GazetteerError: the data is missing or damaged, or no folder can be written.

    """
    folder = folder or bundled()
    text = (folder / MANIFEST).read_bytes()
    stamp = hashlib.sha256(text).hexdigest()[:16]
    manifest = json.loads(text)
    name = f"gazetteer-{stamp}.bin"
    problems = []
    for place in [cache] if cache else _folders():
        data = _mapped(place / name, manifest, stamp)
        if data is not None:
            return data
        try:
            place.mkdir(parents=True, exist_ok=True)
            _write(place / name, folder, manifest, stamp)
        except OSError as error:
            problems.append(f"{place}: {error}")
        # even after an error: Windows refuses to replace a file that another process has put there and mapped
        data = _mapped(place / name, manifest, stamp)
        if data is not None:
            return data
    message = f"the gazetteer cannot be unpacked ({'; '.join(problems)})"
    raise GazetteerError(message)


def _folders() -> Iterator[Path]:
    """Yield where the file may be; the next is asked only if the one before cannot be written."""
    yield platformdirs.user_cache_path("geonews", appauthor=False)
    yield Path(tempfile.gettempdir()) / f"geonews-{os.getuid() if hasattr(os, 'getuid') else 'user'}"


def _sizes(manifest: dict[str, dict[str, dict[str, object]]]) -> dict[str, tuple[str, int]]:
    return {name: (str(table["typecode"]), int(str(table["bytes"]))) for name, table in manifest["tables"].items()}


def _mapped(path: Path, manifest: dict[str, dict[str, dict[str, object]]], stamp: str) -> memoryview | None:
    """Map the file if it is whole: its head is written last, and its length is known."""
    placed, size = layout(_sizes(manifest))
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            if status.st_size != size or not _trusted(status.st_uid):
                return None
            data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError):
        return None
    expected = head(placed, stamp)
    return data if data[: len(expected)] == expected else None


def _trusted(owner: int) -> bool:
    """Tell whether a file is ours: the temporary folder is open to everyone."""
    return not hasattr(os, "getuid") or owner in {os.getuid(), 0}


def _write(path: Path, folder: Traversable, manifest: dict[str, dict[str, dict[str, object]]], stamp: str) -> None:
    started = time.monotonic()
    _sweep(path.parent)
    placed, size = layout(_sizes(manifest))
    handle, temporary = tempfile.mkstemp(prefix=f"{path.stem}-", suffix=".part", dir=path.parent)
    try:
        # closed before it is renamed or removed: Windows does neither with an open file
        with os.fdopen(handle, "wb") as file:
            logger.warning("unpacking the gazetteer into %s (once, a few seconds)", path.parent)
            file.truncate(size)
            _fill(file, placed, folder, manifest)
            file.seek(0)
            file.write(head(placed, stamp))
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    logger.info("unpacked the gazetteer in %.1f s", time.monotonic() - started)


def _fill(
    file: BinaryIO, placed: Layout, folder: Traversable, manifest: dict[str, dict[str, dict[str, object]]]
) -> None:
    """Unpack all tables, some at once; only one is written at a time, which is the quick part."""
    turn = Lock()

    def fill(name: str) -> None:
        data = _table(folder, name, manifest)
        with turn:
            file.seek(placed[name][1])
            file.write(data)

    with ThreadPoolExecutor(_THREADS) as pool:
        for _ in pool.map(fill, placed):
            pass


def _table(folder: Traversable, name: str, manifest: dict[str, dict[str, dict[str, object]]]) -> bytes:
    from geonews.gazetteer.packing import unpack  # noqa: PLC0415 - numpy is needed only this once

    entry = manifest["tables"][name]
    packed = (folder / f"{name}.z").read_bytes()
    try:
        data = unpack(zlib.decompress(packed), str(entry["typecode"]), str(entry["packing"]))
    except (zlib.error, ValueError) as error:
        message = f"{folder / f'{name}.z'}: damaged ({error})"
        raise GazetteerError(message) from error
    if hashlib.sha256(data).hexdigest() != entry["sha256"]:
        message = f"{folder / f'{name}.z'}: wrong checksum"
        raise GazetteerError(message)
    return data


def _sweep(folder: Path) -> None:
    """Remove what killed processes and former versions left; who still reads a former version keeps its mapping.

    What cannot be removed stays: another process was quicker, or (on Windows) still reads it.
    """
    for pattern, age in (("gazetteer-*.part", _STALE), ("gazetteer-*.bin", _FORMER)):
        for path in folder.glob(pattern):
            with suppress(OSError):
                if time.time() - path.stat().st_mtime > age:
                    path.unlink()
