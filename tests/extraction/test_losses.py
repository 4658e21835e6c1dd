"""A number that stands alone counts the machines that were lost, where machines were told of, and not people."""

from __future__ import annotations

import pytest

from geonews.extraction.figures import find_figures
from geonews.extraction.nlp import Analyser


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("They shot down 40 of 61 drones. Seven were lost from radar.", (7, "aircraft", "drones")),
        ("They fired 30 missiles. Six were lost over the sea.", (6, "weapons", "missiles")),
        ("They fired 61 drones, of which 40 were shot down and 21 were lost.", (21, "aircraft", "drones")),
        ("The country lost 40 aircraft; 12 were lost in accidents.", (12, "aircraft", "aircraft")),
        ("They fired 180 drones; 150 were shot down.", (150, "aircraft", "drones")),
        ("They fired 60 missiles. Of these, 48 were intercepted.", (48, "weapons", "missiles")),
        ("They shot down 48 of 60 drones, while 10 disappeared from radar.", (10, "aircraft", "drones")),
        ("Police said 43 disappeared in the town.", (43, "casualties", "people")),
        ("Of 14 boats that left, two were missing.", (2, "ships", "boats")),
        ("Two boats sank off the coast. Twenty were missing.", (20, "casualties", "people")),
        ("Two hundred soldiers fought there. Forty were captured.", (40, "casualties", "people")),
    ],
)
def test_what_was_lost_is_what_was_told_of_last(analyser: Analyser, text: str, counted: tuple[int, str, str]) -> None:
    last = find_figures(text, *analyser(text))[-1]
    assert (last.low, last.kind, last.noun) == counted


@pytest.mark.parametrize(
    "text",
    [
        "Another 18 were lost due to electronic warfare.",
        "Ten helicopters took part in the raid. Two were lost.",
        "They fired 20 rockets. One died out over the sea.",
        "The golfer shot a 68 on Sunday.",
        "Smith shot 12 of 15 in the final.",
        "Nurses launched 12 strikes across the north.",
    ],
)
def test_nobody_is_dead_where_it_is_not_told_what_was_lost(analyser: Analyser, text: str) -> None:
    assert all(figure.kind not in {"casualties", "strikes"} for figure in find_figures(text, *analyser(text)))


def test_what_is_scrambled_flies(analyser: Analyser) -> None:
    (figure,) = find_figures("Peru scrambled 12 fighters.", *analyser("Peru scrambled 12 fighters."))
    assert figure.kind == "aircraft"


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Peru handed over 14 jets.", (14, 14)),
        ("They turned over 25 prisoners.", (25, 25)),
        ("They handed over over 100 bodies.", (100, None)),
        ("Peru has over 14 jets.", (14, None)),
    ],
)
def test_over_belongs_to_handing(analyser: Analyser, text: str, bounds: tuple[int, int | None]) -> None:
    (figure,) = find_figures(text, *analyser(text))
    assert (figure.low, figure.high) == bounds
