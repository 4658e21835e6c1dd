"""What the language model's names say of a span, as numbers: here, and of the same words elsewhere in the article."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from geonews.extraction.toponyms.document import Document
from geonews.extraction.toponyms.spans import Span

_LABELS = ("GPE", "LOC", "FAC", "NORP", "ORG", "PERSON")
_BESIDE = {"PERSON": 2.0, "ORG": 3.0, "FAC": 4.0, "GPE": 5.0, "LOC": 5.0, "NORP": 6.0, "DATE": 7.0}
_NOBODY: Counter[str] = Counter()
MODEL = (
    *(f"is_{label}" for label in _LABELS),
    *(f"in_{label}" for label in _LABELS),
    *("is_other", "in_other", "nested", "nested_first", "nested_last", "outer_length", "label_before", "label_after"),
    *("places_share", "person_share", "org_share", "votes", "person_words"),
)


def by_model(
    document: Document, span: Span, form: str, words: Sequence[str], beside: tuple[int, ...]
) -> tuple[float, ...]:
    """Return the numbers of ``MODEL``."""
    label = document.exact.get(span, "")
    held = document.inside.get(span[0])
    other = held if held and held[0] != span else None
    outer = other[1] if other else ""
    within = other is not None and other[0][0] <= span[0] and other[0][1] >= span[1]
    return (
        *(float(label == name) for name in _LABELS),
        *(float(outer == name) for name in _LABELS),
        float(bool(label) and label not in _LABELS),
        float(bool(outer) and outer not in _LABELS),
        float(within),
        float(within and other is not None and other[0][0] == span[0]),
        float(within and other is not None and other[0][1] == span[1]),
        float(held[0][1] - held[0][0]) if held else 0.0,
        _label(document, beside[0]),
        _label(document, beside[3]),
        *_elsewhere(document, form, words),
    )


def _label(document: Document, at: int) -> float:
    held = document.inside.get(at)
    return _BESIDE.get(held[1], 1.0) if held else 0.0


def _elsewhere(document: Document, form: str, words: Sequence[str]) -> tuple[float, ...]:
    votes = document.votes.get(form, _NOBODY)
    total = sum(votes[label] for label in _LABELS)
    share = 1 / (total or 1)
    return (
        (votes["GPE"] + votes["LOC"] + votes["NORP"]) * share,
        votes["PERSON"] * share,
        votes["ORG"] * share,
        math.log1p(total),
        math.log1p(max(document.persons[word] for word in words)),
    )
