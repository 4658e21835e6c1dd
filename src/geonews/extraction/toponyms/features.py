"""What speaks for and against a span being a place name, as numbers. The trained weights refer to these by name.

The set follows the field's findings: whether the language model agrees, how the gazetteer knows the name, what stands
beside it, and what the rest of the document makes of the same words. Nothing asks for a parse.
"""

from __future__ import annotations

from collections.abc import Sequence

from geonews.extraction.toponyms import known
from geonews.extraction.toponyms.document import Document
from geonews.extraction.toponyms.layout import USES, Layout
from geonews.extraction.toponyms.model import MODEL, by_model
from geonews.extraction.toponyms.spans import Span
from geonews.extraction.toponyms.words import SORTS, given, suffix, surname
from geonews.gazetteer import Gazetteer

_SHAPE = ("words", "length", "capitals", "title", "dots", "suffix", "sort_first", "sort_last")
_PERSON = ("given_self", "sur_self", "given_before", "given_after", "sur_after", "initial_before", "named", "lower")
_BESIDE = (
    *("sort_b1", "sort_b2", "sort_b3", "sort_a1", "sort_a2", "sort_a3", "sort_past"),
    *("cap_b1", "cap_b2", "cap_a1", "cap_a2", "starts", "ends"),
)
_AROUND = (
    *("with_next", "with_previous", "covered", "covers", "run_left", "run_right", "run_end", "run_noun"),
    *("headline", "shouted", "passage_words", "at", "passage"),
)
NAMES = (*known.NAMES, *_SHAPE, *_BESIDE, *_AROUND, *_PERSON, *USES)
"""The numbers of one span that need no language model, in the order of ``features``."""
MODEL_NAMES = (*NAMES, *MODEL)
"""The same and what the language model says."""

_PASSED = frozenset({SORTS["the"], SORTS["determiner"], SORTS["compass"]})
"""What may stand between a preposition and a name."""
_HEADS = frozenset({SORTS["organisation"], SORTS["site"], SORTS["road"], SORTS["place"]})
_REACH = 4
"""Words by which a longer candidate may stick out."""
_LONG = 5
"""A comma and the words of a candidate beside it, at most."""
_FAR = 400.0
_LATE = 40.0


def features(document: Document, layout: Layout, span: Span, gazetteer: Gazetteer, *, fast: bool) -> list[float]:
    """Describe one span by numbers, in the order of ``NAMES`` if ``fast``, else of ``MODEL_NAMES``."""
    form = document.forms[span]
    words = layout.words[span[0] : span[1]]
    beside = _neighbours(layout, span)
    row = [
        *known.features(gazetteer, form),
        *_shape(layout, span, form, words),
        *_beside(layout, beside),
        *_around(layout, span, beside),
        *_person(document, layout, words, beside),
        *layout.uses[form],
    ]
    return row if fast else [*row, *by_model(document, span, form, words, beside)]


def _neighbours(layout: Layout, span: Span) -> tuple[int, ...]:
    """Return the tokens one, two and three before and after, -1 beyond the passage."""
    here, (first, last) = layout.passages[span[0]], span
    end = len(layout.words)
    before = [at if at >= 0 and layout.passages[at] == here else -1 for at in (first - 1, first - 2, first - 3)]
    after = [at if at < end and layout.passages[at] == here else -1 for at in (last, last + 1, last + 2)]
    return (*before, *after)


def _shape(layout: Layout, span: Span, form: str, words: Sequence[str]) -> tuple[float, ...]:
    return (
        float(len(words)),
        float(len(form)),
        float(form.isupper()),
        float(all(layout.capital[span[0] : span[1]])),
        float("." in form),
        float(suffix(words[-1])),
        float(layout.sorts[span[0]]),
        float(layout.sorts[span[1] - 1]),
    )


def _beside(layout: Layout, beside: tuple[int, ...]) -> tuple[float, ...]:
    sorts = [float(layout.sorts[at]) if at >= 0 else 0.0 for at in beside]
    capital = [float(layout.capital[at]) if at >= 0 else 0.0 for at in beside]
    past = 0
    while past < 2 and sorts[past] in _PASSED:  # noqa: PLR2004 - three words are read
        past += 1
    cases = (capital[0], capital[1], capital[3], capital[4])
    return (*sorts, sorts[past], *cases, float(beside[0] < 0), float(beside[3] < 0))


def _around(layout: Layout, span: Span, beside: tuple[int, ...]) -> tuple[float, ...]:
    (first, last), words = span, layout.words
    before, after = beside[0], beside[3]
    run = last + layout.right[last] if last < len(words) and layout.right[last - 1] > 1 else last
    sorts = layout.sorts[last:run]
    listed_before, listed_after = layout.starts.get(first - 1, ()), layout.ends.get(last + 1, ())
    headline, shouted, count = layout.headline.get(layout.passages[first], (0.0, 0.0, 0))
    return (
        float(after >= 0 and words[after] == "," and any(end - last <= _LONG for end in listed_after)),
        float(before >= 0 and words[before] == "," and any(first - at <= _LONG for at in listed_before)),
        float(_is_covered(layout, span)),
        float(_covers(layout, span)),
        float(layout.left[before] if before >= 0 else 0),
        float(layout.right[after] if after >= 0 else 0),
        float(sorts[-1] if sorts else 0),
        float(not _HEADS.isdisjoint(sorts)),
        headline,
        shouted,
        float(count),
        min(float(first), _FAR),
        min(float(layout.passages[first]), _LATE),
    )


def _is_covered(layout: Layout, span: Span) -> bool:
    """Tell whether a longer candidate holds the span."""
    first, last = span
    for start in range(max(first - _REACH, 0), first + 1):
        for end in layout.ends.get(start, ()):
            if last <= end <= last + _REACH and (start, end) != span:
                return True
    return False


def _covers(layout: Layout, span: Span) -> bool:
    """Tell whether the span holds a shorter candidate."""
    first, last = span
    for start in range(first, last):
        for end in layout.ends.get(start, ()):
            if end <= last and (start, end) != span:
                return True
    return False


def _person(document: Document, layout: Layout, words: Sequence[str], beside: tuple[int, ...]) -> tuple[float, ...]:
    before = layout.words[beside[0]] if beside[0] >= 0 else ""
    after = layout.words[beside[3]] if beside[3] >= 0 else ""
    return (
        given(words[0]) + 0.5 * (len(words) == 2),  # noqa: PLR2004 - a given name and a surname
        surname(words[-1]),
        given(before),
        given(after),
        surname(after),
        float(len(before) == 2 and before[1] == "." and before[0].isupper()),  # noqa: PLR2004 - "J."
        float(max(layout.named[word] for word in words)),
        float(max(document.lower[word.lower()] for word in words)),
    )
