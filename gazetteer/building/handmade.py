"""The hand-made tables: places of the supplement, names of the alias table, and airports with their city's names."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import cast, get_args

from building.draft import Draft
from building.inputs import Inputs
from building.model import World
from building.spellings import bare
from geonews.gazetteer.names import fold
from geonews.models import Box, NameForm, PlaceKind

_NAMED_AIRPORT = 5e4
"""Prominence of an airport that the alias table thinks worth a name: Heathrow before Heathrow, Florida."""
_SITES = frozenset({"airport", "base", "plant", "dam", "bridge", "site"})
_FORMS = frozenset(get_args(NameForm))


def supplement(path: Path) -> list[Draft]:
    """Read the hand-made places.

    Raises:
        ValueError: a row is wrong; the message has its line.

    """
    drafts = []
    with path.open(encoding="utf-8", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), 2):
            try:
                drafts.append(_place(row))
            except (ValueError, KeyError, TypeError) as error:
                message = f"{path}:{line}: {error}"
                raise ValueError(message) from error
    return drafts


def _place(row: dict[str, str]) -> Draft:
    kind = row["kind"]
    if kind not in get_args(PlaceKind):
        message = f"no such kind: {kind!r}"
        raise ValueError(message)
    sides = tuple(float(row[side]) for side in ("west", "south", "east", "north") if row[side])
    draft = Draft(
        row["id"], row["name"], cast("PlaceKind", kind), row["country"] or None, float(row["lat"]), float(row["lon"]),
        "supplement", admin1=row["admin1"] or None, extent=cast("Box", sides) if len(sides) == 4 else None,  # noqa: PLR2004
        geonameid=int(row["geonameid"]) if row["geonameid"] else None,
        population=int(row["population"]) if row["population"] else None,
    )  # fmt: skip
    for name in row["alternates"].split("|"):
        draft.add(name.strip(), "name")
    return draft


class Targets:
    """Finds the place that a row of the alias table speaks of."""

    def __init__(self, world: World, drafts: list[Draft]) -> None:
        """Take all places that a row may speak of."""
        self.world = world
        self.by_id = {draft.id: draft for draft in drafts}
        self.admin1: dict[tuple[str, str], Draft] = {}
        for draft in world.admin1.values():
            for name in (draft.name, bare(draft.name), *draft.names):
                self.admin1.setdefault((draft.country or "", fold(name)), draft)

    def rows(self, path: Path) -> Iterator[tuple[str, dict[str, str], Draft | None]]:
        """Yield (file and line, row, place of its ``target``) of a hand-made table."""
        with path.open(encoding="utf-8", newline="") as file:
            for line, row in enumerate(csv.DictReader(file), 2):
                yield f"{path.name}:{line}", row, self.find(row["target"])

    def find(self, target: str) -> Draft | None:
        """Return the place of an ISO code, a "CC.Name" of a division, or an id."""
        if target in self.world.countries:
            return self.world.countries[target]
        if target in self.by_id:
            return self.by_id[target]
        country, _, name = target.partition(".")
        return self.admin1.get((country, fold(name)))


def apply_aliases(path: Path, targets: Targets) -> list[str]:
    """Add the hand-made names; return a message for each row that cannot be used."""
    problems = []
    for where, row, draft in targets.rows(path):
        if draft is None or row["form"] not in _FORMS:
            problems.append(f"{where}: no place for {row['target']!r}, or no form {row['form']!r}")
            continue
        draft.put(row["name"], cast("NameForm", row["form"]))
        if draft.kind == "airport":
            draft.least = _NAMED_AIRPORT
        if draft.kind == "admin1" and row["form"] == "name" and not draft.english:
            draft.add(draft.name)
            draft.name, draft.english = row["name"], True
    return problems


def apply_shown(path: Path, targets: Targets) -> list[str]:
    """Put the name that news prints in the place of the sources'; return a message for each row that cannot be used."""
    problems = []
    for where, row, draft in targets.rows(path):
        if draft is None:
            problems.append(f"{where}: no place for {row['target']!r}")
            continue
        draft.add(draft.name)
        draft.put(row["name"], "name")
        draft.name, draft.english = row["name"], True
    return problems


def apply_prominence(path: Path, targets: Targets) -> list[str]:
    """Raise or lower places that population alone puts wrongly; return a message for each row that cannot be used."""
    problems = []
    for where, row, draft in targets.rows(path):
        if draft is None:
            problems.append(f"{where}: no place for {row['target']!r}")
        else:
            draft.factor, draft.least = 0.0, float(row["prominence"])
    return problems


def apply_disputed(path: Path, targets: Targets) -> list[str]:
    """Give disputed places the country that the policy says; return a message for each row that cannot be used."""
    problems = []
    for where, row, draft in targets.rows(path):
        if draft is None:
            problems.append(f"{where}: no place for {row['target']!r}")
        elif draft.kind not in {"country", "territory"}:
            draft.country = row["country"] or None
    return problems


def airports(inputs: Inputs, world: World) -> list[Draft]:
    """Return airports and air bases; "Air Base" in the name makes a base."""
    text = inputs.read("airportsdata", "airportsdata/airports.csv").decode()
    drafts = []
    seen: dict[str, int] = defaultdict(int)
    for row in csv.DictReader(io.StringIO(text)):
        name, code = row["name"].strip(), row["icao"]
        if not name or row["country"] not in world.countries or seen[code]:
            continue
        seen[code] += 1
        lower = name.lower()
        kind: PlaceKind = (
            "base" if any(word in lower for word in ("air base", "air force base", "airbase", "army")) else "airport"
        )
        draft = Draft(
            f"icao:{code}", name, kind, row["country"], float(row["lat"]), float(row["lon"]), "airportsdata",
            admin1=row["subd"] or None, factor=1.0 if row["iata"] else 0.1,
        )  # fmt: skip
        for word, other in (("International Airport", "Airport"), ("Air Base", "Airbase"), ("Airbase", "Air Base")):
            if word in name:
                draft.add(name.replace(word, other))
        own = _own_name(name, row["city"])
        if row["iata"] and own:
            draft.add(own)
        if row["iata"] and row["city"] and kind == "airport":
            draft.add(f"{row['city']} Airport")
            draft.add(f"{row['city']} International Airport")
        drafts.append(draft)
    return drafts


def _own_name(name: str, city: str) -> str:
    """Return what an airport is called besides its city ("London Heathrow Airport" -> "Heathrow"); "" if nothing."""
    short = name.removesuffix(" Airport").removesuffix(" International")
    if not short.startswith(f"{city} ") or not city:
        return ""
    own = short.removeprefix(f"{city} ").strip(" -/")
    return own if own not in _GENERIC and not own.isdigit() else ""


_GENERIC = frozenset("Regional Municipal International County City Metropolitan National Executive Field North South East West Central Heliport Airpark Airstrip Seaplane Base Memorial New Old".split())  # fmt: skip # noqa: E501
