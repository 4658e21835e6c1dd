"""Files for browsers, each by an address: what is sent once and kept does not go with every message."""

from __future__ import annotations

import threading
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Final

from streamlit import runtime
from streamlit.runtime.scriptrunner_utils.script_run_context_attr import SCRIPT_RUN_CONTEXT_ATTR_NAME

KEPT = 100
"""Files that can be fetched for at least as long as this many others have not been asked for."""
_NOBODY: Final = SimpleNamespace(session_id="geonews")
"""Whose the files are for the server, which asks a run of the page for nothing else."""


class Shelf:
    """Which of the places of a shelf each file has; the one that was not asked for longest gives way to a new one."""

    def __init__(self, places: int) -> None:
        """Make an empty one."""
        self._places = places
        self._found: OrderedDict[bytes, int] = OrderedDict()
        self._lock = threading.Lock()

    def place(self, content: bytes) -> int:
        """Return the number of the place of a file, from 0."""
        with self._lock:
            if content not in self._found:
                full = len(self._found) == self._places
                self._found[content] = self._found.popitem(last=False)[1] if full else len(self._found)
            self._found.move_to_end(content)
            return self._found[content]


_shelf = Shelf(KEPT)


def _belongs_to_nobody() -> None:
    setattr(threading.current_thread(), SCRIPT_RUN_CONTEXT_ATTR_NAME, _NOBODY)


_keeper = ThreadPoolExecutor(max_workers=1, initializer=_belongs_to_nobody)


def address(base: str, content: bytes) -> str:
    """Return where JSON can be fetched; ``base`` is the page's own address.

    The same content has the same address, so a browser that has it asks for nothing. The server would keep the file as
    it keeps a picture of ``st.image``: for the visitor whose run of the page asked for it, until the next run begins.
    A browser that draws a map, or has a slow link, fetches it later than that; so it belongs to no visitor.
    """
    files = runtime.get_instance().media_file_mgr
    kept = _keeper.submit(files.add, content, "application/json", f"geonews-{_shelf.place(content)}")
    return base + kept.result()
