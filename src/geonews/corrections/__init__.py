"""What people put right by hand: which correction speaks for which mention, and the parse that comes of it.

Pure functions over models; the store keeps corrections, this room says what they mean.
"""

from geonews.corrections.adding import ADDED, GAVE_WAY, Added, gives_way, name, stands
from geonews.corrections.applying import (
    REJECTED,
    Scope,
    additions,
    corrected,
    judged,
    of_figures,
    of_toponyms,
    scope,
    target,
)
from geonews.corrections.lines import line, read_lines
from geonews.corrections.merging import Merge, decision, merged, press

__all__ = [
    "ADDED",
    "GAVE_WAY",
    "REJECTED",
    "Added",
    "Merge",
    "Scope",
    "additions",
    "corrected",
    "decision",
    "gives_way",
    "judged",
    "line",
    "merged",
    "name",
    "of_figures",
    "of_toponyms",
    "press",
    "read_lines",
    "scope",
    "stands",
    "target",
]
