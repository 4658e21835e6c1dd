"""What the GeoNames packages give, while it is being put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from building.draft import Draft


@dataclass(slots=True)
class World:
    """All that GeoNames gives."""

    countries: dict[str, Draft] = field(default_factory=dict)
    continents: dict[str, Draft] = field(default_factory=dict)
    admin1: dict[int, Draft] = field(default_factory=dict)
    admin2: dict[int, Draft] = field(default_factory=dict)
    cities: dict[int, Draft] = field(default_factory=dict)
    division_codes: dict[str, int] = field(default_factory=dict)
    """GeoNames code ("UA.08") -> GeoNames id."""
