"""What a name does in its sentence, where the language model misleads."""

from __future__ import annotations

from geonews.extraction.toponyms.document import Document
from geonews.extraction.toponyms.kinds import kind
from geonews.models import Evidence, NamedSpan, Token


def read(text: str, name: str) -> str:
    """Judge ``name`` in a text of which the language model holds all but the first two words for one organisation."""
    words = text.split()
    starts = [len(" ".join(words[:at])) + (at > 0) for at in range(len(words))]
    tokens = tuple(
        Token(start, start + len(word), word, word, "", "", "", 0, 0) for start, word in zip(starts, words, strict=True)
    )
    at = words.index(name)
    evidence = Evidence(tokens, (NamedSpan(2, len(words), "ORG"),))
    return kind(Document.of(evidence, [(at, at + 1)]), (at, at + 1), ())[0]


def test_a_place_in_an_organisation_is_part_of_its_name() -> None:
    assert read("by the Koblenz Fire Brigade", "Koblenz") == "associative"


def test_a_way_is_no_organisation() -> None:
    assert read("drove from Koblenz to Angers", "Koblenz") == "literal"
    assert read("drove from Koblenz to Angers", "Angers") == "literal"
