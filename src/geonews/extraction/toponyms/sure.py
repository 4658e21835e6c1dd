"""What the training corpora cannot teach, because their annotators or their decade say otherwise.

Names that are more than the name inside them ("Kherson region" is not Kherson, an airport is not its city), towns so
well known that their bare name is enough, and names beside the larger place that holds them ("Male, in the Maldives").
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from geonews.extraction.toponyms.document import Document
from geonews.extraction.toponyms.known import meant
from geonews.extraction.toponyms.spans import Span
from geonews.gazetteer import Gazetteer
from geonews.models import Candidate, Place
from geonews.tables import rows

KNOWN = 0.6
"""Probability at the least for a name that the gazetteer and its surroundings leave no doubt about."""
_GENERIC = frozenset("region oblast province governorate prefecture voivodeship district county".split())
_SETTLEMENTS = frozenset("city town village hamlet settlement villages towns cities".split())
_SITES = frozenset({"airport", "base", "plant", "dam", "bridge", "site"})
_FAMOUS = 100_000
"""People; a town of this size is known by its bare name."""
_FAMOUS_AGAINST_PERSON = 500_000
"""The same where the language model takes the name for a person's."""
_SHORTEST = 3
_AMBIGUOUS = frozenset(row["name"] for row in rows(__package__, "ambiguous"))
_HOLDERS = frozenset({"country", "territory", "admin1"})

Meanings = Callable[[Span], tuple[Candidate, ...]]


def lifted(document: Document, scores: Mapping[Span, float], gazetteer: Gazetteer) -> dict[Span, float]:
    """Return the scores with sure names lifted, and mere repetitions of a shorter name left out."""
    words = [token.text for token in document.evidence.tokens]

    def means(span: Span) -> tuple[Candidate, ...]:
        return meant(gazetteer, document.forms[span] if span in document.forms else " ".join(words[span[0] : span[1]]))

    result = dict(scores)
    for span, score in scores.items():
        if _repeats(words, span, means):
            del result[span]
        elif _is_whole(document, words, span, means):
            result[span] = max(KNOWN, _surest_inside(span, scores))
        elif (
            _is_famous(document, words, span, means) or _is_held(words, span, scores, means) or _is_called(words, span)
        ):
            result[span] = max(KNOWN, score)
    return result


def _is_whole(document: Document, words: Sequence[str], span: Span, means: Meanings) -> bool:
    """Tell whether the span is a known site, or a known region with its generic word."""
    kinds = {candidate.place.kind for candidate in means(span)}
    several = span[1] - span[0] > 1
    if kinds and kinds <= _SITES:
        return several or document.exact.get(span, "PERSON") != "PERSON"
    return bool(kinds) and several and words[span[1] - 1] in _GENERIC


def _repeats(words: Sequence[str], span: Span, means: Meanings) -> bool:
    """Tell whether the generic word adds nothing: the Donbas region is the Donbas."""
    if span[1] - span[0] < 2 or words[span[1] - 1] not in _GENERIC:  # noqa: PLR2004 - a name and its generic word
        return False
    whole, part = means(span), means((span[0], span[1] - 1))
    return bool(whole and part) and whole[0].place.id == part[0].place.id


def _surest_inside(span: Span, scores: Mapping[Span, float]) -> float:
    parts = ((first, last) for first in range(*span) for last in range(first + 1, span[1] + 1))
    return max(scores[part] for part in parts if part in scores)


def _is_famous(document: Document, words: Sequence[str], span: Span, means: Meanings) -> bool:
    """Tell whether the span is the bare name of a well-known town and nothing says otherwise."""
    name = " ".join(words[span[0] : span[1]])
    found = means(span)
    if (
        not found
        or len(name) < _SHORTEST
        or name in _AMBIGUOUS
        or found[0].place.kind != "city"
        or found[0].form not in {"name", "alternate"}
    ):
        return False
    person = document.exact.get(span) == "PERSON"
    least = _FAMOUS_AGAINST_PERSON if person else _FAMOUS
    return (found[0].place.population or 0) >= least and _alone(document, words, span)


def _alone(document: Document, words: Sequence[str], span: Span) -> bool:
    """Tell whether the words are no part of a longer name, here or elsewhere, and no common word of the article."""
    held = document.inside.get(span[0])
    beside = [*words[max(span[0] - 1, 0) : span[0]], *words[span[1] : span[1] + 1]]
    inside = words[span[0] : span[1]]
    return (
        (held is None or held[0] == span)
        and not any(word[:1].isupper() or word == "-" for word in beside)
        and not any(document.persons[word] or document.lower[word.lower()] for word in inside)
    )


def _is_called(words: Sequence[str], span: Span) -> bool:
    """Tell whether the text says that the name is a settlement's: "the border village of Sotk"."""
    first = span[0]
    return first > 1 and words[first - 1] == "of" and words[first - 2] in _SETTLEMENTS and words[first][:1].isupper()


def _is_held(words: Sequence[str], span: Span, scores: Mapping[Span, float], means: Meanings) -> bool:
    """Tell whether the larger place that holds it follows: "Male, in the Maldives", "Split (Croatia)"."""
    at = span[1]
    if at >= len(words) or words[at] not in {",", "("}:
        return False
    at += 1
    while at < len(words) and words[at] in {"in", "the"}:
        at += 1
    outer = next(((at, at + n) for n in (3, 2, 1) if scores.get((at, at + n), 0.0) >= KNOWN), None)
    return outer is not None and any(_holds(means(outer)[:1], candidate.place) for candidate in means(span)[:3])


def _holds(outer: Sequence[Candidate], place: Place) -> bool:
    return any(
        holder.place.kind in _HOLDERS
        and holder.place.country == place.country
        and place.kind not in _HOLDERS
        and (holder.place.kind != "admin1" or holder.place.name == place.admin1)
        for holder in outer
    )
