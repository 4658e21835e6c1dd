"""Copies of one sentence count once under a place, with where else they stand."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape

import pytest

from geonews.claims import Copyist
from geonews.export.passages import told
from geonews.export.takeaway import pieces
from geonews.models import ParsedArticle
from geonews.store import EVERYTHING, Filter, Store

COPIED = "About 3000 troops left Karvel for a row of camps by the river, the mayor said on Monday."
OTHER = "Nobody in Karvel knew on Tuesday how long the bridge would stay closed to lorries."


@pytest.fixture
def copied(store: Store, tell: Callable[..., ParsedArticle]) -> Store:
    """Return the corpus with a sentence in three articles, and another one in a fourth, all about Karvel."""
    for day, name in enumerate(("Agency", "Paper", "Post"), 10):
        parsed = tell(name, COPIED, "Karvel", title=f"By {name}", source=name, published=f"2022-02-{day}")
        store.add(parsed, copyist=Copyist())
    store.add(tell("own", OTHER, "Karvel", title="Own", published="2022-02-09"), copyist=Copyist())
    return store


def passages(store: Store, wanted: Filter = EVERYTHING, each: int = 9) -> list[tuple[str, list[str]]]:
    rows = [row for row in store.places(wanted) if row.place.name == "Karvel"]
    ((_, found),) = told(store, wanted, rows, each)
    return [(str(one.row.id), [str(copy.source) for copy in one.also]) for one in found]


def test_copies_of_one_sentence_count_once_with_where_else_they_stand(copied: Store) -> None:
    assert passages(copied) == [("Agency", ["Paper", "Post"]), ("own", []), ("first", [])]


def test_a_place_has_as_many_passages_as_asked_however_many_copies_come_first(copied: Store) -> None:
    assert [name for name, _ in passages(copied, each=2)] == ["Agency", "own"]
    assert [name for name, _ in passages(copied, each=1)] == ["Agency"]


def test_a_copy_that_the_filter_keeps_out_is_counted_and_not_named(copied: Store) -> None:
    wanted = Filter(sources=("Paper", "Post"))
    assert passages(copied, wanted) == [("Paper", ["Post"])]
    brief = "".join(pieces("brief", copied, wanted))
    assert "also in (2:0) and 1 other article" in brief
    assert "Agency" not in brief


def test_a_filter_by_articles_stays_one(copied: Store) -> None:
    wanted = Filter(articles=(*copied.keys("Post"), *copied.keys("own")))
    assert passages(copied, wanted) == [("Post", []), ("own", [])]
    assert "also in 1 other" not in "".join(pieces("brief", copied, wanted))
    assert "also in 2 other articles" in "".join(pieces("brief", copied, wanted))


def test_brief_and_page_hold_a_copied_sentence_once_among_the_passages(copied: Store) -> None:
    brief = "".join(pieces("brief", copied))
    assert brief.count(COPIED) == 1
    assert f"> {COPIED} (2:0), Agency, 10 Feb 2022, also in (3:0), (4:0)\n" in brief
    assert all(f"By {name}. {name}," in brief for name in ("Agency", "Paper", "Post"))
    page = unescape("".join(pieces("html", copied)))
    assert page.count("for a row of camps by the river") == 1
    assert "Also in <bdi>By Paper</bdi>" in page


def test_a_corpus_without_copies_names_none(store: Store) -> None:
    assert passages(store) == [("first", [])]
    assert "lso in" not in "".join(pieces("html", store)).split("</style>")[1].split("<script>")[0]


def test_a_source_list_holds_whole_titles_and_no_endless_one(store: Store, tell: Callable[..., ParsedArticle]) -> None:
    long = "Ministers of eleven states met at the border for a seventh time to see what became of " + "their plan " * 20
    for at, title in enumerate((long.strip(), "<b>x</b>" * 1250)):
        store.add(tell(f"long {at}", f"Rain fell on Karvel {at}.", "Karvel", title=title))
    for form in ("brief", "html"):
        held = unescape("".join(pieces(form, store)))
        assert long.strip() in held
        assert max(map(len, held.split("\n"))) < 200_000
        assert held.replace("\\", "").count("<b>x</b>") < 250
