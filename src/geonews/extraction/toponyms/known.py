"""How the gazetteer knows a written name, as numbers: what bears it, how many, and how great."""

from __future__ import annotations

import math
from functools import lru_cache

from geonews.gazetteer import Gazetteer
from geonews.gazetteer.writing import meanings
from geonews.models import Candidate

NAMES = (
    *("known", "candidates", "population", "top_population", "second_population", "countries", "sole"),
    *("country", "admin1", "admin2", "city", "village_only", "water", "area", "site"),
    *("primary", "demonym", "abbreviation", "alternate_top"),
)
_WATER = frozenset({"ocean", "sea", "strait", "lake", "river"})
_AREA = frozenset({"region", "island", "peninsula", "mountains", "desert", "continent"})
_SITE = frozenset({"airport", "base", "plant", "dam", "bridge", "site"})
_SIZES: dict[str, float] = {
    **dict.fromkeys(("country", "territory", "continent", "admin1"), 9.5),
    **dict.fromkeys(("region", "ocean", "sea", "strait", "island", "peninsula", "mountains", "desert"), 6.5),
}
"""log10 of the population that a place counts as where it has none of its own: it is known for something else."""
_SMALL = 2.0


@lru_cache(maxsize=1 << 13)
def meant(gazetteer: Gazetteer, form: str) -> tuple[Candidate, ...]:
    """Return the places that a name may mean as it is written; asked again and again for the same names."""
    return meanings(gazetteer, form)


@lru_cache(maxsize=1 << 16)
def features(gazetteer: Gazetteer, form: str) -> tuple[float, ...]:
    """Return the numbers of ``NAMES``; asked once for each name, as most come back in article after article."""
    found = meant(gazetteer, form)
    if not found:
        return (0.0,) * len(NAMES)
    kinds, forms = {c.place.kind for c in found}, {c.form for c in found}
    sizes = [_size(candidate) for candidate in found]
    ordered = sorted(sizes)
    top = found[0].form
    return (
        1.0,
        math.log1p(len(found)),
        ordered[-1],
        sizes[0],
        ordered[-2] if len(ordered) > 1 else 0.0,
        float(len({c.place.country for c in found})),
        float(len(found) == 1),
        *(float(kind in kinds) for kind in ("country", "admin1", "admin2", "city")),
        float(kinds <= {"village"}),
        float(bool(kinds & _WATER)),
        float(bool(kinds & _AREA)),
        float(bool(kinds & _SITE)),
        float("name" in forms),
        float(top == "demonym"),
        float(top == "abbreviation"),
        float(top in {"alternate", "historic", "colloquial"}),
    )


def _size(candidate: Candidate) -> float:
    if candidate.place.population:
        return math.log10(candidate.place.population)
    return _SIZES.get(candidate.place.kind, _SMALL)
