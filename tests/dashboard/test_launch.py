"""``geonews dashboard`` serves the page of app.py, with its settings, from anywhere."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from geonews.cli import dashboard

ROOT = Path(__file__).resolve().parents[2]


def test_it_serves_the_page_with_the_settings_beside_it() -> None:
    words = dashboard.command(dashboard.page(), 8600, {"DISPLAY": ":0"})
    assert words[:4] == [sys.executable, "-m", "streamlit", "run"]
    assert words[4] == str(dashboard.page())
    assert "--server.enableStaticServing=true" in words
    assert "--browser.gatherUsageStats=false" in words
    assert "--server.showEmailPrompt=false" in words
    assert "--server.port=8600" in words
    assert any(word.startswith("--theme.light.primaryColor=#") for word in words)


def test_only_this_machine_is_let_in() -> None:
    assert "--server.address=localhost" in dashboard.command(dashboard.page(), None, {})


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="there is always a display")
def test_a_browser_is_opened_where_there_is_a_display() -> None:
    assert "--server.headless=true" in dashboard.command(dashboard.page(), None, {})
    assert "--server.headless=true" not in dashboard.command(dashboard.page(), None, {"WAYLAND_DISPLAY": "wayland-0"})


def test_app_py_is_a_docstring_an_import_and_a_call() -> None:
    lines = [line for line in (ROOT / "app.py").read_text(encoding="utf-8").splitlines() if line]
    assert len(lines) == 3
    assert lines[-1] == "run()"
