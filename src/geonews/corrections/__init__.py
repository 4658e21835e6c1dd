"""What people put right by hand: which correction speaks for which mention, and the parse that comes of it.

Pure functions over models; the store keeps corrections, this room says what they mean.
"""

from geonews.corrections.applying import (
    BY_HAND,
    REJECTED,
    Scope,
    corrected,
    judged,
    of_figures,
    of_toponyms,
    scope,
    target,
)
from geonews.corrections.lines import line, read_lines

__all__ = [
    "BY_HAND",
    "REJECTED",
    "Scope",
    "corrected",
    "judged",
    "line",
    "of_figures",
    "of_toponyms",
    "read_lines",
    "scope",
    "target",
]
