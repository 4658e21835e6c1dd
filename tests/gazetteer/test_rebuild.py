"""The tables come from the pinned packages, and from nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "gazetteer"
PACKAGES = "GEONEWS_GAZETTEER_PACKAGES"
"""Environment variable that names a folder with the pinned packages; the build takes minutes."""


@pytest.mark.skipif(PACKAGES not in os.environ, reason=f"needs the pinned packages in a folder named by {PACKAGES}")
def test_a_rebuild_gives_the_same_tables(tmp_path: Path) -> None:
    command = [sys.executable, str(FOLDER / "build.py"), os.environ[PACKAGES], "--out", str(tmp_path)]
    subprocess.run(command, check=True)
    rebuilt, committed = (
        {name: table["sha256"] for name, table in json.loads((folder / "manifest.json").read_text())["tables"].items()}
        for folder in (tmp_path, FOLDER / "tables")
    )
    assert rebuilt == committed


def test_the_hand_made_tables_are_those_that_the_bundle_was_built_from() -> None:
    recorded = json.loads((FOLDER / "tables" / "manifest.json").read_text(encoding="utf-8"))
    assert set(recorded) >= {"built", "kinds", "countries", "sources", "tables"}
    assert (FOLDER / "tables" / "exceptions.csv").read_bytes() == (FOLDER / "exceptions.csv").read_bytes()
