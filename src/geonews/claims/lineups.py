"""Claims side by side: the same owner, kind and place, so that agreement and contradiction can be seen."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from operator import attrgetter

from geonews.claims.comparing import comparable, fate
from geonews.claims.models import Claim, LineUp, Pair
from geonews.models import FigureKind, FigureStatus, Place

_NEIGHBOURS = 50
"""Later claims of a line-up that each is compared with, at most."""
_ABOUT = 0.1
"""Share of its value by which an approximate number may be off."""
_MODES: dict[FigureStatus, str] = {
    "done": "fact",
    "happening": "fact",
    "threatened": "fact",  # the force is there; what is threatened is what it may do
    "planned": "prospect",
    "considered": "prospect",
    "denied": "denial",
    "negated": "denial",
}
_BY_NOUN: frozenset[FigureKind] = frozenset({"units", "ships", "aircraft", "vehicles", "weapons"})
"""Kinds whose claims count different things under one name."""
DENIALS: tuple[FigureStatus, ...] = tuple(status for status, mode in _MODES.items() if mode == "denial")
"""How a figure is stated that is said not to be so."""
Subject = tuple[str | None, FigureKind, str, str]


def line_up(claims: Iterable[Claim]) -> tuple[LineUp, ...]:
    """Return the line-ups of at least two claims, those with contradictions first, then the longest.

    A claim about several places stands in the line-up of each, a denial whose owner nobody names in those of all owners
    of whom its number is claimed: "Beijing denied that 14 warships were there".
    """
    known: dict[str, Place] = {}
    rows: dict[Subject, list[Claim]] = defaultdict(list)
    for claim in claims:
        for place in {each.place.id: each.place for each in claim.places}.values():
            known[place.id] = place
            rows[claim.owner, claim.kind, _what(claim), place.id].append(claim)
    _join_denials(rows)
    made = [_line_up(subject, known[subject[3]], found) for subject, found in rows.items() if len(found) > 1]
    return tuple(sorted(made, key=lambda each: (-len(each.contradictions), -len(each.claims), each.place.name)))


def _join_denials(rows: dict[Subject, list[Claim]]) -> None:
    """Put the denials whose owner is not named beside what they deny."""
    unowned = {subject: found for subject, found in rows.items() if subject[0] is None}
    for subject, found in rows.items():
        nobody = unowned.get((None, *subject[1:]), ()) if subject[0] is not None else ()
        denials = [each for each in nobody if _MODES[each.status] == "denial"]
        found += [each for each in denials if any(_are_of_one_number(each, other) for other in found)]


def meet(one: Claim, other: Claim) -> bool:
    """Tell whether there is a value that both claims allow."""
    (low, high), (least, most) = _bounds(one), _bounds(other)
    return low <= most and least <= high


def disputing(claim: Claim, others: Iterable[Claim]) -> list[Claim]:
    """Return those of ``others`` that state the same of the same owner otherwise: of two, one denies or only plans it.

    Where one article says both they need no place in common: "Minsk denied that it had moved the 6,000" names none.
    """
    return [
        each
        for each in others
        if each != claim
        and _are_of_one_thing(each, claim)
        and _are_of_one_number(each, claim)
        and (each.owner == claim.owner or None in {each.owner, claim.owner})
        and _MODES[each.status] != _MODES[claim.status]
        and _have_in_common(each, claim)
    ]


def denying(claims: Iterable[Claim]) -> Callable[[Claim], list[Claim]]:
    """Return what tells which of ``claims`` deny a claim, quickly however many they are."""
    known: dict[tuple[FigureKind, float], list[Claim]] = defaultdict(list)
    for each in claims:
        if _MODES[each.status] == "denial":
            for number in _numbers(each):
                known[each.kind, number].append(each)

    def of(claim: Claim) -> list[Claim]:
        near = (each for number in _numbers(claim) for each in known.get((claim.kind, number), ()))
        return disputing(claim, dict.fromkeys(near))

    return of


def at_odds(claims: Sequence[Claim], denials: Iterable[Claim] = ()) -> dict[Claim, list[Claim]]:
    """Return what contradicts or denies each of the claims, as far as it is among them; not those without.

    ``denials`` are others that may deny them.
    """
    found: dict[Claim, list[Claim]] = defaultdict(list)
    for lined in line_up(claims):
        for pair in lined.contradictions:
            one, other = lined.claims[pair.first], lined.claims[pair.second]
            found[one].append(other)
            found[other].append(one)
    denied_by = denying(dict.fromkeys([*claims, *_beyond(claims, denials)]))
    for claim in claims:
        for denial in denied_by(claim):
            found[claim].append(denial)
            found[denial].append(claim)
    return {claim: list(dict.fromkeys(found[claim])) for claim in claims if claim in found}


def _beyond(claims: Iterable[Claim], others: Iterable[Claim]) -> list[Claim]:
    """Return those of ``others`` that none of the claims is, be it with fewer sources."""
    known = {(source.key, source.start, source.quote) for claim in claims for source in claim.sources}
    return [
        each for each in others if known.isdisjoint((source.key, source.start, source.quote) for source in each.sources)
    ]


def _are_of_one_number(one: Claim, other: Claim) -> bool:
    """Tell whether a number of the one is one of the other: it "denied that 30 had died", said to be up to 30."""
    return not _numbers(one).isdisjoint(_numbers(other))


def _numbers(claim: Claim) -> set[float]:
    return {each for each in (claim.low, claim.high) if each is not None}


def _have_in_common(one: Claim, other: Claim) -> bool:
    """Tell whether an article states both claims, or both are about a place."""
    articles, places = (
        [{named(each) for each in getattr(claim, of)} for claim in (one, other)]
        for of, named in (("sources", attrgetter("key")), ("places", attrgetter("place.id")))
    )
    return not (articles[0].isdisjoint(articles[1]) and places[0].isdisjoint(places[1]))


def _line_up(subject: Subject, place: Place, found: list[Claim]) -> LineUp:
    ordered = sorted(found, key=lambda claim: claim.first or date.max)
    near = ((a, b) for a in range(len(ordered)) for b in range(a + 1, min(a + 1 + _NEIGHBOURS, len(ordered))))
    pairs = [(Pair(a, b), ordered[a], ordered[b]) for a, b in near]
    compared = [
        (pair, one, other) for pair, one, other in pairs if comparable(one, other, place.id) or _denies_it(one, other)
    ]
    owner, kind, what, _ = subject
    return LineUp(
        owner=owner,
        kind=kind,
        what=what,
        place=place,
        claims=tuple(ordered),
        agreements=tuple(pair for pair, one, other in compared if _agree(one, other)),
        contradictions=tuple(pair for pair, one, other in compared if _contradict(one, other)),
    )


def _denies_it(one: Claim, other: Claim) -> bool:
    """Tell whether one denies the other's number, be it in the same article."""
    return "denial" in {_MODES[one.status], _MODES[other.status]} and _are_of_one_number(one, other)


