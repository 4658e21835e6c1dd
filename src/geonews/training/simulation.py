"""Articles drawn from the gazetteer alone: what places share a page is geography, and needs no annotator.

Half are a town's own news: a home that English-language news writes about, towns near it, well-known places elsewhere,
now and then the county, division or country, some words of the country's own news, and no other text. The other half
are about a country for readers elsewhere, who are told of its larger cities. They teach the ranker what the annotated
corpora are too few for, and favour no outlet.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geonews.evaluation import Gold
from geonews.gazetteer import Gazetteer
from geonews.linking.distances import EARTH_RADIUS_KM
from geonews.models import Evidence, Place, PlaceKind
from geonews.tables import rows
from geonews.training.annotated import Example

_WORLD = (-180.0, -90.0, 180.0, 90.0)
_KINDS: tuple[PlaceKind, ...] = ("city", "admin1", "admin2", "country")
_PRESS = {"US": 0.45, "GB": 0.15, "CA": 0.07, "AU": 0.05, "IE": 0.04, "IN": 0.04, "ZA": 0.03, "NG": 0.03}
"""Share of the articles that have their home in a country of English-language news; the rest of the world has .14."""
_NAMES = ((1, 0.1), (2, 0.15), (3, 0.2), (4, 0.2), (6, 0.15), (8, 0.1), (12, 0.1))
"""How many names an article has, and how often."""
_REACHES = (25.0, 60.0, 200.0)
"""Kilometres over which an article's interest in towns fades to 1/e."""
_FAMOUS = 300_000
"""Inhabitants of a city that any article may name."""
_NEAR, _FAMED, _STATE = 0.6, 0.78, 0.88
"""Of the further names so many are towns near the home, then famous cities, then countries; the rest its county."""
_OWN, _NEIGHBOUR, _COUNTRY, _STATES = 0.5, 0.65, 0.75, 0.9
"""Abroad so many are towns of the country, of its neighbours, the country, other countries; a division."""
_INLAND, _AROUND = (150.0, 500.0), 2_000.0
"""Kilometres over which interest in towns of the country, and in other countries, fades to 1/e."""
_BARE = 0.7
"""How often an English paper prints names without their accents."""


@dataclass(frozen=True, slots=True)
class World:
    """The towns and countries to draw from."""

    towns: tuple[Place, ...]
    points: NDArray[np.float32]
    """Shape (towns, 3): unit vectors."""
    population: NDArray[np.float64]
    states: tuple[Place, ...]
    centres: NDArray[np.float32]
    """Shape (states, 3), as ``points``."""
    people: NDArray[np.float64]
    """Shape (states,)."""
    divisions: dict[tuple[str | None, str | None], Place]
    counties: dict[tuple[str | None, str | None, str | None], Place]

    @classmethod
    def of(cls, gazetteer: Gazetteer) -> World:
        """Gather the gazetteer's towns, divisions and countries."""
        places = sorted(gazetteer.within(_WORLD, _KINDS), key=lambda place: place.id)
        towns = tuple(place for place in places if place.kind == "city")
        states = tuple(place for place in places if place.kind == "country")
        return cls(
            towns,
            _points(towns),
            np.array([place.population or 500 for place in towns], float),
            states,
            _points(states),
            np.array([place.population or 1 for place in states], float),
            {(place.country, place.name): place for place in places if place.kind == "admin1"},
            {(place.country, place.admin1, place.name): place for place in places if place.kind == "admin2"},
        )


def _points(places: Sequence[Place]) -> NDArray[np.float32]:
    """Return unit vectors, shape (places, 3)."""
    lat, lon = (np.radians([getattr(place, name) for place in places]) for name in ("lat", "lon"))
    return np.column_stack((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat))).astype(np.float32)


