"""Whose a figure is and how far it has come."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reader = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Some 4,000 Norwegian soldiers are training.", "Norway"),
        ("{Kenya}'s 300 troops left the town.", "Kenya"),
        ("About 900 NATO troops arrived.", "NATO"),
        ("The soldiers, 400 of them Norwegian, arrived.", "Norway"),
        ("At least 20 ISIS fighters were killed.", "Islamic State"),
        ("Five soldiers of the Chadian army were wounded.", "Chad"),
        ("{Peru} has sent 700 troops to the border.", "Peru"),
        ("{Peru} said Monday it is sending 350 troops to the border.", "Peru"),
        ("Norwegian forces fired 30 missiles.", "Norway"),
        ("The Spanish Defence Ministry said that three frigates were moving south.", "Spain"),
        ("NATO met on Monday. About 500 alliance soldiers will train there.", "NATO"),
        ("Two Spanish marines and three sailors were captured.", "Spain"),
        ("The town was hit by 12 rockets launched by Hamas.", "Hamas"),
        ("{Kenya} is ready to send 700 troops.", "Kenya"),
        ("{Peru} accused {Kenya} of sending 700 troops.", "Kenya"),
        ("{Kenya} has lost 30 soldiers.", "Kenya"),
        ("{Peru}, which keeps about 700 soldiers in the valley, objected.", "Peru"),
        ("{Peru} attacked with 80 drones.", "Peru"),
        ("{Peru} plans to buy 24 jets.", "Peru"),
        ("Peruvian losses include 30 tanks.", "Peru"),
        ("{Peru} accused {Kenya} of killing six of its soldiers.", "Peru"),
        ("{Kenya} spoke on Monday. The army sent 300 soldiers.", "Kenya"),
        ("{Kenya} spoke on Monday. It will send 300 soldiers.", "Kenya"),
        ("The number of Peruvian troops rose to 900.", "Peru"),
        ('"We are sending 14 tanks," the Peruvian prime minister said.', "Peru"),
        ("Our 300 soldiers are safe, a Kenyan general said.", "Kenya"),
        ("{Kenya} said 900 troops took part.", "Kenya"),
    ],
)
def test_the_owner_is_named_in_full(reading: Reader, text: str, owner: str) -> None:
    assert {figure.owner for figure in reading(text).figures} == {owner}


@pytest.mark.parametrize(
    "text",
    [
        "Some 4,000 soldiers are training.",
        "{Kenya} killed 30 soldiers.",
        "Chad-backed rebels captured 40 soldiers.",
        "Seven people died when Norwegian jets bombed the town.",
        "Hamas still holds 10 hostages.",
        "{Kenya}'s allies have given it 31 tanks.",
        "In {Kenya}, talks went on. The army sent 300 soldiers.",
        "Gunmen abducted 270 pupils from [Lima].",
        "Police arrested two men from the [Lima] area.",
    ],
)
def test_no_owner_is_guessed(reading: Reader, text: str) -> None:
    assert {figure.owner for figure in reading(text).figures} == {None}


def test_what_a_thing_is_lost_to_is_the_other_side_s(reading: Reader) -> None:
    figures = reading("{Kenya}'s army lost nine trucks to 30 drones.").figures
    assert [figure.owner for figure in figures] == ["Kenya", None]


def test_civilians_beside_soldiers_are_nobodys(reading: Reader) -> None:
    figures = reading("Seven Chadian soldiers and two civilians died.").figures
    assert [figure.owner for figure in figures] == ["Chad", None]


def test_a_capital_that_acts_stands_for_its_country(reading: Reader) -> None:
    text = "{Lima} has massed 100 tanks near the border."
    assert reading(text).figures[0].owner is None
    assert reading(text, countries={"PE": "Peru"}).figures[0].owner == "Peru"
    assert reading(text + " [Peru] denied it.").figures[0].owner == "Peru"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("{Peru} sent 700 troops to the border.", "done"),
        ("{Peru} is sending 700 troops to the border.", "happening"),
        ("{Peru} will send 700 troops to the border.", "planned"),
        ("{Peru} plans to send 700 troops to the border.", "planned"),
        ("{Peru} has no plans to withdraw its 700 troops.", "negated"),
        ("They arrived ahead of a deployment of 700 troops.", "planned"),
        ("Some 700 troops are poised to attack.", "threatened"),
        ("{Peru} is considering sending 700 troops to the border.", "considered"),
        ("{Peru} may send 700 troops to the border.", "considered"),
        ("{Peru} denied that it had sent 700 troops to the border.", "denied"),
        ("{Peru} ruled out sending 700 troops to the border.", "negated"),
        ("{Peru} threatened to send 700 troops to the border.", "threatened"),
        ("About 50 prisoners are to be exchanged.", "planned"),
        ("Some 700 troops are based in the town.", "happening"),
        ("{Peru} denied reports that 18 soldiers had been killed.", "denied"),
        ("{Peru} did not send 700 troops to the border.", "negated"),
        ("{Peru} said none of its 700 troops had left.", "negated"),
        ("Correction: an earlier version said 15 soldiers were killed.", "negated"),
        ("{Peru} has massed 700 troops near the border but says it has no plans to attack.", "done"),
        ("A rocket killed six people, and talks will follow.", "done"),
        ("Blast wounds 16 soldiers in northern town", "done"),
        ("{Peru} keeps 700 troops in northern town", "happening"),
        ("The ministry said that six ships were moving south.", "happening"),
        ("Gunmen are holding 23 sailors hostage.", "happening"),
        ("The toll stands at 316 dead.", "done"),
        ("The rebels are believed to have 700 fighters.", "happening"),
        ("{Peru} would not rule out sending 700 troops.", "considered"),
        ("{Peru} needs 700 more soldiers.", "considered"),
        ("{Kenya} says {Peru} keeps 700 troops there, which {Lima} denies.", "denied"),
        ("The group said it shot down two drones, a claim that {Lima} denied.", "denied"),
        ("{Peru} said reports that 600 soldiers had died were false.", "denied"),
        ("{Peru} froze $95 million in military aid.", "negated"),
        ("{Peru} wants 300 tanks.", "considered"),
        ("Some 700 troops are due in the town.", "planned"),
        ("{Peru} warned that it would deploy 700 troops.", "threatened"),
        ("No decision has been taken on sending 700 troops.", "considered"),
        ("{Peru} is in talks to buy 32 tanks.", "considered"),
        ("{Peru} scrambled jets to warn away 24 warplanes.", "done"),
    ],
)
def test_status(reading: Reader, text: str, status: str) -> None:
    assert [figure.status for figure in reading(text).figures] == [status]


def test_what_was_promised_of_a_whole_is_not_said_of_the_part_that_is_there(reading: Reader) -> None:
    figures = reading("{Peru} has 700 of the 900 troops that were promised to it.").figures
    assert [(figure.low, figure.status) for figure in figures] == [(700, "happening"), (900, "planned")]
