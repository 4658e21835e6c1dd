"""Walking a hand-made tree."""

from __future__ import annotations

from geonews.models import Evidence, Token
from geonews.syntax import Tree


def tree(*rows: tuple[str, str, str, int]) -> Tree:
    """Build a one-passage tree from (text, part of speech, arc, head)."""
    tokens, at = [], 0
    for text, pos, dep, head in rows:
        tokens.append(Token(at, at + len(text), text, text.lower(), pos, "VBN" if pos == "VERB" else "", dep, head, 0))
        at += len(text) + 1
    return Tree.of(Evidence(tuple(tokens), ()))


SENT = tree(
    ("They", "PRON", "nsubj", 1),
    ("want", "VERB", "ROOT", 1),
    ("to", "PART", "aux", 3),
    ("send", "VERB", "xcomp", 1),
    ("ten", "NUM", "nummod", 5),
    ("soldiers", "NOUN", "dobj", 3),
)


def test_children_and_ancestors() -> None:
    assert list(SENT.children(3)) == [2, 5]
    assert list(SENT.children(3, "dobj")) == [5]
    assert list(SENT.ancestors(4)) == [5, 3, 1]


def test_offsets_lead_to_tokens() -> None:
    assert SENT.range(18, 30) == (4, 6)
    assert SENT.bounds == ((0, 6),)
    assert SENT.top(4, 6) == 5


def test_an_open_complement_shares_the_subject() -> None:
    assert SENT.subject(3) == 0


def test_a_verb_that_works_as_preposition_is_none() -> None:
    listed = tree(("soldiers", "NOUN", "ROOT", 0), ("including", "VERB", "prep", 0), ("medics", "NOUN", "pobj", 1))
    assert not listed.is_verb(1)
    assert SENT.is_verb(3)


def test_words_beyond_the_ends_are_empty() -> None:
    assert (SENT.word(-1), SENT.word(6)) == ("", "")