def articles(gazetteer: Gazetteer, count: int, seed: int = 1) -> Iterator[Example]:
    """Yield ``count`` articles, the same ones for the same gazetteer and seed."""
    world, random = World.of(gazetteer), np.random.default_rng(seed)
    homes = random.choice(len(world.towns), count - count // 2, p=_news(world))
    for home in homes:
        yield _written(world.towns[home], _named(world, int(home), random), random)
    for home in random.choice(len(world.towns), count - len(homes), p=world.population / world.population.sum()):
        yield _written(world.towns[home], _abroad(world, int(home), random), random)


def _news(world: World) -> NDArray[np.float64]:
    """Return how often each town is the home of an article."""
    size = world.population**0.6
    country = np.array([place.country or "" for place in world.towns])
    share = np.zeros(len(size))
    for code, part in _PRESS.items():
        share += np.where(country == code, part * size / max(size[country == code].sum(), 1.0), 0.0)
    rest = ~np.isin(country, list(_PRESS))
    share += np.where(rest, (1.0 - sum(_PRESS.values())) * size / max(size[rest].sum(), 1.0), 0.0)
    result: NDArray[np.float64] = share / share.sum()
    return result


def _named(world: World, home: int, random: np.random.Generator) -> list[Place]:
    """Draw the places that an article of the home's own news names, its home among them."""
    here = world.towns[home]
    km = _km(world.points, world.points[home])
    reach = random.choice(_REACHES)
    near = np.flatnonzero(km < 8 * reach)
    same = np.array([world.towns[at].country == here.country for at in near])
    liking = np.exp(-km[near] / reach) * world.population[near] ** 0.4 * (1 + 2 * same)
    famous = np.flatnonzero(world.population >= _FAMOUS)
    named = [here]
    for roll in _rolls(random):
        if roll < _NEAR:
            named.append(world.towns[near[_one(liking, random)]])
        elif roll < _FAMED and len(famous):
            named.append(world.towns[famous[_one(world.population[famous], random)]])
        elif roll < _STATE and world.states:
            named.append(world.states[_one(world.people**0.5, random)])
        else:
            named.append(world.counties.get((here.country, here.admin1, here.admin2), here))
    if random.random() < 0.35:  # noqa: PLR2004 - how often the division is named as well
        named.append(world.divisions.get((here.country, here.admin1), here))
    return _shuffled(named, random)


def _abroad(world: World, home: int, random: np.random.Generator) -> list[Place]:
    """Draw the places that an article names about a country for readers elsewhere: what is well known there."""
    here = world.towns[home]
    km = _km(world.points, world.points[home])
    same = np.array([place.country == here.country for place in world.towns])
    inland = np.exp(-km / random.choice(_INLAND)) * world.population**0.8 * same
    around = np.exp(-km / _AROUND) * world.population
    states = np.exp(-_km(world.centres, world.points[home]) / _AROUND) * world.people**0.5
    country = next((place for place in world.states if place.country == here.country), here)
    named = [here]
    for roll in _rolls(random):
        if roll < _OWN:
            named.append(world.towns[_one(inland, random)])
        elif roll < _NEIGHBOUR:
            named.append(world.towns[_one(around, random)])
        elif roll < _COUNTRY:
            named.append(country)
        elif roll < _STATES and world.states:
            named.append(world.states[_one(states, random)])
        else:
            named.append(world.divisions.get((here.country, here.admin1), here))
    return _shuffled(named, random)


def _rolls(random: np.random.Generator) -> NDArray[np.float64]:
    """Return a number from 0 to 1 for each further name of an article."""
    numbers, often = zip(*_NAMES, strict=True)
    return random.random(int(random.choice(numbers, p=often)) - 1)


def _one(liking: NDArray[np.float64], random: np.random.Generator) -> int:
    return int(random.choice(len(liking), p=liking / liking.sum()))


def _km(points: NDArray[np.float32], point: NDArray[np.float32]) -> NDArray[np.float64]:
    km: NDArray[np.float64] = EARTH_RADIUS_KM * np.arccos(np.clip(points @ point, -1.0, 1.0))
    return km


def _shuffled(named: list[Place], random: np.random.Generator) -> list[Place]:
    """Return one place a name, in half of the articles in any order."""
    distinct = list({place.name: place for place in reversed(named)}.values())[::-1]
    return [distinct[at] for at in random.permutation(len(distinct))] if random.random() < 0.5 else distinct  # noqa: PLR2004


def _written(home: Place, named: list[Place], random: np.random.Generator) -> Example:
    """Set the names some way apart, the home oftener than others, among words of the home's own news."""
    text, gold = _words(home, random), []
    bare = random.random() < _BARE
    for place in named:
        often = 1 + (random.random() < 0.3) + (place is home) * int(random.integers(0, 3))  # noqa: PLR2004
        for _ in range(often):
            text += " ." * int(random.integers(5, 60)) + " "
            at = len(text)
            text += _plain(place.name) if bare else place.name
            gold.append(Gold(at, len(text), "", place.lat, place.lon, place.geonameid))
    return Example(text, Evidence((), ()), tuple(gold))


def _words(home: Place, random: np.random.Generator) -> str:
    own = [row["word"] for row in rows("geonews.linking", "dialects") if home.country in row["countries"].split()]
    words = list(random.permutation(own)[: int(random.integers(0, 7))]) if random.random() < 0.5 else []  # noqa: PLR2004
    if home.admin1 and random.random() < 0.25:  # noqa: PLR2004 - as in "Georgia Bureau"
        words.append(f"{home.admin1} Bureau")
    return " , ".join(words)


def _plain(name: str) -> str:
    """Return a name as English papers print it: without accents."""
    return "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
