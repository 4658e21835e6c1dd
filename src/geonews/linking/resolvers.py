"""Which of its candidates does each toponym mean? A resolver is a function; ``RESOLVERS`` names them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from geopy.distance import great_circle
from numpy.typing import NDArray

from geonews.errors import UnknownOptionError
from geonews.forest import Forest
from geonews.linking.features import Belief, features
from geonews.linking.groups import Group, groups
from geonews.linking.reasons import reason
from geonews.models import Candidate, Place, Resolution, Toponym
from geonews.weights import learnt

Resolver = Callable[[str, Sequence[Toponym], Sequence[tuple[Candidate, ...]]], tuple[Resolution, ...]]
"""The article's text, its toponyms and their candidates in; one resolution a toponym out."""

SPOT_KM = 161.0
"""Places of one country within this distance count as the same spot (100 miles, the field's measure)."""
_WIDE = frozenset({"country", "territory", "continent", "ocean", "sea"})
KEPT = 5
"""Candidates kept with a resolution, the chosen one included."""
BESIDE = 4.0
"""Log odds for lying in the larger place that stands beside the name: surer than the training corpora can teach."""
LESSER = 4.0
"""Log odds against a place that bears the name of its own country, or a country's name only as an alternate one."""
UNKNOWN = Resolution(None, 0.0, "no place of this name in the gazetteer")


def population(
    text: str,  # noqa: ARG001 - every resolver takes the same
    toponyms: Sequence[Toponym],  # noqa: ARG001
    candidates: Sequence[tuple[Candidate, ...]],
) -> tuple[Resolution, ...]:
    """Take the gazetteer's first candidate: kind, then population. The baseline; its score is a share, not learnt."""
    return tuple(_by_population(found) for found in candidates)


def _by_population(found: tuple[Candidate, ...]) -> Resolution:
    if not found:
        return UNKNOWN
    sizes = np.array([candidate.place.population or 1 for candidate in found], float)
    shares = sizes / sizes.sum()
    kept = tuple(replace(c, score=round(float(s), 4)) for c, s in zip(found, shares, strict=True))[:KEPT]
    return Resolution(kept[0].place, kept[0].score, "first by kind and population", kept)


def context(
    text: str, toponyms: Sequence[Toponym], candidates: Sequence[tuple[Candidate, ...]]
) -> tuple[Resolution, ...]:
    """Judge the candidates by the article's other places, in two passes: the first one's anchor the second."""
    gathered = groups(text, toponyms, candidates)
    if not gathered:
        return (UNKNOWN,) * len(toponyms)
    belief = Belief.of([group.candidates[0].place for group in gathered])
    for forest in weights():
        scores = [_softmax(judged(forest, rows(gathered, at, belief, forest.names))) for at in range(len(gathered))]
        belief = Belief.of([_likeliest(group, s) for group, s in zip(gathered, scores, strict=True)])
    return _resolutions(len(toponyms), gathered, scores, belief)


RESOLVERS: dict[str, Resolver] = {"context": context, "population": population}


def resolver(name: str) -> Resolver:
    """Return the resolver of that name.

    Raises:
        UnknownOptionError: there is none; the message lists those that there are.

    """
    if name not in RESOLVERS:
        message = f"no resolver {name!r}; there are: {', '.join(sorted(RESOLVERS))}"
        raise UnknownOptionError(message)
    return RESOLVERS[name]


def weights() -> tuple[Forest, ...]:
    """Return the trained trees of each pass."""
    return tuple(learnt(f"linking/resolver_pass{n}.json", Forest.from_json) for n in (1, 2))


def rows(gathered: Sequence[Group], at: int, belief: Belief, names: Sequence[str]) -> NDArray[np.float64]:
    """Return the candidates of one group as feature rows, shape (candidates, features)."""
    return np.array([[row[name] for name in names] for row in features(gathered, at, belief)])


def judged(forest: Forest, candidates: NDArray[np.float64]) -> NDArray[np.float64]:
    """Score feature rows: what was learnt, and what is evident."""
    scores: NDArray[np.float64] = forest.score(candidates) + evident(candidates, forest.names)
    return scores


def evident(candidates: NDArray[np.float64], names: Sequence[str]) -> NDArray[np.float64]:
    """Return the log odds that no corpus needs to teach, for feature rows with these columns.

    A place inside the larger one that stands beside the name is meant; a country of that name is meant before its own
    parts and before a town that merely bears it too ("Mexico" is not Mexico City).
    """
    column = {name: candidates[:, at] for at, name in enumerate(names)}
    own = np.maximum.reduce([column["kind_country"], column["form_name"], column["form_demonym"]])
    lesser = np.maximum(column["country_bears"] * (1.0 - own), column["part_of_namesake"])
    odds: NDArray[np.float64] = BESIDE * column["inside_possible"] - LESSER * lesser
    return odds


def spot(chosen: int, places: Sequence[Place]) -> list[int]:
    """Return the indices of the places about the same spot as the chosen one, itself included.

    A city and the division that bears its name share the odds between them; either is a right place.
    """
    return [at for at, place in enumerate(places) if at == chosen or _about(places[chosen], place)]


def _about(here: Place, place: Place) -> bool:
    if here.country != place.country or {here.kind, place.kind} & _WIDE:
        return False
    return bool(great_circle((here.lat, here.lon), (place.lat, place.lon)).km <= SPOT_KM)


def _softmax(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    odds = np.exp(scores - scores.max())
    shares: NDArray[np.float64] = odds / odds.sum()
    return shares


def _likeliest(group: Group, scores: NDArray[np.float64]) -> Place:
    return group.candidates[int(scores.argmax())].place


def _resolutions(
    count: int, gathered: Sequence[Group], scores: Sequence[NDArray[np.float64]], belief: Belief
) -> tuple[Resolution, ...]:
    result = [UNKNOWN] * count
    for at, (group, shares) in enumerate(zip(gathered, scores, strict=True)):
        order = np.argsort(-shares, kind="stable")[:KEPT]
        sure = float(shares[spot(int(order[0]), [candidate.place for candidate in group.candidates])].sum())
        kept = tuple(replace(group.candidates[i], score=round(float(shares[i]), 4)) for i in order)
        chosen = Resolution(kept[0].place, round(min(sure, 1.0), 4), reason(gathered, at, kept[0], belief), kept)
        for mention in group.mentions:
            result[mention] = chosen
    return tuple(result)
