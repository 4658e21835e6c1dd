"""What somebody would not say, confirm or comment on is not stated, and nobody states it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reader = Callable[..., Any]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry would not say whether 700 troops were at the border.",
        "{Peru} declined to say whether 800 paratroopers had been sent south.",
        "{Peru} declined to confirm that 300 troops had arrived.",
        "{Peru} refused to say if 20 tanks had been delivered.",
        "It was unclear whether 250 soldiers remained in the town.",
        "It was not known if 25 hostages were still alive.",
        "The army refused to comment on whether 800 paratroopers were there.",
        "The army declined to comment on reports that 300 soldiers had died.",
        "The ministry did not say whether 4,000 troops would be sent.",
        "The ministry would neither confirm nor deny that two submarines had left.",
        "{Peru} neither confirmed nor denied reports that 40 aircraft had landed.",
        "The paper has not been able to confirm that 14 aircraft were destroyed.",
        "The agency was not able to confirm that 60 soldiers were killed.",
        "There was no confirmation of the claim that 90 soldiers were killed.",
        "The navy had no comment on a report that three frigates were on their way.",
    ],
)
def test_what_is_left_open_is_unconfirmed_and_nobody_says_it(reading: Reader, text: str) -> None:
    (figure,) = reading(text).figures
    assert (figure.status, figure.attribution) == ("considered", None)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The ministry did not comment on the attack, which killed 40 soldiers.", "done"),
        ("Officials did not say how the 12 soldiers had died.", "done"),
        ("{Peru} will send 400 soldiers if war breaks out.", "planned"),
    ],
)
def test_what_is_not_in_question_is_stated(reading: Reader, text: str, status: str) -> None:
    assert [figure.status for figure in reading(text).figures] == [status]
