"""Where passages begin and end when the splitter's word is taken, and when it is not."""

from __future__ import annotations

import re

import pytest

from geonews.extraction.drafts import Draft, Word


def passages(marked: str) -> list[str]:
    """Split a text of single-spaced words; | stands where the splitter sees a sentence begin."""
    text = marked.replace("|", "")
    starts, passed = set(), 0
    for at, part in enumerate(marked.split("|")):
        if at:
            starts.add(passed)
        passed += len(part)
    words = [
        Word(match.start(), match.end(), match.group(), blank=match.group().isspace(), begins=match.start() in starts)
        for match in re.finditer(r"\w+|[^\w\s]|\s{2,}", text)
    ]
    draft = Draft()
    draft.add(0, words, [])
    found, evidence = draft.done()
    assert [token.passage for token in evidence.tokens] == sorted(token.passage for token in evidence.tokens)
    return [text[passage.start : passage.end] for passage in found]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("He left . |She stayed .", ["He left .", "She stayed ."]),
        ('He left . "|She stayed ."', ["He left .", '"She stayed ."']),
        ("He left . (|She stayed .)", ["He left .", "(She stayed .)"]),
        ("He left|. She stayed .", ["He left. She stayed ."]),
        ('He said "no".  |  |Then he left .', ['He said "no".', "Then he left ."]),
    ],
)
def test_quotes_go_with_their_sentence_and_marks_begin_none(marked: str, wanted: list[str]) -> None:
    assert passages(marked) == wanted


def test_names_keep_their_words_behind_an_earlier_paragraph() -> None:
    draft = Draft()
    draft.add(0, [Word(0, 2, "He", blank=False, begins=True), Word(3, 7, "left", blank=False, begins=False)], [])
    draft.add(9, [Word(0, 4, "Oslo", blank=False, begins=True)], [(0, 1, "GPE")])
    _, evidence = draft.done()
    name = evidence.names[0]
    assert [(token.start, token.end, token.text) for token in evidence.tokens[name.first : name.last]] == [
        (9, 13, "Oslo")
    ]
