"""What speaks for a candidate by itself and within its own name, as numbers."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from geonews.gazetteer.kinds import FORM_NUMBER, KIND_NUMBER
from geonews.linking.board import STATE, Board, Flags, Floats
from geonews.linking.cues import KINDS as CUED
from geonews.linking.cues import NATURAL
from geonews.models import NameForm, PlaceKind

_SIZES: dict[str, float] = {
    **dict.fromkeys(("country", "territory", "continent", "region", "ocean", "sea"), 10_000_000.0),
    **dict.fromkeys(("strait", "island", "peninsula", "mountains", "desert"), 1_000_000.0),
    **dict.fromkeys(("lake", "river"), 100_000.0),
}
"""The population that a place counts as where it has none of its own: it is known for something else."""
_SIZE = np.array([_SIZES.get(kind, 0.0) for kind in KIND_NUMBER])
_KINDS: tuple[PlaceKind, ...] = ("country", "territory", "admin1", "admin2", "city", "village", "river", "airport")
_FORMS: tuple[NameForm, ...] = ("name", "alternate", "abbreviation", "historic", "colloquial", "demonym", "inside")
_ARTICLED = frozenset({"CD", "CG", "GM"})
"""Countries that bear an article as the rivers of their name do: the Congo, the Gambia."""
_WELL_KNOWN = 20_000
"""Inhabitants of a town whose name English papers may write without its accents."""
_NAMED = {cue: np.isin(list(KIND_NUMBER), list(kinds)) for cue, kinds in CUED.items()}


def own(board: Board) -> dict[str, Floats]:
    """Return one column a feature, shape (rows,)."""
    size = np.where(board.population > 0, board.population, _SIZE[board.kind])
    log = np.log10(size + 1)
    largest = np.maximum.reduceat(log, board.first)[board.group]
    rank = np.arange(len(log)) - board.first[board.group]
    state = STATE[board.kind]
    columns: dict[str, NDArray[Any]] = {f"kind_{kind}": np.equal(board.kind, KIND_NUMBER[kind]) for kind in _KINDS}
    columns |= {f"form_{form}": np.equal(board.form, FORM_NUMBER[form]) for form in _FORMS}
    columns |= {
        "population": log,
        "population_below": largest - log,
        "population_share": size / (np.add.reduceat(size, board.first)[board.group] + 1),
        "rank": rank,
        "area": board.wide,
        "candidates": np.log1p(np.bincount(board.group))[board.group],
        "country_bears": _any(state, board),
        "admin1_bears": _any(board.kind == KIND_NUMBER["admin1"], board),
        "short": np.array([len(group.name) < 4 for group in board.groups])[board.group],  # noqa: PLR2004 - abbreviations
        "part_of_namesake": _part(board, state),
        "cued": _cued(board),
        "called": _called(board),
        "misspelt": _misspelt(board),
        "set_apart": _set_apart(board),
    }
    return {name: column.astype(float) for name, column in columns.items()}


def _any(rows: Flags, board: Board) -> Flags:
    found: Flags = np.logical_or.reduceat(rows, board.first)[board.group]
    return found


def _part(board: Board, state: Flags) -> Flags:
    """Tell which places lie in a country that bears the name as well."""
    width = int(board.country.max()) + 1
    key = board.group * width + board.country
    part: Flags = ~state & (board.country > 0) & np.isin(key, key[state])
    return part


def _cued(board: Board) -> Floats:
    """Return 1 for the kind that the words beside the name speak of, -1 for another, 0 without such words."""
    result = np.zeros(len(board.group))
    for at, group in enumerate(board.groups):
        if group.cue:
            mine = board.group == at
            result[mine] = np.where(_NAMED[group.cue][board.kind[mine]], 1.0, -1.0)
    return result


def _set_apart(board: Board) -> Flags:
    """Tell which candidates are of the other sort, where a text sets a division apart from the town of its name."""
    division = np.array([group.cue == "division" for group in board.groups])[board.group]
    both = np.isin(board.name, board.name[division]) & np.isin(board.name, board.name[~division])
    first = board.kind == KIND_NUMBER["admin1"]
    apart: Flags = both & (first != division)
    return apart


def _called(board: Board) -> Floats:
    """Return 1 for a river, lake, island or height where the words beside the name speak of such, else 0."""
    result = np.zeros(len(board.group))
    for at, group in enumerate(board.groups):
        if group.cue in NATURAL:
            mine = board.group == at
            articled = [each.place.country in _ARTICLED for each in group.candidates]
            fits = _NAMED[group.cue][board.kind[mine]]
            result[mine] = fits | (STATE[board.kind[mine]] & articled) if group.cue == "nature" else fits
    return result


def _misspelt(board: Board) -> Flags:
    """Tell which candidates differ from what is written by an accent, where another has it as written.

    English papers drop the accents of well-known names, so that these alone differ from no spelling without accents.
    """
    named = board.form == FORM_NUMBER["name"]
    plain = np.array([place.name.isascii() for place in board.places])
    written = np.array([group.name.isascii() for group in board.groups])[board.group]
    other = plain != written
    misspelt: Flags = named & other & _any(named & ~other, board) & (~written | (board.population < _WELL_KNOWN))
    return misspelt
