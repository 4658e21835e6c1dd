"""A compiled gazetteer, read in place: places by number, names by binary search, all unpacked only when asked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache

from geonews.gazetteer.entries import postal_id
from geonews.gazetteer.kinds import FORMS, KINDS
from geonews.gazetteer.names import fold
from geonews.gazetteer.tables import DEGREE
from geonews.models import Box, Candidate, NameForm, Place

_STEP = 64
"""Every 64th key is kept in a list, so that most of a search runs at C speed and touches few pages."""


class Image:
    """Reads the tables that ``compiler.compile_tables`` made."""

    def __init__(self, tables: Mapping[str, memoryview]) -> None:
        """Take the tables as ``tables.views`` gives them."""
        self.tables = tables
        self.size, self.core, self._numbered, self._named = tables["counts"]
        self._key_text, self._key_end = tables["key_text"], tables["key_end"]
        self._posting_end, self._posting_place = tables["posting_end"], tables["posting_place"]
        self._posting_form = tables["posting_form"]
        self.keys = len(self._key_end)
        self._guide = [self.key(number) for number in range(0, self.keys, _STEP)]
        self.string = lru_cache(100_000)(self._string)

    def key(self, number: int) -> bytes:
        """Return a folded name as UTF-8, by its number in sorted order."""
        return self.text("key", number)

    def text(self, table: str, number: int) -> bytes:
        """Return one of the texts of a table."""
        ends = self.tables[f"{table}_end"]
        return bytes(self.tables[f"{table}_text"][ends[number - 1] if number else 0 : ends[number]])

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
        number = self.position(key)
        return number if number < self.keys and self.key(number) == key else None

    def postings(self, number: int) -> Iterator[tuple[int, NameForm]]:
        """Yield the places (by number) that bear the folded name, best first, and how it belongs to them."""
        start = self._posting_end[number - 1] if number else 0
        for at in range(start, self._posting_end[number]):
            yield self._posting_place[at], FORMS[self._posting_form[at]]

    def candidates(self, number: int, *, villages: bool = False) -> tuple[Candidate, ...]:
        """Return the places that bear the folded name; villages only if nothing greater does, or if asked."""
        found = tuple(self.postings(number))
        if found[0][0] < self.core and not villages:
            found = tuple(posting for posting in found if posting[0] < self.core)
        return tuple(Candidate(self.place(place), form) for place, form in found)

    def place(self, number: int) -> Place:
        """Return a place by its number."""
        tables, string = self.tables, self.string
        population, geonameid, box = (tables[name][number] for name in ("population", "geonameid", "box_of"))
        return Place(
            self._id(number),
            string(tables["name"][number]),
            KINDS[tables["kind"][number]],
            string(tables["country"][number]) or None,
            tables["lat"][number] / DEGREE,
            tables["lon"][number] / DEGREE,
            string(tables["admin1"][number]) or None,
            string(tables["admin2"][number]) or None,
            population - 1 if population else None,
            geonameid or None,
            self._box(box) if box else None,
        )

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
        return next((place for place, _ in self.postings(key) if self._id(place) == identifier), None)

    def _id(self, number: int) -> str:
        if number < self._numbered:
            return f"gn:{self.tables['geonameid'][number]}"
        if number < self._named:
            return self._id_text(number).decode()
        tables = self.tables
        return postal_id(
            self.string(tables["country"][number]) or None,
            tables["lat"][number] / DEGREE,
            tables["lon"][number] / DEGREE,
            self.string(tables["name"][number]),
        )

    def _id_text(self, number: int) -> bytes:
        return self.text("id", number - self._numbered)

    def _string(self, number: int) -> str:
        return self.text("string", number).decode()

    def dense(self, prefix: bytes) -> memoryview:
        """Return the numbers of the best folded names that begin with a prefix that very many share."""
        ends = self.tables["best_end"]
        at = bisect_left(range(len(ends)), prefix, key=lambda number: self.text("dense", number))
        return self.tables["best_key"][ends[at - 1] if at else 0 : ends[at]]

    def countries(self) -> dict[str, tuple[int, str]]:
        """Return ISO code -> number of the country, and the id of its continent ("" if unknown)."""
        numbers = self.tables["country_place"]
        return {
            self.string(self.tables["country"][number]): (number, self.text("above", at).decode())
            for at, number in enumerate(numbers)
        }

    def _box(self, number: int) -> Box:
        west, south, east, north = (side / DEGREE for side in self.tables["box"][4 * number - 4 : 4 * number])
        return west, south, east, north
