"""Scores against truth."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geonews.evaluation.calibration import calibration

JUDGED = st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=60)


def test_scores_that_keep_their_word_have_no_error() -> None:
    result = calibration([(0.8, True)] * 8 + [(0.8, False)] * 2)
    assert result.ece == pytest.approx(0.0)
    assert [(one.answers, one.right) for one in result.reliability if one.answers] == [(10, 0.8)]


def test_overconfidence_is_measured_by_its_gap_weighted_by_the_answers() -> None:
    assert calibration([(0.9, False)] * 5 + [(0.1, False)] * 5).ece == pytest.approx(0.5)


def test_keeping_sure_answers_alone_leaves_fewer_and_says_how_right_they_are() -> None:
    keep = {one.floor: one for one in calibration([(0.95, True), (0.4, False), (0.85, False), (0.99, True)]).keep}
    assert (keep[0.0].share, keep[0.0].right) == (1.0, 0.5)
    assert (keep[0.9].share, keep[0.9].right) == (0.5, 1.0)


@given(JUDGED)
def test_every_answer_is_in_one_bin_and_the_error_is_a_share(judged: list[tuple[float, bool]]) -> None:
    result = calibration(judged)
    assert sum(one.answers for one in result.reliability) == len(judged)
    assert 0.0 <= result.ece <= 1.0
