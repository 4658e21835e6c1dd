"""The filter in words, with what it leaves out though nobody chose so."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from geonews.export.conditions import conditions, stated
from geonews.models import FigureKind, ToponymKind
from geonews.store import EVERYTHING, Facets, Filter, UseCount

HELD = (UseCount("metonymic", 185), UseCount("literal", 111))


def offered(mentions: int, uses: tuple[UseCount, ...] = HELD) -> Facets:
    return Facets((), (), None, None, 0, 12, uses=uses, mentions=mentions)


def in_words(wanted: Filter) -> list[str]:
    return [said for said, _ in conditions(wanted, {})]


@pytest.mark.parametrize(
    ("text", "shown"), [("shells", "with “shells”"), ('"stood near" Kyiv', 'with "stood near" Kyiv'), ("", None)]
)
def test_a_phrase_keeps_its_own_quotation_marks(text: str, shown: str | None) -> None:
    assert [said for said, _ in conditions(Filter(text=text), {})] == ([shown] if shown else [])


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        (("troops",), "with troop figures"),
        (("casualties",), "with casualty figures"),
        (("aircraft",), "with aircraft figures"),
        (("displaced",), "with displacement figures"),
        (("money",), "with money figures"),
        (("troops", "ships"), "with troop and ship figures"),
        (("troops", "units", "money"), "with troop, unit and money figures"),
        (get_args(FigureKind), "with figures"),
    ],
)
def test_kinds_of_figures_read_as_one_would_say_them(kinds: tuple[FigureKind, ...], said: str) -> None:
    assert in_words(Filter(figure_kinds=kinds)) == [said]


def test_how_figures_are_stated_is_said_in_words_that_hold_for_troops_and_for_prices_alike() -> None:
    assert in_words(Filter(statuses=("done", "threatened"))) == ["figures that are said to be so, a threat"]


def test_kinds_of_places_have_their_article() -> None:
    assert in_words(Filter(place_kinds=("city", "island", "base"))) == ["naming a city, an island, a military base"]


@pytest.mark.parametrize(
    ("uses", "said"),
    [
        (("metonymic",), "names of a place used for its government, people or team"),
        (("literal", "metonymic"), "names used for the place itself, or for its government, people or team"),
        ((), "names in any use"),
    ],
)
def test_the_uses_that_are_chosen_are_named(uses: tuple[ToponymKind, ...], said: str) -> None:
    assert in_words(Filter(uses=uses)) == [said]


def test_names_that_nobody_chose_to_leave_out_are_stated_with_their_numbers() -> None:
    assert in_words(EVERYTHING) == []
    assert stated(EVERYTHING, {}, offered(111)) == "names used for the place itself (111 of 296 mentions)"
    assert stated(Filter(figure_kinds=("troops",)), {}, offered(111)) == (
        "with troop figures; names used for the place itself (111 of 296 mentions)"
    )


def test_chosen_uses_are_stated_with_their_numbers() -> None:
    told = stated(Filter(uses=("metonymic",)), {}, offered(185))
    assert told == "names of a place used for its government, people or team (185 of 296 mentions)"


def test_where_nothing_is_left_out_everything_is_there() -> None:
    assert stated(EVERYTHING, {}, offered(111, (UseCount("literal", 111),))) == "everything"
    assert stated(Filter(uses=()), {}, offered(296)) == "names in any use"


def test_days_that_end_before_they_begin_are_said_to_be_none() -> None:
    wanted = Filter(since=date(2025, 3, 1), until=date(2025, 2, 1), undated=False)
    assert in_words(wanted) == ["on no day (1 Mar 2025 is after 1 Feb 2025)"]
