"""What a desk puts before the first sentence makes no other claim of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geonews.claims.datelines import behind_dateline

BODY = "Veldia moved 30 missiles to Karvel on Thursday."


@pytest.mark.parametrize(
    "opening",
    [
        "",
        "KARVEL (Wire) - ",
        "MORNSTADT, March 14 (Wire) - ",
        "KARVEL, Veldia - ",
        "KARVEL, Veldia (AP) — ",
        "NEW KARVEL—",
        "Karvel, Veldia — ",
        "Karvel (Wire News) -- ",
        "(Wire) - ",
        "KARVEL/MORNSTADT, 3 March 2024 (Wire) – ",
        "ST. KARVEL, Veldia (AP) - ",
    ],
)
def test_the_sentence_begins_behind_the_dateline(opening: str) -> None:
    assert behind_dateline(opening + BODY) == len(opening)


@pytest.mark.parametrize(
    "text",
    [
        "Karvel - long a friend - refused.",
        "HAMAS: At least 40 were killed.",
        "FALSE: At least 40 were killed.",
        "Zelensky — Veldia lost 700 soldiers.",
        "Monday - At least 8 officers died.",
        "Hezbollah (Veldia) Karvel lost 15 soldiers.",
        "Veldia - Karvel lost 900 soldiers.",
        "Karvel: why the siege failed.",
        "Mornstadt: 30 were killed.",
        "Karvel-Nord airport is shut.",
        "Veldia (the northern half) has 30 tanks.",
        "Veldia (NATO) has 30 tanks.",
        "He said: KARVEL (Wire) - so.",
        "US officials said - again - that they had left.",
    ],
)
def test_other_openings_are_part_of_the_sentence(text: str) -> None:
    assert behind_dateline(text) == 0


@given(st.text())
def test_whatever_the_text_the_offset_lies_in_it(text: str) -> None:
    assert 0 <= behind_dateline(text) <= len(text)
