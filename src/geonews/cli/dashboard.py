"""``geonews dashboard``: the page of ``app.py``, opened from wherever geonews is installed."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from geonews.cli import options
from geonews.errors import GeonewsError
from geonews.settings import STORE_VARIABLE


def dashboard(
    *,
    store: options.StorePath = None,
    port: Annotated[int | None, typer.Option(help="Serve here.", show_default="8501, or the next free one")] = None,
) -> None:
    """Open the map of the stored articles in the browser; without any, of the bundled sample articles."""
    raise typer.Exit(launch(store, port))


def launch(store: Path | None, port: int | None) -> int:
    """Serve the page until it is stopped; return the server's exit code.

    ``store`` is the corpus to show (default: that of ``Settings``). Where there is no display, no browser is opened
    and the address is printed.
    """
    environment = os.environ | ({STORE_VARIABLE: str(store.resolve())} if store else {})
    with subprocess.Popen(command(page(), port, environment), env=environment) as server:  # noqa: S603 - our own page
        while True:
            try:
                return server.wait()
            except KeyboardInterrupt:
                continue  # the terminal interrupts the server as well, which then ends by itself


def command(script: Path, port: int | None, environment: Mapping[str, str]) -> list[str]:
    """Return the words that serve ``script`` with the settings of its own folder, whatever the current one is."""
    settings = tomllib.loads((script.parent / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    flags = [f"--{name}={value}" for name, value in _flat(settings)]
    # Other machines are not let in, nor asked for this one's address; installed code does not change under the page.
    flags += ["--server.address=localhost", "--server.fileWatcherType=none"]
    if port is not None:
        flags.append(f"--server.port={port}")
    if not _has_display(environment):
        flags.append("--server.headless=true")
    return [sys.executable, "-m", "streamlit", "run", str(script), *flags]


def page() -> Path:
    """Return where ``app.py`` is: inside the package in a wheel, at the top of a checkout; else ``GeonewsError``."""
    package = Path(__file__).resolve().parents[1]
    folders = (package / "dashboard" / "app", package.parents[1])
    for folder in folders:
        if (folder / "app.py").exists() and (folder / ".streamlit" / "config.toml").exists():
            return folder / "app.py"
    message = (
        f"app.py: is neither in {package / 'dashboard' / 'app'} nor in {package.parents[1]}; install geonews again"
    )
    raise GeonewsError(message)


def _flat(settings: Mapping[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    flat = []
    for name, value in settings.items():
        if isinstance(value, Mapping):
            flat.extend(_flat(value, f"{prefix}{name}."))
        else:
            flat.append((prefix + name, str(value).lower() if isinstance(value, bool) else str(value)))
    return flat


def _has_display(environment: Mapping[str, str]) -> bool:
    """Tell whether a browser can be opened: always on Windows and macOS, elsewhere where a display is named."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
