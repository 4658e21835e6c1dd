"""A compiled gazetteer, read in place: places by number, names by binary search, all unpacked only when asked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, lru_cache
from zlib import crc32

from geonews.gazetteer.drafts import CandidateDraft, PlaceDraft
from geonews.gazetteer.entries import postal_id
from geonews.gazetteer.kinds import FORMS, KINDS
from geonews.gazetteer.names import fold
from geonews.gazetteer.tables import DEGREE
from geonews.models import Box, Candidate, NameForm, Place

_STEP = 64
"""Every 64th key is kept in a list, so that most of a search runs at C speed and touches few pages."""


class _Texts(dict[int, str | None]):
    """Names of countries and divisions that were asked for once: a few ten thousand, each asked for again and again."""

    def __init__(self, read: Callable[[int], str]) -> None:
        """Take what reads a text that is not known yet."""
        super().__init__()
        self._read = read

    def __missing__(self, number: int) -> str | None:
        """Read a text; an empty one is ``None``."""
        return self.setdefault(number, self._read(number) or None)


class Image:
    """Reads the tables that ``compiler.compile_tables`` made."""

    def __init__(self, tables: Mapping[str, memoryview]) -> None:
        """Take the tables as ``tables.views`` gives them."""
        self.tables = tables
        self.size, self.core, self._numbered, self._named = tables["counts"]
        self._key_text, self._key_end = tables["key_text"], tables["key_end"]
        self._posting_end, self._posting_place = tables["posting_end"], tables["posting_place"]
        self._posting_form = tables["posting_form"]
        self._slot, self._mask = tables["slot"], len(tables["slot"]) - 1
        # one name per column: this is the inner loop of every question
        self._name, self._kind, self._country = tables["name"], tables["kind"], tables["country"]
        self._lat, self._lon, self._box_of = tables["lat"], tables["lon"], tables["box_of"]
        self._admin1, self._admin2 = tables["admin1"], tables["admin2"]
        self._population, self._geonameid = tables["population"], tables["geonameid"]
        self._string_text, self._string_end = tables["string_text"], tables["string_end"]
        self.keys = len(self._key_end)
        self._divisions = _Texts(self._string)
        self.meets = lru_cache(maxsize=1 << 15)(self._meets)

    def key(self, number: int) -> bytes:
        """Return a folded name as UTF-8, by its number in sorted order."""
        return self.text("key", number)

    def text(self, table: str, number: int) -> bytes:
        """Return one of the texts of a table."""
        ends = self.tables[f"{table}_end"]
        return bytes(self.tables[f"{table}_text"][ends[number - 1] if number else 0 : ends[number]])

    @cached_property
    def _guide(self) -> list[bytes]:
        return [self.key(number) for number in range(0, self.keys, _STEP)]

    def position(self, key: bytes) -> int:
        """Return the number of the first folded name that is not below ``key``."""
        part = bisect_right(self._guide, key)
        if not part:
            return 0
        low, high = (part - 1) * _STEP, min(part * _STEP, self.keys)
        text, ends = self._key_text, self._key_end
        while low < high:
            middle = (low + high) >> 1
            if text[ends[middle - 1] if middle else 0 : ends[middle]].tobytes() < key:
                low = middle + 1
            else:
                high = middle
        return low

    def find(self, key: bytes) -> int | None:
        """Return the number of a folded name, or ``None``."""
        at, text, ends = crc32(key) & self._mask, self._key_text, self._key_end
        while number := self._slot[at]:
            if text[ends[number - 2] if number > 1 else 0 : ends[number - 1]] == key:
                return number - 1
            at = (at + 1) & self._mask
        return None

    def _meets(self, key: str) -> tuple[int | None, bool]:
        """Return the number of a folded name, if it is one, and whether longer ones begin with it.

        As ``meets`` it remembers the last 32,768 answers: texts name the same places again and again.
        """
        wanted = key.encode()
        number = self.position(wanted)
        exact = number < self.keys and self.key(number) == wanted
        following = number + exact
        return number if exact else None, following < self.keys and self.key(following).startswith(wanted)

    def postings(self, number: int) -> Iterator[tuple[int, NameForm]]:
        """Yield the places (by number) that bear the folded name, best first, and how it belongs to them."""
        start = self._posting_end[number - 1] if number else 0
        for at in range(start, self._posting_end[number]):
            yield self._posting_place[at], FORMS[self._posting_form[at]]

    def candidates(self, number: int, *, villages: bool = False) -> tuple[Candidate, ...]:
        """Return the places that bear the folded name; villages only if nothing greater does, or if asked."""
        first, end = self._posting_end[number - 1] if number else 0, self._posting_end[number]
        places, forms = self._posting_place, self._posting_form
        if end - first == 1:  # as most names have it
            return (self._candidate(places[first], FORMS[forms[first]]),)
        core_only = not villages and places[first] < self.core
        return tuple(
            [
                self._candidate(place, FORMS[forms[at]])
                for at in range(first, end)
                if (place := places[at]) < self.core or not core_only
            ]
        )

    def _candidate(self, number: int, form: NameForm) -> Candidate:
        candidate = CandidateDraft(self.place(number), form, 0.0)
        candidate.__class__ = Candidate
        return candidate

    def place(self, number: int) -> Place:
        """Return a place by its number."""
        divisions, population, box = self._divisions, self._population[number], self._box_of[number]
        name, country, geonameid = (
            self._string(self._name[number]),
            divisions[self._country[number]],
            self._geonameid[number],
        )
        lat, lon = self._lat[number] / DEGREE, self._lon[number] / DEGREE
        if number < self._named:
            identifier = f"gn:{geonameid}" if number < self._numbered else self._id_text(number).decode()
        else:
            identifier = postal_id(country, lat, lon, name)
        place = PlaceDraft(
            identifier,
            name,
            KINDS[self._kind[number]],
            country,
            lat,
            lon,
            divisions[self._admin1[number]],
            divisions[self._admin2[number]],
            population - 1 if population else None,
            geonameid or None,
            self._boxed(box) if box else None,
        )
        place.__class__ = Place
        return place

    def number(self, identifier: str) -> int | None:
        """Return the number of the place with this id, or ``None``."""
        if identifier.startswith("gn:") and identifier[3:].isdecimal():
            wanted = int(identifier[3:])
            number = bisect_left(self.tables["geonameid"], wanted, 0, self._numbered)
            if number < self._numbered and self.tables["geonameid"][number] == wanted:
                return number
        for first, end in ((self._numbered, self.core), (self.core, self._named)):
            number = bisect_left(range(end), identifier.encode(), first, end, key=self._id_text)
            if number < end and self._id_text(number) == identifier.encode():
                return number
        return self._by_name(identifier)

    def _by_name(self, identifier: str) -> int | None:
        key = self.find(fold(identifier.rpartition(":")[2]).encode()) if identifier.startswith("pc:") else None
        if key is None:
            return None
        return next((place for place, _ in self.postings(key) if self.place(place).id == identifier), None)

    def _id_text(self, number: int) -> bytes:
        return self.text("id", number - self._numbered)

    def _string(self, number: int) -> str:
        ends = self._string_end
        return str(self._string_text[ends[number - 1] if number else 0 : ends[number]], "utf-8")

    def dense(self, prefix: bytes) -> memoryview:
        """Return the numbers of the best folded names that begin with a prefix that very many share."""
        ends = self.tables["best_end"]
        at = bisect_left(range(len(ends)), prefix, key=lambda number: self.text("dense", number))
        return self.tables["best_key"][ends[at - 1] if at else 0 : ends[at]]

    def countries(self) -> dict[str, tuple[int, str]]:
        """Return ISO code -> number of the country, and the id of its continent ("" if unknown)."""
        numbers = self.tables["country_place"]
        return {
            self._divisions[self.tables["country"][number]] or "": (number, self.text("above", at).decode())
            for at, number in enumerate(numbers)
        }

    def _boxed(self, number: int) -> Box:
        west, south, east, north = (side / DEGREE for side in self.tables["box"][4 * number - 4 : 4 * number])
        return west, south, east, north
