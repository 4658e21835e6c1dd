"""Names that are more than the name inside them: "Kherson region" is not Kherson, an airport is not its city.

Annotators of the training corpora mark the shorter name as a rule, so what was learnt cannot tell these apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geonews.extraction.toponyms.spans import Span
from geonews.gazetteer import Gazetteer
from geonews.gazetteer.writing import meanings

_GENERIC = frozenset("region oblast province governorate prefecture voivodeship district county".split())
_SITES = frozenset({"airport", "base", "plant", "dam", "bridge", "site"})
_KNOWN = 0.6
"""Probability at the least for a site or a region that the gazetteer knows by this very name."""


def lifted(
    words: Sequence[str], scores: Mapping[Span, float], labels: Mapping[Span, str], gazetteer: Gazetteer
) -> dict[Span, float]:
    """Return the scores with each whole at least as likely as the names inside it, and mere repetitions left out.

    ``labels`` are what the language model calls the spans; a single word that it calls a person is no site.
    """
    result = dict(scores)
    for span in scores:
        text = " ".join(words[span[0] : span[1]])
        kinds = {candidate.place.kind for candidate in meanings(gazetteer, text)}
        if kinds and kinds <= _SITES and (span[1] - span[0] > 1 or labels.get(span, "PERSON") != "PERSON"):
            result[span] = max(_KNOWN, _surest_inside(span, scores))
        elif span[1] - span[0] > 1 and words[span[1] - 1] in _GENERIC and kinds:
            if _same_place(text, " ".join(words[span[0] : span[1] - 1]), gazetteer):
                del result[span]
            else:
                result[span] = max(_KNOWN, _surest_inside(span, scores))
    return result


def _surest_inside(span: Span, scores: Mapping[Span, float]) -> float:
    parts = ((first, last) for first in range(*span) for last in range(first + 1, span[1] + 1))
    return max(scores[part] for part in parts if part in scores)


def _same_place(one: str, other: str, gazetteer: Gazetteer) -> bool:
    left, right = gazetteer.lookup(one), gazetteer.lookup(other)
    return bool(left and right) and left[0].place.id == right[0].place.id
