"""What the countries, divisions and containers among an article's other names say of a candidate, as numbers."""

from __future__ import annotations

import numpy as np

from geonews.gazetteer.kinds import KIND_NUMBER
from geonews.linking.board import STATE, Board, Floats, Numbers
from geonews.linking.layout import Layout

_ADMIN1, _ADMIN2 = KIND_NUMBER["admin1"], KIND_NUMBER["admin2"]


def votes(board: Board, shares: Floats, layout: Layout) -> dict[str, Floats]:
    """Return one column a feature, shape (rows,); ``shares`` (rows,) are the candidates' probabilities so far."""
    often = layout.mentions[board.group] * shares
    columns: dict[str, Floats] = {}
    for name, key in (("country", board.country), ("division", board.division), ("county", board.county)):
        mass, total = _mass(board, key, shares)
        columns |= {f"{name}_votes": np.log1p(mass), f"{name}_share": mass / (total + 0.5)}
    for name, key in (("country", board.country), ("division", board.division)):
        mass, total = _mass(board, key, often)
        columns[f"{name}_mentions"] = mass / (total + 0.5)
    state, first, second = STATE[board.kind], board.kind == _ADMIN1, board.kind == _ADMIN2
    return columns | {
        "country_named": np.minimum(_mass(board, board.country, shares * state)[0], 1.0) * ~state,
        "division_named": np.minimum(_mass(board, board.division, shares * first)[0], 1.0) * ~first,
        "county_named": np.minimum(_mass(board, board.county, shares * second)[0], 1.0) * ~second,
    }


def _mass(board: Board, key: Numbers, weight: Floats) -> tuple[Floats, Floats]:
    """Return for each row how much weight the other names put on its key, and how much on any."""
    width = int(key.max()) + 1
    cells = np.bincount(board.name * width + key, weight, (int(board.name.max()) + 1) * width).reshape(-1, width)
    cells[:, 0] = 0.0
    total = cells.sum(axis=0)
    everything = total.sum() - cells.sum(axis=1)[board.name]
    return np.maximum(total[key] - cells[board.name, key], 0.0), np.maximum(everything, 0.0)


def containers(board: Board, shares: Floats) -> dict[str, Floats]:
    """Return one column a feature, shape (rows,): whether it lies in the larger place that stands beside the name."""
    names = ("beside", "inside_beside", "inside_possible", "inside_listed", "contains_beside")
    columns = {name: np.zeros(len(shares)) for name in names}
    ends = np.append(board.first[1:], len(shares))
    for at, group in enumerate(board.groups):
        mine = slice(board.first[at], ends[at])
        for other in {*group.containers, *group.lists} - {at}:
            theirs = slice(board.first[other], ends[other])
            within = _within(board, mine, theirs)
            times = group.containers.count(other)
            if times:
                columns["beside"][mine] += times
                columns["inside_beside"][mine] += times * (within @ shares[theirs])
                _raise(columns["inside_possible"], mine, within.max(axis=1))
                _raise(columns["contains_beside"], theirs, within.max(axis=0))
            else:
                _raise(columns["inside_listed"], mine, within @ shares[theirs])
    return columns


def _raise(column: Floats, rows: slice, least: Floats) -> None:
    column[rows] = np.maximum(column[rows], least)


def _within(board: Board, mine: slice, theirs: slice) -> Floats:
    """Tell which of one group's candidates (rows) lie in which of another's (columns): 1 or 0."""
    inner, outer = board.kind[mine][:, None], board.kind[theirs]
    country, division, county = (
        (key[mine][:, None] == key[theirs]) & (key[mine][:, None] > 0)
        for key in (board.country, board.division, board.county)
    )
    part = ~STATE[inner]
    smaller = part & (inner != _ADMIN1)
    within = country & part & STATE[outer]
    within |= division & smaller & (outer == _ADMIN1)
    within |= county & smaller & (inner != _ADMIN2) & (outer == _ADMIN2)
    result: Floats = within.astype(float)
    return result
