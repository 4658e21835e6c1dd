"""Without a corpus of their own, readers see the sample articles, parsed once by a child process."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geonews.dashboard import sample
from geonews.errors import GeonewsError
from geonews.settings import Settings
from geonews.store import Store

APP = Path(__file__).resolve().parents[2] / "app.py"


def html(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html"))


def test_the_sample_is_parsed_once_with_progress_and_shown_as_what_it_is() -> None:
    told: list[tuple[int, int]] = []
    path = sample.ready(Settings().cache, lambda done, everything: told.append((done, everything)))
    assert len(told) > 12
    assert told[-1][0] == told[-1][1]
    sample.ready(Settings().cache, lambda _done, _all: pytest.fail("it was there already"))
    with Store.open(path, read_only=True) as store:
        assert store.summary().pins > 50
    page = AppTest.from_file(str(APP), default_timeout=60).run()
    assert not page.exception
    assert "sample articles" in html(page)
    assert "geonews add" in html(page)
    assert str(Settings().store) in html(page)


def test_the_sample_is_parsed_again_when_any_code_that_parses_changes() -> None:
    package = Path(sample.__file__).parents[1]
    names = {file.relative_to(package).as_posix() for file in sample.sources(package)}
    assert {"forest.py", "syntax.py", "tables.py", "models.py", "pipeline.py", "store/store.py"} <= names
    assert "linking/data/verbs.csv" in names
    assert not [name for name in names if name.startswith(("cli/", "dashboard/"))]


def test_an_own_corpus_without_articles_counts_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(Settings().store):
        pass
    empty = tmp_path / "empty-sample.sqlite"
    with Store.open(empty):
        pass
    monkeypatch.setattr(sample, "ready", lambda _cache, _progress: empty)
    page = AppTest.from_file(str(APP), default_timeout=60).run()
    assert not page.exception
    assert "No articles yet" in html(page)
    assert "geonews add" in html(page)


def test_a_child_that_fails_is_heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample, "__name__", "geonews.no_such_module")
    with pytest.raises(GeonewsError, match="No module named geonews"):
        sample.ready(tmp_path / "elsewhere", lambda _done, _all: None)


def test_a_cache_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    in_the_way = tmp_path / "cache"
    in_the_way.write_text("a file")
    with pytest.raises(GeonewsError, match=r"cache: the sample corpus cannot be kept there"):
        sample.ready(in_the_way, lambda _done, _all: None)
