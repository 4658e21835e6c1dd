"""Statements to claims: what several sources say is one claim with its sources, and nothing is added up."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from geonews.claims.labelling import labels
from geonews.claims.models import Claim, PlaceRole, Source, Statement

Value = TypeVar("Value", bound=Hashable)


def group(statements: Iterable[Statement]) -> tuple[Claim, ...]:
    """Return the claims that the statements make: those with most independent sources first, then the newest.

    Copies of a sentence that state the same value make one claim, and so do independent sentences that say the same of
    the same owner, kind and places within a few days of each other. A figure that only converts another ("$1.3bn" in
    brackets) is no claim of its own.
    """
    made = [_claim(members) for members in _together(statements)]
    return tuple(sorted(made, key=lambda claim: (-claim.independent, -(claim.last or date.min).toordinal())))


def claim_of(statements: Iterable[Statement], key: str, start: int, quote: str) -> Claim | None:
    """Return the claim that the sentence at this offset of an article makes with this phrase; ``None`` for no such one.

    A figure that only converts another makes the other's claim.
    """
    known = list(statements)
    here = [each for each in known if (each.key, each.start) == (key, start)]
    said = next((each for each in here if each.figure.quote == quote), None)
    if said is not None and said.figure.same_as is not None:
        said = _converted(said, here)
    return next((_claim(members) for members in _together(known) if said in members), None)


def _converted(said: Statement, here: Sequence[Statement]) -> Statement | None:
    """Return the statement of the same sentence that this one converts: the nearest of its kind."""
    others = [each for each in here if each.figure.same_as is None and each.figure.kind == said.figure.kind]
    return min(others, key=lambda each: abs(each.figure.start - said.figure.start), default=None)


def _together(statements: Iterable[Statement]) -> list[list[Statement]]:
    """Return the statements of each claim in order of age."""
    stated = [each for each in statements if each.figure.same_as is None]
    numbers = labels(
        _numbered([each.claim or 0 for each in stated]),
        _numbered([each.subject or 0 for each in stated]),
        np.array([each.day.toordinal() if each.day else 0 for each in stated], dtype=np.int64),
    )
    groups: dict[int, list[Statement]] = defaultdict(list)
    for each, number in zip(stated, numbers.tolist(), strict=True):
        groups[number].append(each)
    return [sorted(members, key=_age) for members in groups.values()]


def _numbered(values: Sequence[int]) -> npt.NDArray[np.int64]:
    """Return numbers that are equal for equal values, counted from 1; 0 stays 0."""
    known = {0: 0}
    return np.array([known.setdefault(each, len(known)) for each in values], dtype=np.int64)


def _claim(members: Sequence[Statement]) -> Claim:
    """Make one claim of statements in order of age."""
    figures = [each.figure for each in members]
    days = [each.day for each in members if each.day]
    articles = list({each.key: each for each in reversed(members)}.values())[::-1]
    origins = _origins(articles)
    return Claim(
        low=figures[0].low,
        high=figures[0].high,
        approximate=figures[0].approximate,
        noun=figures[0].noun,
        kind=figures[0].kind,
        currency=figures[0].currency,
        owner=_most([each.owner for each in figures if each.owner], None),
        status=_most([each.status for each in figures], figures[0].status),
        places=_places(members),
        attributions=_once(each.attribution for each in figures),
        date=next((each.date for each in figures if each.date), None),
        first=min(days, default=None),
        last=max(days, default=None),
        independent=len(set(origins)),
        sources=_sources(articles, origins),
        deniers=_once(each.denier for each in figures),
    )


def _once(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def _places(members: Sequence[Statement]) -> tuple[PlaceRole, ...]:
    """Return the places of all statements, each with each role once."""
    known: dict[tuple[str, str], PlaceRole] = {}
    for each in (each for member in members for each in member.places):
        key = each.place.id, each.role
        new = PlaceRole(each.place, each.role, each.corrected, each.confidence)
        old = known.setdefault(key, new)
        best = max(old.confidence, new.confidence)
        known[key] = PlaceRole(old.place, old.role, old.corrected or new.corrected, best)
    return tuple(known.values())


def _origins(articles: Sequence[Statement]) -> list[int]:
    """Return where each article has it from, as a number: one for the same words, family or publisher."""
    origins = list(range(len(articles)))
    for name in ("copy", "family", "source"):
        first: dict[object, int] = {}
        for at, each in enumerate(articles):
            value = getattr(each, name)
            if value is not None:
                one, other = origins[at], origins[first.setdefault(value, at)]
                origins = [min(one, other) if origin in {one, other} else origin for origin in origins]
    return origins


def _sources(articles: Sequence[Statement], origins: Sequence[int]) -> tuple[Source, ...]:
    judged = enumerate(zip(articles, origins, strict=True))
    return tuple(_source(each, is_copy=origin in origins[:at]) for at, (each, origin) in judged)


def _source(statement: Statement, *, is_copy: bool) -> Source:
    return Source(
        key=statement.key,
        title=statement.title,
        publisher=statement.source,
        url=statement.url,
        day=statement.day,
        quote=statement.figure.quote,
        start=statement.start,
        sentence=statement.text,
        is_copy=is_copy,
    )


def _most(values: Sequence[Value], otherwise: Value) -> Value:
    """Return what most have; of equally many, the first."""
    return Counter(values).most_common(1)[0][0] if values else otherwise


def _age(statement: Statement) -> tuple[date, str, int, str, int]:
    moment = statement.day or date.max, statement.instant or ""
    return (*moment, statement.added, statement.key, statement.figure.start)
