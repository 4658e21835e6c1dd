"""What the store asks when an article comes in: how its sentences are compared, which of its figures are one claim."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence

from geonews.claims.copies import is_copy
from geonews.claims.datelines import behind_dateline
from geonews.claims.wording import Wording, wording
from geonews.models import Figure, FigureKind, ParsedArticle, Passage

_LASTING: frozenset[FigureKind] = frozenset(
    {"troops", "units", "ships", "aircraft", "vehicles", "weapons", "displaced", "money"}
)
"""Kinds whose number is a state of affairs that several sources report; of others, "two killed" is said every day."""
_ANY_NOUN: frozenset[FigureKind] = frozenset({"troops", "displaced", "money"})
"""Kinds whose nouns mean the same: troops, soldiers, servicemen. A tank is no lorry."""


class Copyist:
    """Fits ``Store.add``: knows what makes two passages copies, and two figures one claim."""

    def wordings(self, parsed: ParsedArticle) -> list[Wording | None]:
        """Return the wording of each passage that names a place or holds a figure; ``None`` for the others."""
        names = _names(parsed)
        starts = [each.start for each in parsed.toponyms] + [each.start for each in parsed.figures]
        asked = {_passage(parsed.passages, start) for start in starts}
        return [
            _wording(parsed.article.text[each.start : each.end], names.get(at, ())) if at in asked else None
            for at, each in enumerate(parsed.passages)
        ]

    def is_copy(self, one: str, other: str) -> bool:
        """Tell whether two wordings are the same sentence, edited or not."""
        return is_copy(one, other)

    def values(self, parsed: ParsedArticle) -> list[str]:
        """Return for each figure what copies of its sentence must state too: the value, and which of several it is."""
        seen: Counter[tuple[int | None, str]] = Counter()
        values = []
        for figure in parsed.figures:
            value = _value(figure)
            place = _passage(parsed.passages, figure.start), value
            values.append(f"{value} {seen[place]}")
            seen[place] += 1
        return values

    def subjects(self, parsed: ParsedArticle) -> list[int | None]:
        """Return for each figure a number that other sentences share if they state the same of the same.

        That is kind, value, noun, owner, status and the places with their roles. ``None`` where the sentence says
        neither whose nor where, and for events, of which many are alike.
        """
        stands: dict[int, set[str]] = defaultdict(set)
        for link in parsed.links:
            stands[link.figure].update(f"{link.role} {place}" for place in _place(parsed, link.toponym))
        return [_subject(figure, sorted(stands[at])) for at, figure in enumerate(parsed.figures)]


def _wording(text: str, names: Sequence[tuple[int, int, str]]) -> Wording | None:
    """Return the wording of a passage without its dateline, where the rest says itself which place is meant.

    "KHARKIV (Wire) - Twelve were killed in the market" is of Kharkiv, and "HAMAS - ..." is no dateline.
    """
    begin = behind_dateline(text)
    inside = [(start - begin, end - begin, place) for start, end, place in names if start >= begin]
    filed = len(inside) < len(names) or text[:begin].lstrip().startswith("(")
    return wording(text[begin:], inside) if begin and inside and filed else wording(text, names)


def _subject(figure: Figure, places: Sequence[str]) -> int | None:
    """Return the number of what a figure states of these places, each with its role before it."""
    if figure.kind not in _LASTING or not (places or figure.owner):
        return None
    noun = "" if figure.kind in _ANY_NOUN else figure.noun.lower().split(" ")[-1].removesuffix("s")
    parts = (_value(figure), noun, figure.owner or "", figure.status, *places)
    digest = hashlib.blake2b("\n".join(parts).encode(errors="surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


def _value(figure: Figure) -> str:
    return f"{figure.kind} {figure.low} {figure.high} {figure.approximate} {figure.currency}"


def _place(parsed: ParsedArticle, toponym: int) -> list[str]:
    place = parsed.resolutions[toponym].place
    return [place.id] if place and parsed.toponyms[toponym].kind == "literal" else []


def _names(parsed: ParsedArticle) -> dict[int, list[tuple[int, int, str]]]:
    """Return the resolved names of each passage, relative to it, in order, without those that overlap."""
    found: dict[int, list[tuple[int, int, str]]] = {}
    judged = zip(parsed.toponyms, parsed.resolutions, strict=True)
    for toponym, resolution in sorted(judged, key=lambda each: each[0].start):
        at = _passage(parsed.passages, toponym.start)
        if resolution.place is None or at is None:
            continue
        passage, known = parsed.passages[at], found.setdefault(at, [])
        start, end = toponym.start - passage.start, min(toponym.end, passage.end) - passage.start
        if not known or known[-1][1] <= start:
            known.append((start, end, resolution.place.id))
    return found


def _passage(passages: Sequence[Passage], offset: int) -> int | None:
    at = bisect_right(passages, offset, key=lambda passage: passage.start) - 1
    return at if at >= 0 and offset < passages[at].end else None
