"""Claims side by side: who agrees with whom, and who contradicts whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from geonews.claims import Claim, at_odds, befell, disputing, group, line_up

if TYPE_CHECKING:
    from conftest import Desk, Stated

EARLY, LATE = date(2022, 2, 1), date(2022, 2, 3)


def claims(*statements: Stated) -> tuple[Claim, ...]:
    return group(statements)


def judged(*statements: Stated) -> str:
    (lined,) = line_up(claims(*statements))
    assert len(lined.claims) == len(statements)
    return "agree" * len(lined.agreements) + "contradict" * len(lined.contradictions)


@pytest.mark.parametrize(
    ("second", "verdict"),
    [
        pytest.param({"value": 130_000}, "contradict", id="two exact numbers"),
        pytest.param({"value": 100_000, "over": True}, "agree", id="a bound that allows the other"),
        pytest.param({"value": 150_000, "over": True}, "contradict", id="a bound that does not"),
        pytest.param({"value": 105_000, "approximate": True}, "agree", id="about as many"),
        pytest.param({"value": 120_000, "approximate": True}, "contradict", id="about so many others"),
        pytest.param({"value": 90_000, "high": 110_000}, "agree", id="a range around it"),
        pytest.param({"value": 130_000, "status": "planned"}, "", id="a plan beside a fact"),
        pytest.param({"value": 100_000, "status": "denied"}, "contradict", id="a denial of it"),
        pytest.param({"value": 500, "status": "denied"}, "", id="a denial of something else"),
    ],
)
def test_bounds_that_meet_agree_and_those_that_do_not_contradict(desk: Desk, second: dict, verdict: str) -> None:
    value = second.pop("value")
    assert judged(desk.says("a", 100_000, day=EARLY), desk.says("b", value, day=LATE, **second)) == verdict


def test_another_number_weeks_later_is_news_and_no_contradiction(desk: Desk) -> None:
    assert judged(desk.says("a", 1000, day=EARLY), desk.says("b", 2000, day=date(2022, 3, 1))) == ""


def test_the_numbers_of_one_article_contradict_each_other_only_where_others_speak(desk: Desk) -> None:
    one = desk.says("a", 1000, day=EARLY), desk.says("a", 2000, day=EARLY)
    assert judged(*one) == ""
    two = [desk.says("a", n, day=EARLY, attribution=who) for n, who in ((1000, "the mayor"), (2000, "police"))]
    assert judged(*two) == "contradict"


def test_what_arrives_does_not_contradict_what_is_there(desk: Desk) -> None:
    sent = desk.says("b", 200, day=EARLY, places=(desk.arrival,))
    assert judged(desk.says("a", 400, day=EARLY), sent) == ""


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("A blast killed 30 people.", "The blast left 50 people dead.", "contradict"),
        ("A blast killed 9 and wounded 30 people.", "The blast left 50 people injured and 9 dead.", "contradict"),
    ],
)
def test_the_dead_are_compared_with_the_dead(desk: Desk, first: str, second: str, verdict: str) -> None:
    assert judged(*hit(desk, first, second)) == verdict


def test_some_of_the_dead_are_not_compared_with_all_of_them(desk: Desk) -> None:
    all_of_them, children = claims(*hit(desk, "A blast killed 30 people.", "The dead included 50 people."))
    children = replace(children, noun="children", low=20.0, high=20.0)
    assert not line_up([all_of_them, children])[0].contradictions
    assert line_up([all_of_them, replace(children, noun="people")])[0].contradictions


def test_the_dead_and_the_wounded_are_not_lined_up(desk: Desk) -> None:
    assert not line_up(claims(*hit(desk, "A blast killed 30 people.", "Some 50 people were hurt.")))
    [lined] = line_up(claims(*hit(desk, "A blast killed 30 people.", "The blast left 50 people dead.")))
    assert lined.what == "dead"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Two of the wounded died in hospital.", "dead"),
        ("Two were wounded.", "hurt"),
        ("Two of the wounded were taken there.", "hurt"),
        ("Two of the hostages were released.", "freed"),
    ],
)
def test_who_somebody_was_is_not_what_befell_them_then(sentence: str, told: str) -> None:
    assert befell(sentence, "Two") == told


def test_two_sides_that_count_the_same_dead_contradict_each_other_however_far_apart(desk: Desk) -> None:
    one, other = claims(*hit(desk, "A blast killed 30 people.", "The blast left 50 people dead."))
    ours, theirs = replace(one, low=600.0, high=600.0, attributions=("Ruthia",)), replace(other, attributions=("Veld",))
    owned = [replace(each, owner="Veld") for each in (ours, theirs)]
    assert len(line_up(owned)[0].contradictions) == 1
    assert at_odds(owned) == {owned[0]: [owned[1]], owned[1]: [owned[0]]}
    assert not line_up([replace(each, attributions=()) for each in owned])[0].contradictions


def hit(desk: Desk, first: str, second: str) -> list[Stated]:
    return [
        desk.says(key, value, day=EARLY, kind="casualties", noun="people", quote=f"{value} people", sentence=text)
        for key, value, text in (("a", 30, first), ("b", 50, second))
    ]


@pytest.mark.parametrize(
    ("told", "verdict"), [("2021-12", ""), ("2021", ""), ("2022-02", "contradict"), ("2022-02-02", "contradict")]
)
def test_the_dead_of_another_time_contradict_nobody(desk: Desk, told: str, verdict: str) -> None:
    one, other = claims(*hit(desk, "A blast killed 30 people.", "The blast left 50 people dead."))
    [lined] = line_up((one, replace(other, date=told)))
    assert "contradict" * len(lined.contradictions) == verdict


def test_what_denies_a_number_is_found_though_it_names_no_place(desk: Desk) -> None:
    [stated] = claims(desk.says("a", 6000, day=EARLY))
    denied = replace(stated, status="denied", places=())
    assert disputing(replace(stated, low=None), [denied]) == [denied], "of up to 6,000 that are said to be"
    others = [
        replace(denied, low=7000.0, high=7000.0),
        replace(denied, low=None, high=None),
        replace(denied, owner="Ruthia"),
        replace(denied, kind="ships"),
    ]
    assert disputing(stated, [stated, denied, *others]) == [denied]
    assert disputing(denied, [stated, denied, *others]) == [stated]
    assert disputing(stated, [replace(denied, owner=None)])


def test_who_denies_a_loss_need_not_say_that_they_died(desk: Desk) -> None:
    killed, _ = claims(*hit(desk, "A blast killed 30 people.", "The blast left 50 people dead."))
    sources = tuple(replace(each, sentence="They denied that they had lost 30 people.") for each in killed.sources)
    denied = replace(killed, status="denied", places=(), sources=sources)
    assert disputing(killed, [denied]) == [denied]
    wounded = tuple(replace(each, sentence="They denied that 30 people were wounded.") for each in killed.sources)
    assert not disputing(killed, [replace(denied, sources=wounded)])


def test_a_denial_is_lined_up_with_what_it_denies_though_it_names_no_owner_and_stands_in_the_same_article(
    desk: Desk,
) -> None:
    [stated] = claims(desk.says("a", 6000, day=EARLY))
    denied = replace(stated, status="denied", owner=None)
    [lined] = line_up([stated, denied])
    assert (lined.owner, len(lined.claims), len(lined.contradictions)) == (stated.owner, 2, 1)
    assert not line_up([stated, replace(denied, low=7000.0, high=7000.0)])


def test_another_article_denies_a_number_only_of_the_same_place(desk: Desk) -> None:
    [stated] = claims(desk.says("a", 6000, day=EARLY))
    [denied] = claims(desk.says("b", 6000, day=LATE, status="denied", owner=None))
    assert disputing(stated, [denied]) == [denied]
    assert not disputing(stated, [replace(denied, places=())])


def test_two_blows_a_few_days_apart_are_two(desk: Desk) -> None:
    said = [desk.says(day.isoformat(), value, day=day, kind="strikes") for day, value in ((EARLY, 5), (LATE, 9))]
    assert judged(*said) == ""


def test_numbers_of_another_order_speak_of_something_else(desk: Desk) -> None:
    assert judged(desk.says("a", 30, day=EARLY), desk.says("b", 30_000, day=LATE)) == ""


def test_only_the_same_owner_kind_and_place_are_lined_up(desk: Desk) -> None:
    others = [
        desk.says("b", 2000, owner="Ruthia"),
        desk.says("c", 2000, kind="ships", noun="ships"),
        desk.says("d", 2000, places=(desk.elsewhere,)),
    ]
    assert line_up(claims(desk.says("a", 1000), *others)) == ()


def test_soldiers_are_troops_but_a_tank_is_no_lorry(desk: Desk) -> None:
    assert len(line_up(claims(desk.says("a", 1000), desk.says("b", 2000, noun="soldiers")))) == 1
    tanks, lorries = (desk.says(noun, 10, kind="vehicles", noun=noun) for noun in ("battle tanks", "lorries"))
    assert line_up(claims(tanks, lorries)) == ()


def test_claims_stand_in_order_of_time_undated_last(desk: Desk) -> None:
    (lined,) = line_up(claims(desk.says("u", 5), desk.says("l", 6, day=LATE), desk.says("e", 7, day=EARLY)))
    assert [claim.first for claim in lined.claims] == [EARLY, LATE, None]


def test_contradictions_come_before_agreements(desk: Desk) -> None:
    there = {"places": (desk.elsewhere,), "day": EARLY}
    found = line_up(
        claims(
            desk.says("a", 1000, day=EARLY),
            desk.says("b", 1000, day=EARLY, over=True),
            desk.says("c", 1000, **there),
            desk.says("d", 9000, **there),
        )
    )
    assert [lined.place.name for lined in found] == ["Mornstadt", "Karvel"]
