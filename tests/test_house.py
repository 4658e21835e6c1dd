"""The house stands: imports go down only, the code is linted, formatted and typed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[1]


def run(tool: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    program = shutil.which(tool, path=str(Path(sys.executable).parent))
    assert program, f"{tool} is not installed: see the README's test command"
    return subprocess.run([program, *arguments], cwd=TOP, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("lint-imports", "--no-cache"), id="imports go down only"),
        pytest.param(("ruff", "check", "."), id="every lint rule holds"),
        pytest.param(("ruff", "format", "--check", "."), id="the code is formatted"),
        pytest.param(("mypy", "--no-error-summary"), id="the types hold in strict mode"),
    ],
)
def test_the_house_rules_hold(command: tuple[str, ...]) -> None:
    result = run(*command)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("module", ["geonews.cli", "geonews.store", "geonews.corpus", "geonews.dashboard.page"])
def test_looking_at_a_stored_corpus_never_loads_the_language_model(module: str) -> None:
    code = f"import sys, {module}; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=TOP, check=False).returncode == 0


def test_help_needs_none_of_the_heavy_libraries() -> None:
    heavy = "{'spacy', 'streamlit', 'pandas', 'sqlalchemy', 'trafilatura', 'numpy'}"
    code = f"import sys, geonews.cli; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], cwd=TOP, check=False).returncode == 0
