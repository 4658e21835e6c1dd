"""Where the map looks: at all that the filter shows, at a place from near, or at what some days hold.

Knows the corpus and the view that is asked for; draws nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from geonews.dashboard import arcs, bows, framing, near, pins
from geonews.dashboard.cache import Corpus, country, kept, outline
from geonews.dashboard.fit import View as Sight
from geonews.dashboard.fit import beyond, fit_uncut, joined, of_land
from geonews.dashboard.state import View, days, from_params, to_params
from geonews.models import Place
from geonews.store import Filter


def of_all_days(wanted: Filter) -> Filter:
    """Return the filter without its days."""
    return replace(wanted, since=None, until=None, undated=True)


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where a map of so many pixels may look, under this view.

    Days move the map only if the reader asks for it, or opens a link that has some: it is fitted to all of them, so
    that stepping through time is steady.
    """

    corpus: Corpus
    view: View
    width: int
    height: int
    opened: str = ""
    """The days ``FIRST/LAST`` of the link that was opened."""

    @property
    def sight(self) -> Sight:
        """Where it looks."""
        asked = self.view.near
        return self.at_place(asked) or self.at_days(asked) or self.at_days(self.opened) or self.whole

    @property
    def whole(self) -> Sight:
        """The view of every place, and of the movements that are drawn."""
        return self._of(of_all_days(self.view.filter))

    def at_place(self, place: str) -> Sight | None:
        """Return the view that shows a place from near; ``None`` if there is no such place or no such view."""
        wanted = of_all_days(self.view.filter)
        return _nearer(self.corpus, wanted, place, self.whole.zoom, self.width, self.height) if place else None

    def at_days(self, wanted: str) -> Sight | None:
        """Return the nearer view of what the days ``FIRST/LAST`` hold; ``None`` where all days are shown."""
        first, between, last = wanted.partition("/")
        if not between or not days(self.view):
            return None
        found = from_params(to_params(self.view) | {"from": [first], "to": [last]}).filter
        return near.nearer(self._of(found), self.whole.zoom)

    def offered_place(self, place: str) -> Place | None:
        """Return the place if it can be shown nearer than it is."""
        row = self.corpus.place(of_all_days(self.view.filter), place)
        return row.place if row and self.view.near != place and self.at_place(place) else None

    def offered_days(self) -> str:
        """Return the days that are shown if the map can be fitted to them, and is not; else ""."""
        shown = days(self.view)
        return shown if shown != (self.view.near or self.opened) and self.at_days(shown) else ""

    def beyond(self) -> int:
        """Return how many places the view of all leaves beyond its edge: it goes no farther out than the basemap."""
        if self.sight != self.whole:
            return 0
        places = self.corpus.places(self.view.filter)
        return beyond(self.whole, [(row.place.lon, row.place.lat) for row in places], self.width, self.height)

    def _of(self, wanted: Filter) -> Sight:
        return _fitted(self.corpus, wanted, self.width, self.height, moves=self.view.moves == "shown")


@kept(64)
def _nearer(  # noqa: PLR0913, PLR0917 - what is asked for, on which map
    corpus: Corpus, wanted: Filter, place: str, whole: float, width: int, height: int
) -> Sight | None:
    row = corpus.place(wanted, place)
    return near.closer(corpus.places(wanted), row, whole, width, height) if row else None


@kept(64)
def _fitted(corpus: Corpus, wanted: Filter, width: int, height: int, *, moves: bool) -> Sight:
    """Return where all places under the filter are on the map, with the land around them, and the bows between them."""
    rows = corpus.places(wanted)
    moved = bows.held(arcs.arcs(corpus.routes(wanted)[0])) if moves else []
    listed = pins.framed(rows)
    spots = joined(listed)
    land = of_land(spots, framing.lands(rows, listed, wanted.countries, country, outline), width, height)
    return fit_uncut(joined(spots, land), moved, framing.things(rows), width, height)
