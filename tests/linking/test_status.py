"""Forbidden, put off, demanded, corrected: none of it has happened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reader = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Parliament voted 178-152 against sending 600 troops.", "negated"),
        ("A judge barred the deployment of 200 soldiers.", "negated"),
        ("{Peru} turned down a request to host 700 soldiers.", "negated"),
        ("{Peru} paused the delivery of 30 missiles.", "negated"),
        ("{Peru} has postponed the dispatch of 120 soldiers until spring.", "planned"),
        ("The council put off the deployment of 2,500 peacekeepers.", "planned"),
        ("{Peru} should send 5,000 soldiers, he said.", "considered"),
        ("{Peru} must mobilise 450,000 men.", "considered"),
        ("Had {Peru} sent 5,000 soldiers, the town might have held.", "considered"),
        ("About 600 soldiers are being sent there.", "happening"),
        ("About 600 soldiers are being sent there next week.", "planned"),
        ("Some 300 soldiers were being flown out in the coming weeks.", "planned"),
        ("Some 60 soldiers barred the road.", "done"),
        ("{Peru}, which had long denied that it sent 700 troops, admitted on Monday that it had.", "done"),
        ("{Peru}, which denies that it sent 700 troops, met envoys on Monday.", "denied"),
        ("{Peru} must have known that 700 soldiers had arrived.", "done"),
        ("{Peru} called up 60,000 reservists for the war.", "done"),
        ("{Peru} called for 60,000 reservists.", "considered"),
        ("Some 15 drones were aimed at the town.", "done"),
        ("{Peru} aims to send 15 drones.", "planned"),
    ],
)
def test_what_has_not_happened(reading: Reader, text: str, status: str) -> None:
    assert [figure.status for figure in reading(text).figures] == [status]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The bombing killed 54 people, not 45.", [(54, "done"), (45, "negated")]),
        ("The blast killed not 40 but 50 people.", [(40, "negated"), (50, "done")]),
        ("(Corrects toll to 54, not 45.)", [(54, "done"), (45, "negated")]),
        ("The army lost 14 of its soldiers, and not 40 as reported.", [(14, "done"), (40, "negated")]),
    ],
)
def test_what_is_corrected_is_not_so(reading: Reader, text: str, figures: list[tuple[int, str]]) -> None:
    assert [(figure.low, figure.status) for figure in reading(text).figures] == figures
