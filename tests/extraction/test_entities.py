"""Names read off all scores at once are those that spaCy reads one step at a time."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from geonews.extraction.entities import Namer
from geonews.settings import DEFAULT_MODEL

WORDS = st.sampled_from(
    [
        *"the The New York Bank of America Anna Smith Monday 12 million dollars U.S. Kyiv , . two-thirds said".split(),
        "\n",
    ]
)


@pytest.fixture(scope="module")
def language() -> Language:
    return spacy.load(DEFAULT_MODEL)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=25), min_size=1, max_size=4))
@settings(max_examples=60)
def test_the_names_are_those_of_the_stepwise_reading(language: Language, texts: list[list[str]]) -> None:
    recogniser = language.get_pipe("ner")
    docs = [language.make_doc(" ".join(words)) for words in texts]
    blank = np.array([token.is_space for doc in docs for token in doc])
    final = np.array([token.i + 1 == len(doc) for doc in docs for token in doc])
    found = Namer(recogniser)(docs, blank, final)
    wanted, passed = [], 0
    for doc in docs:
        wanted += [(passed + name.start, passed + name.end, name.label_) for name in recogniser(doc).ents]
        passed += len(doc)
    assert found == wanted


def test_no_name_crosses_the_end_of_a_sentence(language: Language) -> None:
    doc = language.make_doc("He works for the United Nations Children's Fund now.")
    blank = np.zeros(len(doc), bool)
    final = np.array([token.text in {"United", "."} for token in doc])
    border = next(token.i for token in doc if token.text == "United") + 1
    for first, last, _ in Namer(language.get_pipe("ner"))([doc], blank, final):
        assert last <= border or first >= border
