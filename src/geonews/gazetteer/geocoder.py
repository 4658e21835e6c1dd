"""The gazetteer in geopy's Geocoder shape: one import is all that changes for a geopy user, and no network is asked."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from geopy.exc import GeocoderQueryError, GeocoderServiceError
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from geonews.errors import GazetteerError
from geonews.gazetteer.around import settlements
from geonews.gazetteer.index import Gazetteer
from geonews.gazetteer.names import fold
from geonews.models import Place, PlaceKind

_FIELDS: dict[str, frozenset[PlaceKind]] = {
    "village": frozenset({"village", "city"}),
    "town": frozenset({"city", "village"}),
    "city": frozenset({"city", "village"}),
    "county": frozenset({"admin2"}),
    "state": frozenset({"admin1"}),
    "country": frozenset({"country", "territory"}),
}
"""Keys of a structured query, narrowest first, and the kinds that each may name."""
_REVERSE_LIMIT = 10
_FORM_OPTIONS = frozenset("addressdetails bounded extratags geometry language namedetails zoom".split())
"""Nominatim's options about the form of an answer: scripts that were written for it may go on giving them."""


class GazetteerGeocoder(Geocoder):  # type: ignore[misc] # geopy has no types
    """Geocode and reverse geocode from the bundled gazetteer.

    ``Location.raw`` is a dict of the place's id, name, kind, country, admin1, admin2, lat, lon, population, geonameid
    and extent, and of Nominatim's ``display_name`` and ``address``.
    """

    def __init__(self, gazetteer: Gazetteer | None = None, **options: Any) -> None:  # noqa: ANN401 - geopy's own options
        """Open the bundled gazetteer, or use another one.

        Args:
            gazetteer: the places to ask.
            options: geopy's options; those about the network change nothing.

        Raises:
            GeocoderServiceError: the bundled data is missing or damaged.

        """
        super().__init__(**options)
        try:
            self.gazetteer = gazetteer or Gazetteer.open()
        except GazetteerError as error:
            raise GeocoderServiceError(str(error)) from error

    def geocode(  # noqa: PLR0913 - geopy's signature
        self,
        query: str | Mapping[str, str],
        *,
        exactly_one: bool = True,
        country_codes: str | Iterable[str] | None = None,
        viewbox: Sequence[Any] | None = None,
        limit: int | None = None,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ANN401, ARG002 - geopy's; nothing here can time out
        **form: Any,  # noqa: ANN401
    ) -> Location | list[Location] | None:
        """Return the places of this name, best first.

        Args:
            query: a name ("Kherson"), a name with what it lies in ("Springfield, Illinois, US"), or a structured query
                with any of the keys village, town, city, county, state, country.
            exactly_one: return the best only.
            country_codes: ISO 3166-1 alpha-2 code or codes to keep to.
            viewbox: two opposite corners (as geopy points or (lat, lon)) to keep to.
            limit: how many at most.
            timeout: accepted and not used.
            form: Nominatim's options about the form of the answer (language, addressdetails, ...), not used either.

        Raises:
            GeocoderQueryError: the query is empty, has an unknown key, or an option makes no sense.

        """
        _check_form(form)
        if limit is not None and limit < 1:
            message = "limit must be at least 1"
            raise GeocoderQueryError(message)
        found = self._structured(query) if isinstance(query, Mapping) else self._plain(query)
        places = _in_countries(found, country_codes)
        if viewbox is not None:
            places = _in_box(places, viewbox)
        return self._answer(places[:limit], exactly_one=exactly_one)

    def reverse(
        self,
        query: Any,  # noqa: ANN401 - whatever geopy takes for a point
        *,
        exactly_one: bool = True,
        limit: int | None = None,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ANN401, ARG002 - geopy's; nothing here can time out
        **form: Any,  # noqa: ANN401
    ) -> Location | list[Location] | None:
        """Return the city, town or village that a point is in, then the nearest ones, nearest first.

        Args:
            query: a point, as geopy takes it: ``Point``, (lat, lon), or text.
            exactly_one: return the first only.
            limit: how many at most (10 unless told).
            timeout: accepted and not used.
            form: as in ``geocode``.

        Raises:
            GeocoderQueryError: this is no point on Earth.

        """
        _check_form(form)
        point = _point(query)
        near = settlements(self.gazetteer, point.latitude, point.longitude, limit or _REVERSE_LIMIT)
        return self._answer(near, exactly_one=exactly_one)

    def _plain(self, query: str) -> list[Place]:
        if not isinstance(query, str) or not fold(query):
            message = f"nothing to look up in {query!r}"
            raise GeocoderQueryError(message)
        whole = self.gazetteer.lookup(query)
        first, *rest = [part.strip() for part in query.split(",") if fold(part)]
        if whole and not rest:
            return [candidate.place for candidate in whole]
        inside = [c.place for c in self.gazetteer.lookup(first, villages=True) if self._lies_in(c.place, rest)]
        return inside or [candidate.place for candidate in whole]

    def _structured(self, query: Mapping[str, str]) -> list[Place]:
        unknown = set(query) - set(_FIELDS)
        given = [(key, query[key]) for key in _FIELDS if query.get(key) and fold(query[key])]
        if unknown or not given:
            message = f"a structured query needs some of {', '.join(_FIELDS)}; got {', '.join(query) or 'nothing'}"
            raise GeocoderQueryError(message)
        (key, name), *rest = given
        found = (c.place for c in self.gazetteer.lookup(name, villages=True) if c.place.kind in _FIELDS[key])
        return [place for place in found if self._lies_in(place, [value for _, value in rest])]

    def _lies_in(self, place: Place, wholes: Sequence[str]) -> bool:
        """Tell whether every one of the names is a division or the country that the place is in."""
        return all(any(_is_part(place, whole.place) for whole in self.gazetteer.lookup(name)) for name in wholes)

    def _answer(self, places: Sequence[Place], *, exactly_one: bool) -> Location | list[Location] | None:
        if not places:
            return None
        if exactly_one:
            return self._location(places[0])
        return [self._location(place) for place in places]

    def _location(self, place: Place) -> Location:
        country = next((p.name for p in self.gazetteer.parents(place) if p.kind in _FIELDS["country"]), place.country)
        own = place.name if place.kind in _FIELDS["country"] else country
        above = [part for part in (place.admin2, place.admin1, own) if part and part != place.name]
        written = ", ".join([place.name, *above])
        address = {place.kind: place.name, "county": place.admin2, "state": place.admin1, "country": own}
        address["country_code"] = place.country.lower() if place.country else None
        raw = asdict(place) | {"display_name": written, "address": {key: part for key, part in address.items() if part}}
        return Location(written, (place.lat, place.lon, 0.0), raw)


