"""Corrections from elsewhere beside those that are here: what is new, what is known, and where the two disagree."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from geonews.corrections.applying import target
from geonews.models import Correction

_LONGEST = 80
"""Code points of a correction's words that a message repeats."""


@dataclass(frozen=True, slots=True)
class Merge:
    """What came of reading corrections."""

    new: tuple[Correction, ...]
    """Those to keep, in the order of the lines."""
    known: int
    """Those that are kept already."""
    conflicts: tuple[tuple[int, str], ...]
    """Line by line, which decide otherwise than what is kept, and which of the two holds. They are new as well."""
    faults: tuple[tuple[int, str], ...]
    """Line by line, what is wrong with those that are no corrections."""


def merged(kept: Sequence[Correction], lines: Iterable[tuple[int, Correction | str]]) -> Merge:
    """Compare the corrections of lines (``read_lines``) with those that are kept; reading them again adds nothing."""
    seen = {_identity(each) for each in kept}
    holding: dict[Hashable, Correction] = {}
    for each in sorted(kept, key=lambda each: each.made):
        holding[target(each)] = each
    new: list[Correction] = []
    conflicts: list[tuple[int, str]] = []
    faults: list[tuple[int, str]] = []
    known = 0
    for number, found in lines:
        if isinstance(found, str):
            faults.append((number, found))
            continue
        if _identity(found) in seen:
            known += 1
            continue
        here = holding.get(target(found))
        if here is not None and _decision(here) != _decision(found):
            conflicts.append((number, _disagreement(here, found)))
        if here is None or found.made >= here.made:
            holding[target(found)] = found
        seen.add(_identity(found))
        new.append(found)
    return Merge(tuple(new), known, tuple(conflicts), tuple(faults))


def decision(correction: Correction) -> str:
    """Return what a correction says, in words: "means Paris (city, Kentucky, US)"."""
    if correction.what == "wrong figure":
        return "is a wrong figure"
    if correction.place is None:
        return "is not a place"
    place = correction.place
    return f"means {place.name} ({', '.join(filter(None, (place.kind, place.admin1, place.country)))})"


def press(correction: Correction) -> Hashable:
    """Return what corrections share that one press has made: the moment, the words, and what it says of them."""
    return correction.made, correction.text, _decision(correction)


def _decision(correction: Correction) -> Hashable:
    return correction.what, None if correction.place is None else correction.place.id


def _identity(correction: Correction) -> Hashable:
    return target(correction), _decision(correction), correction.made, correction.note


def _disagreement(here: Correction, found: Correction) -> str:
    holds = "the line is newer and holds" if found.made >= here.made else "what is here is newer and holds"
    words = found.text if len(found.text) <= _LONGEST else f"{found.text[:_LONGEST]}..."
    where = "everywhere" if found.article is None else f"in {found.article}"
    return f"{words!r} {where} {decision(found)}; here it {decision(here)}: {holds}"
