"""What speaks for one candidate against another, as numbers. The trained weights refer to these by name.

After Mordecai 3 (Halterman 2023) and the field's common findings: population, kind, how the name matched, the larger
place named beside it, the countries and divisions of the article's other places, and the distance to them.
"""

from __future__ import annotations

import numpy as np

from geonews.gazetteer.kinds import FORM_NUMBER
from geonews.linking.board import Board, Floats
from geonews.linking.company import containers, votes
from geonews.linking.distances import distances
from geonews.linking.hints import hints
from geonews.linking.layout import Layout
from geonews.linking.own import own
from geonews.linking.possible import possible

Columns = dict[str, Floats]
"""Features by name, each of shape (rows,): one row a candidate of the board."""

_INSIDE = FORM_NUMBER["inside"]
_HOLDS = 0.5
"""How far a place that a site's name holds is believed to be where the site is: streets are named after far towns."""


def fixed(board: Board, text: str) -> Columns:
    """Return what does not change from pass to pass."""
    return own(board) | possible(board) | hints(board, text)


def changing(board: Board, layout: Layout, shares: Floats) -> Columns:
    """Return what follows from the candidates' probabilities so far."""
    believed = shares * np.where(board.form == _INSIDE, _HOLDS, 1.0)
    return votes(board, believed, layout) | containers(board, believed) | distances(board, believed, layout)
