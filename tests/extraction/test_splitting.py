"""Words and sentences by rules: the same as spaCy's own tokeniser and sentencizer find."""

from __future__ import annotations

import spacy
from hypothesis import given
from hypothesis import strategies as st

from geonews.extraction.nlp import Analyser
from geonews.extraction.splitting import Piece, Splitter

BARE = Analyser(None)
SPACY = spacy.blank("en")
SPACY.add_pipe("sentencizer")
RUNS = (
    *(
        "Oslo",
        "U.S.",
        "W.Va.",
        "a.m.",
        "don't",
        "Kyiv's",
        "Rzeszow-Jasionka",
        "$1.5bn",
        "3,000",
        "10km",
        "e.g.",
        "can't",
    ),
    *(
        "end.",
        "so?",
        "stop!",
        '"',
        "(",
        ")",
        "...",
        "—",
        "'",
        "’s",
        ".",
        ",",
        "https://example.org/a-b",
        "«Так».",
        "اب؟",
    ),
)
SPACES = (" ", " ", " ", "  ", "\t", "\u00a0", " \u2009 ", "   ")


def split(text: str) -> list[tuple[int, str]]:
    return [(token.start, token.text) for token in BARE.names(text)[1].tokens]


@given(st.lists(st.tuples(st.sampled_from(RUNS), st.sampled_from(SPACES)), max_size=12))
def test_words_are_those_of_the_tokeniser(parts: list[tuple[str, str]]) -> None:
    text = "".join(part for pair in parts for part in pair).strip()
    doc = SPACY(text)
    assert split(text) == [(token.idx, token.text) for token in doc]


@given(st.from_regex(r"[A-Za-z]{1,6}[.,]?", fullmatch=True) | st.sampled_from(sorted(SPACY.tokenizer.rules)))
def test_plain_words_and_exceptions_are_those_of_the_tokeniser(run: str) -> None:
    assert [text for _, text in split(run)] == [token.text for token in SPACY.make_doc(run) if not token.is_space]


@given(st.lists(st.tuples(st.sampled_from(RUNS), st.sampled_from(SPACES)), max_size=12))
def test_sentences_begin_where_the_sentencizer_says(parts: list[tuple[str, str]]) -> None:
    text = "".join(part for pair in parts for part in pair).strip()
    splitter = Splitter(lambda run: tuple(piece(token.text) for token in SPACY.make_doc(run)))
    assert [word.start for word in splitter(text) if word.begins] == [
        sentence.start_char for sentence in SPACY(text).sents
    ]


def piece(word: str) -> Piece:
    lexeme = SPACY.vocab[word]
    stop = word in SPACY.get_pipe("sentencizer").punct_chars
    return Piece(word, lexeme.is_space, stop, stop or lexeme.is_punct)


def test_a_run_is_split_once() -> None:
    asked = []

    def tokenise(run: str) -> tuple[Piece, ...]:
        asked.append(run)
        return (Piece(run, blank=False, stop=False, mark=False),)

    splitter = Splitter(tokenise)
    assert [word.text for word in splitter("to be or not to be")] == "to be or not to be".split()
    assert asked == ["to", "be", "or", "not"]
