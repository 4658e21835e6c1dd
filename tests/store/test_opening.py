"""Opening a store: what is made, what is refused, and in which words."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from geonews.claims import Copyist
from geonews.errors import StoreError
from geonews.models import Correction
from geonews.store import Filter, Store, migration

if TYPE_CHECKING:
    from conftest import World

ADDING = """
import sys
from pathlib import Path
from geonews.models import Article, ParsedArticle
from geonews.store import Store

with Store.open(Path(sys.argv[1])) as store:
    for number in range(int(sys.argv[2]), int(sys.argv[3])):
        store.add(ParsedArticle(Article(number, f"Text {number}."), (), (), (), (), ()))
"""


def adding(path: Path, first: int, last: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", ADDING, str(path), str(first), str(last)])


def test_parents_are_made_and_odd_names_are_no_problem(tmp_path: Path, world: World) -> None:
    path = tmp_path / "neu & schön" / "50% ?#.sqlite"
    with Store.open(path) as store:
        store.add(world.parsed())
    with Store.open(path, read_only=True) as store:
        assert len(store.articles()) == 1
    assert path.is_file()


def test_a_store_is_what_it_was_when_it_is_opened_again(tmp_path: Path, world: World) -> None:
    path = tmp_path / "corpus.sqlite"
    with Store.open(path) as store:
        store.add(world.parsed())
        revision = store.revision()
    with Store.open(path) as store:
        assert list(store.parsed()) == [world.parsed()]
        assert store.revision() == revision


def test_a_reader_sees_what_a_second_process_adds(tmp_path: Path) -> None:
    path = tmp_path / "corpus.sqlite"
    with Store.open(path), Store.open(path, read_only=True) as reader:
        before = reader.revision()
        assert reader.articles() == []
        assert adding(path, 0, 3).wait() == 0
        assert [row.id for row in reader.articles()] == [0, 1, 2]
        assert reader.revision() > before


def test_several_processes_can_make_and_fill_one_store_at_once(tmp_path: Path) -> None:
    path = tmp_path / "corpus.sqlite"
    processes = [adding(path, first, first + 20) for first in (0, 10, 20)]
    assert [process.wait() for process in processes] == [0, 0, 0]
    with Store.open(path) as store:
        assert sorted(row.id for row in store.articles()) == list(range(40))


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        Store.open(tmp_path)


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Some notes that must not be overwritten. " * 50)
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"notes\.txt: is not a database"):
        Store.open(path)
    assert path.read_bytes() == before


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE articles (mine)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        Store.open(path)
    assert path.read_bytes() == before


def test_a_store_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "corpus.sqlite"
    Store.open(path).close()
    with sqlite3.connect(path) as later:
        later.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match=r"newer geonews.*99"):
        Store.open(path)


def version_1(path: Path) -> None:
    """Make a store as version 1 of the file had it."""
    with sqlite3.connect(path) as old:
        old.executescript((Path(__file__).parent / "version_1.sql").read_text(encoding="utf-8"))


@pytest.mark.parametrize("read_only", [False, True])
def test_a_store_of_an_older_version_is_brought_up_to_date_and_nothing_is_lost(
    tmp_path: Path, world: World, *, read_only: bool
) -> None:
    path = tmp_path / "corpus.sqlite"
    version_1(path)
    parsed = world.parsed(title="Troops leave", source="Wire", published="2022-02-07", links=((0, 1, "origin"),))
    with Store.open(path, read_only=read_only) as store:
        assert store.article(*store.keys("a")) == parsed
        assert store.holds(parsed.article, parser="1 old")
        assert [row.id for row in store.articles(Filter(text="leave"))] == ["a"]
        assert [(row.place.name, row.figures) for row in store.places()] == [
            ("Black Sea", 0),
            ("Kyiv", 1),
            ("Russia", 0),
        ]
        assert [name.text for name in store.unplaced().names] == ["Nowhereville"]


def test_a_store_of_version_2_is_brought_up_to_date_and_can_be_corrected(tmp_path: Path, world: World) -> None:
    path = tmp_path / "corpus.sqlite"
    with sqlite3.connect(path) as old:
        old.executescript((Path(__file__).parent / "version_2.sql").read_text(encoding="utf-8"))
    text = "About 1,000 Russian troops left Kyiv. The Black Sea and Nowhereville were calm."
    parsed = world.parsed(text, title="Troops leave", source="Wire", published="2022-02-07", links=((0, 1, "origin"),))
    with Store.open(path) as store:
        assert list(store.parsed()) == [parsed]
        assert store.add(parsed, parser="2 old", copyist=Copyist()) == "unchanged"
        store.ledger.add([Correction("no place", "Kyiv")])
        assert [row.place.name for row in store.places()] == ["Black Sea", "Russia"]


def test_an_older_store_knows_its_copies_once_its_articles_are_added_again(tmp_path: Path) -> None:
    path = tmp_path / "corpus.sqlite"
    version_1(path)
    with Store.open(path) as store:
        again = store.article(*store.keys("a"))
        assert store.add(again, parser="1 old", copyist=Copyist()) == "updated"
        assert store.add(again, parser="1 old", copyist=Copyist()) == "unchanged"
        store.add(replace(again, article=replace(again.article, id="copy")), copyist=Copyist())
        (first,) = store.passages("gn:1")
        assert first.copies == 1


def test_an_older_store_that_cannot_be_written_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "corpus.sqlite"
    version_1(path)

    def refuse(*_: object) -> None:
        message = "attempt to write a readonly database"
        raise StoreError(message)

    monkeypatch.setattr(migration, "migrate", refuse)
    with pytest.raises(StoreError, match=r"older geonews.*geonews list --store"):
        Store.open(path, read_only=True)


def test_a_parent_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match=r"corpus\.sqlite: its folder cannot be made"):
        Store.open(tmp_path / "file" / "deeper" / "corpus.sqlite")


def test_missing_permission_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "corpus.sqlite"
    path.touch(mode=0o000)
    try:
        path.read_bytes()
    except PermissionError:
        with pytest.raises(StoreError, match="permission"):
            Store.open(path)
    else:
        pytest.skip("this user may read everything")


def test_reading_only_makes_no_file(tmp_path: Path) -> None:
    path = tmp_path / "corpus.sqlite"
    with pytest.raises(StoreError, match="there is no store here"):
        Store.open(path, read_only=True)
    path.touch()
    with pytest.raises(StoreError, match="is empty"):
        Store.open(path, read_only=True)
    assert path.read_bytes() == b""


def test_reading_only_refuses_changes(tmp_path: Path, world: World) -> None:
    path = tmp_path / "corpus.sqlite"
    with Store.open(path) as store:
        store.add(world.parsed())
    with Store.open(path, read_only=True) as store:
        with pytest.raises(StoreError, match="reading only"):
            store.add(world.parsed(title="T"))
        with pytest.raises(StoreError, match="reading only"):
            store.remove(store.keys("a"))
        assert store.articles(Filter(text="Kyiv"))[0].title is None


def test_damage_is_reported_with_the_file_and_the_cause(tmp_path: Path, world: World) -> None:
    path = tmp_path / "corpus.sqlite"
    with Store.open(path) as store:
        for number in range(50):
            store.add(world.parsed(article_id=number))
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    with pytest.raises(StoreError, match=r"corpus\.sqlite: is damaged"), Store.open(path) as store:
        store.articles()
