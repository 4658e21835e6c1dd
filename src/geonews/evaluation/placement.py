"""How far the chosen places lie from the annotated ones.

The measures are the field's: accuracy within 161 km (100 miles; Leidner 2007, "Toponym resolution in text"), mean and
median error, and the area under the curve of the log error (AUC; Jurgens et al. 2015, "Geolocation prediction in
Twitter using social networks"; Gritta et al. 2019, "A pragmatic guide to geoparsing evaluation", by whose formula).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

from geopy.distance import great_circle

from geonews.evaluation.corpora import Annotated, Gold
from geonews.evaluation.counts import Share, overlaps
from geonews.gazetteer import Gazetteer
from geonews.models import ParsedArticle, Place, Resolution

NEAR_KM = 161.0
"""100 miles, the field's measure of a right place."""
FARTHEST_KM = 20_039.0
"""Half of the Earth's circumference as Gritta et al. take it; what a missing answer counts in the AUC."""
_STATES = frozenset({"country", "territory"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What a parse says of one annotated name that has coordinates."""

    gold: Gold
    country: str | None
    """ISO 3166-1 alpha-2 code if the annotated place is a country or territory."""
    resolution: Resolution | None
    """``None`` where the name was not found."""

    @property
    def place(self) -> Place | None:
        """The chosen place."""
        return self.resolution.place if self.resolution else None

    @property
    def km(self) -> float:
        """Kilometres of error; 0 for the annotated id or country, whose centre differs between gazetteers."""
        place = self.place
        if place is None:
            return FARTHEST_KM
        if place.geonameid is not None and place.geonameid == self.gold.geonameid:
            return 0.0
        if self.country and place.kind in _STATES and place.country == self.country:
            return 0.0
        return distance_km(place, self.gold)

    @property
    def right(self) -> bool:
        """Whether the place lies within 161 km."""
        return self.place is not None and self.km <= NEAR_KM


@dataclass(frozen=True, slots=True)
class Placement:
    """How the annotated names that have coordinates were placed; a name without an answer counts as wrong."""

    near: Share
    """Within 161 km, of all."""
    same_id: Share
    """With the annotated GeoNames id, of all that have one."""
    countries: Share
    """Countries and territories with the annotated ISO code, of all annotated countries."""
    missed: int
    """Names that were not found."""
    unplaced: int
    """Names that were found and given no place."""
    mean_km: float
    """Of the answers that there are, as is ``median_km``."""
    median_km: float
    auc: float
    """0 is best, 1 worst; a missing answer counts as the farthest."""


def answers(truth: Annotated, parsed: ParsedArticle, gazetteer: Gazetteer, *, exact: bool = True) -> list[Answer]:
    """Pair the annotated names that have coordinates with what was found at their span, or overlapping it."""
    said = {(t.start, t.end): r for t, r in zip(parsed.toponyms, parsed.resolutions, strict=True)}
    if not exact:
        pairs = overlaps([one.span for one in truth.wanted()], said)
        said = {gold: said[span] for span, gold in pairs.items()}
    wanted = (one for one in truth.wanted() if one.lat is not None and one.lon is not None)
    return [Answer(one, _country(one, gazetteer), said.get(one.span)) for one in wanted]


def placement(given: Sequence[Answer]) -> Placement:
    """Sum up the answers of a corpus."""
    placed = [one.km for one in given if one.place is not None]
    states = [one for one in given if one.country]
    known = [one for one in given if one.gold.geonameid is not None]
    return Placement(
        near=Share(sum(one.right for one in given), len(given)),
        same_id=Share(sum(_same_id(one) for one in known), len(known)),
        countries=Share(sum(_same_country(one) for one in states), len(states)),
        missed=sum(one.resolution is None for one in given),
        unplaced=sum(one.resolution is not None and one.place is None for one in given),
        mean_km=fmean(placed) if placed else 0.0,
        median_km=median(placed) if placed else 0.0,
        auc=area([one.km for one in given]),
    )


def area(errors_km: Sequence[float]) -> float:
    """Return the area under the sorted ln(1 + km), by trapezoids, as a share of the greatest possible."""
    logged = sorted(math.log1p(km) for km in errors_km)
    if len(logged) < 2:  # noqa: PLR2004 - a curve needs two points
        return min(logged[0] / math.log(FARTHEST_KM), 1.0) if logged else 0.0
    whole = math.fsum(logged) - (logged[0] + logged[-1]) / 2
    return min(whole / (math.log(FARTHEST_KM) * (len(logged) - 1)), 1.0)


def is_right(place: Place | None, gold: Gold) -> bool:
    """Tell whether a place has the annotated id or lies within 161 km of the annotated point."""
    if place is None or gold.lat is None or gold.lon is None:
        return False
    if place.geonameid is not None and place.geonameid == gold.geonameid:
        return True
    return distance_km(place, gold) <= NEAR_KM


def distance_km(place: Place, gold: Gold) -> float:
    """Return the great-circle distance; the annotated name must have coordinates."""
    return float(great_circle((place.lat, place.lon), (gold.lat, gold.lon)).km)


def _country(gold: Gold, gazetteer: Gazetteer) -> str | None:
    place = gazetteer.place(f"gn:{gold.geonameid}") if gold.geonameid else None
    return place.country if place and place.kind in _STATES else None


def _same_id(one: Answer) -> bool:
    return one.place is not None and one.place.geonameid == one.gold.geonameid


def _same_country(one: Answer) -> bool:
    return one.place is not None and one.place.kind in _STATES and one.place.country == one.country
