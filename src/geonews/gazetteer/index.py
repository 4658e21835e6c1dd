"""The gazetteer as everyone uses it: ask by name, by id, by where, and for all names in a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from geonews.gazetteer.compiler import compile_tables
from geonews.gazetteer.entries import entries
from geonews.gazetteer.image import Image
from geonews.gazetteer.matching import spans
from geonews.gazetteer.names import fold
from geonews.gazetteer.prepare import prepared
from geonews.gazetteer.tables import block, views
from geonews.models import Candidate, NameForm, Place


class Gazetteer:
    """Answers which places bear a name. Cheap to open; processes on one machine share its memory."""

    def __init__(self, data: memoryview) -> None:
        """Read a block of compiled tables; most callers want ``open``.

        Raises:
            GazetteerError: the bytes are no gazetteer.
        """
        self.stamp, tables = views(data)
        self._images = (Image(tables),)

    @classmethod
    def open(cls) -> Gazetteer:
        """Open the bundled gazetteer; the first time, unpack it into the user's cache (a few seconds, logged).

        Raises:
            GazetteerError: the data is missing or damaged, or there is no place to unpack it.
        """
        return cls(prepared())

    @classmethod
    def of(cls, rows: Iterable[tuple[Place, Iterable[tuple[str, NameForm]]]]) -> Gazetteer:
        """Make a small gazetteer in memory, of places and their names besides the main one."""
        return cls(memoryview(block(compile_tables(entries(rows)))))

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        """Return the places that bear ``name``, ranked by kind then population; ``()`` if none is known.

        Spelling is folded, see ``names.fold``. Villages answer only if nothing greater bears the name.
        """
        key = fold(name).encode()
        for image in self._images:
            number = image.find(key)
            if number is not None:
                return image.candidates(number)
        return ()

    def place(self, identifier: str) -> Place | None:
        """Return the place with this id."""
        for image in self._images:
            number = image.number(identifier)
            if number is not None:
                return image.place(number)
        return None

    def spans(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """Return all ranges of up to seven words (first, behind the last) that are a name; they may overlap."""
        return spans(words, self._images)
