"""``geonews dashboard`` serves the page of app.py, with its settings, from anywhere."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from geonews.cli import dashboard

ROOT = Path(__file__).resolve().parents[2]
GEONEWS = (sys.executable, "-m", "geonews")


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


def test_streamlit_run_app_py_lets_only_this_machine_in_as_well() -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["server"]["address"] == "localhost"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_stopping_the_launcher_alone_stops_the_server(number: signal.Signals, tmp_path: Path) -> None:
    with subprocess.Popen(
        [*GEONEWS, "dashboard", "--port", str(_free_port()), "--store", str(tmp_path / "new.sqlite")],
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as launcher:
        assert launcher.stdout is not None
        before = []
        while "URL:" not in (line := launcher.stdout.readline()):
            assert line, "the server did not start"
            before.append(line)
        launcher.send_signal(number)
        launcher.stdout.read()  # ends when nobody holds the pipe any longer, neither launcher nor server
        assert launcher.wait() == 0
    assert any("new.sqlite: is not there yet" in line for line in before)


def test_a_port_that_cannot_be_is_a_wrong_call() -> None:
    done = subprocess.run(
        [*GEONEWS, "dashboard", "--port", "99999"], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 2
    assert "65535" in done.stderr


def test_a_store_that_is_a_folder_is_refused_in_one_line(tmp_path: Path) -> None:
    done = subprocess.run(
        [*GEONEWS, "dashboard", "--store", str(tmp_path)], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 1
    assert done.stderr.splitlines() == [f"geonews: {tmp_path}: is a folder, not a geonews store"]


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="there is always a display")
def test_a_browser_is_opened_where_there_is_a_display() -> None:
    assert "--server.headless=true" in dashboard.command(dashboard.page(), None, {})
    assert "--server.headless=true" not in dashboard.command(dashboard.page(), None, {"WAYLAND_DISPLAY": "wayland-0"})


def test_app_py_is_a_docstring_an_import_and_a_call() -> None:
    lines = [line for line in (ROOT / "app.py").read_text(encoding="utf-8").splitlines() if line]
    assert len(lines) == 3
    assert lines[-1] == "run()"


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("localhost", 0))
        number: int = free.getsockname()[1]
    return number
