"""Which correction speaks for which mention, and the parse that comes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from geonews.corrections import corrected, of_toponyms
from geonews.models import (
    Article,
    Candidate,
    Correction,
    Figure,
    Link,
    Movement,
    ParsedArticle,
    Passage,
    Place,
    Resolution,
    Toponym,
)

FRANCE = Place("gn:1", "Paris", "city", "FR", 48.9, 2.4)
TEXAS = Place("gn:2", "Paris", "city", "US", 33.7, -95.6)
ROME = Place("gn:3", "Rome", "city", "IT", 41.9, 12.5)
TEXT = "From Paris to Rome went 300 men (0.3 thousand), and PARIS slept."
CHOICE = Resolution(FRANCE, 0.8, "most populous", (Candidate(FRANCE, "name", 0.8), Candidate(TEXAS, "name", 0.2)))
PARSED = ParsedArticle(
    Article("a", TEXT),
    (Passage(0, len(TEXT)),),
    (
        Toponym(5, 10, "Paris", "literal"),
        Toponym(14, 18, "Rome", "literal"),
        Toponym(52, 57, "PARIS", "metonymic", 0.7),
    ),
    (CHOICE, Resolution(ROME, 0.9, "most populous", (Candidate(ROME, "name", 0.9),)), CHOICE),
    (
        Figure(24, 27, "300", "300 men", 300, 300, approximate=False, kind="troops", noun="men"),
        Figure(33, 36, "0.3", "0.3 thousand", 300, 300, approximate=False, kind="troops", noun="men", same_as=0),
    ),
    (Link(0, 0, "origin", "syntax"), Link(0, 1, "destination", "syntax"), Link(1, 1, "destination", "syntax")),
    (Movement(0, 0, 1),),
)
MENTION = Correction("place", "Paris", "a", 5, 10, TEXAS, "2026-01-01T00:00:00.000000+00:00")
IN_ARTICLE = Correction("place", "Paris", "a", place=TEXAS)
EVERYWHERE = Correction("place", "Paris", place=TEXAS)
WRONG = Correction("wrong figure", "300", "a", 24, 27)


def places(*corrections: Correction) -> list[str | None]:
    return [each.place and each.place.id for each in corrected(PARSED, corrections).resolutions]


def test_without_corrections_nothing_changes() -> None:
    assert corrected(PARSED, ()) == PARSED


def test_another_place_for_one_mention_leaves_the_others_alone() -> None:
    after = corrected(PARSED, [MENTION])
    assert places(MENTION) == ["gn:2", "gn:3", "gn:1"]
    assert (after.resolutions[0].score, after.resolutions[0].reason) == (1.0, "chosen by hand")
    assert after.toponyms[0].name_score == 1.0
    assert [each.place.id for each in after.resolutions[0].candidates] == ["gn:2", "gn:1"]


def test_accepting_makes_the_place_sure_and_says_so() -> None:
    (first, *_) = corrected(PARSED, [replace(MENTION, place=FRANCE)]).resolutions
    assert (first.place, first.score, first.reason) == (FRANCE, 1.0, "accepted by hand")


def test_a_name_in_an_article_and_everywhere_reaches_all_its_spellings_and_uses() -> None:
    for correction in (IN_ARTICLE, EVERYWHERE):
        assert places(correction) == ["gn:2", "gn:3", "gn:2"]
    assert corrected(PARSED, [EVERYWHERE]).toponyms[2].kind == "metonymic"


def test_the_nearer_correction_goes_before_the_farther_one_however_old_it_is() -> None:
    later = "2026-02-01T00:00:00.000000+00:00"
    rules = [MENTION, replace(IN_ARTICLE, place=ROME, made=later), replace(EVERYWHERE, place=FRANCE, made=later)]
    assert places(*rules) == ["gn:2", "gn:3", "gn:3"]


def test_of_two_about_the_same_the_newer_one_holds_whatever_their_order() -> None:
    newer = replace(MENTION, place=ROME, made="2026-03-01T00:00:00.000000+00:00")
    assert places(MENTION, newer) == places(newer, MENTION) == ["gn:3", "gn:3", "gn:1"]


@pytest.mark.parametrize(
    "other",
    [
        replace(MENTION, article="b"),
        replace(MENTION, article=5),
        replace(MENTION, start=4),
        replace(MENTION, text="Parys"),
        replace(IN_ARTICLE, article="b"),
        replace(EVERYWHERE, text="Pari"),
    ],
)
def test_a_correction_of_something_else_changes_nothing(other: Correction) -> None:
    assert corrected(PARSED, [other]) == PARSED


def test_a_name_that_is_no_place_loses_its_place_and_what_was_tied_to_it() -> None:
    after = corrected(PARSED, [Correction("no place", "Rome", "a", 14, 18)])
    assert after.resolutions[1].place is None
    assert after.resolutions[1].reason == "rejected by hand: not a place"
    assert after.toponyms[1].name_score == 0.0
    assert [link.toponym for link in after.links] == [0]
    assert after.movements == ()


def test_a_wrong_figure_is_gone_with_what_only_converts_it() -> None:
    after = corrected(PARSED, [WRONG])
    assert (after.figures, after.links, after.movements) == ((), (), ())
    assert after.resolutions == PARSED.resolutions


def test_what_is_left_of_the_figures_keeps_its_links() -> None:
    after = corrected(PARSED, [replace(WRONG, text="0.3", start=33, end=36)])
    assert after.figures == PARSED.figures[:1]
    assert after.links == PARSED.links[:2]
    assert after.movements == PARSED.movements


def test_each_toponym_knows_which_correction_speaks_for_it() -> None:
    assert of_toponyms(PARSED, [WRONG, EVERYWHERE, MENTION]) == [2, None, 1]


SLEPT = Correction("place", "slept", "a", 58, 63, TEXAS, "2026-01-01T00:00:00.000000+00:00")
"""No parser read a name there."""
TO_ROME = Correction("place", "to Rome", "a", 11, 18, TEXAS, "2026-01-02T00:00:00.000000+00:00")
"""A longer name than the one that was read there."""


def words(*corrections: Correction) -> list[str]:
    return [each.text for each in corrected(PARSED, corrections).toponyms]


def test_a_place_for_words_that_nobody_read_adds_a_name_that_is_sure_and_says_so() -> None:
    after = corrected(PARSED, [SLEPT])
    assert after.toponyms[:3] == PARSED.toponyms
    assert after.toponyms[3] == Toponym(58, 63, "slept", "literal")
    assert (after.resolutions[3].place, after.resolutions[3].score) == (TEXAS, 1.0)
    assert after.resolutions[3].reason == "added by hand"
    assert (after.figures, after.links, after.movements) == (PARSED.figures, PARSED.links, PARSED.movements)


def test_what_overlaps_an_added_name_gives_way_and_leaves_it_what_was_tied_to_it() -> None:
    after = corrected(PARSED, [TO_ROME])
    assert [each.text for each in after.toponyms] == ["Paris", "to Rome", "PARIS"]
    assert [(link.toponym, link.role) for link in after.links] == [
        (0, "origin"),
        (1, "destination"),
        (1, "destination"),
    ]
    assert after.movements == PARSED.movements
    assert of_toponyms(PARSED, [MENTION, TO_ROME]) == [0, 1, None]


def test_one_name_for_both_ends_of_a_movement_leaves_none() -> None:
    both = replace(TO_ROME, text="Paris to Rome", start=5)
    after = corrected(PARSED, [both])
    assert [each.text for each in after.toponyms] == ["Paris to Rome", "PARIS"]
    assert after.movements == ()


def test_added_names_stand_in_the_order_of_the_text_with_the_links_of_the_others() -> None:
    after = corrected(PARSED, [replace(SLEPT, text="From", start=0, end=4)])
    assert [each.text for each in after.toponyms] == ["From", "Paris", "Rome", "PARIS"]
    assert [(after.toponyms[each.toponym].text, each.role) for each in after.links] == [
        ("Paris", "origin"),
        ("Rome", "destination"),
        ("Rome", "destination"),
    ]


@pytest.mark.parametrize(("first", "second"), [(0, 1), (1, 0)])
def test_of_two_that_give_overlapping_words_a_place_the_newer_holds(first: int, second: int) -> None:
    rules = [TO_ROME, replace(TO_ROME, text="Rome went", start=14, end=23, made="2026-01-03")]
    assert words(rules[first], rules[second]) == ["Paris", "Rome went", "PARIS"]
    repointed = replace(MENTION, text="Rome", start=14, end=18, made="2026-01-03")
    assert words(TO_ROME, repointed) == ["Paris", "Rome", "PARIS"]
    assert places(TO_ROME, replace(repointed, made="2026-01-01")) == ["gn:1", "gn:2", "gn:1"]


@pytest.mark.parametrize(
    "other",
    [
        replace(SLEPT, article="b"),
        replace(SLEPT, text="slepT"),
        replace(SLEPT, text="lept", start=59),
        replace(SLEPT, text="slep", end=62),
        replace(SLEPT, text="beyond", start=100, end=106),
        replace(SLEPT, start=None, end=None),
        replace(SLEPT, what="no place", place=None),
    ],
)
def test_nothing_is_added_for_other_words_parts_of_words_and_names_without_a_spot(other: Correction) -> None:
    assert corrected(PARSED, [other]) == PARSED


@given(some.lists(some.tuples(some.integers(0, len(TEXT)), some.integers(0, len(TEXT)), some.integers(0, 9))))
def test_whatever_is_added_the_parse_holds_together(spans: list[tuple[int, int, int]]) -> None:
    rules = [replace(SLEPT, text=TEXT[start:end], start=start, end=end, made=str(made)) for start, end, made in spans]
    after = corrected(PARSED, [each for each in rules if each.start < each.end])
    by_hand = [each for each, of in zip(after.toponyms, after.resolutions, strict=True) if of.reason == "added by hand"]
    assert all(TEXT[each.start : each.end] == each.text for each in after.toponyms)
    assert [each.start for each in after.toponyms] == sorted(each.start for each in after.toponyms)
    assert all(
        one is other or one.end <= other.start or other.end <= one.start for one in by_hand for other in after.toponyms
    )
    assert len(after.toponyms) == len(after.resolutions)
    assert all(link.toponym < len(after.toponyms) for link in after.links)
