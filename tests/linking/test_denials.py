"""What is denied elsewhere, in the same sentence or the next one, is no fact."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reader = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "status", "by"),
    [
        ("Rebels claimed to have downed three jets. The army denied it.", "denied", "The army"),
        ("Rebels said 40 soldiers had died. But the army later dismissed the claim.", "denied", "the army"),
        ("Local media said 900 troops had arrived. A minister called the figure of 900 false.", "denied", "A minister"),
        ("Officials said 40 tanks had crossed. That is not true, a spokesman said.", "denied", None),
        ("Officials said 40 tanks had crossed. The report was denied by the army.", "denied", None),
        ("A post said that 40 people had died, but the police said this was not true.", "denied", "the police"),
        ("Reports that 300 soldiers died are untrue, officials said.", "denied", "officials"),
        ("Officials said {Peru} has 900 troops there. A minister denied it planned a raid.", "happening", "Officials"),
        ("Officials said 12 people died. The army denied the report that it had fled.", "done", "Officials"),
        ("[KINSHASA] (Wire) - Officials said 12 people died. The army denied it.", "denied", "The army"),
        (
            "Officials say {Peru}, which has 900 troops there, plans a raid. Ministers deny it.",
            "happening",
            "Officials",
        ),
        ("The army did not confirm that 40 tanks had crossed.", "considered", None),
        ("Officials could not verify reports that 40 tanks had crossed.", "considered", None),
    ],
)
def test_what_the_denial_goes_back_to(reading: Reader, text: str, status: str, by: str | None) -> None:
    (figure,) = reading(text).figures
    assert (figure.status, figure.attribution) == (status, by)


def test_a_denial_is_of_what_stands_before_it_in_its_own_sentence(reading: Reader) -> None:
    found = reading("At least 17 people were killed. A report had said 70 died; a hospital called that figure false.")
    assert [(figure.low, figure.status) for figure in found.figures] == [(17, "done"), (70, "denied")]
