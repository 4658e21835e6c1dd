"""A place while it is being put together, before it becomes an entry."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from geonews.gazetteer.entries import Entry, Ring
from geonews.gazetteer.kinds import prominence
from geonews.gazetteer.names import fold
from geonews.models import Box, NameForm, Place, PlaceKind


@dataclass(slots=True)
class Draft:
    """Mutable on purpose: several sources add to one place."""

    id: str
    name: str
    kind: PlaceKind
    country: str | None
    lat: float
    lon: float
    source: str
    admin1: str | None = None
    admin2: str | None = None
    population: int | None = None
    geonameid: int | None = None
    extent: Box | None = None
    factor: float = 1.0
    """Multiplies the prominence that kind and population give."""
    least: float = 0.0
    """Prominence that it has at least."""
    names: dict[str, NameForm] = field(default_factory=dict)
    rings: tuple[Ring, ...] = ()
    course: Ring = ()
    """Points along a river."""
    above: str | None = None
    """A country's continent, by id."""
    english: bool = False
    """The name is the English one already."""

    def add(self, name: str, form: NameForm = "alternate") -> None:
        """Add a name; the first form that is given for a name stays, except that hand-made forms use ``put``."""
        if fold(name):
            self.names.setdefault(name, form)

    def put(self, name: str, form: NameForm) -> None:
        """Add a name of a hand-made table, which overrules the sources."""
        for known in [known for known in self.names if fold(known) == fold(name)]:
            del self.names[known]
        self.names[name] = form

    def complete(self, other: Draft) -> None:
        """Take from another description of the same place what this one lacks."""
        for name in (other.name, *other.names):
            self.add(name, "name")
        if math.isnan(self.lat):
            self.lat, self.lon = other.lat, other.lon
        self.extent = self.extent or other.extent
        self.rings = self.rings or other.rings

    def entry(self) -> Entry:
        """Return the finished entry."""
        place = Place(
            self.id,
            self.name,
            self.kind,
            self.country,
            round(self.lat, 5),
            round(self.lon, 5),
            self.admin1,
            self.admin2,
            self.population,
            self.geonameid,
            self.extent,
        )
        rank = max(prominence(place) * self.factor, self.least)
        return Entry(place, tuple(self.names.items()), rank, self.source, self.rings, self.above)
