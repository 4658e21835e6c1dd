"""The gazetteer as everyone uses it: ask by name, by id, by where, and for all names in a text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from geonews.gazetteer import spatial
from geonews.gazetteer.compiler import compile_tables
from geonews.gazetteer.entries import entries
from geonews.gazetteer.image import Image
from geonews.gazetteer.matching import spans
from geonews.gazetteer.names import fold
from geonews.gazetteer.overlay import Overlay, read_overlay
from geonews.gazetteer.prepare import prepared
from geonews.gazetteer.searching import completions, near_names
from geonews.gazetteer.tables import block, views
from geonews.models import Box, Candidate, NameForm, Place, PlaceKind


@dataclass(frozen=True, slots=True)
class Containment:
    """Whether a point lies in a place."""

    inside: bool
    exact: bool
    """By the (simplified) outline; otherwise by the box alone, or nothing is known of the place's extent."""


class Gazetteer:
    """Answers which places bear a name. Cheap to open; processes on one machine share its memory."""

    def __init__(self, data: memoryview, overlay: Overlay | None = None) -> None:
        """Read a block of compiled tables; most callers want ``open``.

        Raises:
            GazetteerError: the bytes are no gazetteer.

        """
        self.stamp, tables = views(data)
        self._base = Image(tables)
        self._images: tuple[Image, ...] = (self._base,)
        self._overlay = overlay or Overlay()
        self._plain = not self._overlay
        self._known = lru_cache(maxsize=1 << 13)(self._lookup)
        for identifier in self._overlay.mentioned():
            if self._base.number(identifier) is None:
                self._overlay.refuse(identifier)
        if self._overlay.places or self._overlay.names:
            added = [*self._overlay.places, *self._renamed()]
            self._images = (Image(views(memoryview(block(compile_tables(entries(added)))))[1]), self._base)

    @classmethod
    def open(cls, overlay: Path | None = None) -> Gazetteer:
        """Open the bundled gazetteer; the first time, unpack it into the user's cache (a few seconds, logged).

        Args:
            overlay: a CSV file of the user's own places, names and corrections, see ``overlay.read_overlay``.

        Raises:
            GazetteerError: the data is missing or damaged, there is no place to unpack it, or the overlay is wrong.

        """
        return cls(prepared(), read_overlay(overlay) if overlay else None)

    @classmethod
    def of(cls, rows: Iterable[tuple[Place, Iterable[tuple[str, NameForm]]]]) -> Gazetteer:
        """Make a small gazetteer in memory, of places and their names besides the main one."""
        return cls(memoryview(block(compile_tables(entries(rows)))))

    def lookup(self, name: str, *, villages: bool = False) -> tuple[Candidate, ...]:
        """Return the places that bear ``name``, ranked by kind then population; ``()`` if none is known.

        Spelling is folded, see ``names.fold``. Villages answer only if nothing greater bears the name, or if
        ``villages`` asks for them. The last 8,192 answers are remembered.
        """
        return self._known(name, villages)

    def _lookup(self, name: str, villages: bool) -> tuple[Candidate, ...]:  # noqa: FBT001 - the cache asks, by position
        key = fold(name)
        if self._plain:
            number = self._base.find(key.encode())
            return () if number is None else self._base.candidates(number, villages=villages)
        found = [
            image.candidates(number, villages=villages)
            for image in self._images
            if (number := image.find(key.encode())) is not None
        ]
        return self._overlay.corrected(key, found)

    def place(self, identifier: str) -> Place | None:
        """Return the place with this id."""
        found = self._numbered(identifier)
        return found[0].place(found[1]) if found else None

    def spans(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """Return all ranges of up to seven words (first, behind the last) that are a name; they may overlap."""
        found = spans(words, self._images)
        if not self._overlay.suppressed:
            return found
        return [span for span in found if self.lookup(" ".join(words[span[0] : span[1]]))]

    def search(self, prefix: str, limit: int = 10) -> tuple[Candidate, ...]:
        """Return the best places with a name that begins with ``prefix``, for a search box."""
        key = fold(prefix)
        places: dict[str, Candidate] = {}
        for image in self._images if key and limit > 0 else ():
            for _, number, form in completions(image, key)[: 4 * limit]:
                place = image.place(number)
                places.setdefault(place.id, Candidate(place, form))
        exact = [candidate for candidate in self.lookup(prefix) if candidate.place.id in places]
        ordered = {candidate.place.id: candidate for candidate in [*exact[:1], *places.values()]}
        return tuple(candidate for candidate in ordered.values() if not self._overlay.hides(key, candidate.place.id))[
            :limit
        ]

    def fuzzy(self, name: str, limit: int = 10) -> tuple[Candidate, ...]:
        """Return the places whose name is ``name`` but for one or two letters, nearest first.

        A name that is known answers itself alone: Albany never becomes Albania. Under five letters nothing may differ,
        from nine on two letters may.
        """
        exact = self.lookup(name)
        if exact:
            return exact[:limit]
        found: dict[str, Candidate] = {}
        for image in self._images:
            for _, number in near_names(image, fold(name)):
                for candidate in image.candidates(number):
                    found.setdefault(candidate.place.id, candidate)
        return tuple(found.values())[:limit]

    def within(self, box: Box, kinds: Collection[PlaceKind] | None = None) -> Iterator[Place]:
        """Yield the places (of some kinds) whose point is in the box."""
        for image in self._images:
            for number in spatial.within(image, box, kinds):
                yield image.place(number)

    def nearest(
        self, lat: float, lon: float, limit: int = 1, kinds: Collection[PlaceKind] | None = None
    ) -> list[tuple[Place, float]]:
        """Return the places (of some kinds) nearest to a point with their distance in km, nearest first.

        Places farther away than about 1,300 km are not found.
        """
        found = {
            place.id: (place, km)
            for image in self._images
            for km, number in spatial.nearest(image, lat, lon, limit, kinds)
            if (place := image.place(number))
        }
        return sorted(found.values(), key=lambda pair: pair[1])[:limit]

    def contains(self, place: Place, lat: float, lon: float) -> Containment:
        """Tell whether a point lies in a place: by outline for countries, divisions and seas, else by box."""
        found = self._numbered(place.id)
        if found is None:
            return Containment(place.extent is not None and spatial.in_box(lat, lon, place.extent), exact=False)
        return Containment(*spatial.inside(*found, place, lat, lon))

    def outline(self, place: Place) -> list[list[tuple[float, float]]]:
        """Return a place's simplified outline: rings of (lon, lat); ``[]`` if it has none."""
        found = self._numbered(place.id)
        return list(spatial.outline(*found)) if found else []

    def parents(self, place: Place) -> tuple[Place, ...]:
        """Return what the place is part of, narrowest first: divisions, country, continent, as far as known."""
        chain = [
            self._division(place.admin2, "admin2", place),
            self._division(place.admin1, "admin1", place),
        ]
        country = self._countries.get(place.country or "")
        if country:
            chain += [self._base.place(country[0]), self.place(country[1])]
        return tuple(above for above in chain if above is not None and above.id != place.id)

    def _division(self, name: str | None, kind: PlaceKind, place: Place) -> Place | None:
        for candidate in self.lookup(name) if name else ():
            found = candidate.place
            if (found.kind, found.name, found.country) == (kind, name, place.country) and (
                kind == "admin1" or found.admin1 == place.admin1
            ):
                return found
        return None

    @cached_property
    def _countries(self) -> dict[str, tuple[int, str]]:
        return self._base.countries()

    def _numbered(self, identifier: str) -> tuple[Image, int] | None:
        for image in reversed(self._images):
            number = image.number(identifier)
            if number is not None:
                return image, number
        return None

    def _renamed(self) -> Iterator[tuple[Place, list[tuple[str, NameForm]]]]:
        for identifier, names in self._overlay.names.items():
            yield self._base.place(self._base.number(identifier) or 0), names