def _agree(one: Claim, other: Claim) -> bool:
    return _MODES[one.status] == _MODES[other.status] and meet(one, other)


def _contradict(one: Claim, other: Claim) -> bool:
    """Claims of one mode contradict each other by their values, a denial whatever it speaks of."""
    modes = {_MODES[one.status], _MODES[other.status]}
    if "denial" in modes:
        return len(modes) > 1 and meet(one, other)
    return len(modes) == 1 and not meet(one, other)


def _bounds(claim: Claim) -> tuple[float, float]:
    low = -math.inf if claim.low is None else claim.low
    high = math.inf if claim.high is None else claim.high
    return (low * (1 - _ABOUT), high * (1 + _ABOUT)) if claim.approximate else (low, high)


def _are_of_one_thing(one: Claim, other: Claim) -> bool:
    """Tell whether both count the same; who "denied that it had lost 120 men" does not say that these were killed."""
    what = _what(one), _what(other)
    return one.kind == other.kind and (what[0] == what[1] or (one.kind == "casualties" and "" in what))


def _what(claim: Claim) -> str:
    if claim.kind == "money":
        return claim.currency or claim.noun
    if claim.kind == "casualties":
        return fate(claim)
    return claim.noun.lower().split(" ")[-1].removesuffix("s") if claim.kind in _BY_NOUN else ""
