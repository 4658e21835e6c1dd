"""Persons everybody knows and things of every day that are named like places: Paris Hilton, turkey with gravy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from geonews.extraction.toponyms.spans import Span
from geonews.models import Token
from geonews.tables import rows

_SENSES = {row["name"]: frozenset(row["beside"].split()) for row in rows(__package__, "senses")}


def persons(words: Sequence[str]) -> frozenset[int]:
    """Return the indices of all words that belong to the name of a well-known person."""
    known = _known()
    return frozenset(
        index
        for at, word in enumerate(words)
        for name in known.get(word, ())
        if tuple(words[at : at + len(name)]) == name
        for index in range(at, at + len(name))
    )


def is_thing(tokens: Sequence[Token], span: Span) -> bool:
    """Tell whether a word beside the name, in its sentence, says that a thing of that name is meant."""
    first, last = span
    cues = _SENSES.get(tokens[first].text) if last - first == 1 else None
    if cues is None:
        return False
    passage = tokens[first].passage
    start, end = first, last
    while start and tokens[start - 1].passage == passage:
        start -= 1
    while end < len(tokens) and tokens[end].passage == passage:
        end += 1
    return any(token.text in cues for token in tokens[start:end])


@cache
def _known() -> Mapping[str, Sequence[tuple[str, ...]]]:
    """Return the names of well-known persons by their first word."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for row in rows(__package__, "namesakes"):
        name = tuple(row["name"].split())
        found[name[0]].append(name)
    return dict(found)
