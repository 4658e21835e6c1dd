"""The passages behind a place: verbatim, in order, with their marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geonews.models import Figure
from geonews.store import Filter, Mark
from geonews.store.marks import passage_marks

if TYPE_CHECKING:
    from conftest import World

    from geonews.store import PassageRow, Store


def marked(row: PassageRow) -> list[tuple[str, str, str]]:
    return [(row.text[mark.start : mark.end], mark.what, mark.label) for mark in row.marks]


def test_a_passage_is_verbatim_with_a_sentence_either_side(store: Store, world: World) -> None:
    parsed = world.parsed(title="T", source="S", url="https://example.org/x", published="2022-02-07")
    store.add(parsed)
    (row,) = store.passages("gn:1")
    assert row.text == "About 1,000 Russian troops left Kyiv."
    assert (row.before, row.after) == ("About nothing.", "End.")
    assert parsed.article.text[row.start :].startswith(row.text)
    assert (row.id, row.title, row.source, row.url, row.published) == (
        "a",
        "T",
        "S",
        "https://example.org/x",
        "2022-02-07",
    )


def test_the_first_and_the_last_sentence_have_nothing_beyond(store: Store, world: World) -> None:
    store.add(world.parsed("Kyiv stands."))
    (row,) = store.passages("gn:1")
    assert (row.before, row.after) == ("", "")


def test_offsets_count_code_points_not_bytes(store: Store, world: World) -> None:
    store.add(world.parsed("🚢🚢 e\u0301té.\r\n«Über» Kyiv 🚀 about 20 ships.\x85Schluß."))
    (row,) = store.passages("gn:1")
    assert row.text == "«Über» Kyiv 🚀 about 20 ships."
    assert marked(row) == [("Kyiv", "place", "Kyiv"), ("about 20 ships", "figure", "ships")]


def test_place_other_places_and_figures_are_told_apart(store: Store, world: World) -> None:
    store.add(world.parsed("About 1,000 troops left Kyiv and Moscow for Nowhereville.", kinds={1: "metonymic"}))
    (row,) = store.passages("gn:1")
    assert marked(row) == [
        ("About 1,000 troops", "figure", "troops"),
        ("Kyiv", "place", "Kyiv"),
        ("Moscow", "other place", "Moscow (metonymic)"),
        ("Nowhereville", "other place", "Nowhereville"),
    ]


def test_the_selected_place_used_for_its_government_is_no_pin(store: Store, world: World) -> None:
    store.add(world.parsed("Moscow said that Moscow is calm.", kinds={0: "metonymic"}))
    (row,) = store.passages("gn:2")
    assert [mark.what for mark in row.marks] == ["other place", "place"]


def test_figures_come_with_their_role_for_the_place(store: Store, world: World) -> None:
    store.add(world.parsed("About 1,000 troops left Kyiv. Then 5 ships left Moscow.", links=((0, 0, "origin"),)))
    (kyiv,), (moscow,) = store.passages("gn:1"), store.passages("gn:2")
    assert [(f.text, f.low, f.high, f.kind, f.noun, f.role) for f in kyiv.figures] == [
        ("1,000", 1000.0, None, "troops", "troops", "origin")
    ]
    assert [(f.text, f.role) for f in moscow.figures] == [("5", None)]


def test_passages_are_newest_first_undated_last_and_paged(store: Store, world: World) -> None:
    store.add(world.parsed("Kyiv one. Kyiv two.", "undated"))
    store.add(world.parsed("Kyiv three.", "old", published="2022-02-07"))
    store.add(world.parsed("Kyiv four.", "new", published="2023-02-07"))
    texts = [row.text for row in store.passages("gn:1")]
    assert texts == ["Kyiv four.", "Kyiv three.", "Kyiv one.", "Kyiv two."]
    assert [row.text for row in store.passages("gn:1", limit=2, offset=1)] == texts[1:3]
    assert store.passage_count("gn:1") == 4
    assert store.passages("gn:1", offset=4) == []


def test_a_sentence_that_names_the_place_twice_is_one_passage(store: Store, world: World) -> None:
    store.add(world.parsed("Kyiv and Kyiv."))
    assert store.passage_count("gn:1") == len(store.passages("gn:1")) == 1


def test_passages_obey_the_filter(store: Store, world: World) -> None:
    store.add(world.parsed("Kyiv one.", source="Wire"))
    store.add(world.parsed("Kyiv two.", source="Gazette"))
    wanted = Filter(sources=("Wire",))
    assert [row.text for row in store.passages("gn:1", wanted)] == ["Kyiv one."]
    assert store.passage_count("gn:1", wanted) == 1
    assert store.passages("gn:1", Filter(place_kinds=("sea",))) == []


def test_the_places_that_passages_name_beside_a_place_are_counted_by_passage_the_most_often_named_first(
    store: Store, world: World
) -> None:
    store.add(world.parsed("Kyiv and Moscow. Moscow, Moscow and Kyiv. Kyiv by the Black Sea. Moscow alone.", "a"))
    store.add(world.parsed("Kyiv told Moscow.", "b", kinds={1: "metonymic"}))
    found = store.named_beside("gn:1")
    assert [(each.place.name, each.passages) for each in found] == [("Moscow", 2), ("Black Sea", 1)]
    assert [each.place.name for each in store.named_beside("gn:1", limit=1)] == ["Moscow"]
    assert store.named_beside("gn:999") == []
    for each in found:
        assert store.passage_count("gn:1", beside=each.place.id) == each.passages


def test_only_the_passages_that_name_another_place_as_well_can_be_asked_for(store: Store, world: World) -> None:
    store.add(world.parsed("Kyiv and Moscow. Kyiv. Kyiv, Moscow: 5 ships.", source="Wire"))
    store.add(world.parsed("Kyiv far from Moscow.", "b", source="Gazette"))
    assert [row.text for row in store.passages("gn:1", Filter(sources=("Wire",)), beside="gn:2")] == [
        "Kyiv and Moscow.",
        "Kyiv, Moscow: 5 ships.",
    ]
    assert store.passage_count("gn:1", Filter(places=("gn:1",)), beside="gn:2") == 3
    assert [row.text for row in store.passages("gn:1", Filter(figure_kinds=("ships",)), beside="gn:2")] == [
        "Kyiv, Moscow: 5 ships."
    ]
    assert store.passages("gn:1", beside="gn:999") == []


def test_an_unknown_place_has_no_passages(store: Store, world: World) -> None:
    store.add(world.parsed())
    assert store.passages("gn:999") == []
    assert store.passage_count("gn:999") == 0


def test_a_figures_mark_goes_on_behind_a_name_in_it() -> None:
    text = "Some 130,000 Russian troops."
    figure = Figure(
        5, 12, "130,000", "Some 130,000 Russian troops", 130_000, None, approximate=True, kind="troops", noun="troops"
    )
    name = Mark(13, 20, "other place", "Russia")
    found = passage_marks(text, (0, len(text)), [name], [figure])
    assert found == (Mark(0, 12, "figure", "troops"), name, Mark(21, 27, "figure", "troops"))


spans = st.tuples(st.integers(0, 30), st.integers(0, 30))


@given(st.text(min_size=31, max_size=31), st.lists(spans), st.lists(st.tuples(spans, spans)), spans)
def test_marks_never_overlap_and_stay_inside(
    text: str,
    names: list[tuple[int, int]],
    numbers: list[tuple[tuple[int, int], tuple[int, int]]],
    passage: tuple[int, int],
) -> None:
    figures = [
        Figure(
            start, end, text[start:end], text[first:last], None, None, approximate=False, kind="troops", noun="troops"
        )
        for (start, end), (first, last) in numbers
    ]
    found = passage_marks(text, passage, [Mark(*span, "other place", "x") for span in names], figures)
    edges = [edge for mark in found for edge in (mark.start, mark.end)]
    assert edges == sorted(edges)
    assert all(0 <= mark.start < mark.end <= passage[1] - passage[0] for mark in found)


def test_a_walk_marks_the_place_alone_and_leaves_out_what_stands_beside(store: Store, world: World) -> None:
    store.add(world.parsed("Hello. About 1,000 Russian troops left Kyiv for Moscow. End.", links=((0, 1, "origin"),)))
    (whole,) = store.passages("gn:1")
    sizes, passages = store.walk(["gn:1"])
    ((number, at, bare),) = passages
    assert (sizes.tolist(), number, at) == ([1], 0, 0)
    assert [mark for mark in whole.marks if mark.what == "place"] == list(bare.marks)
    assert (bare.before, bare.after) == ("", "")
    assert (bare.text, bare.figures, bare.start) == (whole.text, whole.figures, whole.start)


@pytest.mark.parametrize("limit", [1, 2, 3, 20])
def test_a_walk_meets_what_the_pages_of_the_places_have_article_by_article(
    store: Store, world: World, limit: int
) -> None:
    days = ("2022-02-03", None, "2022-02-07", "2022-02-01")
    for number, day in enumerate(days):
        store.add(world.parsed(f"Kyiv waits {number} days. Moscow and Kyiv are far.", number, published=day))
    asked = ["gn:2", "gn:0", "gn:1"]
    sizes, passages = store.walk(asked, limit=limit)
    walked = list(passages)
    pages = store.passages_of(asked, limit=limit)
    assert sizes.tolist() == [len(page) for page in pages]
    met = {number: (asked[at], row.key, row.start) for number, at, row in walked}
    listed = [(place, row.key, row.start) for place, page in zip(asked, pages, strict=True) for row in page]
    assert [met[number] for number in range(len(walked))] == listed
    assert [(row.id, row.start) for _, _, row in walked] == sorted((row.id, row.start) for _, _, row in walked)


def test_the_pages_of_several_places_are_those_of_each(store: Store, world: World) -> None:
    for day in (1, 2, 3):
        store.add(world.parsed(f"Rain fell on Kyiv {day} times.", day, published=f"2022-02-0{day}"))
    asked = ["gn:1", "gn:2"]
    assert store.passages_of(asked, limit=2) == [store.passages(each, limit=2) for each in asked]
