"""The numeral grammar and the cue words: what a written number allows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geonews.extraction.figures.bounds import bounded
from geonews.extraction.figures.numerals import find_numerals

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
)
_SMALL = [*_ONES.split(), "eighteen", "nineteen"]
_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spoken(number: int) -> str:
    if number < 20:
        return _SMALL[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_SMALL[number % 10]}" if number % 10 else "")
    for scale, word in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            joint = " and " if scale == 100 else " "
            return f"{spoken(number // scale)} {word}" + (joint + spoken(rest) if rest else "")
    raise AssertionError(number)


def values(text: str) -> list[tuple[str, float | None, float | None, bool]]:
    found = []
    for numeral in find_numerals(text, 0, len(text)):
        result, _, _ = bounded(text, numeral, 0)
        found.append((text[result.start : result.end], result.low, result.high, result.approximate))
    return found


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "approximate"),
    [
        ("130,000 troops", "130,000", 130000, 130000, False),
        ("about 130k troops", "130k", 130000, 130000, True),
        ("over 100,000 troops", "100,000", 100000, None, False),
        ("at least another 30 tanks", "30", 30, None, False),
        ("up to 5,000 soldiers", "5,000", None, 5000, False),
        ("fewer than twelve ships", "twelve", None, 12, False),
        ("200 or more rockets", "200", 200, None, False),
        ("two dozen jets", "two dozen", 24, 24, False),
        ("a dozen jets", "a dozen", 12, 12, False),
        ("dozens of jets", "dozens", 24, None, True),
        ("scores of people", "scores", 40, None, True),
        ("several thousand men", "several thousand", 3000, None, True),
        ("hundreds of thousands of people", "hundreds of thousands", 200000, None, True),
        ("half a million people", "half a million", 500000, 500000, False),
        ("one and a half million people", "one and a half million", 1500000, 1500000, False),
        ("$1.2 billion in aid", "1.2 billion", 1.2e9, 1.2e9, False),
        ("more than €2.5bn", "2.5bn", 2.5e9, None, False),
        ("between 20 and 30 men", "20 and 30", 20, 30, False),
        ("20-30 men", "20-30", 20, 30, False),
        ("two or three men", "two or three", 2, 3, False),
        ("1.5 to 2 million people", "1.5 to 2 million", 1.5e6, 2e6, False),
        ("a 5,000-strong force", "5,000", 5000, 5000, False),
    ],
)
def test_value_and_bounds(text: str, words: str, low: float | None, high: float | None, *, approximate: bool) -> None:
    assert values(text) == [(words, low, high, approximate)]


def test_a_cue_binds_only_the_number_beside_it() -> None:
    assert values("at least 9 killed and 30 injured") == [("9", 9, None, False), ("30", 30, 30, False)]


def test_from_a_to_b_is_a_change_and_no_range() -> None:
    assert [low for _, low, _, _ in values("rose from 10 to 20")] == [10, 20]


@pytest.mark.parametrize(
    "text", ["Tu-22M3", "C-17A", "the 82nd", "a 16ft table", "a five-hour talk", "at 10:30", "9/11", "1.61%", "F16"]
)
def test_parts_of_other_words_are_no_numerals(text: str) -> None:
    assert values(text) == []


@given(st.integers(min_value=0, max_value=999_999_999))
def test_digits_and_words_give_the_same_value(number: int) -> None:
    assert [low for _, low, _, _ in values(spoken(number))] == [number]
    assert [low for _, low, _, _ in values(f"{number:,}")] == [number]


_PIECES = ["7", "30", "1,200", "2.5", "k", "bn", "%", "$", "€", "-", ",", ".", "two", "a", "half", "dozen", "hundreds"]
_PIECES += ["million", "of", "to", "and", "or", "more", "between", "over", "up", "about", "several", "troops"]


@given(
    st.lists(st.tuples(st.sampled_from(_PIECES), st.sampled_from(["", " "]))).map(lambda x: "".join(map("".join, x)))
)
def test_any_text_gives_spans_inside_it_in_order_and_low_is_no_more_than_high(text: str) -> None:
    end = 0
    for numeral in find_numerals(text, 0, len(text)):
        result, first, last = bounded(text, numeral, 0)
        assert end <= result.start < result.end <= len(text)
        assert 0 <= first <= result.start < result.end <= last <= len(text)
        assert result.low is None or result.high is None or result.low <= result.high
        end = result.end