def _check_form(options: Iterable[str]) -> None:
    unknown = ", ".join(sorted(set(options) - _FORM_OPTIONS))
    if unknown:
        message = f"unknown options: {unknown}"
        raise TypeError(message)


def _is_part(place: Place, whole: Place) -> bool:
    if whole.kind in {"country", "territory"}:
        return place.country == whole.country
    if whole.country != place.country:
        return False
    if whole.kind == "admin1":
        return place.admin1 == whole.name
    return whole.kind == "admin2" and place.admin2 == whole.name and place.admin1 == whole.admin1


def _in_countries(places: list[Place], codes: str | Iterable[str] | None) -> list[Place]:
    if codes is None:
        return places
    wanted = {code.strip().upper() for code in (codes.split(",") if isinstance(codes, str) else codes)}
    return [place for place in places if place.country in wanted]


def _in_box(places: list[Place], viewbox: Sequence[Any]) -> list[Place]:
    if len(viewbox) != 2:  # noqa: PLR2004 - corners
        message = "a viewbox is two opposite corners"
        raise GeocoderQueryError(message)
    a, b = (_point(corner) for corner in viewbox)
    south, north = sorted((a.latitude, b.latitude))
    west, east = sorted((a.longitude, b.longitude))
    return [place for place in places if south <= place.lat <= north and west <= place.lon <= east]


def _point(value: Any) -> Point:  # noqa: ANN401 - whatever geopy takes for a point
    try:
        point = Point(value)
    except (TypeError, ValueError) as error:
        message = f"no point: {value!r}"
        raise GeocoderQueryError(message) from error
    if not math.isfinite(point.latitude) or not math.isfinite(point.longitude):
        message = f"no point on Earth: {value!r}"
        raise GeocoderQueryError(message)
    return point
