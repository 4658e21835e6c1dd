"""Which places bear this name? Never: which is meant? May import models and errors only.

``Gazetteer.open().lookup("Kherson")`` answers places; ``GazetteerGeocoder().geocode("Kherson")`` is the same for geopy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geonews.gazetteer.index import Gazetteer
from geonews.gazetteer.names import fold

if TYPE_CHECKING:
    from geonews.gazetteer.geocoder import GazetteerGeocoder

__all__ = ["Gazetteer", "GazetteerGeocoder", "fold"]


def __getattr__(name: str) -> object:
    """Import geopy only for those who geocode with it."""
    if name == "GazetteerGeocoder":
        from geonews.gazetteer.geocoder import GazetteerGeocoder  # noqa: PLC0415

        return GazetteerGeocoder
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
