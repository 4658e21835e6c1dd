"""What the words beside a place name tell, without a parse."""

from __future__ import annotations

import pytest

from geonews.extraction.toponyms.wording import act, wording
from geonews.models import Token


def test_a_preposition_before_the_name_is_told_with_what_it_hangs_on() -> None:
    cues = _cues("He flew to rainy Oslo today")
    assert "prep=to|2" in cues
    assert "prep=to|governor=flew" in cues


def test_a_comma_between_preposition_and_name_breaks_the_tie() -> None:
    assert not [cue for cue in _cues("He flew to , Oslo today") if cue.startswith("prep=")]


def test_a_name_that_acts_is_told_by_the_act_that_follows() -> None:
    assert any(cue.startswith("act=") for cue in _cues("Oslo firmly denied it"))
    assert not any(cue.startswith("act=") for cue in _cues("Oslo , firmly denied it"))


def test_words_of_another_passage_tell_nothing() -> None:
    alone = _cues("Oslo")
    assert _cues("He flew to | Oslo | denied it") == alone


@pytest.mark.parametrize("form", ["denies", "denied", "denying", "deny"])
def test_every_form_of_a_verb_is_the_same_act(form: str) -> None:
    assert act(form) == act("deny") != ""


def test_a_word_that_is_no_act_is_none() -> None:
    assert act("rainy") == ""


def _cues(text: str) -> tuple[str, ...]:
    """Describe Oslo in ``text``; a bar ends a passage."""
    words, passage, tokens = text.split(), 0, []
    for word in words:
        if word == "|":
            passage += 1
        else:
            at = len(tokens)
            tokens.append(Token(at * 10, at * 10 + len(word), word, "", "", "", "", head=at, passage=passage))
    where = [token.text for token in tokens].index("Oslo")
    return wording(tokens, (where, where + 1), "city", "GPE")
