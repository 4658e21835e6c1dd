"""Where a report was filed is meant as the place itself."""

from __future__ import annotations

import re

import pytest

from geonews.datelines import in_dateline
from geonews.models import Token


def stands_in_dateline(passage: str, name: str) -> bool:
    """Judge ``name`` in a text of one passage, split at words and marks."""
    found = list(re.finditer(r"--|\w+\.(?= \()|\w+|[^\w\s]", passage))
    tokens = [Token(one.start(), one.end(), one[0], one[0], "", "", "", 0, 0) for one in found]
    words = name.split()
    at = next(at for at in range(len(tokens)) if [token.text for token in tokens[at : at + len(words)]] == words)
    return in_dateline(tokens, (at, at + len(words)))


@pytest.mark.parametrize(
    ("passage", "name"),
    [
        ("SPRINGFIELD, Mo. (AP) — Deputies seized guns.", "SPRINGFIELD"),
        ("SPRINGFIELD, Mo. (AP) — Deputies seized guns.", "Mo."),
        ("Odesa, Feb 8 (Reuters) - The port is shut.", "Odesa"),
        ("Moscow (CNN) Russia's president said no.", "Moscow"),
        ("PORT SUDAN (AFP) - The army advanced.", "PORT SUDAN"),
        ("WARSAW/VILNIUS — Poland agreed.", "VILNIUS"),
        ("Berlin - Germany will send a field hospital.", "Berlin"),
        ("BAGHDAD, March 3: Iraq protested.", "BAGHDAD"),
    ],
)
def test_the_place_where_a_report_was_filed_stands_in_its_dateline(passage: str, name: str) -> None:
    assert stands_in_dateline(passage, name)


@pytest.mark.parametrize(
    ("passage", "name"),
    [
        ("Moscow - long a friend - refused.", "Moscow"),
        ("Wilkes-Barre Council met.", "Wilkes"),
        ("Kyiv: what comes next", "Kyiv"),
        ("Paris (and only Paris) can decide.", "Paris"),
        ("Prague said on Tuesday (Reuters) - that it would pay.", "Prague"),
        ("ODESA (Reuters) - Ukraine closed the port.", "Ukraine"),
    ],
)
def test_other_openings_are_no_datelines(passage: str, name: str) -> None:
    assert not stands_in_dateline(passage, name)
