"""``geonews dashboard``: the page of ``app.py``, opened from wherever geonews is installed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from geonews.cli import options
from geonews.cli.messages import say
from geonews.errors import GeonewsError
from geonews.settings import STORE_VARIABLE, Settings

_PATIENCE = 5.0
"""Seconds that the server has to end by itself."""


def dashboard(
    *,
    store: options.StorePath = None,
    port: Annotated[
        int | None, typer.Option(help="Serve here.", min=1, max=65535, show_default="8501, or the next free one")
    ] = None,
) -> None:
    """Open the map of the stored articles in the browser; without any, of the bundled sample articles."""
    raise typer.Exit(launch(store, port))


def launch(store: Path | None, port: int | None) -> int:
    """Serve the page until it is stopped; return 0 then, else the exit code of a server that ended by itself.

    ``store`` is the corpus to show (default: that of ``Settings``); one that is not there yet is said to be so. Raises
    ``StoreError`` for one that cannot be read. Where there is no display, no browser is opened and the address is
    printed. SIGTERM and SIGINT end the server, too.
    """
    shown = (store or Settings().store).resolve()
    _check(shown)
    environment = os.environ | ({STORE_VARIABLE: str(shown)} if store else {})
    for number in (signal.SIGTERM, signal.SIGINT):  # a shell has a background job ignore SIGINT
        signal.signal(number, signal.default_int_handler)
    with subprocess.Popen(command(page(), port, environment), env=environment) as server:  # noqa: S603 - our own page
        try:
            return server.wait()
        except KeyboardInterrupt:
            _end(server)
    return 0


def _check(store: Path) -> None:
    from geonews.store import Store  # noqa: PLC0415

    if store.exists():
        Store.open(store, read_only=True).close()
    else:
        say(f"{store}: is not there yet; `geonews add` makes it")


def _end(server: subprocess.Popen[bytes]) -> None:
    """End the server; asked politely, it would wait for every open page."""
    server.terminate()
    try:
        server.wait(_PATIENCE)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        server.kill()


def command(script: Path, port: int | None, environment: Mapping[str, str]) -> list[str]:
    """Return the words that serve ``script`` with the settings of its own folder, whatever the current one is."""
    settings = tomllib.loads((script.parent / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    flags = [f"--{name}={value}" for name, value in _flat(settings)]
    flags.append("--server.fileWatcherType=none")  # installed code does not change under the page
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
