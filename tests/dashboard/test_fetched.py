"""The map's files, as long as a browser may want to fetch them."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit import runtime
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from geonews.dashboard import fetched
from geonews.dashboard.fetched import Shelf, address

BASE = "https://example.org/news"


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> MediaFileManager:
    manager = MediaFileManager(MemoryMediaFileStorage("/media"))
    monkeypatch.setattr(runtime, "get_instance", lambda: SimpleNamespace(media_file_mgr=manager))
    monkeypatch.setattr(fetched, "_shelf", Shelf(2))
    return manager


def is_there(files: MediaFileManager, there: str) -> bool:
    assert there.startswith(f"{BASE}/media/")
    return files.read_file(there.rpartition("/")[2].removesuffix(".json")) is not None


def next_run(files: MediaFileManager) -> None:
    """Do what the server does when a run of the page begins, and is stopped before it asks for a file."""
    files.clear_session_refs()
    files.remove_orphaned_files()


def test_a_file_outlasts_the_run_that_asked_for_it(files: MediaFileManager) -> None:
    pins = address(BASE, b"[1]")
    next_run(files)
    assert is_there(files, pins)
    assert address(BASE, b"[1]") == pins


def test_the_file_that_was_not_asked_for_longest_gives_way(files: MediaFileManager) -> None:
    first, second = address(BASE, b"[1]"), address(BASE, b"[2]")
    address(BASE, b"[1]")
    third = address(BASE, b"[3]")
    next_run(files)
    assert [is_there(files, each) for each in (first, second, third)] == [True, False, True]


@given(st.integers(1, 4), st.lists(st.binary(max_size=1), max_size=30))
def test_no_two_files_share_a_place_while_both_are_kept(places: int, asked: list[bytes]) -> None:
    shelf, kept = Shelf(places), dict[int, bytes]()
    for content in asked:
        kept[shelf.place(content)] = content
    newest = list(dict.fromkeys(reversed(asked)))[:places]
    assert sorted(kept.values()) == sorted(newest)
    assert set(kept) <= set(range(places))
