"""The user's own places, names and corrections, laid over the bundled gazetteer."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NoReturn, cast, get_args

from geonews.errors import GazetteerError
from geonews.gazetteer.names import fold
from geonews.models import Candidate, NameForm, Place, PlaceKind

COLUMNS: Final = ("action", "name", "place", "kind", "country", "admin1", "lat", "lon", "form", "rank", "note")
Names = list[tuple[str, NameForm]]


@dataclass(slots=True)
class Overlay:
    """What a user changes. Empty by default."""

    places: list[tuple[Place, Names]] = field(default_factory=list)
    names: dict[str, Names] = field(default_factory=lambda: defaultdict(list))
    """Place id -> further names."""
    suppressed: set[tuple[str, str]] = field(default_factory=set)
    """(folded name, place id); the id "" hides the name whatever it means."""
    ranks: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    """Folded name -> place id -> position, the first is 1."""
    lines: dict[str, int] = field(default_factory=dict)
    """Place id -> the line that first speaks of it."""
    source: str = "overlay"

    def __bool__(self) -> bool:
        """Tell whether anything is changed."""
        return bool(self.places or self.names or self.suppressed or self.ranks)

    def hides(self, key: str, identifier: str) -> bool:
        """Tell whether a place may not answer to a folded name."""
        return (key, "") in self.suppressed or (key, identifier) in self.suppressed

    def corrected(self, key: str, found: Sequence[tuple[Candidate, ...]]) -> tuple[Candidate, ...]:
        """Join the user's candidates (first) and the bundled ones, hide and move what the user said.

        A place that both know keeps the bundled order and form.
        """
        bundled = {candidate.place.id for candidate in found[-1]} if len(found) > 1 else set()
        joined = [c for part in found[:-1] for c in part if c.place.id not in bundled]
        joined += found[-1] if found else ()
        joined = [candidate for candidate in joined if not self.hides(key, candidate.place.id)]
        for identifier, rank in sorted(self.ranks.get(key, {}).items(), key=lambda pair: pair[1]):
            moved = [candidate for candidate in joined if candidate.place.id == identifier]
            rest = [candidate for candidate in joined if candidate.place.id != identifier]
            joined = [*rest[: rank - 1], *moved, *rest[rank - 1 :]]
        return tuple(joined)

    def mentioned(self) -> set[str]:
        """Return the ids that the bundled gazetteer must know."""
        own = {place.id for place, _ in self.places}
        named = {identifier for _, identifier in self.suppressed if identifier}
        return ({*self.names, *named} | {each for ranks in self.ranks.values() for each in ranks}) - own

    def refuse(self, identifier: str) -> NoReturn:
        """Say that the overlay speaks of an unknown place.

        Raises:
            GazetteerError: always.

        """
        message = f"{self.source}:{self.lines.get(identifier, 0)}: no place with the id {identifier!r}"
        raise GazetteerError(message)


def read_overlay(path: Path) -> Overlay:
    """Read an overlay: CSV with the columns of ``COLUMNS``; a row's ``action`` says what it does.

    ``place`` adds a place (name, kind, country, lat, lon, optional id in ``place``), ``name`` gives the place with the
    id in ``place`` a further name (``form`` optional), ``suppress`` hides a name (for one ``place``, or altogether),
    ``rank`` puts ``place`` at position ``rank`` among those of the name.

    Raises:
        GazetteerError: the file or a row is wrong; the message names the line.

    """
    overlay = Overlay(source=str(path))
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            unknown = set(reader.fieldnames or ()) - set(COLUMNS)
            if unknown or "action" not in (reader.fieldnames or ()):
                message = (
                    f"{path}:1: the columns are {', '.join(COLUMNS)}; got {', '.join(reader.fieldnames or ['none'])}"
                )
                raise GazetteerError(message)
            for row in reader:
                try:
                    overlay.lines.setdefault((row.get("place") or "").strip(), reader.line_num)
                    _apply(overlay, {key: (value or "").strip() for key, value in row.items() if key is not None})
                except ValueError as error:
                    message = f"{path}:{reader.line_num}: {error}"
                    raise GazetteerError(message) from error
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        message = f"{path}: {error}"
        raise GazetteerError(message) from error
    for place, names in overlay.places:
        names.extend(overlay.names.pop(place.id, []))
    return overlay


def _apply(overlay: Overlay, row: Mapping[str, str]) -> None:
    name, key, action = row.get("name", ""), fold(row.get("name", "")), row["action"]
    if not key:
        message = "the name is empty"
        raise ValueError(message)
    identifier = row.get("place", "")
    if action == "place":
        overlay.places.append((_place(row), []))
    elif action == "suppress":
        overlay.suppressed.add((key, identifier))
    elif action in {"name", "rank"} and not identifier:
        message = f"{action} needs the place's id"
        raise ValueError(message)
    elif action == "name":
        overlay.names[identifier].append((name, _form(row.get("form", ""))))
    elif action == "rank":
        overlay.ranks[key][identifier] = _rank(row.get("rank", ""))
    else:
        message = f"unknown action {action!r}: place, name, suppress or rank"
        raise ValueError(message)


def _place(row: Mapping[str, str]) -> Place:
    kind, country = row.get("kind") or "site", row.get("country", "")
    if kind not in get_args(PlaceKind):
        message = f"unknown kind {kind!r}: one of {', '.join(get_args(PlaceKind))}"
        raise ValueError(message)
    if country and not (len(country) == 2 and country.isascii() and country.isupper()):  # noqa: PLR2004 - alpha-2
        message = f"the country is a two-letter ISO code, not {country!r}"
        raise ValueError(message)
    return Place(
        row.get("place") or f"user:{fold(row['name']).replace(' ', '-')}",
        row["name"],
        cast("PlaceKind", kind),
        country or None,
        _degrees(row.get("lat", ""), 90, "lat"),
        _degrees(row.get("lon", ""), 180, "lon"),
        row.get("admin1") or None,
    )


def _degrees(text: str, most: float, what: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = most + 1
    if not -most <= value <= most:
        message = f"{what} is between -{most} and {most} degrees, not {text!r}"
        raise ValueError(message)
    return value


def _form(text: str) -> NameForm:
    if text and text not in get_args(NameForm):
        message = f"unknown form {text!r}: one of {', '.join(get_args(NameForm))}"
        raise ValueError(message)
    return cast("NameForm", text or "alternate")


def _rank(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        message = f"the rank is a position, 1 or more, not {text!r}"
        raise ValueError(message)
    return int(text)
