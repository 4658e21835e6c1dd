"""What the words beside a place name tell of its reading without a parse: literal, metonymic or part of a longer name.

Each cue has a learnt weight for each question; an unseen cue weighs nothing. Where the words leave it open, the passage
is worth a parse (``literalness`` and ``kinds`` then judge); where nothing may be parsed, the likelier answer is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from geonews.extraction.toponyms.spans import Span
from geonews.models import Token
from geonews.tables import rows

_ACTS = {row["lemma"]: row["act"] for row in rows(__package__, "acts")}
_IRREGULAR = {row["form"]: row["lemma"] for row in rows(__package__, "irregular")}
_PREPOSITIONS = frozenset(
    "in at on from to into of for with by against between near across through around via over under within outside "
    "inside toward towards about along off".split()
)
_AUXILIARIES = frozenset(
    "is are was were be been has have had will would can could may might must should did does do".split()
)
_STOPS = frozenset({",", ".", ";", ":", "and", ""})
_ENDINGS = {"ies": ("y",), "es": ("",), "s": ("",), "ied": ("y",), "ed": ("", "e"), "ing": ("", "e")}
_BACK, _AHEAD, _BAG = 4, 4, 6
"""Words that are searched for a preposition, for an act, and for any word at all."""


def wording(tokens: Sequence[Token], span: Span, place_kind: str, label: str) -> tuple[str, ...]:
    """Describe one mention by its neighbours.

    ``place_kind`` is its likeliest place's kind, or "none"; ``label`` what the language model calls the span, or "".
    """
    first, last = span
    beside = _Beside(tokens, span)
    before, after = beside(-1), beside(1)
    governor, found = _prepositional(beside, place_kind)
    found += ["bias", f"kind={place_kind}", f"label={label}", f"starts={not before}|kind={place_kind}"]
    found += [f"before={before}", f"before={before}|kind={place_kind}", f"before2={beside(-2)}"]
    found += [f"before2={beside(-2)} {before}", f"after={after}", f"after={after}|kind={place_kind}"]
    found += [
        f"ending={after[-3:]}",
        f"ending={after[-2:]}|starts={not before}",
        f"ending={after[-2:]}|prep={governor}",
    ]
    found += [f"of name={before == 'of' and beside.is_capital(-2)}", f"hyphen={after == '-'}"]
    found += [f"capital={beside.is_capital(1)}", f"words={last - first}"]
    found += [f"acts before={act(before)}", f"acts before2={act(beside(-2))}", f"after2={beside(2)}"]
    found += [f"after={after}|ending2={beside(2)[-2:]}", f"ending={after[-2:]}|ending2={beside(2)[-2:]}"]
    found += _auxiliary(beside, governor)
    found += _acts_behind(beside, place_kind, governor)
    found += [f"left={beside(-at)}" for at in range(1, _BAG + 1)]
    found += [f"right={beside(at)}" for at in range(1, _BAG + 1)]
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def act(word: str) -> str:
    """Return the sort of act that an inflected word may stand for, or ""."""
    return next((_ACTS[form] for form in _lemmas(word) if form in _ACTS), "")


class _Beside:
    """Reads the words around a mention, in lower case; "" beyond its passage."""

    def __init__(self, tokens: Sequence[Token], span: Span) -> None:
        self._tokens, self._span, self._passage = tokens, span, tokens[span[0]].passage

    def __call__(self, distance: int) -> str:
        """Return the word ``distance`` words before (-1, -2 ...) or behind (1, 2 ...) the mention."""
        return self._word(distance).lower()

    def is_capital(self, distance: int) -> bool:
        """Tell whether that word begins with a capital."""
        return self._word(distance)[:1].isupper()

    def _word(self, distance: int) -> str:
        at = self._span[0] + distance if distance < 0 else self._span[1] + distance - 1
        if not 0 <= at < len(self._tokens) or self._tokens[at].passage != self._passage:
            return ""
        return self._tokens[at].text


def _prepositional(beside: _Beside, place_kind: str) -> tuple[str, list[str]]:
    """Return the preposition that the mention may hang on, with the cues that it and its own governor give."""
    for distance in range(1, _BACK + 1):
        word = beside(-distance)
        if word in _STOPS:
            break
        if word in _PREPOSITIONS:
            above = beside(-distance - 1)
            return word, [
                f"prep={word}|{distance}",
                f"prep={word}|kind={place_kind}",
                f"prep={word}|governor={above}",
                f"prep={word}|act={act(above)}",
                f"prep={word}|ending={above[-3:]}",
                f"governor={above}",
            ]
    return "", []


def _auxiliary(beside: _Beside, governor: str) -> list[str]:
    if beside(1) not in _AUXILIARIES:
        return []
    return [f"auxiliary|prep={governor}", f"auxiliary|{beside(2)}", f"auxiliary|act={act(beside(2))}"]


def _acts_behind(beside: _Beside, place_kind: str, governor: str) -> list[str]:
    """Read the first act that follows the mention before anything stops the way."""
    for distance in range(1, _AHEAD + 1):
        word = beside(distance)
        if word in _STOPS:
            return [f"stop={word}|{distance}"]
        found = act(word)
        if found:
            return [
                f"act={found}",
                f"act={found}|{distance}",
                f"act={found}|prep={governor}",
                f"act={found}|{place_kind}",
            ]
    return []


def _lemmas(word: str) -> Iterator[str]:
    """Yield what the word may be a form of: "denies" -> denies, deny, deni, denie."""
    yield _IRREGULAR.get(word, word)
    for ending, others in _ENDINGS.items():
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word.removesuffix(ending)
            yield from (stem + other for other in others)
            if len(stem) > 2 and stem[-1] == stem[-2]:  # noqa: PLR2004 - "banned" -> ban
                yield stem[:-1]
