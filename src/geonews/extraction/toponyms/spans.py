"""Which spans of words might be place names: what the gazetteer knows, and what the language model calls a name."""

from __future__ import annotations

from collections.abc import Sequence

from geonews.gazetteer import Gazetteer
from geonews.gazetteer.writing import meanings
from geonews.models import Evidence, NamedSpan, Token

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC", "NORP"})
_EDGE = frozenset({"the", "'s", "’s", "'", "’", '"', "“", "”", ",", ".", "-", "–", "—", "(", ")"})

_VESSELS = frozenset(
    "ship warship frigate destroyer cruiser corvette submarine carrier boat tanker vessel trawler ferry yacht uss hms "
    "ins hmcs hmas rfs".split()
)
_DIRECTIONS = frozenset("north south east west northern southern eastern western central".split())
"""Alone they name no place on a map: "the West", "up North"."""
_QUOTES = frozenset({"'", '"', "‘", "’", "“", "”", "`", "«"})

Span = tuple[int, int]
"""First token and the token behind the last."""


def candidate_spans(evidence: Evidence, gazetteer: Gazetteer) -> list[Span]:
    """Return every span that may be a place name, in order of the text; they may overlap."""
    tokens = evidence.tokens
    words = [token.text for token in tokens]
    found = {
        span
        for span in gazetteer.spans(words)
        if _one_passage(tokens, span)
        and _edges_are_words(words, span)
        and meanings(gazetteer, " ".join(words[span[0] : span[1]]))
    }
    for name in evidence.names:
        if name.label in PLACE_LABELS:
            span = trimmed(words, name)
            if span[0] < span[1]:
                found.add(span)
    return sorted(span for span in found if not _names_a_vessel(tokens, span) and not _is_direction(words, span))


def trimmed(words: Sequence[str], name: NamedSpan) -> Span:
    """Drop the article, the possessive and stray punctuation from the ends of a name."""
    first, last = name.first, name.last
    while first < last and words[first].lower() in _EDGE:
        first += 1
    while first < last and (words[last - 1] in _EDGE or words[last - 1].isspace()):
        last -= 1
    return first, last


def _one_passage(tokens: Sequence[Token], span: Span) -> bool:
    return tokens[span[0]].passage == tokens[span[1] - 1].passage


def _edges_are_words(words: Sequence[str], span: Span) -> bool:
    return words[span[0]].lower() not in _EDGE and words[span[1] - 1] not in _EDGE


def _names_a_vessel(tokens: Sequence[Token], span: Span) -> bool:
    """Tell whether the span is a ship's name ("the frigate 'Minsk'", "USS New York")."""
    at = span[0] - 1
    while at >= 0 and tokens[at].text in _QUOTES:
        at -= 1
    return at >= 0 and tokens[at].passage == tokens[span[0]].passage and tokens[at].lemma.lower() in _VESSELS


def _is_direction(words: Sequence[str], span: Span) -> bool:
    return span[1] - span[0] == 1 and words[span[0]].lower() in _DIRECTIONS
