"""Statements become claims: copies and independent reports are counted apart, and nothing is added up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from geonews.claims import claim_of, group, listing
from geonews.claims.labelling import labels

if TYPE_CHECKING:
    from conftest import Desk

FEB = [date(2022, 2, day) for day in range(1, 28)]


def test_copies_of_a_sentence_are_one_claim_of_one_source(desk: Desk) -> None:
    (claim,) = group(
        [
            desk.says("b", 3000, day=FEB[2], source="Gazette", copy=7, claim=70),
            desk.says("a", 3000, day=FEB[1], source="Wire", copy=7, claim=70),
        ]
    )
    assert [(source.key, source.is_copy) for source in claim.sources] == [("a", False), ("b", True)]
    assert (claim.independent, claim.copies, claim.first, claim.last) == (1, 1, FEB[1], FEB[2])
    assert (claim.low, claim.high) == (3000, 3000)


def test_of_one_day_the_earlier_hour_is_the_source(desk: Desk) -> None:
    early, late = f"{FEB[1]}T06:00:00", f"{FEB[1]}T09:00:00"
    told = {"day": FEB[1], "copy": 1, "claim": 1}
    [claim] = group([desk.says("a", 3000, instant=late, **told), desk.says("b", 3000, instant=early, **told)])
    assert [(source.key, source.is_copy) for source in claim.sources] == [("b", False), ("a", True)]
    [claim] = group([desk.says("a", 3000, added=2, **told), desk.says("b", 3000, added=1, **told)])
    assert [source.key for source in claim.sources] == ["b", "a"], "where nothing else tells, as they came in"


def test_independent_sentences_that_say_the_same_are_one_claim_of_two_sources(desk: Desk) -> None:
    (claim,) = group(
        [
            desk.says("a", 3000, day=FEB[1], source="Wire", copy=1, claim=10, subject=5),
            desk.says("b", 3000, day=FEB[3], source="Gazette", copy=2, claim=20, subject=5),
        ]
    )
    assert (claim.independent, claim.copies) == (2, 0)


def test_a_publisher_or_a_copying_article_counts_once_however_it_words_it(desk: Desk) -> None:
    said = {"day": FEB[1], "subject": 5}
    (claim,) = group(
        [
            desk.says("a", 3000, source="Wire", copy=1, **said),
            desk.says("b", 3000, source="Wire", copy=2, **said),
            desk.says("c", 3000, source="Gazette", copy=3, family=9, **said),
            desk.says("d", 3000, source="Herald", copy=4, family=9, **said),
        ]
    )
    assert (claim.independent, claim.copies) == (2, 2)


def test_the_same_said_much_later_is_another_claim(desk: Desk) -> None:
    said = [desk.says(str(at), 3000, day=FEB[at], subject=5) for at in (0, 2, 4, 9)]
    assert sorted(len(claim.sources) for claim in group(said)) == [1, 3]


def test_undated_statements_are_only_joined_as_copies(desk: Desk) -> None:
    assert len(group([desk.says("a", 3000, subject=5), desk.says("b", 3000, subject=5)])) == 2
    assert len(group([desk.says("a", 3000, claim=5), desk.says("b", 3000, claim=5)])) == 1


def test_different_numbers_are_never_one_claim_and_never_a_sum(desk: Desk) -> None:
    found = group(
        [desk.says("a", 1000, copy=1, claim=11, subject=1), desk.says("b", 3000, copy=1, claim=13, subject=3)]
    )
    assert sorted(claim.low for claim in found) == [1000, 3000]


def test_a_conversion_in_brackets_is_no_claim_of_its_own(desk: Desk) -> None:
    assert len(group([desk.says("a", 3000), desk.says("a", 3300, same_as=0)])) == 1


def test_a_claim_is_found_by_each_sentence_that_makes_it_and_by_what_converts_its_figure(desk: Desk) -> None:
    said = [
        desk.says("a", 3000, day=FEB[1], subject=5, quote="3,000 men"),
        replace(desk.says("a", 3000, day=FEB[1], subject=5, quote="the 3,000"), start=90),
        desk.says("a", 3300, quote="(3,300 tons)", same_as=0),
        desk.says("b", 3000, day=FEB[2], subject=5, quote="some 3,000"),
    ]
    (claim,) = group(said)
    for each in said:
        assert claim_of(said, each.key, each.start, each.figure.quote) == claim
    assert claim_of(said, "a", 0, "the 3,000") is None
    assert claim_of(said[2:], "a", 0, "(3,300 tons)") is None


def test_a_claim_keeps_all_places_and_all_who_say_so(desk: Desk) -> None:
    (claim,) = group(
        [
            desk.says("a", 3000, day=FEB[1], claim=1, attribution="officials"),
            desk.says("b", 3000, day=FEB[2], claim=1, attribution="a spokesman", places=(desk.elsewhere,)),
            desk.says("c", 3000, day=FEB[3], claim=1, attribution="officials"),
        ]
    )
    assert [each.place.name for each in claim.places] == ["Karvel", "Mornstadt"]
    assert claim.attributions == ("officials", "a spokesman")


def test_a_claim_keeps_who_denies_it_apart_from_who_says_so(desk: Desk) -> None:
    (claim,) = group(
        [
            desk.says("a", 3000, day=FEB[1], claim=1, attribution="Ruthia"),
            desk.says("b", 3000, day=FEB[2], claim=1, attribution="Ruthia", denier="Veld", status="denied"),
        ]
    )
    assert (claim.attributions, claim.deniers) == (("Ruthia",), ("Veld",))


def test_nothing_said_is_no_claim() -> None:
    assert group([]) == ()


keys = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 30)), max_size=12)


def together(rows: list[tuple[int, int, int]], order: list[int]) -> set[tuple[int, int]]:
    """Return which rows make one claim, when they are given in this order."""
    columns = np.array([rows[at] for at in order], dtype=np.int64).reshape(-1, 3).T
    found = dict(zip(order, labels(*columns).tolist(), strict=True))
    return {(a, b) for a in found for b in found if found[a] == found[b]}


@given(keys, st.data())
def test_which_statements_make_a_claim_does_not_depend_on_their_order(
    rows: list[tuple[int, int, int]], data: st.DataObject
) -> None:
    order = list(range(len(rows)))
    assert together(rows, order) == together(rows, data.draw(st.permutations(order)))


@given(keys)
def test_statements_make_a_claim_as_copies_or_when_days_apart_however_long_the_chain(
    rows: list[tuple[int, int, int]],
) -> None:
    def meet(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
        in_time = one[1] == other[1] > 0 and min(one[2], other[2]) > 0 and abs(one[2] - other[2]) <= 3
        return one[0] == other[0] > 0 or in_time

    found = {(a, b) for a, b in product(range(len(rows)), repeat=2) if a == b or meet(rows[a], rows[b])}
    while more := {(a, d) for a, b in found for c, d in found if b == c} - found:
        found |= more
    assert together(rows, list(range(len(rows)))) == found


def test_an_article_that_says_it_twice_counts_once() -> None:
    class Keys:
        handles = np.array([10, 11, 12, 13])
        claims = np.array([1, 1, 2, 2])
        subjects = np.array([0, 0, 0, 0])
        days = np.array([5, 5, 1, 1])
        articles = np.array([0, 0, 1, 2])

    assert listing(Keys()).page(1) == [12, 13]


def test_a_page_holds_whole_claims_those_of_most_articles_first() -> None:
    class Keys:
        handles = np.array([10, 11, 12, 13])
        claims = np.array([1, 2, 1, 3])
        subjects = np.array([0, 0, 0, 0])
        days = np.array([5, 9, 6, 0])
        articles = np.array([0, 1, 2, 3])

    listed = listing(Keys())
    assert listed.page(1) == [10, 12]
    assert listed.page(1, offset=1) == [11]
    assert list(listed.pages(1)) == [[10, 12], [11], [13]]
    assert list(listed.pages(5)) == [listed.page(5)]
    assert len(listed) == 3
