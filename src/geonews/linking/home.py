"""An outlet's home as its user names it: "Rochester, Minnesota". A web address is no place and is refused."""

from __future__ import annotations

import re

from geonews.errors import UnknownOptionError
from geonews.gazetteer import Gazetteer
from geonews.linking.candidates import candidates
from geonews.linking.resolvers import context
from geonews.models import Place, Toponym

_PART = re.compile(r"[^,\s](?:[^,]*[^,\s])?")


def home_place(name: str, gazetteer: Gazetteer) -> Place:
    """Return the place of this name; what follows a comma says which is meant.

    Raises:
        UnknownOptionError: the gazetteer holds no such place.

    """
    parts = [Toponym(part.start(), part.end(), part.group(), "literal") for part in _PART.finditer(name)]
    found = candidates(parts, gazetteer)
    place = context(name, parts, found)[0].place if parts and found[0] and found[0][0].form != "inside" else None
    if place is None:
        message = f"no place {name!r} in the gazetteer to be the home of an outlet"
        raise UnknownOptionError(message)
    return place
