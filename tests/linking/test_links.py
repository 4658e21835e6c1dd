"""Where a figure's event took place, began, ended: links to literal places with their roles."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

Reader = Callable[..., Any]
_MOVED = {("Chad", "origin"), ("Peru", "destination")}
_SAILED = {("Lima", "origin"), ("Oslo", "destination")}
_LAND = ("Kenya", "Chad", "Peru")


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("{Peru} has massed 100 tanks near [Cuba]'s border.", {("Cuba", "location")}),
        ("Six ships were moving from [Oslo] to [Lima].", {("Oslo", "origin"), ("Lima", "destination")}),
        ("A convoy of 40 trucks crossed into [Chad] via [Nairobi].", {("Chad", "destination"), ("Nairobi", "via")}),
        ("More than 100 soldiers arrived in [Kenya].", {("Kenya", "destination")}),
        (
            "Some 300 soldiers are poised to strike against [Chad] and take [Lima].",
            {("Chad", "target"), ("Lima", "target")},
        ),
        ("The army fired 30 missiles at [Lima].", {("Lima", "target")}),
        ("Some 20 drones were launched at [Lima] from [Chad].", {("Lima", "target"), ("Chad", "origin")}),
        ("Norway gave 2 billion euros in aid to [Chad].", {("Chad", "recipient")}),
        ("Norway has given [Chad] about 2 billion euros in aid.", {("Chad", "recipient")}),
        ("A bomb killed ten people in [Lima], [Peru].", {("Lima", "location"), ("Peru", "location")}),
        ("Near [Lima], ten people were killed.", {("Lima", "location")}),
        ("A bomb exploded in the town of [Lima], killing ten people.", {("Lima", "location")}),
        (
            "About 300 soldiers will leave [Oslo] in [Norway] for [Lima].",
            {("Oslo", "origin"), ("Norway", "origin"), ("Lima", "destination")},
        ),
        (
            "About 300 people fled from the villages of [Oslo] and [Nairobi] towards [Chad].",
            {("Oslo", "origin"), ("Nairobi", "origin"), ("Chad", "destination")},
        ),
        (
            "About 1,200 marines were deployed from [Oslo] to [Lima] in March.",
            {("Oslo", "origin"), ("Lima", "destination")},
        ),
        ("Norway will station 900 troops in [Chad].", {("Chad", "destination")}),
        ("Rockets from [Peru] killed 30 people in [Lima].", {("Lima", "location")}),
        ("In [Chad], where 900 soldiers are based, talks began.", {("Chad", "location")}),
        ("Near [Lima], three strikes destroyed a tank.", {("Lima", "location")}),
        ("Some 400 families were displaced from [Lima] to [Oslo].", {("Lima", "origin"), ("Oslo", "destination")}),
        (
            "Some 4,000 villagers fled [Lima] and [Oslo] for the city of [Nairobi].",
            {("Lima", "origin"), ("Oslo", "origin"), ("Nairobi", "destination")},
        ),
        ("A bomb exploded in [Lima] and rescuers found 12 bodies.", {("Lima", "location")}),
        ("Ten soldiers were captured by [Chad].", set()),
        ("{Peru} massed 700 troops at [Lima] and [Kenya] has pulled out its observers.", {("Lima", "location")}),
        ("{Kenya} supplied 900 artillery rounds to [Chad].", {("Chad", "recipient")}),
        ("{Chad} received $200 million in aid from [Kenya].", {("Chad", "recipient")}),
        ("{Kenya} bought 20 tanks from [Peru].", set()),
        ("{Kenya} has 500 soldiers in [Chad] and sends arms to [Peru].", {("Chad", "location")}),
        ("The exercise in [Peru] involves 900 soldiers.", {("Peru", "location")}),
        ("The number of troops in [Peru] rose to 900.", {("Peru", "location")}),
        ("Rebels ambushed a convoy near [Lima], seizing four tanks.", {("Lima", "location")}),
        ("Ten soldiers were killed, the minister said in [Lima].", set()),
        ("Some 300 soldiers from the 82nd Airborne are going to [Kenya].", {("Kenya", "destination")}),
        ("Buses took 900 fighters and their families from [Lima] to [Oslo].", _SAILED),
        ("Rescuers found 16 bodies in [Lima], the governor of [Chad] said.", {("Lima", "location")}),
        ("Lawmakers in [Lima] approved 100 tanks.", set()),
        ("Planes carrying 250 soldiers from [Lima] landed in [Oslo].", _SAILED),
        ("Some 700 soldiers were flown out of [Lima] to [Oslo].", _SAILED),
        ("{Peru} will base 45 soldiers at [Oslo] instead of in [Chad].", {("Oslo", "location")}),
        ("Four jets landed at [Lima].", {("Lima", "destination")}),
        ("Eight ships are docked at [Lima].", {("Lima", "location")}),
        ("Norway has eight battalions from [Chad] to [Peru].", {("Chad", "location"), ("Peru", "location")}),
        ("The junta expelled 850 soldiers from [Lima].", {("Lima", "origin")}),
        ("Gunmen abducted 270 pupils from [Lima].", {("Lima", "location")}),
        ("{Kenya} approved 100 tanks for {Chad}.", {("Chad", "recipient")}),
        ("{Kenya} is sending six tanks and will train 300 soldiers in [Peru].", set()),
        ("{Kenya} will withdraw 400 troops from [Chad] and move them to [Peru].", _MOVED),
        ("{Kenya} has 1,200 troops ready to go to [Peru].", {("Peru", "destination")}),
    ],
)
def test_role(reading: Reader, text: str, roles: set[tuple[str, str]]) -> None:
    assert reading(text).roles() == roles


def test_each_number_of_a_list_keeps_its_place(reading: Reader) -> None:
    found = reading("{Spain} has 2,500 troops in [Chad] and 900 in [Peru].")
    assert found.roles(0) == {("Chad", "location")}
    assert found.roles(1) == {("Peru", "location")}


def test_a_place_that_takes_the_part_of_another_has_its_own_number(reading: Reader) -> None:
    found = reading("[Lima] was hit by 12 missiles, and [Oslo] by seven drones.")
    assert (found.roles(0), found.roles(1)) == ({("Lima", "target")}, {("Oslo", "target")})


@pytest.mark.parametrize(
    "text",
    [
        "Nine people died in the clashes, and a flight to [Lima] is planned.",
        "{Kenya} needs 300 more soldiers, an officer in [Lima] said.",
    ],
)
def test_where_a_flight_goes_and_where_a_speaker_sits_nothing_happened(reading: Reader, text: str) -> None:
    assert not reading(text).roles()


@pytest.mark.parametrize(
    "text",
    [
        "{Peru} moved 400 soldiers and 12 tanks from [Lima] to [Oslo].",
        "The ship carried 400 marines, 30 vehicles and six helicopters from [Lima] to [Oslo].",
    ],
)
def test_all_of_a_list_goes_the_whole_way(reading: Reader, text: str) -> None:
    found = reading(text)
    assert [found.roles(at) for at in range(len(found.figures))] == [
        {("Lima", "origin"), ("Oslo", "destination")} for _ in found.figures
    ]
    assert len(found.movements) == len(found.figures)


def test_what_goes_its_own_way_shares_none(reading: Reader) -> None:
    for text in (
        "{Peru} sent 400 soldiers to [Lima] and 12 tanks to [Oslo].",
        "The ministry will send 500 paratroopers to [Lima] and 2,000 Marines to [Oslo].",
    ):
        found = reading(text)
        assert (found.roles(0), found.roles(1)) == ({("Lima", "destination")}, {("Oslo", "destination")})


def test_each_side_frees_where_it_holds(reading: Reader) -> None:
    found = reading("The group freed six hostages in [Lima]; the army released 600 prisoners from a jail.")
    assert (found.roles(0), found.roles(1)) == ({("Lima", "location")}, set())


def test_what_moves_on_is_more_of_the_same_and_has_not_fled(reading: Reader) -> None:
    found = reading("{Peru} moved 1,200 soldiers from [Lima] to [Cusco] and 800 from [Oslo] to [Bergen].")
    assert [figure.kind for figure in found.figures] == ["troops", "troops"]
    assert found.roles(0) == {("Lima", "origin"), ("Cusco", "destination")}
    assert found.roles(1) == {("Oslo", "origin"), ("Bergen", "destination")}
    assert len(found.movements) == 2


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("The group released 3 hostages after talks in [Lima].", set()),
        ("{Norway} pledged 20 trucks at a summit in [Lima].", set()),
        ("A bomb killed 12 people at a meeting in [Lima].", {("Lima", "location")}),
        ("The group freed six hostages in [Lima].", {("Lima", "location")}),
        ("Six missiles made in [Peru] hit [Lima].", {("Lima", "target")}),
        ("Two frigates are on their way to [Lima].", {("Lima", "destination")}),
    ],
)
def test_where_talks_are_held_and_weapons_made_nothing_is(reading: Reader, text: str, roles: set) -> None:
    assert reading(text).roles() == roles


def test_each_clause_keeps_its_places(reading: Reader) -> None:
    text = "Six ships were moving from [Oslo] to [Lima] for exercises and two bombers flew a patrol over [Chad]."
    found = reading(text)
    assert found.roles(0) == {("Oslo", "origin"), ("Lima", "destination")}
    assert found.roles(1) == {("Chad", "location")}


@pytest.mark.parametrize(
    "text",
    [
        "Planes struck [Lima], killing 30 people, and rebels fired nine rockets at [Oslo].",
        "Thirty people were killed in [Lima], while rebels fired nine rockets at [Oslo].",
    ],
)
def test_another_side_s_blow_lands_elsewhere(reading: Reader, text: str) -> None:
    found = reading(text)
    assert (found.roles(0), found.roles(1)) == ({("Lima", "location")}, {("Oslo", "target")})


def test_a_place_that_was_not_found_is_not_replaced_by_another_clause_s(reading: Reader) -> None:
    found = reading("Shells hit a market in Odinka, wounding 40 people, and rebels fired three rockets at [Lima].")
    assert (found.roles(0), found.roles(1)) == (set(), {("Lima", "target")})


def test_a_clause_that_opens_with_its_place_keeps_it(reading: Reader) -> None:
    found = reading("Near [Lima], four shells killed 15 civilians, and in [Oslo] two people died.")
    assert found.roles(1) == {("Lima", "location")}
    assert found.roles(2) == {("Oslo", "location")}


def test_a_later_clause_keeps_the_place_of_its_own_figure(reading: Reader) -> None:
    found = reading("Air defences shot down 15 missiles, and another two more were shot down near [Oslo].")
    assert (found.roles(0), found.roles(1)) == (set(), {("Oslo", "location")})


def test_the_dead_and_the_wounded_share_the_place(reading: Reader) -> None:
    found = reading("Five Kenyan soldiers were killed and 14 wounded near the village of [Lima].")
    assert found.roles(0) == found.roles(1) == {("Lima", "location")}


def test_stand_ins_mean_the_place_of_their_own_report_in_a_long_text(reading: Reader) -> None:
    stories = [f"Floods hit [{name}] on Monday. About 500 troops were sent to the country." for name in _LAND] * 20
    found = reading("\n\n".join(stories))
    assert [found.toponyms[link.toponym].text for link in found.links] == list(_LAND) * 20


def test_what_comes_ahead_of_an_event_is_not_where_it_is(reading: Reader) -> None:
    found = reading("Some 100 marines arrived in [Kenya] ahead of a deployment of 500 troops in [Chad].")
    assert ("Kenya", "destination") in found.roles(0)
    assert {name for name, _ in found.roles(1)} == {"Chad"}


def test_the_country_stands_for_the_last_country_mentioned(reading: Reader) -> None:
    found = reading("Floods hit [Kenya] on Monday. About 500 troops were sent to the country.")
    (link,) = found.links
    assert (found.toponyms[link.toponym].text, link.role, link.method) == ("Kenya", "destination", "context")


def test_governments_and_demonyms_are_no_places(reading: Reader) -> None:
    assert reading("{Peru} said ten Kenyan soldiers were killed.").links == ()


@pytest.mark.parametrize(
    "text",
    [
        "Some 1,000 troops are massed near [Chad], [Peru] officials have said.",
        "Some 1,000 troops are massed near [Chad], [Peru] said.",
    ],
)
def test_who_speaks_behind_a_comma_is_no_part_of_the_place(reading: Reader, text: str) -> None:
    assert reading(text).roles() == {("Chad", "location")}


def test_a_place_that_only_modifies_is_not_where(reading: Reader) -> None:
    assert reading("The [Kenya] crisis worries {Peru}, which has 500 troops.").links == ()


def test_a_distant_sentence_changes_no_link(reading: Reader) -> None:
    text = "A bomb killed ten people in [Lima]."
    longer = reading("Talks went on in [Oslo].\n\n" + text + "\n\nNothing was decided in [Madrid].")
    assert longer.roles() == reading(text).roles()


def test_grammar_makes_a_place_of_what_was_taken_for_a_government(reading: Reader) -> None:
    assert reading("A bomb killed ten people in {Peru}.").roles() == {("Peru", "location")}
    assert reading("{Peru} said that ten people were killed.").roles() == set()


_TOLD = (
    "{Kenya} sent 900 soldiers from [Oslo] to [Lima].",
    "A bomb killed ten people in [Lima], [Peru], police said.",
    "{Norway} gave 2 billion euros in aid to [Chad].",
    "Some 400 families fled [Oslo] for [Nairobi] on Monday.",
    "{Peru} may withdraw its 300 troops from [Chad].",
)
_FILLER = "\n\nThe weather stayed mild.\n\nNothing else was known.\n\nShops were open.\n\nMarkets rose.\n\n"


@settings(max_examples=20)
@given(st.sampled_from(_TOLD), st.sampled_from(_TOLD))
def test_what_stands_far_away_changes_nothing(reading: Reader, one: str, other: str) -> None:
    alone, beside = reading(one), reading(one + _FILLER + other)
    count = len(alone.figures)
    assert beside.figures[:count] == alone.figures
    assert beside.links[: len(alone.links)] == alone.links
    after, apart = beside.figures[count:], reading(other).figures
    described = [[(one.owner, one.status, one.attribution, one.quote) for one in each] for each in (after, apart)]
    assert described[0] == described[1]


def test_what_a_third_of_does_is_not_what_all_do(reading: Reader) -> None:
    assert not reading("About a third of the 900 troops have left for [Chad].").roles()
    assert reading("All 900 troops have left for [Chad].").roles() == {("Chad", "destination")}


def test_of_a_whole_only_the_part_moves(reading: Reader) -> None:
    found = reading("{Peru} will send 40 of its 900 troops from [Oslo] to [Lima].")
    part, whole = found.figures
    assert (part.status, whole.status) == ("planned", "happening")
    assert {link.figure for link in found.links} == {0}
