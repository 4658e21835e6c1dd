"""Learnt numbers are read once, and can be lent others for a measurement."""

from __future__ import annotations

import json

import pytest

from geonews.weights import learnt, lent

WHERE = "extraction/toponyms/metonymy.json"


def test_shipped_weights_are_parsed_once() -> None:
    assert learnt(WHERE, json.loads) is learnt(WHERE, json.loads)


def test_lent_weights_stand_in_for_a_while_and_are_given_back() -> None:
    shipped = learnt(WHERE, json.loads)
    with lent({WHERE: '{"bias": 3.0}'}):
        assert learnt(WHERE, json.loads) == {"bias": 3.0}
    assert learnt(WHERE, json.loads) is shipped


def test_weights_are_given_back_after_an_error_too() -> None:
    shipped = learnt(WHERE, json.loads)
    with pytest.raises(KeyError), lent({WHERE: '{"bias": 3.0}'}):
        raise KeyError
    assert learnt(WHERE, json.loads) is shipped


def test_lending_what_nobody_reads_is_an_error_since_nothing_would_have_been_measured() -> None:
    with pytest.raises(LookupError, match=r"other\.json"), lent({"other.json": "{}"}):
        learnt(WHERE, json.loads)
