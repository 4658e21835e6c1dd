"""What a verb says of something else takes nothing from a figure that its own clause states."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reader = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The two soldiers killed near the town have not been named.", "done"),
        ("The four sailors injured in the fire are not in danger, the navy said.", "done"),
        ("Thirty people killed in the raid should not be forgotten, the mayor said.", "done"),
        ("The 30 soldiers wounded in the raid cannot walk.", "done"),
        ("The 2,000 troops in the province are not paid on time.", "done"),
        ("A garrison of 900 men is not enough, the general said.", "done"),
        ("The 1,200 peacekeepers have not fired a shot for years.", "done"),
        ("The 500 soldiers did not cross the border.", "negated"),
        ("Some 40 soldiers were not hurt.", "negated"),
        ("The 500 soldiers are not in [Lima], the ministry said.", "negated"),
        ("The 300 soldiers will not take part in the exercise.", "negated"),
    ],
)
def test_not_counts_only_where_it_is_about_being_there_coming_or_suffering(
    reading: Reader, text: str, status: str
) -> None:
    assert [figure.status for figure in reading(text).figures] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The army suspended 12 soldiers for taking bribes.", "done"),
        ("Police halted 30 trucks at the border.", "done"),
        ("A train carrying 400 soldiers was delayed near the town.", "done"),
        ("Rain delayed a convoy of 40 trucks.", "done"),
        ("The 3,000 soldiers banned from voting protested on Monday.", "done"),
        ("{Peru} suspended a shipment of 20 jets.", "negated"),
        ("{Peru} delayed the deployment of 600 soldiers.", "planned"),
        ("{Peru} froze $95 million in military aid.", "negated"),
    ],
)
def test_who_is_held_up_is_there_what_is_put_off_is_not(reading: Reader, text: str, status: str) -> None:
    assert [figure.status for figure in reading(text).figures] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("{Peru} refused to release the 22 sailors it seized in the gulf.", "done"),
        ("Nothing could stop the 5,000 fighters who swept into the town.", "done"),
        ("{Kenya} asked whether the 80 tanks parked outside the town were ready.", "done"),
        ("The army declined to comment on the deaths of seven soldiers.", "done"),
        ("{Peru} did not send the 700 troops who had trained for it.", "negated"),
        ("{Peru} asked whether 80 tanks were ready.", "considered"),
    ],
)
def test_what_its_own_clause_states_is_so_whatever_becomes_of_it(reading: Reader, text: str, status: str) -> None:
    assert [figure.status for figure in reading(text).figures] == [status]
