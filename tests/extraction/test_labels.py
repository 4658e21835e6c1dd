"""Lemma and part of speech are asked of the rules once for each word, tag and arc."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from geonews.extraction.labels import Labels


class _Rule:
    """Calls every word's lemma its lower-case form; remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            self.asked.append(token.text)
            token.lemma_ = token.lower_
            token.pos_ = "NOUN"
        return doc


def test_each_word_gets_what_the_rules_say_in_the_order_asked() -> None:
    vocab, rule = spacy.blank("en").vocab, _Rule()
    said = Labels(vocab, [rule], Doc)([_key(vocab, "Ships"), _key(vocab, "Sank"), _key(vocab, "Ships")])
    assert said == [("ships", "NOUN", "NN", "nsubj"), ("sank", "NOUN", "NN", "nsubj"), ("ships", "NOUN", "NN", "nsubj")]


def test_what_is_known_is_not_asked_again_but_another_tag_is() -> None:
    vocab, rule = spacy.blank("en").vocab, _Rule()
    labels = Labels(vocab, [rule], Doc)
    labels([_key(vocab, "Ships")])
    labels([_key(vocab, "Ships"), _key(vocab, "Ships", "VBZ")])
    assert rule.asked == ["Ships", "Ships"]


def _key(vocab: spacy.vocab.Vocab, word: str, tag: str = "NN") -> tuple[int, int, int]:
    return vocab.strings.add(word), vocab.strings.add(tag), vocab.strings.add("nsubj")
