"""What the colour of a pin says: its kind, its share of figures, or how new it is. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from geonews.dashboard.palette import Palette
from geonews.models import PlaceKind
from geonews.store import PlaceRow

Group = Literal["settlement", "country", "continent", "region", "water", "site"]
Colour = Literal["kind", "figures", "newest"]
"""What a pin's colour says."""
Counts = Literal["off", "labels", "columns"]
"""How figures are shown on the map."""
Size = Literal["once", "mentions", "articles"]
"""What makes a pin large."""

GROUPS: dict[Group, frozenset[PlaceKind]] = {
    "settlement": frozenset({"city", "village"}),
    "country": frozenset({"country", "territory"}),
    "continent": frozenset({"continent"}),
    "region": frozenset({"admin1", "admin2", "island", "peninsula", "mountains", "desert", "region"}),
    "water": frozenset({"ocean", "sea", "strait", "lake", "river"}),
    "site": frozenset({"airport", "base", "plant", "dam", "bridge", "site"}),
}
"""Kinds of place that look alike on the map; every kind is in exactly one."""
_GROUP_OF: dict[PlaceKind, Group] = {kind: name for name, kinds in GROUPS.items() for kind in kinds}
SHARES = (0.0, 1 / 3, 2 / 3)
"""Shares of mentions with a figure; above each one a darker step begins."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Which colours there are, and what each stands for."""

    by: Colour
    palette: Palette
    bounds: tuple[date, ...] = ()
    """For ``newest``: the last days of the older steps."""

    @property
    def steps(self) -> int:
        """How many colours a shape can have."""
        return 1 if self.by == "kind" else 4

    def colour(self, group: Group, step: int) -> str:
        """Return the colour of a step; for ``kind`` that of the group."""
        if self.by == "kind":
            return of_group(group, self.palette)
        return (self.palette.figures if self.by == "figures" else self.palette.ages)[step]

    def step(self, row: PlaceRow) -> int:
        """Return the step of a place."""
        if self.by == "kind":
            return 0
        if self.by == "figures":
            return sum(row.figures / max(row.once, 1) > share for share in SHARES)
        return 0 if row.newest is None else 1 + sum(row.newest > bound for bound in self.bounds)


def scale(by: Colour, places: Sequence[PlaceRow], palette: Palette) -> Scale:
    """Return the colours for these places; their dates are cut into three steps of about as many places."""
    days = sorted(row.newest for row in places if row.newest is not None) if by == "newest" else []
    bounds = sorted({days[len(days) // 3], days[2 * len(days) // 3]} - {days[-1]}) if days else []
    return Scale(by, palette, tuple(bounds))


def group(kind: PlaceKind) -> Group:
    """Return the group that a kind of place belongs to."""
    return _GROUP_OF[kind]


def of_group(name: Group, palette: Palette) -> str:
    """Return the colour of a kind's own."""
    areas = {
        "country": palette.area,
        "continent": palette.area,
        "region": palette.area,
        "water": palette.water,
        "site": palette.site,
    }
    return areas.get(name, palette.ink)
