"""What is called false is denied, in whatever words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reader = Callable[..., Any]


@pytest.mark.parametrize(
    "text",
    [
        'The army said the report of 60 dead soldiers was "pure invention".',
        "The army said a report that 60 soldiers had died was fabricated.",
        "The army said a report that 60 soldiers had died was a lie.",
        '"It is false that we lost 300 men," the commander said.',
        '"It\'s a lie that we have 3,000 soldiers there," a spokesman said.',
        "Media reports that 2,000 soldiers were fighting there are fake, a minister said.",
        "Officials said there was no truth to reports that 40 villagers had been killed.",
        'The army called reports of 200 civilians killed in the town "baseless".',
        "Officials said it had shot down 12 jets, a claim {Lima} called a lie.",
        "Rebels said 40 soldiers had died, a figure the army disputed.",
        "Rebels said 40 soldiers had died. The army said the claim was propaganda.",
        "Rebels said 40 soldiers had died. The army said the report was a fabrication.",
        "Rebels said 40 soldiers had died. The army called it a lie.",
        "Rebels said 40 soldiers had died. On Monday, the army called the claim absurd.",
        "Rebels said 40 soldiers had died. The army said there had been no such attack.",
        "Officials said {Kenya} will send 600 soldiers. {Nairobi} said it had no such plans.",
        "Officials said {Kenya} will send 600 soldiers. {Nairobi} denied having such plans.",
        "Reports of 70 tanks near the town are a complete invention, {Lima} said.",
        "The story of 70 tanks near the town was made up, a spokesman said.",
        "{Lima} called reports of 70 tanks near the town pure propaganda.",
        "Officials said 48 ships were near the island. {Lima} said there were none.",
    ],
)
def test_what_is_called_false_is_denied(reading: Reader, text: str) -> None:
    assert [figure.status for figure in reading(text).figures] == ["denied"]


@pytest.mark.parametrize(
    "text",
    [
        "It is no lie that 40 soldiers died in the raid, a villager said.",
        "Police said 40 people had died in fake ambulances.",
        "The president called up 500 reservists in a speech that was full of lies.",
        "Reports that 40 soldiers died are true, officials said.",
        "Some 40 soldiers died. There were none of their comrades nearby.",
        "Some 40 soldiers died. A novel about it was fiction of the best kind.",
    ],
)
def test_what_only_sounds_so_is_not(reading: Reader, text: str) -> None:
    assert [figure.status for figure in reading(text).figures] == ["done"]
